package org.gorrery.formats.exectrace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gorrery.formats.exectrace.TraceHead.HeapScale;
import org.gorrery.formats.exectrace.TraceModel.Log;
import org.gorrery.formats.exectrace.TraceModel.Task;

/// Writes tasks, regions, logs and labels, and the memory of the alloc/free experiment.
final class UserWriter {
    private final WriterStates s;
    private final TraceModel t;
    private final Set<Long> openTasks = new HashSet<>();
    private final Map<Integer, Deque<Region>> openRegions = new HashMap<>();

    /// A region that has begun: its task and the index of its name.
    private record Region(long task, int name) {}

    UserWriter(WriterStates s) {
        this.s = s;
        this.t = s.t;
    }

    void user(int i, EventKind kind) {
        switch (kind) {
            case LABEL -> s.emit(i, V2Types.GO_LABEL, s.out.string(t.string(t.argument(i))));
            case TASK_BEGIN -> {
                Task task = t.task(t.argument(i));
                if (openTasks.add(task.id())) {
                    s.emit(
                            i,
                            V2Types.TASK_BEGIN,
                            task.id(),
                            task.parent(),
                            s.out.string(task.name()),
                            s.stack(t.stack(i)));
                }
            }
            case TASK_END -> {
                long id = t.task(t.argument(i)).id();
                openTasks.remove(id);
                s.emit(i, V2Types.TASK_END, id, s.stack(t.stack(i)));
            }
            case REGION_BEGIN -> {
                open(i).push(new Region(t.argument(i), t.subject(i)));
                region(i, V2Types.REGION_BEGIN);
            }
            case REGION_END -> {
                Deque<Region> open = open(i);
                boolean fits = new Region(t.argument(i), t.subject(i)).equals(open.peek());
                if (fits || open.isEmpty()) { // else its begin lies before the trace, under
                    // another's
                    open.poll();
                    region(i, V2Types.REGION_END);
                }
            }
            case LOG -> {
                Log log = t.log(t.argument(i));
                s.emit(
                        i,
                        V2Types.USER_LOG,
                        log.task(),
                        s.out.string(log.category()),
                        s.out.string(log.message()),
                        s.stack(t.stack(i)));
            }
            default -> {
                // handled by family
            }
        }
    }

    private Deque<Region> open(int i) {
        return openRegions.computeIfAbsent(t.goroutine(i), g -> new ArrayDeque<>());
    }

    private void region(int i, int type) {
        s.emit(i, type, t.argument(i), s.out.string(t.string(t.subject(i))), s.stack(t.stack(i)));
    }

    /// Writes an event of the alloc/free experiment; addresses become multiples of the scale again.
    void memory(int i, EventKind kind) {
        HeapScale scale = t.head().heapScale();
        if (scale == null || t.thread(i) < 0) {
            return;
        }
        int type = V2Types.SPAN + kind.ordinal() - EventKind.SPAN.ordinal();
        long from = scale.minAddress();
        switch (kind) {
            case SPAN, SPAN_ALLOC -> {
                long[] m = t.memory(t.argument(i));
                long page = scale.pageBytes();
                s.emit(i, type, (m[0] - from) / page, m[1] / page, t.subject(i));
            }
            case SPAN_FREE ->
                    s.emit(i, type, (t.memory(t.argument(i))[0] - from) / scale.pageBytes());
            case HEAP_OBJECT, HEAP_OBJECT_ALLOC -> {
                long id = t.subject(i) < 0 ? 0 : t.heapType(t.subject(i)).id();
                s.emit(i, type, (t.argument(i) - from) / scale.objectAlign(), id);
            }
            case HEAP_OBJECT_FREE -> s.emit(i, type, (t.argument(i) - from) / scale.objectAlign());
            case GOROUTINE_STACK, GOROUTINE_STACK_ALLOC ->
                    s.emit(i, type, (t.argument(i) - from) / scale.minStackBytes(), t.subject(i));
            default -> s.emit(i, type, (t.argument(i) - from) / scale.minStackBytes());
        }
    }
}
