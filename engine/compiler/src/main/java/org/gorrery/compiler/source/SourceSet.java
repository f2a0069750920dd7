package org.gorrery.compiler.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// All files of one compilation. A position is an int: the base of its file plus the byte offset in it; 0 is "nowhere".
///
/// Guard: one compilation, one thread.
public final class SourceSet {
    private final List<FileEntry> files = new ArrayList<>();
    private int nextBase = 1;

    private static final class FileEntry {
        final String name;
        final byte[] utf8;
        final int base;
        int[] lineStarts = {0};
        int lines = 1;

        FileEntry(String name, byte[] utf8, int base) {
            this.name = name;
            this.utf8 = utf8;
            this.base = base;
        }
    }

    /// Adds a file.
    ///
    /// @param name as shown in diagnostics and tracebacks
    /// @param utf8 its whole text
    /// @return the base: position of its first byte
    public int add(String name, byte[] utf8) {
        var entry = new FileEntry(name, utf8, nextBase);
        for (int i = 0; i < utf8.length; i++) {
            if (utf8[i] == '\n') {
                if (entry.lines == entry.lineStarts.length) {
                    entry.lineStarts = Arrays.copyOf(entry.lineStarts, entry.lines * 2);
                }
                entry.lineStarts[entry.lines++] = i + 1;
            }
        }
        files.add(entry);
        nextBase += utf8.length + 1;
        return entry.base;
    }

    /// The text of the file that holds `pos`.
    public byte[] text(int pos) {
        return entry(pos).utf8;
    }

    /// Where `pos` is; `Position.NONE` for 0.
    public Position position(int pos) {
        if (pos <= 0 || files.isEmpty()) {
            return Position.NONE;
        }
        var entry = entry(pos);
        int offset = pos - entry.base;
        int line = lineIndex(entry, offset);
        return new Position(entry.name, offset, line + 1, offset - entry.lineStarts[line] + 1);
    }

    /// The line of `pos`, from 1.
    public int line(int pos) {
        var entry = entry(pos);
        return lineIndex(entry, pos - entry.base) + 1;
    }

    private static int lineIndex(FileEntry entry, int offset) {
        int i = Arrays.binarySearch(entry.lineStarts, 0, entry.lines, offset);
        return i >= 0 ? i : -i - 2;
    }

    private FileEntry entry(int pos) {
        int lo = 0;
        int hi = files.size() - 1;
        while (lo < hi) {
            int mid = (lo + hi + 1) >>> 1;
            if (files.get(mid).base <= pos) {
                lo = mid;
            } else {
                hi = mid - 1;
            }
        }
        return files.get(lo);
    }
}
