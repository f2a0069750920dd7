package org.gorrery.runtime.entry;

import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.panics.Panics;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.stack.StackExceeded;

/// Goroutines, their stacks and their preemption, as generated code calls them ([org.gorrery.abi.Entry]).
public final class SchedEntry {
    /// Turns of a loop between two looks at the preemption flag (codegen.md §5).
    private static final int FUEL = 4096;

    private SchedEntry() {}

    /// The go statement.
    public static void newproc(G g, long sp, long closure) {
        if (closure == 0) {
            g.p.sched.supervisor().fatal(g, sp, "go of nil func value");
        }
        g.sp = sp;
        g.p.sched.newproc(g, closure, Mem.ld64(sp));
    }

    /// At a function's entry, when there is no room or a preemption was asked for.
    public static long morestack(G g, long sp, int frameBytes) {
        if (g.preemptOpaque()) {
            g.p.sched.poll(g, sp);
        }
        g.stackChanged();
        if (g.stack.hasRoom(sp, frameBytes)) {
            return sp;
        }
        long before = g.stack.bytes();
        long to;
        try {
            to = g.stack.grow(sp, frameBytes);
        } catch (StackExceeded e) {
            g.p.sched.supervisor().stackOverflow(g, sp);
            throw e;
        }
        long now = g.stack.bytes();
        if (now > before && now >= ThreadStack.DEEP_BYTES && !ThreadStack.hasRoom()) {
            g.p.sched.supervisor().stackOverflow(g, sp);
        }
        g.stackChanged();
        Panics.moved(g, sp, to);
        return to;
    }

    /// After such a function has returned.
    public static void lessstack(G g, long sp, long from) {
        g.stack.shrink(sp, from);
        g.stackChanged();
    }

    /// A statement of a program built for a debugger begins.
    public static void debugStatement(G g, long sp, int number) {
        var listener = g.p.sched.statements();
        if (listener != null) {
            listener.statement(g, sp, number);
        }
    }

    /// In a loop, when preemption was asked for.
    public static void poll(G g, long sp) {
        g.p.sched.poll(g, sp);
    }

    /// In a loop that counts its turns.
    public static int refill(G g, long sp) {
        if (g.preemptOpaque()) {
            g.p.sched.poll(g, sp);
        }
        return FUEL;
    }
}
