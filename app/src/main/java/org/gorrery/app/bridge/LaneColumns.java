package org.gorrery.app.bridge;

import java.util.Arrays;

/// Spans of one goroutine in columns that only grow: 24 bytes a span and 2 for sums.
///
/// Guard: the thread of the recorder appends; others read what lay before the count that they were handed.
final class LaneColumns {
    long[] start;
    byte[] state;
    byte[] reason;
    short[] proc;
    int[] site;
    long[] arg;

    /// Nanoseconds per state of each full block of [Lane#BLOCK] spans whose last end is known.
    long[] sums = new long[0];

    LaneColumns(int capacity) {
        start = new long[capacity];
        state = new byte[capacity];
        reason = new byte[capacity];
        proc = new short[capacity];
        site = new int[capacity];
        arg = new long[capacity];
    }

    private LaneColumns(LaneColumns from, int first, int capacity) {
        int to = first + capacity;
        start = Arrays.copyOfRange(from.start, first, to);
        state = Arrays.copyOfRange(from.state, first, to);
        reason = Arrays.copyOfRange(from.reason, first, to);
        proc = Arrays.copyOfRange(from.proc, first, to);
        site = Arrays.copyOfRange(from.site, first, to);
        arg = Arrays.copyOfRange(from.arg, first, to);
        sums = from.sums;
    }

    /// The same spans with room for more.
    LaneColumns grown() {
        return new LaneColumns(this, 0, start.length * 2);
    }

    /// The spans from `first` (a multiple of the block) to `count`.
    LaneColumns from(int first, int count) {
        var out = new LaneColumns(this, first, Math.max(4, count - first));
        int blocks = first / Lane.BLOCK * Lane.STATES;
        out.sums = Arrays.copyOfRange(sums, Math.min(blocks, sums.length), sums.length);
        return out;
    }

    /// Adds up the block that ends before span `next`, which has just begun.
    void sum(int next) {
        int block = next / Lane.BLOCK - 1;
        if (sums.length < (block + 1) * Lane.STATES) {
            sums = Arrays.copyOf(sums, Math.max((block + 1) * 2, 2) * Lane.STATES);
        }
        for (int i = next - Lane.BLOCK; i < next; i++) {
            sums[block * Lane.STATES + state[i]] += start[i + 1] - start[i];
        }
    }
}
