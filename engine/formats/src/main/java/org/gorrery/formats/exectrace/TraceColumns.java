package org.gorrery.formats.exectrace;

import java.util.Arrays;

/// The events of a trace in columns of 65536 rows each: 35 bytes an event and no copying while it grows.
final class TraceColumns {
    private static final int SHIFT = 16;
    private static final int ROWS = 1 << SHIFT;
    private static final int MASK = ROWS - 1;

    private byte[][] kinds = new byte[8][];
    private long[][] times = new long[8][];
    private int[][] goroutines = new int[8][];
    private short[][] procs = new short[8][];
    private int[][] threads = new int[8][];
    private int[][] stacks = new int[8][];
    private int[][] subjects = new int[8][];
    private long[][] arguments = new long[8][];
    private int size;
    private int chunk = -1;

    void add(int kind, long time, int g, int p, int m, int stack, int subject, long argument) {
        int row = size & MASK;
        if (row == 0) {
            open();
        }
        int c = chunk;
        kinds[c][row] = (byte) kind;
        times[c][row] = time;
        goroutines[c][row] = g;
        procs[c][row] = (short) p;
        threads[c][row] = m;
        stacks[c][row] = stack;
        subjects[c][row] = subject;
        arguments[c][row] = argument;
        size++;
    }

    private void open() {
        chunk++;
        if (chunk == kinds.length) {
            int n = chunk * 2;
            kinds = Arrays.copyOf(kinds, n);
            times = Arrays.copyOf(times, n);
            goroutines = Arrays.copyOf(goroutines, n);
            procs = Arrays.copyOf(procs, n);
            threads = Arrays.copyOf(threads, n);
            stacks = Arrays.copyOf(stacks, n);
            subjects = Arrays.copyOf(subjects, n);
            arguments = Arrays.copyOf(arguments, n);
        }
        kinds[chunk] = new byte[ROWS];
        times[chunk] = new long[ROWS];
        goroutines[chunk] = new int[ROWS];
        procs[chunk] = new short[ROWS];
        threads[chunk] = new int[ROWS];
        stacks[chunk] = new int[ROWS];
        subjects[chunk] = new int[ROWS];
        arguments[chunk] = new long[ROWS];
    }

    /// Cuts the last chunk to its used rows.
    void trim() {
        int used = size & MASK;
        if (chunk < 0 || used == 0) {
            return;
        }
        kinds[chunk] = Arrays.copyOf(kinds[chunk], used);
        times[chunk] = Arrays.copyOf(times[chunk], used);
        goroutines[chunk] = Arrays.copyOf(goroutines[chunk], used);
        procs[chunk] = Arrays.copyOf(procs[chunk], used);
        threads[chunk] = Arrays.copyOf(threads[chunk], used);
        stacks[chunk] = Arrays.copyOf(stacks[chunk], used);
        subjects[chunk] = Arrays.copyOf(subjects[chunk], used);
        arguments[chunk] = Arrays.copyOf(arguments[chunk], used);
    }

    int size() {
        return size;
    }

    int kind(int i) {
        return kinds[i >>> SHIFT][i & MASK];
    }

    long time(int i) {
        return times[i >>> SHIFT][i & MASK];
    }

    int goroutine(int i) {
        return goroutines[i >>> SHIFT][i & MASK];
    }

    int proc(int i) {
        return procs[i >>> SHIFT][i & MASK];
    }

    int thread(int i) {
        return threads[i >>> SHIFT][i & MASK];
    }

    int stack(int i) {
        return stacks[i >>> SHIFT][i & MASK];
    }

    int subject(int i) {
        return subjects[i >>> SHIFT][i & MASK];
    }

    long argument(int i) {
        return arguments[i >>> SHIFT][i & MASK];
    }

    long residentBytes() {
        long n = 0;
        for (byte[] k : kinds) {
            n += k == null ? 0 : k.length * 35L;
        }
        return n;
    }
}
