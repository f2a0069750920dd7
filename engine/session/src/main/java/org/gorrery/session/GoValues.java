package org.gorrery.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.ProgramImage;
import org.gorrery.abi.TypeLayout;
import org.gorrery.runtime.chan.ChannelContents;
import org.gorrery.runtime.entry.ChanEntry;
import org.gorrery.runtime.entry.MapEntry;
import org.gorrery.runtime.maps.MapContents;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.ObjectTable;

/// Shows values in a run's memory by their type descriptors. The world stands still.
///
/// Every address is checked before it is followed: a program may hold wild ones.
final class GoValues {
    private static final int MOST_PARTS = 100;
    private static final int MOST_BYTES = 64;

    private static final int BOOL = 1;
    private static final int INT = 2;
    private static final int INT8 = 3;
    private static final int INT16 = 4;
    private static final int INT32 = 5;
    private static final int INT64 = 6;
    private static final int UINT = 7;
    private static final int UINT8 = 8;
    private static final int UINT16 = 9;
    private static final int UINT32 = 10;
    private static final int UINT64 = 11;
    private static final int UINTPTR = 12;
    private static final int FLOAT32 = 13;
    private static final int FLOAT64 = 14;
    private static final int COMPLEX64 = 15;
    private static final int COMPLEX128 = 16;
    private static final int ARRAY = 17;
    private static final int CHAN = 18;
    private static final int FUNC = 19;
    private static final int INTERFACE = 20;
    private static final int MAP = 21;
    private static final int POINTER = 22;
    private static final int SLICE = 23;
    private static final int STRING = 24;
    private static final int STRUCT = 25;
    private static final int UNSAFE_POINTER = 26;

    private final ObjectTable objects;
    private final ProgramImage image;
    private final Symbols symbols;
    private final long rodata;
    private final boolean wide;

    GoValues(ProgramImage image, Symbols symbols, ObjectTable objects) {
        this.objects = objects;
        this.image = image;
        this.symbols = symbols;
        this.rodata = image.layout().rodata();
        this.wide = image.target().is64Bit();
    }

    /// The variable of a type at an address.
    Debugger.Variable variable(String name, int type, long address) {
        return new Debugger.Variable(
                name,
                symbols.typeName(type),
                text(type, address, 1),
                address,
                type,
                partCount(type, address));
    }

    /// Fields, elements, entries named by their keys, what is queued, or what it points to.
    List<Debugger.Variable> parts(Debugger.Variable whole) {
        int type = whole.typeOffset();
        long at = whole.address();
        var out = new ArrayList<Debugger.Variable>();
        int count = whole.parts();
        if (count == 0) {
            return out;
        }
        switch (kind(type)) {
            case STRUCT -> {
                for (int i = 0; i < count; i++) {
                    int field = field(type, i);
                    out.add(
                            variable(
                                    string(field),
                                    ref(field + TypeLayout.FIELD_TYPE),
                                    at + fieldOffset(field)));
                }
            }
            case ARRAY, SLICE -> {
                int elem = ref(type + TypeLayout.ELEM);
                long first = kind(type) == SLICE ? pointer(at) : at;
                for (int i = 0; i < count; i++) {
                    out.add(variable("[" + i + "]", elem, first + i * size(elem)));
                }
            }
            case POINTER ->
                    out.add(variable("*" + whole.name(), ref(type + TypeLayout.ELEM), pointer(at)));
            case MAP -> entries(type, pointer(at), out);
            case CHAN -> {
                int elem = ref(type + TypeLayout.ELEM);
                for (long queued : ChannelContents.elements(objects, pointer(at), count)) {
                    out.add(variable("[" + out.size() + "]", elem, queued));
                }
            }
            case INTERFACE -> {
                int held = heldType(type, at);
                out.add(variable(whole.name() + ".(type)", held, heldAddress(held, at)));
            }
            default -> {}
        }
        return out;
    }

    // By key, numbers by their value: the order in which they lie means nothing to who looks.
    private void entries(int type, long map, List<Debugger.Variable> out) {
        int key = ref(type + TypeLayout.KEY);
        int elem = ref(type + TypeLayout.ELEM);
        Comparator<MapContents.Entry> order =
                switch (kind(key)) {
                    case INT, INT8, INT16, INT32, INT64 ->
                            Comparator.comparingLong(e -> signed(key, e.key()));
                    case UINT, UINT8, UINT16, UINT32, UINT64, UINTPTR ->
                            (a, b) ->
                                    Long.compareUnsigned(
                                            unsigned(key, a.key()), unsigned(key, b.key()));
                    default -> Comparator.comparing(e -> text(key, e.key(), 1));
                };
        MapContents.entries(map, Integer.MAX_VALUE, this::isSound).stream()
                .sorted(order)
                .limit(MOST_PARTS)
                .forEach(e -> out.add(variable("[" + text(key, e.key(), 1) + "]", elem, e.elem())));
    }

