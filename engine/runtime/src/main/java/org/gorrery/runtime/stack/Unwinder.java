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
    /// @param sp the innermost complete frame; below the base for none
    public void walk(ShadowStack stack, long sp, FrameVisitor visitor) {
        if (sp < stack.base()) {
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

    private int bytesOf(long sp, long pc) {
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
        var list = new Pcs();
        walk(stack, sp, (at, pc) -> list.add(pc));
        return list.reversed(funcs);
    }

    /// A growing list.
    private static final class Pcs {
        private long[] pcs = new long[32];
        private int count;

        void add(long pc) {
            if (count == pcs.length) {
                pcs = Arrays.copyOf(pcs, count * 2);
            }
            pcs[count++] = pc;
        }

        long[] reversed(FuncTable funcs) {
            long[] out = new long[count];
            int n = 0;
            for (int i = count - 1; i >= 0; i--) {
                if (isShown(funcs, pcs[i])) {
                    out[n++] = pcs[i];
                }
            }
            return n == count ? out : Arrays.copyOf(out, n);
        }

        private static boolean isShown(FuncTable funcs, long pc) {
            if (NativeFrame.is(pc)) {
                return !NativeFrame.of(pc).function().isEmpty();
            }
            return !funcs.info(funcs.functionOf(pc)).wrapper();
        }
    }
}
