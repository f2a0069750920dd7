package org.gorrery.compiler.codegen;

/// How code is generated; an option that is off costs nothing.
///
/// @param simplify whether the passes over the IR run: copies, checks proven superfluous
/// @param optimise whether loops get the cheap forms of polls and methods of their own, and pointers are stored only where they changed;
/// without, every back edge polls by the flag and every live pointer is stored before every call
public record CodegenOptions(boolean simplify, boolean optimise) {
    /// What a run has where nothing else is asked for.
    public static final CodegenOptions DEFAULT = new CodegenOptions(true, true);

    /// The plainest form, to tell a fault of an optimisation from one of the program.
    public static final CodegenOptions PLAIN = new CodegenOptions(false, false);
}
