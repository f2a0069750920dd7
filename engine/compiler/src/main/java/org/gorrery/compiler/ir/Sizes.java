package org.gorrery.compiler.ir;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.ChanType;
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
import org.gorrery.compiler.types.VarObject;
import org.gorrery.target.Target;

/// Size, alignment, field offsets and places of pointers of Go types in memory, for one target.
///
/// The word of an interface that names the dynamic type counts as no pointer: it never points into the heap.
/// Source: Go spec, "Size and alignment guarantees"; gc's rule that a last field without size is padded, so that its address lies inside.
///
/// Guard: its monitor, for what has been worked out; one compilation.
public final class Sizes {
    private final Target target;
    private final Map<Type, Layout> layouts = new IdentityHashMap<>();

    private record Layout(long size, int align, long pointerBytes, long[] offsets) {}

    /// The layout rules of that target.
    public Sizes(Target target) {
        this.target = target;
    }

    /// The target.
    public Target target() {
        return target;
    }

    /// Bytes of a value.
    public long size(Type type) {
        return layout(type).size;
    }

    /// Alignment of a variable or field, in bytes.
    public int align(Type type) {
        return layout(type).align;
    }

    /// Offset of field `index` of a struct, in bytes. `type` is a struct type, or one whose underlying type is.
    public long offset(Type type, int index) {
        return layout(type.underlying()).offsets[index];
    }

    /// Whether a value holds pointers.
    public boolean hasPointers(Type type) {
        return layout(type).pointerBytes != 0;
    }

    /// Bytes from the start after which there is no pointer any more.
    public long pointerBytes(Type type) {
        return layout(type).pointerBytes;
    }

    /// Whether an interface holds a value of the type itself, since it is one pointer: pointers, maps, channels, funcs and unsafe.Pointer.
    public static boolean isDirect(Type type) {
        return switch (type.underlying()) {
            case PointerType _, MapType _, ChanType _, Signature _ -> true;
            case BasicType b -> b == BasicType.UNSAFE_POINTER;
            case StructType s -> s.fields().size() == 1 && isDirect(s.fields().getFirst().type());
            case ArrayType a -> a.length() == 1 && isDirect(a.elem());
            case NamedType _,
                    SliceType _,
                    TupleType _,
                    InterfaceType _,
                    TypeParameter _,
                    UnionType _ ->
                    false;
        };
    }

    /// One bit per target word of a value: it is a pointer.
    public BitSet pointers(Type type) {
        var bits = new BitSet();
        mark(type, 0, bits);
        return bits;
    }

    /// `n` rounded up to a multiple of `align`.
    public static long alignUp(long n, long align) {
        return (n + align - 1) / align * align;
    }

    private synchronized Layout layout(Type type) {
        var known = layouts.get(type);
        if (known == null) {
            known = compute(type);
            layouts.put(type, known);
        }
        return known;
    }

    private Layout compute(Type type) {
        int word = target.wordBytes();
        return switch (type) {
            case BasicType b -> basic(b);
            case NamedType n -> named(n);
            case PointerType _, MapType _, ChanType _, Signature _ -> scalar(word, word, word);
            case SliceType _ -> scalar(3L * word, word, word);
            case InterfaceType _ -> scalar(2L * word, word, 2L * word);
            case ArrayType a -> array(a);
            case StructType s -> fields(s.fields());
            case TupleType t -> fields(t.vars());
            case TypeParameter p -> layout(p.underlying());
            case UnionType _ -> throw new IllegalStateException("a union has no layout");
        };
    }

    private static Layout scalar(long size, int align, long pointerBytes) {
        return new Layout(size, align, pointerBytes, new long[0]);
    }

    private Layout basic(BasicType b) {
        int word = target.wordBytes();
        int wide = target.int64Align();
        return switch (b) {
            case BOOL, INT8, UINT8, UNTYPED_BOOL -> scalar(1, 1, 0);
            case INT16, UINT16 -> scalar(2, 2, 0);
            case INT32, UINT32, FLOAT32, UNTYPED_RUNE -> scalar(4, 4, 0);
            case INT64, UINT64, FLOAT64, UNTYPED_FLOAT -> scalar(8, wide, 0);
            case COMPLEX64 -> scalar(8, 4, 0);
            case COMPLEX128, UNTYPED_COMPLEX -> scalar(16, wide, 0);
            case INT, UINT, UINTPTR, UNTYPED_INT -> scalar(word, word, 0);
            case STRING, UNTYPED_STRING -> scalar(2L * word, word, word);
            case UNSAFE_POINTER, UNTYPED_NIL -> scalar(word, word, word);
            case INVALID -> throw new IllegalStateException("an invalid type has no layout");
        };
    }

    /// The 64-bit atomics of the library carry a marker field that forces 8-byte alignment on every target.
    private Layout named(NamedType n) {
        var under = layout(n.underlying());
        var pkg = n.object().pkg();
        boolean marker =
                n.object().name().equals("align64")
                        && pkg != null
                        && (pkg.path().equals("sync/atomic")
                                || pkg.path().equals("internal/runtime/atomic"));
        return marker ? scalar(under.size, 8, 0) : under;
    }

    private Layout array(ArrayType a) {
        var elem = layout(a.elem());
        long pointers =
                elem.pointerBytes == 0 || a.length() == 0
                        ? 0
                        : (a.length() - 1) * elem.size + elem.pointerBytes;
        return scalar(elem.size * a.length(), elem.align, pointers);
    }

    private Layout fields(List<VarObject> fields) {
        long[] offsets = new long[fields.size()];
        long at = 0;
        long last = 0;
        int align = 1;
        long pointers = 0;
        for (int i = 0; i < offsets.length; i++) {
            var field = layout(fields.get(i).type());
            at = alignUp(at, field.align);
            offsets[i] = at;
            align = Math.max(align, field.align);
            if (field.pointerBytes != 0) {
                pointers = at + field.pointerBytes;
            }
            at += field.size;
            last = field.size;
        }
        if (offsets.length > 0 && last == 0 && at > 0) {
            at++;
        }
        return new Layout(alignUp(at, align), align, pointers, offsets);
    }

    private void mark(Type type, long at, BitSet bits) {
        if (!hasPointers(type)) {
            return;
        }
        int word = (int) (at / target.wordBytes());
        switch (type.underlying()) {
            case BasicType _, PointerType _, MapType _, ChanType _, Signature _, SliceType _ ->
                    bits.set(word);
            case InterfaceType _ -> bits.set(word + 1);
            case ArrayType a -> {
                long stride = size(a.elem());
                for (long i = 0; i < a.length(); i++) {
                    mark(a.elem(), at + i * stride, bits);
                }
            }
            case StructType s -> markFields(s.fields(), layout(s).offsets, at, bits);
            case TupleType t -> markFields(t.vars(), layout(t).offsets, at, bits);
            case NamedType _, TypeParameter _, UnionType _ ->
                    throw new IllegalStateException("no underlying type");
        }
    }

    private void markFields(List<VarObject> fields, long[] offsets, long at, BitSet bits) {
        for (int i = 0; i < offsets.length; i++) {
            mark(fields.get(i).type(), at + offsets[i], bits);
        }
    }
}
