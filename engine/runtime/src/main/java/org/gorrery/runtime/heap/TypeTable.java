package org.gorrery.runtime.heap;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.TypeLayout;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.target.Target;

/// Type descriptors as the runtime reads them: straight from rodata, where a field is one load; and those it makes itself, such as
/// the groups of a map, behind those of the compiler.
public final class TypeTable {
    /// Kinds, numbered as `reflect.Kind`.
    public static final int BOOL = 1;

    public static final int INT = 2;
    public static final int INT8 = 3;
    public static final int INT16 = 4;
    public static final int INT32 = 5;
    public static final int INT64 = 6;
    public static final int UINT = 7;
    public static final int UINT8 = 8;
    public static final int UINT16 = 9;
    public static final int UINT32 = 10;
    public static final int UINT64 = 11;
    public static final int UINTPTR = 12;
    public static final int FLOAT32 = 13;
    public static final int FLOAT64 = 14;
    public static final int COMPLEX64 = 15;
    public static final int COMPLEX128 = 16;
    public static final int ARRAY = 17;
    public static final int CHAN = 18;
    public static final int FUNC = 19;
    public static final int INTERFACE = 20;
    public static final int MAP = 21;
    public static final int POINTER = 22;
    public static final int SLICE = 23;
    public static final int STRING_KIND = 24;
    public static final int STRUCT = 25;
    public static final int UNSAFE_POINTER = 26;

    private final long rodata;
    private final long end;
    private final int wordBytes;

    private final Map<String, Long> made = new HashMap<>();
    private Companion companion = new Companion() {};
    private final long zeroBase;
    private final long bytes;

    // Guard: this.
    private long next;

    /// The types of a program.
    ///
    /// @param rodataBytes what the compiler wrote; the rest of the region is for types made at run time
    public TypeTable(AddressLayout layout, Target target, long rodataBytes) {
        this.rodata = layout.rodata();
        this.end = layout.rodataEnd();
        this.wordBytes = target.wordBytes();
        this.next = layout.rodata() + rodataBytes + 63 & -64;
        this.zeroBase = layout.data();
        this.bytes = take(256 * 8);
        for (int b = 0; b < 256; b++) {
            Mem.st64(bytes + 8L * b, b);
        }
    }

    /// The address of all values of size zero.
    public long zeroBase() {
        return zeroBase;
    }

    /// Where a constant byte lies, followed by zeros up to eight bytes: shared by interfaces and one-byte strings.
    public long byteAt(int value) {
        return bytes + 8L * (value & 0xff);
    }

    /// What stands above the heap and knows more of types: equality, method tables.
    public interface Companion {}

    /// Sets the companion.
    public void setCompanion(Companion companion) {
        this.companion = companion;
    }

    /// The companion.
    public Companion companion() {
        return companion;
    }

    /// Where offsets count from.
    public long rodata() {
        return rodata;
    }

    /// Bytes of a pointer in memory.
    public int wordBytes() {
        return wordBytes;
    }

    /// Size of a value.
    public static long size(long type) {
        return Mem.ld64(type + TypeLayout.SIZE);
    }

    /// Bytes from the start that may hold pointers.
    public static long pointerBytes(long type) {
        return Mem.ld64(type + TypeLayout.PTR_BYTES);
    }

    /// Whether values hold no pointers.
    public static boolean isNoscan(long type) {
        return Mem.ld64(type + TypeLayout.PTR_BYTES) == 0;
    }

    /// Kind, as `reflect.Kind`.
    public static int kind(long type) {
        return Mem.ld8(type + TypeLayout.KIND);
    }

    /// Flags, see [org.gorrery.abi.TypeLayout].
    public static int flags(long type) {
        return Mem.ld8(type + TypeLayout.FLAGS);
    }

    /// Hash, equal for identical types.
    public static int hash(long type) {
        return Mem.ld32(type + TypeLayout.HASH);
    }

    /// Length of an array type.
    public static long length(long type) {
        return Mem.ld64(type + TypeLayout.LENGTH);
    }

    /// Number of fields or methods, and others; see [org.gorrery.abi.TypeLayout#AUX].
    public static int aux(long type) {
        return Mem.ld32(type + TypeLayout.AUX);
    }

