package org.gorrery.compiler.types;

import org.gorrery.compiler.constant.Constants;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Expr;

/// Explicit conversions `T(x)` (Go spec, "Conversions").
final class Conversions {
    private final CheckContext c;

    Conversions(CheckContext c) {
        this.c = c;
    }

    /// `x` converted to `t`, as the value of the call `e`.
    Val convert(Expr.Call e, Val x, WrittenType written) {
        var t = written.actual();
        var value = x.value();
        if (x.isConstant()
                && value != null
                && t.underlying() instanceof BasicType b
                && b != BasicType.UNSAFE_POINTER
                && !(t instanceof TypeParameter)) {
            var made = c.types.assignability().convertConstant(value, x.type(), b);
            if (made != null) {
                if (x.isUntyped()) {
                    settleConstant(x, t);
                }
                return Val.constant(written, made, e);
            }
            boolean integers =
                    x.type().underlying() instanceof BasicType from
                            && from.isInteger()
                            && b.isInteger();
            if (integers) {
                c.error(
                        x.expr(),
                        DiagnosticCode.CONSTANT_OVERFLOW,
                        "constant "
                                + org.gorrery.compiler.constant.ConstantText.of(value)
                                + " overflows "
                                + c.text(written));
                return Val.invalid(e);
            }
            return refuse(e, x, written, "");
        }
        if (x.isConstant() && value != null && t instanceof TypeParameter p) {
            return constantToParameter(e, x, p);
        }
        if (x.isNil() || x.isUntyped()) {
            return untyped(e, x, written);
        }
        var made = typed(e, x, written);
        boolean constant = x.isUnknown() && t.underlying() instanceof BasicType;
        return constant && !made.isInvalid() ? made.withMode(Mode.CONSTANT) : made;
    }

    /// An untyped constant keeps its default type where the conversion is no mere representation.
    private void settleConstant(Val x, Type t) {
        var b = (BasicType) t.underlying();
        var value = x.value();
        boolean fits = value != null && c.types.sizes().represent(value, b) != null;
        boolean character = b == BasicType.STRING && !fits; // any integer is the number of one
        if (!character) {
            c.untyped.settle(x, fits ? t : Types.defaultType(x.type()));
        }
    }

    private Val constantToParameter(Expr.Call e, Val x, TypeParameter p) {
        var terms = c.types.sets().terms(p);
        var value = x.value();
        if (terms == null || terms.isEmpty() || value == null) {
            return refuse(e, x.asValue(), p, c.text(p) + " does not contain specific types");
        }
        for (var term : terms) {
            var u = term.type().underlying();
            WrittenType shown = term.type() instanceof BasicType ? term.written() : u;
            boolean ok;
            if (u instanceof BasicType b && b != BasicType.UNSAFE_POINTER) {
                ok = c.types.assignability().convertConstant(value, x.type(), b) != null;
                if (!ok
                        && x.type().underlying() instanceof BasicType from
                        && from.isInteger()
                        && b.isInteger()) {
                    return refuse(
                            e,
                            x.asValue(),
                            p,
                            "constant "
                                    + org.gorrery.compiler.constant.ConstantText.of(value)
                                    + " overflows "
                                    + c.text(shown)
                                    + " (in "
                                    + c.text(p)
                                    + ")");
                }
            } else {
                var from = Types.defaultType(x.type());
                ok = c.types.assignability().convertible(from, u, c.errors.text).ok();
            }
            if (!ok) {
                return refuse(
                        e,
                        x.asValue(),
                        p,
                        "cannot convert "
                                + c.text(x)
                                + " to type "
                                + c.text(shown)
                                + " (in "
                                + c.text(p)
                                + ")");
            }
        }
        c.untyped.settle(x, Types.defaultType(x.type()));
        return Val.of(Mode.VALUE, p, e);
    }

    private Val untyped(Expr.Call e, Val x, WrittenType written) {
        var t = written.actual();
        if (x.isNil()) {
            if (!c.types.assignability().hasNil(t)) {
                return refuse(e, x, written, "");
            }
            c.untyped.settle(x, t);
            return Val.of(Mode.VALUE, written, e);
        }
        // a comparison's boolean, a shift, or a constant that goes to an interface or a slice
        var implicit = c.untyped.implicit(x, t);
        if (implicit.fault() == Untyped.Fault.NONE && !(t.underlying() instanceof InterfaceType)) {
            c.untyped.settled(x, implicit, t);
            return Val.of(Mode.VALUE, written, e);
        }
        if (!x.isConstant() && t.underlying() == BasicType.STRING) {
            c.untyped.settle(x, t); // a shift, which has the type of the conversion
            return Val.invalid(e);
        }
        var d = Types.defaultType(x.type());
        var verdict = c.types.assignability().convertible(d, t, c.errors.text);
        if (!verdict.ok()) {
            boolean constant = x.isConstant() && t.underlying() instanceof InterfaceType;
            return refuse(e, x, written, constant ? "" : verdict.cause());
        }
        c.untyped.settle(x, d);
        return Val.of(Mode.VALUE, written, e);
    }

    private Val typed(Expr.Call e, Val x, WrittenType written) {
        var t = written.actual();
        var verdict = c.types.assignability().convertible(x.type(), t, c.errors.text);
        if (!verdict.ok()) {
            return refuse(e, x, written, verdict.cause());
        }
        String since = verdict.cause();
        if (since.startsWith("go1.") && !c.versions.allows(Versions.minor(since))) {
            String what = since.equals("go1.20") ? "array" : "array pointer";
            return refuse(
                    e,
                    x,
                    written,
                    "conversion of slice to " + what + " requires " + since + " or later");
        }
        return Val.of(Mode.VALUE, written, e);
    }

    private Val refuse(Expr.Call e, Val x, WrittenType t, String cause) {
        if (x.type() != BasicType.INVALID && t != BasicType.INVALID) {
            c.error(
                    x.expr(),
                    DiagnosticCode.BAD_CONVERSION,
                    "cannot convert "
                            + c.text(x)
                            + " to type "
                            + c.text(t)
                            + (cause.isEmpty() ? "" : ": " + cause));
        }
        return Val.invalid(e);
    }

    /// Whether a constant is a number that is whole.
    static boolean isWhole(Val v) {
        var value = v.value();
        return value != null && Constants.isNumber(value) && Constants.toInteger(value) != null;
    }
}
