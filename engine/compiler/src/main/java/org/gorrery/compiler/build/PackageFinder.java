package org.gorrery.compiler.build;

import org.jspecify.annotations.Nullable;

/// Finds the files of imported packages.
@FunctionalInterface
public interface PackageFinder {
    /// Files, or why there are none.
    ///
    /// @param problem what was looked for and where
    record Found(@Nullable PackageFiles files, String problem) {}

    /// The package that `importPath` means in package `fromPath`.
    Found find(String importPath, String fromPath);
}
