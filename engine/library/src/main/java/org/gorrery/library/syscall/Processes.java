package org.gorrery.library.syscall;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The child processes of a run, by their number.
final class Processes {
    private final Map<Long, Child> children = new ConcurrentHashMap<>();

    /// Starts a program.
    ///
    /// @return its number
    /// @throws Errno where it cannot be started
    long start(Child.Wanted wanted, OpenFiles open) {
        var child =
                Spawning.isPossible()
                        ? SpawnedChild.start(wanted, open)
                        : JdkChild.start(wanted, open);
        children.put(child.number(), child);
        return child.number();
    }

    /// Waits for a child and forgets it.
    ///
    /// @param usage gets what it has used
    /// @return its status as Linux writes it
    long await(long pid, long[] usage) {
        Child c = children.get(pid);
        if (c == null) {
            throw new Errno(Errno.ECHILD);
        }
        try {
            long status = c.await(usage);
            children.remove(pid);
            var handle = c.handle();
            if (handle != null) {
                handle.close();
            }
            return status;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Errno(Errno.EINTR);
        }
    }

    /// The file that stands for a child.
    HostPipe handle(long pid) {
        Child c = children.get(pid);
        var handle = c == null ? null : c.handle();
        if (handle == null) {
            throw new Errno(Errno.ESRCH);
        }
        return handle;
    }

    /// Whether a child has not been waited for.
    boolean has(long pid) {
        return children.containsKey(pid);
    }

    /// Sends a signal to a process of the system.
    long kill(long pid, int signal) {
        Child c = children.get(pid);
        if (c != null && c.ended()) {
            throw new Errno(Errno.ESRCH);
        }
        int errno = Libc.kill((int) pid, signal);
        if (errno != 0) {
            throw new Errno(errno);
        }
        return 0;
    }
}
