package org.gorrery.library.sync;

import java.nio.charset.StandardCharsets;
import org.gorrery.event.WaitReason;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.panics.Panics;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.NotifyLists;

/// Bodyless functions of `sync`.
public final class Natives {
    /// By the constants of `sync/semaphore.go`.
    private static final WaitReason[] REASONS = {
        WaitReason.MUTEX,
        WaitReason.RWMUTEX_R,
        WaitReason.RWMUTEX,
        WaitReason.WAIT_GROUP,
        WaitReason.SEMACQUIRE
    };

    /// Spinning is worth a few turns, each of so many pauses.
    private static final int SPIN_TURNS = 4;

    private static final int SPIN_PAUSES = 30;

    private Natives() {}

    /// Waits for a semaphore.
    public static void acquire(G g, long sp, long address, int inFront, int reason) {
        g.p.sched
                .semaphores()
                .acquire(g, Panics.nativeFrame(g, sp), address, inFront != 0, REASONS[reason]);
    }

    /// Raises a semaphore.
    public static void release(G g, long sp, long address, int handOver) {
        g.p.sched.semaphores().release(g, Panics.nativeFrame(g, sp), address, handOver != 0);
    }

    /// Whether locks are to tell who takes them.
    public static int watched(G g, long sp) {
        return g.p.sched.semaphores().holders().isOn() ? 1 : 0;
    }

    /// This goroutine took a lock.
    public static void took(G g, long sp, long address) {
        g.p.sched.semaphores().holders().took(address, g.id);
    }

    /// A lock is free again.
    public static void gave(G g, long sp, long address) {
        g.p.sched.semaphores().holders().gave(address);
    }

    /// A ticket of a list of waiters.
    public static int takeTicket(G g, long sp, long list) {
        return NotifyLists.add(list);
    }

    /// Waits until a ticket is notified.
    public static void awaitTicket(G g, long sp, long list, int ticket) {
        g.p.sched.notifyLists().await(g, Panics.nativeFrame(g, sp), list, ticket);
    }

    /// Wakes the first or all.
    public static void notifyWaiters(G g, long sp, long list, int all) {
        if (all != 0) {
            g.p.sched.notifyLists().notifyAll(g, list);
        } else {
            g.p.sched.notifyLists().notifyOne(g, list);
        }
    }

    /// Whether a lock may come free soon: others run, and nobody waits for this P.
    public static int spinWorthwhile(G g, long sp, int turns) {
        return turns < SPIN_TURNS && g.p.multi && g.p.isEmpty() ? 1 : 0;
    }

    /// A short pause.
    public static void spin(G g, long sp) {
        for (int i = 0; i < SPIN_PAUSES; i++) {
            Thread.onSpinWait();
        }
    }

    /// The monotonic clock.
    public static long nanotime(G g, long sp) {
        return g.p.sched.driver().nanotime();
    }

    /// Ends the program.
    public static void fatal(G g, long sp, long at, long length) {
        String message = new String(Mem.get(at, (int) length), StandardCharsets.UTF_8);
        g.p.sched.supervisor().misuse(g, Panics.nativeFrame(g, sp), message);
    }

    /// Number of the P.
    public static int processor(G g, long sp) {
        return g.p.id;
    }

    /// The pools of the run.
    public static int newPools(G g, long sp) {
        return AgingPools.make(g);
    }

    /// Lets the collector age a pool.
    public static void track(G g, long sp, int pools, long flag, long shards) {
        AgingPools.of(g, pools).add(flag, shards);
    }

    /// From now on the goroutine keeps its P, whose number this is.
    public static int pin(G g, long sp) {
        g.p.pins++;
        return g.p.id;
    }

    /// Ends [#pin].
    public static void unpin(G g, long sp) {
        g.p.pins--;
    }
}
