package org.gorrery.app.shell;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The console's lines: the newest [#LIMIT_CHARS] characters of what the program printed. On the FX thread.
final class ConsoleViewModel {
    /// Most characters that are kept.
    static final int LIMIT_CHARS = 1 << 20;

    /// Most lines that are kept; a line costs more than its characters.
    static final int LIMIT_LINES = 100_000;

    /// Bytes taken from the program in one frame.
    static final int FRAME_BYTES = 128 << 10;

    /// Longer lines are cut into several.
    static final int LINE_CHARS = 2_000;

    /// Who a line is from.
    enum Source {
        OUT,
        ERR,
        /// What the user sent to the program.
        INPUT,
        /// What the explorer itself says.
        NOTE
    }

    /// A line of the console.
    record Line(Source source, String text) {}

    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<Line> shown = FXCollections.unmodifiableObservableList(lines);
    private final Map<ConsoleBuffer.Stream, Decoder> decoders =
            new EnumMap<>(ConsoleBuffer.Stream.class);
    private ConsoleBuffer buffer = new ConsoleBuffer();
    private long chars;
    private boolean open;

    /// The lines, oldest first.
    ObservableList<Line> lines() {
        return shown;
    }

    /// A buffer for a new run; the lines of the run before go.
    ConsoleBuffer restart() {
        buffer.input().end();
        buffer = new ConsoleBuffer();
        decoders.clear();
        clear();
        return buffer;
    }

    /// Takes all lines away.
    void clear() {
        lines.clear();
        chars = 0;
        open = false;
    }

    /// Appends a line of the explorer's own.
    void note(String text) {
        append(List.of(new Line(Source.NOTE, text)));
        open = false;
    }

    /// Sends a line to the program.
    void send(String text) {
        buffer.input().send(text);
        append(List.of(new Line(Source.INPUT, text)));
        open = false;
    }

    /// Ends the program's input.
    void endInput() {
        buffer.input().end();
    }

    /// Takes in what was printed since the last frame, a bounded part of it.
    ///
    /// @return whether there was any
    boolean pulse() {
        var fetched = buffer.fetch(FRAME_BYTES);
        if (fetched.pieces().isEmpty() && fetched.droppedBytes() == 0) {
            return false;
        }
        var fresh = new ArrayList<Line>();
        if (fetched.droppedBytes() > 0) {
            open = false;
            fresh.add(new Line(Source.NOTE, skipped(fetched.droppedBytes())));
        }
        for (var piece : fetched.pieces()) {
            String text =
                    decoders.computeIfAbsent(piece.stream(), s -> new Decoder())
                            .text(piece.bytes());
            split(
                    piece.stream() == ConsoleBuffer.Stream.OUT ? Source.OUT : Source.ERR,
                    text,
                    fresh);
        }
        append(fresh);
        return true;
    }

    private static String skipped(long bytes) {
        return String.format(Locale.ROOT, "… %,d bytes came faster than they can be shown", bytes)
                .replace(',', '\u2009');
    }

    /// Cuts text into lines; the first goes on with the last line there is, if that is open and of the same source.
    private void split(Source source, String text, List<Line> into) {
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            boolean ended = end >= 0;
            int to = Math.min(ended ? end : text.length(), from + LINE_CHARS);
            boolean cut = ended ? to < end : to < text.length();
            String part = text.substring(from, to).replace("\r", "").replace("\t", "        ");
            add(source, part, into);
            open = !cut && !ended;
            from = cut || !ended ? to : to + 1;
        }
    }

    private void add(Source source, String part, List<Line> into) {
        if (open) {
            Line last = into.isEmpty() ? lines.isEmpty() ? null : lines.getLast() : into.getLast();
            if (last != null
                    && last.source() == source
                    && last.text().length() + part.length() <= LINE_CHARS) {
                var longer = new Line(source, last.text() + part);
                if (into.isEmpty()) {
                    chars += part.length();
                    lines.set(lines.size() - 1, longer);
                } else {
                    into.set(into.size() - 1, longer);
                }
                return;
            }
        }
        into.add(new Line(source, part));
    }

    private void append(List<Line> fresh) {
        for (Line line : fresh) {
            chars += line.text().length() + 1L;
        }
        lines.addAll(fresh);
        int gone = 0;
        while (gone < lines.size() && (chars > LIMIT_CHARS || lines.size() - gone > LIMIT_LINES)) {
            chars -= lines.get(gone).text().length() + 1L;
            gone++;
        }
        if (gone > 0) {
            lines.remove(0, gone);
        }
    }

    /// UTF-8 whose characters may be cut anywhere.
    private static final class Decoder {
        private final CharsetDecoder utf8 =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE);
        private byte[] rest = new byte[0];

        String text(byte[] bytes) {
            byte[] all = Arrays.copyOf(rest, rest.length + bytes.length);
            System.arraycopy(bytes, 0, all, rest.length, bytes.length);
            var in = ByteBuffer.wrap(all);
            var out = CharBuffer.allocate(all.length + 1);
            var result = utf8.decode(in, out, false);
            if (result.isError()) {
                throw new IllegalStateException(Objects.toString(result));
            }
            rest = Arrays.copyOfRange(all, in.position(), all.length);
            return out.flip().toString();
        }
    }
}
