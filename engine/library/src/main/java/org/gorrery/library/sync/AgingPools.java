package org.gorrery.library.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.gorrery.runtime.gc.GcController;
import org.gorrery.runtime.memory.GoMemory;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;

/// The values in `sync.Pool`s of a run, which outlive one collection, not two.
///
/// Pools are known here from the first value they get until a collection finds them empty, and that long they are kept alive.
/// Guard: this. Source: Go's package sync, `poolCleanup`; layout of `sync/pool.go`.
final class AgingPools {
    private static final int SHARDS = 8;
    private static final int SHARD_BYTES = 128;
    private static final int LOCK_BYTES = 8;

    /// Words of a stock: an interface, a slice.
    private static final int STOCK_WORDS = 5;

    private final List<Tracked> pools = new ArrayList<>();
    private final GoMemory memory;
    private final int valuesAt;
    private final int victimsAt;

    private record Tracked(long flag, long shards) {}

    private AgingPools(GoMemory memory) {
        this.memory = memory;
        this.valuesAt = LOCK_BYTES;
        this.victimsAt = valuesAt + STOCK_WORDS * memory.wordBytes;
    }

    /// Those of a run, known by an index of its objects.
    static int make(G g) {
        var made = new AgingPools(g.p.sched.machine().memory());
        GcController gc = GcController.of(g);
        gc.addBeforeMarking(made::age);
        gc.addRoots(made::visit);
        return g.p.objects.add(made);
    }

    static AgingPools of(G g, int index) {
        return (AgingPools) g.p.objects.get(index);
    }

    synchronized void add(long flag, long shards) {
        pools.add(new Tracked(flag, shards));
    }

    private synchronized void visit(LongConsumer root) {
        pools.forEach(p -> root.accept(p.shards));
    }

    private synchronized void age() {
        pools.removeIf(p -> {
            boolean empty = true;
            for (int i = 0; i < SHARDS; i++) {
                empty &= age(p.shards + (long) i * SHARD_BYTES);
            }
            if (empty) {
                Mem.st32(p.flag, 0);
            }
            return empty;
        });
    }

    /// Ages a shard.
    ///
    /// @return whether it is empty
    private boolean age(long shard) {
        if (Mem.ld32(shard) != 0) {
            return false; // locked: its goroutine stands in the middle of a change
        }
        int w = memory.wordBytes;
        boolean empty = true;
        for (int i = 0; i < STOCK_WORDS; i++) {
            long word = load(shard + valuesAt + (long) i * w);
            store(shard + victimsAt + (long) i * w, word);
            store(shard + valuesAt + (long) i * w, 0);
            empty &= word == 0;
        }
        return empty;
    }

    private long load(long at) {
        return memory.wordBytes == 8 ? Mem.ld64(at) : Mem.ld32(at);
    }

    private void store(long at, long word) {
        if (memory.wordBytes == 8) {
            Mem.st64(at, word);
        } else {
            Mem.st32(at, (int) word);
        }
    }
}
