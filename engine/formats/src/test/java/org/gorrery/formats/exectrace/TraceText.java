package org.gorrery.formats.exectrace;

import java.util.ArrayList;
import java.util.List;

/// Everything a trace model says about an event, as text: indices are replaced by what they stand for.
final class TraceText {
    private TraceText() {}

    /// {@return one line for each event}
    static List<String> lines(TraceModel t) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < t.size(); i++) {
            lines.add(line(t, i));
        }
        return lines;
    }

    private static String line(TraceModel t, int i) {
        EventKind k = t.kind(i);
        String g = t.goroutine(i) < 0 ? "-" : "g" + t.goroutineId(t.goroutine(i));
        String m = t.thread(i) < 0 ? "-" : "m" + t.threadId(t.thread(i));
        return t.time(i)
                + " "
                + k
                + " "
                + g
                + " p"
                + t.proc(i)
                + " "
                + m
                + " "
                + subject(t, i, k)
                + " "
                + argument(t, i, k)
                + " "
                + stack(t, t.stack(i));
    }

    private static String subject(TraceModel t, int i, EventKind k) {
        int s = t.subject(i);
        return switch (k.group()) {
            case GO -> "g" + t.goroutineId(s);
            case REGION_BEGIN, REGION_END -> t.string(s);
            default ->
                    switch (k) {
                        case HEAP_OBJECT, HEAP_OBJECT_ALLOC -> s < 0 ? "-" : "" + t.heapType(s);
                        case ASSIST_BEGIN, ASSIST_ACTIVE, ASSIST_END -> "g" + t.goroutineId(s);
                        default -> "" + s;
                    };
        };
    }

    private static String argument(TraceModel t, int i, EventKind k) {
        long a = t.argument(i);
        return switch (k) {
            case GO_CREATE, GO_CREATE_BLOCKED -> stack(t, (int) a);
            case GO_STOP, GO_BLOCK, STW_BEGIN, STW_END, LABEL -> t.string(a);
            case TASK_BEGIN, TASK_END -> "" + t.task(a);
            case LOG -> "" + t.log(a);
            case SWEEP_END -> java.util.Arrays.toString(t.swept(a));
            case SPAN, SPAN_ALLOC, SPAN_FREE -> java.util.Arrays.toString(t.memory(a));
            // the sequence number of a collection starts anew in a written trace
            case GC_BEGIN, GC_ACTIVE, GC_END -> "";
            default -> "" + a;
        };
    }

    private static String stack(TraceModel t, int stack) {
        if (stack < 0) {
            return "-";
        }
        var s = new StringBuilder();
        for (int i = 0; i < t.depth(stack); i++) {
            int f = t.frame(stack, i);
            s.append(t.pc(f)).append(t.function(f)).append(t.file(f)).append(t.line(f)).append(';');
        }
        return s.toString();
    }
}
