package org.gorrery.runtime.sched;

/// States of a goroutine, numbered as in Go (`runtime2.go`, `_Gidle` …) as far as Go has them.
///
/// Legal steps: idle → runnable → running → {runnable, syscall, waiting, dead}; syscall → {running, runnable}; waiting → runnable;
/// dead → runnable (the G is used again). With more than one P a running G first becomes [#PARKING], and whoever readies it before
/// its M has noticed makes it [#READIED]; both count as waiting for those who look.
public final class GStatus {
    private GStatus() {}

    /// Just made.
    public static final int IDLE = 0;

    /// On a run queue.
    public static final int RUNNABLE = 1;

    /// Owns an M and a P.
    public static final int RUNNING = 2;

    /// In a call that blocks its M; owns an M, perhaps no P.
    public static final int SYSCALL = 3;

    /// Parked.
    public static final int WAITING = 4;

    /// Ended, or not started.
    public static final int DEAD = 6;

    /// Enqueued somewhere, its stack not yet left.
    public static final int PARKING = 10;

    /// Readied while parking.
    public static final int READIED = 11;

    /// As tracebacks name it where there is no wait reason.
    public static String name(int status) {
        return switch (status) {
            case IDLE -> "idle";
            case RUNNABLE, READIED -> "runnable";
            case RUNNING -> "running";
            case SYSCALL -> "syscall";
            case WAITING, PARKING -> "waiting";
            case DEAD -> "dead";
            default -> "???";
        };
    }
}
