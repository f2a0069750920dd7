package org.gorrery.library.syscall;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A child process of a run.
interface Child {
    /// What is to be started.
    ///
    /// @param path relative to the directory
    /// @param directory relative to that of the run
    /// @param files its files from 0 on, as the run numbers them; negative for none
    record Wanted(
            String path,
            List<String> args,
            List<String> env,
            String directory,
            int[] files,
            ChildGroup group) {}

    /// Its number in the system.
    long number();

    /// The file that stands for it until it was waited for; null where the system has none.
    default @Nullable HostPipe handle() {
        return null;
    }

    /// Whether it has ended; its number may be another's then.
    boolean ended();

    /// Waits for its end, and until what it has written has arrived.
    ///
    /// @param usage gets what it has used
    /// @return its status as Linux writes it
    long await(long[] usage) throws InterruptedException;

    /// Does it at the first call only.
    static Runnable once(Runnable what) {
        var done = new AtomicBoolean();
        return () -> {
            if (done.compareAndSet(false, true)) {
                what.run();
            }
        };
    }
}
