package org.gorrery.compiler.build;

import java.util.List;
import java.util.Set;

/// How a package's files are taken differently from what they say.
///
/// Sources of an installed Go count on assembly and on Go's own runtime. Where the files for an architecture come with assembly,
/// the files for an architecture without are taken; declarations of ours stand in for those bound to Go's runtime; what is left without a body panics
/// when it is called, and says why.
///
/// @param installed whether the files are of a Go installation
/// @param tested whether the package is under test: then its faults are reported one by one
/// @param assembly its assembly files, of which only names and build constraints matter
/// @param instead files of ours: their declarations take the place of those with the same name
/// @param without declarations left out
public record Changes(
        boolean installed,
        boolean tested,
        List<FileText> assembly,
        List<FileText> instead,
        Set<Place> without) {
    /// Everything as it is written.
    public static final Changes NONE = new Changes(false, false, List.of(), List.of(), Set.of());

    /// Copies the collections.
    public Changes {
        assembly = List.copyOf(assembly);
        instead = List.copyOf(instead);
        without = Set.copyOf(without);
    }

    /// Where a declaration starts.
    ///
    /// @param file name of its file
    /// @param offset in bytes
    public record Place(String file, int offset) {}

    /// The same for a package under test, but without some declarations.
    public Changes testedWithout(Set<Place> places) {
        return new Changes(installed, true, assembly, instead, places);
    }
}
