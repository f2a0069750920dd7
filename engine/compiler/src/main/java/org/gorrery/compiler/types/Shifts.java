package org.gorrery.compiler.types;

import org.gorrery.compiler.constant.Arithmetic;
import org.gorrery.compiler.constant.Constants;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Token;

/// Shifts and comparisons (Go spec, "Operators", "Comparison operators").
final class Shifts {
    /// Constants are not shifted further than this.
    private static final int MAX_COUNT = 1023 - 1 + 52;

    private final CheckContext c;

    Shifts(CheckContext c) {
        this.c = c;
    }

    private boolean integer(Type t) {
        return c.types.sets().all(t, u -> u instanceof BasicType b && b.isInteger());
    }

    /// `x << y` or `x >> y`.
    Val shift(Val left, Token op, Val right, Expr e, int opPos) {
        var x = left;
        var value = x.value();
        boolean constant = x.isConstant() && value != null;
        if (constant && x.isUntyped() && value != null) {
            var whole = Constants.isNumber(value) ? Constants.toInteger(value) : null;
            if (whole != null) {
                if (!integer(x.type())) {
                    x = Val.constant(BasicType.UNTYPED_INT, Constants.of(whole), x.expr());
                }
            } else {
                return notInteger(x, e);
            }
        } else if (!(integer(x.type())
                || x.isUntyped() && x.type() instanceof BasicType b && b.isNumeric())) {
            return notInteger(x, e);
        }
        var y = count(right, constant && value != null);
        if (y.isInvalid()) {
            return Val.invalid(e);
        }
        var n = y.value();
        if (constant && value != null && y.isConstant() && n != null) {
            return constantShift(x, op, y, right, e, opPos);
        }
        if (constant && x.isUntyped() && !y.isUnknown()) {
            // takes the type that it would have without the shift, known later
            c.untyped.markShifted(x.expr());
            return Val.of(Mode.VALUE, left.written(), e);
        }
        if (!x.isUntyped() && !integer(x.type())) {
            return notInteger(x, e);
        }
        return Val.computed(x.written(), e, x, y);
    }

    private Val notInteger(Val x, Expr e) {
        c.error(
                x.expr(),
                DiagnosticCode.BAD_SHIFT,
                "invalid operation: shifted operand " + c.text(x) + " must be integer");
        return Val.invalid(e);
    }

    /// The count of a shift.
    ///
    /// @param constant whether what is shifted is constant: then any constant without fraction will do
    private Val count(Val y, boolean constant) {
        var n = y.value();
        if (y.isConstant() && n != null) {
            var whole = Constants.isNumber(n) ? Constants.toInteger(n) : null;
            if (whole != null && whole.signum() < 0) {
                c.error(
                        y.expr(),
                        DiagnosticCode.BAD_SHIFT,
                        "invalid operation: negative shift count " + c.text(y));
                return Val.invalid(y.expr());
            }
            if (y.isUntyped()) {
                return c.untyped.convert(y, BasicType.UINT);
            }
            if (!integer(y.type()) && !constant) {
                return badCount(y);
            }
            return y;
        }
        if (y.isUntyped()) {
            return c.untyped.convert(y, BasicType.UINT);
        }
        if (!integer(y.type())) {
            return badCount(y);
        }
        if (!c.types.sets().all(y.type(), t -> t instanceof BasicType b && b.isUnsigned())
                && !c.versions.require(
                        y.expr().pos(), 13, "invalid operation: signed shift count " + c.text(y))) {
            return Val.invalid(y.expr());
        }
        return y;
    }

    private Val badCount(Val y) {
        c.error(
                y.expr(),
                DiagnosticCode.BAD_SHIFT,
                "invalid operation: shift count " + c.text(y) + " must be integer");
        return Val.invalid(y.expr());
    }

    private Val constantShift(Val x, Token op, Val y, Val written, Expr e, int opPos) {
        var value = x.value();
        var n = y.value();
        if (value == null || n == null) {
            return Val.invalid(e);
        }
        var count = Constants.toInteger(n);
        if (count == null || count.bitLength() > 31 || count.intValue() > MAX_COUNT) {
            c.error(
                    y.expr(),
                    DiagnosticCode.BAD_SHIFT,
                    "invalid operation: invalid shift count " + c.text(written));
            return Val.invalid(e);
        }
        var type = x.type();
        var made =
                Val.constant(type, Arithmetic.shift(value, op == Token.SHL, count.intValue()), e);
        return c.operators.limited(made, opPos, op == Token.SHL ? "shift" : "");
    }

