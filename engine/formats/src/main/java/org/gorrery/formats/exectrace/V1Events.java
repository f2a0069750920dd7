package org.gorrery.formats.exectrace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gorrery.formats.input.ByteCursor;
import org.gorrery.formats.input.Fault;
import org.gorrery.formats.input.FormatException;
import org.gorrery.formats.input.Growing;
import org.gorrery.formats.input.LongIndex;

/// The events of a version 1 trace as they stand in the file, in columns, with the rows of each P apart.
final class V1Events {
    /// Row list of CPU samples, which have no place in the order of any P.
    static final long SAMPLES = -100;

    private static final int HEADER_BYTES = 16;
    private static final int MAX_FRAMES = 1000;
    private static final int MAX_ARGUMENTS = 16;

    final TraceTables tables;
    final Growing.Ints type = new Growing.Ints(1 << 16);
    final Growing.Longs ticks = new Growing.Longs(1 << 16);
    final Growing.Ints proc = new Growing.Ints(1 << 16);
    final Growing.Longs a0 = new Growing.Longs(1 << 16);
    final Growing.Longs a1 = new Growing.Longs(1 << 16);
    final Growing.Longs a2 = new Growing.Longs(1 << 16);
    final Growing.Ints stack = new Growing.Ints(1 << 16);
    final Growing.Longs sequence = new Growing.Longs(16);
    final Map<Long, Growing.Ints> rows = new TreeMap<>();
    final LongIndex strings = new LongIndex(512);
    final LongIndex stacks = new LongIndex(512);
    final List<String> messages = new ArrayList<>();
    final List<Fault> faults = new ArrayList<>();
    final long[] counts = new long[64];

    private final byte[] bytes;
    private final int version;
    private final long[] argument = new long[MAX_ARGUMENTS];
    private final Growing.Ints stackAt = new Growing.Ints(256);
    private long frequency;
    private long currentProc = -1;
    private long lastTicks;
    private long lastSequence;

    V1Events(byte[] bytes, int version, TraceTables tables) {
        this.bytes = bytes;
        this.version = version;
        this.tables = tables;
    }

    /// {@return ticks per second, 0 if the file does not say}
    long frequency() {
        return frequency;
    }

    /// Reads to the end or to the first byte that cannot be an event.
    void read() {
        var in = new ByteCursor(bytes, HEADER_BYTES, bytes.length);
        try {
            while (in.hasMore()) {
                event(in);
            }
        } catch (FormatException e) {
            faults.add(e.fault());
        }
        stacks();
        if (frequency == 0) {
            faults.add(
                    new Fault(bytes.length, "no clock frequency found: times are shown in ticks"));
            frequency = 1_000_000_000L;
        }
    }

    private void event(ByteCursor in) throws FormatException {
        int at = in.position();
        int b = in.u8();
        int t = b & 0x3f;
        int form = b >> 6;
        if (!V1Types.known(t)) {
            throw new FormatException(
                    at, "event type " + t + ", expected 1 to " + V1Types.CPU_SAMPLE);
        }
        if (t == V1Types.STRING) {
            long id = in.uvarint();
            int length = in.length("string");
            int from = in.position();
            in.skip(length);
            strings.put(id, tables.string(new String(bytes, from, length, StandardCharsets.UTF_8)));
            return;
        }
        counts[t]++;
        if (t == V1Types.STACK) {
            stackAt.add(at);
            stack(in, form, false);
            return;
        }
        int n = arguments(in, form);
        int message = -1;
        if (t == V1Types.USER_LOG) {
            int length = in.length("log message");
            messages.add(in.text(length));
            message = messages.size() - 1;
        }
        store(t, n, message, at);
    }

    private int arguments(ByteCursor in, int form) throws FormatException {
        int n = 0;
        if (form == 3) {
            int end = in.length("arguments") + in.position();
            while (in.position() < end) {
                long v = in.uvarint();
                if (n < MAX_ARGUMENTS) {
                    argument[n++] = v;
                }
            }
            in.seek(end);
        } else {
            int count = form + (version < 7 ? 2 : 1);
            while (n < count) {
                argument[n++] = in.uvarint();
            }
        }
        for (int i = n; i < MAX_ARGUMENTS; i++) {
            argument[i] = 0;
        }
        return n;
    }

    /// Makes the stacks; strings may stand behind those that use them.
    private void stacks() {
        var in = new ByteCursor(bytes, HEADER_BYTES, bytes.length);
        for (int i = 0; i < stackAt.size(); i++) {
            in.seek(stackAt.get(i));
            try {
                stack(in, in.u8() >> 6, true);
            } catch (FormatException e) {
                return; // the one that ended the reading
            }
        }
    }

    private void stack(ByteCursor in, int form, boolean make) throws FormatException {
        int at = in.position();
        int end = in.limit();
        if (form == 3) {
            end = in.length("stack") + in.position();
        }
        if (form == 3 && !make) {
            in.seek(end);
            return;
        }
        long id = in.uvarint();
        long n = in.uvarint();
        if (n < 0 || n > MAX_FRAMES) {
            throw new FormatException(
                    at, "stack of " + Long.toUnsignedString(n) + " frames, expected at most 1000");
        }
        var frames = new ArrayList<Integer>();
        for (int i = 0; i < n; i++) {
            long pc = in.uvarint();
            String address = version < 7 && make ? "0x" + Long.toHexString(pc) : "";
            int function = version < 7 ? tables.string(address) : string(in);
            int file = version < 7 ? tables.string("") : string(in);
            frames.add(tables.frame(pc, function, file, version < 7 ? 0 : (int) in.uvarint()));
        }
        if (form == 3) {
            in.seek(end);
        }
        if (make) {
            stacks.put(id, tables.stack(frames));
        }
    }

    private int string(ByteCursor in) throws FormatException {
        int s = strings.get(in.uvarint());
        return s >= 0 ? s : tables.string("");
    }

    private void store(int t, int n, int message, int at) throws FormatException {
        switch (t) {
            case V1Types.BATCH -> {
                currentProc = argument[0];
                lastSequence = version < 7 ? argument[1] : 0;
                lastTicks = version < 7 ? argument[2] : argument[1];
            }
            case V1Types.FREQUENCY -> {
                frequency = argument[0];
                if (frequency <= 0) {
                    frequency = 0;
                    throw new FormatException(at, "clock frequency 0");
                }
            }
            case V1Types.TIMER_GOROUTINE -> {
                // named only so that timer wake-ups can be told apart; not needed
            }
            default -> timed(t, n, message);
        }
    }

    private void timed(int t, int n, int message) {
        int skip = 1;
        if (version < 7) {
            lastSequence += argument[0];
            skip = 2;
        }
        lastTicks += argument[skip - 1];
        boolean withStack = V1Types.hasStack(t) && n > skip;
        int row = type.size();
        long when = t == V1Types.CPU_SAMPLE ? argument[skip] : lastTicks;
        type.add(t);
        ticks.add(when);
        proc.add((int) currentProc);
        int shift = t == V1Types.CPU_SAMPLE ? skip + 1 : skip;
        a0.add(argument[shift]);
        a1.add(argument[shift + 1]);
        a2.add(message >= 0 ? message : argument[shift + 2]);
        stack.add(withStack ? (int) Math.min(argument[n - 1], Integer.MAX_VALUE) : 0);
        if (version < 7) {
            sequence.add(lastSequence);
        }
        long list = t == V1Types.CPU_SAMPLE ? SAMPLES : currentProc;
        rows.computeIfAbsent(list, p -> new Growing.Ints(1024)).add(row);
    }
}
