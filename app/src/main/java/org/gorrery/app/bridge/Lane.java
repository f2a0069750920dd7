package org.gorrery.app.bridge;

/// The life of one goroutine as a run of spans that touch; an immutable view at one moment.
///
/// Span `i` lasts from `start(i)` to `start(i + 1)`, the last one to the end of the goroutine or to now. Columns are
/// shared with the recorder, which only appends behind `count`.
public final class Lane {
    /// Spans summed up in one entry of the block sums.
    static final int BLOCK = 64;

    static final int STATES = GState.values().length;

    private final long id;
    private final String function;
    private final long creator;
    private final int createdSite;
    private final long endNanos;
    private final int count;
    private final LaneColumns columns;
    private final long[] sums;

    Lane(
            long id,
            String function,
            long creator,
            int createdSite,
            long endNanos,
            int count,
            LaneColumns columns) {
        this.id = id;
        this.function = function;
        this.creator = creator;
        this.createdSite = createdSite;
        this.endNanos = endNanos;
        this.count = count;
        this.columns = columns;
        this.sums = columns.sums;
    }

    /// Its number, as in tracebacks.
    public long id() {
        return id;
    }

    /// Full name of the function it was started with; empty where no event told.
    public String function() {
        return function;
    }

    /// Number of the goroutine that created it, 0 for none.
    public long creator() {
        return creator;
    }

    /// Call site of the `go` statement, or -1.
    public int createdSite() {
        return createdSite;
    }

    /// When it ended, or -1 while it lives.
    public long endNanos() {
        return endNanos;
    }

    /// Number of spans.
    public int count() {
        return count;
    }

    /// When a span began.
    public long start(int span) {
        return columns.start[span];
    }

    /// When a span ended, given the end of what is known.
    public long end(int span, long nowNanos) {
        if (span + 1 < count) {
            return columns.start[span + 1];
        }
        return endNanos >= 0 ? endNanos : Math.max(nowNanos, columns.start[span]);
    }

    /// What it did.
    public GState state(int span) {
        return GState.of(columns.state[span]);
    }

    /// Ordinal of the wait reason, 0 for none.
    public int reason(int span) {
        return columns.reason[span];
    }

    /// The P it ran on, or -1.
    public int proc(int span) {
        return columns.proc[span];
    }

    /// Call site at which the span began, or -1.
    public int site(int span) {
        return columns.site[span];
    }

    /// Address waited on, or for a runnable span the goroutine that woke it; 0 where unknown.
    public long arg(int span) {
        return columns.arg[span];
    }

    /// The span that covers a time, or -1 before birth, after the end and where nothing is kept.
    public int spanAt(long nanos) {
        if (endNanos >= 0 && nanos >= endNanos) {
            return -1;
        }
        return Columns.floor(columns.start, count, nanos);
    }

    /// The first span that begins at or after a time; [#count] where there is none.
    public int firstFrom(long nanos) {
        return Columns.lowerBound(columns.start, count, nanos);
    }

    /// Adds up the time spent in each state within a range; cost grows with the logarithm of the spans in it.
    ///
    /// @param into one entry per [GState], added to
    /// @return number of spans that touch the range
    public int addShares(long fromNanos, long toNanos, long nowNanos, long[] into) {
        long stop = Math.min(toNanos, endNanos >= 0 ? endNanos : nowNanos);
        int first = Math.max(0, Columns.floor(columns.start, count, fromNanos));
        int past = Columns.lowerBound(columns.start, count, stop);
        if (count == 0 || past <= first || columns.start[first] >= stop) {
            return 0;
        }
        int i = first;
        while (i < past) {
            int block = i / BLOCK;
            boolean whole = i % BLOCK == 0 && i + BLOCK < past && columns.start[i] >= fromNanos;
            if (whole) {
                // The next block begins before the end of the range, so the sums are complete.
                for (int s = 0; s < STATES; s++) {
                    into[s] += sums[block * STATES + s];
                }
                i += BLOCK;
            } else {
                long a = Math.max(columns.start[i], fromNanos);
                long b = Math.min(end(i, nowNanos), stop);
                into[columns.state[i]] += Math.max(0, b - a);
                i++;
            }
        }
        return past - first;
    }
}
