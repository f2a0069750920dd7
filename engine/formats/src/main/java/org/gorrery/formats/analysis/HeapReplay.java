package org.gorrery.formats.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.gorrery.formats.exectrace.EventKind;
import org.gorrery.formats.exectrace.TraceModel;

/// The heap of a real program at any moment of a trace made with the alloc/free experiment: its spans and the objects in
/// them, replayed from the start.
///
/// The experiment loses a few events: an object may be allocated where one lives already (tiny objects share a block),
/// and objects may be freed that were never seen. Both are counted, not hidden.
public final class HeapReplay {
    private final TraceModel t;
    private final TreeMap<Long, Span> spans = new TreeMap<>();
    private final Map<Long, Block> objects = new HashMap<>();
    private final Map<Long, Integer> stacks = new HashMap<>();
    private final Counts counts = new Counts();
    private int next;

    /// A run of pages.
    ///
    /// @param address first byte
    /// @param bytes length
    /// @param kind as written: odd for memory outside the heap, else twice the span class
    /// @param elementBytes size of its objects
    public record Span(long address, long bytes, int kind, long elementBytes) {
        /// {@return whether it holds heap objects}
        public boolean heap() {
            return (kind & 1) == 0;
        }

        /// {@return index of its size class, 0 for a large object}
        public int sizeClass() {
            return kind / 4;
        }

        /// {@return whether its objects hold no pointers}
        public boolean noScan() {
            return (kind >> 1 & 1) == 1;
        }
    }

    /// An object.
    ///
    /// @param address first byte
    /// @param bytes size of its slot
    /// @param type index of [TraceModel#heapType], or -1
    public record Block(long address, long bytes, int type) {}

    /// What was counted on the way.
    public static final class Counts {
        long objectsAtStart;
        long allocs;
        long allocBytes;
        long frees;
        long freesOfUnknown;
        long allocsOfLive;
        long withoutSpan;
        long liveBytes;
        long maxLiveBytes;

        private Counts() {}

        /// {@return objects that were there when the trace began}
        public long objectsAtStart() {
            return objectsAtStart;
        }

        /// {@return allocations}
        public long allocs() {
            return allocs;
        }

        /// {@return bytes allocated, in slots}
        public long allocBytes() {
            return allocBytes;
        }

        /// {@return frees}
        public long frees() {
            return frees;
        }

        /// {@return frees of objects never seen}
        public long freesOfUnknown() {
            return freesOfUnknown;
        }

        /// {@return allocations where an object lived already}
        public long allocsOfLive() {
            return allocsOfLive;
        }

        /// {@return objects outside any known span}
        public long withoutSpan() {
            return withoutSpan;
        }

        /// {@return bytes of live objects now}
        public long liveBytes() {
            return liveBytes;
        }

        /// {@return most bytes of live objects so far}
        public long maxLiveBytes() {
            return maxLiveBytes;
        }
    }

    /// Starts before the first event.
    ///
    /// @param t the trace
    public HeapReplay(TraceModel t) {
        this.t = t;
    }

    /// Goes on to a moment; going back needs a new replay.
    ///
    /// @param nanos the moment, inclusive
    public void advanceTo(long nanos) {
        while (next < t.size() && t.time(next) <= nanos) {
            apply(next++);
        }
    }

    /// {@return the spans now, by address}
    public TreeMap<Long, Span> spans() {
        return new TreeMap<>(spans);
    }

    /// {@return the live objects now, by address}
    public Map<Long, Block> objects() {
        return Map.copyOf(objects);
    }

    /// {@return goroutine stacks now: address to order}
    public Map<Long, Integer> stacks() {
        return Map.copyOf(stacks);
    }

    /// {@return how many objects live now}
    public int liveObjects() {
        return objects.size();
    }

    /// {@return what was counted so far}
    public Counts counts() {
        return counts;
    }

    private void apply(int i) {
        EventKind kind = t.kind(i);
        if (kind.group() != EventKind.Group.MEMORY) {
            return;
        }
        switch (kind) {
            case SPAN, SPAN_ALLOC -> {
                long[] m = t.memory(t.argument(i));
                int k = t.subject(i);
                spans.put(m[0], new Span(m[0], m[1], k, SizeClasses.elementBytes(k, m[1])));
            }
            case SPAN_FREE -> spans.remove(t.memory(t.argument(i))[0]);
            case HEAP_OBJECT -> object(i, true);
            case HEAP_OBJECT_ALLOC -> object(i, false);
            case HEAP_OBJECT_FREE -> free(t.argument(i));
            case GOROUTINE_STACK, GOROUTINE_STACK_ALLOC -> stacks.put(t.argument(i), t.subject(i));
            default -> stacks.remove(t.argument(i));
        }
    }

    private void object(int i, boolean atStart) {
        long address = t.argument(i);
        Map.Entry<Long, Span> in = spans.floorEntry(address);
        long bytes = 0;
        if (in == null || address >= in.getKey() + in.getValue().bytes()) {
            counts.withoutSpan++;
        } else {
            bytes = in.getValue().elementBytes();
        }
        if (atStart) {
            counts.objectsAtStart++;
        } else {
            counts.allocs++;
            counts.allocBytes += bytes;
        }
        Block before = objects.put(address, new Block(address, bytes, t.subject(i)));
        if (before != null) {
            counts.allocsOfLive++;
            counts.liveBytes -= before.bytes();
        }
        counts.liveBytes += bytes;
        counts.maxLiveBytes = Math.max(counts.maxLiveBytes, counts.liveBytes);
    }

    private void free(long address) {
        counts.frees++;
        Block gone = objects.remove(address);
        if (gone == null) {
            counts.freesOfUnknown++;
        } else {
            counts.liveBytes -= gone.bytes();
        }
    }
}
