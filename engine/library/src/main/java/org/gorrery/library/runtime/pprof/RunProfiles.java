package org.gorrery.library.runtime.pprof;

import java.util.List;
import org.gorrery.event.CpuSamples;
import org.gorrery.runtime.prof.CallStack;
import org.gorrery.runtime.prof.HeapProfile;
import org.gorrery.runtime.prof.WaitProfile;
import org.gorrery.runtime.stack.FuncTable;

/// The profiles of a run as files that `go tool pprof` reads, made from outside the program.
public final class RunProfiles {
    private static final String CPU = "samples/count cpu/nanoseconds\ncpu/nanoseconds";
    private static final String MEMORY =
            "alloc_objects/count alloc_space/bytes inuse_objects/count inuse_space/bytes\nspace/bytes";
    private static final String WAITS = "contentions/count delay/nanoseconds\ncontentions/count";

    private final FuncTable functions;
    private final long wallNanos;
    private final long durationNanos;
    private long[] words = new long[256];
    private int used;

    /// @param wallNanos when the run began, since 1970
    /// @param durationNanos how long it took
    public RunProfiles(FuncTable functions, long wallNanos, long durationNanos) {
        this.functions = functions;
        this.wallNanos = wallNanos;
        this.durationNanos = durationNanos;
    }

    /// Where processor time went.
    public byte[] cpu(CpuSamples samples) {
        used = 0;
        for (int i = 0; i < samples.count(); i++) {
            int from = samples.stackStart()[i];
            int to = samples.stackStart()[i + 1];
            add(1, samples.periodNanos(), 0, to - from);
            for (int k = from; k < to; k++) {
                add(functions.pcOf(samples.pcs()[k]));
            }
        }
        return write(CPU, samples.periodNanos(), "");
    }

    /// What was allocated and what is alive; samples are scaled up by the rate at which they were taken.
    ///
    /// @param rate bytes per sample
    public byte[] memory(HeapProfile heap, long rate) {
        used = 0;
        for (HeapProfile.Entry e : heap.entries()) {
            long alive = e.allocs() - e.frees();
            double factor = rate <= 1 ? 1 : 1 / (1 - Math.exp(-(double) e.objectBytes() / rate));
            add((long) (e.allocs() * factor), (long) (e.allocs() * e.objectBytes() * factor));
            add((long) (alive * factor), (long) (alive * e.objectBytes() * factor));
            stack(e.stack());
        }
        return write(MEMORY, rate, "alloc_space");
    }

    /// Where goroutines waited, or let others wait.
    public byte[] waits(List<WaitProfile.Entry> entries) {
        used = 0;
        for (WaitProfile.Entry e : entries) {
            add(e.count(), e.nanos());
            stack(e.stack());
        }
        return write(WAITS, 1, "");
    }

    private void stack(CallStack stack) {
        add(0, stack.sites().length);
        for (int site : stack.sites()) {
            add(functions.pcOf(site));
        }
    }

    private void add(long... values) {
        if (used + values.length > words.length) {
            words = java.util.Arrays.copyOf(words, words.length * 2);
        }
        for (long v : values) {
            words[used++] = v;
        }
    }

    private byte[] write(String types, long period, String shown) {
        String head =
                types + "\n" + period + "\n" + shown + "\n" + wallNanos + "\n" + durationNanos;
        return new ProfileFile(functions, head, "").write(java.util.Arrays.copyOf(words, used));
    }
}
