package org.gorrery.runtime.gc;

import org.gorrery.event.EventKind;
import org.gorrery.event.WaitReason;
import org.gorrery.runtime.heap.HeapFigures;
import org.gorrery.runtime.heap.Mheap;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.P;
import org.gorrery.runtime.stack.NativeFrame;
import org.jspecify.annotations.Nullable;

/// The goroutine that sweeps while nothing else does, some spans at a time, and then gives free pages beyond what the heap will
/// need back to the host.
///
/// Source: Go runtime, `bgsweep` in `mgcsweep.go`, `mgcscavenge.go`.
final class BackgroundSweeper {
    private static final int SPANS_AT_ONCE = 10;

    /// Pages are kept up to the goal and a tenth more.
    private static final int KEEP_PERCENT = 110;

    private static final long SCAVENGE_AT_ONCE = 1 << 20;

    private final Mheap heap;
    private final GcController gc;
    private final Object lock = new Object();
    private boolean started;
    private @Nullable G waiting;
    private volatile int doneCycle;

    BackgroundSweeper(Mheap heap, GcController gc) {
        this.heap = heap;
        this.gc = gc;
    }

    /// After a cycle.
    void wake(P p) {
        G g;
        boolean first;
        synchronized (lock) {
            first = !started;
            started = true;
            g = waiting;
            waiting = null;
        }
        if (first) {
            p.sched.newSystem(p, this::serve);
        } else if (g != null) {
            p.sched.ready(p, g);
        }
    }

    private void serve(G g, long sp) {
        Mem.st64(sp, NativeFrame.HIDDEN.pc(0));
        while (true) {
            while (sweepSome()) {
                gc.wakeFinalizers(g);
                g.p.sched.gosched(g, sp);
            }
            gc.wakeFinalizers(g);
            noteDone(g);
            while (excess() >= SCAVENGE_AT_ONCE && heap.scavenge(SCAVENGE_AT_ONCE) > 0) {
                g.p.sched.gosched(g, sp);
            }
            g.sp = sp;
            synchronized (lock) {
                waiting = g;
                g.willPark(WaitReason.GC_SWEEP, 0);
            }
            g.park();
        }
    }

    private boolean sweepSome() {
        for (int i = 0; i < SPANS_AT_ONCE; i++) {
            if (heap.sweeping().sweepOne() == 0) {
                return false;
            }
        }
        return true;
    }

    /// Says once per cycle that all is swept.
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void noteDone(G g) {
        int cycle = gc.cycles();
        if (doneCycle < cycle && g.p.events != null) {
            g.p.tick();
            g.p.put(EventKind.GC_SWEEP_END, g.id, cycle);
        }
        doneCycle = cycle;
    }

    private long excess() {
        HeapFigures.Pages p = heap.pageFigures();
        long goal = gc.goal();
        long wanted =
                goal > Long.MAX_VALUE / KEEP_PERCENT ? Long.MAX_VALUE : goal * KEEP_PERCENT / 100;
        return p.sysBytes() - p.releasedBytes() - Math.max(wanted, p.inUseBytes());
    }
}