    /// `x op y`; for the case of a switch `x` is the case and `y` the tag.
    Val comparison(Val x, Token op, Val y, Expr e, boolean inSwitch) {
        var text = c.errors.text;
        boolean assignable = fits(x, y.type()) || fits(y, x.type());
        var offender = x;
        String cause = "";
        boolean mismatch = false;
        if (!assignable) {
            mismatch = true;
            cause = "mismatched types " + text.of(x.written()) + " and " + text.of(y.written());
        } else if (op == Token.EQL || op == Token.NEQ) {
            if (x.isNil() || y.isNil()) {
                var other = x.isNil() ? y : x;
                if (x.isNil() && y.isNil() || !c.types.assignability().hasNil(other.type())) {
                    offender = y;
                    cause =
                            "operator "
                                    + op.text()
                                    + " not defined on "
                                    + (y.isNil() && x.isNil() ? "nil" : text.of(y.written()));
                    if (x.isNil() && y.isNil()) {
                        cause = "operator " + op.text() + " not defined on untyped nil";
                    }
                }
            } else if (!c.types.comparable(x.type())) {
                cause = incomparable(x, op);
            } else if (!c.types.comparable(y.type())) {
                offender = y;
                cause = incomparable(y, op);
            }
        } else if (!ordered(x.type())) {
            cause = undefined(x, y, op, x);
        } else if (!ordered(y.type())) {
            offender = y;
            cause = undefined(x, y, op, y);
        }
        if (!cause.isEmpty()) {
            report(x, op, y, mismatch ? y : offender, cause, inSwitch);
            return Val.invalid(e);
        }
        var a = x.value();
        var b = y.value();
        if (x.isConstant() && y.isConstant() && a != null && b != null) {
            boolean result = Arithmetic.compare(order(op), a, b);
            return Val.constant(BasicType.UNTYPED_BOOL, Constants.of(result), e);
        }
        if (!x.isNil()) {
            c.untyped.settle(x, Types.defaultType(x.type()));
        }
        if (!y.isNil()) {
            c.untyped.settle(y, Types.defaultType(y.type()));
        }
        return Val.computed(BasicType.UNTYPED_BOOL, e, x, y);
    }

    private boolean fits(Val v, Type t) {
        return c.types.assignability().assignable(v.type(), v.value(), t, c.errors.text).ok();
    }

    private boolean ordered(Type t) {
        return c.types
                .sets()
                .all(
                        t,
                        u ->
                                u instanceof BasicType b
                                        && (b.isInteger() || b.isFloat() || b.isString()));
    }

    private String incomparable(Val v, Token op) {
        String cause = Comparability.cause(v.type(), c.types.sets(), c.errors.text);
        if (!cause.isEmpty()) {
            return cause;
        }
        return undefined(v, v, op, v);
    }

    private String undefined(Val x, Val y, Token op, Val offender) {
        if (x.type() instanceof TypeParameter || y.type() instanceof TypeParameter) {
            var p = x.type() instanceof TypeParameter ? x : y;
            return "type parameter " + c.text(p.written()) + " cannot use operator " + op.text();
        }
        String kind = Reporter.kind(offender.type());
        return "operator "
                + op.text()
                + " not defined on "
                + (kind.isEmpty() ? c.text(offender.written()) : kind);
    }

    private void report(Val x, Token op, Val y, Val offender, String cause, boolean inSwitch) {
        String shown = ExprText.of(x.expr());
        String other = ExprText.of(y.expr());
        if (inSwitch) {
            c.error(
                    x.expr(),
                    DiagnosticCode.MISMATCHED_TYPES,
                    "invalid case " + shown + " in switch on " + other + " (" + cause + ")");
        } else {
            c.error(
                    offender.expr(),
                    cause.startsWith("mismatched")
                            ? DiagnosticCode.MISMATCHED_TYPES
                            : DiagnosticCode.UNDEFINED_OPERATOR,
                    "invalid operation: "
                            + shown
                            + " "
                            + op.text()
                            + " "
                            + other
                            + " ("
                            + cause
                            + ")");
        }
    }

    private static Arithmetic.Comparison order(Token op) {
        return switch (op) {
            case EQL -> Arithmetic.Comparison.EQL;
            case NEQ -> Arithmetic.Comparison.NEQ;
            case LSS -> Arithmetic.Comparison.LSS;
            case LEQ -> Arithmetic.Comparison.LEQ;
            case GTR -> Arithmetic.Comparison.GTR;
            case GEQ -> Arithmetic.Comparison.GEQ;
            default -> throw new IllegalArgumentException("no comparison: " + op);
        };
    }
}
