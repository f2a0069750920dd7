package org.gorrery.library.runtime;

import org.gorrery.event.StopReason;
import org.gorrery.runtime.diag.Stacks;
import org.gorrery.runtime.entry.GoProgram;
import org.gorrery.runtime.memory.GoMemory;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.stack.FuncTable;
import org.gorrery.runtime.stack.NativeFrame;

/// Stacks as the program asks for them.
final class Pcs {
    /// Frames of the runtime among those asked for.
    private static final int FRAMES_NOT_COUNTED = 1000;

    private Pcs() {}

    static FuncTable functions(G g) {
        return g.p.sched.machine().unwinder().funcs();
    }

    /// A pc that a program for a target of 32 bits holds; what stands for a frame of the runtime is no address.
    static long widen(G g, int pc) {
        return NativeFrame.is(pc) ? pc : g.p.sched.machine().memory().widen(pc);
    }

    /// Writes the pcs of functions that the programmer has written, innermost first.
    ///
    /// @param sp the complete frame of the native
    /// @return how many
    static int write(G g, long sp, long skip, long to, long length) {
        GoMemory memory = g.p.sched.machine().memory();
        FuncTable functions = functions(g);
        long left = Math.max(skip, 0);
        int n = 0;
        long[] pcs = g.p.sched.machine().unwinder().pcs(g.stack, sp, most(skip, length));
        boolean whole = pcs.length < most(skip, length);
        for (long pc : pcs) {
            if (functions.info(functions.functionOf(pc)).wrapper()) {
                continue;
            }
            if (left-- > 0) {
                continue;
            }
            if (n == length) {
                break;
            }
            memory.storePointer(to + (long) n * memory.wordBytes, NativeFrame.forProgram(pc));
            n++;
        }
        if (whole && left <= 0 && n < length) {
            memory.storePointer(
                    to + (long) n * memory.wordBytes,
                    NativeFrame.forProgram(NativeFrame.ROOT.pc(0)));
            n++;
        }
        return n;
    }

    private static int most(long skip, long length) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(skip, 0) + length + FRAMES_NOT_COUNTED);
    }

    /// The stack of the goroutine, or of all with the world stopped.
    static String text(G g, long sp, boolean all) {
        Stacks stacks = GoProgram.of(g).stacks();
        var out = new StringBuilder();
        stacks.one(out, g, false);
        if (all) {
            var world = g.p.sched.world();
            world.stop(g, sp, StopReason.ALL_GOROUTINES_STACK);
            g.p.sched
                    .goroutines()
                    .forEach(x -> {
                        if (x != g && !x.system) {
                            out.append('\n');
                            stacks.one(out, x, false);
                        }
                    });
            world.start(g);
        }
        return out.toString();
    }
}
