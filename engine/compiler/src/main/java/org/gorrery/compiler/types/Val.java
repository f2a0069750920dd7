package org.gorrery.compiler.types;

import org.gorrery.compiler.constant.Constant;
import org.gorrery.compiler.syntax.Expr;
import org.jspecify.annotations.Nullable;

/// An expression under evaluation: as [Operand], with the expression it comes from, and untyped as long as it is.
///
/// @param object the builtin, the generic function or the package-level variable it names, where that matters
record Val(
        Mode mode,
        WrittenType written,
        @Nullable Constant value,
        Expr expr,
        @Nullable GoObject object) {
    Type type() {
        return written.actual();
    }

    static Val invalid(Expr expr) {
        return new Val(Mode.INVALID, BasicType.INVALID, null, expr, null);
    }

    static Val of(Mode mode, WrittenType type, Expr expr) {
        return new Val(mode, type, null, expr, null);
    }

    static Val constant(WrittenType type, @Nullable Constant value, Expr expr) {
        return new Val(Mode.CONSTANT, type, value, expr, null);
    }

    boolean isInvalid() {
        return mode == Mode.INVALID;
    }

    /// Whether it is a constant of known value.
    boolean isConstant() {
        return mode == Mode.CONSTANT && value != null;
    }

    /// Whether it is a constant whose value was refused, or comes from such a one; its type is known.
    boolean isUnknown() {
        return mode == Mode.CONSTANT && value == null;
    }

    /// What a computation of operands makes that has a value only where each of them has one: unknown where they are all constants.
    static Val computed(WrittenType type, Expr expr, Val x, Val y) {
        boolean constant = x.mode == Mode.CONSTANT && y.mode == Mode.CONSTANT;
        return of(constant ? Mode.CONSTANT : Mode.VALUE, type, expr);
    }

    boolean isNil() {
        return mode == Mode.NIL;
    }

    boolean isUntyped() {
        return type() instanceof BasicType b && b.isUntyped();
    }

    Val withType(WrittenType other) {
        return new Val(mode, other, value, expr, object);
    }

    Val withExpr(Expr other) {
        return new Val(mode, written, value, other, object);
    }

    Val withMode(Mode other) {
        return new Val(other, written, value, expr, object);
    }

    /// The same as a plain value.
    Val asValue() {
        return new Val(Mode.VALUE, written, null, expr, null);
    }
}
