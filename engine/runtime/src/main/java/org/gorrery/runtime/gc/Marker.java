package org.gorrery.runtime.gc;

import org.gorrery.abi.AddressLayout;
import org.gorrery.runtime.heap.Mheap;
import org.gorrery.runtime.heap.Mspan;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.memory.AddressSpace;
import org.gorrery.runtime.memory.Mem;
import org.jspecify.annotations.Nullable;

/// Marks everything that is reachable, with the world stopped. Grey objects wait on a stack outside of the Java heap, whose depth has no
/// limit that a program could reach.
///
/// A pointer to anywhere in an object marks the object. Which words of it are pointers says the type word of its slot: one load for the word,
/// two for the bitmap. An object of unknown type is scanned word by word, each as a pointer if it looks like one.
final class Marker implements RootVisitor {
    /// Beyond this the memory of the mark stack is given back after a cycle.
    private static final long KEEP_BYTES = 1 << 20;

    private final AddressSpace space;
    private final Mheap heap;
    private final TypeTable types;
    private final int wordBytes;
    private final long windowBase;
    private final long stackBase;
    private long top;
    private long highest;
    private long markedBytes;
    private long markedObjects;
    private long scannedBytes;

    Marker(AddressSpace space, Mheap heap, AddressLayout layout) {
        this.space = space;
        this.heap = heap;
        this.types = heap.types();
        this.wordBytes = types.wordBytes();
        this.windowBase = layout.base();
        this.stackBase = space.tables() + space.tableBytes() / 2;
    }

    /// Begins a cycle; all marks are clear.
    void begin() {
        top = stackBase;
        highest = stackBase;
        markedBytes = 0;
        markedObjects = 0;
        scannedBytes = 0;
    }

    /// Bytes of slots marked in this cycle.
    long markedBytes() {
        return markedBytes;
    }

    /// Objects marked in this cycle.
    long markedObjects() {
        return markedObjects;
    }

    /// Bytes looked at in this cycle.
    long scannedBytes() {
        return scannedBytes;
    }

    @Override
    public void pointer(long p) {
        Mspan s = heap.spanOf(p);
        if (s != null) {
            shade(s, s.slotOf(p));
        }
    }

    @Override
    public void maybePointer(long p) {
        Mspan s = heap.spanOf(p);
        if (s == null) {
            return;
        }
        int slot = s.slotOf(p);
        if (slot < s.slots() && s.isAllocated(slot)) {
            shade(s, slot);
        }
    }

    private void shade(Mspan s, int slot) {
        if (slot >= s.slots() || !s.mark(slot)) {
            return;
        }
        markedObjects++;
        markedBytes += s.elemBytes();
        if (!s.isNoscan()) {
            Mem.st64(top, s.slotAddress(slot));
            top += 8;
        }
    }

    /// Marks until nothing is grey.
    void drain() {
        while (top > stackBase) {
            highest = Math.max(highest, top);
            top -= 8;
            fieldsOf(Mem.ld64(top));
        }
    }

    /// Ends a cycle.
    void end() {
        if (highest - stackBase > KEEP_BYTES) {
            space.discard(stackBase, highest - stackBase + 4095 & -4096);
        }
    }

    @Override
    public void fieldsOf(long object) {
        @Nullable Mspan s = heap.spanOf(object);
        if (s == null || s.isNoscan()) {
            return;
        }
        int word = s.typeWord(s.slotOf(object));
        long end = object + s.elemBytes();
        if (word == 0) {
            scanUnknown(object, end);
            return;
        }
        long type = types.ofWord(word);
        if ((word & Mspan.ARRAY) != 0) {
            scanArray(object, end, type);
        } else {
            value(object, type);
        }
    }

    private void scanUnknown(long from, long end) {
        for (long a = from; a + wordBytes <= end; a += wordBytes) {
            maybePointer(wordBytes == 8 ? Mem.ld64(a) : widen(Mem.ld32(a)));
        }
        scannedBytes += end - from;
    }

    private long widen(int p) {
        return p == 0 ? 0 : windowBase | p & 0xffff_ffffL;
    }

    private void scanArray(long from, long end, long type) {
        long size = TypeTable.size(type);
        long words = TypeTable.pointerBytes(type) / wordBytes;
        long mask = types.gcMask(type);
        if (mask != 0 && words <= 64) { // the bitmap fits a register
            long bits = Mem.ld64(mask) & -1L >>> 64 - words;
            for (long at = from; at + size <= end; at += size) {
                scanWords(at, bits);
            }
            scannedBytes += end - from;
            return;
        }
        for (long at = from; at + size <= end; at += size) {
            value(at, type);
        }
    }

    @Override
    public void value(long at, long type) {
        long bytes = TypeTable.pointerBytes(type);
        if (bytes == 0) {
            return;
        }
        long mask = types.gcMask(type);
        if (mask == 0) { // an array too long for a bitmap of its own
            scanArray(at, at + TypeTable.size(type), types.elem(type));
            return;
        }
        scannedBytes += bytes;
        long words = bytes / wordBytes;
        long a = at;
        while (words > 64) {
            scanWords(a, Mem.ld64(mask));
            a += 64L * wordBytes;
            mask += 8;
            words -= 64;
        }
        scanWords(a, Mem.ld64(mask) & -1L >>> 64 - words);
    }

    private void scanWords(long at, long pointers) {
        if (wordBytes == 8) {
            for (long bits = pointers; bits != 0; bits &= bits - 1) {
                pointer(Mem.ld64(at + 8L * Long.numberOfTrailingZeros(bits)));
            }
        } else {
            for (long bits = pointers; bits != 0; bits &= bits - 1) {
                pointer(widen(Mem.ld32(at + 4L * Long.numberOfTrailingZeros(bits))));
            }
        }
    }
}
