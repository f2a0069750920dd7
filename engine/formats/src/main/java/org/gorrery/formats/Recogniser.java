package org.gorrery.formats;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.gorrery.formats.dumps.HeapDumpReader;
import org.gorrery.formats.exectrace.TraceReader;
import org.gorrery.formats.input.TextLines;
import org.gorrery.formats.logs.RuntimeMetrics;
import org.gorrery.formats.pprof.LegacyCpuReader;

/// Tells what a file is by its first bytes and its lines, never by its name.
public final class Recogniser {
    private static final int MAX_LINES = 200_000;

    private static final Pattern TEXT_PROFILE =
            Pattern.compile(
                    "heap profile: .*|\\S.{0,200} profile: total *\\d+|--- (?:contention|mutex|contentionz|heapz|threadz|Thread)\\b.*");
    private static final Pattern TRACEBACK =
            Pattern.compile(
                    "goroutine \\d+ .*\\[.*|goroutine \\d+ \\[.*|\\t?panic: .*|fatal error: .*|SIG[A-Z]+: .*|WARNING: DATA RACE");
    private static final Pattern LOG =
            Pattern.compile(
                    "gc \\d+ @[0-9.]+s \\d+%|gc\\d+\\(\\d+\\): |scvg-?\\d*: |scav (?:\\d+ )?\\d+ KiB work|SCHED \\d+ms: "
                            + "|^init \\S+ @[0-9.]+ ms, |pacer: |^tracealloc\\(0x|^tracefree\\(0x|^tracegc\\(\\)");

    /// Words of which a line of a log has at least one; looked for first, since that is much faster.
    private static final String[] LOG_WORDS = {
        "gc", "scvg", "scav ", "SCHED ", "init ", "pacer: ", "trace"
    };

    private static final Pattern FOLDED = Pattern.compile("\\S.*[^ ] -?\\d+(?:\\.\\d+)?");

    private Recogniser() {}

    /// Recognises the contents of a file, unpacked.
    ///
    /// @param bytes the contents
    /// @return what it is; a text may hold both a log and a traceback
    public static Set<Format> recognise(byte[] bytes) {
        if (TraceReader.version(bytes) >= 0) {
            return EnumSet.of(Format.TRACE);
        }
        if (HeapDumpReader.recognises(bytes)) {
            return EnumSet.of(Format.HEAP_DUMP);
        }
        if (LegacyCpuReader.recognises(bytes)) {
            return EnumSet.of(Format.BINARY_CPU_PROFILE);
        }
        if (isText(bytes)) {
            Set<Format> found = ofText(bytes);
            return found.isEmpty() ? EnumSet.of(Format.UNKNOWN) : found;
        }
        return EnumSet.of(protobuf(bytes) ? Format.PROFILE : Format.UNKNOWN);
    }

    /// {@return whether the start holds no byte that text does not have}
    /// @param bytes the contents
    public static boolean isText(byte[] bytes) {
        int n = Math.min(bytes.length, 4096);
        for (int i = 0; i < n; i++) {
            int b = bytes[i] & 0xff;
            if (b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != 0x1b && b != 0x0c && b != 7
                    && b != 8) {
                return false;
            }
        }
        return n > 0;
    }

    private static Set<Format> ofText(byte[] bytes) {
        Set<Format> found = EnumSet.noneOf(Format.class);
        if (RuntimeMetrics.recognises(bytes)) {
            return EnumSet.of(Format.METRICS);
        }
        var lines = new TextLines(bytes);
        int folded = 0;
        int shown = 0;
        while (lines.advance() && lines.number() < MAX_LINES) {
            String line = lines.line();
            if (line.isBlank() || line.length() > 8192) {
                continue;
            }
            shown++;
            if (shown == 1 && TEXT_PROFILE.matcher(line).matches()) {
                return EnumSet.of(Format.TEXT_PROFILE);
            }
            if (isLog(line)) {
                found.add(Format.RUNTIME_LOG);
            } else if (TRACEBACK.matcher(line).matches()) {
                found.add(Format.TRACEBACK);
            } else if (FOLDED.matcher(line).matches()) {
                folded++;
            }
        }
        if (found.contains(Format.RUNTIME_LOG) && holds(bytes, "tracealloc(0x")) {
            found.remove(Format.TRACEBACK); // its tracebacks belong to allocations
        }
        if (found.isEmpty() && shown > 0 && folded == shown) {
            found.add(Format.FOLDED_STACKS);
        }
        return found;
    }

    private static boolean isLog(String line) {
        for (String word : LOG_WORDS) {
            if (line.contains(word)) {
                return LOG.matcher(line).find();
            }
        }
        return false;
    }

    private static boolean holds(byte[] bytes, String text) {
        return new String(bytes, 0, Math.min(bytes.length, 1 << 22), StandardCharsets.ISO_8859_1)
                .contains(text);
    }

    /// {@return whether the first fields are those of a profile message}
    private static boolean protobuf(byte[] bytes) {
        int at = 0;
        int fields = 0;
        while (at < bytes.length && fields < 8) {
            int tag = bytes[at++] & 0xff;
            int field = tag >> 3;
            int wire = tag & 7;
            if (field < 1 || field > 15 || wire != 0 && wire != 2) {
                return false;
            }
            long value = 0;
            int shift = 0;
            while (at < bytes.length && shift < 64) {
                byte b = bytes[at++];
                value |= (long) (b & 0x7f) << shift;
                shift += 7;
                if (b >= 0) {
                    break;
                }
            }
            if (wire == 2) {
                if (value < 0 || value > bytes.length - at) {
                    return fields > 1; // cut off, or none at all
                }
                at += (int) value;
            }
            fields++;
        }
        return fields > 0;
    }
}
