package org.gorrery.library.host;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A function of the host's C library that takes numbers and addresses and returns a number, or -1 with an error number.
///
/// Only Linux has the numbers and structures that Go's Linux programs pass: on other hosts each call fails with `ENOSYS`.
public final class HostCall {
    /// Most parameters of a function.
    private static final int MOST = 6;

    private static final int ENOSYS = 38;
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final long ERRNO = STATE.byteOffset(PathElement.groupElement("errno"));
    private static final boolean LINUX =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");

    private final List<MethodHandle> handle;

    private HostCall(List<MethodHandle> handle) {
        this.handle = handle;
    }

    /// A function with a fixed number of parameters.
    public static HostCall of(String name) {
        return find(name, List.of());
    }

    /// A function whose parameters from that one on are variable.
    public static HostCall variadic(String name, int first) {
        return find(name, List.of(Linker.Option.firstVariadicArg(first)));
    }

    private static HostCall find(String name, List<Linker.Option> more) {
        var linker = Linker.nativeLinker();
        var at = linker.defaultLookup().find(name);
        if (!LINUX || at.isEmpty()) {
            return new HostCall(List.of());
        }
        var parameters = new ValueLayout[MOST];
        java.util.Arrays.fill(parameters, ValueLayout.JAVA_LONG);
        var form = FunctionDescriptor.of(ValueLayout.JAVA_LONG, parameters);
        var options = new ArrayList<>(more);
        options.add(Linker.Option.captureCallState("errno"));
        return new HostCall(
                List.of(
                        linker.downcallHandle(
                                at.get(), form, options.toArray(Linker.Option[]::new))));
    }

    /// Whether the host has the function.
    public boolean isThere() {
        return !handle.isEmpty();
    }

    /// Calls it. A result of 32 bits is meant; numbers of bytes fit.
    ///
    /// @return what it returns, or the negated number of the error
    @SuppressWarnings("IllegalCatch") // what a method handle throws is anything
    public int call(long a, long b, long c, long d, long e, long f) {
        if (handle.isEmpty()) {
            return -ENOSYS;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            int r = (int) (long) handle.getFirst().invokeExact(state, a, b, c, d, e, f);
            return r >= 0 ? r : -state.get(ValueLayout.JAVA_INT, ERRNO);
        } catch (RuntimeException | Error t) {
            throw t;
        } catch (Throwable t) {
            throw new IllegalStateException("a call of the C library threw", t);
        }
    }

    /// See [#call(long,long,long,long,long,long)].
    public int call(long a, long b, long c) {
        return call(a, b, c, 0, 0, 0);
    }
}
