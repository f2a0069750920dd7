package org.gorrery.runtime.prof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.gorrery.runtime.gc.AllocationSampler;
import org.gorrery.runtime.heap.Mcache;
import org.gorrery.runtime.heap.Special;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.P;

/// The heap profile: on average one object per so many bytes allocated is sampled, with its stack; its death is noted too, so that the
/// profile tells what is alive. Distances between samples are exponentially distributed, so that no pattern of sizes is favoured.
///
/// Counts are those of the samples; who writes a profile scales them by `1 / (1 - exp(-size / rate))`.
/// Guard: this. Source: Go runtime, `mprof.go` (`mProf_Malloc`), `malloc.go` (`nextSample`).
public final class HeapProfile implements AllocationSampler {
    /// MemProfileRate of Go.
    public static final int DEFAULT_RATE = 512 * 1024;

    /// After so many bytes at most it is seen that the rate has changed.
    private static final long LOOK_BYTES = 32 * 1024;

    private final Map<Key, Bucket> buckets = new LinkedHashMap<>();
    private final LongSupplier rate;

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

    /// With where its rate stands, in bytes per sample; 0 for off.
    public HeapProfile(LongSupplier rate) {
        this.rate = rate;
    }

    /// Bytes per sample as the program has it now, by which counts are scaled; 0 for off.
    public long rate() {
        return rate.getAsLong();
    }

    /// Begins to count the allocations of a P.
    public void arm(P p) {
        arm(p, rate.getAsLong());
    }

    private static void arm(P p, long rate) {
        long distance = distance(p, rate);
        long first = rate == 1 ? 0 : Math.min(distance, LOOK_BYTES);
        p.mcache.setNextSample(first, distance - first, rate);
    }

    @Override
    public void sampled(G g, long address, long bytes, int typeWord) {
        Mcache c = g.p.mcache;
        long r = rate.getAsLong();
        long left = c.sampleLeft() + c.nextSample();
        if (r == c.sampleRate() && left > 0) {
            long first = Math.min(left, LOOK_BYTES);
            c.setNextSample(first, left - first, r);
            return;
        }
        if (r != c.sampleRate()) {
            c.heap().samplingChanged();
        }
        arm(g.p, r);
        if (r <= 0) {
            return;
        }
        var span = c.heap().spanOf(address);
        if (span != null && r == 1 && span.slotAddress(span.slotOf(address)) != address) {
            return; // one of several tiny objects: their block has been counted
        }
        // As Go does it, an object counts with all the room it takes.
        var key = new Key(CallStack.of(g), span == null ? bytes : span.elemBytes());
        Bucket b;
        synchronized (this) {
            b = buckets.computeIfAbsent(key, k -> new Bucket());
            b.allocs++;
        }
        c.heap().specials().add(address, new Sampled(this, b));
    }

    private static long distance(P p, long rate) {
        if (rate <= 0) {
            return Long.MAX_VALUE / 2;
        }
        if (rate == 1) {
            return 0;
        }
        double u = ((p.random() & 0x7fffffff) + 1) / 2147483648.0;
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
