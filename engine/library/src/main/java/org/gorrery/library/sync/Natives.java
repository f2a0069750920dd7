package org.gorrery.library.sync;

import java.nio.charset.StandardCharsets;
import org.gorrery.event.WaitReason;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.panics.Panics;
import org.gorrery.runtime.sched.G;

/// Bodyless functions of `sync`.
public final class Natives {
    /// By the constants of `sync/semaphore.go`.
    private static final WaitReason[] REASONS = {
        WaitReason.MUTEX,
        WaitReason.RWMUTEX_R,
        WaitReason.RWMUTEX,
        WaitReason.COND,
        WaitReason.WAIT_GROUP,
        WaitReason.SEMACQUIRE
    };

    /// Spinning is worth a few turns, each of so many pauses.
    private static final int SPIN_TURNS = 4;

    private static final int SPIN_PAUSES = 30;

    private Natives() {}

    /// The run's table of queues, as an index of its objects.
    public static int newQueues(G g, long sp) {
        return g.p.objects.add(new Semaphores());
    }

    private static Semaphores queues(G g, int index) {
        return (Semaphores) g.p.objects.get(index);
    }

    /// Waits for a semaphore.
    public static void acquireIn(G g, long sp, int queues, long address, int inFront, int reason) {
        queues(g, queues)
                .acquire(g, Panics.nativeFrame(g, sp), address, inFront != 0, REASONS[reason]);
    }

    /// Raises a semaphore.
    public static void releaseIn(G g, long sp, int queues, long address, int handOver) {
        queues(g, queues).release(g, Panics.nativeFrame(g, sp), address, handOver != 0);
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
        g.p.sched.supervisor().fatal(g, Panics.nativeFrame(g, sp), message);
    }

    /// Number of the P.
    public static int processor(G g, long sp) {
        return g.p.id;
    }

    /// Collections so far.
    public static int collections(G g, long sp) {
        return 0;
    }
}
