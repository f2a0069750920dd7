package org.gorrery.compiler.types;

import java.util.BitSet;
import org.gorrery.compiler.constant.Constant;
import org.gorrery.compiler.constant.Constants;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Token;
import org.jspecify.annotations.Nullable;

/// Gives untyped operands the type of their context (Go spec, "Constants", "Constant expressions").
final class Untyped {
    private final CheckContext c;

    /// Untyped constants that are shifted by something not constant: their final type must be an integer.
    private final BitSet shifted = new BitSet();

    Untyped(CheckContext c) {
        this.c = c;
    }

    void markShifted(Expr e) {
        shifted.set(e.id());
    }

    /// Why an untyped operand does not fit.
    enum Fault {
        NONE,
        MISMATCH,
        TRUNCATED,
        OVERFLOW
    }

    /// What an untyped operand becomes in a context.
    record Implicit(Type type, @Nullable Constant value, Fault fault) {}

    private static Implicit no(Fault fault) {
        return new Implicit(BasicType.INVALID, null, fault);
    }

    /// What `v` would become where `target` is wanted; its own type where it is typed.
    Implicit implicit(Val v, Type target) {
        if (v.isInvalid() || !v.isUntyped() || target == BasicType.INVALID) {
            return new Implicit(v.type(), v.value(), Fault.NONE);
        }
        if (target instanceof BasicType t && t.isUntyped()) {
            return untypedPair(v, t);
        }
        if (target instanceof TypeParameter p) {
            var terms = c.types.sets().terms(p);
            if (v.isNil()) {
                return c.types.assignability().hasNil(p)
                        ? new Implicit(target, null, Fault.NONE)
                        : no(Fault.MISMATCH);
            }
            if (terms == null || terms.isEmpty()) {
                return no(Fault.MISMATCH);
            }
            for (var term : terms) {
                var one = implicit(v, term.type());
                if (one.fault() != Fault.NONE) {
                    return one;
                }
            }
            return new Implicit(target, null, Fault.NONE);
        }
        return switch (target.underlying()) {
            case BasicType b -> basic(v, target, b);
            case InterfaceType i -> {
                if (v.isNil()) {
                    yield new Implicit(target, null, Fault.NONE);
                }
                var set = c.types.typeSet(i);
                yield set.methods().isEmpty() && set.isBasic()
                        ? implicit(v, Types.defaultType(v.type()))
                        : no(Fault.MISMATCH);
            }
            case PointerType t -> nil(v, target);
            case SliceType t -> nil(v, target);
            case Signature t -> nil(v, target);
            case MapType t -> nil(v, target);
            case ChanType t -> nil(v, target);
            case NamedType t -> no(Fault.MISMATCH);
            case ArrayType t -> no(Fault.MISMATCH);
            case StructType t -> no(Fault.MISMATCH);
            case TupleType t -> no(Fault.MISMATCH);
            case TypeParameter t -> no(Fault.MISMATCH);
            case UnionType t -> no(Fault.MISMATCH);
        };
    }

    private static Implicit nil(Val v, Type target) {
        return v.isNil() ? new Implicit(target, null, Fault.NONE) : no(Fault.MISMATCH);
    }

    private static Implicit untypedPair(Val v, BasicType target) {
        var own = (BasicType) v.type();
        if (own == target) {
            return new Implicit(own, v.value(), Fault.NONE);
        }
        if (own.isNumeric() && target.isNumeric()) {
            return new Implicit(
                    own.ordinal() > target.ordinal() ? own : target, v.value(), Fault.NONE);
        }
        return no(Fault.MISMATCH);
    }

    private Implicit basic(Val v, Type target, BasicType b) {
        if (v.isNil()) {
            return b == BasicType.UNSAFE_POINTER
                    ? new Implicit(target, null, Fault.NONE)
                    : no(Fault.MISMATCH);
        }
        var value = v.value();
        if (v.isConstant() && value != null) {
            var fits = c.types.sizes().represent(value, b);
            return fits == null ? no(fault(v, value, b)) : new Implicit(target, fits, Fault.NONE);
        }
        var own = (BasicType) v.type();
        boolean ok =
                own == BasicType.UNTYPED_BOOL
                        ? b.isBoolean()
                        : own == BasicType.UNTYPED_STRING
                                ? b.isString()
                                : own.isNumeric() && b.isNumeric();
        return ok ? new Implicit(target, null, Fault.NONE) : no(Fault.MISMATCH);
    }

    /// Why a constant cannot be represented.
    static Fault fault(Val v, Constant value, BasicType b) {
        boolean numeric = Constants.isNumber(value) && b.isNumeric();
        if (!numeric) {
            return Fault.MISMATCH;
        }
        boolean fraction =
                v.type().underlying() instanceof BasicType own && !own.isInteger() && b.isInteger();
        return fraction ? Fault.TRUNCATED : Fault.OVERFLOW;
    }

    /// Converts an untyped operand for an operation, or reports why it cannot be.
    Val convert(Val v, WrittenType target) {
        var r = implicit(v, target.actual());
        if (r.fault() != Fault.NONE) {
            refuseUnderlying(v, target, r.fault());
            return Val.invalid(v.expr());
        }
        return settled(v, r, target);
    }

