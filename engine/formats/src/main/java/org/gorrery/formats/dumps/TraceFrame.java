package org.gorrery.formats.dumps;

/// One call in a traceback.
///
/// @param function full name, such as `main.(*T).run`
/// @param arguments what stands between the parentheses; words whose meaning is not known, `...` when inlined
/// @param file source file, or empty
/// @param line line in the file, or 0
/// @param pcOffset distance from the function's entry, -1 when not printed
public record TraceFrame(String function, String arguments, String file, int line, long pcOffset) {
    /// {@return whether the call was inlined into its caller, so that its arguments are not known}
    public boolean inlined() {
        return arguments.equals("...");
    }

    /// {@return the first line as the traceback printed it}
    public String call() {
        return function + "(" + arguments + ")";
    }
}
