package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.compiler.constant.Arithmetic;
import org.gorrery.compiler.constant.Constant;
import org.gorrery.compiler.constant.Constants;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.ChanDir;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Token;
import org.jspecify.annotations.Nullable;

/// Calls of predeclared functions (Go spec, "Built-in functions").
final class Builtins {
    private final CheckContext c;

    Builtins(CheckContext c) {
        this.c = c;
    }

    /// A call of `b`.
    Val call(Expr.Call e, BuiltinObject b) {
        if (e.spread() && b.which() != BuiltinObject.Builtin.APPEND) {
            c.error(
                    e,
                    DiagnosticCode.MISPLACED_DOTS,
                    "invalid operation: invalid use of ... with built-in " + b.name());
            c.exprs.use(e.args());
            return Val.invalid(e);
        }
        return switch (b.which()) {
            case MAKE, NEW ->
                    count(e, 1, b.which() == BuiltinObject.Builtin.MAKE)
                            ? c.allocations.allocate(e, b)
                            : Val.invalid(e);
            case UNSAFE_OFFSETOF -> count(e, 1, false) ? c.unsafe.offsetof(e) : Val.invalid(e);
            case APPEND,
                    CAP,
                    CLEAR,
                    CLOSE,
                    COMPLEX,
                    COPY,
                    DELETE,
                    IMAG,
                    LEN,
                    MAX,
                    MIN,
                    PANIC,
                    PRINT,
                    PRINTLN,
                    REAL,
                    RECOVER,
                    UNSAFE_ADD,
                    UNSAFE_ALIGNOF,
                    UNSAFE_SIZEOF,
                    UNSAFE_SLICE,
                    UNSAFE_SLICE_DATA,
                    UNSAFE_STRING,
                    UNSAFE_STRING_DATA ->
                    withValues(e, b);
        };
    }

    /// Evaluates the arguments first, since one call may give them all.
    private Val withValues(Expr.Call e, BuiltinObject b) {
        var args = arguments(e);
        if (args == null) {
            return Val.invalid(e);
        }
        int want = arity(b.which());
        boolean variadic = isVariadic(b.which());
        if (args.size() < want || args.size() > want && !variadic) {
            wrongCount(e, args.size() < want, want, args.size());
            return Val.invalid(e);
        }
        return switch (b.which()) {
            case APPEND -> append(e, args);
            case CAP, LEN -> length(e, b, args.getFirst());
            case CLEAR -> clear(e, args.getFirst());
            case CLOSE -> close(e, args.getFirst());
            case COMPLEX -> c.unsafe.complex(e, args.get(0), args.get(1));
            case REAL, IMAG ->
                    c.unsafe.part(e, args.getFirst(), b.which() == BuiltinObject.Builtin.REAL);
            case COPY -> copy(e, args.get(0), args.get(1));
            case DELETE -> delete(e, args.get(0), args.get(1));
            case MAX, MIN -> extreme(e, b, args);
            case PANIC -> given(e, args, Universe.ANY, "argument to panic");
            case PRINT, PRINTLN -> given(e, args, null, "argument to built-in " + b.name());
            case RECOVER -> Val.of(Mode.VALUE, Universe.RECOVERED, e);
            case UNSAFE_ADD,
                    UNSAFE_ALIGNOF,
                    UNSAFE_SIZEOF,
                    UNSAFE_SLICE,
                    UNSAFE_SLICE_DATA,
                    UNSAFE_STRING,
                    UNSAFE_STRING_DATA ->
                    c.unsafe.call(e, b, args);
            case MAKE, NEW, UNSAFE_OFFSETOF -> throw new IllegalStateException(b.name());
        };
    }

    private static int arity(BuiltinObject.Builtin b) {
        return switch (b) {
            case PRINT, PRINTLN, RECOVER -> 0;
            case COMPLEX, COPY, DELETE, UNSAFE_ADD, UNSAFE_SLICE, UNSAFE_STRING -> 2;
            case APPEND,
                    CAP,
                    CLEAR,
                    CLOSE,
                    IMAG,
                    LEN,
                    MAKE,
                    MAX,
                    MIN,
                    NEW,
                    PANIC,
                    REAL,
                    UNSAFE_ALIGNOF,
                    UNSAFE_OFFSETOF,
                    UNSAFE_SIZEOF,
                    UNSAFE_SLICE_DATA,
                    UNSAFE_STRING_DATA ->
                    1;
        };
    }

