package org.gorrery.library.runtime;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.event.StopReason;
import org.gorrery.runtime.entry.GoProgram;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.prof.CallStack;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.stack.FuncTable;

/// Profiles as slices of numbers: for each row four figures, the number of pcs, and the pcs.
final class ProfileRows {
    private static final int MEMORY = 0;
    private static final int BLOCK = 1;
    private static final int MUTEX = 2;
    private static final int FIGURES = 4;

    private record Row(long a, long b, long c, CallStack stack) {}

    private ProfileRows() {}

    /// Makes the slice: address; `r1` and `r2`: length.
    ///
    /// @param sp the complete frame of the native
    static long put(G g, long sp, int kind) {
        List<Row> rows = rows(g, sp, kind);
        int length = rows.stream().mapToInt(r -> FIGURES + 1 + r.stack.sites().length).sum();
        long at = g.p.mcache.allocate(Math.max(8, 8L * length), true, 0);
        FuncTable functions = Pcs.functions(g);
        long to = at;
        for (Row r : rows) {
            for (long v : new long[] {r.a, r.b, r.c, 0, r.stack.sites().length}) {
                Mem.st64(to, v);
                to += 8;
            }
            for (int site : r.stack.sites()) {
                Mem.st64(to, functions.pcOf(site));
                to += 8;
            }
        }
        g.r1 = length;
        g.r2 = length;
        return at;
    }

    private static List<Row> rows(G g, long sp, int kind) {
        var observed = GoProgram.of(g).observation();
        List<Row> rows = new ArrayList<>();
        switch (kind) {
            case MEMORY ->
                    observed.heapProfile()
                            .entries()
                            .forEach(e ->
                                    rows.add(
                                            new Row(
                                                    e.allocs(),
                                                    e.frees(),
                                                    e.objectBytes(),
                                                    e.stack())));
            case BLOCK ->
                    observed.waits()
                            .blocks()
                            .forEach(e -> rows.add(new Row(e.count(), e.nanos(), 0, e.stack())));
            case MUTEX ->
                    observed.waits()
                            .mutexes()
                            .forEach(e -> rows.add(new Row(e.count(), e.nanos(), 0, e.stack())));
            default -> goroutines(g, sp, rows);
        }
        return rows;
    }

    private static void goroutines(G g, long sp, List<Row> rows) {
        var world = g.p.sched.world();
        world.stop(g, sp, StopReason.GOROUTINE_PROFILE);
        g.p.sched
                .goroutines()
                .forEach(x -> {
                    if (!x.system) {
                        rows.add(new Row(x.id, 0, 0, CallStack.of(x)));
                    }
                });
        world.start(g);
    }
}
