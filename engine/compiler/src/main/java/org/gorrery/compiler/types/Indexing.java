package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.compiler.constant.Constants;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Expr;
import org.jspecify.annotations.Nullable;

/// Index and slice expressions (Go spec, "Index expressions", "Slice expressions").
final class Indexing {
    private final CheckContext c;

    Indexing(CheckContext c) {
        this.c = c;
    }

    /// `x[i]`: an element, or the instance of a generic type or function.
    Val index(Expr.Index e) {
        var x = c.exprs.valueOrType(e.x());
        if (x.isInvalid()) {
            c.exprs.use(e.indices());
            return Val.invalid(e);
        }
        if (x.mode() == Mode.BUILTIN) {
            return refuse(e, x, e.indices().getFirst());
        }
        if (x.mode() == Mode.TYPE) {
            var t = c.typeExprs.written(e);
            return t == BasicType.INVALID ? Val.invalid(e) : Val.of(Mode.TYPE, t, e);
        }
        if (x.type() instanceof Signature s && !s.typeParams().isEmpty()) {
            return c.inference.explicit(e, x, s);
        }
        if (e.indices().size() != 1) {
            c.exprs.use(e.indices());
            c.error(
                    e.indices().get(1),
                    DiagnosticCode.BAD_INDEX,
                    "invalid operation: more than one index");
            return Val.invalid(e);
        }
        if (x.isUntyped() && !x.isConstant()) {
            x = c.untyped.defaulted(x);
        }
        return element(e, x, e.indices().getFirst());
    }

    private Val element(Expr.Index e, Val x, Expr i) {
        var t = x.type();
        if (t instanceof TypeParameter p) {
            return ofParameter(e, x, p, i);
        }
        return switch (t.underlying()) {
            case BasicType b when b.isString() -> string(e, x, i);
            case ArrayType a -> {
                check(i, a.length());
                yield Val.of(
                        x.mode() == Mode.VARIABLE ? Mode.VARIABLE : Mode.VALUE, a.written(), e);
            }
            case PointerType p
                    when p.elem().underlying() instanceof ArrayType a
                            && !(p.elem() instanceof TypeParameter) -> {
                check(i, a.length());
                yield Val.of(Mode.VARIABLE, a.written(), e);
            }
            case SliceType s -> {
                check(i, -1);
                yield Val.of(Mode.VARIABLE, s.written(), e);
            }
            case MapType m -> {
                var key = c.exprs.value(i, m.key());
                c.assignments.assign(key, m.writtenKey(), "map index");
                yield Val.of(Mode.MAP_INDEX, m.writtenValue(), e);
            }
            case PointerType p
                    when p.elem() instanceof TypeParameter q
                            && c.types.sets().core(q) instanceof ArrayType a -> {
                check(i, a.length());
                yield Val.of(Mode.VARIABLE, a.written(), e);
            }
            case BasicType b -> refuse(e, x, i);
            case PointerType b -> refuse(e, x, i);
            case StructType b -> refuse(e, x, i);
            case InterfaceType b -> refuse(e, x, i);
            case Signature b -> refuse(e, x, i);
            case ChanType b -> refuse(e, x, i);
            case NamedType b -> refuse(e, x, i);
            case TupleType b -> refuse(e, x, i);
            case TypeParameter b -> refuse(e, x, i);
            case UnionType b -> refuse(e, x, i);
        };
    }

    private Val refuse(Expr.Index e, Val x, Expr i) {
        c.exprs.use(List.of(i));
        c.error(e.operatorPos(), DiagnosticCode.BAD_INDEX, "cannot index " + c.text(x));
        return Val.invalid(e);
    }

