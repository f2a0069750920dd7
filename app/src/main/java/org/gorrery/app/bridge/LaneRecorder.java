package org.gorrery.app.bridge;

import org.jspecify.annotations.Nullable;

/// One goroutine while its spans are recorded. Guard: the thread of the recorder.
final class LaneRecorder {
    final long id;
    String function = "";
    long creator;
    int createdSite = -1;
    int count;
    private long endNanos = -1;
    private LaneColumns columns = new LaneColumns(4);
    private @Nullable Lane published;
    private String publishedFunction = "";

    LaneRecorder(long id) {
        this.id = id;
    }

    /// Begins a span; the one before ends.
    ///
    /// @return whether one more span is kept
    boolean begin(long t, GState state, int reason, int proc, int site, long arg) {
        if (endNanos >= 0) {
            return false;
        }
        if (count == columns.start.length) {
            columns = columns.grown();
        }
        LaneColumns c = columns;
        c.start[count] = count == 0 ? t : Math.max(t, c.start[count - 1]);
        c.state[count] = (byte) state.ordinal();
        c.reason[count] = (byte) reason;
        c.proc[count] = (short) proc;
        c.site[count] = site;
        c.arg[count] = arg;
        if (count > 0 && count % Lane.BLOCK == 0) {
            c.sum(count);
        }
        count++;
        published = null;
        return true;
    }

    void end(long t) {
        endNanos = count == 0 ? t : Math.max(t, columns.start[count - 1]);
        published = null;
    }

    /// Forgets whole blocks that ended before a time.
    ///
    /// @return how many spans are left
    int forget(long before) {
        int first = Math.max(0, Columns.floor(columns.start, count, before));
        if (endNanos >= 0 && endNanos < before) {
            first = Math.max(0, count - 1);
        }
        first = first / Lane.BLOCK * Lane.BLOCK;
        if (first > 0) {
            columns = columns.from(first, count);
            count -= first;
            published = null;
        }
        return count;
    }

    /// Shows one state as another, before the lane was ever handed out.
    void replace(GState shown, GState as) {
        columns.sums = new long[0];
        for (int i = 0; i < count; i++) {
            if (columns.state[i] == shown.ordinal()) {
                columns.state[i] = (byte) as.ordinal();
            }
            if (i > 0 && i % Lane.BLOCK == 0) {
                columns.sum(i);
            }
        }
    }

    /// The lane now; the same object while nothing changed.
    Lane lane() {
        Lane made = published;
        if (made == null || !publishedFunction.equals(function)) {
            made = new Lane(id, function, creator, createdSite, endNanos, count, columns);
            published = made;
            publishedFunction = function;
        }
        return made;
    }
}
