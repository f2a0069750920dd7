package org.gorrery.compiler.build;

import java.util.List;

/// The files that may make up a package; build constraints not yet applied.
///
/// @param path import path; `main` for a program
/// @param goVersion language version of its module, such as `go1.21`, or empty for the newest
/// @param library whether it is of a standard library, whose functions may lack a body
/// @param changes what is taken differently from how the files have it
public record PackageFiles(
        String path, List<FileText> files, String goVersion, boolean library, Changes changes) {
    /// Copies the list.
    public PackageFiles {
        files = List.copyOf(files);
    }

    /// Files taken as they are.
    public PackageFiles(String path, List<FileText> files, String goVersion, boolean library) {
        this(path, files, goVersion, library, Changes.NONE);
    }
}
