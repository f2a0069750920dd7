package org.gorrery.formats.exectrace;

/// What an event of the trace model says. Events of every trace version are expressed in these.
///
/// Columns of the model beside time, kind, goroutine, P, M and stack: `subject` (the goroutine or P an event is about)
/// and `argument`, as told here for each kind. "String" is an index of [TraceModel#string].
public enum EventKind {
    /// A generation starts, or the trace ends. argument: its number from 1.
    SYNC(Group.SYNC),
    /// A P starts to run. subject: the P.
    PROC_START(Group.PROC),
    /// A P goes idle. subject: the P.
    PROC_STOP(Group.PROC),
    /// A P in a system call is taken away. subject: the P; argument: 1 if it was already lost, else 0.
    PROC_STEAL(Group.PROC),
    /// The state of a P at the start of a generation. subject: the P; argument: old and new state, see [TraceModel#from].
    PROC_STATUS(Group.PROC),
    /// A goroutine is made, runnable. subject: the new one; argument: stack of its start function.
    GO_CREATE(Group.GO),
    /// A goroutine is made, waiting (a coroutine). subject, argument: as GO_CREATE.
    GO_CREATE_BLOCKED(Group.GO),
    /// A thread made by C calls Go. subject: the new goroutine.
    GO_CREATE_SYSCALL(Group.GO),
    /// A goroutine starts to run. subject: the goroutine.
    GO_START(Group.GO),
    /// The running goroutine ends. subject: it.
    GO_DESTROY(Group.GO),
    /// A goroutine made by a C thread ends in a system call. subject: it.
    GO_DESTROY_SYSCALL(Group.GO),
    /// The running goroutine yields or is preempted. subject: it; argument: reason, a string.
    GO_STOP(Group.GO),
    /// The running goroutine blocks. subject: it; argument: reason, a string.
    GO_BLOCK(Group.GO),
    /// A goroutine becomes runnable. subject: the one woken; the waker is the event's goroutine.
    GO_UNBLOCK(Group.GO),
    /// A coroutine switch wakes a goroutine, which runs at once. subject: the one woken.
    GO_SWITCH(Group.GO),
    /// A system call begins. subject: the goroutine; argument, before Go 1.22: when it was called, as a time of the trace
    /// (the event itself tells when its P was taken away).
    GO_SYSCALL_BEGIN(Group.GO),
    /// A system call ends and its P was kept. subject: the goroutine.
    GO_SYSCALL_END(Group.GO),
    /// A system call ends and its P was lost. subject: the goroutine, now runnable.
    GO_SYSCALL_END_BLOCKED(Group.GO),
    /// A system call that kept its P; when it ended is not recorded (before Go 1.22 only). subject: the goroutine.
    GO_SYSCALL_SHORT(Group.GO),
    /// The state of a goroutine at the start of a generation. subject: it; argument: old and new state.
    GO_STATUS(Group.GO),
    /// The world is about to stop. argument: why, a string.
    STW_BEGIN(Group.RANGE_BEGIN),
    /// The world runs again. argument: why it stopped, a string.
    STW_END(Group.RANGE_END),
    /// A mark phase begins. argument: sequence number.
    GC_BEGIN(Group.RANGE_BEGIN),
    /// A mark phase is under way where a generation starts.
    GC_ACTIVE(Group.RANGE_ACTIVE),
    /// A mark phase ends.
    GC_END(Group.RANGE_END),
    /// A P begins to sweep.
    SWEEP_BEGIN(Group.RANGE_BEGIN),
    /// A P is sweeping where a generation starts. subject: the P.
    SWEEP_ACTIVE(Group.RANGE_ACTIVE),
    /// A P has swept. argument: index of [TraceModel#swept].
    SWEEP_END(Group.RANGE_END),
    /// The goroutine begins to help marking.
    ASSIST_BEGIN(Group.RANGE_BEGIN),
    /// A goroutine is helping to mark where a generation starts. subject: it.
    ASSIST_ACTIVE(Group.RANGE_ACTIVE),
    /// The goroutine has helped enough.
    ASSIST_END(Group.RANGE_END),
    /// Size of the heap. argument: bytes.
    HEAP_ALLOC(Group.METRIC),
    /// Heap goal. argument: bytes.
    HEAP_GOAL(Group.METRIC),
    /// GOMAXPROCS. argument: its value.
    PROCS_CHANGE(Group.METRIC),
    /// The goroutine is named, as GC workers are. argument: a string.
    LABEL(Group.LABEL),
    /// A user task begins. argument: index of [TraceModel#task].
    TASK_BEGIN(Group.TASK_BEGIN),
    /// A user task ends. argument: index of [TraceModel#task].
    TASK_END(Group.TASK_END),
    /// A user region begins. subject: its name, a string; argument: id of its task.
    REGION_BEGIN(Group.REGION_BEGIN),
    /// A user region ends. subject, argument: as REGION_BEGIN.
    REGION_END(Group.REGION_END),
    /// A user log message. argument: index of [TraceModel#log].
    LOG(Group.LOG),
    /// A CPU sample.
    CPU_SAMPLE(Group.SAMPLE),
    /// A span exists at the start. subject: kind; argument: index of [TraceModel#memory].
    SPAN(Group.MEMORY),
    /// A span is allocated. As SPAN.
    SPAN_ALLOC(Group.MEMORY),
    /// A span is freed.
    SPAN_FREE(Group.MEMORY),
    /// An object exists at the start. subject: type; argument: address.
    HEAP_OBJECT(Group.MEMORY),
    /// An object is allocated. subject: type, an index of [TraceModel#heapType], or -1; argument: address.
    HEAP_OBJECT_ALLOC(Group.MEMORY),
    /// An object is freed. argument: address.
    HEAP_OBJECT_FREE(Group.MEMORY),
    /// A goroutine stack exists at the start. subject: order (size is 1 << order-1 smallest stacks); argument: address.
    GOROUTINE_STACK(Group.MEMORY),
    /// A goroutine stack is allocated. As GOROUTINE_STACK.
    GOROUTINE_STACK_ALLOC(Group.MEMORY),
    /// A goroutine stack is freed. argument: address.
    GOROUTINE_STACK_FREE(Group.MEMORY);

