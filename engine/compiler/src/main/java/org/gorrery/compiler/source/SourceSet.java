package org.gorrery.compiler.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All files of one compilation. A position is an int: the base of its file plus the byte offset in it; 0 is "nowhere".
///
/// Guard: one compilation, one thread.
public final class SourceSet {
    /// From `offset` on, text counts as standing in `file` at `line`, and at `column` if that is over 0.
    private record LineDirective(int offset, String file, int line, int column) {}

    /// Where positions begin that lie behind those of another set.
    private static final int BEHIND = 1 << 30;

    private final @Nullable SourceSet before;
    private final List<FileEntry> files = new ArrayList<>();
    private int nextBase;

    /// An empty set.
    public SourceSet() {
        this.before = null;
        this.nextBase = 1;
    }

    /// A set whose positions lie behind those of another, which it includes with all that is added to that one.
    public SourceSet(SourceSet before) {
        this.before = before;
        this.nextBase = BEHIND;
    }

    private static final class FileEntry {
        final String name;
        final byte[] utf8;
        final int base;
        private int[] lineStarts = {};
        private int lines;
        final List<LineDirective> directives = new ArrayList<>();

        FileEntry(String name, byte[] utf8, int base) {
            this.name = name;
            this.utf8 = utf8;
            this.base = base;
        }

        /// Offsets of the lines; found when first asked for, since most files of the library never are.
        int[] lineStarts() {
            if (lines == 0) {
                lineStarts = new int[1 + utf8.length / 32];
                lines = 1;
                for (int i = 0; i < utf8.length; i++) {
                    if (utf8[i] == '\n') {
                        if (lines == lineStarts.length) {
                            lineStarts = Arrays.copyOf(lineStarts, lines * 2);
                        }
                        lineStarts[lines++] = i + 1;
                    }
                }
            }
            return lineStarts;
        }

        /// The line that an offset lies in, from 0.
        int lineIndex(int offset) {
            int i = Arrays.binarySearch(lineStarts(), 0, lines, offset);
            return i >= 0 ? i : -i - 2;
        }
    }

    /// Adds a file.
    ///
    /// @param name as shown in diagnostics and tracebacks
    /// @param utf8 its whole text
    /// @return the base: position of its first byte
    public int add(String name, byte[] utf8) {
        var entry = new FileEntry(name, utf8, nextBase);
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
        if (before != null && pos < BEHIND) {
            return before.position(pos);
        }
        if (pos <= 0 || files.isEmpty()) {
            return Position.NONE;
        }
        var entry = entry(pos);
        int offset = pos - entry.base;
        int line = lineIndex(entry, offset);
        int column = offset - entry.lineStarts()[line] + 1;
        LineDirective directive = directiveFor(entry, offset);
        if (directive == null) {
            return new Position(entry.name, offset, line + 1, column);
        }
        int directiveLine = lineIndex(entry, directive.offset);
        int shownColumn = directive.column;
        if (directive.column > 0) {
            shownColumn =
                    line == directiveLine ? directive.column + offset - directive.offset : column;
        }
        return new Position(
                directive.file, offset, directive.line + line - directiveLine, shownColumn);
    }

    /// Records a line directive (`go doc cmd/compile`, "Line directives"): from `pos` on, positions are shown as in `file`.
    ///
    /// @param file as written; empty together with a column means the file shown before
    /// @param line from 1
    /// @param column from 1; 0: columns are not known
    public void lineDirective(int pos, String file, int line, int column) {
        var entry = entry(pos);
        int offset = pos - entry.base;
        if (!entry.directives.isEmpty() && entry.directives.getLast().offset >= offset) {
            return; // the file is being parsed again
        }
        String shown = file.isEmpty() && column > 0 ? position(pos).file() : file;
        entry.directives.add(new LineDirective(offset, shown, line, column));
    }

    private static @Nullable LineDirective directiveFor(FileEntry entry, int offset) {
        for (int i = entry.directives.size() - 1; i >= 0; i--) {
            if (entry.directives.get(i).offset <= offset) {
                return entry.directives.get(i);
            }
        }
        return null;
    }

    /// The line of `pos`, from 1, line directives left out of account.
    public int line(int pos) {
        var entry = entry(pos);
        return lineIndex(entry, pos - entry.base) + 1;
    }

    private static int lineIndex(FileEntry entry, int offset) {
        return entry.lineIndex(offset);
    }

    private FileEntry entry(int pos) {
        if (before != null && pos < BEHIND) {
            return before.entry(pos);
        }
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
