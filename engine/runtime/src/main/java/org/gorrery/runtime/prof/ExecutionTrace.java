package org.gorrery.runtime.prof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.gorrery.event.EventKind;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.GStatus;
import org.gorrery.runtime.sched.M;
import org.gorrery.runtime.sched.P;
import org.gorrery.runtime.sched.Sched;
import org.gorrery.runtime.sched.TraceListener;
import org.jspecify.annotations.Nullable;

/// Records everything that the scheduler does, with stacks, for an execution trace; nothing is dropped.
///
/// Each P appends to a log of its own, and what happens without a P to one more. A number drawn with each record gives the order of all:
/// clocks of different threads are too coarse for that. From time to time the world is stopped and the records so far are taken
/// ([#take]); who takes them turns them into a generation of a trace.
///
/// Guard: a log belongs to who holds its P; the logs are exchanged with the world stopped.
public final class ExecutionTrace implements TraceListener {
    /// Kinds beyond those of [EventKind]: a task begins (`arg` its number, `a` its parent, `b` its type).
    public static final int TASK_BEGIN = 64;

    /// A task ends.
    public static final int TASK_END = 65;

    /// A region begins (`arg` its task, `b` its type).
    public static final int REGION_BEGIN = 66;

    /// A region ends.
    public static final int REGION_END = 67;

    /// A message (`arg` its task, `a` the category, `b` the text).
    public static final int LOG = 68;

    /// A goroutine has come back from a blocking call without a P.
    public static final int WITHOUT_P = 69;

    /// Longs of one record: number, time, `kind | reason << 8 | (proc + 1) << 16 | (thread + 1) << 32`, goroutine, argument, stack, a, b.
    public static final int WORDS = 8;

    private static final int CHUNK = 4096 * WORDS;

    private final Sched sched;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<CallStack, Integer> stacks = new ConcurrentHashMap<>();
    private final Map<String, Integer> strings = new ConcurrentHashMap<>();
    private final AtomicInteger stackIds = new AtomicInteger();
    private final AtomicInteger stringIds = new AtomicInteger();
    private final Object outside = new Object();
    private Log withoutP = new Log();
    private volatile Log[] logs = new Log[0];
    private volatile boolean on;

    /// Records of one P.
    private static final class Log {
        final List<long[]> full = new ArrayList<>();
        long[] open = new long[CHUNK / 16];
        int used;

        int room() {
            if (used == open.length) {
                full.add(open);
                open = new long[CHUNK];
                used = 0;
            }
            used += WORDS;
            return used - WORDS;
        }
    }

    /// A goroutine that was there when the trace began.
    ///
    /// @param status see [GStatus]
    /// @param thread its M, -1 for none
    /// @param stack where it stood
    /// @param entry index of the function it started at, -1 for none
    public record Present(long goroutine, int status, int thread, CallStack stack, int entry) {}

    /// What the world was like when the trace began.
    ///
    /// @param nanos when that was
    /// @param proc the P of the one who began it, -1 for a thread outside
    /// @param thread its M
    public record Opening(long nanos, List<Present> goroutines, int proc, int thread) {}

    /// Records of a stretch of time, in order.
    ///
    /// @param nanos its end
    /// @param words [#WORDS] for each
    /// @param stacks those that records refer to by index from 1
    /// @param strings those that records refer to by index from 1
    public record Part(long nanos, long[] words, List<CallStack> stacks, List<String> strings) {}

    /// For a run; off.
    public ExecutionTrace(Sched sched) {
        this.sched = sched;
    }

    /// Whether it records.
    public boolean isOn() {
        return on;
    }

    /// Begins, with the world stopped. The caller makes sure that Ps tell ([#attach]).
    ///
    /// @param by who has stopped the world, null for a thread outside
    public Opening begin(@Nullable G by) {
        on = true;
        logs = new Log[0];
        withoutP = new Log();
        numbers.set(0);
        stacks.clear();
        stackIds.set(0);
        strings.clear();
        stringIds.set(0);
        var present = new ArrayList<Present>();
        sched.goroutines()
                .forEach(g -> {
                    boolean bound = g.status() == GStatus.RUNNING || g.status() == GStatus.SYSCALL;
                    present.add(
                            new Present(
                                    g.id,
                                    g.status(),
                                    bound && g.m != null ? g.m.number : -1,
                                    CallStack.of(g),
                                    sched.entryFunction(g)));
                });
        long now = sched.driver().nanotime();
        return by == null
                ? new Opening(now, present, -1, -1)
                : new Opening(now, present, by.p.id, by.m == null ? -1 : by.m.number);
    }

