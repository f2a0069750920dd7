package org.gorrery.formats.input;

import java.nio.charset.StandardCharsets;

/// The lines of a text file, one after the other, each with its byte offset.
///
/// Lines end in LF or CR LF. A line longer than 1 MiB is cut there; the rest of it is skipped. Malformed UTF-8 becomes
/// U+FFFD.
public final class TextLines {
    private static final int MAX_LINE = 1 << 20;

    private final byte[] bytes;
    private int lineStart;
    private int next;
    private String line = "";
    private int number;

    /// Starts before the first line.
    ///
    /// @param bytes the file's contents; a UTF-8 byte order mark at its start is skipped
    public TextLines(byte[] bytes) {
        this.bytes = bytes;
        if (bytes.length >= 3
                && (bytes[0] & 0xff) == 0xef
                && (bytes[1] & 0xff) == 0xbb
                && (bytes[2] & 0xff) == 0xbf) {
            next = 3;
        }
    }

    /// Moves to the next line.
    ///
    /// @return whether there is one
    public boolean advance() {
        if (next >= bytes.length) {
            lineStart = bytes.length;
            line = "";
            return false;
        }
        lineStart = next;
        int end = next;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        next = end + 1;
        if (end > lineStart && bytes[end - 1] == '\r') {
            end--;
        }
        line =
                new String(
                        bytes,
                        lineStart,
                        Math.min(end - lineStart, MAX_LINE),
                        StandardCharsets.UTF_8);
        number++;
        return true;
    }

    /// Looks at the line after the current one without moving.
    ///
    /// @return its text, or an empty one at the end
    public String peek() {
        int end = next;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        int stop = end > next && bytes[end - 1] == '\r' ? end - 1 : end;
        return next >= bytes.length
                ? ""
                : new String(bytes, next, Math.min(stop - next, MAX_LINE), StandardCharsets.UTF_8);
    }

    /// {@return the current line without its end}
    public String line() {
        return line;
    }

    /// {@return the byte offset of the current line}
    public int offset() {
        return lineStart;
    }

    /// {@return the number of the current line, from 1}
    public int number() {
        return number;
    }
}
