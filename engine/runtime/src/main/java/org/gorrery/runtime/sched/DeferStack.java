package org.gorrery.runtime.sched;

import java.util.Arrays;
import java.util.function.LongConsumer;

/// The deferred calls of one goroutine: closures, each with the frame that deferred it. Used by its G only.
public final class DeferStack {
    private long[] records = new long[8];
    private int top;

    /// Adds a call.
    ///
    /// @param frame the sp of the frame whose end runs it
    public void push(long frame, long closure) {
        if (top == records.length) {
            records = Arrays.copyOf(records, top * 2);
        }
        records[top] = frame;
        records[top + 1] = closure;
        top += 2;
    }

    /// Whether the last call was deferred by that frame.
    public boolean topIsOf(long frame) {
        return top > 0 && records[top - 2] == frame;
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
