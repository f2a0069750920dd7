package org.gorrery.app.cli;

import java.time.Instant;

/// The time of day, for the stamps of reports.
final class ReportClock {
    private ReportClock() {}

    /// Now, as RFC 3339 writes it.
    static String stamp() {
        return Instant.now().toString();
    }

    /// For differences.
    static long nanos() {
        return System.nanoTime();
    }
}
