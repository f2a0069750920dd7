package org.gorrery.compiler.types;

import java.util.function.Predicate;
import org.gorrery.compiler.constant.Arithmetic;
import org.gorrery.compiler.constant.Constant;
import org.gorrery.compiler.constant.Constants;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.ChanDir;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Token;
import org.jspecify.annotations.Nullable;

/// Unary and binary operators (Go spec, "Operators", "Address operators", "Receive operator").
final class Operators {
    private final CheckContext c;

    Operators(CheckContext c) {
        this.c = c;
    }

    private boolean all(Type t, Predicate<BasicType> test) {
        return c.types.sets().all(t, u -> u instanceof BasicType b && test.test(b));
    }

    private Val undefined(Val x, Token op) {
        c.error(
                x.expr(),
                DiagnosticCode.UNDEFINED_OPERATOR,
                "invalid operation: operator " + op.text() + " not defined on " + c.text(x));
        return Val.invalid(x.expr());
    }

    /// `op x`.
    Val unary(Expr.Unary e) {
        if (e.op() == Token.AND) {
            return address(e);
        }
        var x = c.exprs.value(e.x());
        if (x.isInvalid()) {
            return Val.invalid(e);
        }
        return switch (e.op()) {
            case ARROW -> receive(e, x);
            case TILDE -> {
                String use =
                        all(x.type(), BasicType::isInteger)
                                ? " (use ^ for bitwise complement)"
                                : "";
                c.error(
                        e,
                        DiagnosticCode.UNDEFINED_OPERATOR,
                        "cannot use ~ outside of interface or type constraint" + use);
                yield Val.invalid(e);
            }
            case ADD, SUB ->
                    all(x.type(), BasicType::isNumeric) ? fold(e, x) : undefined(x, e.op());
            case XOR -> all(x.type(), BasicType::isInteger) ? fold(e, x) : undefined(x, e.op());
            case NOT -> all(x.type(), BasicType::isBoolean) ? fold(e, x) : undefined(x, e.op());
            default -> throw new IllegalStateException("unary " + e.op());
        };
    }

    private Val address(Expr.Unary e) {
        var inner = ExprText.unparen(e.x());
        var x = c.exprs.value(e.x());
        if (x.isInvalid()) {
            return Val.invalid(e);
        }
        if (!(inner instanceof Expr.CompositeLit) && x.mode() != Mode.VARIABLE) {
            c.error(
                    e.x(),
                    DiagnosticCode.NOT_ADDRESSABLE,
                    "invalid operation: cannot take address of " + c.text(x));
            return Val.invalid(e);
        }
        markAddressTaken(inner);
        return Val.of(Mode.VALUE, new PointerType(x.written()), e);
    }

    /// Notes that the address of the variable is taken that an operand lies in.
    void markAddressTaken(Expr operand) {
        var e = operand;
        while (true) {
            switch (e) {
                case Expr.Paren p -> e = p.x();
                case Expr.Name n -> {
                    if (c.objects[n.id()] instanceof VarObject v) {
                        v.markAddressTaken();
                    }
                    return;
                }
                case Expr.Selector s -> {
                    var sel = c.selections[s.id()];
                    if (sel == null || sel.indirect()) {
                        if (sel == null && c.objects[s.sel().id()] instanceof VarObject v) {
                            v.markAddressTaken();
                        }
                        return;
                    }
                    e = s.x();
                }
                case Expr.Index i -> {
                    var o = c.operands[i.x().id()];
                    if (o == null || !(o.type().underlying() instanceof ArrayType)) {
                        return;
                    }
                    e = i.x();
                }
                default -> {
                    return;
                }
            }
        }
    }

    private Val receive(Expr.Unary e, Val x) {
        var t = channel(e.x(), x, true);
        return t == null ? Val.invalid(e) : Val.of(Mode.COMMA_OK, t, e);
    }

