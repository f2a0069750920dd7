package org.gorrery.formats.exectrace;

import static org.gorrery.formats.exectrace.V2States.G_RUNNABLE;
import static org.gorrery.formats.exectrace.V2States.G_WAITING;

import org.gorrery.formats.input.FormatException;

/// Decides whether the next event of a thread may happen now, and if so writes it into the model.
///
/// Events of different threads are only ordered by what they mean: a goroutine can start once it is runnable, a P once
/// it is idle, and sequence numbers settle the rest. An event whose turn has not come is asked for again later. What
/// contradicts the states is a fault of the file. Ranges and regions are not checked against each other, so that a file
/// that is wrong only there still opens.
final class V2Order {
    private final V2Event x;
    private final V2Goroutines goroutines;
    private final V2Procs procs;
    private final V2Others others;

    V2Order(V2Sink sink, TraceTables tables, V2States states, V2Generation generation) {
        x = new V2Event(sink, tables, states, generation);
        goroutines = new V2Goroutines(x);
        procs = new V2Procs(x);
        others = new V2Others(x);
    }

    /// Enters a generation, numbered from 1 in the order of the file.
    void enter(V2Generation next, AllocFreeInfo allocFree, int generationNumber) {
        x.generation = next;
        x.info = allocFree;
        x.number = generationNumber;
        x.first = generationNumber == 1;
    }

    /// Lets a thread's next event happen, if it may.
    ///
    /// @return false when its turn has not come
    /// @throws FormatException when it contradicts what happened before
    boolean advance(V2Cursor cursor) throws FormatException {
        x.take(cursor);
        return switch (cursor.type) {
            case V2Types.GO_START -> goroutines.goStart();
            case V2Types.GO_UNBLOCK -> goroutines.goUnblock();
            case V2Types.GO_BLOCK -> goroutines.goStopped(EventKind.GO_BLOCK, G_WAITING);
            case V2Types.GO_STOP -> goroutines.goStopped(EventKind.GO_STOP, G_RUNNABLE);
            case V2Types.GO_DESTROY -> goroutines.goDestroy();
            case V2Types.GO_CREATE -> goroutines.goCreate(EventKind.GO_CREATE, G_RUNNABLE);
            case V2Types.GO_CREATE_BLOCKED ->
                    goroutines.goCreate(EventKind.GO_CREATE_BLOCKED, G_WAITING);
            case V2Types.GO_CREATE_SYSCALL -> goroutines.goCreateSyscall();
            case V2Types.GO_DESTROY_SYSCALL -> goroutines.goDestroySyscall();
            case V2Types.GO_SYSCALL_BEGIN -> goroutines.syscallBegin();
            case V2Types.GO_SYSCALL_END -> goroutines.syscallEnd();
            case V2Types.GO_SYSCALL_END_BLOCKED -> goroutines.syscallEndBlocked();
            case V2Types.GO_SWITCH, V2Types.GO_SWITCH_DESTROY -> goroutines.goSwitch();
            case V2Types.GO_STATUS -> goroutines.goStatus(0);
            case V2Types.GO_STATUS_STACK -> goroutines.goStatus(cursor.a3);
            case V2Types.PROC_START -> procs.procStart();
            case V2Types.PROC_STOP -> procs.procStop();
            case V2Types.PROC_STEAL -> procs.procSteal();
            case V2Types.PROC_STATUS -> procs.procStatus();
            case V2Types.GC_ACTIVE, V2Types.GC_BEGIN, V2Types.GC_END -> others.collector();
            default -> others.other();
        };
    }
}
