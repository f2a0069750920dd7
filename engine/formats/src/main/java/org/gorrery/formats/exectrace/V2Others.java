package org.gorrery.formats.exectrace;

import java.util.HashMap;
import java.util.Map;
import org.gorrery.formats.exectrace.TraceModel.Log;
import org.gorrery.formats.exectrace.TraceModel.Task;
import org.gorrery.formats.input.FormatException;

/// Turns of events of the collector, and what happens whenever its turn by time comes.
final class V2Others {
    private final V2Event x;
    private final Map<Long, Task> openTasks = new HashMap<>();
    private boolean gcKnown;
    private boolean gcRunning;
    private long gcSeq;

    V2Others(V2Event x) {
        this.x = x;
    }

    /// Begin, end and "active" of mark phases share one counter over the whole trace.
    boolean collector() throws FormatException {
        boolean begins = x.c.type != V2Types.GC_END;
        if (!gcKnown && begins) {
            gcKnown = true;
        } else {
            if (x.c.a0 != gcSeq + 1) {
                return false;
            }
            boolean fits = x.c.type == V2Types.GC_BEGIN ? !gcRunning : gcRunning;
            if (!fits) {
                throw x.broken("does not fit the state of the collector");
            }
        }
        gcSeq = x.c.a0;
        gcRunning = begins;
        switch (x.c.type) {
            case V2Types.GC_BEGIN -> x.emit(EventKind.GC_BEGIN, x.stack(x.c.a1), -1, x.c.a0);
            case V2Types.GC_ACTIVE -> x.emit(EventKind.GC_ACTIVE, -1, -1, x.c.a0);
            default -> x.emit(EventKind.GC_END, -1, -1, x.c.a0);
        }
        return true;
    }

    boolean other() throws FormatException {
        switch (x.c.type) {
            case V2Types.PROCS_CHANGE -> {
                x.needRunning();
                x.emit(EventKind.PROCS_CHANGE, x.stack(x.c.a1), -1, x.c.a0);
            }
            case V2Types.STW_BEGIN -> {
                x.needRunning();
                int reason = x.string(x.c.a0);
                x.states.stopReason(x.g, reason);
                x.emit(EventKind.STW_BEGIN, x.stack(x.c.a1), -1, reason);
            }
            case V2Types.STW_END -> {
                x.needRunning();
                x.emit(EventKind.STW_END, -1, -1, x.states.stopReason(x.g));
            }
            case V2Types.SWEEP_BEGIN -> {
                x.needProc();
                x.emit(EventKind.SWEEP_BEGIN, x.stack(x.c.a0), x.p, 0);
            }
            case V2Types.SWEEP_ACTIVE -> x.emit(EventKind.SWEEP_ACTIVE, -1, x.proc(x.c.a0), 0);
            case V2Types.SWEEP_END -> {
                x.needProc();
                x.emit(EventKind.SWEEP_END, -1, x.p, x.tables.swept(x.c.a0, x.c.a1));
            }
            case V2Types.ASSIST_BEGIN -> {
                x.needRunning();
                x.emit(EventKind.ASSIST_BEGIN, x.stack(x.c.a0), x.g, 0);
            }
            case V2Types.ASSIST_ACTIVE ->
                    x.emit(EventKind.ASSIST_ACTIVE, -1, x.tables.goroutine(x.c.a0), 0);
            case V2Types.ASSIST_END -> {
                x.needRunning();
                x.emit(EventKind.ASSIST_END, -1, x.g, 0);
            }
            case V2Types.HEAP_ALLOC -> {
                x.needProc();
                x.emit(EventKind.HEAP_ALLOC, -1, -1, x.c.a0);
            }
            case V2Types.HEAP_GOAL -> {
                x.needProc();
                x.emit(EventKind.HEAP_GOAL, -1, -1, x.c.a0);
            }
            case V2Types.GO_LABEL -> {
                x.needRunning();
                x.emit(EventKind.LABEL, -1, x.g, x.string(x.c.a0));
            }
            default -> user();
        }
        return true;
    }

    private void user() throws FormatException {
        if (x.c.type >= V2Types.SPAN) {
            memory();
            return;
        }
        x.needRunning();
        switch (x.c.type) {
            case V2Types.TASK_BEGIN -> {
                var task = new Task(x.c.a0, x.c.a1, x.tables.strings.get(x.string(x.c.a2)));
                openTasks.put(x.c.a0, task);
                x.emit(EventKind.TASK_BEGIN, x.stack(x.c.a3), -1, x.tables.task(task));
            }
            case V2Types.TASK_END -> {
                Task task = openTasks.remove(x.c.a0);
                Task shown = task == null ? new Task(x.c.a0, 0, "") : task;
                x.emit(EventKind.TASK_END, x.stack(x.c.a1), -1, x.tables.task(shown));
            }
            case V2Types.REGION_BEGIN ->
                    x.emit(EventKind.REGION_BEGIN, x.stack(x.c.a2), x.string(x.c.a1), x.c.a0);
            case V2Types.REGION_END ->
                    x.emit(EventKind.REGION_END, x.stack(x.c.a2), x.string(x.c.a1), x.c.a0);
            case V2Types.USER_LOG -> {
                var log =
                        new Log(
                                x.c.a0,
                                x.tables.strings.get(x.string(x.c.a1)),
                                x.tables.strings.get(x.string(x.c.a2)));
                x.emit(EventKind.LOG, x.stack(x.c.a3), -1, x.tables.log(log));
            }
            default -> throw x.broken("has no place in a batch of events");
        }
    }

    private void memory() throws FormatException {
        if (x.m < 0) {
            throw x.broken("without a thread");
        }
        EventKind kind = EventKind.of(EventKind.SPAN.ordinal() + x.c.type - V2Types.SPAN);
        long min = x.info.minHeapAddress();
        switch (kind) {
            case SPAN, SPAN_ALLOC -> {
                int index =
                        x.tables.span(
                                min + x.c.a0 * x.info.pageBytes(), x.c.a1 * x.info.pageBytes());
                x.emit(kind, -1, (int) x.c.a2, index);
            }
            case SPAN_FREE ->
                    x.emit(kind, -1, -1, x.tables.span(min + x.c.a0 * x.info.pageBytes(), 0));
            case HEAP_OBJECT, HEAP_OBJECT_ALLOC ->
                    x.emit(
                            kind,
                            -1,
                            x.generation.heapType(x.c.a1),
                            min + x.c.a0 * x.info.objectAlign());
            case HEAP_OBJECT_FREE -> x.emit(kind, -1, -1, min + x.c.a0 * x.info.objectAlign());
            case GOROUTINE_STACK, GOROUTINE_STACK_ALLOC ->
                    x.emit(kind, -1, (int) x.c.a1, min + x.c.a0 * x.info.minStackBytes());
            default -> x.emit(kind, -1, -1, min + x.c.a0 * x.info.minStackBytes());
        }
    }
}