    private static boolean isVariadic(BuiltinObject.Builtin b) {
        return b == BuiltinObject.Builtin.APPEND
                || b == BuiltinObject.Builtin.PRINT
                || b == BuiltinObject.Builtin.PRINTLN
                || b == BuiltinObject.Builtin.MAX
                || b == BuiltinObject.Builtin.MIN;
    }

    private @Nullable List<Val> arguments(Expr.Call e) {
        var list = new ArrayList<Val>();
        boolean valid = true;
        if (e.args().size() == 1) {
            var v = c.exprs.multi(e.args().getFirst(), Target.NONE);
            if (v.mode() == Mode.VALUE && v.type() instanceof TupleType t) {
                t.vars().forEach(r -> list.add(Val.of(Mode.VALUE, r.written(), v.expr())));
                return list;
            }
            return v.isInvalid() ? null : List.of(v);
        }
        for (var a : e.args()) {
            var v = c.exprs.value(a);
            valid &= !v.isInvalid();
            list.add(v);
        }
        return valid ? list : null;
    }

    private boolean count(Expr.Call e, int want, boolean more) {
        int n = e.args().size();
        if (n < want || n > want && !more) {
            c.exprs.use(e.args());
            wrongCount(e, n < want, want, n);
            return false;
        }
        return true;
    }

    private void wrongCount(Expr.Call e, boolean few, int want, int have) {
        c.error(
                e.pos(),
                DiagnosticCode.ARGUMENT_COUNT,
                "invalid operation: "
                        + (few ? "not enough" : "too many")
                        + " arguments for "
                        + ExprText.of(e)
                        + " (expected "
                        + want
                        + ", found "
                        + have
                        + ")");
    }

    static Val none(Expr.Call e) {
        return Val.of(Mode.NO_VALUE, TupleType.EMPTY, e);
    }

    /// A call without a value; the first argument that does not fit is reported, and no other.
    private Val given(Expr.Call e, List<Val> args, @Nullable WrittenType type, String context) {
        return args.stream().anyMatch(a -> c.assignments.assign(a, type, context).isInvalid())
                ? Val.invalid(e)
                : none(e);
    }

    private Val bad(Expr e, Expr.Call call, String message) {
        c.error(e, DiagnosticCode.BAD_BUILTIN_ARGUMENT, message);
        return Val.invalid(call);
    }

    private Val append(Expr.Call e, List<Val> args) {
        var s = args.getFirst();
        if (s.isNil()) {
            return bad(s.expr(), e, "invalid append: argument must be a slice; have untyped nil");
        }
        var elem = elementOfSlices(s);
        if (elem == null) {
            return bad(s.expr(), e, "invalid append: argument must be a slice; have " + c.text(s));
        }
        if (e.spread() && args.size() == 2) {
            var y = args.get(1);
            boolean bytes = elem.actual().underlying() == BasicType.UINT8;
            if (bytes
                    && c.types.sets().coreOrBytes(y.type()) instanceof BasicType b
                    && b.isString()) {
                c.untyped.defaulted(y);
                return Val.of(Mode.VALUE, s.written(), e);
            }
            if (y.isNil()) {
                c.untyped.settle(y, new SliceType(elem));
                return Val.of(Mode.VALUE, s.written(), e);
            }
        }
        if (e.spread()) {
            if (args.size() != 2) {
                boolean few = args.size() < 2;
                c.error(
                        few ? args.getFirst().expr().pos() : args.get(2).expr().pos(),
                        DiagnosticCode.ARGUMENT_COUNT,
                        few
                                ? "not enough arguments in call to append\n\thave ("
                                        + c.text(s.written())
                                        + "...)\n\twant "
                                        + c.calls.summary(
                                                List.of(s.written(), new SliceType(elem)),
                                                true,
                                                false)
                                : "too many arguments in call to append\n\thave "
                                        + c.calls.summary(
                                                args.stream().map(Val::written).toList(),
                                                false,
                                                true)
                                        + "\n\twant "
                                        + c.calls.summary(
                                                List.of(s.written(), new SliceType(elem)),
                                                true,
                                                false));
                return Val.invalid(e);
            }
            c.assignments.assign(args.get(1), new SliceType(elem), "argument to append");
            return Val.of(Mode.VALUE, s.written(), e);
        }
        for (var a : args.subList(1, args.size())) {
            c.assignments.assign(a, elem, "argument to append");
        }
        return Val.of(Mode.VALUE, s.written(), e);
    }

