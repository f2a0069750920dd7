package org.gorrery.runtime.memory;

import org.gorrery.abi.AddressLayout;
import org.gorrery.target.Target;

/// Words and pointers as the target of a run lays them out in memory. A pointer held by the engine is a full host address,
/// 0 for nil; a 32-bit target stores its low half.
public final class GoMemory {
    /// Bytes of a pointer, int, uint or uintptr in memory.
    public final int wordBytes;

    /// First address of the window.
    public final long base;

    /// `address >>> 39` of everything inside the window.
    public final int window;

    private final long lowBytes;

    /// Memory of a run.
    public GoMemory(Target target, AddressLayout layout) {
        this.wordBytes = target.wordBytes();
        this.base = layout.base();
        this.window = layout.window();
        this.lowBytes = layout.lowBytes();
    }

    /// Reads a pointer.
    public long loadPointer(long a) {
        if (wordBytes == 8) {
            return Mem.ld64(a);
        }
        return widen(Mem.ld32(a));
    }

    /// Writes a pointer.
    public void storePointer(long a, long p) {
        if (wordBytes == 8) {
            Mem.st64(a, p);
        } else {
            Mem.st32(a, (int) p);
        }
    }

    /// The host address of a 32-bit pointer.
    public long widen(int p) {
        return p == 0 ? 0 : base | p & 0xffff_ffffL;
    }

    /// Reads a Go int.
    public long loadInt(long a) {
        return wordBytes == 8 ? Mem.ld64(a) : Mem.ld32(a);
    }

    /// Writes a Go int.
    public void storeInt(long a, long v) {
        if (wordBytes == 8) {
            Mem.st64(a, v);
        } else {
            Mem.st32(a, (int) v);
        }
    }

    /// Whether the address is one of the program's: in the window, or of a huge variable at low addresses. False for nil.
    public boolean contains(long p) {
        return p >>> AddressLayout.WINDOW_SHIFT == window
                || Long.compareUnsigned(p - AddressLayout.LOW, lowBytes) < 0;
    }
}
