package org.gorrery.abi;

import java.util.List;

/// The statements of a program that was built for a debugger, by number. A statement of a generic function has a number in each
/// instance.
///
/// @param files names of files
/// @param file index into `files` per statement
/// @param line line per statement, from 1
/// @param column column in bytes per statement, from 1
/// @param position place among all sources per statement: what scopes are told by
public record DebugStatements(
        List<String> files, int[] file, int[] line, int[] column, int[] position) {
    /// Of a program that was built to run only.
    public static final DebugStatements NONE =
            new DebugStatements(List.of(), new int[0], new int[0], new int[0], new int[0]);

    /// Copies the list.
    public DebugStatements {
        files = List.copyOf(files);
    }

    /// How many there are.
    public int count() {
        return line.length;
    }
}