    /// Makes a P tell, where the trace is on. With the world stopped.
    public void attach(P p) {
        if (p.id >= logs.length) {
            Log[] more = Arrays.copyOf(logs, p.id + 1);
            for (int i = logs.length; i < more.length; i++) {
                more[i] = new Log();
            }
            logs = more;
        }
        p.trace = this;
    }

    /// Takes the records since the beginning or the last call, with the world stopped.
    ///
    /// @param last whether to end
    public Part take(boolean last) {
        on = !last;
        int first;
        Log[] taken = logs;
        Log[] fresh = new Log[taken.length];
        Arrays.setAll(fresh, i -> new Log());
        Log lone;
        synchronized (outside) {
            lone = withoutP;
            withoutP = new Log();
            first = (int) numbers.getAndSet(0);
        }
        logs = fresh;
        long[] words = new long[first * WORDS];
        for (Log l : taken) {
            place(l, words);
        }
        place(lone, words);
        String[] names = new String[strings.size()];
        strings.forEach((s, i) -> names[i - 1] = s);
        CallStack[] list = new CallStack[stacks.size()];
        stacks.forEach((s, i) -> list[i - 1] = s);
        return new Part(sched.driver().nanotime(), words, List.of(list), List.of(names));
    }

    private static void place(Log log, long[] words) {
        for (long[] c : log.full) {
            place(c, c.length, words);
        }
        place(log.open, log.used, words);
    }

    private static void place(long[] from, int used, long[] words) {
        for (int i = 0; i < used; i += WORDS) {
            System.arraycopy(from, i, words, (int) from[i] * WORDS, WORDS);
        }
    }

    // ---- by the program's threads

    @Override
    public void happened(
            P p, EventKind kind, int reason, long goroutine, long arg, @Nullable G at) {
        int stack = at == null || !at.stack.hasFrame(at.sp) ? 0 : stack(CallStack.of(at));
        put(p, kind.ordinal(), reason, goroutine, arg, stack, 0, 0);
    }

    /// A goroutine marks a task, a region or a message. Its top frame is at [G#sp].
    ///
    /// @param a see the kinds
    public void marked(G g, int kind, long arg, long a, String b) {
        put(g.p, kind, 0, g.id, arg, stack(CallStack.of(g)), a, string(b));
    }

    @Override
    public void returnedWithoutP(M m, G g) {
        synchronized (outside) {
            if (on) {
                write(withoutP, numbers.getAndIncrement(), WITHOUT_P, -1, m.number, g.id);
            }
        }
    }

    private void put(
            P p, int kind, int reason, long goroutine, long arg, int stack, long a, long b) {
        Log log = logs[p.id];
        long number = numbers.getAndIncrement();
        int thread = Thread.currentThread() instanceof M m ? m.number : -1;
        write(log, number, kind | reason << 8, p.id, thread, goroutine);
        int at = log.used - WORDS;
        log.open[at + 4] = arg;
        log.open[at + 5] = stack;
        log.open[at + 6] = a;
        log.open[at + 7] = b;
    }

    private void write(Log log, long number, int kind, int proc, int thread, long goroutine) {
        int at = log.room();
        log.open[at] = number;
        log.open[at + 1] = sched.driver().nanotime();
        log.open[at + 2] = kind | (proc + 1L) << 16 | (thread + 1L) << 32;
        log.open[at + 3] = goroutine;
    }

    private int stack(CallStack s) {
        Integer known = stacks.get(s);
        return known != null ? known : stacks.computeIfAbsent(s, k -> stackIds.incrementAndGet());
    }

    /// The index of a text.
    public int string(String s) {
        return strings.computeIfAbsent(s, k -> stringIds.incrementAndGet());
    }
}
