package org.gorrery.runtime.stack;

import java.util.function.LongConsumer;

/// The frames that a traceback shows of a stack of any depth: the innermost and the outermost, with the number of those between.
/// Fed with all frames, the outermost first.
///
/// Source: Go runtime, `traceback.go` (`traceback2`, `showframe`).
public final class TracebackFrames implements FrameVisitor {
    private static final int INNERMOST = 50;
    private static final int OUTERMOST = 50;

    /// Frames kept at the inner end: some more than are shown, since panics there are dropped when all are known.
    private static final int RING = 64;

    private final FuncTable funcs;
    private final boolean showRuntime;
    private final long[] first = new long[2 * OUTERMOST];
    private final long[] last = new long[2 * RING];
    private long count;

    /// None yet.
    ///
    /// @param showRuntime also functions of package runtime that are not exported
    public TracebackFrames(FuncTable funcs, boolean showRuntime) {
        this.funcs = funcs;
        this.showRuntime = showRuntime;
    }

    @Override
    public void frame(long sp, long pc) {
        if (!isShown(pc)) {
            return;
        }
        if (count < OUTERMOST) {
            put(first, count, sp, pc);
        } else {
            put(last, (count - OUTERMOST) % RING, sp, pc);
        }
        count++;
    }

    private static void put(long[] list, long index, long sp, long pc) {
        list[(int) (2 * index)] = sp;
        list[(int) (2 * index + 1)] = pc;
    }

    private boolean isShown(long pc) {
        if (NativeFrame.is(pc)) {
            return NativeFrame.of(pc) != NativeFrame.HIDDEN;
        }
        int f = funcs.functionOf(pc);
        return showRuntime ? !funcs.info(f).name().isEmpty() : funcs.isForUser(f);
    }

    /// A panic under way shows below what its deferred calls run, not as the innermost frame.
    private boolean endsInPanic() {
        return !showRuntime
                && count > 0
                && NativeFrame.is(pc(count - 1))
                && NativeFrame.of(pc(count - 1)) == NativeFrame.PANIC;
    }

    private long pc(long index) {
        return index < OUTERMOST
                ? first[(int) (2 * index + 1)]
                : last[(int) (2 * ((index - OUTERMOST) % RING) + 1)];
    }

    private long sp(long index) {
        return index < OUTERMOST
                ? first[(int) (2 * index)]
                : last[(int) (2 * ((index - OUTERMOST) % RING))];
    }

    /// Calls with each frame shown, the innermost first.
    ///
    /// @param elided told between the innermost and the outermost how many are left out, where any are
    public void forEach(FrameVisitor visitor, LongConsumer elided) {
        while (endsInPanic()) {
            count--;
        }
        long left = count - INNERMOST - OUTERMOST;
        for (long i = count - 1; i >= 0; i--) {
            visitor.frame(sp(i), pc(i));
            if (left > 0 && i == count - INNERMOST) {
                elided.accept(left);
                i = OUTERMOST;
            }
        }
    }
}
