package org.gorrery.runtime.sched;

import org.jspecify.annotations.Nullable;

/// Something to be done at a time, perhaps again and again. Stays with the P on which it was first set.
public final class GoTimer {
    /// What happens when it is due. Runs on an M that holds `p`, outside of any goroutine; must be short and must not park.
    @FunctionalInterface
    public interface Action {
        /// @param sequence the setting that fired: where [GoTimer#sequence] has moved on it was stopped or set anew since
        void fire(P p, GoTimer timer, long sequence, long now);
    }

    /// What to do.
    final Action action;

    /// When it is due.
    long when;

    /// Distance of repetitions, 0 for none.
    long period;

    /// Counts settings and stops.
    volatile long sequence;

    /// Place in the heap, -1 while not set.
    int index = -1;

    @Nullable Timers owner;

    /// A pointer that must survive while it is set, or 0.
    final long root;

    /// One that is not set.
    public GoTimer(Action action) {
        this(action, 0);
    }

    /// One that is not set.
    ///
    /// @param root a pointer that must survive while it is set
    public GoTimer(Action action, long root) {
        this.action = action;
        this.root = root;
    }

    /// Sets it to fire at `when` of the driver's clock, and each `period` after, if that is not 0.
    ///
    /// @param p the caller's P
    /// @return whether it was set before
    public boolean set(P p, long when, long period) {
        Timers t = owner;
        if (t == null) {
            t = p.timers;
            owner = t;
        }
        return t.set(this, when, period);
    }

    /// Stops it.
    ///
    /// @return whether it was set
    public boolean stop() {
        Timers t = owner;
        return t != null && t.remove(this);
    }

    /// When it fires next.
    public long when() {
        return when;
    }

    /// Which setting is in force.
    public long sequence() {
        return sequence;
    }
}