    private static final EventKind[] ALL = values();

    private final Group group;

    EventKind(Group group) {
        this.group = group;
    }

    /// {@return the kind with an ordinal, as the column of kinds holds it}
    /// @param ordinal the ordinal
    static EventKind of(int ordinal) {
        return ALL[ordinal];
    }

    /// {@return the family this kind belongs to}
    public Group group() {
        return group;
    }

    /// Families of kinds.
    public enum Group {
        /// Start of a generation.
        SYNC("Sync"),
        /// State of a P.
        PROC("StateTransition"),
        /// State of a goroutine.
        GO("StateTransition"),
        /// Start of a range of time.
        RANGE_BEGIN("RangeBegin"),
        /// A range that is under way.
        RANGE_ACTIVE("RangeActive"),
        /// End of a range of time.
        RANGE_END("RangeEnd"),
        /// A number that changes with time.
        METRIC("Metric"),
        /// Name of a goroutine.
        LABEL("Label"),
        /// Start of a task.
        TASK_BEGIN("TaskBegin"),
        /// End of a task.
        TASK_END("TaskEnd"),
        /// Start of a region.
        REGION_BEGIN("RegionBegin"),
        /// End of a region.
        REGION_END("RegionEnd"),
        /// A message.
        LOG("Log"),
        /// A CPU sample.
        SAMPLE("StackSample"),
        /// Memory, of the alloc/free experiment.
        MEMORY("Experimental");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        /// {@return the name that Go's own trace reader has for it}
        public String title() {
            return title;
        }
    }
}
