package org.gorrery.formats.exectrace;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes a small execution trace as Go 1.5 to 1.21 did: two Ps, three goroutines, a collection, a task with a region.
public final class OldTraceBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final int version;
    private long sequence;

    private OldTraceBytes(int version) {
        this.version = version;
        byte[] head = new byte[16];
        byte[] text = ("go 1." + version + " trace").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, head, 0, text.length);
        out.writeBytes(head);
    }

    /// Writes the trace.
    ///
    /// @param version of the format: 5, 7, 8, 9, 10, 11, 19 or 21
    /// @return the file
    public static byte[] of(int version) {
        var w = new OldTraceBytes(version);
        w.first();
        w.second();
        w.tables();
        return w.out.toByteArray();
    }

    private void first() {
        batch(0, 1000);
        event(V1Types.GO_CREATE, 1, 1, 1, 0);
        event(V1Types.GO_CREATE, 1, 2, 1, 0);
        event(V1Types.GO_WAITING, 1, 2);
        event(V1Types.GOMAXPROCS, 1, 2, 0);
        event(V1Types.PROC_START, 1, 7);
        start(1, 1, 1);
        if (version >= 11) {
            event(V1Types.TASK_CREATE, 5, 1, 0, 3, 1);
            event(V1Types.REGION, 1, 1, 0, 4, 1);
            log();
        }
        event(V1Types.GO_CREATE, 2, 3, 2, 1);
        if (version < 7) {
            event(V1Types.GO_UNBLOCK, 3, 2, 1);
        } else {
            event(V1Types.GO_UNBLOCK, 3, 2, 2, 1);
        }
        event(V1Types.HEAP_ALLOC, 1, 4_000_000);
        event(V1Types.HEAP_GOAL, 1, 4_194_304);
        collection();
        if (version >= 11) {
            event(V1Types.REGION, 3, 1, 1, 4, 1);
            event(V1Types.TASK_END, 1, 1, 1);
        }
        event(V1Types.GO_BLOCK_RECV, 9, 1);
        event(V1Types.PROC_STOP, 2);
    }

    private void collection() {
        stop(1, 1);
        event(V1Types.STW_DONE, 3);
        if (version < 7) {
            event(V1Types.GC_START, 1, 1);
        } else {
            event(V1Types.GC_START, 1, 0, 1);
        }
        if (version >= 9) {
            event(V1Types.ASSIST_START, 4, 1);
            event(V1Types.ASSIST_DONE, 4);
        }
        stop(50, 0);
        event(V1Types.GC_DONE, 2);
        event(V1Types.STW_DONE, 2);
        event(V1Types.SWEEP_START, 2, 1);
        if (version >= 9) {
            event(V1Types.SWEEP_DONE, 2, 8192, 4096);
        } else {
            event(V1Types.SWEEP_DONE, 2);
        }
    }

    private void second() {
        batch(1, 1040);
        event(V1Types.PROC_START, 1, 8);
        start(30, 3, 1);
        event(V1Types.GO_SYS_CALL, 2, 2);
        event(V1Types.GO_SYS_BLOCK, 5);
        start(1, 2, 3);
        event(V1Types.GO_END, 40);
        event(V1Types.GO_SYS_EXIT, 3, 3, 2, 0);
        start(4, 3, 3);
        event(V1Types.GO_END, 5);
    }

    private void batch(int p, int ticks) {
        if (version < 7) {
            raw(V1Types.BATCH, p, sequence, ticks);
        } else {
            raw(V1Types.BATCH, p, ticks);
        }
    }

    private void start(int dt, int g, int number) {
        if (version < 7) {
            event(V1Types.GO_START, dt, g);
        } else {
            event(V1Types.GO_START, dt, g, number);
        }
    }

    private void stop(int dt, int kind) {
        if (version < 10) {
            event(V1Types.STW_START, dt);
        } else {
            event(V1Types.STW_START, dt, kind);
        }
    }

    private void tables() {
        if (version < 7) {
            raw(V1Types.FREQUENCY, 1_000_000, 0);
            raw(V1Types.STACK, 1, 1, 0x401000);
            raw(V1Types.STACK, 2, 2, 0x401100, 0x401000);
            return;
        }
        raw(V1Types.FREQUENCY, 1_000_000);
        raw(V1Types.STACK, 1, 1, 0x401000, 1, 2, 7);
        raw(V1Types.STACK, 2, 2, 0x401100, 4, 2, 9, 0x401000, 1, 2, 8);
        string(1, "main.main");
        string(2, "/src/main.go");
        string(3, "errand");
        string(4, "walk");
        string(5, "step");
        if (version >= 19) {
            raw(V1Types.CPU_SAMPLE, 1, 1050, 0, 1, 1);
        }
    }

    private void log() {
        event(V1Types.USER_LOG, 2, 1, 5, 1);
        byte[] text = "hello".getBytes(StandardCharsets.US_ASCII);
        number(text.length);
        out.writeBytes(text);
    }

    private void string(int id, String s) {
        out.write(V1Types.STRING);
        number(id);
        byte[] b = s.getBytes(StandardCharsets.US_ASCII);
        number(b.length);
        out.writeBytes(b);
    }

    /// An event with a time; in version 5 a sequence number stands before it.
    private void event(int type, long... arguments) {
        if (version >= 7) {
            raw(type, arguments);
            return;
        }
        long[] numbered = new long[arguments.length + 1];
        numbered[0] = 1;
        sequence++;
        System.arraycopy(arguments, 0, numbered, 1, arguments.length);
        raw(type, numbered);
    }

    private void raw(int type, long... arguments) {
        int n = arguments.length - (version < 7 ? 2 : 1);
        if (n >= 0 && n <= 2) {
            out.write(type | n << 6);
        } else {
            out.write(type | 3 << 6);
            var body = new TraceBytes();
            for (long a : arguments) {
                body.number(a);
            }
            number(body.size());
        }
        for (long a : arguments) {
            number(a);
        }
    }

    private void number(long value) {
        var b = new TraceBytes();
        b.number(value);
        out.writeBytes(b.toByteArray());
    }
}
