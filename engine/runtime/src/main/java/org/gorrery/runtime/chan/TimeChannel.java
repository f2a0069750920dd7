package org.gorrery.runtime.chan;

import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.GoTimer;
import org.gorrery.runtime.sched.P;
import org.gorrery.runtime.sched.Sudog;

/// The timer of a time.Timer or time.Ticker with its channel, by the rules since Go 1.23: the channel looks unbuffered, after Stop or
/// Reset no stale time can be received, and a timer that nobody can reach is garbage although it runs.
///
/// The channel has room for one time. The timer stands in a timer heap only while a goroutine waits for the channel; else whoever looks at
/// the channel first asks whether a time is due.
///
/// Guard: the channel's lock. Source: Go runtime, `time.go`.
public final class TimeChannel implements ChannelTimer, ProgramTimer {
    private final Hchan channel;
    private final TimeWriter writer;
    private final GoTimer timer;
    private long when;
    private long period;
    private int waiters;

    /// Makes the channel a timer's.
    ///
    /// @param address a channel of capacity 1 of times
    public TimeChannel(G g, long address, TimeWriter writer) {
        this.channel = Hchan.of(g, address);
        this.writer = writer;
        this.timer = new GoTimer((p, t, sequence, now) -> fire(p, now));
        channel.belongsTo(this);
    }

    @Override
    public boolean set(G g, long at, long every) {
        P p = g.p;
        channel.lock(p);
        boolean pending = when != 0 || channel.count > 0;
        discard();
        when = Math.max(1, at);
        period = every;
        if (waiters > 0) {
            timer.set(p, when, 0);
        }
        channel.unlock(p);
        return pending;
    }

    @Override
    public boolean stop(G g) {
        P p = g.p;
        channel.lock(p);
        boolean pending = when != 0 || channel.count > 0;
        discard();
        when = 0;
        timer.stop();
        channel.unlock(p);
        return pending;
    }

    private void discard() {
        while (channel.count > 0) {
            channel.pullTo(0);
        }
    }

    @Override
    public void beforeOperation(G g) {
        long at = when;
        if (at != 0 && at <= g.p.sched.driver().nanotime()) {
            fire(g.p, g.p.sched.driver().nanotime());
        }
    }

    @Override
    public void waiterCame(G g) {
        P p = g.p;
        channel.lock(p);
        if (++waiters == 1 && when != 0) {
            timer.set(p, when, 0);
        }
        channel.unlock(p);
    }

    @Override
    public void waiterWent(G g) {
        P p = g.p;
        channel.lock(p);
        if (--waiters == 0) {
            timer.stop();
        }
        channel.unlock(p);
    }

    private void fire(P p, long now) {
        channel.lock(p);
        if (when == 0 || when > now) {
            channel.unlock(p);
            return;
        }
        long due = when;
        long next = when + (period == 0 ? 0 : period * (1 + (now - when) / period));
        when = period == 0 ? 0 : next < 0 ? Long.MAX_VALUE - 1 : next;
        Sudog receiver = channel.receivers.dequeue();
        if (channel.count == 0) {
            writer.write(channel.buffer, due);
            channel.filled(receiver);
        }
        if (when != 0 && waiters > 0) {
            timer.set(p, when, 0);
        }
        channel.unlock(p);
        if (receiver != null) {
            Channels.wake(p, receiver);
        }
    }
}
