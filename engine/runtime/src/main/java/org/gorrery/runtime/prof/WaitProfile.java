package org.gorrery.runtime.prof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.event.WaitReason;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.WaitListener;

/// The block and the mutex profile: how often and how long goroutines have waited, by stack. The block profile has the stack of who waited,
/// the mutex profile that of who let others wait.
///
/// Guard: this. Source: Go runtime, `mprof.go` (`blocksampled`, `saveblockevent`, `mutexevent`).
public final class WaitProfile implements WaitListener {
    private final Map<CallStack, Sum> blocks = new LinkedHashMap<>();
    private final Map<CallStack, Sum> mutexes = new LinkedHashMap<>();
    private volatile long blockRate;
    private volatile int mutexFraction;

    /// Sums of one stack.
    private static final class Sum {
        double count;
        long nanos;
    }

    /// One stack of a profile.
    ///
    /// @param count waits, scaled up where only some were sampled
    /// @param nanos how long in all, scaled likewise
    public record Entry(CallStack stack, long count, long nanos) {}

    /// SetBlockProfileRate: on average one sample per so many nanoseconds waited; 0 for off.
    public void setBlockRate(long nanos) {
        blockRate = Math.max(0, nanos);
    }

    /// SetMutexProfileFraction: one of so many is sampled; 0 for off.
    ///
    /// @return what it was
    public int setMutexFraction(int n) {
        int old = mutexFraction;
        mutexFraction = Math.max(0, n);
        return old;
    }

    /// What SetMutexProfileFraction(-1) answers.
    public int mutexFraction() {
        return mutexFraction;
    }

    /// Whether one of the two is on.
    public boolean isOn() {
        return blockRate > 0 || mutexFraction > 0;
    }

    @Override
    public void waited(G g, WaitReason why, long nanos) {
        long rate = blockRate;
        if (rate <= 0 || rate > nanos && (g.p.random() & 0xffffffffL) % rate > nanos) {
            return;
        }
        if (nanos < rate) { // stands for all those that were not taken
            add(blocks, g, why, (double) rate / Math.max(1, nanos), rate);
        } else {
            add(blocks, g, why, 1, nanos);
        }
    }

    @Override
    public void contended(G releaser, WaitReason why, long nanos) {
        int fraction = mutexFraction;
        if (fraction > 0 && releaser.p.random(fraction) == 0) {
            add(mutexes, releaser, why, fraction, nanos * fraction);
        }
    }

    /// Mutexes wait, and end waiting, in a function of their own below Lock and Unlock, which nobody knows.
    private synchronized void add(
            Map<CallStack, Sum> to, G g, WaitReason why, double count, long nanos) {
        int slowPaths = why == WaitReason.MUTEX ? 1 : 0;
        Sum s = to.computeIfAbsent(CallStack.of(g, slowPaths), k -> new Sum());
        s.count += count;
        s.nanos += nanos;
    }

    /// The block profile so far.
    public synchronized List<Entry> blocks() {
        return entries(blocks);
    }

    /// The mutex profile so far.
    public synchronized List<Entry> mutexes() {
        return entries(mutexes);
    }

    private static List<Entry> entries(Map<CallStack, Sum> of) {
        List<Entry> out = new ArrayList<>(of.size());
        of.forEach((stack, s) -> out.add(new Entry(stack, Math.round(s.count), s.nanos)));
        return List.copyOf(out);
    }
}
