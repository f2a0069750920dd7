package org.gorrery.formats.exectrace;

import java.util.Arrays;
import java.util.List;
import org.gorrery.formats.input.Fault;
import org.gorrery.formats.input.Growing;

/// Puts the events of all Ps of a version 1 trace in one order.
///
/// The events of one P are in order. Of the first events of all Ps, those are ready that fit the state of the goroutine
/// they name; the ready one with the smallest time comes next. Go 1.5 and 1.6 number all events instead.
final class V1Order {
    private static final int DEAD = 0;
    private static final int RUNNABLE = 1;
    private static final int RUNNING = 2;
    private static final int WAITING = 3;

    private final V1Events events;
    private final TraceTables tables;
    private byte[] status = new byte[1024];
    private long[] sequence = new long[1024];
    private int[] current = new int[0];
    private long gcSequence;

    /// Rows in order, and the goroutine each happened on (-1 none).
    final Growing.Ints order = new Growing.Ints(1 << 16);

    final Growing.Ints goroutine = new Growing.Ints(1 << 16);

    V1Order(V1Events events) {
        this.events = events;
        this.tables = events.tables;
    }

    /// Merges everything.
    ///
    /// @return a fault where no event fits any more; what was ordered before it stands
    List<Fault> merge(boolean numbered) {
        Growing.Ints[] lists = events.rows.values().toArray(new Growing.Ints[0]);
        current = new int[lists.length];
        Arrays.fill(current, -1);
        sortSamples(lists);
        int[] next = new int[lists.length];
        int left = events.type.size();
        while (left > 0) {
            int best = -1;
            long bestKey = 0;
            for (int i = 0; i < lists.length; i++) {
                if (next[i] == lists[i].size()) {
                    continue;
                }
                int row = lists[i].get(next[i]);
                long key = numbered ? events.sequence.get(row) : events.ticks.get(row);
                if ((best < 0 || key < bestKey) && (numbered || ready(row, i))) {
                    best = i;
                    bestKey = key;
                }
            }
            if (best < 0) {
                return List.of(
                        new Fault(
                                -1,
                                "broken trace: "
                                        + left
                                        + " events fit no state of their goroutines"));
            }
            int row = lists[best].get(next[best]++);
            order.add(row);
            goroutine.add(apply(row, best));
            left--;
        }
        return List.of();
    }

    private void sortSamples(Growing.Ints[] lists) {
        Growing.Ints samples = events.rows.get(V1Events.SAMPLES);
        if (samples == null) {
            return;
        }
        Integer[] sorted = Arrays.stream(samples.toArray()).boxed().toArray(Integer[]::new);
        Arrays.sort(sorted, (a, b) -> Long.compare(events.ticks.get(a), events.ticks.get(b)));
        for (int i = 0; i < sorted.length; i++) {
            samples.set(i, sorted[i]);
        }
        assert lists.length > 0;
    }

    private int room(int g) {
        if (g >= status.length) {
            int n = Math.max(g + 1, status.length * 2);
            status = Arrays.copyOf(status, n);
            sequence = Arrays.copyOf(sequence, n);
        }
        return g;
    }

    private int named(int row) {
        return room(tables.goroutine(events.a0.get(row)));
    }

    private boolean is(int g, int wanted) {
        return g >= 0 && status[g] == wanted;
    }

    private boolean ready(int row, int list) {
        int t = events.type.get(row);
        if (V1Types.blocks(t)) {
            return is(current[list], RUNNING);
        }
        return switch (t) {
            case V1Types.GO_CREATE -> is(named(row), DEAD);
            case V1Types.GO_WAITING, V1Types.GO_IN_SYSCALL -> {
                int g = named(row);
                yield is(g, RUNNABLE) && sequence[g] == 1;
            }
            case V1Types.GO_START, V1Types.GO_START_LABEL -> {
                int g = named(row);
                yield is(g, RUNNABLE) && sequence[g] == events.a1.get(row);
            }
            case V1Types.GO_START_LOCAL -> is(named(row), RUNNABLE);
            case V1Types.GO_UNBLOCK, V1Types.GO_SYS_EXIT -> {
                int g = named(row);
                yield is(g, WAITING) && sequence[g] == events.a1.get(row);
            }
            case V1Types.GO_UNBLOCK_LOCAL, V1Types.GO_SYS_EXIT_LOCAL -> is(named(row), WAITING);
            case V1Types.GO_SYS_BLOCK, V1Types.GO_SCHED, V1Types.GO_PREEMPT ->
                    is(current[list], RUNNING);
            case V1Types.GC_START -> gcSequence == events.a0.get(row);
            default -> true;
        };
    }

    private void step(int g, int to) {
        sequence[g]++;
        status[g] = (byte) to;
    }

    /// Applies an event.
    ///
    /// @return the goroutine it happened on
    private int apply(int row, int list) {
        int t = events.type.get(row);
        int g = current[list];
        if (V1Types.blocks(t)
                || t == V1Types.GO_SYS_BLOCK
                || t == V1Types.GO_STOP
                || t == V1Types.GO_END) {
            if (g >= 0) {
                status[g] = (byte) (t == V1Types.GO_END ? DEAD : WAITING);
            }
            current[list] = -1;
            return g;
        }
        switch (t) {
            case V1Types.GO_SCHED, V1Types.GO_PREEMPT -> {
                if (g >= 0) {
                    status[g] = RUNNABLE;
                }
                current[list] = -1;
            }
            case V1Types.GO_CREATE -> {
                int made = named(row);
                status[made] = RUNNABLE;
                sequence[made] = 1;
            }
            case V1Types.GO_WAITING, V1Types.GO_IN_SYSCALL -> {
                int of = named(row);
                step(of, WAITING);
                return of;
            }
            case V1Types.GO_START, V1Types.GO_START_LABEL, V1Types.GO_START_LOCAL -> {
                int of = named(row);
                step(of, RUNNING);
                current[list] = of;
                return of;
            }
            case V1Types.GO_UNBLOCK, V1Types.GO_UNBLOCK_LOCAL -> step(named(row), RUNNABLE);
            case V1Types.GO_SYS_EXIT, V1Types.GO_SYS_EXIT_LOCAL -> {
                int of = named(row);
                step(of, RUNNABLE);
                return of;
            }
            case V1Types.GC_START -> {
                gcSequence++;
                return -1;
            }
            case V1Types.GC_DONE, V1Types.STW_START, V1Types.STW_DONE -> {
                return -1;
            }
            case V1Types.CPU_SAMPLE -> {
                long id = events.a1.get(row);
                return id == 0 ? -1 : tables.goroutine(id);
            }
            default -> {
                // belongs to the goroutine that runs
            }
        }
        return g;
    }
}
