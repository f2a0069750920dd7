package org.gorrery.runtime.sched;

import org.jspecify.annotations.Nullable;

/// First-in first-out queue of waiting goroutines. Guard: its owner's lock.
public final class WaitQueue {
    private @Nullable Sudog first;
    private @Nullable Sudog last;

    /// Whether nobody waits (claimed selects may still stand in it).
    public boolean isEmpty() {
        return first == null;
    }

    /// The longest waiting, unclaimed.
    public @Nullable Sudog first() {
        return first;
    }

    /// Whether somebody waits whom this call could wake; drops selects that another case has won.
    public boolean hasLive() {
        for (; ; ) {
            Sudog s = first;
            if (s == null) {
                return false;
            }
            if (!s.select || !s.g.isSelectClaimed()) {
                return true;
            }
            remove(s);
        }
    }

    /// Appends.
    public void enqueue(Sudog s) {
        Sudog tail = last;
        s.next = null;
        s.prev = tail;
        s.queued = true;
        if (tail == null) {
            first = s;
        } else {
            tail.next = s;
        }
        last = s;
    }

    /// Puts at the front.
    public void push(Sudog s) {
        Sudog head = first;
        s.prev = null;
        s.next = head;
        s.queued = true;
        if (head == null) {
            last = s;
        } else {
            head.prev = s;
        }
        first = s;
    }

    /// Takes the first whose goroutine this call may wake: a select that another case has won is dropped.
    public @Nullable Sudog dequeue() {
        for (; ; ) {
            Sudog s = first;
            if (s == null) {
                return null;
            }
            Sudog n = s.next;
            first = n;
            if (n == null) {
                last = null;
            } else {
                n.prev = null;
                s.next = null;
            }
            s.queued = false;
            if (!s.select || s.g.claimSelect()) {
                return s;
            }
        }
    }

    /// Takes one out wherever it stands; nothing where it is gone already.
    public void remove(Sudog s) {
        if (!s.queued) {
            return;
        }
        Sudog p = s.prev;
        Sudog n = s.next;
        if (p == null) {
            first = n;
        } else {
            p.next = n;
        }
        if (n == null) {
            last = p;
        } else {
            n.prev = p;
        }
        s.next = null;
        s.prev = null;
        s.queued = false;
    }
}
