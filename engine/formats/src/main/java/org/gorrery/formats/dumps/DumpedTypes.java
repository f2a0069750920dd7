package org.gorrery.formats.dumps;

import java.util.HashMap;
import java.util.Map;
import org.gorrery.formats.input.Growing;
import org.jspecify.annotations.Nullable;

/// What a dump's type and itab records say about where pointers lie. Dumps of Go 1.3 find an object's pointers by its
/// type; those of 1.3 and 1.4 tell by it whether the data word of an interface is a pointer.
final class DumpedTypes {
    private static final int REGULAR = 0;
    private static final int ARRAY = 1;
    private static final int CHANNEL = 2;

    private final HeapDumpLayout layout;
    private final byte[] bytes;
    private final Map<Long, Type> types = new HashMap<>();
    private final Map<Long, Boolean> itabs = new HashMap<>();
    private final Map<Long, Long> typeOfItab = new HashMap<>();

    /// A type's record.
    ///
    /// @param size of a value, in bytes
    /// @param pointerData whether an interface's data word is a pointer
    /// @param fields pairs of kind and offset, offsets ascending, so that a type has no more of them than bytes
    record Type(long size, boolean pointerData, int[] fields) {}

    DumpedTypes(HeapDumpLayout layout, byte[] bytes) {
        this.layout = layout;
        this.bytes = bytes;
    }

    void type(long address, Type type) {
        types.put(address, type);
    }

    void itab(long address, long typeOrFlag) {
        if (layout.itabHoldsFlag()) {
            itabs.put(address, typeOrFlag != 0);
        } else {
            typeOfItab.put(address, typeOrFlag);
        }
    }

    /// Adds the offsets of the pointers of one field.
    ///
    /// @param slots takes the offsets, from the start of the memory
    /// @param memory where the memory stands in the file, and its length
    /// @param kind kind of the field
    /// @param offset of the field in the memory
    /// @param params byte order and size of pointers
    void slots(Growing.Ints slots, Range memory, int kind, long offset, HeapDump.Params params) {
        int word = params.pointerBytes();
        if (layout.isIface(kind) || layout.isEface(kind)) {
            if (holdsPointer(memory, kind, offset, params)) {
                add(slots, offset + word);
            }
            return;
        }
        add(slots, offset);
    }

    private static void add(Growing.Ints slots, long offset) {
        slots.add((int) Math.min(offset, Integer.MAX_VALUE));
    }

    /// A piece of the file.
    ///
    /// @param from first byte
    /// @param length in bytes
    record Range(int from, int length) {}

    private boolean holdsPointer(Range memory, int kind, long offset, HeapDump.Params params) {
        int word = params.pointerBytes();
        if (offset < 0 || offset > memory.length() - 2L * word) {
            return false;
        }
        long first = HeapDump.read(bytes, memory.from() + (int) offset, word, params.bigEndian());
        if (first == 0) {
            return false;
        }
        if (layout.isIface(kind)) {
            Long named = typeOfItab.get(first);
            return named == null ? itabs.getOrDefault(first, true) : pointerData(named);
        }
        return pointerData(first);
    }

    private boolean pointerData(long type) {
        @Nullable Type t = types.get(type);
        return t == null || t.pointerData();
    }

    /// Adds the offsets of an object's pointers, by its type: once, for each element of an array, or for each element
    /// behind a channel's header. Where the runtime scanned conservatively, each word may be a pointer.
    ///
    /// @param slots takes the offsets
    /// @param memory the object in the file
    /// @param type address of its type, 0 if unknown
    /// @param kind how the type repeats: 0 once, 1 array, 2 channel, 127 scanned conservatively
    /// @param channelHeader bytes before the first element of a channel
    /// @param params byte order and size of pointers
    void slotsOfObject(
            Growing.Ints slots,
            Range memory,
            long type,
            long kind,
            long channelHeader,
            HeapDump.Params params) {
        @Nullable Type t = types.get(type);
        if (kind != REGULAR && kind != ARRAY && kind != CHANNEL) {
            for (int at = 0; at + params.pointerBytes() <= memory.length(); ) {
                slots.add(at);
                at += params.pointerBytes();
            }
            return;
        }
        if (t == null || t.fields().length == 0) {
            return;
        }
        long start = kind == CHANNEL ? Math.max(0, channelHeader) : 0;
        long step = Math.max(1, Math.min(t.size(), Integer.MAX_VALUE));
        long last = kind == REGULAR ? 0 : memory.length() - step; // the slot may be larger
        for (long at = start; at <= last; at += step) {
            for (int i = 0; i < t.fields().length; i += 2) {
                long offset = at + t.fields()[i + 1];
                if (offset >= 0 && offset + params.pointerBytes() <= memory.length()) {
                    slots(slots, memory, t.fields()[i], offset, params);
                }
            }
        }
    }
}
