package org.gorrery.formats.exectrace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.formats.exectrace.TraceModel.ClockSnapshot;
import org.gorrery.formats.exectrace.TraceModel.HeapType;
import org.gorrery.formats.exectrace.V2Batches.Batch;
import org.gorrery.formats.input.ByteCursor;
import org.gorrery.formats.input.FormatException;
import org.gorrery.formats.input.LongIndex;

/// The tables of one generation: strings, stacks, CPU samples, clock, and the batches of events by thread.
///
/// Ids of strings and stacks mean something in their generation only; here they lead to indices of [TraceTables].
final class V2Generation {
    private static final int MAX_FRAMES = 4096;

    private final byte[] bytes;
    private final TraceTables tables;
    private final LongIndex strings = new LongIndex(512);
    private final LongIndex stacks = new LongIndex(512);
    private final LongIndex heapTypes = new LongIndex(16);
    private final Map<Long, List<Batch>> threads = new LinkedHashMap<>();
    private final List<Sample> samples = new ArrayList<>();
    private double nanosPerTick;
    private long minTicks;

    /// A CPU sample; proc and goroutine as in the file.
    record Sample(long nanos, long thread, long proc, long goroutine, long stack) {}

    V2Generation(byte[] bytes, TraceTables tables) {
        this.bytes = bytes;
        this.tables = tables;
    }

    /// Reads all tables.
    ///
    /// @throws FormatException when the clock's frequency is missing or a table is damaged
    void load(V2Batches.Generation generation, AllocFreeInfo info) throws FormatException {
        var later = new ArrayList<Batch>();
        boolean any = false;
        for (Batch b : generation.batches) {
            minTicks = !any || Long.compareUnsigned(b.time(), minTicks) < 0 ? b.time() : minTicks;
            any = true;
            if (b.experiment() != 0) {
                if (b.experiment() == 1) {
                    info.batch(bytes, b);
                }
                continue;
            }
            switch (b.kind()) {
                case V2Types.STRINGS -> strings(b);
                case V2Types.STACKS, V2Types.CPU_SAMPLES, V2Types.FREQUENCY, V2Types.SYNC ->
                        later.add(b);
                default -> threads.computeIfAbsent(b.thread(), t -> new ArrayList<>()).add(b);
            }
        }
        for (Batch b : later) {
            switch (b.kind()) {
                case V2Types.STACKS -> stacks(b);
                case V2Types.FREQUENCY, V2Types.SYNC -> sync(b);
                default -> {
                    // samples need the frequency, which may follow them
                }
            }
        }
        if (nanosPerTick == 0) {
            throw new FormatException(
                    generation.batches.getFirst().at(),
                    "generation "
                            + generation.number
                            + " has no clock frequency, so its times cannot be read");
        }
        for (Batch b : later) {
            if (b.kind() == V2Types.CPU_SAMPLES) {
                samples(b);
            }
        }
        samples.sort((a, b) -> Long.compare(a.nanos, b.nanos));
        for (HeapType t : info.types()) {
            tables.heapTypes.add(t);
            tables.heapTypeIds.add(t.id());
            heapTypes.put(t.id(), tables.heapTypes.size() - 1);
        }
        if (info.known()) {
            tables.typesPerGeneration.add(info.types().size());
        }
        info.forgetTypes();
    }

    private ByteCursor in(Batch b) throws FormatException {
        var in = new ByteCursor(bytes, b.from(), b.to());
        in.u8();
        return in;
    }

    private void strings(Batch b) throws FormatException {
        ByteCursor in = in(b);
        while (in.hasMore()) {
            expect(in, V2Types.STRING);
            long id = in.uvarint();
            int length = in.length("string");
            int from = in.position();
            in.skip(length);
            strings.put(id, tables.string(new String(bytes, from, length, StandardCharsets.UTF_8)));
        }
    }

    private static void expect(ByteCursor in, int type) throws FormatException {
        int at = in.position();
        int found = in.u8();
        if (found != type) {
            throw new FormatException(
                    at, "byte " + found + ", expected " + V2Types.name(type) + " (" + type + ")");
        }
    }

    private void stacks(Batch b) throws FormatException {
        ByteCursor in = in(b);
        var frames = new ArrayList<Integer>();
        while (in.hasMore()) {
            int at = in.position();
            expect(in, V2Types.STACK);
            long id = in.uvarint();
            long n = in.uvarint();
            if (n < 0 || n > MAX_FRAMES) {
                throw new FormatException(
                        at,
                        "stack of " + Long.toUnsignedString(n) + " frames, expected at most 128");
            }
            frames.clear();
            for (int i = 0; i < n; i++) {
                long pc = in.uvarint();
                int function = stringOrEmpty(in.uvarint());
                int file = stringOrEmpty(in.uvarint());
                frames.add(tables.frame(pc, function, file, (int) in.uvarint()));
            }
            stacks.put(id, tables.stack(frames));
        }
    }

    private int stringOrEmpty(long id) {
        int s = strings.get(id);
        return s >= 0 ? s : tables.string("");
    }

    private void sync(Batch b) throws FormatException {
        var in = new ByteCursor(bytes, b.from(), b.to());
        long clockNanos = b.time();
        while (in.hasMore()) {
            int at = in.position();
            int type = in.u8();
            switch (type) {
                case V2Types.SYNC -> {
                    // only marks the batch
                }
                case V2Types.FREQUENCY -> {
                    long f = in.uvarint();
                    if (f <= 0) {
                        throw new FormatException(at, "clock frequency 0");
                    }
                    nanosPerTick = 1e9 / f;
                }
                case V2Types.CLOCK_SNAPSHOT -> {
                    long ticks = clockNanos + in.uvarint();
                    long mono = in.uvarint();
                    long seconds = in.uvarint();
                    long nanos = in.uvarint();
                    tables.clocks.add(
                            new ClockSnapshot(
                                    nanos(ticks), mono, seconds * 1_000_000_000L + nanos));
                }
                default -> throw new FormatException(at, "byte " + type + " in a sync batch");
            }
        }
    }

    private void samples(Batch b) throws FormatException {
        ByteCursor in = in(b);
        while (in.hasMore()) {
            expect(in, V2Types.CPU_SAMPLE);
            long time = nanos(in.uvarint());
            samples.add(new Sample(time, in.uvarint(), in.uvarint(), in.uvarint(), in.uvarint()));
        }
    }

    /// Converts clock ticks as Go's reader does, so that times agree to the nanosecond.
    long nanos(long ticks) {
        return (long) ((double) ticks * nanosPerTick);
    }

    double nanosPerTick() {
        return nanosPerTick;
    }

    long minNanos() {
        return nanos(minTicks);
    }

    Map<Long, List<Batch>> threads() {
        return threads;
    }

    List<Sample> samples() {
        return samples;
    }

    /// {@return index of a string in the tables; -1 if the generation has no such string}
    int string(long id) {
        return id == 0 ? tables.string("") : strings.get(id);
    }

    /// {@return index of a stack in the tables; -1 for none}
    int stack(long id) {
        return id == 0 ? -1 : stacks.get(id);
    }

    /// {@return index of a type of the alloc/free experiment; -1 unknown}
    int heapType(long id) {
        return id == 0 ? -1 : heapTypes.get(id);
    }
}
