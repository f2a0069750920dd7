package org.gorrery.runtime.heap;

import org.jspecify.annotations.Nullable;

/// Something tied to one object, looked at when the object dies. A span keeps its specials sorted by slot, those of one
/// slot in the order in which they were added.
///
/// Source: Go runtime, `mheap.go`, `special`.
public abstract class Special {
    private int slot;
    @Nullable Special next;

    /// The slot of the object.
    public final int slot() {
        return slot;
    }

    /// The next in the span, or null.
    public final @Nullable Special next() {
        return next;
    }

    /// The object was found dead and this special is untied. The heap's lock is held: only note it, allocate nothing.
    public void objectDied() {}

    /// Whether marking must look at it.
    public boolean countsForMarking() {
        return false;
    }

    /// Adds to a span; guard: the span's specials are changed with the lock of the heap held.
    static void add(Mspan span, int slot, Special s) {
        s.slot = slot;
        Special last = span.lastSpecial;
        if (last != null && last.slot <= slot) { // objects are allocated in the order of slots
            s.next = null;
            last.next = s;
            span.lastSpecial = s;
            return;
        }
        Special before = null;
        Special at = span.specials;
        while (at != null && at.slot <= slot) {
            before = at;
            at = at.next;
        }
        s.next = at;
        if (at == null) {
            span.lastSpecial = s;
        }
        if (before == null) {
            span.specials = s;
        } else {
            before.next = s;
        }
    }

    /// Removes from its span; a special is what it is by identity. With the heap's lock held, or the world stopped.
    ///
    /// @return whether it was there
    @SuppressWarnings("ReferenceEquality")
    public static boolean remove(Mspan span, Special s) {
        Special before = null;
        for (Special at = span.specials; at != null; at = at.next) {
            if (at == s) {
                if (s.next == null) {
                    span.lastSpecial = before;
                }
                if (before == null) {
                    span.specials = s.next;
                } else {
                    before.next = s.next;
                }
                return true;
            }
            before = at;
        }
        return false;
    }
}
