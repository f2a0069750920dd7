package org.gorrery.runtime.stack;

import org.gorrery.abi.EngineBug;
import org.gorrery.abi.FrameLayout;
import org.gorrery.runtime.memory.Mem;
import org.jspecify.annotations.Nullable;

/// The stack of one goroutine as Go sees it: frames with pc, live pointers and variables, in segments that never move.
///
/// The first segment has 2 KiB, each further one at least twice the one before. A function that finds too little room calls
/// [#grow] and runs on the next segment; [#shrink] comes when it returns. The segment left stays with the stack, so that a call
/// in a loop at the edge of a segment costs no allocation; [#trim] frees it.
///
/// Guard: the goroutine it belongs to; with the world stopped, the collector.
public final class ShadowStack {
    /// Bytes of results beyond registers that may lie above a frame on return from another segment.
    private static final int RESULT_BYTES = 256;

    private final StackPool pool;
    private final Segment first;
    private Segment top;

    /// One stretch of a stack, with the sp of the frame whose function moved on to it.
    private static final class Segment {
        final long base;
        final int order;
        final @Nullable Segment below;
        @Nullable Segment above;
        long enteredFrom;

        Segment(long base, int order, @Nullable Segment below) {
            this.base = base;
            this.order = order;
            this.below = below;
        }

        long bytes() {
            return (long) StackPool.MIN_BYTES << order;
        }

        long limit() {
            return base + bytes() - FrameLayout.GUARD;
        }

        boolean holds(long sp) {
            return sp >= base && sp < base + bytes();
        }
    }

    /// A stack with its first segment.
    ///
    /// @throws StackExceeded where the region of stacks is used up
    public ShadowStack(StackPool pool) {
        this.pool = pool;
        long at = pool.take(0);
        if (at == 0) {
            throw new StackExceeded(pool.maxStackBytes());
        }
        this.first = new Segment(at, 0, null);
        this.top = first;
    }

    /// sp of the outermost frame.
    public long base() {
        return first.base;
    }

    /// Highest sp at which a function with a small frame may run now.
    public long limit() {
        return top.limit();
    }

    /// Whether a function has room without a further segment.
    public boolean hasRoom(long sp, int frameBytes) {
        return (frameBytes <= FrameLayout.SMALL_FRAME ? sp : sp + frameBytes) <= top.limit();
    }

    /// Moves to a further segment for a function about to run.
    ///
    /// @param sp where the function's frame would start; its pc and pointer arguments are stored there
    /// @return where it starts instead
    /// @throws StackExceeded where the goroutine would have more than Go allows
    public long grow(long sp, int frameBytes) {
        Segment next = top.above;
        if (next != null && next.base + frameBytes > next.limit()) {
            freeAbove(top);
            next = null;
        }
        if (next == null) {
            next = add(frameBytes);
        }
        next.enteredFrom = sp;
        top = next;
        return next.base;
    }

    private Segment add(int frameBytes) {
        int order = top.order + 1;
        while (frameBytes + FrameLayout.GUARD > (long) StackPool.MIN_BYTES << order) {
            order++;
        }
        long at = 0;
        if (bytes() + ((long) StackPool.MIN_BYTES << order) <= maxRounded()) {
            at = pool.take(order);
        }
        if (at == 0) {
            throw new StackExceeded(pool.maxStackBytes());
        }
        var s = new Segment(at, order, top);
        top.above = s;
        return s;
    }

    /// Segments double, so the limit is honoured to the next power of two above it, as Go's own doubling does.
    private long maxRounded() {
        return Long.highestOneBit(pool.maxStackBytes()) << 1;
    }

    /// Goes back to the segment below when the function that [#grow] moved has returned; its results beyond registers are carried over.
    ///
    /// @param sp as given to grow
    /// @param from as grow answered
    public void shrink(long sp, long from) {
        Mem.copy(from, sp, RESULT_BYTES);
        Segment below = top.below;
        if (below != null) {
            top = below;
        }
    }

    /// Goes back to the segment of a frame after a panic has ended there.
    public void cutTo(long sp) {
        while (!top.holds(sp)) {
            Segment below = top.below;
            if (below == null) {
                return;
            }
            top = below;
        }
    }

    /// Bytes of all segments.
    public long bytes() {
        long n = 0;
        for (Segment s = first; s != null; s = s.above) {
            n += s.bytes();
        }
        return n;
    }

    /// Frees the segments above the one in use.
    public void trim() {
        freeAbove(top);
    }

    /// Back to one empty segment.
    public void reset() {
        top = first;
        freeAbove(first);
    }

    /// Frees all of it; not to be used again.
    public void free() {
        reset();
        pool.giveBack(first.base, first.order);
    }

    private void freeAbove(Segment s) {
        for (Segment x = s.above; x != null; x = x.above) {
            pool.giveBack(x.base, x.order);
        }
        s.above = null;
    }

    /// Calls with each frame from the outermost on.
    ///
    /// @param sp the innermost complete frame
    void walk(long sp, Step step) {
        Segment s = first;
        Segment next = s == top ? null : s.above;
        long a = s.base;
        while (true) {
            if (next != null && a == next.enteredFrom) {
                s = next;
                next = s == top ? null : s.above;
                a = s.base;
                continue;
            }
            if (s == top && a > sp) {
                return;
            }
            if (!s.holds(a)) {
                throw new EngineBug("unwind", "frames leave the segment at %#x".formatted(s.base));
            }
            a = step.frame(a);
        }
    }

    /// What to do at a frame.
    interface Step {
        /// @return where the next frame starts
        long frame(long sp);
    }

    /// Calls with the address ranges that hold frames, lowest segment first, for views.
    public void forEachSegment(SegmentVisitor visitor) {
        for (Segment s = first; ; ) {
            visitor.segment(s.base, s.bytes());
            Segment next = s.above;
            if (s == top || next == null) {
                return;
            }
            s = next;
        }
    }

    /// Told of segments.
    @FunctionalInterface
    public interface SegmentVisitor {
        /// A segment in use.
        void segment(long base, long bytes);
    }
}
