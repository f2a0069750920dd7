package org.gorrery.formats.exectrace;

import static org.gorrery.formats.exectrace.GoState.NOT_EXIST;
import static org.gorrery.formats.exectrace.GoState.RUNNABLE;
import static org.gorrery.formats.exectrace.GoState.RUNNING;
import static org.gorrery.formats.exectrace.GoState.SYSCALL;
import static org.gorrery.formats.exectrace.GoState.WAITING;

/// The states of a goroutine before and after an event; one place that knows them for every kind.
public final class Transition {
    private Transition() {}

    /// Tells the state before an event.
    ///
    /// @param t the trace
    /// @param event index of an event whose kind is in group GO
    /// @return the subject's state before it
    public static GoState from(TraceModel t, int event) {
        return switch (t.kind(event)) {
            case GO_CREATE, GO_CREATE_BLOCKED, GO_CREATE_SYSCALL -> NOT_EXIST;
            case GO_START -> RUNNABLE;
            case GO_DESTROY, GO_STOP, GO_BLOCK, GO_SYSCALL_BEGIN, GO_SYSCALL_SHORT -> RUNNING;
            case GO_UNBLOCK, GO_SWITCH -> WAITING;
            case GO_SYSCALL_END, GO_SYSCALL_END_BLOCKED, GO_DESTROY_SYSCALL -> SYSCALL;
            default -> t.from(event);
        };
    }

    /// Tells the state after an event.
    ///
    /// @param t the trace
    /// @param event index of an event whose kind is in group GO
    /// @return the subject's state after it
    public static GoState to(TraceModel t, int event) {
        return switch (t.kind(event)) {
            case GO_CREATE, GO_STOP, GO_UNBLOCK, GO_SWITCH, GO_SYSCALL_END_BLOCKED -> RUNNABLE;
            case GO_CREATE_BLOCKED, GO_BLOCK -> WAITING;
            case GO_CREATE_SYSCALL, GO_SYSCALL_BEGIN -> SYSCALL;
            case GO_START, GO_SYSCALL_END, GO_SYSCALL_SHORT -> RUNNING;
            case GO_DESTROY, GO_DESTROY_SYSCALL -> NOT_EXIST;
            default -> t.to(event);
        };
    }

    /// Tells why the subject blocked or stopped.
    ///
    /// @param t the trace
    /// @param event index of an event whose kind is in group GO
    /// @return the reason as the runtime wrote it; empty where there is none
    public static String reason(TraceModel t, int event) {
        EventKind k = t.kind(event);
        return k == EventKind.GO_BLOCK || k == EventKind.GO_STOP ? t.string(t.argument(event)) : "";
    }

    /// Tells the stack of the subject itself, where an event has it; its last frame is the start function.
    ///
    /// @param t the trace
    /// @param event index of an event whose kind is in group GO
    /// @return index of the stack, or -1
    public static int subjectStack(TraceModel t, int event) {
        return switch (t.kind(event)) {
            case GO_CREATE, GO_CREATE_BLOCKED -> (int) t.argument(event);
            case GO_STOP, GO_BLOCK, GO_SYSCALL_BEGIN, GO_STATUS -> t.stack(event);
            default -> -1;
        };
    }
}
