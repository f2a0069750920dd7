package org.gorrery.formats.profile;

/// What counts as one frame when samples are added up.
public enum Granularity {
    /// One frame per function name.
    FUNCTIONS,
    /// One frame per function name and file.
    FILEFUNCTIONS,
    /// One frame per source file.
    FILES,
    /// One frame per function, file and line.
    LINES,
    /// One frame per machine address.
    ADDRESSES
}
