package org.gorrery.compiler.vet;

import java.util.HashSet;
import java.util.Set;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.ChanType;
import org.gorrery.compiler.types.FuncObject;
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

/// Whether package fmt prints a value of a type properly by a verb.
final class ArgumentFit {
    private final Inspection in;
    private final FormatVerb verb;
    private final Set<Type> open = new HashSet<>();

    ArgumentFit(Inspection in, FormatVerb verb) {
        this.in = in;
        this.verb = verb;
    }

    boolean fits(Type type) {
        if (verb.kinds().isEmpty()) {
            return true;
        }
        if (verb.takes(FormatVerb.Kind.ERROR)) {
            return type.underlying() instanceof InterfaceType
                    ? hasMethod(in, type, "Error") || isEmpty(type)
                    : hasMethod(in, type, "Error");
        }
        return fits(type, true);
    }

    private static boolean isEmpty(Type type) {
        return type == BasicType.UNTYPED_NIL;
    }

    /// Whether the type has a method `name() string`.
    static boolean hasMethod(Inspection in, Type type, String name) {
        var found = in.types.lookupFieldOrMethod(type, false, in.checked.pkg(), name);
        return found != null
                && found.object() instanceof FuncObject f
                && f.isTyped()
                && f.signature().params().vars().isEmpty()
                && f.signature().results().vars().size() == 1
                && f.signature().results().vars().getFirst().type() == BasicType.STRING;
    }

    private boolean printsItself(Type type) {
        return verb.takes(FormatVerb.Kind.STRING)
                && (hasMethod(in, type, "Error") || hasMethod(in, type, "String"));
    }

    private boolean fits(Type type, boolean top) {
        if (printsItself(type) || type instanceof TypeParameter || !open.add(type)) {
            return true;
        }
        boolean pointer = verb.takes(FormatVerb.Kind.POINTER);
        boolean verdict =
                switch (type.underlying()) {
                    case BasicType b -> basic(b);
                    case Signature s -> pointer;
                    case ChanType c -> pointer;
                    case MapType m ->
                            isPointerOnly() || fits(m.key(), false) && fits(m.value(), false);
                    case ArrayType a -> isText(a.elem()) || fits(a.elem(), false);
                    case SliceType s ->
                            isText(s.elem()) || isPointerOnly() || fits(s.elem(), false);
                    case PointerType p -> pointer(p, top);
                    case StructType s -> s.fields().stream().allMatch(f -> field(f));
                    case InterfaceType i -> true;
                    case TupleType t -> true;
                    case UnionType u -> true;
                    case NamedType n -> true;
                    case TypeParameter p -> true;
                };
        open.remove(type);
        return verdict;
    }

    private boolean field(org.gorrery.compiler.types.VarObject f) {
        // what is hidden is printed without its methods
        return fits(f.type(), false) && (f.exported() || !printsItself(f.type()));
    }

    private boolean isPointerOnly() {
        return verb.kinds().equals(Set.of(FormatVerb.Kind.POINTER));
    }

    private boolean isText(Type elem) {
        return elem.underlying() == BasicType.UINT8 && verb.takes(FormatVerb.Kind.STRING);
    }

    private boolean pointer(PointerType p, boolean top) {
        if (isPointerOnly()) {
            return true;
        }
        var elem = p.elem().underlying();
        boolean composite =
                elem instanceof StructType
                        || elem instanceof ArrayType
                        || elem instanceof SliceType
                        || elem instanceof MapType;
        return composite && top ? fits(p.elem(), false) : verb.takes(FormatVerb.Kind.POINTER);
    }

    private boolean basic(BasicType b) {
        if (b == BasicType.UNTYPED_NIL || b == BasicType.INVALID) {
            return b == BasicType.INVALID;
        }
        if (b == BasicType.UNSAFE_POINTER) {
            return verb.takes(FormatVerb.Kind.POINTER) || verb.takes(FormatVerb.Kind.INT);
        }
        if (b.isInteger()) {
            return verb.takes(FormatVerb.Kind.INT)
                    || verb.takes(FormatVerb.Kind.BYTE) && b == BasicType.UINT8
                    || verb.takes(FormatVerb.Kind.RUNE) && b == BasicType.INT32;
        }
        return verb.takes(FormatVerb.Kind.FLOAT) && b.isFloat()
                || verb.takes(FormatVerb.Kind.COMPLEX) && b.isComplex()
                || verb.takes(FormatVerb.Kind.STRING) && b.isString()
                || verb.takes(FormatVerb.Kind.BOOL) && b.isBoolean();
    }
}
