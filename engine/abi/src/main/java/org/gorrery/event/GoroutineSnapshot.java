package org.gorrery.event;

import java.util.List;

/// All goroutines at one safepoint.
public record GoroutineSnapshot(long timeNanos, List<Goroutine> goroutines) {
    /// Copies the list.
    public GoroutineSnapshot {
        goroutines = List.copyOf(goroutines);
    }

    /// What a goroutine is doing.
    public enum Status {
        RUNNING,
        RUNNABLE,
        WAITING,
        SYSCALL,
        DEAD
    }

    /// One goroutine.
    ///
    /// @param id as in tracebacks, from 1
    /// @param startFunction name of its function
    /// @param creator id of the goroutine that started it, 0 for the first
    /// @param creatorFrame where the `go` statement stands
    /// @param waitingOn address of what it waits for, 0 where unknown
    /// @param waitNanos how long it has waited
    /// @param frames innermost first
    public record Goroutine(
            long id,
            Status status,
            WaitReason reason,
            String startFunction,
            long creator,
            Frame creatorFrame,
            long waitingOn,
            long waitNanos,
            long stackBytes,
            int proc,
            List<Frame> frames) {
        /// Copies the list.
        public Goroutine {
            frames = List.copyOf(frames);
        }
    }

    /// One frame of a stack.
    public record Frame(String function, String file, int line, long pc) {
        /// No frame.
        public static final Frame NONE = new Frame("", "", 0, 0);
    }
}
