package org.gorrery.formats.analysis;

import java.util.HashSet;
import java.util.Set;
import org.gorrery.formats.exectrace.EventKind;
import org.gorrery.formats.exectrace.GoState;
import org.gorrery.formats.exectrace.TraceModel;
import org.gorrery.formats.exectrace.Transition;
import org.gorrery.formats.input.Growing;

/// How much of the processors the program itself had, over time, and the least it had in any window of a given length.
///
/// What counts as the collector's: stopped worlds, background marking, assists, sweeping, each if asked for. Source:
/// Cheng and Blelloch, "A parallel, real-time garbage collector" (2001), for minimum mutator utilisation.
public final class MutatorUtilization {
    private final long[] times;
    private final double[] shares;

    /// What is counted as the collector's time.
    ///
    /// @param stopTheWorld while the world is stopped for a collection
    /// @param background marking by dedicated and fractional workers
    /// @param assist marking by goroutines that allocate
    /// @param sweep sweeping before allocation
    /// @param workersAddUp whether a background worker is counted anew whenever it starts, as Go's own view does up to
    ///     1.26: after its second start its P counts as the collector's for good, so the curve lies too low
    public record Counted(
            boolean stopTheWorld,
            boolean background,
            boolean assist,
            boolean sweep,
            boolean workersAddUp) {
        /// All but sweeping.
        public static final Counted USUAL = new Counted(true, true, true, false, false);

        /// The same figures as Go's own view shows when it opens.
        public static final Counted AS_GO_SHOWS = new Counted(true, true, true, false, true);
    }

    private MutatorUtilization(long[] times, double[] shares) {
        this.times = times;
        this.shares = shares;
    }

    /// A utilisation that is known as steps.
    ///
    /// @param times when each step begins, ascending; the last one is the end
    /// @param shares the program's share from each step on, 0 to 1
    /// @return the share over time
    public static MutatorUtilization ofSteps(long[] times, double[] shares) {
        if (times.length != shares.length) {
            throw new IllegalArgumentException(
                    times.length + " times, " + shares.length + " shares");
        }
        return new MutatorUtilization(times.clone(), shares.clone());
    }

    /// Computes the utilisation over a trace.
    ///
    /// @param t the trace
    /// @param counted what is the collector's
    /// @return the share over time
    public static MutatorUtilization of(TraceModel t, Counted counted) {
        var walk = new Walk(t, counted);
        for (int i = 0; i < t.size(); i++) {
            walk.event(i);
        }
        return walk.finish();
    }

    /// {@return how many steps the curve has}
    public int steps() {
        return times.length;
    }

    /// {@return when a step begins}
    /// @param step index of the step
    public long time(int step) {
        return times[step];
    }

    /// {@return the program's share from a step's begin to the next, 0 to 1}
    /// @param step index of the step
    public double share(int step) {
        return shares[step];
    }

    /// Finds the least share in any window.
    ///
    /// @param windowNanos length of the window
    /// @return the share; over the whole trace when it is shorter than the window
    public double minimum(long windowNanos) {
        return worst(windowNanos).share();
    }

    /// A window in which the program had least.
    ///
    /// @param fromNanos where it begins
    /// @param share what the program had in it
    public record Worst(long fromNanos, double share) {}

    /// Finds the window in which the program had least. Only windows that begin or end at a step can be the worst.
    ///
    /// @param windowNanos length of the window
    /// @return where it lies
    public Worst worst(long windowNanos) {
        if (times.length < 2) {
            return new Worst(0, 1);
        }
        long first = times[0];
        long last = times[times.length - 1];
        long window = Math.min(windowNanos, last - first);
        if (window <= 0) {
            return new Worst(first, 1);
        }
        double[] integral = new double[times.length];
        for (int i = 1; i < times.length; i++) {
            integral[i] = integral[i - 1] + shares[i - 1] * (times[i] - times[i - 1]);
        }
        var best = new Worst(first, 2);
        int begin = 0;
        int end = 0;
        for (int i = 0; i < times.length; i++) {
            if (times[i] + window <= last) {
                while (end + 1 < times.length && times[end + 1] <= times[i] + window) {
                    end++;
                }
                double mean = (at(integral, end, times[i] + window) - integral[i]) / window;
                best = mean < best.share ? new Worst(times[i], mean) : best;
            }
            if (times[i] - window >= first) {
                while (begin + 1 < times.length && times[begin + 1] <= times[i] - window) {
                    begin++;
                }
                double mean = (integral[i] - at(integral, begin, times[i] - window)) / window;
                best = mean < best.share ? new Worst(times[i] - window, mean) : best;
            }
        }
        return new Worst(best.fromNanos, Math.max(0, best.share));
    }

    private double at(double[] integral, int step, long time) {
        return integral[step] + shares[step] * (time - times[step]);
    }

