package org.gorrery.compiler.types;

import org.gorrery.compiler.constant.Constant;
import org.gorrery.compiler.constant.Constants;
import org.gorrery.compiler.syntax.ChanDir;
import org.jspecify.annotations.Nullable;

/// Assignability and conversion of values (Go spec, "Assignability", "Conversions").
final class Assignability {
    private final TypeSets sets;
    private final Satisfaction satisfaction;
    private final Sizes sizes;

    Assignability(TypeSets sets, Satisfaction satisfaction, Sizes sizes) {
        this.sets = sets;
        this.satisfaction = satisfaction;
        this.sizes = sizes;
    }

    /// The verdict; `cause` is empty where there is nothing to add.
    record Verdict(boolean ok, String cause) {}

    static final Verdict YES = new Verdict(true, "");
    static final Verdict NO = new Verdict(false, "");

    private boolean identical(Type a, Type b) {
        return sets.identity().identical(a, b);
    }

    /// Whether a value of type `v` (an untyped one: `value` where constant) may be assigned to type `t`.
    Verdict assignable(Type v, @Nullable Constant value, Type t, TypeText text) {
        if (v == BasicType.INVALID || t == BasicType.INVALID || identical(v, t)) {
            return YES;
        }
        if (v instanceof BasicType b && b.isUntyped()) {
            return untyped(b, value, t) ? YES : NO;
        }
        var vu = v.underlying();
        var tu = t.underlying();
        boolean vp = v instanceof TypeParameter;
        boolean tp = t instanceof TypeParameter;
        if (!vp && !tp && identical(vu, tu) && (!hasName(v) || !hasName(t))) {
            return YES;
        }
        if (!tp && tu instanceof InterfaceType || isInterfacePointer(tu)) {
            var refusal = satisfaction.refusal(v, t, false, text);
            if (refusal == null) {
                return YES;
            }
            if (!vp) {
                return new Verdict(false, refusal);
            }
        }
        if (!vp && vu instanceof InterfaceType && satisfaction.refusal(t, v, false, text) == null) {
            return new Verdict(false, "need type assertion");
        }
        if (!vp
                && !tp
                && vu instanceof ChanType c
                && c.dir() == ChanDir.BOTH
                && tu instanceof ChanType d
                && identical(c.elem(), d.elem())) {
            return !hasName(v) || !hasName(t) ? YES : NO;
        }
        return parameters(v, t, text);
    }

    private static boolean isInterfacePointer(Type t) {
        return t instanceof PointerType p
                && p.elem().underlying() instanceof InterfaceType
                && !(p.elem() instanceof TypeParameter);
    }

    private Verdict parameters(Type v, Type t, TypeText text) {
        if (t instanceof TypeParameter p && !hasName(v)) {
            var terms = sets.terms(p);
            if (terms == null || terms.isEmpty()) {
                return NO;
            }
            for (var term : terms) {
                if (!assignable(v, null, term.type(), text).ok()) {
                    return new Verdict(
                            false,
                            "cannot assign "
                                    + text.of(v)
                                    + " to "
                                    + text.of(term.type())
                                    + " (in "
                                    + text.of(t)
                                    + ")");
                }
            }
            return YES;
        }
        if (v instanceof TypeParameter p && !hasName(t)) {
            var terms = sets.terms(p);
            if (terms == null || terms.isEmpty()) {
                return NO;
            }
            for (var term : terms) {
                if (!assignable(term.type(), null, t, text).ok()) {
                    return new Verdict(
                            false,
                            "cannot assign "
                                    + text.of(term.type())
                                    + " (in "
                                    + text.of(v)
                                    + ") to "
                                    + text.of(t));
                }
            }
            return YES;
        }
        return NO;
    }

    /// Whether an untyped value fits a type.
    private boolean untyped(BasicType b, @Nullable Constant value, Type t) {
        if (b == BasicType.UNTYPED_NIL) {
            return hasNil(t);
        }
        if (t instanceof TypeParameter p) {
            var terms = sets.terms(p);
            return terms != null
                    && !terms.isEmpty()
                    && terms.stream().allMatch(x -> untyped(b, value, x.type()));
        }
        var u = t.underlying();
        if (u instanceof BasicType target) {
            if (value != null) {
                return sizes.represent(value, target) != null;
            }
            return b == BasicType.UNTYPED_BOOL
                    ? target.isBoolean()
                    : b.isNumeric() && target.isNumeric();
        }
        return u instanceof InterfaceType i
                && sets.of(i).isBasic()
                && sets.of(i).methods().isEmpty();
    }

    /// Whether nil is a value of the type.
    boolean hasNil(Type t) {
        if (t instanceof TypeParameter p) {
            return sets.all(p, this::hasNil);
        }
        return switch (t.underlying()) {
            case BasicType b -> b == BasicType.UNSAFE_POINTER || b == BasicType.UNTYPED_NIL;
            case PointerType p -> true;
            case SliceType p -> true;
            case Signature p -> true;
            case InterfaceType p -> true;
            case MapType p -> true;
            case ChanType p -> true;
            case NamedType p -> false;
            case ArrayType p -> false;
            case StructType p -> false;
            case TupleType p -> false;
            case TypeParameter p -> false;
            case UnionType p -> false;
        };
    }

