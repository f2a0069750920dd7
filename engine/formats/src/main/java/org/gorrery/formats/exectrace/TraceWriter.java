package org.gorrery.formats.exectrace;

import java.util.List;
import org.gorrery.formats.exectrace.TraceHead.HeapScale;
import org.gorrery.formats.exectrace.TraceModel.ClockSnapshot;
import org.gorrery.formats.exectrace.TraceModel.HeapType;

/// Writes a trace model so that `go tool trace` opens it, and so that reading it again gives the same model.
///
/// Generations stay as they are; sequence numbers are made anew. The writer keeps the states that a reader will keep and
/// leaves out events that a reader would refuse (those whose goroutine or P the trace never told, as where it was cut).
/// A model of Go 1.21 or earlier becomes one generation of the newer format.
public final class TraceWriter {
    private static final int WITH_CLOCKS = 26;
    private static final int WITHOUT_CLOCKS = 23;
    private static final long MOST_LATE_NANOS = 10_000_000;

    private final TraceModel t;
    private final WriterStates s;
    private final ProcWriter procs;
    private final GoroutineWriter goroutines;
    private final RangeWriter ranges;
    private final UserWriter user;
    private int generation;
    private int typesWritten;

    private TraceWriter(TraceModel t) {
        this.t = t;
        int version = t.clocks().isEmpty() ? WITHOUT_CLOCKS : WITH_CLOCKS;
        this.s = new WriterStates(t, new TraceOutput(version));
        this.procs = new ProcWriter(s);
        this.goroutines = new GoroutineWriter(s);
        this.ranges = new RangeWriter(s);
        this.user = new UserWriter(s);
    }

    /// Writes a trace.
    ///
    /// @param t the model; of any version
    /// @return the file's contents
    public static byte[] write(TraceModel t) {
        var w = new TraceWriter(t);
        w.beforeTheFirst();
        for (int i = 0; i < t.size(); i++) {
            i += w.event(i);
        }
        return w.s.out.finish();
    }

    /// Tells a reader what was there before the first event of an older trace, which says so by creating it.
    private void beforeTheFirst() {
        if (!s.old || t.size() == 0) {
            return;
        }
        long start = t.time(0);
        boolean[] seen = new boolean[t.goroutines()];
        for (int i = 0; i < t.size(); i++) {
            EventKind k = t.kind(i);
            int p = t.proc(i);
            if (p >= 0 && s.tellP(p)) {
                s.pKnown[p] = true;
                s.out.event(-1, start, V2Types.PROC_STATUS, p, V2States.P_IDLE);
            }
            if (k == EventKind.GO_CREATE && t.goroutine(i) < 0 && !seen[t.subject(i)]) {
                int g = t.subject(i);
                seen[g] = true;
                s.tellG(g);
                int status = statusAtStart(i, g);
                s.gStatus[g] = (byte) status;
                if (status == V2States.G_SYSCALL) {
                    s.gStatus[g] =
                            V2States.G_WAITING; // its thread is not known, so it can only be shown
                    // as
                    // waiting
                }
                s.out.event(-1, start, V2Types.GO_STATUS, t.goroutineId(g), -1, s.gStatus[g]);
            }
        }
    }

    private int statusAtStart(int create, int g) {
        for (int i = create + 1; i < Math.min(t.size(), create + 10_000); i++) {
            if (t.kind(i) == EventKind.GO_STATUS && t.subject(i) == g) {
                return t.to(i) == GoState.SYSCALL ? V2States.G_SYSCALL : V2States.G_WAITING;
            }
            if (t.kind(i).group() == EventKind.Group.GO && t.subject(i) == g) {
                break;
            }
        }
        return V2States.G_RUNNABLE;
    }

    /// Starts a generation where the model has the mark of one; the mark at the end of the trace starts none.
    private void generation(int sync) {
        if (sync + 1 == t.size()) {
            return;
        }
        List<ClockSnapshot> clocks = t.clocks();
        ClockSnapshot clock =
                generation < clocks.size() ? near(clocks.get(generation), t.time(sync)) : null;
        s.out.generation(t.time(sync), clock);
        HeapScale scale = t.head().heapScale();
        if (scale != null && generation == 0) {
            s.out.heapScale(scale);
        }
        List<Integer> types = t.heapTypesPerGeneration();
        if (generation < types.size()) {
            var own = new java.util.ArrayList<HeapType>();
            for (int k = 0; k < types.get(generation); k++) {
                own.add(t.heapType(typesWritten++));
            }
            s.out.heapTypes(own);
        }
        s.nextGeneration();
        generation++;
    }

    /// A window may begin long after the clocks of its generation were read; they are then told for its own start.
    private static ClockSnapshot near(ClockSnapshot clock, long nanos) {
        long late = nanos - clock.traceNanos();
        return late < MOST_LATE_NANOS
                ? clock
                : new ClockSnapshot(nanos, clock.monoNanos() + late, clock.wallNanos() + late);
    }

    /// Writes one event.
    ///
    /// @return how many events after it belong to it and are not to be written
    private int event(int i) {
        EventKind kind = t.kind(i);
        switch (kind.group()) {
            case PROC -> procs.proc(i, kind);
            case GO -> {
                return goroutines.goroutine(i, kind);
            }
            case RANGE_BEGIN, RANGE_ACTIVE, RANGE_END -> ranges.range(i, kind);
            case SAMPLE ->
                    s.out.sample(
                            t.time(i),
                            s.thread(t.thread(i)),
                            t.proc(i),
                            t.goroutine(i) < 0 ? 0 : t.goroutineId(t.goroutine(i)),
                            s.stack(t.stack(i)));
            case METRIC -> ranges.metric(i, kind);
            case SYNC -> generation(i);
            case MEMORY -> user.memory(i, kind);
            default -> {
                if (s.runs(t.thread(i))) {
                    user.user(i, kind);
                }
            }
        }
        return 0;
    }
}