    private int partCount(int type, long at) {
        return switch (kind(type)) {
            case STRUCT -> fieldCount(type);
            case ARRAY -> (int) Math.min(MOST_PARTS, length(type));
            case SLICE ->
                    isSound(pointer(at), size(ref(type + TypeLayout.ELEM)))
                            ? (int) Math.min(MOST_PARTS, word(at + wordBytes()))
                            : 0;
            case POINTER -> isSound(pointer(at), size(ref(type + TypeLayout.ELEM))) ? 1 : 0;
            case INTERFACE -> heldType(type, at) > 0 ? 1 : 0;
            case MAP ->
                    isSound(pointer(at), wordBytes())
                            ? (int) Math.min(MOST_PARTS, MapEntry.maplen(pointer(at)))
                            : 0;
            case CHAN ->
                    isSound(pointer(at), wordBytes())
                            ? (int) Math.min(MOST_PARTS, ChanEntry.chanlen(pointer(at)))
                            : 0;
            default -> 0;
        };
    }

    /// @param depth how many levels of structs and arrays to show
    private String text(int type, long at, int depth) {
        return switch (kind(type)) {
            case BOOL -> Mem.ld8(at) == 0 ? "false" : "true";
            case INT, INT8, INT16, INT32, INT64 -> Long.toString(signed(type, at));
            case UINT, UINT8, UINT16, UINT32, UINT64 -> Long.toUnsignedString(unsigned(type, at));
            case UINTPTR -> hex(unsigned(type, at));
            case FLOAT32 -> Float.toString(Mem.ldF32(at));
            case FLOAT64 -> Double.toString(Mem.ldF64(at));
            case COMPLEX64 -> complex(Mem.ldF32(at), Mem.ldF32(at + 4));
            case COMPLEX128 -> complex(Mem.ldF64(at), Mem.ldF64(at + 8));
            case STRING -> quoted(pointer(at), word(at + wordBytes()));
            case POINTER, UNSAFE_POINTER -> pointerText(pointer(at));
            case FUNC -> function(pointer(at));
            case MAP -> map(pointer(at));
            case CHAN -> channel(pointer(at));
            case SLICE -> slice(at);
            case ARRAY -> depth == 0 ? "…" : array(type, at, depth - 1);
            case STRUCT -> depth == 0 ? "…" : struct(type, at, depth - 1);
            case INTERFACE -> held(type, at, depth);
            default -> "?";
        };
    }

    private static String complex(double re, double im) {
        return "(" + re + (im < 0 || Double.isNaN(im) ? "" : "+") + im + "i)";
    }

    private static String hex(long v) {
        return "0x" + Long.toHexString(v);
    }

    private String pointerText(long p) {
        return p == 0 ? "nil" : hex(wide ? p : p & 0xffff_ffffL);
    }

    private String map(long p) {
        return p == 0 ? "nil" : isSound(p, wordBytes()) ? "len " + MapEntry.maplen(p) : "?";
    }

    private String channel(long p) {
        if (p == 0) {
            return "nil";
        }
        return isSound(p, wordBytes())
                ? "len " + ChanEntry.chanlen(p) + ", cap " + ChanEntry.chancap(p)
                : "?";
    }

    private String slice(long at) {
        long p = pointer(at);
        return p == 0
                ? "nil"
                : "len " + word(at + wordBytes()) + ", cap " + word(at + 2L * wordBytes());
    }

    private String array(int type, long at, int depth) {
        int elem = ref(type + TypeLayout.ELEM);
        var out = new StringBuilder("[");
        long n = length(type);
        for (int i = 0; i < n && i < 8; i++) {
            out.append(i == 0 ? "" : ", ").append(text(elem, at + i * size(elem), depth));
        }
        return out.append(n > 8 ? ", …]" : "]").toString();
    }

    private String struct(int type, long at, int depth) {
        var out = new StringBuilder("{");
        int n = fieldCount(type);
        for (int i = 0; i < n && i < 6; i++) {
            int f = field(type, i);
            out.append(i == 0 ? "" : ", ")
                    .append(string(f))
                    .append(": ")
                    .append(text(ref(f + TypeLayout.FIELD_TYPE), at + fieldOffset(f), depth));
        }
        return out.append(n > 6 ? ", …}" : "}").toString();
    }

    private String held(int type, long at, int depth) {
        int held = heldType(type, at);
        if (held == 0) {
            return "nil";
        }
        if (held < 0) {
            return "?";
        }
        long data = heldAddress(held, at);
        return symbols.typeName(held)
                + (isSound(data, size(held)) ? "(" + text(held, data, depth) + ")" : "(?)");
    }

