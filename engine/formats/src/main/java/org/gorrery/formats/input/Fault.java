package org.gorrery.formats.input;

/// One thing that is wrong with a file, found while reading it.
///
/// @param offset byte position (after unpacking) where reading failed; -1 where no position applies
/// @param message what was found there and what was expected, lower case, no full stop
public record Fault(long offset, String message) {
    @Override
    public String toString() {
        return offset < 0 ? message : "offset " + offset + ": " + message;
    }
}