    /// The element type of a channel operand, or null after a report.
    @Nullable WrittenType channel(Expr at, Val x, boolean receive) {
        String what = receive ? "receive from" : "send to";
        var type = x.type();
        var terms = type instanceof TypeParameter p ? c.types.sets().terms(p) : null;
        if (type instanceof TypeParameter && (terms == null || terms.isEmpty())) {
            c.error(
                    at,
                    DiagnosticCode.BAD_CHANNEL_OPERATION,
                    "invalid operation: cannot "
                            + what
                            + " "
                            + c.text(x)
                            + ": no specific channel type");
            return null;
        }
        WrittenType elem = null;
        var list = terms == null ? java.util.List.of(new UnionType.Term(false, type)) : terms;
        for (var term : list) {
            String fault = null;
            if (!(term.type().underlying() instanceof ChanType ch)) {
                fault = "non-channel " + c.text(term.written()) + " ";
            } else if (receive && ch.dir() == ChanDir.SEND) {
                fault = "send-only channel " + c.text(term.written()) + " ";
            } else if (!receive && ch.dir() == ChanDir.RECV) {
                fault = "receive-only channel " + c.text(term.written()) + " ";
            } else if (elem != null && !c.types.identical(elem.actual(), ch.elem())) {
                fault =
                        "channels "
                                + c.text(list.getFirst().written())
                                + " and "
                                + c.text(term.written())
                                + " have different element types ";
            } else {
                elem = ch.written();
            }
            if (fault != null) {
                c.error(
                        at,
                        DiagnosticCode.BAD_CHANNEL_OPERATION,
                        type instanceof TypeParameter
                                ? "invalid operation: cannot "
                                        + what
                                        + " "
                                        + c.text(x)
                                        + ": "
                                        + fault.strip()
                                : "invalid operation: cannot " + what + " " + fault + c.text(x));
                return null;
            }
        }
        return elem;
    }

    private Val fold(Expr.Unary e, Val x) {
        var value = x.value();
        if (value == null) {
            return Val.computed(x.written(), e, x, x);
        }
        Constant result =
                switch (e.op()) {
                    case ADD -> value;
                    case SUB -> Arithmetic.negate(value);
                    case XOR -> {
                        var b =
                                x.type().underlying() instanceof BasicType t && t.isUnsigned()
                                        ? c.types.sizes().bits(t)
                                        : 0;
                        yield Arithmetic.complement(value, b);
                    }
                    case NOT -> Constants.of(!Constants.isTrue(value));
                    default -> throw new IllegalStateException("unary " + e.op());
                };
        return limited(
                Val.constant(x.written(), result, e),
                e.pos(),
                e.op() == Token.XOR ? "bitwise complement" : "");
    }

    /// Reports a constant result that its type, or what constants may be at most, cannot hold.
    Val limited(Val v, int opPos, String operation) {
        var value = v.value();
        if (value == null) {
            c.error(
                    opPos,
                    DiagnosticCode.CONSTANT_OVERFLOW,
                    "constant result is not representable");
            return Val.invalid(v.expr());
        }
        if (!v.isUntyped()) {
            if (!(v.type().underlying() instanceof BasicType b)) {
                return v;
            }
            var fits = c.types.sizes().represent(value, b);
            if (fits != null) {
                return Val.constant(v.written(), fits, v.expr());
            }
            boolean whole = Constants.isNumber(value) && b.isNumeric();
            if (whole
                    && b.isInteger()
                    && Constants.toInteger(value) != null
                    && (v.expr() instanceof Expr.Unary
                            || v.expr() instanceof Expr.Binary
                            || v.expr() instanceof Expr.Call)) {
                c.untyped.refuse(v, v.written(), Untyped.Fault.OVERFLOW);
            } else {
                c.untyped.refuse(v, v.written(), Untyped.fault(v, value, b));
            }
            return Val.invalid(v.expr());
        }
        if ((value instanceof Constant.Flt
                        || value instanceof Constant.Int i && i.value().abs().bitLength() > 512)
                && v.type() != BasicType.UNTYPED_FLOAT
                && v.type() != BasicType.UNTYPED_COMPLEX) {
            c.error(
                    opPos,
                    DiagnosticCode.CONSTANT_OVERFLOW,
                    "constant " + (operation.isEmpty() ? "" : operation + " ") + "overflow");
            return Val.invalid(v.expr());
        }
        return v;
    }

