package org.gorrery.runtime.stack;

import java.util.function.BooleanSupplier;
import org.gorrery.abi.EngineBug;
import org.gorrery.abi.FrameLayout;
import org.gorrery.runtime.heap.OutOfHeap;
import org.gorrery.runtime.memory.Mem;

/// The stack of one goroutine as Go sees it: frames with pc, live pointers and variables, in segments that never move.
///
/// The first segment has 2 KiB, or 1 KiB where there are very many goroutines ([StackPool#orderOfFirst]), each further one twice the one before up to 256 KiB, or what the frame at its start needs. So a
/// deep stack is looked at piece by piece, from its top down too ([#top]). A function that finds too little room calls
/// [#grow] and runs on the next segment; [#shrink] comes when it returns. The segment left stays with the stack, so that a call
/// in a loop at the edge of a segment costs no allocation; [#trim] frees it.
///
/// Guard: the goroutine it belongs to; with the world stopped, the collector.
public final class ShadowStack extends StackSegment {
    /// Bytes of results beyond registers that may lie above a frame on return from another segment.
    private static final int RESULT_BYTES = 256;

    /// log2 of the bytes of a segment to which doubling leads, in units of the smallest.
    static final int LARGEST_ORDER = 8;

    private final StackPool pool;
    private StackSegment top;
    private long heldBytes;

    /// A stack with its first segment.
    ///
    /// @throws OutOfHeap where the region of stacks is used up
    public ShadowStack(StackPool pool) {
        this(pool, pool.orderOfFirst());
    }

    private ShadowStack(StackPool pool, int order) {
        super(first(pool, order), order, null);
        this.pool = pool;
        this.top = this;
        this.heldBytes = segmentBytes();
    }

    private static long first(StackPool pool, int order) {
        long at = pool.take(order);
        if (at == 0) {
            throw new OutOfHeap((long) StackPool.MIN_BYTES << order, pool.inUseBytes());
        }
        return at;
    }

    /// sp of the outermost frame.
    public long base() {
        return base;
    }

    /// What stands for the innermost frame while there is none.
    public long noFrame() {
        return base - 1;
    }

    /// Whether an sp is that of a frame. Further segments may lie anywhere, below the first too.
    public boolean hasFrame(long sp) {
        return sp != noFrame();
    }

    /// Highest sp at which a function with a small frame may run now.
    public long limit() {
        return top.segmentLimit();
    }

    /// Whether a function has room without a further segment.
    public boolean hasRoom(long sp, int frameBytes) {
        return (frameBytes <= FrameLayout.SMALL_FRAME ? sp : sp + frameBytes) <= top.segmentLimit();
    }

    /// Moves to a further segment for a function about to run.
    ///
    /// @param sp where the function's frame would start; its pc and pointer arguments are stored there
    /// @return where it starts instead
    /// @throws StackExceeded where the goroutine would have more than Go allows
    public long grow(long sp, int frameBytes) {
        StackSegment next = top.above;
        if (next != null && next.base + frameBytes > next.segmentLimit()) {
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

    private StackSegment add(int frameBytes) {
        int order = Math.min(top.order + 1, LARGEST_ORDER);
        while (frameBytes + FrameLayout.GUARD > (long) StackPool.MIN_BYTES << order) {
            order++;
        }
        long at = 0;
        long more = (long) StackPool.MIN_BYTES << order;
        if (heldBytes + more <= pool.usableBytes()) {
            at = pool.take(order);
        }
        if (at == 0) {
            throw overflow();
        }
        var s = new Further(at, order, top);
        top.above = s;
        heldBytes += more;
        return s;
    }

    /// What to throw where it may not grow any more.
    public StackExceeded overflow() {
        return new StackExceeded(this, pool.maxStackBytes());
    }

    /// Goes back to the segment below when the function that [#grow] moved has returned; its results beyond registers are carried over.
    ///
    /// @param sp as given to grow
    /// @param from as grow answered
    public void shrink(long sp, long from) {
        Mem.copy(from, sp, RESULT_BYTES);
        StackSegment below = top.below;
        if (below != null) {
            top = below;
        }
    }

    /// Goes back to the segment of a frame after a panic has ended there.
    public void cutTo(long sp) {
        while (!top.holds(sp)) {
            StackSegment below = top.below;
            if (below == null) {
                return;
            }
            top = below;
        }
    }

    /// Bytes of all segments.
    public long bytes() {
        return heldBytes;
    }

    /// Frees the segments above the one in use.
    public void trim() {
        freeAbove(top);
    }

    /// Back to one empty segment.
    public void reset() {
        top = this;
        freeAbove(this);
    }

    /// Frees all of it; not to be used again.
    public void free() {
        reset();
        pool.giveBack(base, order);
    }

    private void freeAbove(StackSegment s) {
        for (StackSegment x = s.above; x != null; x = x.above) {
            pool.giveBack(x.base, x.order);
            heldBytes -= x.segmentBytes();
        }
        s.above = null;
    }

    /// Calls with each frame from the outermost on.
    ///
    /// @param sp the innermost complete frame
    @SuppressWarnings("ReferenceEquality") // a segment is itself only
    void walk(long sp, Step step) {
        for (StackSegment s = this; ; ) {
            walk(s, sp, step);
            StackSegment next = s.above;
            if (s == top || next == null) {
                return;
            }
            s = next;
        }
    }

    /// Calls with each frame, the segments from the innermost down, in each the frames from its base up.
    ///
    /// @param sp the innermost complete frame
    /// @param afterSegment asked after each segment whether to go on
    void walkDown(long sp, Step step, BooleanSupplier afterSegment) {
        for (StackSegment s = top; s != null; s = s.below) {
            walk(s, sp, step);
            if (!afterSegment.getAsBoolean()) {
                return;
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // a segment is itself only
    private void walk(StackSegment s, long sp, Step step) {
        StackSegment next = s == top ? null : s.above;
        long end = next == null ? sp : next.enteredFrom - 1;
        for (long a = s.base; a <= end; ) {
            if (!s.holds(a)) {
                throw new EngineBug("unwind", "frames leave the segment at %#x".formatted(s.base));
            }
            a = step.frame(a);
        }
    }

    /// The segment in use.
    void top(SegmentVisitor visitor) {
        visitor.segment(top.base, top.segmentBytes());
    }

    /// What to do at a frame.
    interface Step {
        /// @return where the next frame starts
        long frame(long sp);
    }

    /// Calls with the address ranges that hold frames, lowest segment first, for views.
    @SuppressWarnings("ReferenceEquality") // a segment is itself only
    public void forEachSegment(SegmentVisitor visitor) {
        for (StackSegment s = this; ; ) {
            visitor.segment(s.base, s.segmentBytes());
            StackSegment next = s.above;
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
