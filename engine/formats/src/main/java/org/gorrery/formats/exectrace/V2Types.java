package org.gorrery.formats.exectrace;

/// Event types of the trace format of Go 1.22 and later: numbers, names, numbers of arguments.
///
/// Source: the format tables in Go's trace documentation; arguments are counted without the time difference.
final class V2Types {
    static final int BATCH = 1;
    static final int STACKS = 2;
    static final int STACK = 3;
    static final int STRINGS = 4;
    static final int STRING = 5;
    static final int CPU_SAMPLES = 6;
    static final int CPU_SAMPLE = 7;
    static final int FREQUENCY = 8;
    static final int PROCS_CHANGE = 9;
    static final int PROC_START = 10;
    static final int PROC_STOP = 11;
    static final int PROC_STEAL = 12;
    static final int PROC_STATUS = 13;
    static final int GO_CREATE = 14;
    static final int GO_CREATE_SYSCALL = 15;
    static final int GO_START = 16;
    static final int GO_DESTROY = 17;
    static final int GO_DESTROY_SYSCALL = 18;
    static final int GO_STOP = 19;
    static final int GO_BLOCK = 20;
    static final int GO_UNBLOCK = 21;
    static final int GO_SYSCALL_BEGIN = 22;
    static final int GO_SYSCALL_END = 23;
    static final int GO_SYSCALL_END_BLOCKED = 24;
    static final int GO_STATUS = 25;
    static final int STW_BEGIN = 26;
    static final int STW_END = 27;
    static final int GC_ACTIVE = 28;
    static final int GC_BEGIN = 29;
    static final int GC_END = 30;
    static final int SWEEP_ACTIVE = 31;
    static final int SWEEP_BEGIN = 32;
    static final int SWEEP_END = 33;
    static final int ASSIST_ACTIVE = 34;
    static final int ASSIST_BEGIN = 35;
    static final int ASSIST_END = 36;
    static final int HEAP_ALLOC = 37;
    static final int HEAP_GOAL = 38;
    static final int GO_LABEL = 39;
    static final int TASK_BEGIN = 40;
    static final int TASK_END = 41;
    static final int REGION_BEGIN = 42;
    static final int REGION_END = 43;
    static final int USER_LOG = 44;
    static final int GO_SWITCH = 45;
    static final int GO_SWITCH_DESTROY = 46;
    static final int GO_CREATE_BLOCKED = 47;
    static final int GO_STATUS_STACK = 48;
    static final int EXPERIMENTAL_BATCH = 49;
    static final int SYNC = 50;
    static final int CLOCK_SNAPSHOT = 51;
    static final int END_OF_GENERATION = 52;
    static final int SPAN = 128;
    static final int GOROUTINE_STACK_FREE = 136;

    private static final String[] NAMES = {
        "None",
        "EventBatch",
        "Stacks",
        "Stack",
        "Strings",
        "String",
        "CPUSamples",
        "CPUSample",
        "Frequency",
        "ProcsChange",
        "ProcStart",
        "ProcStop",
        "ProcSteal",
        "ProcStatus",
        "GoCreate",
        "GoCreateSyscall",
        "GoStart",
        "GoDestroy",
        "GoDestroySyscall",
        "GoStop",
        "GoBlock",
        "GoUnblock",
        "GoSyscallBegin",
        "GoSyscallEnd",
        "GoSyscallEndBlocked",
        "GoStatus",
        "STWBegin",
        "STWEnd",
        "GCActive",
        "GCBegin",
        "GCEnd",
        "GCSweepActive",
        "GCSweepBegin",
        "GCSweepEnd",
        "GCMarkAssistActive",
        "GCMarkAssistBegin",
        "GCMarkAssistEnd",
        "HeapAlloc",
        "HeapGoal",
        "GoLabel",
        "UserTaskBegin",
        "UserTaskEnd",
        "UserRegionBegin",
        "UserRegionEnd",
        "UserLog",
        "GoSwitch",
        "GoSwitchDestroy",
        "GoCreateBlocked",
        "GoStatusStack",
        "ExperimentalBatch",
        "Sync",
        "ClockSnapshot",
        "EndOfGeneration"
    };
    private static final String[] MEMORY_NAMES = {
        "Span",
        "SpanAlloc",
        "SpanFree",
        "HeapObject",
        "HeapObjectAlloc",
        "HeapObjectFree",
        "GoroutineStack",
        "GoroutineStackAlloc",
        "GoroutineStackFree"
    };

    private static final byte[] COUNTS = counts();

    private V2Types() {}

    private static byte[] counts() {
        byte[] c = new byte[256];
        java.util.Arrays.fill(c, (byte) -1);
        int[] timed = {
            2, 2, 0, 3, 2, 3, 1, 2, 0, 0, 2, 2, 3, 2, 0, 0, 3, 2, 0, 1, 2, 1, 1, 1, 2, 1, 1, 0, 1,
            1, 1, 4, 2, 3, 3, 4, 2, 2, 3, 4
        };
        for (int i = 0; i < timed.length; i++) {
            c[PROCS_CHANGE + i] = (byte) timed[i];
        }
        int[] memory = {3, 3, 1, 2, 2, 1, 2, 2, 1};
        for (int i = 0; i < memory.length; i++) {
            c[SPAN + i] = (byte) memory[i];
        }
        return c;
    }

    /// {@return how many arguments a timed event has after its time; -1 for types that are not timed or not known}
    static int arguments(int type) {
        return COUNTS[type];
    }

    /// {@return the name Go has for a type}
    static String name(int type) {
        if (type < NAMES.length) {
            return NAMES[type];
        }
        int m = type - SPAN;
        return m >= 0 && m < MEMORY_NAMES.length ? MEMORY_NAMES[m] : "type " + type;
    }
}
