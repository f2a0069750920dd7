package org.gorrery.compiler.codegen;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gorrery.abi.TypeLayout;
import org.gorrery.compiler.ir.IrProgram;
import org.gorrery.compiler.ir.Sizes;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.ChanType;
import org.gorrery.compiler.types.GoObject;
import org.gorrery.compiler.types.GoPackage;
import org.gorrery.compiler.types.InterfaceType;
import org.gorrery.compiler.types.MapType;
import org.gorrery.compiler.types.NamedType;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.Signature;
import org.gorrery.compiler.types.SliceType;
import org.gorrery.compiler.types.StructType;
import org.gorrery.compiler.types.TupleType;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.TypeParameter;
import org.gorrery.compiler.types.UnionType;
import org.jspecify.annotations.Nullable;

/// Type descriptors in read-only data ([TypeLayout]): placed when first asked for, written by [#link]. Identical types share one.
final class TypeDescriptors {
    /// Arrays of more words than this leave their pointer bitmap to their element type.
    private static final int MASK_WORDS = 1024;

    private final Rodata rodata;
    private final Sizes sizes;
    private final TypeIdentity identity;
    private final TypeNames names;
    private final TypeTraits traits;
    private final Map<String, Integer> offsets = new LinkedHashMap<>();
    private final Map<String, List<IrProgram.Method>> methods = new HashMap<>();
    private final Deque<Type> unwritten = new ArrayDeque<>();
    private final Thunks thunks;

    TypeDescriptors(
            Rodata rodata, Sizes sizes, TypeIdentity identity, IrProgram program, Thunks thunks) {
        this.rodata = rodata;
        this.sizes = sizes;
        this.identity = identity;
        this.names = new TypeNames(identity, program.localTypes());
        this.traits = new TypeTraits(sizes);
        var asked = askedFor(program);
        program.methods()
                .forEach((t, list) ->
                        this.methods.put(
                                identity.key(t),
                                list.stream()
                                        .filter(m ->
                                                m.viaData() != null || asked.contains(m.name()))
                                        .toList()));
        this.thunks = thunks;
    }

    /// Names of the methods of interfaces: a type has those, even where nothing calls them, so that reflection sees what it implements.
    private Set<String> askedFor(IrProgram program) {
        var names = new HashSet<String>();
        program.interfaces().forEach(i -> identity.methods(i).forEach(m -> names.add(m.name())));
        for (var t : program.runtimeTypes()) {
            if (t.underlying() instanceof InterfaceType i) {
                identity.methods(i).forEach(m -> names.add(m.name()));
            }
        }
        return names;
    }

    /// Offset of a type's descriptor.
    int offset(Type type) {
        var key = identity.key(type);
        var known = offsets.get(key);
        if (known == null) {
            known = rodata.place(TypeLayout.BYTES, 8);
            offsets.put(key, known);
            unwritten.add(type);
        }
        return known;
    }

    /// FNV-1a over the canonical text.
    int hash(Type type) {
        int h = 0x811c9dc5;
        var key = identity.key(type);
        for (int i = 0; i < key.length(); i++) {
            h = (h ^ key.charAt(i)) * 0x01000193;
        }
        return h;
    }

    /// All descriptors placed so far.
    int[] all() {
        return offsets.values().stream().mapToInt(Integer::intValue).toArray();
    }

    /// Writes all descriptors, those they refer to included.
    void link() {
        while (!unwritten.isEmpty()) {
            var type = unwritten.poll();
            write(type, offset(type));
        }
        offsets.forEach((key, at) -> {
            rodata.put32(at + TypeLayout.PTR_TO_THIS, offsets.getOrDefault("*" + key, 0));
            rodata.put32(at + TypeLayout.SLICE_OF_THIS, offsets.getOrDefault("[]" + key, 0));
        });
    }

    private void write(Type type, int at) {
        long pointerBytes = sizes.pointerBytes(type);
        rodata.put64(at + TypeLayout.SIZE, sizes.size(type));
        rodata.put64(at + TypeLayout.PTR_BYTES, pointerBytes);
        rodata.put32(at + TypeLayout.HASH, hash(type));
        rodata.put8(at + TypeLayout.KIND, TypeTraits.kind(type));
        rodata.put8(at + TypeLayout.ALIGN, sizes.align(type));
        rodata.put8(at + TypeLayout.FIELD_ALIGN, sizes.align(type));
        rodata.put8(at + TypeLayout.FLAGS, traits.flags(type));
        rodata.string(at + TypeLayout.STRING, names.string(type));
        rodata.string(at + TypeLayout.NAME, names.name(type));
        rodata.string(at + TypeLayout.PKG_PATH, packagePath(type));
        rodata.put32(at + TypeLayout.METHODS, methodList(type));
        if (pointerBytes != 0) {
            rodata.put32(at + TypeLayout.GC_MASK, mask(type, pointerBytes));
        }
        writeKind(type.underlying(), at);
        if (type instanceof NamedType && type.underlying() instanceof InterfaceType i) {
            rodata.put32(at + TypeLayout.ELEM, offset(i));
        }
    }

    private int mask(Type type, long pointerBytes) {
        long words = sizes.size(type) / sizes.target().wordBytes();
        if (type.underlying() instanceof ArrayType && words > MASK_WORDS) {
            return 0;
        }
        byte[] bits = sizes.pointers(type).toByteArray();
        int count = (int) (pointerBytes / sizes.target().wordBytes() + 7) / 8;
        int at = rodata.place(Math.max(count, bits.length), 8);
        rodata.put(at, bits);
        return at;
    }

