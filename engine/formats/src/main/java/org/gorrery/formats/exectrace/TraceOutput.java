package org.gorrery.formats.exectrace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes the bytes of an execution trace in the format of Go 1.22 and later: one generation, clock in nanoseconds.
///
/// Strings and stacks are handed in once and referred to by id. Events of one thread must come in the order of time;
/// what they must say to be accepted is the caller's business (see [TraceWriter]). Not shared between threads.
public final class TraceOutput {
    private static final int VERSION = 23;
    private static final int MAX_BATCH = 60_000;
    private static final int MAX_STRING = 1024;
    private static final int MAX_FRAMES = 128;

    private final Map<String, Integer> strings = new LinkedHashMap<>();
    private final Map<List<Frame>, Integer> stacks = new LinkedHashMap<>();
    private final Map<Long, Stream> threads = new HashMap<>();
    private final List<Stream> order = new ArrayList<>();
    private final List<long[]> samples = new ArrayList<>();
    private long first = Long.MAX_VALUE;

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

    /// Starts an empty trace.
    public TraceOutput() {}

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

    /// Ends the trace.
    ///
    /// @return the file's contents
    public byte[] finish() {
        var out = new TraceBytes();
        byte[] header = new byte[16];
        byte[] text = ("go 1." + VERSION + " trace").getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(text, 0, header, 0, text.length);
        out.writeBytes(header);
        long base =
                first == Long.MAX_VALUE
                        ? 1
                        : Math.max(1, first - 1); // readers begin with a mark of their own
        var sync = new TraceBytes();
        sync.write(V2Types.FREQUENCY);
        sync.number(1_000_000_000L);
        batch(out, -1, base, sync.toByteArray());
        for (Stream s : order) {
            s.close();
            for (int i = 0; i < s.batches.size(); i++) {
                batch(out, s.thread, s.bases.get(i), s.batches.get(i));
            }
        }
        samples(out, base);
        stacks(out, base);
        strings(out, base);
        return out.toByteArray();
    }

    private static void batch(TraceBytes out, long thread, long time, byte[] data) {
        out.write(V2Types.BATCH);
        out.number(1);
        out.number(thread);
        out.number(time);
        out.number(data.length);
        out.writeBytes(data);
    }

    private void samples(TraceBytes out, long base) {
        var table = new Table(out, base, V2Types.CPU_SAMPLES);
        for (long[] s : samples) {
            table.data.write(V2Types.CPU_SAMPLE);
            for (long v : s) {
                table.data.number(v);
            }
            table.entryEnds();
        }
        table.flush();
    }

    private void stacks(TraceBytes out, long base) {
        var table = new Table(out, base, V2Types.STACKS);
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

    private void strings(TraceBytes out, long base) {
        var table = new Table(out, base, V2Types.STRINGS);
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
    private static final class Table {
        private final TraceBytes out;
        private final long base;
        private final int mark;
        private TraceBytes data = new TraceBytes();

        Table(TraceBytes out, long base, int mark) {
            this.out = out;
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
                batch(out, -1, base, data.toByteArray());
                data = new TraceBytes();
                data.write(mark);
            }
        }
    }
}