    /// Reports that a constant does not fit a type, of which the underlying one is what it would have to fit.
    void refuseUnderlying(Val v, WrittenType target, Fault fault) {
        refuse(v, target.actual() instanceof NamedType n ? n.underlying() : target, fault);
    }

    /// Reports that a constant does not fit its type.
    void refuse(Val v, WrittenType target, Fault fault) {
        String shown = c.text(v);
        switch (target.actual() instanceof TypeParameter ? Fault.MISMATCH : fault) {
            case TRUNCATED ->
                    c.error(
                            v.expr(),
                            DiagnosticCode.CONSTANT_TRUNCATED,
                            shown + " truncated to " + c.text(target));
            case OVERFLOW ->
                    c.error(
                            v.expr(),
                            DiagnosticCode.CONSTANT_OVERFLOW,
                            shown + " overflows " + c.text(target));
            case MISMATCH, NONE ->
                    c.error(
                            v.expr(),
                            DiagnosticCode.MISMATCHED_TYPES,
                            "cannot convert " + shown + " to type " + c.text(target));
        }
    }

    /// Gives `v` the type it was found to get.
    @SuppressWarnings("ReferenceEquality") // types and objects are compared by identity
    Val settled(Val v, Implicit r, WrittenType target) {
        if (v.isInvalid() || !v.isUntyped() || target == BasicType.INVALID) {
            return v;
        }
        var type = r.type();
        boolean parameter = target.actual() instanceof TypeParameter && v.isConstant();
        var made =
                new Val(
                        parameter ? Mode.VALUE : v.mode(),
                        type == target.actual() ? target : type,
                        parameter ? null : r.value(),
                        v.expr(),
                        v.object());
        if (type != v.type()) {
            update(v.expr(), type == target.actual() ? target : type, r.value());
        }
        return made;
    }

    /// Gives an operand its final type without asking whether it fits.
    @SuppressWarnings("ReferenceEquality") // types and objects are compared by identity
    Val settle(Val v, WrittenType type) {
        if (v.isUntyped() && type.actual() != v.type()) {
            update(v.expr(), type, v.value());
            return v.withType(type);
        }
        return v;
    }

    /// The operand with its default type where it is untyped.
    Val defaulted(Val v) {
        return v.isUntyped() && !v.isNil() ? convert(v, Types.writtenDefault(v.type())) : v;
    }

    /// Writes a type into the tree of an untyped expression.
    private void update(Expr e, WrittenType written, @Nullable Constant value) {
        var type = written.actual();
        var old = c.operands[e.id()];
        if (old == null || !(old.type() instanceof BasicType b) || !b.isUntyped()) {
            return;
        }
        boolean constant = old.mode() == Mode.CONSTANT;
        switch (e) {
            case Expr.Paren p -> update(p.x(), written, value);
            case Expr.Unary u -> {
                if (!constant && u.op() != Token.ARROW) {
                    update(u.x(), written, null);
                }
            }
            case Expr.Binary x -> {
                if (!constant) {
                    updateBinary(x, written);
                }
            }
            default -> {}
        }
        boolean stillUntyped = type instanceof BasicType t && t.isUntyped();
        if (!stillUntyped
                && shifted.get(e.id())
                && !c.types.sets().all(type, t -> t instanceof BasicType k && k.isInteger())) {
            c.error(
                    e,
                    DiagnosticCode.BAD_SHIFT,
                    "invalid operation: shifted operand "
                            + ExprText.of(e)
                            + " (type "
                            + c.text(written)
                            + ") must be integer");
            return;
        }
        if (!stillUntyped && constant && old.value() != null && !(type instanceof TypeParameter)) {
            // A part of an operation that is no constant: only here does it get the type it must
            // fit.
            var part = new Val(old.mode(), old.type(), old.value(), e, null);
            var r = implicit(part, type);
            if (r.fault() != Fault.NONE) {
                refuseUnderlying(part, written, r.fault());
                return;
            }
        }
        boolean parameter = constant && type instanceof TypeParameter;
        var v = constant ? representation(value != null ? value : old.value(), type) : null;
        c.operands[e.id()] = new Operand(parameter ? Mode.CONSTANT : old.mode(), type, v);
    }

    private @Nullable Constant representation(@Nullable Constant value, Type type) {
        if (value == null || !(type.underlying() instanceof BasicType b)) {
            return value;
        }
        var fits = c.types.sizes().represent(value, b);
        return fits == null ? value : fits;
    }

    private void updateBinary(Expr.Binary x, WrittenType type) {
        switch (x.op()) {
            case EQL, NEQ, LSS, LEQ, GTR, GEQ -> {}
            case SHL, SHR -> update(x.x(), type, null);
            default -> {
                update(x.x(), type, null);
                update(x.y(), type, null);
            }
        }
    }

    /// Gives what is still untyped at the end its default type.
    void sweep() {
        sweep(0, c.operands.length);
    }

    /// Gives what is left untyped among the expressions `[from, to)` its default type.
    void sweep(int from, int to) {
        for (int i = from; i < to; i++) {
            var o = c.operands[i];
            if (o != null
                    && o.mode() != Mode.NIL
                    && o.type() instanceof BasicType b
                    && b.isUntyped()) {
                var t = Types.defaultType(b);
                if (o.mode() != Mode.CONSTANT) {
                    c.operands[i] = new Operand(o.mode(), t, null);
                }
            }
        }
    }
}
