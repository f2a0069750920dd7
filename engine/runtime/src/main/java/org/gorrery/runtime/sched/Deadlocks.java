package org.gorrery.runtime.sched;

import org.jspecify.annotations.Nullable;

/// Finds out that nothing can ever run again.
///
/// Source: Go runtime, `checkdead` in `proc.go`.
final class Deadlocks {
    private final Sched sched;

    Deadlocks(Sched sched) {
        this.sched = sched;
    }

    /// Looks once more whether nothing can ever run: the M that went to sleep last may have done so while the world was being stopped,
    /// or while something outside was awaited, and so said nothing.
    void check() {
        String dead;
        synchronized (sched.lock) {
            dead = found();
        }
        if (dead != null) {
            sched.supervisor().deadlocked(dead);
        }
    }

    /// Under the lock. What to report when no M runs, or null.
    @Nullable String found() {
        if (sched.stopping()
                || sched.world().stopRequested()
                || sched.awaited.get() > 0
                || !sched.idle().allIdle()
                || sched.global.length() > 0
                || sched.finder().nextTimer() != Long.MAX_VALUE) {
            return null;
        }
        for (P p : sched.procs) {
            if (!p.isEmpty()) {
                return null;
            }
        }
        return sched.goroutines().anyOfProgram()
                ? "all goroutines are asleep - deadlock!"
                : "no goroutines (main called runtime.Goexit) - deadlock!";
    }
}
