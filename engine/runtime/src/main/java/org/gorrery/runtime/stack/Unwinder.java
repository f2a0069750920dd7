package org.gorrery.runtime.stack;

import java.util.Arrays;
import org.gorrery.abi.EngineBug;
import org.gorrery.runtime.memory.Mem;

/// Walks shadow stacks. A frame tells its function by its pc, the function its length: so the walk goes up from the base.
public final class Unwinder {
    private final FuncTable funcs;

    /// For the program of a run.
    public Unwinder(FuncTable funcs) {
        this.funcs = funcs;
    }

    /// What pcs mean.
    public FuncTable funcs() {
        return funcs;
    }

    /// Calls with each frame, the outermost first.
    ///
    /// @param sp the innermost complete frame; [ShadowStack#noFrame] for none
    public void walk(ShadowStack stack, long sp, FrameVisitor visitor) {
        if (!stack.hasFrame(sp)) {
            return;
        }
        stack.walk(
                sp,
                a -> {
                    long pc = Mem.ld64(a);
                    visitor.frame(a, pc);
                    return a + bytesOf(a, pc);
                });
    }

    /// Length of the frame at `sp` with that pc.
    public int bytesOf(long sp, long pc) {
        if (NativeFrame.is(pc)) {
            return NativeFrame.bytes(NativeFrame.slots(pc));
        }
        int site = funcs.siteOf(pc);
        int bytes = site < 0 ? 0 : funcs.frameBytesAt(site);
        if (bytes <= 0) {
            throw new EngineBug("unwind", "no frame at sp %#x: its pc is %#x".formatted(sp, pc));
        }
        return bytes;
    }

    /// Where the frame of a function called from the frame at `sp` starts.
    public long above(long sp) {
        return sp + bytesOf(sp, Mem.ld64(sp));
    }

    /// The pcs of all frames but hidden ones, innermost first.
    public long[] pcs(ShadowStack stack, long sp) {
        return pcs(stack, sp, Integer.MAX_VALUE);
    }

    /// The pcs of the innermost frames but hidden ones, innermost first. Costs as many frames and the rest of a segment, however deep
    /// the stack is.
    ///
    /// @param most how many
    public long[] pcs(ShadowStack stack, long sp, int most) {
        var list = new Pcs(funcs, most);
        if (stack.hasFrame(sp)) {
            stack.walkDown(sp, a -> a + bytesOf(a, list.add(Mem.ld64(a))), list::endSegment);
        }
        return list.taken();
    }

    /// Innermost first, gathered segment by segment.
    private static final class Pcs {
        private final FuncTable funcs;
        private final int most;
        private long[] segment = new long[32];
        private int inSegment;
        private long[] pcs = new long[32];
        private int count;

        Pcs(FuncTable funcs, int most) {
            this.funcs = funcs;
            this.most = most;
        }

        long add(long pc) {
            if (inSegment == segment.length) {
                segment = Arrays.copyOf(segment, inSegment * 2);
            }
            segment[inSegment++] = pc;
            return pc;
        }

        boolean endSegment() {
            for (int i = inSegment - 1; i >= 0 && count < most; i--) {
                if (isShown(segment[i])) {
                    if (count == pcs.length) {
                        pcs = Arrays.copyOf(pcs, count * 2);
                    }
                    pcs[count++] = segment[i];
                }
            }
            inSegment = 0;
            return count < most;
        }

        long[] taken() {
            return Arrays.copyOf(pcs, count);
        }

        private boolean isShown(long pc) {
            if (NativeFrame.is(pc)) {
                return !NativeFrame.of(pc).function().isEmpty();
            }
            return !funcs.info(funcs.functionOf(pc)).wrapper();
        }
    }
}
