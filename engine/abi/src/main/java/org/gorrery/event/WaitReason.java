package org.gorrery.event;

/// Why a goroutine does not run, in Go's words (Go runtime, `runtime2.go`, `waitReasonStrings`).
public enum WaitReason {
    NONE(""),
    CHAN_SEND("chan send"),
    CHAN_RECEIVE("chan receive"),
    CHAN_SEND_NIL("chan send (nil chan)"),
    CHAN_RECEIVE_NIL("chan receive (nil chan)"),
    SELECT("select"),
    SELECT_NO_CASES("select (no cases)"),
    MUTEX("sync.Mutex.Lock"),
    RWMUTEX_R("sync.RWMutex.RLock"),
    RWMUTEX("sync.RWMutex.Lock"),
    COND("sync.Cond.Wait"),
    WAIT_GROUP("sync.WaitGroup.Wait"),
    SEMACQUIRE("semacquire"),
    SLEEP("sleep"),
    IO("IO wait"),
    SYSCALL("syscall"),
    GC_ASSIST("GC assist wait"),
    GC_WORKER("GC worker (idle)"),
    FINALIZER("finalizer wait"),
    STOPPING_WORLD("stopping the world"),
    PREEMPTED("preempted"),
    COROUTINE("coroutine"),
    PANIC("panicwait"),
    DEBUG("debug call"),
    GC_SWEEP("GC sweep wait"),
    FORCE_GC("force gc (idle)");

    private final String text;

    WaitReason(String text) {
        this.text = text;
    }

    /// As Go prints it in a traceback.
    public String text() {
        return text;
    }
}
