package org.gorrery.runtime.gc;

import java.util.ArrayDeque;
import java.util.function.LongConsumer;
import org.gorrery.event.WaitReason;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.P;
import org.gorrery.runtime.stack.NativeFrame;
import org.jspecify.annotations.Nullable;

/// Finalizers and cleanups of objects that were found dead, and the one goroutine that runs them, one after another.
///
/// Guard: its own monitor, in which nothing yields.
final class FinalizerQueue implements RootSource {
    private static final int SLOTS = 2;

    /// A call: with an argument for a finalizer.
    private record Call(long closure, long object, boolean hasObject) {}

    private final ArrayDeque<Call> calls = new ArrayDeque<>();
    private boolean started;
    private @Nullable G waiting;
    private volatile boolean wakeDue;

    /// Queues a finalizer; the goroutine is woken by the next [#wake].
    void addFinalizer(long closure, long object) {
        add(new Call(closure, object, true));
    }

    /// Queues a cleanup.
    void addCleanup(long closure) {
        add(new Call(closure, 0, false));
    }

    private void add(Call c) {
        synchronized (calls) {
            calls.add(c);
            wakeDue = true;
        }
    }

    /// Number of calls that wait.
    int size() {
        synchronized (calls) {
            return calls.size();
        }
    }

    /// Whether no call waits or is under way.
    boolean isDone() {
        synchronized (calls) {
            return calls.isEmpty() && (!started || waiting != null);
        }
    }

    @Override
    public void visitRoots(LongConsumer root) {
        synchronized (calls) {
            for (Call c : calls) {
                root.accept(c.closure);
                root.accept(c.object);
            }
        }
    }

    /// Starts the goroutine at the first finalizer of the program.
    void ensureStarted(P p) {
        synchronized (calls) {
            if (started) {
                return;
            }
            started = true;
        }
        p.sched.newSystem(p, this::serve);
    }

    /// Whether calls have come up since the goroutine was last woken.
    boolean isWakeDue() {
        return wakeDue;
    }

    /// Readies the goroutine if it waits and there are calls.
    void wake(P p) {
        G g;
        synchronized (calls) {
            g = calls.isEmpty() ? null : waiting;
            if (g != null) {
                waiting = null;
            }
            wakeDue = false;
        }
        if (g != null) {
            p.sched.ready(p, g);
        }
    }

    /// The goroutine: its frame keeps function and object of the call under way alive.
    private void serve(G g, long sp) {
        Mem.st64(sp + 8, 0);
        Mem.st64(sp + 16, 0);
        Mem.st64(sp, NativeFrame.HIDDEN.pc(SLOTS));
        long above = sp + NativeFrame.bytes(SLOTS);
        while (true) {
            g.sp = sp;
            Call c;
            synchronized (calls) {
                c = calls.poll();
                if (c == null) {
                    waiting = g;
                    g.willPark(WaitReason.FINALIZER, 0);
                }
            }
            if (c == null) {
                g.park();
                continue;
            }
            Mem.st64(sp + 8, c.closure);
            Mem.st64(sp + 16, c.object);
            if (c.hasObject) {
                g.p.sched.code().callPointer(g, above, c.closure, c.object);
            } else {
                g.p.sched.code().call(g, above, c.closure);
            }
            Mem.st64(sp + 8, 0);
            Mem.st64(sp + 16, 0);
        }
    }
}