    /// Walks over the events and notes every change.
    private static final class Walk {
        private final TraceModel t;
        private final Counted counted;
        private final Growing.Longs times = new Growing.Longs(1024);
        private final Growing.Longs shares = new Growing.Longs(1024);
        private final Set<Integer> assisting = new HashSet<>();
        private final Set<Integer> marking = new HashSet<>();
        private int[] collecting = new int[0];
        private int procs;
        private int stopped;
        private long syncs;
        private long last;

        Walk(TraceModel t, Counted counted) {
            this.t = t;
            this.counted = counted;
        }

        void event(int i) {
            EventKind kind = t.kind(i);
            last = t.time(i);
            if (kind == EventKind.SYNC) {
                syncs = t.argument(i);
            } else if (kind == EventKind.PROCS_CHANGE) {
                procs(Math.clamp(t.argument(i), 0, 1 << 15));
            }
            if (procs == 0) {
                return;
            }
            switch (kind.group()) {
                case RANGE_ACTIVE -> {
                    if (syncs <= 1) {
                        begins(i, kind);
                    }
                }
                case RANGE_BEGIN -> begins(i, kind);
                case RANGE_END -> ends(i, kind);
                case GO -> transition(i);
                case LABEL -> label(i);
                default -> {
                    // does not change who has the processors
                }
            }
            note(last);
        }

        private void procs(int n) {
            int[] next = new int[n];
            System.arraycopy(collecting, 0, next, 0, Math.min(n, collecting.length));
            collecting = next;
            procs = n;
        }

        private void change(int proc, int by) {
            if (proc >= 0 && proc < procs) {
                collecting[proc] += by;
            }
        }

        private boolean stopsForGc(int i, EventKind kind) {
            return counted.stopTheWorld()
                    && (kind == EventKind.STW_BEGIN || kind == EventKind.STW_END)
                    && t.string(t.argument(i)).contains("GC");
        }

        private void begins(int i, EventKind kind) {
            if (stopsForGc(i, kind)) {
                stopped++;
            } else if (counted.sweep()
                    && (kind == EventKind.SWEEP_BEGIN || kind == EventKind.SWEEP_ACTIVE)) {
                change(t.proc(i), 1);
            } else if (counted.assist()
                    && (kind == EventKind.ASSIST_BEGIN || kind == EventKind.ASSIST_ACTIVE)) {
                change(t.proc(i), 1);
                assisting.add(t.subject(i));
            }
        }

        private void ends(int i, EventKind kind) {
            if (stopsForGc(i, kind)) {
                stopped--;
            } else if (counted.sweep() && kind == EventKind.SWEEP_END) {
                change(t.proc(i), -1);
            } else if (counted.assist() && kind == EventKind.ASSIST_END) {
                change(t.proc(i), -1);
                assisting.remove(t.subject(i));
            }
        }

        private void transition(int i) {
            int g = t.subject(i);
            if (!assisting.contains(g) && !marking.contains(g)) {
                return;
            }
            boolean before = executes(Transition.from(t, i));
            boolean after = executes(Transition.to(t, i));
            if (before != after) {
                change(t.proc(i), after ? 1 : -1);
            }
        }

        private static boolean executes(GoState s) {
            return s == GoState.RUNNING || s == GoState.SYSCALL;
        }

        private void label(int i) {
            String name = t.string(t.argument(i));
            if (counted.background() && name.startsWith("GC ") && !name.equals("GC (idle)")) {
                // a worker known already was counted when it started
                if (marking.add(t.goroutine(i)) || counted.workersAddUp()) {
                    change(t.proc(i), 1);
                }
            } else if (!counted.workersAddUp() && marking.remove(t.goroutine(i))) {
                change(t.proc(i), -1); // it now does other work than before
            }
        }

        private void note(long now) {
            int busy = 0;
            if (stopped > 0) {
                busy = procs;
            } else {
                for (int p = 0; p < procs; p++) {
                    busy += collecting[p] > 0 ? 1 : 0;
                }
            }
            add(now, 1 - (double) busy / procs);
        }

        private void add(long now, double share) {
            int n = times.size();
            if (n > 0) {
                double before = Double.longBitsToDouble(shares.get(n - 1));
                if (share == before) {
                    return;
                }
                if (now == times.get(n - 1)) {
                    shares.set(n - 1, Double.doubleToLongBits(Math.min(share, before)));
                    return;
                }
            }
            times.add(now);
            shares.add(Double.doubleToLongBits(share));
        }

        MutatorUtilization finish() {
            if (times.size() > 0) {
                add(last, 0);
                if (times.get(times.size() - 1) != last) {
                    times.add(last);
                    shares.add(Double.doubleToLongBits(0));
                }
            }
            double[] s = new double[shares.size()];
            for (int i = 0; i < s.length; i++) {
                s[i] = Double.longBitsToDouble(shares.get(i));
            }
            return new MutatorUtilization(times.toArray(), s);
        }
    }
}