    /// The dynamic type of an interface value; 0: nil; -1: none that makes sense.
    private int heldType(int type, long at) {
        long first = pointer(at);
        if (first == 0) {
            return 0;
        }
        long itabs = image.layout().itabs();
        if (type > 0 && isItab(first)) {
            int from = (int) (first - itabs) + TypeLayout.ITAB_TYPE;
            return int32(image.itabs(), from);
        }
        long offset = first - rodata;
        return offset > 0 && offset + TypeLayout.BYTES <= image.rodata().length ? (int) offset : -1;
    }

    private boolean isItab(long address) {
        long offset = address - image.layout().itabs();
        return offset >= 0 && offset + 16 <= image.itabs().length;
    }

    private long heldAddress(int held, long at) {
        long data = at + wordBytes();
        boolean direct = (image.rodata()[held + TypeLayout.FLAGS] & TypeLayout.FLAG_DIRECT) != 0;
        return direct ? data : pointer(data);
    }

    private String function(long closure) {
        if (closure == 0) {
            return "nil";
        }
        if (!isSound(closure, wordBytes())) {
            return "?";
        }
        long thunk = (pointer(closure) - image.layout().text()) / AddressLayout.THUNK_BYTES;
        int[] functions = image.pcs().thunkFunction();
        return thunk >= 0 && thunk < functions.length
                ? symbols.functionName(functions[(int) thunk])
                : "?";
    }

    private String quoted(long p, long length) {
        if (length == 0) {
            return "\"\"";
        }
        if (length < 0 || !isSound(p, length)) {
            return "?";
        }
        int shown = (int) Math.min(MOST_BYTES, length);
        var text = new String(Mem.get(p, shown), StandardCharsets.UTF_8);
        var out = new StringBuilder("\"");
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '"' -> out.append("\\\"");
                        case '\\' -> out.append("\\\\");
                        case '\n' -> out.append("\\n");
                        case '\t' -> out.append("\\t");
                        default -> {
                            if (c < ' ') {
                                out.append("\\x%02x".formatted(c));
                            } else {
                                out.appendCodePoint(c);
                            }
                        }
                    }
                });
        return out.append(length > shown ? "…\"" : "\"").toString();
    }

    // ---- memory

    private boolean isSound(long address, long bytes) {
        var layout = image.layout();
        boolean inside = address >>> AddressLayout.WINDOW_SHIFT == layout.window();
        return bytes >= 0
                && (inside
                        ? address + bytes <= layout.end()
                        : address >= AddressLayout.LOW && address + bytes <= layout.lowEnd());
    }

    private int wordBytes() {
        return image.target().wordBytes();
    }

    private long word(long at) {
        return wide ? Mem.ld64(at) : Mem.ld32(at);
    }

    private long pointer(long at) {
        if (wide) {
            return Mem.ld64(at);
        }
        long low = Mem.ldU32(at);
        return low == 0 ? 0 : image.layout().base() | low;
    }

    private long signed(int type, long at) {
        return switch ((int) size(type)) {
            case 1 -> Mem.ld8(at);
            case 2 -> Mem.ld16(at);
            case 4 -> Mem.ld32(at);
            default -> Mem.ld64(at);
        };
    }

    private long unsigned(int type, long at) {
        return switch ((int) size(type)) {
            case 1 -> Mem.ld8(at) & 0xffL;
            case 2 -> Mem.ld16(at) & 0xffffL;
            case 4 -> Mem.ldU32(at);
            default -> Mem.ld64(at);
        };
    }

    // ---- descriptors, read from the image: those of reflect's own making are not among them

    private int kind(int type) {
        return image.rodata()[type + TypeLayout.KIND] & 31;
    }

    private long size(int type) {
        return int64(type + TypeLayout.SIZE);
    }

    private long length(int type) {
        return int64(type + TypeLayout.LENGTH);
    }

    private int fieldCount(int type) {
        return ref(type + TypeLayout.AUX);
    }

    private int field(int type, int i) {
        return ref(type + TypeLayout.LIST) + i * TypeLayout.FIELD_BYTES;
    }

    private long fieldOffset(int field) {
        return int64(field + TypeLayout.FIELD_OFFSET);
    }

    private String string(int at) {
        return new String(image.rodata(), ref(at), ref(at + 4), StandardCharsets.UTF_8);
    }

    private int ref(int at) {
        return int32(image.rodata(), at);
    }

    private long int64(int at) {
        return ref(at) & 0xffff_ffffL | (long) ref(at + 4) << 32;
    }

    private static int int32(byte[] b, int at) {
        return b[at] & 0xff | (b[at + 1] & 0xff) << 8 | (b[at + 2] & 0xff) << 16 | b[at + 3] << 24;
    }
}
