package org.gorrery.library.runtime.trace;

import org.gorrery.event.StopReason;
import org.gorrery.runtime.entry.GoProgram;
import org.gorrery.runtime.entry.Observation;
import org.gorrery.runtime.panics.Panics;
import org.gorrery.runtime.sched.Driver;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.World;

/// An execution trace that a program takes of itself.
public final class LiveTrace {
    private final Observation observed;
    private final TraceReplay replay;

    private LiveTrace(Observation observed, TraceReplay replay) {
        this.observed = observed;
        this.replay = replay;
    }

    /// Begins a trace.
    ///
    /// @param sp where the native's own frame starts
    /// @return its number, 0 where the program is traced already
    public static int begin(G g, long sp) {
        Observation o = GoProgram.of(g).observation();
        World world = g.p.sched.world();
        world.stop(g, Panics.nativeFrame(g, sp), StopReason.TRACE);
        try {
            var opening = o.beginTrace(g);
            if (opening == null) {
                return 0;
            }
            Driver driver = g.p.sched.driver();
            var replay =
                    new TraceReplay(
                            g.p.sched.machine().unwinder().funcs(),
                            opening,
                            driver.unixNanos(),
                            g.p.sched.gomaxprocs(),
                            o.cpu().count());
            return g.p.objects.add(new LiveTrace(o, replay));
        } finally {
            world.start(g);
        }
    }

    /// The trace of that number.
    public static LiveTrace of(G g, int number) {
        return (LiveTrace) g.p.objects.get(number);
    }

    /// The first bytes of the file.
    public byte[] header() {
        return replay.header();
    }

    /// The next bytes of the file.
    ///
    /// @param last whether the trace ends
    public byte[] take(G g, long sp, boolean last) {
        World world = g.p.sched.world();
        world.stop(g, Panics.nativeFrame(g, sp), StopReason.TRACE);
        var part = observed.takeTrace(last);
        long wall = g.p.sched.driver().unixNanos();
        world.start(g);
        return replay.generation(part, wall, observed.cpu().samples(), last);
    }
}
