package org.gorrery.runtime.heap;

import static org.gorrery.abi.TypeLayout.ALIGN;
import static org.gorrery.abi.TypeLayout.AUX;
import static org.gorrery.abi.TypeLayout.ELEM;
import static org.gorrery.abi.TypeLayout.FIELD_ALIGN;
import static org.gorrery.abi.TypeLayout.FIELD_BYTES;
import static org.gorrery.abi.TypeLayout.FIELD_OFFSET;
import static org.gorrery.abi.TypeLayout.FIELD_TYPE;
import static org.gorrery.abi.TypeLayout.FLAGS;
import static org.gorrery.abi.TypeLayout.FLAG_COMPARABLE;
import static org.gorrery.abi.TypeLayout.FLAG_DIRECT;
import static org.gorrery.abi.TypeLayout.FLAG_INTEGER_LIKE;
import static org.gorrery.abi.TypeLayout.FLAG_NAMED;
import static org.gorrery.abi.TypeLayout.FLAG_REGULAR_MEMORY;
import static org.gorrery.abi.TypeLayout.GC_MASK;
import static org.gorrery.abi.TypeLayout.HASH;
import static org.gorrery.abi.TypeLayout.IMETHOD_BYTES;
import static org.gorrery.abi.TypeLayout.ITAB_INTER;
import static org.gorrery.abi.TypeLayout.ITAB_TYPE;
import static org.gorrery.abi.TypeLayout.KEY;
import static org.gorrery.abi.TypeLayout.KIND;
import static org.gorrery.abi.TypeLayout.LENGTH;
import static org.gorrery.abi.TypeLayout.LIST;
import static org.gorrery.abi.TypeLayout.METHODS;
import static org.gorrery.abi.TypeLayout.METHOD_BYTES;
import static org.gorrery.abi.TypeLayout.METHOD_TYPE;
import static org.gorrery.abi.TypeLayout.PTR_BYTES;
import static org.gorrery.abi.TypeLayout.SIZE;
import static org.gorrery.abi.TypeLayout.STRING;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.TypeLayout;
import org.gorrery.target.Target;

/// Writes type descriptors by hand, as the compiler would, for tests without a compiler. Types are offsets in rodata.
public final class TypeImageBuilder {
    private final ByteBuffer rodata = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer itabs = ByteBuffer.allocate(1 << 14).order(ByteOrder.LITTLE_ENDIAN);
    private final Target target;
    private final List<Integer> types = new ArrayList<>();

    /// A struct field.
    public record Field(String name, int type) {}

    /// Types for a target.
    public TypeImageBuilder(Target target) {
        this.target = target;
        rodata.position(8); // offset 0 means none
    }

    private int take(int bytes) {
        int at = rodata.position() + 7 & -8;
        rodata.position(at + bytes);
        return at;
    }

    private void string(int at, String s) {
        byte[] b = s.getBytes(StandardCharsets.UTF_8);
        int to = take(b.length);
        rodata.put(to, b);
        rodata.putInt(at, to);
        rodata.putInt(at + 4, b.length);
    }

    /// A descriptor.
    ///
    /// @param pointers which target words are pointers
    public int type(String name, int kind, long size, int align, int flags, boolean... pointers) {
        int t = take(TypeLayout.BYTES);
        rodata.putLong(t + SIZE, size);
        int last = 0;
        for (int i = 0; i < pointers.length; i++) {
            last = pointers[i] ? i + 1 : last;
        }
        rodata.putLong(t + PTR_BYTES, (long) last * target.wordBytes());
        rodata.putInt(t + HASH, name.hashCode());
        rodata.put(t + KIND, (byte) kind);
        rodata.put(t + ALIGN, (byte) align);
        rodata.put(t + FIELD_ALIGN, (byte) align);
        rodata.put(t + FLAGS, (byte) flags);
        string(t + STRING, name);
        if (last > 0) {
            int mask = take((last + 63) / 64 * 8);
            for (int i = 0; i < last; i++) {
                if (pointers[i]) {
                    rodata.put(mask + i / 8, (byte) (rodata.get(mask + i / 8) | 1 << i % 8));
                }
            }
            rodata.putInt(t + GC_MASK, mask);
        }
        types.add(t);
        return t;
    }

    /// An integer type, or another whose values are plain memory.
    public int integer(String name, int kind, int bytes) {
        return type(
                name,
                kind,
                bytes,
                Math.min(bytes, bytes == 8 ? target.int64Align() : 4),
                FLAG_NAMED | FLAG_COMPARABLE | FLAG_REGULAR_MEMORY | FLAG_INTEGER_LIKE);
    }

    /// A float type.
    public int floating(String name, int kind, int bytes) {
        return type(
                name,
                kind,
                bytes,
                Math.min(bytes, target.int64Align()),
                FLAG_NAMED | FLAG_COMPARABLE);
    }

    /// `string`.
    public int string() {
        int w = target.wordBytes();
        return type("string", TypeTable.STRING_KIND, 2L * w, w, FLAG_NAMED | FLAG_COMPARABLE, true);
    }

