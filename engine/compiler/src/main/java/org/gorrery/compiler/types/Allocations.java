package org.gorrery.compiler.types;

import org.gorrery.compiler.constant.Arithmetic;
import org.gorrery.compiler.constant.Constant;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Expr;

/// `new` and `make` (Go spec, "Allocation", "Making slices, maps and channels").
final class Allocations {
    private static final String NOT_MADE = "type must be slice, map, or channel";

    private final CheckContext c;

    Allocations(CheckContext c) {
        this.c = c;
    }

    private Val bad(Expr e, Expr.Call call, String message) {
        c.error(e, DiagnosticCode.BAD_BUILTIN_ARGUMENT, message);
        return Val.invalid(call);
    }

    /// `new` or `make`.
    Val allocate(Expr.Call e, BuiltinObject b) {
        return b.which() == BuiltinObject.Builtin.NEW ? newPointer(e) : make(e);
    }

    private Val newPointer(Expr.Call e) {
        var arg = e.args().getFirst();
        var x = c.exprs.valueOrType(arg);
        if (x.isInvalid()) {
            return Val.invalid(e);
        }
        if (x.mode() == Mode.TYPE) {
            var t = x.type();
            if (t instanceof NamedType n && n.isGeneric()) {
                c.error(
                        arg,
                        DiagnosticCode.MISSING_INSTANTIATION,
                        "cannot use generic type " + ExprText.of(arg) + " without instantiation");
                return Val.invalid(e);
            }
            c.later(() -> c.typeExprs.refuseConstraint(arg, t));
            return Val.of(Mode.VALUE, new PointerType(x.written()), e);
        }
        var v = c.exprs.asValue(x);
        if (v.isInvalid()) {
            return Val.invalid(e);
        }
        if (!c.versions.allows(26)) {
            c.versions.error(e.pos(), 26, "new(" + ExprText.of(arg) + ")");
            return Val.invalid(e);
        }
        if (v.isNil()) {
            c.error(arg, DiagnosticCode.UNTYPED_NIL, "use of untyped nil in argument to new");
            return Val.invalid(e);
        }
        v = c.assignments.assign(v, null, "argument to new");
        return v.isInvalid() ? Val.invalid(e) : Val.of(Mode.VALUE, new PointerType(v.written()), e);
    }

    private Val make(Expr.Call e) {
        var arg = e.args().getFirst();
        var t = c.typeExprs.varType(arg);
        if (t == BasicType.INVALID) {
            c.exprs.use(e.args().subList(1, e.args().size()));
            return Val.invalid(e);
        }
        int min;
        switch (c.types.sets().core(t)) {
            case SliceType s -> min = 2;
            case MapType m -> min = 1;
            case ChanType ch -> min = 1;
            case null -> {
                c.exprs.use(e.args().subList(1, e.args().size()));
                return bad(
                        arg,
                        e,
                        "invalid argument: cannot make "
                                + ExprText.of(arg)
                                + ": "
                                + c.types.sets().whyNoCore(t, c.errors.text, Allocations::notMade));
            }
            default -> {
                c.exprs.use(e.args().subList(1, e.args().size()));
                return bad(
                        arg,
                        e,
                        "invalid argument: cannot make " + ExprText.of(arg) + ": " + NOT_MADE);
            }
        }
        int n = e.args().size();
        if (n < min || n > min + 1) {
            c.error(
                    e,
                    DiagnosticCode.ARGUMENT_COUNT,
                    "invalid operation: "
                            + ExprText.of(e)
                            + " expects "
                            + min
                            + " or "
                            + (min + 1)
                            + " arguments; found "
                            + n);
            c.exprs.use(e.args().subList(1, n));
            return Val.invalid(e);
        }
        sizes(e);
        return Val.of(Mode.VALUE, t, e);
    }

    private static String notMade(WrittenType t) {
        return switch (t.actual().underlying()) {
            case SliceType _, MapType _, ChanType _ -> "";
            default -> NOT_MADE;
        };
    }

    private void sizes(Expr.Call e) {
        Constant previous = null;
        for (var arg : e.args().subList(1, e.args().size())) {
            var v = c.exprs.value(arg);
            boolean valid = c.indexing.isInteger(v, "index", false);
            var value = v.value();
            if (!valid || !v.isConstant() || value == null) {
                continue;
            }
            if (previous != null && Arithmetic.order(previous, value) > 0) {
                c.error(
                        e.args().get(1),
                        DiagnosticCode.BAD_BUILTIN_ARGUMENT,
                        "invalid argument: length and capacity swapped");
            }
            previous = value;
        }
    }
}