    private @Nullable WrittenType elementOfSlices(Val s) {
        return c.types.sets().core(s.type()) instanceof SliceType t ? t.written() : null;
    }

    private Val length(Expr.Call e, BuiltinObject b, Val x) {
        boolean len = b.which() == BuiltinObject.Builtin.LEN;
        var value = x.value();
        if (len && x.isConstant() && value instanceof Constant.Str s) {
            c.untyped.defaulted(x);
            return Val.constant(BasicType.INT, Constants.of(s.bytes().length()), e);
        }
        boolean ok =
                c.types.sets().all(x.type(), t -> hasLength(t, len)) && !x.isUntyped()
                        || len && x.type() == BasicType.UNTYPED_STRING;
        if (!ok) {
            return bad(x.expr(), e, "invalid argument: " + c.text(x) + " for built-in " + b.name());
        }
        c.untyped.defaulted(x);
        var u = x.type().underlying();
        var array = u instanceof PointerType p ? p.elem().underlying() : u;
        if (!(x.type() instanceof TypeParameter)
                && array instanceof ArrayType a
                && !callsOrReceives(e.args().getFirst())) {
            return Val.constant(BasicType.INT, Constants.of(a.length()), e);
        }
        return Val.computed(BasicType.INT, e, x, x);
    }

    private static boolean hasLength(Type t, boolean len) {
        return switch (t) {
            case BasicType b -> len && b.isString();
            case ArrayType a -> true;
            case PointerType p -> p.elem().underlying() instanceof ArrayType;
            case SliceType s -> true;
            case ChanType s -> true;
            case MapType m -> len;
            default -> false;
        };
    }

    /// Whether evaluating an expression calls a function or receives, so that an array's length is no constant.
    private boolean callsOrReceives(Expr e) {
        return switch (e) {
            case Expr.Paren p -> callsOrReceives(p.x());
            case Expr.Selector s -> callsOrReceives(s.x());
            case Expr.Index i ->
                    callsOrReceives(i.x()) || i.indices().stream().anyMatch(this::callsOrReceives);
            case Expr.Star s -> callsOrReceives(s.x());
            case Expr.Unary u -> u.op() == Token.ARROW || callsOrReceives(u.x());
            case Expr.Binary b -> callsOrReceives(b.x()) || callsOrReceives(b.y());
            case Expr.KeyValue kv -> callsOrReceives(kv.key()) || callsOrReceives(kv.value());
            case Expr.CompositeLit l -> l.elems().stream().anyMatch(this::callsOrReceives);
            case Expr.TypeAssert a -> callsOrReceives(a.x());
            case Expr.SliceExpr s -> callsOrReceives(s.x());
            case Expr.Call call -> {
                var o = c.operands[call.id()];
                var f = c.operands[call.fun().id()];
                if (o != null && o.mode() == Mode.CONSTANT) {
                    yield false;
                }
                yield f == null
                        || f.mode() != Mode.TYPE
                        || call.args().stream().anyMatch(this::callsOrReceives);
            }
            default -> false;
        };
    }

    private Val clear(Expr.Call e, Val x) {
        c.versions.require(e.fun().pos(), 21, "clear");
        if (!c.types.sets().all(x.type(), t -> t instanceof MapType || t instanceof SliceType)) {
            return bad(
                    x.expr(),
                    e,
                    "invalid argument: cannot clear "
                            + c.text(x)
                            + ": argument must be (or constrained by) map or slice");
        }
        return none(e);
    }

    private Val close(Expr.Call e, Val x) {
        if (!c.types.sets().all(x.type(), t -> t instanceof ChanType)) {
            return bad(x.expr(), e, "invalid operation: cannot close non-channel " + c.text(x));
        }
        if (!c.types
                .sets()
                .all(x.type(), t -> t instanceof ChanType ch && ch.dir() != ChanDir.RECV)) {
            return bad(
                    x.expr(),
                    e,
                    "invalid operation: cannot close receive-only channel " + c.text(x));
        }
        return none(e);
    }