    /// An interface type of so many methods.
    public int iface(String name, int methods) {
        int w = target.wordBytes();
        int t = type(name, TypeTable.INTERFACE, 2L * w, w, FLAG_COMPARABLE, false, true);
        rodata.putInt(t + AUX, methods);
        return t;
    }

    /// The names of an interface's methods or of a type's, of one func type.
    public void methods(int type, boolean iface, int funcType, String... names) {
        int entry = iface ? IMETHOD_BYTES : METHOD_BYTES;
        int list = take(8 + names.length * entry);
        rodata.putInt(list, names.length);
        int from = iface ? list : list + 8;
        for (int i = 0; i < names.length; i++) {
            string(from + i * entry, names[i]);
            rodata.putInt(from + i * entry + METHOD_TYPE, funcType);
        }
        rodata.putInt(type + (iface ? LIST : METHODS), list);
        if (iface) {
            rodata.putInt(type + AUX, names.length);
        }
    }

    /// `*elem`.
    public int pointer(String name, int elem) {
        int w = target.wordBytes();
        int flags = FLAG_COMPARABLE | FLAG_DIRECT | FLAG_REGULAR_MEMORY | FLAG_INTEGER_LIKE;
        int t = type(name, TypeTable.POINTER, w, w, flags, true);
        rodata.putInt(t + ELEM, elem);
        return t;
    }

    /// `[]elem`.
    public int slice(String name, int elem) {
        int w = target.wordBytes();
        int t = type(name, TypeTable.SLICE, 3L * w, w, 0, true);
        rodata.putInt(t + ELEM, elem);
        return t;
    }

    /// `map[key]elem`.
    public int map(String name, int key, int elem) {
        int w = target.wordBytes();
        int t = type(name, TypeTable.MAP, w, w, FLAG_DIRECT, true);
        rodata.putInt(t + KEY, key);
        rodata.putInt(t + ELEM, elem);
        return t;
    }

    /// `[length]elem`; a long one leaves its bitmap to its elements.
    public int array(String name, int elem, int length) {
        long size = rodata.getLong(elem + SIZE);
        int elemWords = (int) (size / target.wordBytes());
        boolean[] pointers = new boolean[elemWords * length];
        for (int i = 0; i < pointers.length; i++) {
            pointers[i] = isPointer(elem, i % elemWords);
        }
        int t =
                type(
                        name,
                        TypeTable.ARRAY,
                        size * length,
                        rodata.get(elem + ALIGN),
                        rodata.get(elem + FLAGS) & (FLAG_COMPARABLE | FLAG_REGULAR_MEMORY),
                        pointers);
        rodata.putInt(t + ELEM, elem);
        rodata.putLong(t + LENGTH, length);
        if (pointers.length > 1024) {
            rodata.putInt(t + GC_MASK, 0);
        }
        return t;
    }

    private boolean isPointer(int type, int word) {
        return word < rodata.getLong(type + PTR_BYTES) / target.wordBytes()
                && (rodata.get(rodata.getInt(type + GC_MASK) + word / 8) >> word % 8 & 1) != 0;
    }

    /// A struct type.
    public int struct(String name, Field... fields) {
        int offset = 0;
        int align = 1;
        int flags = FLAG_COMPARABLE;
        int list = take(fields.length * FIELD_BYTES);
        boolean[] pointers = new boolean[1024];
        for (int i = 0; i < fields.length; i++) {
            int ft = fields[i].type();
            int a = rodata.get(ft + ALIGN);
            offset = offset + a - 1 & -a;
            align = Math.max(align, a);
            if ((rodata.get(ft + FLAGS) & FLAG_COMPARABLE) == 0) {
                flags = 0;
            }
            int f = list + i * FIELD_BYTES;
            string(f, fields[i].name());
            rodata.putInt(f + FIELD_TYPE, ft);
            rodata.putLong(f + FIELD_OFFSET, offset);
            int size = (int) rodata.getLong(ft + SIZE);
            for (int w = 0; w < size / target.wordBytes(); w++) {
                pointers[offset / target.wordBytes() + w] |= isPointer(ft, w);
            }
            offset += size;
        }
        int t = type(name, TypeTable.STRUCT, offset + align - 1 & -align, align, flags, pointers);
        rodata.putInt(t + LIST, list);
        rodata.putInt(t + AUX, fields.length);
        return t;
    }

    /// A pair of interface and concrete type.
    ///
    /// @return index of its method table
    public int itab(int inter, int type) {
        int at = itabs.position();
        itabs.position(at + AddressLayout.ITAB_BYTES);
        itabs.putInt(at + ITAB_INTER, inter);
        itabs.putInt(at + ITAB_TYPE, type);
        return at / AddressLayout.ITAB_BYTES;
    }

    /// What was written.
    public byte[] rodata() {
        return java.util.Arrays.copyOf(rodata.array(), rodata.position() + 7 & -8);
    }

    /// The method tables.
    public byte[] itabs() {
        return java.util.Arrays.copyOf(itabs.array(), itabs.position());
    }

    /// Offsets of all descriptors.
    public int[] types() {
        return types.stream().mapToInt(Integer::intValue).toArray();
    }

    /// What it is for.
    public Target target() {
        return target;
    }
}
