package org.gorrery.runtime.sched;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.event.SchedSnapshot;

/// Pictures of the scheduler's state.
public final class SchedPicture {
    private static final String[] STATUS = {"idle", "running", "syscall", "gcstop", "dead"};

    private SchedPicture() {}

    /// The scheduler now. Exact with the world stopped; else what is seen in passing.
    public static SchedSnapshot of(Sched sched) {
        List<SchedSnapshot.Proc> procs = new ArrayList<>();
        for (P p : sched.procs) {
            procs.add(of(p));
        }
        return new SchedSnapshot(
                sched.driver().nanotime(),
                sched.gomaxprocs(),
                sched.global.length(),
                sched.idle().idleMs(),
                sched.idle().spinningMs(),
                procs);
    }

    private static SchedSnapshot.Proc of(P p) {
        G current = p.current;
        G next = p.peekNext();
        M m = p.m;
        return new SchedSnapshot.Proc(
                p.id,
                STATUS[p.status()],
                m == null ? -1 : m.number,
                current == null ? 0 : current.id,
                next == null ? 0 : next.id,
                p.queuedIds(),
                p.schedTick);
    }
}
