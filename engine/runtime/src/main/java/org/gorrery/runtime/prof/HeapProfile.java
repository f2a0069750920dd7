package org.gorrery.runtime.prof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.runtime.gc.AllocationSampler;
import org.gorrery.runtime.heap.Special;
import org.gorrery.runtime.sched.G;

/// The heap profile: on average one object per so many bytes allocated is sampled, with its stack; its death is noted too, so that the
/// profile tells what is alive. Distances between samples are exponentially distributed, so that no pattern of sizes is favoured.
///
/// Counts are those of the samples; who writes a profile scales them by `1 / (1 - exp(-size / rate))`.
/// Guard: this. Source: Go runtime, `mprof.go` (`mProf_Malloc`), `malloc.go` (`nextSample`).
public final class HeapProfile implements AllocationSampler {
    /// MemProfileRate of Go.
    public static final int DEFAULT_RATE = 512 * 1024;

    private final Map<Key, Bucket> buckets = new LinkedHashMap<>();
    private volatile int rate;

    /// One stack and object size.
    private record Key(CallStack stack, long bytes) {}

    /// Counts of one key.
    private static final class Bucket {
        long allocs;
        long frees;
    }

    /// One stack of the profile.
    ///
    /// @param objectBytes size of the objects
    /// @param allocs samples ever taken
    /// @param frees those of them that are dead
    public record Entry(CallStack stack, long objectBytes, long allocs, long frees) {}

    /// With a rate in bytes, 0 for off; it holds from the next sample on.
    public HeapProfile(int rate) {
        this.rate = rate;
    }

    /// Bytes per sample.
    public int rate() {
        return rate;
    }

    /// Sets bytes per sample.
    public void setRate(int bytes) {
        rate = bytes;
    }

    @Override
    public void sampled(G g, long address, long bytes, int typeWord) {
        int r = rate;
        g.p.mcache.setNextSample(distance(g, r));
        if (r <= 0) {
            return;
        }
        var key = new Key(CallStack.of(g), bytes);
        Bucket b;
        synchronized (this) {
            b = buckets.computeIfAbsent(key, k -> new Bucket());
            b.allocs++;
        }
        g.p.mcache.heap().addSpecial(address, new Sampled(this, b));
    }

    private static long distance(G g, int rate) {
        if (rate <= 0) {
            return Long.MAX_VALUE;
        }
        if (rate == 1) {
            return 0;
        }
        double u = ((g.p.random() & 0x7fffffff) + 1) / 2147483648.0;
        return (long) (-Math.log(u) * rate);
    }

    /// Notes the death of a sampled object.
    private static final class Sampled extends Special {
        private final HeapProfile profile;
        private final Bucket bucket;

        Sampled(HeapProfile profile, Bucket bucket) {
            this.profile = profile;
            this.bucket = bucket;
        }

        @Override
        public void objectDied() {
            synchronized (profile) {
                bucket.frees++;
            }
        }
    }

    /// The profile so far.
    public synchronized List<Entry> entries() {
        List<Entry> out = new ArrayList<>(buckets.size());
        buckets.forEach((k, b) -> out.add(new Entry(k.stack, k.bytes, b.allocs, b.frees)));
        return List.copyOf(out);
    }
}
