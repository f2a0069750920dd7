package org.gorrery.library.syscall;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandleProxies;

/// The two calls of the system that the JDK has no way to: signals to processes, and what children have used.
final class Libc {
    /// Place of the largest resident set among the numbers of a usage.
    static final int MAX_RSS = 4;

    /// Seconds and microseconds of user and system time, then fourteen counts.
    static final int USAGE_WORDS = 18;

    private static final int CHILDREN = -1;
    private static final long MICROS = 1_000_000;

    private Libc() {}

    @FunctionalInterface
    public interface Kill {
        int call(MemorySegment errno, int pid, int signal);
    }

    @FunctionalInterface
    public interface Usage {
        int call(int whose, MemorySegment to);
    }

    private static <T> T function(
            Class<T> type, String name, FunctionDescriptor form, Linker.Option... options) {
        Linker linker = Linker.nativeLinker();
        MemorySegment at =
                linker.defaultLookup().find(name).orElseThrow(() -> new Errno(Errno.ENOTSUP));
        return MethodHandleProxies.asInterfaceInstance(
                type, linker.downcallHandle(at, form, options));
    }

    /// Sends a signal.
    ///
    /// @return 0 or the number of the error
    static int kill(int pid, int signal) {
        StructLayout state = Linker.Option.captureStateLayout();
        Kill kill =
                function(
                        Kill.class,
                        "kill",
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT),
                        Linker.Option.captureCallState("errno"));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(state);
            if (kill.call(errno, pid, signal) == 0) {
                return 0;
            }
            return errno.get(
                    ValueLayout.JAVA_INT,
                    state.byteOffset(MemoryLayout.PathElement.groupElement("errno")));
        }
    }

    /// What all children that were waited for have used.
    static long[] childrenUsage() {
        Usage usage =
                function(
                        Usage.class,
                        "getrusage",
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment words = arena.allocate(ValueLayout.JAVA_LONG, USAGE_WORDS);
            return usage.call(CHILDREN, words) == 0
                    ? words.toArray(ValueLayout.JAVA_LONG)
                    : new long[USAGE_WORDS];
        }
    }

    /// Makes the microseconds of a difference positive.
    static void normalize(long[] usage) {
        for (int i = 0; i < MAX_RSS; i += 2) {
            if (usage[i + 1] < 0) {
                usage[i]--;
                usage[i + 1] += MICROS;
            }
        }
    }
}
