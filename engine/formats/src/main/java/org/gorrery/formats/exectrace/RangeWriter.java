package org.gorrery.formats.exectrace;

import java.util.HashSet;
import java.util.Set;

/// Writes collections, stopped worlds, sweeps, assists and metrics.
final class RangeWriter {
    private final WriterStates s;
    private final TraceModel t;
    private final Set<Integer> stopped = new HashSet<>();
    private final Set<Integer> sweeping = new HashSet<>();
    private final Set<Integer> assisting = new HashSet<>();
    private long gcSeq;
    private boolean gcRunning;

    RangeWriter(WriterStates s) {
        this.s = s;
        this.t = s.t;
    }

    void range(int i, EventKind kind) {
        int m = t.thread(i);
        boolean running = s.runs(m);
        boolean onProc = m >= 0 && s.mProc[m] >= 0;
        switch (kind) {
            case GC_BEGIN -> {
                if (!gcRunning && (running || gcSeq == 0)) {
                    s.emit(i, V2Types.GC_BEGIN, ++gcSeq, s.stack(t.stack(i)));
                    gcRunning = true;
                }
            }
            case GC_ACTIVE -> {
                if (gcSeq == 0 || gcRunning) {
                    s.emit(i, V2Types.GC_ACTIVE, ++gcSeq);
                    gcRunning = true;
                }
            }
            case GC_END -> {
                if (gcRunning && running) {
                    s.emit(i, V2Types.GC_END, ++gcSeq);
                    gcRunning = false;
                }
            }
            case STW_BEGIN -> {
                if (running) {
                    s.emit(
                            i,
                            V2Types.STW_BEGIN,
                            s.out.string(t.string(t.argument(i))),
                            s.stack(t.stack(i)));
                    stopped.add(s.mGoroutine[m]);
                }
            }
            case STW_END -> {
                if (running && stopped.remove(s.mGoroutine[m])) {
                    s.emit(i, V2Types.STW_END);
                }
            }
            case SWEEP_BEGIN -> {
                if (onProc && sweeping.add(s.mProc[m])) {
                    s.emit(i, V2Types.SWEEP_BEGIN, s.stack(t.stack(i)));
                }
            }
            case SWEEP_END -> {
                if (onProc && sweeping.remove(s.mProc[m])) {
                    long[] bytes = t.swept(t.argument(i));
                    s.emit(i, V2Types.SWEEP_END, bytes[0], bytes[1]);
                }
            }
            case SWEEP_ACTIVE -> {
                if (s.toldP(t.subject(i))) {
                    sweeping.add(t.subject(i));
                    s.emit(i, V2Types.SWEEP_ACTIVE, t.subject(i));
                }
            }
            case ASSIST_BEGIN -> {
                if (running && assisting.add(s.mGoroutine[m])) {
                    s.emit(i, V2Types.ASSIST_BEGIN, s.stack(t.stack(i)));
                }
            }
            case ASSIST_ACTIVE -> {
                if (s.gStatus[t.subject(i)] != 0 && s.toldG(t.subject(i))) {
                    assisting.add(t.subject(i));
                    s.emit(i, V2Types.ASSIST_ACTIVE, t.goroutineId(t.subject(i)));
                }
            }
            default -> {
                if (running && assisting.remove(s.mGoroutine[m])) {
                    s.emit(i, V2Types.ASSIST_END);
                }
            }
        }
    }

    void metric(int i, EventKind kind) {
        int m = t.thread(i);
        switch (kind) {
            case PROCS_CHANGE -> {
                if (s.runs(m)) {
                    s.emit(i, V2Types.PROCS_CHANGE, t.argument(i), s.stack(t.stack(i)));
                }
            }
            case HEAP_ALLOC -> {
                if (m >= 0 && s.mProc[m] >= 0) {
                    s.emit(i, V2Types.HEAP_ALLOC, t.argument(i));
                }
            }
            default -> {
                if (m >= 0 && s.mProc[m] >= 0) {
                    s.emit(i, V2Types.HEAP_GOAL, t.argument(i));
                }
            }
        }
    }
}
