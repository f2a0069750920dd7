package org.gorrery.formats.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.gorrery.formats.exectrace.EventKind;
import org.gorrery.formats.exectrace.EventKind.Group;
import org.gorrery.formats.exectrace.GoState;
import org.gorrery.formats.exectrace.TraceModel;
import org.gorrery.formats.exectrace.TraceWindow;
import org.gorrery.formats.exectrace.Transition;
import org.gorrery.formats.profile.Profile;
import org.gorrery.formats.profile.ProfileBuilder;
import org.gorrery.formats.profile.ProfileHead;
import org.gorrery.formats.profile.ValueType;

/// Makes profiles out of a trace: where goroutines waited, by stack, with counts and nanoseconds.
public final class TraceProfiles {
    /// What the profile is about.
    public enum Kind {
        /// Blocking on channels, select and package sync.
        SYNC,
        /// Waiting for the network.
        NETWORK,
        /// Time in system calls.
        SYSCALL,
        /// From being runnable to running.
        SCHEDULER,
        /// CPU samples in the trace.
        CPU
    }

    private static final int FIRST_V2 = 22;

    private TraceProfiles() {}

    /// Makes a profile of all goroutines over the whole trace, as `go tool trace -pprof` does: a goroutine counts from
    /// its first run to its end, so the wait before the first run does not.
    ///
    /// @param t the trace
    /// @param kind what it is about
    /// @return counts and delays; CPU samples have counts only
    public static Profile of(TraceModel t, Kind kind) {
        return of(t, kind, g -> true, TraceWindow.EVERYTHING);
    }

    /// Makes a profile of some goroutines and a part of the time.
    ///
    /// @param t the trace
    /// @param kind what it is about
    /// @param goroutines which goroutines count, by index
    /// @param window a wait counts with the part of it that lies inside
    /// @return the profile
    public static Profile of(TraceModel t, Kind kind, IntPredicate goroutines, TraceWindow window) {
        return kind == Kind.CPU ? cpu(t, goroutines, window) : waits(t, kind, goroutines, window);
    }

    /// Tells whether a wait starts. Tools before Go 1.22 counted waits for GC assists as blocking, and scheduler waits only
    /// from being made or woken.
    private static boolean starts(TraceModel t, int i, Kind kind) {
        GoState to = Transition.to(t, i);
        if (t.head().version() < FIRST_V2) {
            EventKind e = t.kind(i);
            if (t.stack(i) < 0) {
                return false;
            }
            if (kind == Kind.SCHEDULER) {
                return e == EventKind.GO_UNBLOCK || e == EventKind.GO_CREATE;
            }
            if (kind == Kind.SYNC
                    && e == EventKind.GO_BLOCK
                    && Transition.reason(t, i).startsWith("GC mark assist")) {
                return true;
            }
        }
        return switch (kind) {
            case SCHEDULER -> to == GoState.RUNNABLE;
            case SYSCALL -> to == GoState.SYSCALL;
            case NETWORK -> to == GoState.WAITING && Transition.reason(t, i).equals("network");
            case SYNC -> to == GoState.WAITING && blocksOnSync(Transition.reason(t, i));
            case CPU -> false;
        };
    }

    private static GoState stateOf(Kind kind) {
        return switch (kind) {
            case SCHEDULER -> GoState.RUNNABLE;
            case SYSCALL -> GoState.SYSCALL;
            case NETWORK, SYNC, CPU -> GoState.WAITING;
        };
    }

    private static boolean blocksOnSync(String reason) {
        return reason.contains("chan") || reason.contains("sync") || reason.contains("select");
    }

    private static Profile waits(
            TraceModel t, Kind kind, IntPredicate goroutines, TraceWindow window) {
        int[] since = new int[t.goroutines()];
        Arrays.fill(since, -1);
        long[] lives = lives(t);
        var sums = new HashMap<Integer, long[]>();
        for (int i = 0; i < t.size(); i++) {
            if (t.kind(i).group() != Group.GO) {
                continue;
            }
            int g = t.subject(i);
            if (since[g] < 0) {
                since[g] = starts(t, i, kind) ? i : -1;
            } else if (Transition.to(t, i) != stateOf(kind)) {
                long from =
                        Math.max(begin(t, since[g]), Math.max(lives[2 * g], window.fromNanos()));
                long to = Math.min(t.time(i), Math.min(lives[2 * g + 1], window.toNanos()));
                boolean ran = kind != Kind.SCHEDULER || Transition.to(t, i) == GoState.RUNNING;
                if (ran && to > from && goroutines.test(g)) {
                    long[] sum = sums.computeIfAbsent(t.stack(since[g]), s -> new long[2]);
                    sum[0]++;
                    sum[1] += to - from;
                }
                since[g] = -1;
            }
        }
        var types =
                List.of(
                        new ValueType("contentions", "count"),
                        new ValueType("delay", "nanoseconds"));
        return build(t, sums, ProfileHead.of(types, new ValueType("contentions", "count"), 1));
    }

    /// {@return when a wait began; before Go 1.22 a system call's event tells when it was called}
    private static long begin(TraceModel t, int i) {
        return t.kind(i) == EventKind.GO_SYSCALL_BEGIN && t.head().version() < FIRST_V2
                ? t.argument(i)
                : t.time(i);
    }

    /// {@return first run and end of each goroutine, in pairs; tools before Go 1.22 did not look at them}
    private static long[] lives(TraceModel t) {
        long[] lives = new long[2 * t.goroutines()];
        if (t.head().version() < FIRST_V2) {
            for (int i = 1; i < lives.length; i += 2) {
                lives[i] = Long.MAX_VALUE;
            }
            return lives;
        }
        for (GoroutineSummary g : GoroutineSummaries.of(t)) {
            lives[2 * g.index()] = Math.max(0, g.startedNanos());
            lives[2 * g.index() + 1] = g.endedNanos() < 0 ? Long.MAX_VALUE : g.endedNanos();
        }
        return lives;
    }

    private static Profile cpu(TraceModel t, IntPredicate goroutines, TraceWindow window) {
        var sums = new HashMap<Integer, long[]>();
        for (int i = 0; i < t.size(); i++) {
            long now = t.time(i);
            if (t.kind(i).group() == Group.SAMPLE
                    && now >= window.fromNanos()
                    && now <= window.toNanos()
                    && (t.goroutine(i) < 0 || goroutines.test(t.goroutine(i)))) {
                sums.computeIfAbsent(t.stack(i), s -> new long[1])[0]++;
            }
        }
        var type = new ValueType("samples", "count");
        return build(t, sums, ProfileHead.of(List.of(type), type, 1));
    }

    private static Profile build(TraceModel t, Map<Integer, long[]> sums, ProfileHead head) {
        var b = new ProfileBuilder();
        var functions = new HashMap<String, Integer>();
        int[] location = new int[t.frames()];
        for (int f = 0; f < location.length; f++) {
            String function = t.function(f);
            String file = t.file(f);
            int made =
                    functions.computeIfAbsent(
                            function + "\0" + file, k -> b.function(function, file));
            location[f] = b.location(t.pc(f), -1, false);
            b.line(made, t.line(f), 0);
        }
        sums.forEach((stack, values) -> {
            int depth = stack < 0 ? 0 : t.depth(stack);
            int[] locations = new int[depth];
            for (int i = 0; i < depth; i++) {
                locations[i] = location[t.frame(stack, i)];
            }
            b.sample(locations, depth, values);
        });
        return b.build(head.withTimes(0, t.endNanos() - t.startNanos()));
    }
}
