package org.gorrery.compiler.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.compiler.ir.MemKind;
import org.gorrery.compiler.ir.Sizes;
import org.gorrery.compiler.ir.Word;
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
import org.gorrery.compiler.types.Types;
import org.gorrery.compiler.types.UnionType;
import org.gorrery.target.Target;

/// How the values of each type are held in JVM words, and where those words lie in memory.
///
/// A value is either *words* (at most [#MAX_WORDS] of a struct, all of a basic type) or *memory*: the address of a copy.
final class WordLayout {
    /// Structs of more words live in memory.
    static final int MAX_WORDS = 4;

    /// One word of a value.
    ///
    /// @param mem how it lies in memory
    /// @param offset from the start of the value
    /// @param length whether it is a length: a J in a local, of target word width in memory
    record Slot(Word word, MemKind mem, long offset, boolean length) {}

    private final Types types;
    private final Target target;
    private final Map<Type, List<Slot>> cache = new HashMap<>();

    WordLayout(Types types, Target target) {
        this.types = types;
        this.target = target;
    }

    /// Whether values of the type are held in words (none at all for a type of size 0).
    @SuppressWarnings("ReferenceEquality") // the marker is one object
    boolean inWords(Type type) {
        return slotsOf(type) != memoryMarker;
    }

    /// The words of a type held in words.
    @SuppressWarnings("ReferenceEquality") // the marker is one object
    List<Slot> slots(Type type) {
        var slots = slotsOf(type);
        if (slots == memoryMarker) {
            throw new IllegalStateException("held in memory: " + Types.typeString(type));
        }
        return slots;
    }

    private final List<Slot> memoryMarker = new ArrayList<>();

    private List<Slot> slotsOf(Type type) {
        var found = cache.get(type);
        if (found == null) {
            var out = new ArrayList<Slot>();
            boolean fits = flatten(type, 0, out);
            boolean basic =
                    !(type.underlying() instanceof StructType
                            || type.underlying() instanceof ArrayType);
            found = fits && (basic || out.size() <= MAX_WORDS) ? List.copyOf(out) : memoryMarker;
            cache.put(type, found);
        }
        return found;
    }

    private boolean flatten(Type type, long offset, List<Slot> out) {
        int w = target.wordBytes();
        switch (type.underlying()) {
            case BasicType basic -> basic(basic, offset, out);
            case PointerType p -> out.add(new Slot(Word.P, MemKind.PTR, offset, false));
            case MapType m -> out.add(new Slot(Word.P, MemKind.PTR, offset, false));
            case ChanType c -> out.add(new Slot(Word.P, MemKind.PTR, offset, false));
            case Signature s -> out.add(new Slot(Word.P, MemKind.PTR, offset, false));
            case SliceType s -> {
                out.add(new Slot(Word.P, MemKind.PTR, offset, false));
                out.add(length(offset + w));
                out.add(length(offset + 2L * w));
            }
            case InterfaceType i -> {
                out.add(new Slot(Word.J, MemKind.ADDR, offset, false));
                out.add(new Slot(Word.P, MemKind.PTR, offset + w, false));
            }
            case StructType s -> {
                for (int i = 0; i < s.fields().size(); i++) {
                    if (out.size() > MAX_WORDS
                            || !flatten(
                                    s.fields().get(i).type(), offset + types.offsetof(s, i), out)) {
                        return false;
                    }
                }
            }
            case ArrayType a -> {
                if (a.length() > 1 && types.sizeof(a.elem()) > 0) {
                    return false;
                }
                if (a.length() > 0 && types.sizeof(a.elem()) > 0) {
                    return flatten(a.elem(), offset, out);
                }
            }
            case NamedType n -> throw new IllegalStateException("underlying type is named");
            case TupleType t -> throw new IllegalStateException("tuple has no words");
            case TypeParameter p ->
                    throw new IllegalStateException("type parameter left: " + p.object().name());
            case UnionType u -> throw new IllegalStateException("union has no words");
        }
        return true;
    }

    private Slot length(long offset) {
        return new Slot(Word.J, target.is64Bit() ? MemKind.I64 : MemKind.I32, offset, true);
    }

