package org.gorrery.compiler.build;

import org.jspecify.annotations.Nullable;

/// Finds the files of imported packages.
@FunctionalInterface
public interface PackageFinder {
    /// Files, or why there are none.
    ///
    /// @param problem what was looked for and where
    record Found(@Nullable PackageFiles files, String problem) {}

    /// The package that `importPath` means in package `fromPath`; or, where `importPath` is `//go:embed ` and a pattern, the files that it
    /// means for the Go file of the name `fromPath`, named by their paths from its folder.
    Found find(String importPath, String fromPath);

    /// Why package `fromPath` may not import `importPath`, whether there is such a package or not; empty where it may.
    default String refusal(String importPath, String fromPath) {
        return "";
    }
}
