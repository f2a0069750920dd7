package org.gorrery.runtime.gc;

import org.gorrery.runtime.heap.Mheap;
import org.gorrery.runtime.heap.Mspan;
import org.gorrery.runtime.heap.SpanSweeper;
import org.gorrery.runtime.heap.Special;
import org.gorrery.runtime.memory.Mem;
import org.jspecify.annotations.Nullable;

/// What happens to the specials of objects that a sweep finds dead.
///
/// An object with a finalizer lives on: the finalizer is untied and queued, everything else stays tied until the object dies again. Without one,
/// all specials are untied and told.
final class ObjectDeath implements SpanSweeper {
    private final FinalizerQueue queue;

    ObjectDeath(FinalizerQueue queue) {
        this.queue = queue;
    }

    @Override
    public void dispose(Mspan span) {
        Special s = span.specials();
        while (s != null) {
            int slot = s.slot();
            Special next = s;
            FinalizerSpecial finalizer = null;
            while (next != null && next.slot() == slot) {
                if (next instanceof FinalizerSpecial f) {
                    finalizer = f;
                }
                next = next.next();
            }
            if (!span.isMarked(slot)) {
                if (finalizer != null) {
                    span.mark(slot);
                    Special.remove(span, finalizer);
                    queue.addFinalizer(finalizer.closure, finalizer.object);
                } else {
                    dieAll(span, s, next);
                }
            }
            s = next;
        }
    }

    @SuppressWarnings("ReferenceEquality") // up to that very one
    private static void dieAll(Mspan span, Special from, @Nullable Special end) {
        Special s = from;
        while (s != null && s != end) {
            Special next = s.next();
            Special.remove(span, s);
            s.objectDied();
            s = next;
        }
    }

    /// Right after marking: weak pointers to dead objects become nil, before anybody can follow them to an object that is yet to be swept.
    static void clearWeak(Mheap heap) {
        for (Mspan span : heap.spansWithSpecials()) {
            Special s = span.specials();
            while (s != null) {
                Special next = s.next();
                if (s instanceof WeakSpecial w && !span.isMarked(s.slot())) {
                    Mem.st64(w.handle, 0);
                    Special.remove(span, s);
                }
                s = next;
            }
        }
    }
}