    private void basic(BasicType type, long offset, List<Slot> out) {
        int w = target.wordBytes();
        switch (type) {
            case BOOL, UNTYPED_BOOL, UINT8 -> out.add(new Slot(Word.I, MemKind.U8, offset, false));
            case INT8 -> out.add(new Slot(Word.I, MemKind.I8, offset, false));
            case INT16 -> out.add(new Slot(Word.I, MemKind.I16, offset, false));
            case UINT16 -> out.add(new Slot(Word.I, MemKind.U16, offset, false));
            case INT32, UINT32, UNTYPED_RUNE ->
                    out.add(new Slot(Word.I, MemKind.I32, offset, false));
            case INT64, UINT64 -> out.add(new Slot(Word.J, MemKind.I64, offset, false));
            case INT, UINT, UINTPTR, UNTYPED_INT ->
                    out.add(
                            target.is64Bit()
                                    ? new Slot(Word.J, MemKind.I64, offset, false)
                                    : new Slot(Word.I, MemKind.I32, offset, false));
            case FLOAT32 -> out.add(new Slot(Word.F, MemKind.F32, offset, false));
            case FLOAT64, UNTYPED_FLOAT -> out.add(new Slot(Word.D, MemKind.F64, offset, false));
            case COMPLEX64 -> {
                out.add(new Slot(Word.F, MemKind.F32, offset, false));
                out.add(new Slot(Word.F, MemKind.F32, offset + 4, false));
            }
            case COMPLEX128, UNTYPED_COMPLEX -> {
                out.add(new Slot(Word.D, MemKind.F64, offset, false));
                out.add(new Slot(Word.D, MemKind.F64, offset + 8, false));
            }
            case STRING, UNTYPED_STRING -> {
                out.add(new Slot(Word.P, MemKind.PTR, offset, false));
                out.add(length(offset + w));
            }
            case UNSAFE_POINTER, UNTYPED_NIL ->
                    out.add(new Slot(Word.P, MemKind.PTR, offset, false));
            case INVALID -> throw new IllegalStateException("invalid type reached the lowering");
        }
    }

    /// Whether an interface holds values of the type itself in its data word, since they are one pointer.
    boolean isDirect(Type type) {
        return Sizes.isDirect(type);
    }

    /// Whether values of the type may hold pointers.
    boolean hasPointers(Type type) {
        return switch (type.underlying()) {
            case BasicType b -> b == BasicType.STRING || b == BasicType.UNSAFE_POINTER;
            case StructType s -> s.fields().stream().anyMatch(f -> hasPointers(f.type()));
            case ArrayType a -> a.length() > 0 && hasPointers(a.elem());
            case PointerType p -> true;
            case MapType m -> true;
            case ChanType c -> true;
            case Signature s -> true;
            case SliceType s -> true;
            case InterfaceType i -> true;
            case NamedType n -> true;
            case TupleType t -> true;
            case TypeParameter p -> true;
            case UnionType u -> true;
        };
    }

    /// Whether `==` of two values is the equality of all their bytes.
    boolean isRegularMemory(Type type) {
        return switch (type.underlying()) {
            case BasicType b -> !b.isFloat() && !b.isComplex() && !b.isString();
            case PointerType p -> true;
            case ChanType c -> true;
            case ArrayType a -> a.length() == 0 || isRegularMemory(a.elem());
            case StructType s -> regularStruct(s);
            case MapType m -> false;
            case Signature s -> false;
            case SliceType s -> false;
            case InterfaceType i -> false;
            case NamedType n -> false;
            case TupleType t -> false;
            case TypeParameter p -> false;
            case UnionType u -> false;
        };
    }

    private boolean regularStruct(StructType s) {
        long end = 0;
        for (int i = 0; i < s.fields().size(); i++) {
            var field = s.fields().get(i);
            if (field.name().equals("_")
                    || types.offsetof(s, i) != end
                    || !isRegularMemory(field.type())) {
                return false;
            }
            end += types.sizeof(field.type());
        }
        return end == types.sizeof(s);
    }
}
