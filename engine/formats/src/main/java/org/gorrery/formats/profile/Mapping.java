package org.gorrery.formats.profile;

/// A range of a program's address space and the file it comes from.
///
/// @param start first address
/// @param limit address after the last one
/// @param fileOffset position in the file that is mapped at `start`
/// @param file path of the binary, or a pseudo name such as `[vdso]`, or empty
/// @param buildId build identifier, or empty
/// @param hasFunctions whether function names are known
/// @param hasFilenames whether file names are known
/// @param hasLineNumbers whether line numbers are known
/// @param hasInlineFrames whether inlined calls are known
public record Mapping(
        long start,
        long limit,
        long fileOffset,
        String file,
        String buildId,
        boolean hasFunctions,
        boolean hasFilenames,
        boolean hasLineNumbers,
        boolean hasInlineFrames) {
    /// Makes the mapping that stands for a whole program of which nothing is known.
    ///
    /// @return a mapping of nothing, with function names
    public static Mapping unknown() {
        return new Mapping(0, 0, 0, "", "", true, false, false, false);
    }
}
