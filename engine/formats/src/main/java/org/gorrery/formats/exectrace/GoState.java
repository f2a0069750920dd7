package org.gorrery.formats.exectrace;

/// State of a goroutine or a P at a moment of a trace.
public enum GoState {
    /// Not known yet.
    UNDETERMINED("Undetermined"),
    /// Not made yet, or ended.
    NOT_EXIST("NotExist"),
    /// Ready, waiting for a P.
    RUNNABLE("Runnable"),
    /// Running; of a P also: in a system call.
    RUNNING("Running"),
    /// Blocked.
    WAITING("Waiting"),
    /// In a system call.
    SYSCALL("Syscall"),
    /// Of a P: without work.
    IDLE("Idle");

    private static final GoState[] ALL = values();

    private final String title;

    GoState(String title) {
        this.title = title;
    }

    /// {@return the name that Go's own tools have for it}
    public String title() {
        return title;
    }

    static GoState of(int ordinal) {
        return ALL[ordinal];
    }
}
