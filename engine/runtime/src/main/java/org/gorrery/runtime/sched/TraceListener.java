package org.gorrery.runtime.sched;

import org.gorrery.event.EventKind;
import org.jspecify.annotations.Nullable;

/// Told of what the scheduler does, for an execution trace, in an order in which it may have happened: a cause before what it causes.
public interface TraceListener {
    /// Something has happened on a P, told by who holds it.
    ///
    /// @param reason ordinal of what the kind has as its reason
    /// @param goroutine number of the goroutine it happened to, 0 for none
    /// @param at whose stack belongs to it; [G#sp] is its top frame. Null for none
    void happened(P p, EventKind kind, int reason, long goroutine, long arg, @Nullable G at);

    /// A goroutine has come back from a blocking call without a P. Its M holds none.
    void returnedWithoutP(M m, G g);
}
