package org.gorrery.runtime.entry;

import java.time.Clock;

/// The machine's own time of day: what a run in real time is given. The one place of the engine that asks for it.
public final class WallClock {
    private WallClock() {}

    /// The time of day in UTC.
    public static Clock utc() {
        return Clock.systemUTC();
    }
}