    private void writeKind(Type type, int at) {
        switch (type) {
            case PointerType p -> rodata.put32(at + TypeLayout.ELEM, offset(p.elem()));
            case SliceType s -> rodata.put32(at + TypeLayout.ELEM, offset(s.elem()));
            case ArrayType a -> {
                rodata.put32(at + TypeLayout.ELEM, offset(a.elem()));
                rodata.put64(at + TypeLayout.LENGTH, a.length());
                offset(new SliceType(a.elem()));
            }
            case MapType m -> {
                rodata.put32(at + TypeLayout.ELEM, offset(m.value()));
                rodata.put32(at + TypeLayout.KEY, offset(m.key()));
            }
            case ChanType c -> {
                rodata.put32(at + TypeLayout.ELEM, offset(c.elem()));
                rodata.put32(at + TypeLayout.AUX, TypeTraits.direction(c));
            }
            case StructType s -> struct(s, at);
            case Signature s -> signature(s, at);
            case InterfaceType i -> iface(i, at);
            case BasicType _, NamedType _, TupleType _, TypeParameter _, UnionType _ -> {}
        }
    }

    private void struct(StructType s, int at) {
        int n = s.fields().size();
        rodata.put32(at + TypeLayout.AUX, n);
        if (n == 0) {
            return;
        }
        int list = rodata.place(n * TypeLayout.FIELD_BYTES, 8);
        rodata.put32(at + TypeLayout.LIST, list);
        for (int i = 0; i < n; i++) {
            var field = s.fields().get(i);
            int f = list + i * TypeLayout.FIELD_BYTES;
            rodata.string(f, field.name());
            rodata.string(f + 8, hiddenIn(field));
            rodata.put32(f + TypeLayout.FIELD_TYPE, offset(field.type()));
            rodata.put32(
                    f + TypeLayout.FIELD_FLAGS,
                    (field.embedded() ? 1 : 0) | (field.exported() ? 2 : 0));
            rodata.stringOfBytes(f + TypeLayout.FIELD_TAG, s.tags().get(i));
            rodata.put64(f + TypeLayout.FIELD_OFFSET, sizes.offset(s, i));
        }
    }

    private void signature(Signature s, int at) {
        var ins = s.params().vars();
        var outs = s.results().vars();
        rodata.put32(
                at + TypeLayout.AUX, ins.size() | outs.size() << 16 | (s.variadic() ? 1 << 31 : 0));
        if (ins.isEmpty() && outs.isEmpty()) {
            return;
        }
        int list = rodata.place(4 * (ins.size() + outs.size()), 4);
        rodata.put32(at + TypeLayout.LIST, list);
        for (int i = 0; i < ins.size(); i++) {
            rodata.put32(list + 4 * i, offset(ins.get(i).type()));
        }
        for (int i = 0; i < outs.size(); i++) {
            rodata.put32(list + 4 * (ins.size() + i), offset(outs.get(i).type()));
        }
    }

    private void iface(InterfaceType type, int at) {
        var list = identity.methods(type);
        rodata.put32(at + TypeLayout.AUX, list.size());
        if (list.isEmpty()) {
            return;
        }
        int start = rodata.place(list.size() * TypeLayout.IMETHOD_BYTES, 8);
        rodata.put32(at + TypeLayout.LIST, start);
        for (int i = 0; i < list.size(); i++) {
            int m = start + i * TypeLayout.IMETHOD_BYTES;
            rodata.string(m, list.get(i).name());
            rodata.string(m + 8, hiddenIn(list.get(i)));
            rodata.put32(m + TypeLayout.IMETHOD_TYPE, offset(list.get(i).signature()));
        }
    }

    private int methodList(Type type) {
        var list = methods.get(identity.key(type));
        if (list == null || list.isEmpty()) {
            return 0;
        }
        int start = rodata.place(8 + list.size() * TypeLayout.METHOD_BYTES, 8);
        rodata.put32(start, list.size());
        for (int i = 0; i < list.size(); i++) {
            var method = list.get(i);
            int m = start + 8 + i * TypeLayout.METHOD_BYTES;
            boolean exported = Character.isUpperCase(method.name().codePointAt(0));
            rodata.string(m, method.name());
            rodata.string(m + 8, exported ? "" : method.packagePath());
            rodata.put32(m + TypeLayout.METHOD_TYPE, offset(method.signature()));
            rodata.put32(m + TypeLayout.METHOD_IFN, thunk(method.viaData()));
            rodata.put32(m + TypeLayout.METHOD_TFN, thunk(method.viaReceiver()));
            rodata.put32(m + TypeLayout.METHOD_FLAGS, exported ? 1 : 0);
        }
        return start;
    }

    private int thunk(org.gorrery.compiler.ir.@Nullable IrFunction f) {
        return f == null ? -1 : thunks.indexOf(f);
    }

    private static String hiddenIn(GoObject member) {
        return member.exported() ? "" : path(member.pkg());
    }

    private static String path(@Nullable GoPackage pkg) {
        return pkg == null ? "" : pkg.path();
    }

    private String packagePath(Type type) {
        return switch (type) {
            case NamedType n -> path(n.object().pkg());
            case BasicType b when b == BasicType.UNSAFE_POINTER -> "unsafe";
            case StructType s ->
                    s.fields().stream()
                            .filter(f -> !f.exported())
                            .map(f -> path(f.pkg()))
                            .findFirst()
                            .orElse("");
            case InterfaceType i ->
                    identity.methods(i).stream()
                            .filter(m -> !m.exported())
                            .map(m -> path(m.pkg()))
                            .findFirst()
                            .orElse("");
            case BasicType _,
                    PointerType _,
                    SliceType _,
                    ArrayType _,
                    MapType _,
                    ChanType _,
                    Signature _,
                    TupleType _,
                    TypeParameter _,
                    UnionType _ ->
                    "";
        };
    }
}
