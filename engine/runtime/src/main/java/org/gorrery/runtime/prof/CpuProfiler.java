package org.gorrery.runtime.prof;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.gorrery.event.CpuSamples;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.P;
import org.gorrery.runtime.sched.Sched;
import org.jspecify.annotations.Nullable;

/// The CPU profile: each thread that has used another hundredth of a second of processor time has the goroutine it runs take its own stack
/// at the next poll. A sample so lies at the poll after the moment it stands for, never inside a loop without one.
///
/// Guard: this.
public final class CpuProfiler {
    private static final long PERIOD_NANOS = 10_000_000;
    private static final int FIRST = 1024;
    private final Sched sched;
    private long[] times = new long[FIRST];
    private long[] goroutines = new long[FIRST];
    private int[] starts = new int[FIRST + 1];
    private int[] sites = new int[FIRST * 8];
    private long[] labels = new long[FIRST];
    private int count;
    private @Nullable Thread sampler;

    /// For a run; off.
    public CpuProfiler(Sched sched) {
        this.sched = sched;
    }

    /// Begins to sample; where it does already nothing changes.
    ///
    /// @return whether it was off
    public synchronized boolean start() {
        if (sampler != null) {
            return false;
        }
        Thread t = new Thread(null, this::watch, "cpu-profile", 0, false);
        t.setDaemon(true);
        sampler = t;
        t.start();
        return true;
    }

    /// Ends sampling; what was taken stays.
    public synchronized void stop() {
        sampler = null;
    }

    /// Whether it samples.
    public synchronized boolean isOn() {
        return sampler != null;
    }

    private boolean isMine() {
        synchronized (this) {
            return Thread.currentThread().equals(sampler) && !sched.stopping();
        }
    }

    private void watch() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        boolean cpuTime = threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled();
        Map<Long, Long> used = new HashMap<>();
        while (isMine()) {
            LockSupport.parkNanos(PERIOD_NANOS);
            for (int i = 0; i < sched.gomaxprocs(); i++) {
                P p = sched.proc(i);
                Thread m = p.thread();
                if (m != null && (!cpuTime || hasUsed(used, m, threads))) {
                    sched.requestSample(p);
                }
            }
        }
    }

    /// Whether a thread has used another period; half of one is lent, since ticks come late rather than early.
    private static boolean hasUsed(Map<Long, Long> used, Thread m, ThreadMXBean threads) {
        long now = threads.getThreadCpuTime(m.threadId());
        Long last = used.putIfAbsent(m.threadId(), now);
        if (last == null || now - last < PERIOD_NANOS / 2) {
            return false;
        }
        used.put(m.threadId(), Math.max(last + PERIOD_NANOS, now - 4 * PERIOD_NANOS));
        return true;
    }

    /// Takes the stack of the running goroutine, on its own thread.
    public void sample(G g) {
        int[] stack = CallStack.of(g).sites();
        long now = sched.driver().nanotime();
        synchronized (this) {
            if (count == times.length) {
                times = Arrays.copyOf(times, count * 2);
                goroutines = Arrays.copyOf(goroutines, count * 2);
                labels = Arrays.copyOf(labels, count * 2);
                starts = Arrays.copyOf(starts, count * 2 + 1);
            }
            int from = starts[count];
            if (from + stack.length > sites.length) {
                sites = Arrays.copyOf(sites, Math.max(sites.length * 2, from + stack.length));
            }
            System.arraycopy(stack, 0, sites, from, stack.length);
            times[count] = now;
            goroutines[count] = g.id;
            labels[count] = g.labels;
            starts[++count] = from + stack.length;
        }
    }

    /// How many samples were taken so far.
    public synchronized int count() {
        return count;
    }

    /// The labels (see [G#labels]) of the goroutines that were sampled, one element for each sample so far.
    public synchronized long[] labels() {
        return Arrays.copyOf(labels, count);
    }

    /// Pointers to the labels of samples: they are to stay alive.
    public synchronized void visitLabels(LongConsumer root) {
        for (int i = 0; i < count; i++) {
            if (i == 0 || labels[i] != labels[i - 1]) {
                root.accept(labels[i]);
            }
        }
    }

    /// All samples so far.
    public synchronized CpuSamples samples() {
        return new CpuSamples(
                PERIOD_NANOS,
                Arrays.copyOf(times, count),
                Arrays.copyOf(goroutines, count),
                Arrays.copyOf(starts, count + 1),
                Arrays.copyOf(sites, starts[count]));
    }
}
