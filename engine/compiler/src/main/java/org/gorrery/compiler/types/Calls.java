package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Expr;
import org.jspecify.annotations.Nullable;

/// Calls of functions, with their arguments (Go spec, "Calls", "Passing arguments to ... parameters").
final class Calls {
    private final CheckContext c;
    private final Leftovers leftovers;

    Calls(CheckContext c) {
        this.c = c;
        this.leftovers = new Leftovers(c);
    }

    /// A call, conversion or builtin.
    Val call(Expr.Call e) {
        var f = function(e);
        if (f.isInvalid()) {
            c.exprs.use(e.args());
            return Val.invalid(e);
        }
        return switch (f.mode()) {
            case TYPE -> conversion(e, f.written());
            case BUILTIN ->
                    c.builtins.call(
                            e, (BuiltinObject) java.util.Objects.requireNonNull(f.object()));
            case INVALID, NO_VALUE, CONSTANT, VARIABLE, MAP_INDEX, VALUE, NIL, COMMA_OK, CGO_FUNC ->
                    ordinary(e, f);
        };
    }

    private Val function(Expr.Call e) {
        c.inference.calls(e.fun());
        var f = c.exprs.any(e.fun());
        if (f.mode() == Mode.NO_VALUE) {
            c.error(e.fun(), DiagnosticCode.NOT_A_VALUE, c.text(f) + " used as value or type");
            return Val.invalid(e.fun());
        }
        return c.exprs.single(f);
    }

    private Val conversion(Expr.Call e, WrittenType written) {
        var t = written.actual();
        if (c.typeExprs.isGeneric(e.fun(), t)) {
            c.error(
                    e.fun(),
                    DiagnosticCode.MISSING_INSTANTIATION,
                    "cannot use generic type " + ExprText.of(e.fun()) + " without instantiation");
            c.exprs.use(e.args());
            return Val.invalid(e);
        }
        if (e.args().size() != 1) {
            c.exprs.use(e.args());
            boolean none = e.args().isEmpty();
            c.error(
                    none ? e.pos() : e.args().getLast().pos(),
                    DiagnosticCode.ARGUMENT_COUNT,
                    (none ? "missing argument" : "too many arguments")
                            + " in conversion to "
                            + c.text(written));
            return Val.invalid(e);
        }
        var x = c.exprs.value(e.args().getFirst(), t);
        if (x.isInvalid() || c.declarations.refersToItself(t)) {
            return Val.invalid(e);
        }
        if (!(t instanceof TypeParameter)
                && t.underlying() instanceof InterfaceType i
                && !c.types.typeSet(i).isBasic()) {
            c.error(
                    e,
                    DiagnosticCode.MISPLACED_CONSTRAINT,
                    "cannot use interface "
                            + c.text(written)
                            + " in conversion (contains specific type constraints or is comparable)");
            return Val.invalid(e);
        }
        if (e.spread()) {
            c.error(
                    e.args().getFirst(),
                    DiagnosticCode.MISPLACED_DOTS,
                    "invalid use of ... in conversion to " + c.text(written));
            return Val.invalid(e);
        }
        return c.conversions.convert(e, x, written);
    }

    private Val ordinary(Expr.Call e, Val f) {
        if (!(c.types.sets().core(f.type()) instanceof Signature s)) {
            c.exprs.use(e.args());
            String why =
                    f.type() instanceof TypeParameter p
                            ? c.types.sets().whyNoCore(p, c.errors.text, this::notAFunction)
                            : notAFunction(f.written());
            c.error(
                    e,
                    DiagnosticCode.NOT_A_FUNCTION,
                    "invalid operation: cannot call " + c.text(f) + ": " + why);
            return Val.invalid(e);
        }
        var args = arguments(e);
        Signature used = s;
        if (args != null) {
            var done = c.inference.call(e, f, s, args);
            if (done == null) {
                return Val.invalid(e);
            }
            used = done;
        }
        if (!used.typeParams().isEmpty()) {
            return Val.invalid(e);
        }
        return result(e, used);
    }

    private String notAFunction(WrittenType t) {
        return t.actual().underlying() instanceof Signature ? "" : c.text(t) + " is not a function";
    }

