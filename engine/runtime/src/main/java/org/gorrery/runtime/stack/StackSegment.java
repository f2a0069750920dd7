package org.gorrery.runtime.stack;

import org.gorrery.abi.FrameLayout;
import org.jspecify.annotations.Nullable;

/// One stretch of a goroutine's stack, with the sp of the frame whose function moved on to it. The first one is the stack itself: a million
/// goroutines have that object only.
///
/// Guard: as [ShadowStack].
abstract class StackSegment {
    final long base;
    final int order;
    final @Nullable StackSegment below;
    @Nullable StackSegment above;
    long enteredFrom;

    StackSegment(long base, int order, @Nullable StackSegment below) {
        this.base = base;
        this.order = order;
        this.below = below;
    }

    long segmentBytes() {
        return (long) StackPool.MIN_BYTES << order;
    }

    /// Highest sp at which a function with a small frame may run on it.
    long segmentLimit() {
        return base + segmentBytes() - FrameLayout.GUARD;
    }

    boolean holds(long sp) {
        return sp >= base && sp < base + segmentBytes();
    }

    /// One that is not the first.
    static final class Further extends StackSegment {
        Further(long base, int order, StackSegment below) {
            super(base, order, below);
        }
    }
}
