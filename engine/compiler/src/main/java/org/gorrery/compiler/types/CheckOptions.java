package org.gorrery.compiler.types;

/// How a package is checked.
///
/// @param goVersion language version of the module, such as `go1.21`; empty for the newest
/// @param allErrors whether to report more than ten errors per file
/// @param bodiesRequired whether a function without body is an error
/// @param ignoreBodies whether function bodies are left out: for packages of which only the declarations matter
public record CheckOptions(
        String goVersion, boolean allErrors, boolean bodiesRequired, boolean ignoreBodies) {
    /// Newest language, ten errors per file.
    public static final CheckOptions DEFAULT = new CheckOptions("", false, false, false);
}