    /// `x op y`.
    Val binary(Expr.Binary e) {
        var x = c.exprs.value(e.x());
        var y = c.exprs.value(e.y());
        return apply(x, e.op(), y, e, e.opPos(), "");
    }

    /// `x op y` or, where `assign` is not empty, `x op= y`.
    Val apply(Val left, Token op, Val right, Expr e, int opPos, String assign) {
        if (left.isInvalid() || right.isInvalid()) {
            return Val.invalid(e);
        }
        if (op == Token.SHL || op == Token.SHR) {
            return c.shifts.shift(left, op, right, e, opPos);
        }
        var pair = matched(left, right);
        if (pair == null) {
            return Val.invalid(e);
        }
        var x = pair.x();
        var y = pair.y();
        if (pair.mismatch()) {
            return mismatch(left, right, e, assign);
        }
        if (isComparison(op)) {
            return c.shifts.comparison(x, op, y, e, false);
        }
        if (!c.types.identical(x.type(), y.type())) {
            boolean original =
                    isUntypedNumber(left)
                            || isUntypedNumber(right)
                            || left.isNil()
                            || right.isNil();
            return original ? mismatch(left, right, e, assign) : mismatch(x, y, e, assign);
        }
        if (!defined(op, x)) {
            return undefined(x, op).withExpr(e);
        }
        if ((op == Token.QUO || op == Token.REM) && dividesByZero(x, y)) {
            c.error(
                    y.expr(),
                    DiagnosticCode.DIVISION_BY_ZERO,
                    "invalid operation: division by zero");
            return Val.invalid(e);
        }
        var a = x.value();
        var b = y.value();
        if (x.isConstant() && y.isConstant() && a != null && b != null) {
            return limited(
                    Val.constant(x.written(), compute(op, a, b, x.type()), e),
                    opPos,
                    operation(op));
        }
        return Val.computed(x.written(), e, x, y);
    }

    private static boolean isUntypedNumber(Val v) {
        return v.type() instanceof BasicType b && b.isUntyped() && b.isNumeric();
    }

    private Val mismatch(Val x, Val y, Expr e, String assign) {
        if (x.type() != BasicType.INVALID && y.type() != BasicType.INVALID) {
            String shown = assign.isEmpty() ? ExprText.of(e) : assign;
            boolean comparison = e instanceof Expr.Binary b && isComparison(b.op());
            c.error(
                    comparison ? y.expr() : x.expr(),
                    DiagnosticCode.MISMATCHED_TYPES,
                    "invalid operation: "
                            + shown
                            + " (mismatched types "
                            + c.text(x.written())
                            + " and "
                            + c.text(y.written())
                            + ")");
        }
        return Val.invalid(e);
    }

    /// Two operands with untyped ones converted to the other's type.
    record Pair(Val x, Val y, boolean mismatch) {}

    /// Null where an error was reported.
    @Nullable Pair matched(Val x, Val y) {
        if (!mayConvert(x, y)) {
            return new Pair(x, y, mismatchedUntyped(x, y));
        }
        var toY = c.untyped.implicit(x, y.type());
        var toX = c.untyped.implicit(y, x.type());
        for (var r : new Untyped.Implicit[] {toY, toX}) {
            if (r.fault() == Untyped.Fault.MISMATCH) {
                return new Pair(x, y, true);
            }
        }
        if (toY.fault() != Untyped.Fault.NONE) {
            c.untyped.refuseUnderlying(x, y.written(), toY.fault());
            return null;
        }
        if (toX.fault() != Untyped.Fault.NONE) {
            c.untyped.refuseUnderlying(y, x.written(), toX.fault());
            return null;
        }
        return new Pair(
                c.untyped.settled(x, toY, y.written()),
                c.untyped.settled(y, toX, x.written()),
                false);
    }

