package org.gorrery.formats.pprof;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gorrery.formats.input.Fault;
import org.gorrery.formats.input.FormatException;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.input.Loaded;
import org.gorrery.formats.input.TextLines;
import org.gorrery.formats.profile.Profile;
import org.gorrery.formats.profile.ProfileHead;
import org.gorrery.formats.profile.ValueType;

/// Reads the old binary CPU profile: words of 4 or 8 bytes in either byte order, then a memory map.
public final class LegacyCpuReader {
    private static final int MAX_DEPTH = 1 << 16;

    private final byte[] bytes;
    private final int wordBytes;
    private final ByteBuffer words;
    private final List<Fault> faults = new ArrayList<>();
    private int at;

    private LegacyCpuReader(byte[] bytes, int wordBytes, ByteOrder order) {
        this.bytes = bytes;
        this.wordBytes = wordBytes;
        this.words = ByteBuffer.wrap(bytes).order(order);
    }

    /// Tells whether bytes start like such a profile.
    ///
    /// @param bytes the file's contents
    /// @return whether [#read] can be tried
    public static boolean recognises(byte[] bytes) {
        return variant(bytes) != null;
    }

    private static @org.jspecify.annotations.Nullable LegacyCpuReader variant(byte[] bytes) {
        for (int size : new int[] {4, 8}) {
            for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
                var reader = new LegacyCpuReader(bytes, size, order);
                if (bytes.length >= 5 * size
                        && reader.word(0) == 0
                        && reader.word(1) == 3
                        && (reader.word(2) == 0 || reader.word(2) == 1)
                        && reader.word(3) > 0
                        && reader.word(4) == 0) {
                    return reader;
                }
            }
        }
        return null;
    }

    private long word(int index) {
        return wordBytes == 4 ? words.getInt(index * 4) & 0xffffffffL : words.getLong(index * 8);
    }

    /// Reads a profile.
    ///
    /// @param bytes the file's contents
    /// @param limits bounds
    /// @return the profile and what was wrong
    /// @throws FormatException when the header is of no known variant
    public static Loaded<LegacyProfile> read(byte[] bytes, Limits limits) throws FormatException {
        LegacyCpuReader reader = variant(bytes);
        if (reader == null) {
            throw new FormatException(
                    0, "expected the words 0, 3, 0, period, 0 of a binary CPU profile");
        }
        return reader.read(limits.faults());
    }

    private Loaded<LegacyProfile> read(int maxFaults) {
        long periodMicros = word(3);
        var raw = new LegacyStacks();
        boolean ended = records(raw);
        var mappings = new LegacyMappings();
        if (ended) {
            var lines =
                    new TextLines(
                            Arrays.copyOfRange(
                                    bytes, Math.min(bytes.length, at * wordBytes), bytes.length));
            while (lines.advance()) {
                mappings.line(lines.line());
            }
        }
        LegacyStacks stacks = adjusted(raw, periodMicros);
        var head =
                ProfileHead.of(
                        List.of(
                                new ValueType("samples", "count"),
                                new ValueType("cpu", "nanoseconds")),
                        new ValueType("cpu", "nanoseconds"),
                        Math.multiplyExact(Math.min(periodMicros, 1L << 40), 1000));
        Profile p = stacks.build(head, mappings.all());
        List<Fault> kept = faults.subList(0, Math.min(faults.size(), maxFaults));
        return new Loaded<>(
                new LegacyProfile(
                        "cpu", "", p, p, stacks.size(), 0, 0, Map.of(), Map.of(), List.of()),
                kept);
    }

    private boolean records(LegacyStacks into) {
        at = 5;
        long[] stack = new long[64];
        while ((at + 2) * (long) wordBytes <= bytes.length) {
            long count = word(at);
            long depth = word(at + 1);
            if (depth <= 0 || depth > MAX_DEPTH || (at + 2 + depth) * wordBytes > bytes.length) {
                faults.add(
                        new Fault(
                                (long) at * wordBytes,
                                "record of " + depth + " addresses, expected a sound depth"));
                return false;
            }
            at += 2;
            if (stack.length < depth) {
                stack = new long[(int) depth * 2];
            }
            for (int i = 0; i < depth; i++) {
                stack[i] = word(at++);
            }
            if (count == 0 && depth == 1 && stack[0] == 0) {
                return true;
            }
            into.add(stack, (int) depth, List.of(), count);
        }
        faults.add(
                new Fault(
                        (long) at * wordBytes, "the file ends before the closing record 0, 1, 0"));
        return false;
    }

    /// Subtracts one from return addresses and takes out a doubled leaf or a signal handler's frame.
    private static LegacyStacks adjusted(LegacyStacks raw, long periodMicros) {
        boolean handler = sharedSecond(raw);
        var result = new LegacyStacks();
        for (int i = 0; i < raw.size(); i++) {
            int depth = raw.depth(i);
            long[] stack = new long[depth];
            int n = 0;
            for (int k = 0; k < depth; k++) {
                long a = raw.address(i, k);
                long adjusted = k == 0 ? a : a - 1;
                boolean doubled = k == 1 && adjusted == raw.address(i, 0);
                if (!doubled && !(handler && k == 1)) {
                    stack[n++] = adjusted;
                }
            }
            long count = raw.values().get(i)[0];
            result.add(stack, n, List.of(), count, count * periodMicros * 1000);
        }
        return result;
    }

    /// Tells whether nearly all stacks have the same second address: the frame of the profiling signal's handler.
    private static boolean sharedSecond(LegacyStacks raw) {
        if (raw.size() < 32) {
            return false;
        }
        var counts = new java.util.HashMap<Long, Integer>();
        int most = 0;
        for (int i = 0; i < raw.size(); i++) {
            if (raw.depth(i) > 1) {
                most = Math.max(most, counts.merge(raw.address(i, 1), 1, Integer::sum));
            }
        }
        return most >= raw.size() - raw.size() / 32;
    }
}
