package org.gorrery.formats.exectrace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.formats.exectrace.TraceHead.HeapScale;
import org.gorrery.formats.exectrace.TraceModel.ClockSnapshot;
import org.gorrery.formats.exectrace.TraceModel.HeapType;
import org.jspecify.annotations.Nullable;

/// Writes the bytes of an execution trace in the format of Go 1.22 and later, clock in nanoseconds.
///
/// Strings and stacks are handed in once for each generation and referred to by id. Events of one thread must come in the
/// order of time; what they must say to be accepted is the caller's business (see [TraceWriter]). Not shared between
/// threads.
public final class TraceOutput {
    private static final int USUAL_VERSION = 23;
    private static final int FIRST_WITH_CLOCKS = 25;
    private static final int FIRST_WITH_END_MARK = 26;
    private static final int MAX_BATCH = 60_000;
    private static final int MAX_STRING = 1024;
    private static final int MAX_FRAMES = 128;

    private final Map<String, Integer> strings = new LinkedHashMap<>();
    private final Map<List<Frame>, Integer> stacks = new LinkedHashMap<>();
    private final Map<Long, Stream> threads = new HashMap<>();
    private final List<Stream> order = new ArrayList<>();
    private final List<long[]> samples = new ArrayList<>();
    private TraceBytes out = new TraceBytes();
    private final int version;
    private final List<byte[]> experiment = new ArrayList<>();
    private @Nullable ClockSnapshot clock;
    private long first = Long.MAX_VALUE;
    private long announced = -1;
    private int generation = 1;

    /// One call of a stack.
    ///
    /// @param pc program counter
    /// @param function its name
    /// @param file source file
    /// @param line line in the file
    public record Frame(long pc, String function, String file, int line) {}

    /// The batches of one thread.
    private static final class Stream {
        final long thread;
        final List<byte[]> batches = new ArrayList<>();
        final List<Long> bases = new ArrayList<>();
        TraceBytes open = new TraceBytes();
        long base;
        long last;

        Stream(long thread) {
            this.thread = thread;
        }

        void close() {
            if (open.size() > 0) {
                batches.add(open.toByteArray());
                bases.add(base);
                open = new TraceBytes();
            }
        }
    }

    /// Starts an empty trace in the form that every Go from 1.23 on reads.
    public TraceOutput() {
        this(USUAL_VERSION);
    }

    /// Starts an empty trace.
    ///
    /// @param version the minor version of Go whose format it has, at least 22; from 25 on each generation needs a clock
    public TraceOutput(int version) {
        this.version = version;
        byte[] header = new byte[16];
        byte[] text = ("go 1." + version + " trace").getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(text, 0, header, 0, text.length);
        out.writeBytes(header);
    }

    /// Starts a generation; what was handed in before belongs to the one before. Without a call there is one generation.
    ///
    /// @param nanos when it starts, not after its first event
    /// @param snapshot clocks read at its start; null where the format has none
    public void generation(long nanos, @Nullable ClockSnapshot snapshot) {
        if (announced >= 0) {
            flush();
            generation++;
        }
        announced = snapshot == null ? nanos : Math.min(nanos, snapshot.traceNanos());
        clock = snapshot;
    }

    /// Tells the scale of addresses of the alloc/free experiment, once, in the first generation.
    ///
    /// @param scale the scale
    public void heapScale(HeapScale scale) {
        var b = new TraceBytes();
        b.write(AllocFreeInfo.INFO);
        b.number(scale.minAddress());
        b.number(scale.pageBytes());
        b.number(scale.objectAlign());
        b.number(scale.minStackBytes());
        experiment.add(b.toByteArray());
    }

    /// Tells the types that events of the alloc/free experiment name in this generation.
    ///
    /// @param types the types
    public void heapTypes(List<HeapType> types) {
        var b = new TraceBytes();
        b.write(AllocFreeInfo.TYPES);
        for (HeapType t : types) {
            byte[] name = t.name().getBytes(StandardCharsets.UTF_8);
            b.number(t.id());
            b.number(t.address());
            b.number(t.bytes());
            b.number(t.pointerBytes());
            b.number(name.length);
            b.writeBytes(name);
            if (b.size() > MAX_BATCH) {
                experiment.add(b.toByteArray());
                b = new TraceBytes();
                b.write(AllocFreeInfo.TYPES);
            }
        }
        experiment.add(b.toByteArray());
    }

    /// Hands in a string; longer ones than 1024 bytes are cut.
    ///
    /// @param s any text
    /// @return its id; 0 for the empty text
    public int string(String s) {
        if (s.isEmpty()) {
            return 0;
        }
        byte[] b = s.getBytes(StandardCharsets.UTF_8);
        String kept =
                b.length <= MAX_STRING
                        ? s
                        : new String(b, 0, MAX_STRING, StandardCharsets.UTF_8)
                                .replace("\uFFFD", "");
        return strings.computeIfAbsent(kept, k -> strings.size() + 1);
    }

    /// Hands in a stack, leaf first; deeper ones than 128 calls are cut.
    ///
    /// @param frames the calls
    /// @return its id; 0 for an empty stack
    public int stack(List<Frame> frames) {
        if (frames.isEmpty()) {
            return 0;
        }
        List<Frame> kept = List.copyOf(frames.subList(0, Math.min(frames.size(), MAX_FRAMES)));
        Integer known = stacks.get(kept);
        if (known != null) {
            return known;
        }
        for (Frame f : kept) {
            string(f.function());
            string(f.file());
        }
        stacks.put(kept, stacks.size() + 1);
        return stacks.size();
    }