    private Val string(Expr.Index e, Val x, Expr i) {
        var value = x.value();
        boolean constant = x.isConstant() && value != null;
        long length = constant && value != null ? Constants.bytes(value).length() : -1;
        long at = check(i, length);
        if (constant && at >= 0 && value != null) {
            if (x.isUntyped()) {
                c.untyped.settle(x, BasicType.STRING);
            }
            // an element of a constant string is no constant, but a value known here
            return Val.of(Mode.VALUE, Universe.BYTE, e);
        }
        if (x.isUntyped()) {
            c.untyped.settle(x, BasicType.STRING);
        }
        return Val.of(Mode.VALUE, Universe.BYTE, e);
    }

    /// All types of a type parameter's set must allow the index, with one element type.
    private Val ofParameter(Expr.Index e, Val x, TypeParameter p, Expr i) {
        var terms = c.types.sets().terms(p);
        if (terms == null || terms.isEmpty()) {
            return refuse(e, x, i);
        }
        WrittenType elem = null;
        Type key = null;
        long length = -1;
        boolean variable = x.mode() == Mode.VARIABLE;
        for (var term : terms) {
            var shape = shape(term.type().underlying(), x.mode());
            if (shape == null
                    || elem != null
                            && (!c.types.identical(elem.actual(), shape.elem())
                                    || (key == null) != (shape.key() == null))) {
                return refuse(e, x, i);
            }
            elem = shape.written();
            key = shape.key();
            variable &= shape.variable();
            if (shape.length() >= 0) {
                length = length < 0 ? shape.length() : Math.min(length, shape.length());
            }
        }
        if (elem == null) {
            return refuse(e, x, i);
        }
        if (key != null) {
            c.assignments.assign(c.exprs.value(i, key), key, "map index");
            return Val.of(Mode.MAP_INDEX, elem, e);
        }
        check(i, length);
        return Val.of(variable ? Mode.VARIABLE : Mode.VALUE, elem, e);
    }

    private record Shape(WrittenType written, @Nullable Type key, long length, boolean variable) {
        Type elem() {
            return written.actual();
        }
    }

    private static @Nullable Shape shape(Type t, Mode mode) {
        return switch (t) {
            case BasicType b when b.isString() -> new Shape(Universe.BYTE, null, -1, false);
            case ArrayType a -> new Shape(a.written(), null, a.length(), mode == Mode.VARIABLE);
            case PointerType p when p.elem().underlying() instanceof ArrayType a ->
                    new Shape(a.written(), null, a.length(), true);
            case SliceType s -> new Shape(s.written(), null, -1, true);
            case MapType m -> new Shape(m.writtenValue(), m.key(), -1, false);
            default -> null;
        };
    }

    /// Checks an index; `length` -1 where not known. Gives the constant index, or -1.
    long check(Expr i, long length) {
        var v = c.exprs.value(i);
        if (!isInteger(v, "index", false)) {
            return -1;
        }
        var value = v.value();
        if (!v.isConstant() || value == null) {
            return -1;
        }
        var n = Constants.toInteger(value);
        if (n == null) {
            return -1;
        }
        if (length >= 0 && n.compareTo(java.math.BigInteger.valueOf(length)) >= 0) {
            c.error(
                    i,
                    DiagnosticCode.INDEX_OUT_OF_RANGE,
                    "invalid argument: index " + n + " out of bounds [0:" + length + "]");
            return -1;
        }
        return n.longValue();
    }

    /// Whether an operand may be an index or size; reports where not. An untyped one becomes int.
    boolean isInteger(Val operand, String what, boolean negativeAllowed) {
        if (operand.isInvalid()) {
            return false;
        }
        var v = operand;
        if (v.isUntyped()) {
            v = c.untyped.convert(v, BasicType.INT);
            if (v.isInvalid()) {
                return false;
            }
        }
        if (!c.types.sets().all(v.type(), t -> t instanceof BasicType b && b.isInteger())) {
            c.error(
                    v.expr(),
                    DiagnosticCode.BAD_INDEX,
                    "invalid argument: " + what + " " + c.text(v) + " must be integer");
            return false;
        }
        var value = v.value();
        if (v.isConstant() && value != null) {
            if (!negativeAllowed && Constants.sign(value) < 0) {
                c.error(
                        v.expr(),
                        DiagnosticCode.BAD_INDEX,
                        "invalid argument: " + what + " " + c.text(v) + " must not be negative");
                return false;
            }
            if (c.types.sizes().represent(value, BasicType.INT) == null) {
                c.error(
                        v.expr(),
                        DiagnosticCode.BAD_INDEX,
                        "invalid argument: " + what + " " + c.text(v) + " overflows int");
                return false;
            }
        }
        return true;
    }

