package org.gorrery.library.syscall;

import java.util.function.Supplier;
import org.gorrery.library.GoStrings;
import org.gorrery.library.host.HostSocket;
import org.gorrery.runtime.panics.Panics;
import org.gorrery.runtime.sched.G;

/// Calls that may take long, made by a native function without keeping the P from others. `sp` is that of the native.
///
/// A call of the system ends with a number: its error, or 0.
public final class Outside {
    private Outside() {}

    /// Makes a call: its result, or -1; `r1`: the error.
    static long call(G g, long sp, FileCall call) {
        var syscalls = g.p.sched.syscalls();
        syscalls.enter(g, Panics.nativeFrame(g, sp));
        long result = 0;
        int errno = 0;
        try {
            result = call.run();
        } catch (Errno e) {
            errno = e.number();
            result = -1;
        }
        syscalls.exit(g);
        g.r1 = errno;
        return result;
    }

    /// Makes a call of which only the error matters.
    static int errno(G g, long sp, FileCall call) {
        call(g, sp, call);
        return (int) g.r1;
    }

    /// Makes a call that gives a text: a string of Go, empty where it fails; `r2`: the error.
    static long text(G g, long sp, Supplier<String> call) {
        String[] out = {""};
        int errno =
                errno(
                        g,
                        sp,
                        () -> {
                            out[0] = call.get();
                            return 0;
                        });
        long at = GoStrings.put(g, sp, out[0]);
        g.r2 = errno;
        return at;
    }

    /// Waits until a socket can be used.
    ///
    /// @param what [HostSocket#READABLE] or [HostSocket#WRITABLE]
    /// @return positive, or the negated number of the error
    @SuppressWarnings("exports") // for the packages of this module
    public static int await(G g, long sp, HostSocket socket, int what) {
        var syscalls = g.p.sched.syscalls();
        syscalls.enterBlocking(g, Panics.nativeFrame(g, sp));
        int r = socket.await(what);
        syscalls.exit(g);
        return r;
    }

    /// Hands on what a call of the host gave.
    ///
    /// @param result the result, or the negated number of the error
    /// @return the result, or -1; `r1`: the error
    public static int answer(G g, int result) {
        g.r1 = Math.max(0, -result);
        return Math.max(-1, result);
    }
}
