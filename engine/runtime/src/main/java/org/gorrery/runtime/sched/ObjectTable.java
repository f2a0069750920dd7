package org.gorrery.runtime.sched;

import java.util.Arrays;
import org.gorrery.runtime.heap.Mheap;
import org.gorrery.runtime.heap.Special;
import org.jspecify.annotations.Nullable;

/// Java objects that stand for objects in Go memory, found by an index that the Go object holds.
///
/// Reading takes no lock: who has the Go object got its address from who made it, by way of something that orders memory, or races
/// and is served by the slow path. Adding and freeing take a lock.
public final class ObjectTable {
    private static final int FIRST = 256;
    private @Nullable Object[] objects = new @Nullable Object[FIRST];
    private int[] free = new int[FIRST];
    private int freeCount;
    private int used = 1;

    /// The object of that index, which must be in use.
    public Object get(int index) {
        @Nullable Object[] o = objects;
        if (index < o.length) {
            Object x = o[index];
            if (x != null) {
                return x;
            }
        }
        return slow(index);
    }

    private synchronized Object slow(int index) {
        Object x = index > 0 && index < used ? objects[index] : null;
        if (x == null) {
            throw new IllegalStateException("object " + index + " of the runtime is not in use");
        }
        return x;
    }

    /// Gives an object an index, from 1.
    public synchronized int add(Object x) {
        int i = freeCount > 0 ? free[--freeCount] : used++;
        if (i == objects.length) {
            objects = Arrays.copyOf(objects, i * 2);
        }
        objects[i] = x;
        return i;
    }

    /// Gives an object an index that is free again when the Go object dies.
    ///
    /// @param address the Go object, in the heap
    public int addFor(Mheap heap, long address, Object x) {
        int index = add(x);
        heap.specials().add(address, new Tied(this, index));
        return index;
    }

    /// Ties an entry to a Go object.
    private static final class Tied extends Special {
        private final ObjectTable table;
        private final int index;

        Tied(ObjectTable table, int index) {
            this.table = table;
            this.index = index;
        }

        @Override
        public void objectDied() {
            table.remove(index);
        }
    }

    /// The Go object is gone.
    public synchronized void remove(int index) {
        objects[index] = null;
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, freeCount * 2);
        }
        free[freeCount++] = index;
    }

    /// Number in use.
    public synchronized int size() {
        return used - 1 - freeCount;
    }
}
