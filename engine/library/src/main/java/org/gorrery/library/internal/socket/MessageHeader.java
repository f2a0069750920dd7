package org.gorrery.library.internal.socket;

import java.lang.foreign.Arena;
import org.gorrery.runtime.memory.Mem;

/// A `struct msghdr` of a 64-bit Linux.
final class MessageHeader {
    private static final int BYTES = 56;
    private static final int NAME = 0;
    private static final int NAME_LENGTH = 8;
    private static final int PARTS = 16;
    private static final int PART_COUNT = 24;
    private static final int CONTROL = 32;
    private static final int CONTROL_LENGTH = 40;
    private static final int FLAGS = 48;
    private final long at;

    MessageHeader(Arena arena) {
        at = arena.allocate(BYTES, Long.BYTES).address();
    }

    long address() {
        return at;
    }

    void set(
            long name,
            long nameLength,
            long parts,
            long partCount,
            long control,
            long controlLength) {
        Mem.st64(at + NAME, name);
        Mem.st32(at + NAME_LENGTH, (int) nameLength);
        Mem.st64(at + PARTS, parts);
        Mem.st64(at + PART_COUNT, partCount);
        Mem.st64(at + CONTROL, control);
        Mem.st64(at + CONTROL_LENGTH, controlLength);
        Mem.st32(at + FLAGS, 0);
    }

    /// Writes 32-bit numbers: length of the control data, of the address, flags.
    void figures(long to) {
        Mem.st32(to, (int) Mem.ld64(at + CONTROL_LENGTH));
        Mem.st32(to + 4, Mem.ld32(at + NAME_LENGTH));
        Mem.st32(to + 8, Mem.ld32(at + FLAGS));
    }
}
