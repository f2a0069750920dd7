package org.gorrery.compiler.codegen;

/// How code is generated; an option that is off costs nothing.
///
/// @param optimise whether the passes over the IR run and loops get the cheap forms of polls; without, every back edge polls by
/// the flag and every live pointer is stored before every call
public record CodegenOptions(boolean optimise) {
    /// What a run has where nothing else is asked for.
    public static final CodegenOptions DEFAULT = new CodegenOptions(true);

    /// The plainest form, to tell a fault of an optimisation from one of the program.
    public static final CodegenOptions PLAIN = new CodegenOptions(false);
}