    /// Adds an event.
    ///
    /// @param thread the operating system's id of its M, -1 none
    /// @param nanos when it happened
    /// @param type its number in the format
    /// @param arguments what follows the time
    public void event(long thread, long nanos, int type, long... arguments) {
        Stream s = threads.get(thread);
        if (s == null) {
            s = new Stream(thread);
            threads.put(thread, s);
            order.add(s);
        }
        if (s.open.size() > MAX_BATCH) {
            s.close();
        }
        if (s.open.size() == 0) {
            s.base = nanos;
            s.last = nanos;
        }
        first = Math.min(first, nanos);
        s.open.write(type);
        s.open.number(Math.max(0, nanos - s.last));
        s.last = Math.max(s.last, nanos);
        for (long a : arguments) {
            s.open.number(a);
        }
    }

    /// Adds a CPU sample.
    ///
    /// @param nanos when it was taken
    /// @param thread its M, -1 none
    /// @param proc its P, -1 none
    /// @param goroutine number of the goroutine, 0 none
    /// @param stack id of its stack
    public void sample(long nanos, long thread, long proc, long goroutine, int stack) {
        first = Math.min(first, nanos);
        samples.add(new long[] {nanos, thread, proc, goroutine, stack});
    }

    /// The bytes of all generations that are over, less those handed out before, for a trace that is written while it goes on.
    ///
    /// @return what comes next in the file
    public byte[] drain() {
        byte[] done = out.toByteArray();
        out = new TraceBytes();
        return done;
    }

    /// Ends the trace.
    ///
    /// @return the file's contents, less what was handed out before
    public byte[] finish() {
        flush();
        return out.toByteArray();
    }

    /// Writes what was collected as one generation.
    private void flush() {
        long base =
                announced >= 0
                        ? announced
                        : first == Long.MAX_VALUE
                                ? 1
                                : Math.max(1, first - 1); // readers begin with a mark of their own
        sync(base);
        for (byte[] data : experiment) {
            out.write(V2Types.EXPERIMENTAL_BATCH);
            out.write(1);
            body(-1, base, data);
        }
        for (Stream s : order) {
            s.close();
            for (int i = 0; i < s.batches.size(); i++) {
                batch(s.thread, s.bases.get(i), s.batches.get(i));
            }
        }
        samples(base);
        stacks(base);
        strings(base);
        if (version >= FIRST_WITH_END_MARK) {
            out.write(V2Types.END_OF_GENERATION);
        }
        strings.clear();
        stacks.clear();
        threads.clear();
        order.clear();
        samples.clear();
        experiment.clear();
        first = Long.MAX_VALUE;
    }

    private void sync(long base) {
        var sync = new TraceBytes();
        if (version >= FIRST_WITH_CLOCKS) {
            sync.write(V2Types.SYNC);
        }
        sync.write(V2Types.FREQUENCY);
        sync.number(1_000_000_000L);
        if (version >= FIRST_WITH_CLOCKS) {
            ClockSnapshot c = clock == null ? new ClockSnapshot(base, base, 0) : clock;
            sync.write(V2Types.CLOCK_SNAPSHOT);
            sync.number(Math.max(0, c.traceNanos() - base));
            sync.number(c.monoNanos());
            sync.number(c.wallNanos() / 1_000_000_000L);
            sync.number(c.wallNanos() % 1_000_000_000L);
        }
        batch(-1, base, sync.toByteArray());
    }

    private void batch(long thread, long time, byte[] data) {
        out.write(V2Types.BATCH);
        body(thread, time, data);
    }

    private void body(long thread, long time, byte[] data) {
        out.number(generation);
        out.number(thread);
        out.number(time);
        out.number(data.length);
        out.writeBytes(data);
    }

    private void samples(long base) {
        var table = new Table(base, V2Types.CPU_SAMPLES);
        for (long[] s : samples) {
            table.data.write(V2Types.CPU_SAMPLE);
            for (long v : s) {
                table.data.number(v);
            }
            table.entryEnds();
        }
        table.flush();
    }

    private void stacks(long base) {
        var table = new Table(base, V2Types.STACKS);
        stacks.forEach((frames, id) -> {
            table.data.write(V2Types.STACK);
            table.data.number(id);
            table.data.number(frames.size());
            for (Frame f : frames) {
                table.data.number(f.pc());
                table.data.number(string(f.function()));
                table.data.number(string(f.file()));
                table.data.number(f.line());
            }
            table.entryEnds();
        });
        table.flush();
    }

    private void strings(long base) {
        var table = new Table(base, V2Types.STRINGS);
        strings.forEach((text, id) -> {
            byte[] b = text.getBytes(StandardCharsets.UTF_8);
            table.data.write(V2Types.STRING);
            table.data.number(id);
            table.data.number(b.length);
            table.data.writeBytes(b);
            table.entryEnds();
        });
        table.flush();
    }

    /// Batches of one table, each no larger than the format allows.
    private final class Table {
        private final long base;
        private final int mark;
        private TraceBytes data = new TraceBytes();

        Table(long base, int mark) {
            this.base = base;
            this.mark = mark;
            data.write(mark);
        }

        void entryEnds() {
            if (data.size() > MAX_BATCH) {
                flush();
            }
        }

        void flush() {
            if (data.size() > 1) {
                batch(-1, base, data.toByteArray());
                data = new TraceBytes();
                data.write(mark);
            }
        }
    }
}
