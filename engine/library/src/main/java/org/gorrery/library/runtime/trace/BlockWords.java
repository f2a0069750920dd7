package org.gorrery.library.runtime.trace;

import org.gorrery.event.WaitReason;

/// What Go's tracer calls the reasons for which goroutines block. Source: Go runtime, `traceBlockReason`.
final class BlockWords {
    private BlockWords() {}

    static String of(WaitReason why) {
        return switch (why) {
            case CHAN_SEND -> "chan send";
            case CHAN_RECEIVE -> "chan receive";
            case CHAN_SEND_NIL, CHAN_RECEIVE_NIL, SELECT_NO_CASES -> "forever";
            case SELECT -> "select";
            case COND -> "sync.(*Cond).Wait";
            case MUTEX, RWMUTEX_R, RWMUTEX, WAIT_GROUP, SEMACQUIRE -> "sync";
            case SLEEP -> "sleep";
            case IO -> "network";
            case GC_ASSIST -> "GC mark assist wait for work";
            case GC_SWEEP -> "GC background sweeper wait";
            case GC_WORKER, FINALIZER, FORCE_GC -> "system goroutine wait";
            case PREEMPTED -> "preempted";
            case DEBUG -> "wait for debug call";
            case COROUTINE, NONE, SYSCALL, STOPPING_WORLD, PANIC -> "unspecified";
        };
    }
}
