package org.gorrery.runtime.gc;

import org.gorrery.runtime.heap.Mheap;
import org.gorrery.runtime.heap.Mspan;
import org.gorrery.runtime.heap.SpanSweeper;
import org.gorrery.runtime.heap.Special;
import org.gorrery.runtime.memory.Mem;
import org.jspecify.annotations.Nullable;

/// What happens to the specials of objects that a sweep finds dead.
///
/// An object with a finalizer lives on: its finalizers are untied and queued, everything else stays tied until the object dies again. Without one,
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
            boolean finalizers = false;
            while (next != null && next.slot() == slot) {
                finalizers |= next instanceof FinalizerSpecial;
                next = next.next();
            }
            if (!span.isMarked(slot)) {
                if (finalizers) {
                    span.mark(slot);
                    queueAll(span, s, next);
                } else {
                    dieAll(span, s, next);
                }
            }
            s = next;
        }
    }

    /// Unties and queues the finalizers of an object: several where it is a block of tiny objects.
    @SuppressWarnings("ReferenceEquality") // up to that very one
    private void queueAll(Mspan span, Special from, @Nullable Special end) {
        Special s = from;
        while (s != null && s != end) {
            Special next = s.next();
            if (s instanceof FinalizerSpecial f) {
                Special.remove(span, f);
                queue.addFinalizer(f.closure, f.object);
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
        for (Mspan span : heap.specials().spans()) {
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
