package org.gorrery.formats.exectrace;

import java.util.Map;
import java.util.TreeMap;
import org.gorrery.formats.exectrace.V2Batches.Batch;
import org.gorrery.formats.exectrace.V2Batches.Generation;
import org.gorrery.formats.input.ByteCursor;
import org.gorrery.formats.input.FormatException;

/// Counts what stands in the file, event by event, without putting it in order.
public final class V2RawCounts {
    private final long[] counts = new long[256];
    private long batches;
    private int generations;
    private long experimentalBytes;

    private V2RawCounts() {}

    /// Counts the events of a version 2 trace.
    ///
    /// @param bytes the unpacked file
    /// @return the counts; damaged places are skipped
    public static V2RawCounts of(byte[] bytes) {
        var result = new V2RawCounts();
        V2Batches scan = V2Batches.scan(bytes, TraceReader.version(bytes));
        for (Generation g : scan.generations()) {
            result.generations++;
            for (Batch b : g.batches) {
                result.batch(bytes, b);
            }
            if (g.closed && TraceReader.version(bytes) >= 26) {
                result.counts[V2Types.END_OF_GENERATION]++;
            }
        }
        scan.cut().ifPresent(b -> result.batch(bytes, b));
        return result;
    }

    private void batch(byte[] bytes, Batch b) {
        if (b.experiment() != 0) {
            counts[V2Types.EXPERIMENTAL_BATCH]++;
            experimentalBytes += b.to() - b.from();
            return;
        }
        batches++;
        counts[V2Types.BATCH]++;
        batch(new ByteCursor(bytes, b.from(), b.to()));
    }

    private void batch(ByteCursor in) {
        try {
            while (in.hasMore()) {
                int type = in.u8();
                switch (type) {
                    case V2Types.STACKS, V2Types.STRINGS, V2Types.CPU_SAMPLES, V2Types.SYNC -> {
                        // a mark without arguments
                    }
                    case V2Types.STRING -> {
                        in.uvarint();
                        in.skip(in.length("string"));
                    }
                    case V2Types.STACK -> {
                        in.uvarint();
                        for (long n = in.uvarint() * 4; n > 0; n--) {
                            in.uvarint();
                        }
                    }
                    case V2Types.CPU_SAMPLE -> arguments(in, 5);
                    case V2Types.FREQUENCY -> arguments(in, 1);
                    case V2Types.CLOCK_SNAPSHOT -> arguments(in, 4);
                    default -> {
                        int n = V2Types.arguments(type);
                        if (n < 0) {
                            return;
                        }
                        arguments(in, n + 1);
                    }
                }
                counts[type]++;
            }
        } catch (FormatException damaged) {
            in.seek(in.limit()); // the reader reports it; what was counted so far stands
        }
    }

    private static void arguments(ByteCursor in, int n) throws FormatException {
        for (int i = 0; i < n; i++) {
            in.uvarint();
        }
    }

    /// {@return how many of each type, by Go's names, without types that do not occur}
    public Map<String, Long> byType() {
        var result = new TreeMap<String, Long>();
        for (int t = 0; t < counts.length; t++) {
            if (counts[t] > 0) {
                result.put(V2Types.name(t), counts[t]);
            }
        }
        return result;
    }

    /// {@return how many batches, those of experiments left out}
    public long batches() {
        return batches;
    }

    /// {@return how many generations, cut ones included}
    public int generations() {
        return generations;
    }

    /// {@return how many batches of experiments}
    public long experimentalBatches() {
        return counts[V2Types.EXPERIMENTAL_BATCH];
    }

    /// {@return bytes of data in batches of experiments}
    public long experimentalBytes() {
        return experimentalBytes;
    }

    /// {@return how many strings, those of each generation counted}
    public long strings() {
        return counts[V2Types.STRING];
    }

    /// {@return how many stacks, those of each generation counted}
    public long stacks() {
        return counts[V2Types.STACK];
    }
}