    /// `x[lo:hi:max]`.
    Val slice(Expr.SliceExpr e) {
        var x = c.exprs.value(e.x());
        if (x.isInvalid()) {
            use(e);
            return Val.invalid(e);
        }
        WrittenType result;
        long length = -1;
        var core = c.types.sets().coreOrBytes(x.type());
        switch (core) {
            case null -> {
                return refuse(
                        e,
                        "cannot slice "
                                + c.text(x)
                                + ": "
                                + (x.type() instanceof TypeParameter p
                                                && c.types.sets().terms(p) == null
                                        ? "no specific type in " + c.text(x.written())
                                        : c.types.sets().whyNoCore(x.type(), c.errors.text)));
            }
            case BasicType b when b.isString() -> {
                if (e.full()) {
                    return refuseFull(e);
                }
                var value = x.value();
                if (x.isConstant() && value != null) {
                    length = Constants.bytes(value).length();
                }
                if (x.isUntyped()) {
                    c.untyped.settle(x, BasicType.STRING);
                }
                boolean plain = x.type().underlying() == BasicType.UNTYPED_STRING;
                result = plain ? BasicType.STRING : x.written();
            }
            case ArrayType a -> {
                if (x.mode() != Mode.VARIABLE) {
                    return refuse(e, "cannot slice unaddressable value " + c.text(x));
                }
                c.operators.markAddressTaken(e.x());
                length = a.length();
                result = new SliceType(a.written());
            }
            case PointerType p when p.elem().underlying() instanceof ArrayType a -> {
                length = a.length();
                result = new SliceType(a.written());
            }
            case SliceType s -> result = x.written();
            default -> {
                return refuse(e, "cannot slice " + c.text(x));
            }
        }
        bounds(e, length);
        return Val.of(Mode.VALUE, result, e);
    }

    private void use(Expr.SliceExpr e) {
        var parts = new ArrayList<Expr>();
        for (var part : new Expr[] {e.lo(), e.hi(), e.max()}) {
            if (part != null) {
                parts.add(part);
            }
        }
        c.exprs.use(parts);
    }

    private Val refuse(Expr.SliceExpr e, String message) {
        c.error(e.x(), DiagnosticCode.NOT_SLICEABLE, message);
        return Val.invalid(e);
    }

    private Val refuseFull(Expr.SliceExpr e) {
        var third = e.max();
        c.error(
                third == null ? e : third,
                DiagnosticCode.NOT_SLICEABLE,
                "invalid operation: 3-index slice of string");
        return Val.invalid(e);
    }

    private void bounds(Expr.SliceExpr e, long length) {
        var parts = new Expr[] {e.lo(), e.hi(), e.max()};
        var known = new long[] {-1, -1, -1};
        for (int i = 0; i < 3; i++) {
            var part = parts[i];
            if (part != null) {
                known[i] = check(part, length < 0 ? -1 : length + 1);
            }
        }
        for (int i = 0; i < 2; i++) {
            for (int j = i + 1; j < 3; j++) {
                var later = parts[j];
                if (known[i] >= 0 && known[j] >= 0 && known[i] > known[j] && later != null) {
                    c.error(
                            later,
                            DiagnosticCode.BAD_INDEX,
                            "invalid slice indices: " + known[j] + " < " + known[i]);
                    return;
                }
            }
        }
    }
}
