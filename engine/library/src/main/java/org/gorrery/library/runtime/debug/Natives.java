package org.gorrery.library.runtime.debug;

import java.util.ArrayDeque;
import org.gorrery.library.GoStrings;
import org.gorrery.runtime.entry.GoProgram;
import org.gorrery.runtime.gc.GcController;
import org.gorrery.runtime.panics.Panics;
import org.gorrery.runtime.sched.G;

/// Bodyless functions of `runtime/debug`.
public final class Natives {
    private Natives() {}

    /// GOGC.
    public static int setPercent(G g, long sp, int percent) {
        return GcController.of(g).setGogc(percent);
    }

    /// GOMEMLIMIT.
    public static long setLimit(G g, long sp, long limit) {
        return GcController.of(g).setMemoryLimit(limit);
    }

    /// The limit of one stack.
    public static long setMaxStack(G g, long sp, long bytes) {
        var stacks = g.p.sched.machine().stacks();
        long before = stacks.maxStackBytes();
        stacks.setMaxStackBytes(bytes);
        return before;
    }

    /// Whether faults of this goroutine panic.
    public static int setPanicOnFault(G g, long sp, int enabled) {
        int before = g.panicOnFault ? 1 : 0;
        g.panicOnFault = enabled != 0;
        return before;
    }

    /// GOTRACEBACK.
    public static void setTraceback(G g, long sp, long at, long length) {
        GoProgram.of(g).setTraceback(GoStrings.get(at, length));
    }

    /// Collects and gives memory back.
    public static void FreeOSMemory(G g, long sp) {
        GcController.of(g).freeMemory(g, Panics.nativeFrame(g, sp));
    }

    /// Takes a heap dump.
    ///
    /// @return a number for [#dumpPiece]
    public static int takeDump(G g, long sp, long version, long length) {
        var program = GoProgram.of(g);
        var pieces =
                GcController.of(g)
                        .heapDump(
                                g,
                                Panics.nativeFrame(g, sp),
                                GoStrings.get(version, length),
                                program.image().itabs().length);
        return g.p.sched.objects().add(new ArrayDeque<>(pieces));
    }

    /// The next piece of a heap dump; empty, and the number is free, when there is none.
    public static long dumpPiece(G g, long sp, int dump) {
        var pieces = (ArrayDeque<?>) g.p.sched.objects().get(dump);
        if (pieces.poll() instanceof byte[] piece) {
            return GoStrings.put(g, sp, piece);
        }
        g.p.sched.objects().remove(dump);
        return GoStrings.put(g, sp, new byte[0]);
    }
}
