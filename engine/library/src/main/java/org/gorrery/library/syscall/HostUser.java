package org.gorrery.library.syscall;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandleProxies;
import java.util.List;

/// Who the process is: its user and groups, as the system numbers them.
final class HostUser {
    private static final List<String> CALLS = List.of("getuid", "geteuid", "getgid", "getegid");

    private HostUser() {}

    /// A call without arguments.
    @FunctionalInterface
    public interface Number {
        /// The number.
        int call();
    }

    /// `getgroups`.
    @FunctionalInterface
    public interface Groups {
        /// How many there are, -1 where it fails; with room for none nothing is written.
        int call(int room, MemorySegment to);
    }

    /// User, effective user, group and effective group by 0 to 3; -1 on systems that have no numbers for them.
    static int number(int which) {
        return Linker.nativeLinker()
                .defaultLookup()
                .find(CALLS.get(which))
                .map(at ->
                        MethodHandleProxies.asInterfaceInstance(
                                        Number.class,
                                        Linker.nativeLinker()
                                                .downcallHandle(
                                                        at,
                                                        FunctionDescriptor.of(
                                                                ValueLayout.JAVA_INT)))
                                .call())
                .orElse(-1);
    }

    /// The groups.
    ///
    /// @throws Errno where the system does not tell
    static int[] groups() {
        var at =
                Linker.nativeLinker()
                        .defaultLookup()
                        .find("getgroups")
                        .orElseThrow(() -> new Errno(Errno.ENOTSUP));
        var form =
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
        var call =
                MethodHandleProxies.asInterfaceInstance(
                        Groups.class, Linker.nativeLinker().downcallHandle(at, form));
        try (Arena arena = Arena.ofConfined()) {
            int count = call.call(0, MemorySegment.NULL);
            var to = arena.allocate(ValueLayout.JAVA_INT, Math.max(count, 1));
            int written = count <= 0 ? count : call.call(count, to);
            if (written < 0) {
                throw new Errno(Errno.EINVAL);
            }
            return to.asSlice(0, (long) written * Integer.BYTES).toArray(ValueLayout.JAVA_INT);
        }
    }
}
