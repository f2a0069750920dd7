package org.gorrery.runtime.sched;

import java.util.Arrays;
import java.util.function.LongConsumer;

/// The deferred calls of one goroutine: closures, each with the frame that deferred it. Used by its G only.
public final class DeferStack {
    // In the frame's address, which is a multiple of 8.
    private static final long LIST = 1;

    private static final long[] NONE = {};
    private long[] records = NONE;
    private int top;

    /// Adds a call.
    ///
    /// @param frame the sp of the frame whose end runs it
    public void push(long frame, long closure) {
        if (top == records.length) {
            records = Arrays.copyOf(records, Math.max(8, top * 2));
        }
        records[top] = frame;
        records[top + 1] = closure;
        top += 2;
    }

    /// Adds a list of calls, to which more are added until its turn comes.
    ///
    /// @param list where the list's last node stands
    public void pushList(long frame, long list) {
        push(frame | LIST, list);
    }

    /// Whether the last record is a list of calls: [#last] answers where it stands.
    public boolean topIsList() {
        return (records[top - 2] & LIST) != 0;
    }

    /// The closure, or the list, of the last record.
    public long last() {
        return records[top - 1];
    }

    /// Whether the last call was deferred by that frame.
    public boolean topIsOf(long frame) {
        return top > 0 && (records[top - 2] & ~LIST) == frame;
    }

    /// Whether none is left.
    public boolean isEmpty() {
        return top == 0;
    }

    /// Removes the last one and answers its closure.
    public long pop() {
        top -= 2;
        return records[top + 1];
    }

    /// Number of calls that wait.
    public int size() {
        return top >> 1;
    }

    /// Forgets all.
    public void clear() {
        top = 0;
    }

    /// The closures, for the collector.
    public void visit(LongConsumer root) {
        for (int i = 1; i < top; i += 2) {
            root.accept(records[i]);
        }
    }
}
