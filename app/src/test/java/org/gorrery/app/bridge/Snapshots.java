package org.gorrery.app.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gorrery.event.GcCycle;
import org.gorrery.event.GoroutineSnapshot;
import org.gorrery.event.GoroutineSnapshot.Frame;
import org.gorrery.event.GoroutineSnapshot.Goroutine;
import org.gorrery.event.GoroutineSnapshot.Status;
import org.gorrery.event.HeapSnapshot;
import org.gorrery.event.HeapSnapshot.Arena;
import org.gorrery.event.HeapSnapshot.Span;
import org.gorrery.event.HeapSnapshot.SpanState;
import org.gorrery.event.MemStats;
import org.gorrery.event.WaitReason;

/// Snapshots made by hand, for tests of what the views make of them.
public final class Snapshots {
    private static final long BASE = 0xc000000000L;
    private static final int[][] CLASSES = {
        {1, 8},
        {2, 16},
        {4, 32},
        {5, 48},
        {8, 96},
        {18, 256},
        {26, 512},
        {32, 1024},
        {45, 4096},
        {67, 32768}
    };

    private Snapshots() {}

    /// A heap of `spans` spans of all kinds, one after the other.
    public static HeapSnapshot heap(int spans, long seed) {
        var random = new Random(seed);
        var out = new ArrayList<Span>();
        long at = BASE;
        for (int i = 0; i < spans; i++) {
            Span s = span(random, at);
            out.add(s);
            at += s.pages() * 8192L;
        }
        long arenas = (at - BASE + (64L << 20) - 1) / (64L << 20);
        return new HeapSnapshot(
                0, List.of(new Arena(BASE, arenas * (64L << 20))), out, stats(at - BASE));
    }

    private static Span span(Random random, long at) {
        int kind = random.nextInt(20);
        if (kind == 0) {
            return plain(at, 4, SpanState.STACK);
        }
        if (kind == 1) {
            return plain(
                    at,
                    1 + random.nextInt(10),
                    random.nextBoolean() ? SpanState.FREE : SpanState.SCAVENGED);
        }
        if (kind == 2) {
            int pages = 5 + random.nextInt(40);
            return new Span(
                    at,
                    pages,
                    SpanState.IN_USE,
                    0,
                    true,
                    pages * 8192,
                    1,
                    1,
                    new long[] {1},
                    new long[] {1},
                    new int[] {0},
                    14);
        }
        int[] c = CLASSES[random.nextInt(CLASSES.length)];
        int pages = c[1] == 32768 ? 4 : 1;
        int slots = pages * 8192 / c[1];
        long[] allocated = new long[(slots + 63) / 64];
        long[] marked = new long[allocated.length];
        double fill = random.nextDouble();
        int n = 0;
        for (int i = 0; i < slots; i++) {
            if (random.nextDouble() < fill) {
                n++;
                allocated[i / 64] |= 1L << i;
                if (random.nextInt(5) > 0) {
                    marked[i / 64] |= 1L << i;
                }
            }
        }
        return new Span(
                at,
                pages,
                SpanState.IN_USE,
                c[0],
                c[1] < 32,
                c[1],
                slots,
                n,
                allocated,
                marked,
                new int[slots],
                14);
    }

    private static Span plain(long at, int pages, SpanState state) {
        return new Span(
                at, pages, state, 0, false, 0, 0, 0, new long[0], new long[0], new int[0], 0);
    }

    /// Figures of a heap of some bytes; all else 0.
    public static MemStats stats(long heapBytes) {
        return new MemStats(
                heapBytes,
                heapBytes,
                heapBytes,
                0,
                0,
                0,
                heapBytes,
                heapBytes,
                heapBytes / 8,
                heapBytes,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                2 * heapBytes,
                0,
                0,
                0,
                0,
                0.066,
                new long[0][]);
    }

    /// Cycles with two short pauses each.
    public static List<GcCycle> cycles(int n, long seed) {
        var random = new Random(seed);
        var out = new ArrayList<GcCycle>();
        for (int i = 1; i <= n; i++) {
            long sweep = (long) (6000 * Math.exp(random.nextGaussian() * 0.4));
            long mark = (long) (14000 * Math.exp(random.nextGaussian() * 0.6));
            long start = i * 25_000_000L;
            out.add(
                    new GcCycle(
                            i,
                            "heap",
                            start,
                            start + 8_000_000,
                            sweep,
                            7_000_000,
                            mark,
                            sweep + mark,
                            30L << 20,
                            31L << 20,
                            11L << 20,
                            24L << 20,
                            1 << 16,
                            1 << 15,
                            4));
        }
        return out;
    }

    /// Goroutines in a deadlock: two hold a lock each, three wait behind them, main waits for all.
    public static GoroutineSnapshot goroutines() {
        var out = new ArrayList<Goroutine>();
        out.add(
                goroutine(
                        1, Status.WAITING, WaitReason.WAIT_GROUP, "main.main", 0, "main.main", 50));
        for (long id = 18; id <= 19; id++) {
            out.add(
                    goroutine(
                            id,
                            Status.WAITING,
                            WaitReason.MUTEX,
                            "main.main.func1",
                            1,
                            "main.transfer",
                            23));
        }
        for (long id = 20; id <= 22; id++) {
            out.add(
                    goroutine(
                            id,
                            Status.WAITING,
                            WaitReason.MUTEX,
                            "main.audit",
                            1,
                            "main.audit",
                            31));
        }
        out.add(
                goroutine(
                        23,
                        Status.WAITING,
                        WaitReason.CHAN_RECEIVE,
                        "main.report",
                        1,
                        "main.report",
                        40));
        return new GoroutineSnapshot(318_000, out);
    }

    private static Goroutine goroutine(
            long id,
            Status status,
            WaitReason why,
            String start,
            long creator,
            String at,
            int line) {
        var frames = new ArrayList<Frame>();
        if (why == WaitReason.MUTEX) {
            frames.add(new Frame("runtime.gopark", "/go/runtime/proc.go", 12, 1));
            frames.add(new Frame("sync.(*Mutex).Lock", "/go/sync/mutex.go", 46, 2));
        }
        frames.add(new Frame(at, "/src/deadlock.go", line, 100 + line));
        if (!at.equals(start)) {
            frames.add(new Frame(start, "/src/deadlock.go", 50, 150));
        }
        Frame by = creator == 0 ? Frame.NONE : new Frame("main.main", "/src/deadlock.go", 48, 148);
        return new Goroutine(
                id, status, why, start, creator, by, 0xc000012040L, 300_000, 2048, -1, frames);
    }
}
