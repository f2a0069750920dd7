package org.gorrery.library.reflect;

import org.gorrery.runtime.heap.Mheap;
import org.gorrery.runtime.heap.Mspan;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.memory.Mem;

/// Where the collector sees pointers in an object of the heap.
final class PointerBits {
    private PointerBits() {}

    /// A byte for each word of the object that holds the address: 1 for a pointer; up to the last of them.
    static byte[] of(Mheap heap, long address) {
        Mspan span = heap.spanOf(address);
        if (span == null || span.isNoscan()) {
            return new byte[0];
        }
        TypeTable types = heap.types();
        int word = span.typeWord(span.slotOf(address));
        long type = types.ofWord(word);
        long size = TypeTable.size(type);
        int words = (int) (span.elemBytes() / types.wordBytes());
        byte[] bits = new byte[words];
        long repeats = (word & Mspan.ARRAY) == 0 ? 1 : span.elemBytes() / size;
        for (long i = 0; i < repeats; i++) {
            mark(types, type, bits, (int) (i * size / types.wordBytes()));
        }
        int n = words;
        while (n > 0 && bits[n - 1] == 0) {
            n--;
        }
        return java.util.Arrays.copyOf(bits, n);
    }

    private static void mark(TypeTable types, long type, byte[] bits, int at) {
        if (TypeTable.isNoscan(type)) {
            return;
        }
        if (TypeTable.kind(type) == TypeTable.ARRAY) {
            long elem = types.elem(type);
            int step = (int) (TypeTable.size(elem) / types.wordBytes());
            for (int i = 0; i < TypeTable.length(type); i++) {
                mark(types, elem, bits, at + i * step);
            }
            return;
        }
        long mask = types.gcMask(type);
        for (int i = 0; i < TypeTable.pointerBytes(type) / types.wordBytes(); i++) {
            bits[at + i] = (byte) (Mem.ld8(mask + i / 8) >> i % 8 & 1);
        }
    }
}
