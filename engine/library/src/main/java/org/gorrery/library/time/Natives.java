package org.gorrery.library.time;

import org.gorrery.event.WaitReason;
import org.gorrery.library.GoStrings;
import org.gorrery.runtime.panics.Panics;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.GoTimer;

/// Bodyless functions of `time`.
public final class Natives {
    private static final long NANOS = 1_000_000_000L;

    private Natives() {}

    /// Seconds since 1970; `r1`: nanoseconds.
    public static long unixNow(G g, long sp) {
        long now = g.p.sched.driver().unixNanos();
        g.r1 = Math.floorMod(now, NANOS);
        return Math.floorDiv(now, NANOS);
    }

    /// The monotonic clock.
    public static long monotonic(G g, long sp) {
        return g.p.sched.driver().nanotime();
    }

    /// When something is due that is so far off: at most the end of time.
    static long due(G g, long nanos) {
        long now = g.p.sched.driver().nanotime();
        if (nanos <= 0) {
            return now;
        }
        long at = now + nanos;
        return at < 0 ? Long.MAX_VALUE - 1 : at;
    }

    /// Parks the goroutine for a time.
    public static void sleep(G g, long sp, long nanos) {
        Panics.nativeFrame(g, sp);
        long at = due(g, nanos);
        var timer = new GoTimer((p, t, sequence, now) -> p.sched.ready(p, g));
        g.willPark(WaitReason.SLEEP, 0);
        timer.set(g.p, at, 0);
        g.park();
    }

    /// A timer with a channel; `owner` is the Go object that stands for it.
    ///
    /// @param local what its times have as their location
    /// @return its number
    public static long startChannel(
            G g, long sp, long owner, long channel, long local, long nanos, long period) {
        return Timekeeper.start(g, owner, new ChannelEvent(g, channel, local), nanos, period);
    }

    /// A timer that calls a func in a new goroutine.
    public static long startFunc(G g, long sp, long owner, long closure, long nanos) {
        return Timekeeper.start(g, owner, new FuncEvent(closure), nanos, 0);
    }

    /// Stops a timer.
    public static int stopTimer(G g, long sp, long number) {
        return Timekeeper.of(g, number).stop(g) ? 1 : 0;
    }

    /// Sets a timer anew.
    public static int resetTimer(G g, long sp, long number, long nanos, long period) {
        return Timekeeper.of(g, number).set(g, due(g, nanos), period) ? 1 : 0;
    }

    /// The rules of a zone that the JDK knows, in the form of a zone file.
    public static long builtinZone(G g, long sp, long name, long length) {
        return GoStrings.put(g, sp, ZoneFile.of(GoStrings.get(name, length)));
    }
}
