package org.gorrery.compiler.build;

import java.util.List;

/// The files that may make up a package; build constraints not yet applied.
///
/// @param path import path; `main` for a program
/// @param goVersion language version of its module, such as `go1.21`, or empty for the newest
/// @param library whether it is of a standard library, whose functions may lack a body
/// @param changes what is taken differently from how the files have it
/// @param folder whether they are those of a folder, so that build constraints hold for an only file too
public record PackageFiles(
        String path,
        List<FileText> files,
        String goVersion,
        boolean library,
        Changes changes,
        boolean folder) {
    /// Copies the list.
    public PackageFiles {
        files = List.copyOf(files);
    }

    /// Files of no folder.
    public PackageFiles(
            String path, List<FileText> files, String goVersion, boolean library, Changes changes) {
        this(path, files, goVersion, library, changes, false);
    }

    /// The files of a folder.
    public static PackageFiles ofFolder(String path, List<FileText> files, String goVersion) {
        return new PackageFiles(path, files, goVersion, false, Changes.NONE, true);
    }

    /// Files taken as they are.
    public PackageFiles(String path, List<FileText> files, String goVersion, boolean library) {
        this(path, files, goVersion, library, Changes.NONE);
    }
}