    /// Whether it is a declared, basic or parameter type, not a literal.
    static boolean hasName(Type t) {
        return t instanceof BasicType || t instanceof NamedType || t instanceof TypeParameter;
    }

    /// Whether a value that is no constant may be converted.
    Verdict convertible(Type v, Type t, TypeText text) {
        var assigned = assignable(v, null, t, text);
        if (assigned.ok()) {
            return YES;
        }
        boolean vp = v instanceof TypeParameter;
        boolean tp = t instanceof TypeParameter;
        if (!vp && !tp) {
            var verdict = plain(v, t);
            boolean dynamic =
                    v.underlying() instanceof InterfaceType
                            || t.underlying() instanceof InterfaceType;
            return verdict.ok() || !dynamic ? verdict : assigned;
        }
        var vt = v instanceof TypeParameter p ? sets.terms(p) : null;
        var tt = t instanceof TypeParameter p ? sets.terms(p) : null;
        if (vp && (vt == null || vt.isEmpty()) || tp && (tt == null || tt.isEmpty())) {
            return NO;
        }
        for (var from : vt == null ? java.util.List.of(new UnionType.Term(false, v)) : vt) {
            for (var to : tt == null ? java.util.List.of(new UnionType.Term(false, t)) : tt) {
                if (!assignable(from.type(), null, to.type(), text).ok()
                        && !plain(from.type(), to.type()).ok()) {
                    return new Verdict(
                            false,
                            "cannot convert "
                                    + text.of(from.type())
                                    + (vp ? " (in " + text.of(v) + ")" : "")
                                    + " to type "
                                    + text.of(to.type())
                                    + (tp ? " (in " + text.of(t) + ")" : ""));
                }
            }
        }
        return YES;
    }

    private Verdict plain(Type v, Type t) {
        var vu = v.underlying();
        var tu = t.underlying();
        if (sameIgnoringTags(vu, tu)) {
            return YES;
        }
        if (v instanceof PointerType p
                && t instanceof PointerType q
                && !(p.elem() instanceof TypeParameter)
                && !(q.elem() instanceof TypeParameter)
                && sameIgnoringTags(p.elem().underlying(), q.elem().underlying())) {
            return YES;
        }
        if (vu instanceof BasicType a && tu instanceof BasicType b && basics(a, b)) {
            return YES;
        }
        if (tu == BasicType.STRING && isBytesOrRunes(vu)
                || vu instanceof BasicType a && a.isString() && isBytesOrRunes(tu)) {
            return YES;
        }
        if (vu instanceof PointerType && tu == BasicType.UNSAFE_POINTER
                || vu == BasicType.UNSAFE_POINTER && tu instanceof PointerType) {
            return YES;
        }
        if (vu instanceof SliceType s) {
            if (tu instanceof ArrayType a && identical(s.elem(), a.elem())) {
                return new Verdict(true, "go1.20");
            }
            if (tu instanceof PointerType p
                    && p.elem().underlying() instanceof ArrayType a
                    && identical(s.elem(), a.elem())) {
                return new Verdict(true, "go1.17");
            }
        }
        return NO;
    }

    private static boolean basics(BasicType a, BasicType b) {
        boolean realA = a.isInteger() || a.isFloat();
        boolean realB = b.isInteger() || b.isFloat();
        return realA && realB
                || a.isComplex() && b.isComplex()
                || b == BasicType.STRING && (a.isInteger() || a.isString())
                || a == BasicType.UNSAFE_POINTER && b == BasicType.UINTPTR
                || a == BasicType.UINTPTR && b == BasicType.UNSAFE_POINTER
                || a.isBoolean() && b.isBoolean();
    }

    private static boolean isBytesOrRunes(Type t) {
        return t instanceof SliceType s
                && (s.elem().underlying() == BasicType.UINT8
                        || s.elem().underlying() == BasicType.INT32);
    }

    private boolean sameIgnoringTags(Type a, Type b) {
        return identical(a, b) || sets.identity().identicalWithoutTags(a, b);
    }

    /// A constant converted to a basic type (Go spec, "Conversions", constants), or null where it cannot be.
    @Nullable Constant convertConstant(Constant value, Type from, BasicType to) {
        var same = sizes.represent(value, to);
        if (same != null) {
            return same;
        }
        if (to == BasicType.STRING && from.underlying() instanceof BasicType b && b.isInteger()) {
            var i = Constants.toInteger(value);
            if (i == null) {
                return null;
            }
            int rune = i.bitLength() < 32 ? i.intValue() : 0xFFFD;
            if (rune < 0 || rune > Character.MAX_CODE_POINT || rune >= 0xD800 && rune < 0xE000) {
                rune = 0xFFFD;
            }
            var utf8 = Character.toString(rune).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            return Constants.ofBytes(
                    new String(utf8, java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        return null;
    }
}
