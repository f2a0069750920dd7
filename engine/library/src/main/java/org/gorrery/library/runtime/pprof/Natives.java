package org.gorrery.library.runtime.pprof;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.event.CpuSamples;
import org.gorrery.event.StopReason;
import org.gorrery.library.GoStrings;
import org.gorrery.runtime.entry.GoProgram;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.panics.Panics;
import org.gorrery.runtime.prof.CallStack;
import org.gorrery.runtime.prof.CpuProfiler;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.stack.FuncTable;

/// Bodyless functions of `runtime/pprof`.
public final class Natives {
    private Natives() {}

    private static CpuProfiler cpu(G g) {
        return GoProgram.of(g).observation().cpu();
    }

    private static FuncTable functions(G g) {
        return g.p.sched.machine().unwinder().funcs();
    }

    /// The labels of the goroutine.
    public static long labels(G g, long sp) {
        return g.labels;
    }

    /// Sets them.
    public static void setLabels(G g, long sp, long labels) {
        g.labels = labels;
    }

    /// Begins to sample: the number of the first sample; `r1`: whether this has begun it.
    public static int startSampling(G g, long sp) {
        boolean fresh = cpu(g).start();
        g.r1 = fresh ? 1 : 0;
        return cpu(g).count();
    }

    /// Ends sampling.
    public static void stopSampling(G g, long sp) {
        cpu(g).stop();
    }

    private record Row(long labels, int[] sites, int from, int to) {}

    /// The samples from a number on, as words: labels, number of pcs, pcs.
    public static long samples(G g, long sp, int first) {
        CpuSamples s = cpu(g).samples();
        long[] labels = cpu(g).labels();
        var rows = new ArrayList<Row>();
        for (int i = first; i < s.count(); i++) {
            rows.add(new Row(labels[i], s.pcs(), s.stackStart()[i], s.stackStart()[i + 1]));
        }
        return put(g, sp, rows);
    }

    /// The goroutines of the program, in the same form.
    public static long goroutines(G g, long sp) {
        Panics.nativeFrame(g, sp);
        g.sp = sp;
        var rows = new ArrayList<Row>();
        var world = g.p.sched.world();
        world.stop(g, sp, StopReason.GOROUTINE_PROFILE);
        g.p.sched
                .goroutines()
                .forEach(x -> {
                    if (!x.system) {
                        int[] sites = CallStack.of(x).sites();
                        rows.add(new Row(x.labels, sites, 0, sites.length));
                    }
                });
        world.start(g);
        return put(g, sp, rows);
    }

    private static long put(G g, long sp, List<Row> rows) {
        Panics.nativeFrame(g, sp);
        FuncTable functions = functions(g);
        int length = rows.stream().mapToInt(r -> 2 + r.to - r.from).sum();
        long at = g.p.mcache.allocate(Math.max(8, 8L * length), true, 0);
        long to = at;
        for (Row r : rows) {
            Mem.st64(to, r.labels);
            Mem.st64(to + 8, r.to - r.from);
            to += 16;
            for (int i = r.from; i < r.to; i++) {
                Mem.st64(to, functions.pcOf(r.sites[i]));
                to += 8;
            }
        }
        g.r1 = length;
        g.r2 = length;
        return at;
    }

    /// Writes a profile as `go tool pprof` reads it.
    ///
    /// @param head see [ProfileFile]
    /// @param data samples
    public static long encode(
            G g,
            long sp,
            long head,
            long headLength,
            long data,
            long dataLength,
            long dataCap,
            long labels,
            long labelsLength) {
        long[] words = new long[(int) dataLength];
        for (int i = 0; i < words.length; i++) {
            words[i] = Mem.ld64(data + 8L * i);
        }
        var file =
                new ProfileFile(
                        functions(g),
                        GoStrings.get(head, headLength),
                        GoStrings.get(labels, labelsLength));
        return GoStrings.put(g, sp, file.write(words));
    }
}
