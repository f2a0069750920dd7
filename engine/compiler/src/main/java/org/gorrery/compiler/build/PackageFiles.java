package org.gorrery.compiler.build;

import java.util.List;

/// The files that may make up a package; build constraints not yet applied.
///
/// @param path import path; `main` for a program
/// @param goVersion language version of its module, such as `go1.21`, or empty for the newest
/// @param library whether it is of our standard library, whose functions may lack a body
public record PackageFiles(String path, List<FileText> files, String goVersion, boolean library) {
    /// Copies the list.
    public PackageFiles {
        files = List.copyOf(files);
    }
}
