package org.gorrery.event;

/// What can happen. "aux" is the call site at which it happened (`pc - layout.pcs`), or -1.
public enum EventKind {
    /// Goroutine `g` (0 for the first) creates goroutine `arg`; a [#GO_ENTRY] of the new one follows.
    GO_CREATE,
    /// Goroutine `g` starts at function index `arg`.
    GO_ENTRY,
    /// `g` begins to run on the P.
    GO_START,
    /// `g` leaves the P by its own wish (Gosched); runnable.
    GO_YIELD,
    /// `g` was preempted; runnable.
    GO_PREEMPT,
    /// `g` blocks with a [WaitReason]; `arg` is the address it waits on, or 0.
    GO_BLOCK,
    /// `g` makes `arg` runnable.
    GO_UNBLOCK,
    /// `g` ends.
    GO_END,
    /// `g` enters a blocking call and keeps or loses its P.
    SYSCALL_ENTER,
    /// `g` comes back from a blocking call.
    SYSCALL_EXIT,
    /// The P gets an M (`arg`: M's number).
    PROC_START,
    /// The P becomes idle.
    PROC_STOP,
    /// The P stole `arg` goroutines from P `aux`.
    STEAL,
    /// All Ps are asked to stop (reason in `reason` as [StopReason] ordinal).
    STW_BEGIN,
    /// The world runs again.
    STW_END,
    /// Collection number `arg` begins.
    GC_BEGIN,
    /// Marking begins.
    GC_MARK_BEGIN,
    /// Marking ends.
    GC_MARK_END,
    /// Sweeping of cycle `arg` is complete.
    GC_SWEEP_END,
    /// Collection number `arg` is over.
    GC_END,
    /// `g` begins to help marking.
    ASSIST_BEGIN,
    /// `g` ends to help marking.
    ASSIST_END,
    /// Live heap is `arg` bytes.
    HEAP_LIVE,
    /// Heap goal is `arg` bytes.
    HEAP_GOAL,
    /// A CPU sample was taken of `g`; `arg` is its number in the sample buffer.
    CPU_SAMPLE,
    /// GOMAXPROCS is `arg` from now on.
    GOMAXPROCS,
    /// `arg` records were lost here, since the ring was full.
    LOST
}
