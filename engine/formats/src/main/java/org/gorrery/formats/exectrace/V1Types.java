package org.gorrery.formats.exectrace;

/// Event types of the trace format of Go 1.5 to 1.21: numbers, names, which have a stack.
final class V1Types {
    static final int BATCH = 1;
    static final int FREQUENCY = 2;
    static final int STACK = 3;
    static final int GOMAXPROCS = 4;
    static final int PROC_START = 5;
    static final int PROC_STOP = 6;
    static final int GC_START = 7;
    static final int GC_DONE = 8;
    static final int STW_START = 9;
    static final int STW_DONE = 10;
    static final int SWEEP_START = 11;
    static final int SWEEP_DONE = 12;
    static final int GO_CREATE = 13;
    static final int GO_START = 14;
    static final int GO_END = 15;
    static final int GO_STOP = 16;
    static final int GO_SCHED = 17;
    static final int GO_PREEMPT = 18;
    static final int GO_SLEEP = 19;
    static final int GO_BLOCK = 20;
    static final int GO_UNBLOCK = 21;
    static final int GO_BLOCK_SEND = 22;
    static final int GO_BLOCK_RECV = 23;
    static final int GO_BLOCK_SELECT = 24;
    static final int GO_BLOCK_SYNC = 25;
    static final int GO_BLOCK_COND = 26;
    static final int GO_BLOCK_NET = 27;
    static final int GO_SYS_CALL = 28;
    static final int GO_SYS_EXIT = 29;
    static final int GO_SYS_BLOCK = 30;
    static final int GO_WAITING = 31;
    static final int GO_IN_SYSCALL = 32;
    static final int HEAP_ALLOC = 33;
    static final int HEAP_GOAL = 34;
    static final int TIMER_GOROUTINE = 35;
    static final int FUTILE_WAKEUP = 36;
    static final int STRING = 37;
    static final int GO_START_LOCAL = 38;
    static final int GO_UNBLOCK_LOCAL = 39;
    static final int GO_SYS_EXIT_LOCAL = 40;
    static final int GO_START_LABEL = 41;
    static final int GO_BLOCK_GC = 42;
    static final int ASSIST_START = 43;
    static final int ASSIST_DONE = 44;
    static final int TASK_CREATE = 45;
    static final int TASK_END = 46;
    static final int REGION = 47;
    static final int USER_LOG = 48;
    static final int CPU_SAMPLE = 49;

    private static final String[] NAMES = {
        "None",
        "Batch",
        "Frequency",
        "Stack",
        "Gomaxprocs",
        "ProcStart",
        "ProcStop",
        "GCStart",
        "GCDone",
        "GCSTWStart",
        "GCSTWDone",
        "GCSweepStart",
        "GCSweepDone",
        "GoCreate",
        "GoStart",
        "GoEnd",
        "GoStop",
        "GoSched",
        "GoPreempt",
        "GoSleep",
        "GoBlock",
        "GoUnblock",
        "GoBlockSend",
        "GoBlockRecv",
        "GoBlockSelect",
        "GoBlockSync",
        "GoBlockCond",
        "GoBlockNet",
        "GoSysCall",
        "GoSysExit",
        "GoSysBlock",
        "GoWaiting",
        "GoInSyscall",
        "HeapAlloc",
        "HeapGoal",
        "TimerGoroutine",
        "FutileWakeup",
        "String",
        "GoStartLocal",
        "GoUnblockLocal",
        "GoSysExitLocal",
        "GoStartLabel",
        "GoBlockGC",
        "GCMarkAssistStart",
        "GCMarkAssistDone",
        "UserTaskCreate",
        "UserTaskEnd",
        "UserRegion",
        "UserLog",
        "CPUSample"
    };

    /// Types whose last argument is a stack.
    private static final long WITH_STACK =
            bits(
                            GOMAXPROCS,
                            GC_START,
                            SWEEP_START,
                            GO_CREATE,
                            GO_STOP,
                            GO_SCHED,
                            GO_PREEMPT,
                            GO_SLEEP,
                            GO_BLOCK)
                    | bits(
                            GO_UNBLOCK,
                            GO_BLOCK_SEND,
                            GO_BLOCK_RECV,
                            GO_BLOCK_SELECT,
                            GO_BLOCK_SYNC,
                            GO_BLOCK_COND)
                    | bits(
                            GO_BLOCK_NET,
                            GO_SYS_CALL,
                            GO_UNBLOCK_LOCAL,
                            GO_BLOCK_GC,
                            ASSIST_START,
                            TASK_CREATE)
                    | bits(TASK_END, REGION, USER_LOG, CPU_SAMPLE);

    private static final long BLOCKS =
            bits(
                            GO_SLEEP,
                            GO_BLOCK,
                            GO_BLOCK_SEND,
                            GO_BLOCK_RECV,
                            GO_BLOCK_SELECT,
                            GO_BLOCK_SYNC,
                            GO_BLOCK_COND)
                    | bits(GO_BLOCK_NET, GO_BLOCK_GC);

    private static final String[] STW_OLD = {"GC mark termination", "GC sweep termination"};
    private static final String[] STW_21 = {
        "unknown", "GC mark termination", "GC sweep termination", "write heap dump",
                "goroutine profile",
        "goroutine profile cleanup", "all goroutines stack trace", "read mem stats",
                "AllThreadsSyscall", "GOMAXPROCS",
        "start trace", "stop trace", "CountPagesInUse (test)", "ReadMetricsSlow (test)",
                "ReadMemStatsSlow (test)",
        "PageCachePagesLeaked (test)", "ResetDebugLog (test)"
    };

    private V1Types() {}

    private static long bits(int... types) {
        long b = 0;
        for (int t : types) {
            b |= 1L << t;
        }
        return b;
    }

    static boolean known(int type) {
        return type > 0 && type < NAMES.length;
    }

    static String name(int type) {
        return NAMES[type];
    }

    static boolean hasStack(int type) {
        return (WITH_STACK >> type & 1) != 0;
    }

    /// {@return whether the running goroutine blocks}
    static boolean blocks(int type) {
        return (BLOCKS >> type & 1) != 0;
    }

    /// {@return why a goroutine blocks, in the words of the newer format}
    static String reason(int type) {
        return switch (type) {
            case GO_SLEEP -> "sleep";
            case GO_BLOCK_SEND -> "chan send";
            case GO_BLOCK_RECV -> "chan receive";
            case GO_BLOCK_SELECT -> "select";
            case GO_BLOCK_SYNC -> "sync";
            case GO_BLOCK_COND -> "sync.(*Cond).Wait";
            case GO_BLOCK_NET -> "network";
            case GO_BLOCK_GC -> "GC mark assist wait for work";
            case GO_STOP -> "forever";
            case GO_SCHED -> "runtime.Gosched";
            case GO_PREEMPT -> "preempted";
            default -> "unspecified";
        };
    }

    /// {@return why the world was stopped}
    static String stopReason(long kind, int version) {
        String[] names = version >= 21 ? STW_21 : STW_OLD;
        return version < 10 || kind < 0 || kind >= names.length ? "unknown" : names[(int) kind];
    }
}
