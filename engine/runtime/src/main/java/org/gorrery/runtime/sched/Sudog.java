package org.gorrery.runtime.sched;

import org.jspecify.annotations.Nullable;

/// A goroutine in the wait queue of a channel, semaphore or condition.
///
/// Guard: the lock of the queue it is in; while in none, its G.
/// Source: Go runtime, `runtime2.go`, type `sudog`.
public final class Sudog {
    /// Who waits.
    @SuppressWarnings("NullAway.Init")
    public G g;

    /// Neighbours in the queue.
    public @Nullable Sudog next;

    /// See [#next].
    public @Nullable Sudog prev;

    /// Address to copy the element from or to; 0 where [#word] is used or the element is dropped.
    public long elem;

    /// The element itself for elements of at most 8 bytes; a root of the collector.
    public long word;

    /// The address of the channel or semaphore waited on; a root of the collector.
    public long on;

    /// Whether [#word] holds the element, rather than the memory at [#elem].
    public boolean byWord;

    /// Part of a select: G must be claimed before it may be woken through this.
    public boolean select;

    /// Woken by a transfer, not by a close.
    public boolean success;

    /// Index of the select case; for semaphores the ticket.
    public int index;

    /// When it began to wait, where somebody measures it; else 0.
    public long since;

    /// Whether it stands in a queue.
    public boolean queued;

    Sudog() {}

    /// One for that goroutine.
    public Sudog(G g) {
        this.g = g;
    }
}
