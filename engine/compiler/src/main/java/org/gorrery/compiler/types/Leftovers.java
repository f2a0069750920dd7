package org.gorrery.compiler.types;

import org.gorrery.compiler.syntax.Expr;

/// What type an operand had when it was refused, which messages about a wrong number of arguments still tell.
final class Leftovers {
    private final CheckContext c;

    Leftovers(CheckContext c) {
        this.c = c;
    }

    /// The type of an argument; of a refused one that of the operand it was made of, or the invalid type.
    WrittenType of(Val v) {
        return v.isInvalid() ? of(v.expr()) : v.written();
    }

    private WrittenType of(Expr e) {
        var known = c.operands[e.id()];
        if (known != null && known.mode() == Mode.TYPE) {
            return known.type();
        }
        return switch (e) {
            case Expr.Paren p -> operand(p.x());
            case Expr.Binary b -> operand(b.x());
            case Expr.Unary u -> operand(u.x());
            case Expr.Star s -> operand(s.x());
            case Expr.TypeAssert t -> operand(t.x());
            case Expr.SliceExpr s -> operand(s.x());
            case Expr.Index i -> element(operand(i.x()));
            case Expr.Call k -> ofCall(k);
            default -> known == null ? BasicType.INVALID : known.type();
        };
    }

    private WrittenType operand(Expr e) {
        var known = c.operands[e.id()];
        return known == null || known.type() == BasicType.INVALID ? of(e) : known.type();
    }

    /// A refused index leaves the element; what cannot be indexed is left itself.
    private static WrittenType element(WrittenType of) {
        return switch (of.actual().underlying()) {
            case SliceType s -> s.written();
            case ArrayType a -> a.written();
            case MapType m -> m.writtenValue();
            default -> of;
        };
    }

    private static WrittenType result(Type function) {
        if (!(function instanceof Signature s) || s.results().vars().isEmpty()) {
            return function;
        }
        var results = s.results().vars();
        return results.size() == 1 ? results.getFirst().written() : s.results();
    }

    /// Whether it is `make`, whose arguments are looked at only once its type is fine.
    private boolean makes(Expr fun) {
        return ExprText.unparen(fun) instanceof Expr.Name n
                && c.objects[n.id()] instanceof BuiltinObject b
                && b.which() == BuiltinObject.Builtin.MAKE;
    }

    /// A call without a result leaves the function, a conversion and a call of a builtin their first argument.
    private WrittenType ofCall(Expr.Call e) {
        var f = c.operands[e.fun().id()];
        if (f == null) {
            return BasicType.INVALID;
        }
        return switch (f.mode()) {
            case BUILTIN ->
                    e.args().isEmpty() || makes(e.fun())
                            ? BasicType.INVALID
                            : operand(e.args().getFirst());
            case TYPE -> e.args().isEmpty() ? BasicType.INVALID : operand(e.args().getFirst());
            default -> result(f.type());
        };
    }
}
