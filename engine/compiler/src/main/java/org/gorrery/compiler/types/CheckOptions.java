package org.gorrery.compiler.types;

/// How a package is checked.
///
/// @param goVersion language version of the module, such as `go1.21`; empty for the newest
/// @param bodiesRequired whether a function without body is an error
/// @param bodies when the bodies of declared functions are checked
public record CheckOptions(String goVersion, boolean bodiesRequired, WhichBodies bodies) {
    /// Newest language.
    public static final CheckOptions DEFAULT = new CheckOptions("", false, WhichBodies.ALL);

    /// When the bodies of declared functions are checked.
    public enum WhichBodies {
        /// With the package.
        ALL,
        /// Each when it is first asked for ([CheckedPackage#ensureBody]): for packages known to be right, of which a program
        /// needs a part.
        ASKED_FOR,
        /// Never: only the declarations matter.
        NONE
    }
}
