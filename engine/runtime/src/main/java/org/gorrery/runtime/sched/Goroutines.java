package org.gorrery.runtime.sched;

import java.util.Arrays;
import java.util.function.Consumer;
import org.gorrery.event.WaitReason;
import org.gorrery.runtime.stack.ShadowStack;
import org.jspecify.annotations.Nullable;

/// All goroutines of a run, living and dead, and the dead ones that wait to be used again.
///
/// Free ones are kept per P; beyond [#KEEP] half go to a list for all, so that Ps that only start goroutines find those that
/// end elsewhere.
/// Source: Go runtime, `gfget`, `gfput`, `allgadd` in `proc.go`.
public final class Goroutines {
    private static final int KEEP = 64;
    private static final int IDS_AT_ONCE = 16;
    private final Sched sched;
    private final Object lock = new Object();
    private @Nullable G[] all = new @Nullable G[64];
    private int count;
    private long lastId;
    private @Nullable G free;
    private volatile int freeCount;

    Goroutines(Sched sched) {
        this.sched = sched;
    }

    /// A runnable one, on no queue yet.
    G take(P p, @Nullable Body body, long closure, @Nullable G parent, long creatorPc) {
        G g = reuse(p);
        if (g == null) {
            g = new G(new ShadowStack(sched.machine().stacks()));
            g.p = p;
            add(g);
        }
        g.p = p;
        g.stackChanged();
        g.body = body;
        g.startClosure = closure;
        g.startPc = closure == 0 ? 0 : sched.machine().memory().loadPointer(closure);
        g.creatorPc = creatorPc;
        g.parentId = parent == null ? 0 : parent.id;
        g.labels = parent == null ? 0 : parent.labels;
        g.marks = parent == null ? 0 : parent.marks & G.INHERITED_MARKS;
        g.id = nextId(p);
        g.sp = g.stack.noFrame();
        g.setStatus(GStatus.RUNNABLE);
        return g;
    }

    private @Nullable G reuse(P p) {
        G g = p.free;
        if (g == null) {
            if (freeCount == 0) {
                return null;
            }
            refill(p);
            g = p.free;
            if (g == null) {
                return null;
            }
        }
        p.free = g.link;
        p.freeCount--;
        g.link = null;
        return g;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // under the lock
    private void refill(P p) {
        synchronized (lock) {
            for (int i = 0; i < KEEP / 2; i++) {
                G g = free;
                if (g == null) {
                    return;
                }
                free = g.link;
                freeCount--;
                g.link = p.free;
                p.free = g;
                p.freeCount++;
            }
        }
    }

    private long nextId(P p) {
        if (p.idNext == p.idEnd) {
            synchronized (lock) {
                p.idNext = lastId + 1;
                lastId += IDS_AT_ONCE;
                p.idEnd = lastId + 1;
            }
        }
        return p.idNext++;
    }

    private void add(G g) {
        synchronized (lock) {
            if (count == all.length) {
                all = Arrays.copyOf(all, count * 2);
            }
            g.allIndex = count;
            all[count++] = g;
        }
    }

    /// Takes back an ended one.
    @SuppressWarnings("NonAtomicVolatileUpdate") // under the lock
    void give(P p, G g) {
        g.body = null;
        g.startClosure = 0;
        g.waitReason = WaitReason.NONE;
        g.waitingOn = 0;
        g.waitSince = 0;
        g.lockedM = null;
        g.lockCount = 0;
        g.system = false;
        g.fired = null;
        g.selectCount = 0;
        g.defers.clear();
        g.panic = null;
        g.labels = 0;
        g.sudog.word = 0;
        g.sudog.elem = 0;
        g.renew();
        g.stack.reset();
        g.link = p.free;
        p.free = g;
        if (++p.freeCount < KEEP) {
            return;
        }
        synchronized (lock) {
            while (p.freeCount > KEEP / 2) {
                G x = p.free;
                if (x == null) {
                    break;
                }
                p.free = x.link;
                p.freeCount--;
                x.link = free;
                free = x;
                freeCount++;
            }
        }
    }

    /// Hands the free ones of a P that goes to another.
    void takeFree(P p, P heir) {
        for (G g = p.free; g != null; g = p.free) {
            p.free = g.link;
            p.freeCount--;
            g.link = heir.free;
            heir.free = g;
            heir.freeCount++;
        }
    }

    /// Each that has not ended, in the order in which they were first made. World stopped, or a picture of the moment.
    public void forEach(Consumer<G> action) {
        forEach(0, Integer.MAX_VALUE, action);
    }

    /// As [#forEach], only those made as number `from` (from 0) up to before `to`.
    public void forEach(int from, int to, Consumer<G> action) {
        @Nullable G[] list;
        int n;
        synchronized (lock) {
            list = all;
            n = Math.min(count, to);
        }
        for (int i = from; i < n; i++) {
            G g = list[i];
            if (g != null && g.status() != GStatus.DEAD && g.status() != GStatus.IDLE) {
                action.accept(g);
            }
        }
    }

    /// How many of the program's own have not ended.
    public int live() {
        int[] n = new int[1];
        forEach(g -> n[0] += g.system ? 0 : 1);
        return n[0];
    }

    boolean anyOfProgram() {
        return live() > 0;
    }

    /// Number of Gs ever made.
    public int made() {
        synchronized (lock) {
            return count;
        }
    }
}