    private static boolean mismatchedUntyped(Val x, Val y) {
        return (x.isUntyped() || y.isUntyped()) && !(x.isNil() && y.isNil());
    }

    private boolean mayConvert(Val x, Val y) {
        if (!x.isUntyped() && !y.isUntyped()) {
            return false;
        }
        if (plainInterface(x.type()) || plainInterface(y.type())) {
            return true;
        }
        if (all(x.type(), BasicType::isBoolean) != all(y.type(), BasicType::isBoolean)
                || all(x.type(), BasicType::isString) != all(y.type(), BasicType::isString)) {
            return false;
        }
        if (x.isNil()) {
            return c.types.assignability().hasNil(y.type()) && !y.isNil();
        }
        if (y.isNil()) {
            return c.types.assignability().hasNil(x.type());
        }
        return !(x.type().underlying() instanceof PointerType)
                && !(y.type().underlying() instanceof PointerType);
    }

    static boolean plainInterface(Type t) {
        return !(t instanceof TypeParameter) && t.underlying() instanceof InterfaceType;
    }

    static boolean isComparison(Token op) {
        return switch (op) {
            case EQL, NEQ, LSS, LEQ, GTR, GEQ -> true;
            default -> false;
        };
    }

    private boolean defined(Token op, Val x) {
        return switch (op) {
            case ADD -> all(x.type(), b -> b.isNumeric() || b.isString());
            case SUB, MUL, QUO -> all(x.type(), BasicType::isNumeric);
            case REM, AND, OR, XOR, AND_NOT -> all(x.type(), BasicType::isInteger);
            case LAND, LOR -> all(x.type(), BasicType::isBoolean);
            default -> throw new IllegalStateException("binary " + op);
        };
    }

    private boolean dividesByZero(Val x, Val y) {
        var b = y.value();
        if (!y.isConstant() || b == null || !Constants.isNumber(b)) {
            return false;
        }
        boolean integer = all(x.type(), BasicType::isInteger);
        return Constants.isZero(b) && (integer || x.isConstant());
    }

    private @Nullable Constant compute(Token op, Constant a, Constant b, Type t) {
        try {
            return switch (op) {
                case LAND -> Constants.of(Constants.isTrue(a) && Constants.isTrue(b));
                case LOR -> Constants.of(Constants.isTrue(a) || Constants.isTrue(b));
                default -> Arithmetic.binary(arithmetic(op, t), a, b);
            };
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static Arithmetic.Op arithmetic(Token op, Type t) {
        return switch (op) {
            case ADD -> Arithmetic.Op.ADD;
            case SUB -> Arithmetic.Op.SUB;
            case MUL -> Arithmetic.Op.MUL;
            case QUO ->
                    t.underlying() instanceof BasicType b && b.isInteger()
                            ? Arithmetic.Op.INT_QUO
                            : Arithmetic.Op.QUO;
            case REM -> Arithmetic.Op.REM;
            case AND -> Arithmetic.Op.AND;
            case OR -> Arithmetic.Op.OR;
            case XOR -> Arithmetic.Op.XOR;
            case AND_NOT -> Arithmetic.Op.AND_NOT;
            default -> throw new IllegalStateException("binary " + op);
        };
    }

    private static String operation(Token op) {
        return switch (op) {
            case ADD -> "addition";
            case SUB -> "subtraction";
            case XOR -> "bitwise XOR";
            case MUL -> "multiplication";
            case SHL -> "shift";
            default -> "";
        };
    }
}
