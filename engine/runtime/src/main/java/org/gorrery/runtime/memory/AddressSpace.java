package org.gorrery.runtime.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import org.gorrery.abi.AddressLayout;

/// The address space of one run: a window at its fixed place with a margin as large behind it, and a region of the host's choice
/// for the allocator's own tables. All of it is mapped without being committed.
///
/// The kernel keeps the list of windows in use: one is taken by asking for its place, so several runs in one JVM, or a
/// JVM heap that happens to lie there, need no bookkeeping here.
///
/// Close it only when no thread runs Go code any more: an access to memory that is gone ends the host process.
public final class AddressSpace implements AutoCloseable {
    /// Windows tried: 47 bits of addresses hold so many.
    private static final int WINDOWS = 120;

    private static final long WINDOW_BYTES = 1L << AddressLayout.WINDOW_SHIFT;
    private static final long TABLE_BYTES = 1L << 37;
    private static final int READ_WRITE = 3;
    private static final int EEXIST = 17;
    private static final int DONT_NEED = 4;

    private final Host host;
    private final int number;
    private final long tables;
    private long lowBytes;
    private boolean closed;

    private AddressSpace(Host host, int number, long tables) {
        this.host = host;
        this.number = number;
        this.tables = tables;
    }

    /// Takes the first free window.
    ///
    /// @throws AddressSpaceException where none can be had
    public static AddressSpace reserve() {
        var host = new Host();
        for (int k = 0; k < WINDOWS; k++) {
            if (host.mapAt(baseOf(k), 2 * WINDOW_BYTES)) {
                return new AddressSpace(host, k, host.mapAnywhere(TABLE_BYTES));
            }
        }
        throw new AddressSpaceException(
                "all "
                        + WINDOWS
                        + " places for the memory of a Go program are taken; end some runs first");
    }

    /// Has the JVM make the calls of the host that [#reserve] needs, which takes it a while the first time.
    public static void findCalls() {
        try {
            var _ = new Host();
        } catch (AddressSpaceException e) {
            // reserve() tells whoever needs the memory
        }
    }

    private static long baseOf(int k) {
        return (2L * k + 1) << AddressLayout.WINDOW_SHIFT;
    }

    /// Number of the window, for [AddressLayout#of].
    public int number() {
        return number;
    }

    /// Takes room at [AddressLayout#LOW], which the host may refuse or another run have.
    public boolean takeLow(long bytes) {
        if (lowBytes == 0 && host.mapLow(AddressLayout.LOW, bytes)) {
            lowBytes = bytes;
        }
        return lowBytes == bytes;
    }

    /// First address of the region for the allocator's tables.
    public long tables() {
        return tables;
    }

    /// Bytes of the region for the allocator's tables.
    public long tableBytes() {
        return TABLE_BYTES;
    }

    /// Gives the pages of a range back to the host; they read as zero afterwards.
    ///
    /// @param at a multiple of the host's page size
    public void discard(long at, long bytes) {
        host.discard(at, bytes);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            host.unmap(baseOf(number), 2 * WINDOW_BYTES);
            host.unmap(tables, TABLE_BYTES);
            if (lowBytes != 0) {
                host.unmap(AddressLayout.LOW, lowBytes);
            }
        }
    }

    /// The calls of the host's C library. Method handles throw Throwable.
    ///
    /// The JVM makes code for each shape of call, which is dear at a start. So all have one: six arguments in whole registers, of which
    /// a function takes those that it has, and of these the lower halves where it has ints.
    @SuppressWarnings("IllegalCatch")
    private static final class Host {
        private final boolean linux;
        private final int mapFlags;
        private final MemorySegment mmap;
        private final MemorySegment munmap;
        private final MemorySegment madvise;
        private final MethodHandle call;

        Host() {
            String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
            this.linux = os.startsWith("linux");
            if (!linux && !os.startsWith("mac")) {
                throw new AddressSpaceException(
                        "Go programs need memory at a fixed address, which is done for Linux and macOS hosts, not for "
                                + os);
            }
            // MAP_PRIVATE with MAP_ANONYMOUS and MAP_NORESERVE
            this.mapFlags = linux ? 0x2 | 0x20 | 0x4000 : 0x2 | 0x1000 | 0x40;
            var linker = Linker.nativeLinker();
            var functions = linker.defaultLookup();
            this.mmap = functions.findOrThrow("mmap");
            this.munmap = functions.findOrThrow("munmap");
            this.madvise = functions.findOrThrow("madvise");
            var j = ValueLayout.JAVA_LONG;
            this.call =
                    linker.downcallHandle(
                            FunctionDescriptor.of(j, j, j, j, j, j, j),
                            Linker.Option.captureCallState("errno"));
        }

        /// Maps a range at its place; false where something lies there already.
        boolean mapAt(long at, long bytes) {
            int fixedNoReplace = linux ? 0x10_0000 : 0;
            long got = map(at, bytes, mapFlags | fixedNoReplace, true);
            if (got == at) {
                return true;
            }
            if (got != -1) { // a kernel without MAP_FIXED_NOREPLACE takes the address as a wish
                unmap(got, bytes);
            }
            return false;
        }

        /// As [#mapAt], for a place that the host may refuse to anybody.
        boolean mapLow(long at, long bytes) {
            try {
                return mapAt(at, bytes);
            } catch (AddressSpaceException e) {
                return false;
            }
        }

        long mapAnywhere(long bytes) {
            return map(0, bytes, mapFlags, false);
        }

        void discard(long at, long bytes) {
            if (linux) {
                call(madvise, at, bytes, DONT_NEED);
            } else {
                map(at, bytes, mapFlags | 0x10, false); // MAP_FIXED: fresh pages in the same place
            }
        }

        void unmap(long at, long bytes) {
            call(munmap, at, bytes, 0);
        }

        private void call(MemorySegment function, long at, long bytes, int advice) {
            try (var arena = Arena.ofConfined()) {
                MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
                long unused =
                        (long)
                                call.invokeExact(
                                        function, state, at, bytes, (long) advice, 0L, 0L, 0L);
            } catch (Throwable t) {
                throw new AddressSpaceException("a call of the host failed", t);
            }
        }

        private long map(long at, long bytes, int flags, boolean mayBeTaken) {
            try (var arena = Arena.ofConfined()) {
                MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
                long got =
                        (long)
                                call.invokeExact(
                                        mmap,
                                        state,
                                        at,
                                        bytes,
                                        (long) READ_WRITE,
                                        (long) flags,
                                        -1L,
                                        0L);
                int errno = got == -1 ? state.get(ValueLayout.JAVA_INT, 0) : 0;
                if (errno != 0 && !(mayBeTaken && errno == EEXIST)) {
                    throw new AddressSpaceException(
                            "the host refuses %d GiB of address space at %#x (errno %d); check ulimit -v and vm.overcommit_memory"
                                    .formatted(bytes >> 30, at, errno));
                }
                return got;
            } catch (AddressSpaceException e) {
                throw e;
            } catch (Throwable t) {
                throw new AddressSpaceException("mmap failed", t);
            }
        }
    }
}
