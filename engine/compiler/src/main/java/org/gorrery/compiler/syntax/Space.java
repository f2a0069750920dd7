package org.gorrery.compiler.syntax;

/// White space that the formatter asks for between tokens.
enum Space {
    /// Nothing.
    NONE,
    /// One blank.
    BLANK,
    /// The end of a cell in an aligned column.
    COLUMN,
    /// The end of a line.
    NEWLINE,
    /// The end of a line and of the aligned section.
    SECTION,
    /// From here on one tab more.
    INDENT,
    /// From here on one tab less.
    UNINDENT;

    boolean isBreak() {
        return this == NEWLINE || this == SECTION;
    }
}
