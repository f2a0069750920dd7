package org.gorrery.runtime.sched;

/// Why a goroutine waits, in the words that tracebacks and the goroutine profile show.
///
/// Source: Go runtime, `runtime2.go`, `waitReasonStrings`.
public enum WaitReason {
    ZERO(""),
    CHAN_RECEIVE_NIL("chan receive (nil chan)"),
    CHAN_SEND_NIL("chan send (nil chan)"),
    SELECT("select"),
    SELECT_NO_CASES("select (no cases)"),
    CHAN_RECEIVE("chan receive"),
    CHAN_SEND("chan send"),
    SLEEP("sleep"),
    SEMACQUIRE("semacquire"),
    SYNC_COND_WAIT("sync.Cond.Wait"),
    SYNC_MUTEX_LOCK("sync.Mutex.Lock"),
    SYNC_RWMUTEX_RLOCK("sync.RWMutex.RLock"),
    SYNC_RWMUTEX_LOCK("sync.RWMutex.Lock"),
    SYNC_WAITGROUP_WAIT("sync.WaitGroup.Wait"),
    IO_WAIT("IO wait"),
    FINALIZER_WAIT("finalizer wait"),
    FORCE_GC_IDLE("force gc (idle)"),
    GC_SWEEP_WAIT("GC sweep wait"),
    GC_SCAVENGE_WAIT("GC scavenge wait"),
    GC_ASSIST_WAIT("GC assist wait"),
    GC_WORKER_IDLE("GC worker (idle)"),
    WAIT_FOR_GC_CYCLE("wait for GC cycle"),
    STOPPING_THE_WORLD("stopping the world"),
    PREEMPTED("preempted"),
    TRACE_READER("trace reader (blocked)"),
    COROUTINE("coroutine"),
    SYNCTEST_RUN("synctest.Run"),
    SYNCTEST_WAIT("synctest.Wait");

    private final String words;

    WaitReason(String words) {
        this.words = words;
    }

    /// As Go prints it, empty for [#ZERO].
    public String words() {
        return words;
    }
}
