package org.gorrery.library.syscall;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import org.gorrery.library.host.HostCall;

/// How a child has ended.
///
/// @param status as Linux writes it
/// @param usage what it has used, as [Libc#USAGE_WORDS] says
record ChildEnd(int status, long[] usage) {
    private static final HostCall WAIT = HostCall.of("wait4");
    private static final int EINTR = 4;

    /// Waits for a child of this process.
    static ChildEnd of(int pid) {
        try (var arena = Arena.ofConfined()) {
            var status = arena.allocate(ValueLayout.JAVA_INT);
            var usage = arena.allocate(ValueLayout.JAVA_LONG, Libc.USAGE_WORDS);
            int r;
            do {
                r = WAIT.call(pid, status.address(), 0, usage.address(), 0, 0);
            } while (r == -EINTR);
            return new ChildEnd(
                    r < 0 ? 0 : status.get(ValueLayout.JAVA_INT, 0),
                    usage.toArray(ValueLayout.JAVA_LONG));
        }
    }
}
