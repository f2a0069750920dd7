package org.gorrery.library.time;

import org.gorrery.runtime.sched.G;

/// What a timer does when it is due.
interface TimedEvent {
    /// Sets it anew.
    ///
    /// @return whether it was still to come
    boolean set(G g, long at, long period);

    /// Stops it.
    ///
    /// @return whether it was still to come
    boolean stop(G g);
}
