package org.gorrery.runtime.debug;

import java.util.BitSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.gorrery.abi.DebugStatements;
import org.gorrery.event.StopReason;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.Sched;
import org.gorrery.runtime.sched.StatementListener;
import org.gorrery.runtime.stack.Unwinder;
import org.jspecify.annotations.Nullable;

/// Stops a program at breakpoints and after steps.
///
/// A goroutine that stops does so with the world: it owns it, and its thread waits here. Others stand at safepoints; all can be looked at
/// meanwhile. Guard: `command`, what goroutines read at each statement is volatile and replaced as a whole.
public final class Debugger implements StatementListener {
    private static final long LOOK_AGAIN_NANOS = 20_000_000;

    private final Sched sched;
    private final Unwinder unwinder;
    private final DebugStatements statements;
    private final Consumer<DebugStop> stopped;
    private volatile BitSet breakpoints = new BitSet();
    private volatile boolean stopAnywhere;
    private volatile @Nullable Step step;
    private volatile @Nullable DebugStop current;
    private volatile @Nullable Thread waiting;
    private volatile @Nullable G standing;

    /// @param statements those of the program
    /// @param stopped told of each stop, on the thread that has stopped: it must return soon
    public Debugger(Sched sched, DebugStatements statements, Consumer<DebugStop> stopped) {
        this.sched = sched;
        this.statements = statements;
        this.unwinder = sched.machine().unwinder();
        this.stopped = stopped;
    }

    /// Sets all breakpoints anew, by the numbers of their statements.
    public void setBreakpoints(BitSet statements) {
        breakpoints = (BitSet) statements.clone();
    }

    /// Stops whichever goroutine comes to a statement next.
    public void stopSoon() {
        stopAnywhere = true;
    }

    /// Where the program stands, null while it runs.
    public @Nullable DebugStop current() {
        return current;
    }

    @Override
    public void statement(G g, long sp, int number) {
        var reason = reason(g, sp, number);
        if (reason == null) {
            return;
        }
        sched.world().stop(g, sp, StopReason.DEBUGGER);
        // Another goroutine may have stopped meanwhile, and taken what this one came for
        reason = reason(g, sp, number);
        if (reason != null) {
            standStill(g, number, reason);
        }
        sched.world().start(g);
        if (sched.stopping()) {
            sched.leaveForEver(g);
        }
    }

    private DebugStop.@Nullable Reason reason(G g, long sp, int number) {
        if (stopAnywhere) {
            return DebugStop.Reason.PAUSE;
        }
        if (breakpoints.get(number)) {
            return DebugStop.Reason.BREAKPOINT;
        }
        var s = step;
        return s != null && s.goid() == g.id && s.endsAt(depth(g, sp), number)
                ? DebugStop.Reason.STEP
                : null;
    }

    private int depth(G g, long sp) {
        return unwinder.pcs(g.stack, sp).length;
    }

    private void standStill(G g, int number, DebugStop.Reason reason) {
        step = null;
        stopAnywhere = false;
        waiting = Thread.currentThread();
        standing = g;
        current = new DebugStop(g.id, number, reason);
        sched.world().hold();
        stopped.accept(new DebugStop(g.id, number, reason));
        while (current != null && !sched.stopping()) {
            LockSupport.parkNanos(this, LOOK_AGAIN_NANOS);
        }
        current = null;
        waiting = null;
        standing = null;
        sched.world().release();
    }

    /// Goes on to the next breakpoint.
    public void resume() {
        goOn(null);
    }

    /// Goes on to the next line of the goroutine that has stopped, also in what it calls.
    public void stepIn() {
        stepBy(Step.Kind.IN);
    }

    /// Goes on to its next line in the same function, or in one that called it.
    public void stepOver() {
        stepBy(Step.Kind.OVER);
    }

    /// Goes on until its function has returned.
    public void stepOut() {
        stepBy(Step.Kind.OUT);
    }

    private synchronized void stepBy(Step.Kind kind) {
        var at = current;
        if (at != null) {
            var g = standing;
            goOn(
                    g == null
                            ? null
                            : new Step(
                                    kind, at.goid(), depth(g, g.sp), at.statement(), statements));
        }
    }

    private synchronized void goOn(@Nullable Step next) {
        if (current == null) {
            return;
        }
        step = next;
        current = null;
        LockSupport.unpark(waiting);
    }
}