    private static Val result(Expr.Call e, Signature s) {
        var results = s.results().vars();
        return switch (results.size()) {
            case 0 -> Val.of(Mode.NO_VALUE, TupleType.EMPTY, e);
            case 1 ->
                    results.getFirst().type() == BasicType.INVALID
                            ? Val.invalid(e)
                            : Val.of(Mode.VALUE, results.getFirst().written(), e);
            default -> Val.of(Mode.VALUE, s.results(), e);
        };
    }

    /// The arguments; one call with several results stands for them all. Null where several are spread.
    private @Nullable List<Val> arguments(Expr.Call e) {
        var list = new ArrayList<Val>();
        if (e.args().size() == 1 && !e.spread()) {
            var v = argument(e.args().getFirst(), true);
            if (v.type() instanceof TupleType t && v.mode() == Mode.VALUE) {
                for (var r : t.vars()) {
                    list.add(Val.of(Mode.VALUE, r.written(), v.expr()));
                }
                return list;
            }
            list.add(v);
            return list;
        }
        for (int i = 0; i < e.args().size(); i++) {
            var v = argument(e.args().get(i), e.spread() && e.args().size() == 1);
            list.add(v);
        }
        if (e.spread() && list.size() == 1 && list.getFirst().type() instanceof TupleType) {
            c.exprs.single(list.getFirst());
            return null;
        }
        return list;
    }

    /// An argument; a generic function stays generic where the parameter's type may settle it.
    private Val argument(Expr e, boolean several) {
        var bare = ExprText.unparen(e);
        if (bare instanceof Expr.Name
                || bare instanceof Expr.Selector
                || bare instanceof Expr.Index) {
            return c.exprs.genericValue(e);
        }
        return several ? c.exprs.multi(e, Target.NONE) : c.exprs.value(e);
    }

    /// Expands a variadic signature to the number of arguments; null after reporting a wrong number.
    @Nullable List<VarObject> parameters(Expr.Call e, Signature s, List<Val> args) {
        var params = s.params().vars();
        int n = args.size();
        boolean spread = e.spread();
        List<VarObject> list = params;
        if (s.variadic()) {
            if (!spread) {
                list = new ArrayList<>(params.subList(0, params.size() - 1));
                var last = params.getLast();
                var elem = last.type() instanceof SliceType t ? t.written() : last.written();
                while (list.size() < n) {
                    list.add(
                            new VarObject(
                                    last.pkg(),
                                    last.name(),
                                    last.pos(),
                                    elem,
                                    VarObject.Kind.PARAM,
                                    false));
                }
            }
        } else if (spread) {
            c.error(
                    e,
                    DiagnosticCode.MISPLACED_DOTS,
                    "cannot use ... in call to non-variadic " + ExprText.of(e.fun()));
            return null;
        }
        if (n == list.size()) {
            return list;
        }
        boolean many = n > list.size();
        int pos =
                many
                        ? ExprText.start(args.get(list.size()).expr())
                        : args.isEmpty() ? e.pos() : ExprText.start(args.getLast().expr());
        c.error(
                pos,
                DiagnosticCode.ARGUMENT_COUNT,
                (many ? "too many" : "not enough")
                        + " arguments in call to "
                        + ExprText.of(e.fun())
                        + "\n\thave "
                        + summary(args.stream().map(leftovers::of).toList(), false, spread)
                        + "\n\twant "
                        + summary(
                                params.stream().map(VarObject::written).toList(),
                                s.variadic(),
                                false));
        return null;
    }

    /// Types in brackets; numeric untyped constants are numbers.
    String summary(List<? extends WrittenType> list, boolean variadic, boolean dots) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < list.size(); i++) {
            var t = list.get(i);
            boolean last = i == list.size() - 1;
            String s;
            if (t == BasicType.INVALID) {
                s = "unknown type";
            } else if (t instanceof BasicType b && b.isUntyped()) {
                s =
                        b.isNumeric()
                                ? "number"
                                : b == BasicType.UNTYPED_NIL
                                        ? "nil"
                                        : b.text().replace("untyped ", "");
            } else if (variadic && last && t instanceof SliceType slice) {
                s = "..." + c.text(slice.written());
            } else {
                s = c.text(t);
            }
            parts.add(dots && last ? s + "..." : s);
        }
        return parts.stream().collect(Collectors.joining(", ", "(", ")"));
    }
}
