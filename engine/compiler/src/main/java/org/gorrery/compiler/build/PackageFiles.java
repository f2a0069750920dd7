package org.gorrery.compiler.build;

import java.util.List;

/// The files that may make up a package; build constraints not yet applied.
///
/// @param path import path; `main` for a program
/// @param goVersion language version of its module, such as `go1.21`, or empty for the newest
/// @param library whether it is of a standard library, whose functions may lack a body
/// @param changes what is taken differently from how the files have it
/// @param chosen who chose them
public record PackageFiles(
        String path,
        List<FileText> files,
        String goVersion,
        boolean library,
        Changes changes,
        Chosen chosen) {
    /// Who chose the files of a package.
    public enum Chosen {
        /// A folder holds them: build constraints choose among them, were it only one.
        BY_FOLDER,
        /// The user named each of them: all take part, whatever they say.
        BY_NAME,
        /// They come from elsewhere: build constraints choose among several.
        OTHERWISE
    }

    /// Copies the list.
    public PackageFiles {
        files = List.copyOf(files);
    }

    /// Files of no folder, not named.
    public PackageFiles(
            String path, List<FileText> files, String goVersion, boolean library, Changes changes) {
        this(path, files, goVersion, library, changes, Chosen.OTHERWISE);
    }

    /// The files of a folder.
    public static PackageFiles ofFolder(String path, List<FileText> files, String goVersion) {
        return new PackageFiles(path, files, goVersion, false, Changes.NONE, Chosen.BY_FOLDER);
    }

    /// Files that the user named.
    public static PackageFiles named(String path, List<FileText> files, String goVersion) {
        return new PackageFiles(path, files, goVersion, false, Changes.NONE, Chosen.BY_NAME);
    }

    /// Whether they are those of a folder.
    public boolean folder() {
        return chosen == Chosen.BY_FOLDER;
    }

    /// Files taken as they are.
    public PackageFiles(String path, List<FileText> files, String goVersion, boolean library) {
        this(path, files, goVersion, library, Changes.NONE);
    }
}
