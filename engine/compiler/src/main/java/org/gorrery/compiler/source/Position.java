package org.gorrery.compiler.source;

/// A place in a source file.
///
/// @param offset in bytes from 0
/// @param line from 1; 0 for nowhere
/// @param column in bytes from 1; 0 where a line directive hides it
public record Position(String file, int offset, int line, int column) {
    /// The place of what stands in no file.
    public static final Position NONE = new Position("", 0, 0, 0);

    /// `file:line:col`, as Go prints it; `file:line` where the column is not known.
    @Override
    public String toString() {
        if (line == 0) {
            return "-";
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