    private Val copy(Expr.Call e, Val x, Val y) {
        var dst = c.types.sets().core(x.type());
        if (!(dst instanceof SliceType d)) {
            return bad(
                    x.expr(),
                    e,
                    "invalid copy: argument must be a slice; have "
                            + (x.isNil() ? "untyped nil" : c.text(x)));
        }
        var src = c.types.sets().coreOrBytes(y.type());
        WrittenType from =
                src instanceof SliceType s
                        ? s.written()
                        : src instanceof BasicType b && b.isString() ? Universe.BYTE : null;
        if (from == null) {
            return bad(
                    y.expr(),
                    e,
                    "invalid copy: argument must be a slice; have "
                            + (y.isNil() ? "untyped nil" : c.text(y)));
        }
        if (!c.types.identical(d.elem(), from.actual())) {
            return bad(
                    x.expr(),
                    e,
                    "invalid copy: arguments "
                            + c.text(x)
                            + " and "
                            + c.text(y)
                            + " have different element types "
                            + c.text(d.written())
                            + " and "
                            + c.text(from));
        }
        c.untyped.defaulted(y);
        return Val.of(Mode.VALUE, BasicType.INT, e);
    }

    private Val delete(Expr.Call e, Val m, Val key) {
        WrittenType keyType = null;
        var terms =
                m.type() instanceof TypeParameter p
                        ? c.types.sets().terms(p)
                        : List.of(new UnionType.Term(false, m.type()));
        if (terms == null || terms.isEmpty()) {
            return bad(m.expr(), e, "invalid argument: " + c.text(m) + " is not a map");
        }
        for (var term : terms) {
            if (!(term.type().underlying() instanceof MapType t)) {
                return bad(m.expr(), e, "invalid argument: " + c.text(m) + " is not a map");
            }
            if (keyType != null && !c.types.identical(keyType.actual(), t.key())) {
                return bad(
                        m.expr(),
                        e,
                        "invalid argument: maps of "
                                + c.text(m)
                                + " must have identical key types");
            }
            keyType = t.writtenKey();
        }
        c.assignments.assign(key, keyType, "argument to delete");
        return none(e);
    }

    private Val extreme(Expr.Call e, BuiltinObject b, List<Val> args) {
        c.versions.require(e.fun().pos(), 21, "built-in " + b.name());
        for (var a : args) {
            if (!c.types
                    .sets()
                    .all(
                            a.type(),
                            t ->
                                    t instanceof BasicType k
                                            && (k.isInteger() || k.isFloat() || k.isString()))) {
                return bad(a.expr(), e, "invalid argument: " + c.text(a) + " cannot be ordered");
            }
        }
        var x = args.getFirst();
        for (var a : args.subList(1, args.size())) {
            var pair = c.operators.matched(x, a);
            if (pair == null) {
                return Val.invalid(e);
            }
            if (pair.mismatch() || !c.types.identical(pair.x().type(), pair.y().type())) {
                return bad(
                        a.expr(),
                        e,
                        "invalid argument: mismatched types "
                                + c.text(x.written())
                                + " (previous argument) and "
                                + c.text(a.written())
                                + " (type of "
                                + ExprText.of(a.expr())
                                + ")");
            }
            var left = pair.x();
            var right = pair.y();
            var p = left.value();
            var q = right.value();
            if (left.isConstant() && right.isConstant() && p != null && q != null) {
                int order = Arithmetic.order(q, p);
                boolean take = b.which() == BuiltinObject.Builtin.MIN ? order < 0 : order > 0;
                x = take ? right : left;
            } else {
                x = Val.computed(left.written(), left.expr(), left, right);
            }
        }
        if (x.isUnknown()) {
            return Val.of(Mode.CONSTANT, x.written(), e);
        }
        if (!x.isConstant()) {
            var t = x.type();
            args.forEach(a -> c.untyped.settle(a, t));
            return Val.of(Mode.VALUE, t, e);
        }
        return Val.constant(x.written(), java.util.Objects.requireNonNull(x.value()), e);
    }
}
