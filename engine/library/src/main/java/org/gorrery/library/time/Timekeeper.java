package org.gorrery.library.time;

import org.gorrery.runtime.heap.Special;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.ObjectTable;

/// Ties events to the Go objects that stand for them. When such an object dies nobody can stop the event any more; the event itself
/// lives on as long as it is due or its channel is in use.
final class Timekeeper {
    private Timekeeper() {}

    /// Starts an event.
    ///
    /// @param owner address of the Go object
    /// @return the number by which it is known to Go
    static long start(G g, long owner, TimedEvent event, long nanos, long period) {
        ObjectTable objects = g.p.objects;
        int number = objects.add(event);
        g.p.mcache.heap().specials().add(owner, new Release(objects, number));
        event.set(g, Natives.due(g, nanos), period);
        return number;
    }

    static TimedEvent of(G g, long number) {
        return (TimedEvent) g.p.objects.get((int) number);
    }

    private static final class Release extends Special {
        private final ObjectTable objects;
        private final int number;

        Release(ObjectTable objects, int number) {
            this.objects = objects;
            this.number = number;
        }

        @Override
        public void objectDied() {
            objects.remove(number);
        }
    }
}
