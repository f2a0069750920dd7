package org.gorrery.formats.exectrace;

/// Where ordered events go: makes times strictly rising where the format asks for it, and keeps those inside the wanted window.
final class V2Sink {
    private final TraceColumns columns;
    private final TraceWindow window;
    private final long limit;
    private final WindowStart before = new WindowStart();
    private boolean opened;
    private long last = Long.MIN_VALUE;
    private long lost;

    V2Sink(TraceColumns columns, TraceWindow window, long limit) {
        this.columns = columns;
        this.window = window;
        this.limit = limit;
    }

    void add(
            EventKind kind, long time, int g, int p, int m, int stack, int subject, long argument) {
        addUnadjusted(kind, time > last ? time : last + 1, g, p, m, stack, subject, argument);
    }

    /// Adds an event whose time may equal the one before.
    void addUnadjusted(
            EventKind kind, long t, int g, int p, int m, int stack, int subject, long argument) {
        last = t;
        if (t < window.fromNanos() || t > window.toNanos()) {
            if (t < window.fromNanos()) {
                before.take(kind, m, stack, subject, argument);
            }
            return;
        }
        if (!opened) {
            opened = true;
            before.into(columns, window.fromNanos());
        }
        if (columns.size() >= limit) {
            lost++;
            return;
        }
        columns.add(kind.ordinal(), t, g, p, m, stack, subject, argument);
    }

    /// {@return the time of the event before, or the smallest number}
    long last() {
        return last;
    }

    long lost() {
        return lost;
    }
}
