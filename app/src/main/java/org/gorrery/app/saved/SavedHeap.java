package org.gorrery.app.saved;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gorrery.event.HeapSnapshot;
import org.gorrery.event.HeapSnapshot.Arena;
import org.gorrery.event.HeapSnapshot.Span;
import org.gorrery.event.HeapSnapshot.SpanState;
import org.gorrery.event.MemStats;
import org.gorrery.formats.analysis.HeapReplay;
import org.gorrery.formats.analysis.SizeClasses;
import org.gorrery.formats.dumps.HeapDump;

/// Heaps of real programs in the form of a run's: of a heap dump, and of a trace made with `traceallocfree=1`.
final class SavedHeap {
    private static final long PAGE = 8192;
    private static final long ARENA = 64L << 20;
    private static final int LARGEST_SMALL = 32768;
    private static final int LARGEST_INLINE = 512;
    private static final int BITMAP = 128;
    private static final long[] NO_BITS = {};

    private SavedHeap() {}

    /// The heap at the moment that a replay has come to; every span is told by the trace.
    static HeapSnapshot of(HeapReplay replay, long nanos) {
        var made = new TreeMap<Long, Slots>();
        for (HeapReplay.Span s : replay.spans().values()) {
            made.put(
                    s.address(),
                    new Slots(
                            s.address(),
                            (int) Math.max(1, s.bytes() / PAGE),
                            s.heap() ? s.sizeClass() : 0,
                            s.noScan(),
                            s.heap() ? s.elementBytes() : 0));
        }
        for (HeapReplay.Block b : replay.objects().values()) {
            Map.Entry<Long, Slots> in = made.floorEntry(b.address());
            if (in != null) {
                in.getValue().put(b.address(), b.type() + 1);
            }
        }
        return snapshot(new ArrayList<>(made.values()), nanos, replay.counts().liveBytes());
    }

    /// The heap of a dump. It tells objects, not spans: those are found by the rule that all slots of a span have one
    /// size, that a span begins on a page, and by how many pages Go gives a span of that size.
    static HeapSnapshot of(HeapDump dump) {
        var made = new ArrayList<Slots>();
        var scanned = new HashSet<Long>();
        for (int i = 0; dump.tailSlots() > 0 && i < dump.size(); i++) {
            if (dump.pointerSlots(i) > 0) {
                scanned.add(dump.address(i) / PAGE);
            }
        }
        long live = 0;
        Slots open = null;
        for (int i = 0; i < dump.size(); i++) {
            long at = dump.address(i);
            int bytes = dump.bytes(i);
            if (bytes <= 0 || inTail(dump, i, scanned)) {
                continue;
            }
            live += bytes;
            if (open == null || !open.fits(at, bytes)) {
                open = spanFor(at, bytes, open == null ? 0 : open.end());
                made.add(open);
            }
            open.put(at, 0);
        }
        long heapAlloc = dump.memStats().getOrDefault("HeapAlloc", live);
        return snapshot(made, 0, heapAlloc);
    }

    /// Whether a record lies in the bitmaps at the end of a span (Go 1.26), so that it is no object; see
    /// [HeapDump#tailSlots].
    private static boolean inTail(HeapDump dump, int i, Set<Long> scanned) {
        if (dump.tailSlots() == 0 || dump.bytes(i) > LARGEST_INLINE) {
            return false;
        }
        boolean pointers = scanned.contains(dump.address(i) / PAGE);
        long end = dump.address(i) % PAGE + dump.bytes(i);
        return end > PAGE - (pointers ? 2 * BITMAP : BITMAP);
    }

    private static Slots spanFor(long address, int bytes, long free) {
        int pages = pagesOf(bytes);
        long first = address / PAGE * PAGE;
        if (bytes <= LARGEST_SMALL) {
            for (int before = pages - 1; before > 0; before--) {
                long base = first - before * PAGE;
                if (base >= free && (address - base) % bytes == 0) {
                    return new Slots(base, pages, SizeClasses.classOf(bytes), false, bytes);
                }
            }
        }
        return new Slots(first, pages, SizeClasses.classOf(bytes), false, bytes);
    }

    /// Pages of a span: the fewest that leave at most an eighth of it over.
    private static int pagesOf(int bytes) {
        int pages = (int) ((bytes + PAGE - 1) / PAGE);
        while (bytes <= LARGEST_SMALL && pages * PAGE % bytes > pages * PAGE / 8) {
            pages++;
        }
        return pages;
    }

    private static HeapSnapshot snapshot(List<Slots> slots, long nanos, long live) {
        slots.sort(Comparator.comparingLong(s -> s.base));
        List<Span> spans = slots.stream().map(Slots::span).toList();
        long inUse = spans.stream().mapToLong(s -> s.pages() * PAGE).sum();
        return new HeapSnapshot(nanos, arenas(spans), spans, stats(live, inUse));
    }

    private static List<Arena> arenas(List<Span> spans) {
        var out = new ArrayList<Arena>();
        for (Span s : spans) {
            long base = s.base() / ARENA * ARENA;
            if (out.isEmpty() || out.getLast().base() != base) {
                out.add(new Arena(base, ARENA));
            }
        }
        return out;
    }

    /// Only what the file tells; the rest is 0.
    private static MemStats stats(long live, long inUse) {
        return new MemStats(
                live,
                0,
                0,
                0,
                0,
                0,
                live,
                inUse,
                0,
                inUse,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                -1,
                new long[0][]);
    }

    /// A span being filled.
    private static final class Slots {
        private final long base;
        private final int pages;
        private final int sizeClass;
        private final boolean noscan;
        private final long elem;
        private final int slots;
        private final long[] allocated;
        private final int[] types;
        private int count;

        Slots(long base, int pages, int sizeClass, boolean noscan, long elem) {
            this.base = base;
            this.pages = pages;
            this.sizeClass = sizeClass;
            this.noscan = noscan;
            this.elem = elem;
            this.slots = elem <= 0 ? 0 : (int) Math.max(1, pages * PAGE / elem);
            this.allocated = new long[(slots + 63) / 64];
            this.types = new int[slots];
        }

        long end() {
            return base + pages * PAGE;
        }

        boolean fits(long address, int bytes) {
            return bytes == elem && address < end() && (address - base) % bytes == 0;
        }

        void put(long address, int type) {
            int slot = elem <= 0 ? -1 : (int) ((address - base) / elem);
            if (slot < 0 || slot >= slots) {
                return;
            }
            long bit = 1L << (slot & 63);
            count += (allocated[slot >> 6] & bit) == 0 ? 1 : 0;
            allocated[slot >> 6] |= bit;
            types[slot] = type;
        }

        Span span() {
            return new Span(
                    base,
                    pages,
                    slots == 0 ? SpanState.STACK : SpanState.IN_USE,
                    sizeClass,
                    noscan,
                    (int) Math.min(elem, Integer.MAX_VALUE),
                    slots,
                    count,
                    allocated,
                    NO_BITS,
                    types,
                    0);
        }
    }
}