    /// The descriptor at an offset; 0 for 0.
    public long at(int offset) {
        return offset == 0 ? 0 : rodata + (offset & 0xffff_ffffL);
    }

    /// The offset of a descriptor.
    public int offsetOf(long type) {
        return (int) (type - rodata);
    }

    /// The descriptor that a type word of a span names; 0 for none.
    public long ofWord(int word) {
        return word == 0 ? 0 : rodata & ~0xffff_ffffL | word & 0xffff_fffeL;
    }

    /// Element type.
    public long elem(long type) {
        return at(Mem.ld32(type + TypeLayout.ELEM));
    }

    /// Key type of a map.
    public long key(long type) {
        return at(Mem.ld32(type + TypeLayout.KEY));
    }

    /// Address of a list that a descriptor refers to, or 0.
    public long list(long type) {
        return at(Mem.ld32(type + TypeLayout.LIST));
    }

    /// Address of the pointer bitmap; 0 where there is none.
    public long gcMask(long type) {
        return at(Mem.ld32(type + TypeLayout.GC_MASK));
    }

    /// A string of a descriptor or of an entry in its lists, at an address.
    public String string(long at) {
        int bytes = Mem.ld32(at + 4);
        return bytes == 0
                ? ""
                : new String(Mem.get(at(Mem.ld32(at)), bytes), StandardCharsets.UTF_8);
    }

    /// The type as `reflect` prints it.
    public String name(long type) {
        return string(type + TypeLayout.STRING);
    }

    /// Takes zeroed memory behind the descriptors, for as long as the run lasts.
    public synchronized long reserve(long bytes) {
        return take(bytes);
    }

    /// Makes a descriptor for memory of the runtime's own, one for each name.
    ///
    /// @param kind what `reflect` would say
    /// @param pointers bit i: the target word i is a pointer; longs, low word first
    /// @return its address
    public synchronized long make(String name, int kind, long size, long[] pointers) {
        Long known = made.get(name);
        if (known != null) {
            return known;
        }
        long pointerWords = 0;
        for (int i = 0; i < pointers.length; i++) {
            if (pointers[i] != 0) {
                pointerWords = i * 64L + 64 - Long.numberOfLeadingZeros(pointers[i]);
            }
        }
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        long type = take(TypeLayout.BYTES);
        long mask = take(8L * pointers.length);
        long string = take(text.length);
        Mem.st64(type + TypeLayout.SIZE, size);
        Mem.st64(type + TypeLayout.PTR_BYTES, pointerWords * wordBytes);
        Mem.st32(type + TypeLayout.HASH, name.hashCode());
        Mem.st8(type + TypeLayout.KIND, (byte) kind);
        Mem.st8(type + TypeLayout.ALIGN, (byte) 8);
        Mem.st8(type + TypeLayout.FIELD_ALIGN, (byte) 8);
        Mem.st32(type + TypeLayout.STRING, offsetOf(string));
        Mem.st32(type + TypeLayout.STRING + 4, text.length);
        Mem.st32(type + TypeLayout.GC_MASK, pointerWords == 0 ? 0 : offsetOf(mask));
        for (int i = 0; i < pointers.length; i++) {
            Mem.st64(mask + 8L * i, pointers[i]);
        }
        Mem.put(text, 0, string, text.length);
        made.put(name, type);
        return type;
    }

    private long take(long bytes) {
        long at = next;
        next = at + bytes + 7 & -8;
        if (next > end) {
            throw new OutOfHeap(bytes, next - rodata);
        }
        return at;
    }

    /// Adds the pointers of a type at an offset to a bitmap under construction.
    ///
    /// @param words target words from the bitmap's start to the value
    public void addPointers(long[] bitmap, long words, long type) {
        long pointerWords = pointerBytes(type) / wordBytes;
        long mask = gcMask(type);
        if (mask == 0 && pointerWords > 0) { // a long array: its elements repeat
            long elem = elem(type);
            long step = size(elem) / wordBytes;
            for (long i = 0; i < length(type); i++) {
                addPointers(bitmap, words + i * step, elem);
            }
            return;
        }
        for (long i = 0; i < pointerWords; i++) {
            if ((Mem.ld8(mask + (i >>> 3)) >>> (i & 7) & 1) != 0) {
                long w = words + i;
                bitmap[(int) (w >>> 6)] |= 1L << w;
            }
        }
    }
}
