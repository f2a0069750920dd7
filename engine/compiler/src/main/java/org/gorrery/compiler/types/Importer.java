package org.gorrery.compiler.types;

import org.jspecify.annotations.Nullable;

/// Finds checked packages for import paths.
@FunctionalInterface
public interface Importer {
    /// What an import led to: the package, or why there is none.
    ///
    /// @param checked null for package unsafe and for what could not be found
    /// @param problem what was looked for and where; empty where it was found
    record Imported(@Nullable CheckedPackage checked, String problem) {
        /// A package.
        public static Imported of(CheckedPackage checked) {
            return new Imported(checked, "");
        }

        /// None, and why.
        public static Imported failed(String problem) {
            return new Imported(null, problem);
        }
    }

    /// The package that `path` means in package `from`. An import cycle is a failure that names the cycle.
    Imported load(String path, GoPackage from);
}
