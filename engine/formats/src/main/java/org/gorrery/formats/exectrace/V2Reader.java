package org.gorrery.formats.exectrace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gorrery.formats.exectrace.V2Batches.Batch;
import org.gorrery.formats.exectrace.V2Generation.Sample;
import org.gorrery.formats.input.Fault;
import org.gorrery.formats.input.FormatException;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.input.Loaded;

/// Reads execution traces of Go 1.22 and later.
///
/// One generation after the other: its tables first, then the events of all threads merged by time, each held back
/// until its turn has come (see [V2Order]). Damage ends the reading; everything before it is kept.
final class V2Reader {
    private static final int NEWEST = 26;

    private final byte[] bytes;
    private final int version;
    private final Limits limits;
    private final TraceTables tables = new TraceTables();
    private final TraceColumns columns = new TraceColumns();
    private final V2Sink sink;
    private final V2States states = new V2States();
    private final AllocFreeInfo info = new AllocFreeInfo();
    private final List<Fault> faults = new ArrayList<>();
    private V2Cursor[] frontier = new V2Cursor[16];
    private int frontierSize;
    private int generations;

    V2Reader(byte[] bytes, int version, TraceWindow window, Limits limits) {
        this.bytes = bytes;
        this.version = version;
        this.limits = limits;
        this.sink = new V2Sink(columns, window, Math.min(limits.events(), Integer.MAX_VALUE - 8));
    }

    Loaded<TraceModel> read() {
        V2Batches batches = V2Batches.scan(bytes, version);
        int syncs = 0;
        try {
            V2Order order = null;
            for (V2Batches.Generation g : batches.generations()) {
                if (!g.closed) {
                    if (g.hasEvents()) {
                        faults.add(
                                new Fault(
                                        g.batches.getFirst().at(),
                                        "generation "
                                                + g.number
                                                + " has no end mark: the file was cut off in it"));
                    }
                    break;
                }
                var generation = new V2Generation(bytes, tables);
                generation.load(g, info);
                generations++;
                order = order == null ? new V2Order(sink, tables, states, generation) : order;
                order.enter(generation, info, generations);
                sink.add(EventKind.SYNC, generation.minNanos(), -1, -1, -1, -1, -1, ++syncs);
                merge(generation, order);
            }
        } catch (FormatException e) {
            faults.add(e.fault());
        }
        if (sink.last() != Long.MIN_VALUE) {
            sink.add(EventKind.SYNC, sink.last(), -1, -1, -1, -1, -1, ++syncs);
        }
        faults.addAll(batches.faults());
        if (version > NEWEST) {
            faults.addFirst(
                    new Fault(
                            0,
                            "written by Go 1."
                                    + version
                                    + ", newer than 1."
                                    + NEWEST
                                    + ", the newest this reader knows; what both have in common was read"));
        }
        tables.seal();
        var head =
                new TraceHead(
                        new String(bytes, 0, 16, StandardCharsets.ISO_8859_1).replace("\0", ""),
                        version,
                        bytes.length,
                        generations,
                        Map.of(),
                        tables.stackStart.size(),
                        tables.strings.size(),
                        info.known() ? info.scale() : null,
                        sink.lost());
        if (sink.lost() > 0) {
            faults.add(
                    new Fault(
                            -1,
                            sink.lost()
                                    + " events are beyond the limit of "
                                    + limits.events()
                                    + " and were left out"));
        }
        return new Loaded<>(
                new TraceModel(head, columns, tables),
                faults.subList(0, Math.min(faults.size(), limits.faults())));
    }

    /// Puts the events of one generation in order.
    private void merge(V2Generation generation, V2Order order) throws FormatException {
        frontierSize = 0;
        for (Map.Entry<Long, List<Batch>> e : generation.threads().entrySet()) {
            int thread = e.getKey() == -1L ? -1 : tables.thread(e.getKey());
            var cursor =
                    new V2Cursor(
                            bytes, e.getKey(), thread, e.getValue(), generation.nanosPerTick());
            if (cursor.next()) {
                insert(cursor);
            }
        }
        List<Sample> samples = generation.samples();
        int sample = 0;
        while (frontierSize > 0 || sample < samples.size()) {
            if (sample < samples.size()
                    && (frontierSize == 0 || samples.get(sample).nanos() < frontier[0].time)) {
                sample(samples.get(sample++), generation);
                continue;
            }
            if (!advance(0, order)) {
                sortFrontier();
                int i = 1;
                while (i < frontierSize && !advance(i, order)) {
                    i++;
                }
                if (i >= frontierSize) {
                    throw new FormatException(
                            frontier[0].position(),
                            "no thread's next event can happen: the trace is broken at "
                                    + V2Types.name(frontier[0].type));
                }
            }
        }
    }

    private void sample(Sample s, V2Generation generation) {
        int g = s.goroutine() == 0 ? -1 : tables.goroutine(s.goroutine());
        int m = s.thread() == -1L ? -1 : tables.thread(s.thread());
        int p = s.proc() < 0 || s.proc() > V2States.MAX_P ? -1 : (int) s.proc();
        sink.add(EventKind.CPU_SAMPLE, s.nanos(), g, p, m, generation.stack(s.stack()), -1, 0);
    }

    private boolean advance(int i, V2Order order) throws FormatException {
        V2Cursor cursor = frontier[i];
        if (!order.advance(cursor)) {
            return false;
        }
        if (cursor.next()) {
            if (!siftUp(i)) {
                siftDown(i);
            }
        } else {
            remove(i);
        }
        return true;
    }

    // ---- the frontier is a binary heap by time

    private void insert(V2Cursor c) {
        if (frontierSize == frontier.length) {
            frontier = Arrays.copyOf(frontier, frontierSize * 2);
        }
        frontier[frontierSize++] = c;
        siftUp(frontierSize - 1);
    }

    private boolean siftUp(int from) {
        int i = from;
        V2Cursor c = frontier[i];
        while (i > 0) {
            int parent = (i - 1) >> 1;
            if (frontier[parent].time <= c.time) {
                break;
            }
            frontier[i] = frontier[parent];
            i = parent;
        }
        frontier[i] = c;
        return i != from;
    }

    private void siftDown(int from) {
        int i = from;
        V2Cursor c = frontier[i];
        while (true) {
            int child = 2 * i + 1;
            if (child >= frontierSize) {
                break;
            }
            if (child + 1 < frontierSize && frontier[child + 1].time < frontier[child].time) {
                child++;
            }
            if (frontier[child].time >= c.time) {
                break;
            }
            frontier[i] = frontier[child];
            i = child;
        }
        frontier[i] = c;
    }

    private void remove(int at) {
        int i = at;
        V2Cursor gone = frontier[i];
        while (i > 0) {
            frontier[i] = frontier[(i - 1) >> 1];
            i = (i - 1) >> 1;
        }
        frontier[0] = gone;
        frontierSize--;
        if (frontierSize > 0) {
            frontier[0] = frontier[frontierSize];
            siftDown(0);
        }
    }

    /// Sorts the frontier by time; a sorted array still is a heap.
    private void sortFrontier() {
        for (int i = 1; i < frontierSize; i++) {
            V2Cursor c = frontier[i];
            int k = i - 1;
            while (k >= 0 && frontier[k].time > c.time) {
                frontier[k + 1] = frontier[k];
                k--;
            }
            frontier[k + 1] = c;
        }
    }
}
