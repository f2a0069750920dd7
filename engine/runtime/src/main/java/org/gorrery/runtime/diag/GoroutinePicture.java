package org.gorrery.runtime.diag;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.event.GoroutineSnapshot;
import org.gorrery.event.GoroutineSnapshot.Frame;
import org.gorrery.event.GoroutineSnapshot.Goroutine;
import org.gorrery.event.GoroutineSnapshot.Status;
import org.gorrery.event.WaitReason;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.GStatus;
import org.gorrery.runtime.sched.Sched;
import org.gorrery.runtime.stack.FuncTable;

/// Pictures of all goroutines. The world is stopped.
public final class GoroutinePicture {
    /// Of one goroutine, the innermost: a program may recurse for millions.
    private static final int MOST_FRAMES = 1000;

    private final Sched sched;
    private final FuncTable funcs;

    /// For a run.
    public GoroutinePicture(Sched sched) {
        this.sched = sched;
        this.funcs = sched.machine().unwinder().funcs();
    }

    /// All that have not ended.
    public GoroutineSnapshot take() {
        List<Goroutine> all = new ArrayList<>();
        long now = sched.driver().nanotime();
        sched.goroutines().forEach(g -> all.add(one(g, now)));
        return new GoroutineSnapshot(now, all);
    }

    private Goroutine one(G g, long now) {
        boolean waits = g.isWaiting();
        Status status = status(g);
        return new Goroutine(
                g.id,
                status,
                waits ? g.waitReason : WaitReason.NONE,
                startFunction(g),
                g.parentId,
                g.creatorPc == 0 ? Frame.NONE : frame(g.creatorPc),
                waits ? g.waitingOn : 0,
                waits && g.waitSince != 0 ? now - g.waitSince : 0,
                g.stack.bytes(),
                status == Status.RUNNING || status == Status.SYSCALL ? g.p.id : -1,
                frames(g));
    }

    private static Status status(G g) {
        if (g.isWaiting()) {
            return Status.WAITING;
        }
        return switch (g.status()) {
            case GStatus.RUNNING -> Status.RUNNING;
            case GStatus.SYSCALL -> Status.SYSCALL;
            case GStatus.DEAD, GStatus.IDLE -> Status.DEAD;
            default -> Status.RUNNABLE;
        };
    }

    private String startFunction(G g) {
        int f = sched.entryFunction(g);
        return f >= 0 ? funcs.info(f).name() : g.system ? "runtime" : "main.main";
    }

    private List<Frame> frames(G g) {
        long[] pcs = sched.machine().unwinder().pcs(g.stack, g.sp, MOST_FRAMES);
        List<Frame> out = new ArrayList<>(pcs.length);
        for (long pc : pcs) {
            if (funcs.siteOf(pc) >= 0) {
                out.add(frame(pc));
            }
        }
        return out;
    }

    private Frame frame(long pc) {
        var info = funcs.info(funcs.functionOf(pc));
        return new Frame(info.name(), funcs.fileOf(pc), funcs.lineOf(pc), pc);
    }
}
