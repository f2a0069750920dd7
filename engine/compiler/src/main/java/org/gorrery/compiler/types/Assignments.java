package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.compiler.constant.Constant;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Stmt;
import org.jspecify.annotations.Nullable;

/// Assignments, initialisations and returns (Go spec, "Assignability", "Assignment statements", "Short variable declarations").
final class Assignments {
    private static final String BLANK = "assignment to _ identifier";

    private final CheckContext c;

    Assignments(CheckContext c) {
        this.c = c;
    }

    /// `v` as a value of type `t` (null: its own), or reports that it cannot be in words that name the context.
    Val assign(Val operand, @Nullable WrittenType written, String context) {
        var t = written == null ? null : written.actual();
        var v = c.exprs.single(operand);
        if (v.isInvalid() || t == BasicType.INVALID) {
            return v;
        }
        if (v.isUntyped()) {
            var target = written;
            if (v.isNil() && t == null) {
                c.error(v.expr(), DiagnosticCode.UNTYPED_NIL, "use of untyped nil in " + context);
                return Val.invalid(v.expr());
            }
            if (t == null || Operators.plainInterface(t) && !v.isNil()) {
                target = Types.writtenDefault(v.written());
            }
            var converted = untyped(v, java.util.Objects.requireNonNull(target), context);
            if (converted.isInvalid()) {
                return converted;
            }
            v = converted;
        }
        if (v.type() instanceof Signature s && !s.typeParams().isEmpty()) {
            v = c.inference.forTarget(v, s, Target.of(t));
            if (v.isInvalid()) {
                return v;
            }
        }
        if (t == null || written == null) {
            return v;
        }
        var verdict = c.types.assignability().assignable(v.type(), v.value(), t, c.errors.text);
        if (!verdict.ok()) {
            return refuse(
                    v, written, context, verdict.cause().isEmpty() ? "" : ": " + verdict.cause());
        }
        return v;
    }

    private Val refuse(Val v, WrittenType t, String context, String cause) {
        c.error(
                v.expr(),
                DiagnosticCode.NOT_ASSIGNABLE,
                "cannot use " + c.text(v) + " as " + c.text(t) + " value in " + context + cause);
        return Val.invalid(v.expr());
    }

    private Val untyped(Val v, WrittenType target, String context) {
        var r = c.untyped.implicit(v, target.actual());
        String cause =
                target.actual() instanceof TypeParameter
                        ? ""
                        : switch (r.fault()) {
                            case NONE, MISMATCH -> "";
                            case TRUNCATED -> " (truncated)";
                            case OVERFLOW -> " (overflows)";
                        };
        return r.fault() == Untyped.Fault.NONE
                ? c.untyped.settled(v, r, target)
                : refuse(v, target, context, cause);
    }

    /// Gives a declared variable its first value, and its type where none is written.
    void initVar(VarObject lhs, Val x, String context) {
        if (x.isInvalid() || lhs.isTyped() && lhs.type() == BasicType.INVALID) {
            if (!lhs.isTyped()) {
                lhs.setType(BasicType.INVALID);
            }
            return;
        }
        if (!lhs.isTyped()) {
            var t = x.written();
            if (x.isUntyped()) {
                if (x.isNil()) {
                    c.error(
                            x.expr(),
                            DiagnosticCode.UNTYPED_NIL,
                            "use of untyped nil in " + context);
                    lhs.setType(BasicType.INVALID);
                    return;
                }
                t = Types.writtenDefault(t);
            }
            lhs.setType(t);
        }
        assign(x, lhs.written(), context);
    }

    /// Gives a declared constant its value.
    void initConst(ConstObject lhs, @Nullable WrittenType type, Val x) {
        // a declared type stays known where the value is refused
        var refused = type == null ? BasicType.INVALID : type;
        if (x.isInvalid()) {
            lhs.define(refused, null);
            return;
        }
        if (x.mode() != Mode.CONSTANT) {
            c.error(x.expr(), DiagnosticCode.NOT_CONSTANT, c.text(x) + " is not constant");
            lhs.define(refused, null);
            return;
        }
        var v = type == null ? x : assign(x, type, "constant declaration");
        Constant value = v.value();
        lhs.define(v.isInvalid() ? refused : type == null ? v.written() : type, value);
    }

    /// Initialises variables with a list of values, or returns it where `returns` is a statement.
    void initVars(List<VarObject> lhs, List<Expr> rhs, Stmt.@Nullable Return returns) {
        String context = returns == null ? "assignment" : "return statement";
        if (returns == null && c.env.func() == null) {
            context = "variable declaration";
        }
        initVars(lhs, rhs, returns, context);
    }

    void initVars(
            List<VarObject> lhs, List<Expr> rhs, Stmt.@Nullable Return returns, String context) {
        if (lhs.size() == rhs.size()) {
            for (int i = 0; i < lhs.size(); i++) {
                var v = lhs.get(i);
                String name = returns != null && v.name().isEmpty() ? "result variable" : v.name();
                var to = v.isTyped() ? new Target(v.type(), name) : Target.NONE;
                var x =
                        rhs.size() == 1
                                ? c.exprs.multi(rhs.get(i), to)
                                : c.exprs.value(rhs.get(i), to);
                if (rhs.size() == 1 && x.type() instanceof TupleType t && x.mode() == Mode.VALUE) {
                    mismatch(
                            lhs.stream().map(VarObject::written).toList(),
                            rhs,
                            values(x, t),
                            returns);
                    invalidate(lhs);
                    return;
                }
                initVar(v, x, context);
            }
            return;
        }
        if (rhs.size() != 1) {
            // report only where no value is wrong in itself
            var values = new ArrayList<Val>();
            boolean valid = true;
            for (var e : rhs) {
                var x = c.exprs.value(e);
                valid &= !x.isInvalid();
                values.add(x);
            }
            invalidate(lhs);
            if (valid) {
                mismatch(lhs.stream().map(VarObject::written).toList(), rhs, values, returns);
            }
            return;
        }
        var values = spread(rhs.getFirst(), lhs.size(), returns == null);
        if (values == null) {
            invalidate(lhs);
            return;
        }
        if (values.size() == lhs.size()) {
            String each = returns == null ? "assignment" : context;
            for (int i = 0; i < lhs.size(); i++) {
                initVar(lhs.get(i), values.get(i), each);
            }
            return;
        }
        mismatch(lhs.stream().map(VarObject::written).toList(), rhs, values, returns);
        invalidate(lhs);
    }

    private static void invalidate(List<VarObject> lhs) {
        for (var v : lhs) {
            if (!v.isTyped()) {
                v.setType(BasicType.INVALID);
            }
        }
    }

    private static List<Val> values(Val x, TupleType t) {
        return t.vars().stream().map(r -> Val.of(Mode.VALUE, r.written(), x.expr())).toList();
    }

    /// The values of one expression: a call's results, or two where it has a comma-ok form and two are wanted.
    private @Nullable List<Val> spread(Expr e, int wanted, boolean commaOk) {
        var x = c.exprs.multi(e, Target.NONE);
        if (x.isInvalid()) {
            return null;
        }
        if (x.type() instanceof TupleType t && x.mode() == Mode.VALUE) {
            return values(x, t);
        }
        if (commaOk && wanted == 2 && (x.mode() == Mode.MAP_INDEX || x.mode() == Mode.COMMA_OK)) {
            recordCommaOk(e, x.type());
            return List.of(x, Val.of(Mode.VALUE, BasicType.UNTYPED_BOOL, e));
        }
        return List.of(x);
    }

    /// Notes that an expression gives a value and a boolean.
    private void recordCommaOk(Expr e, Type t) {
        var pair =
                new TupleType(
                        List.of(
                                new VarObject(c.pkg, "", e.pos(), t, VarObject.Kind.RESULT, false),
                                new VarObject(
                                        c.pkg,
                                        "",
                                        e.pos(),
                                        BasicType.BOOL,
                                        VarObject.Kind.RESULT,
                                        false)));
        var x = e;
        while (true) {
            var old = c.operands[x.id()];
            if (old != null) {
                c.operands[x.id()] = new Operand(old.mode(), pair, null);
            }
            if (!(x instanceof Expr.Paren p)) {
                return;
            }
            x = p.x();
        }
    }

    private void mismatch(
            List<WrittenType> lhs,
            List<Expr> rhs,
            List<Val> values,
            Stmt.@Nullable Return returns) {
        if (returns != null) {
            returnMismatch(lhs, values, returns);
            return;
        }
        String vars = count(lhs.size(), "variable");
        String vals = count(values.size(), "value");
        String message =
                rhs.size() == 1 && ExprText.unparen(rhs.getFirst()) instanceof Expr.Call call
                        ? "assignment mismatch: "
                                + vars
                                + " but "
                                + ExprText.of(call.fun())
                                + " returns "
                                + vals
                        : "assignment mismatch: " + vars + " but " + vals;
        c.error(rhs.getFirst(), DiagnosticCode.ASSIGNMENT_COUNT, message);
    }

    private void returnMismatch(List<WrittenType> want, List<Val> have, Stmt.Return s) {
        boolean many = have.size() > want.size();
        int pos =
                many
                        ? have.get(want.size()).expr().pos()
                        : have.isEmpty() ? s.pos() : have.getLast().expr().pos();
        c.error(
                pos,
                DiagnosticCode.RESULT_COUNT,
                (many ? "too many" : "not enough")
                        + " return values\n\thave "
                        + c.calls.summary(have.stream().map(Val::written).toList(), false, false)
                        + "\n\twant "
                        + c.calls.summary(want, false, false));
    }

    private static String count(int n, String unit) {
        return n + " " + unit + (n == 1 ? "" : "s");
    }

    /// `lhs op rhs`.
    void statement(Stmt.Assign s) {
        switch (s.op()) {
            case DEFINE -> c.shortDeclarations.define(s);
            case ASSIGN -> assignAll(s.lhs(), s.rhs());
            default -> operation(s);
        }
    }

    private void operation(Stmt.Assign s) {
        if (s.lhs().size() != 1 || s.rhs().size() != 1) {
            c.error(
                    s.opPos(),
                    DiagnosticCode.ASSIGNMENT_COUNT,
                    "assignment operation "
                            + s.op().text()
                            + " requires single-valued expressions");
            c.exprs.use(s.lhs());
            c.exprs.use(s.rhs());
            return;
        }
        var lhs = s.lhs().getFirst();
        var op = s.op().ofAssignment();
        var x = c.exprs.value(lhs);
        var y = c.exprs.value(s.rhs().getFirst());
        String shown =
                ExprText.of(lhs) + " " + s.op().text() + " " + ExprText.of(s.rhs().getFirst());
        var result = c.operators.apply(x, op, y, lhs, s.opPos(), shown);
        if (!result.isInvalid()) {
            var t = target(lhs, false);
            if (t != null) {
                var before = c.operands[lhs.id()];
                assign(
                        new Val(Mode.VALUE, result.written(), result.value(), lhs, null),
                        t,
                        "assignment operation");
                c.operands[lhs.id()] = before;
            }
        }
    }

    /// Assigns a list of values to a list of operands.
    void assignAll(List<Expr> lhs, List<Expr> rhs) {
        if (rhs.size() == 1 && ExprText.unparen(rhs.getFirst()) instanceof Expr.Call) {
            assignResults(lhs, rhs);
        } else if (lhs.size() == rhs.size()) {
            assignEach(lhs, rhs);
        } else if (rhs.size() == 1) {
            assignParts(lhs, rhs);
        } else {
            lhs.forEach(this::use);
            boolean valid = true;
            var values = new ArrayList<Val>();
            for (var e : rhs) {
                var x = c.exprs.value(e);
                valid &= !x.isInvalid();
                values.add(x);
            }
            if (valid) {
                mismatch(unknown(lhs), rhs, values, null);
            }
        }
    }

    /// As many values as operands: each goes to its own.
    private void assignEach(List<Expr> lhs, List<Expr> rhs) {
        for (int i = 0; i < lhs.size(); i++) {
            var t = target(lhs.get(i), true);
            if (t == BasicType.INVALID) {
                c.exprs.use(List.of(rhs.get(i)));
                continue;
            }
            var hint = t == null ? Target.NONE : new Target(t.actual(), ExprText.of(lhs.get(i)));
            var x =
                    rhs.size() == 1
                            ? c.exprs.multi(rhs.get(i), hint)
                            : c.exprs.value(rhs.get(i), hint);
            if (rhs.size() == 1 && x.mode() == Mode.VALUE && x.type() instanceof TupleType tuple) {
                mismatch(List.of(BasicType.INVALID), rhs, values(x, tuple), null);
                return;
            }
            assign(x, t, t == null ? BLANK : "assignment");
        }
    }

    /// One expression that may have two values, such as an index of a map.
    private void assignParts(List<Expr> lhs, List<Expr> rhs) {
        var targets = new ArrayList<@Nullable WrittenType>();
        lhs.forEach(e -> targets.add(target(e, true)));
        var values = spread(rhs.getFirst(), lhs.size(), true);
        if (values == null) {
            return;
        }
        if (values.size() != lhs.size()) {
            mismatch(unknown(lhs), rhs, values, null);
            return;
        }
        for (int i = 0; i < lhs.size(); i++) {
            assign(values.get(i), targets.get(i), targets.get(i) == null ? BLANK : "assignment");
        }
    }

    /// As many invalid types as operands: a mismatch of counts tells no types of these.
    private static List<WrittenType> unknown(List<Expr> lhs) {
        return lhs.stream().<WrittenType>map(e -> BasicType.INVALID).toList();
    }

    /// The results of a call, which is looked at before what it is assigned to.
    private void assignResults(List<Expr> lhs, List<Expr> rhs) {
        var values = spread(rhs.getFirst(), lhs.size(), true);
        if (values == null || values.size() != lhs.size()) {
            if (values != null) {
                mismatch(unknown(lhs), rhs, values, null);
            }
            lhs.forEach(this::use);
            return;
        }
        for (int i = 0; i < lhs.size(); i++) {
            var t = target(lhs.get(i), true);
            assign(values.get(i), t, t == null ? BLANK : "assignment");
        }
    }

    /// An operand of an assignment that has the wrong number of values.
    private void use(Expr e) {
        if (ExprText.unparen(e) instanceof Expr.Name) {
            target(e, true);
        } else {
            c.exprs.any(e);
        }
    }

    /// The type of what is assigned to; null for the blank name (anything goes), [BasicType#INVALID] after an error.
    @Nullable WrittenType target(Expr e, boolean evaluate) {
        var bare = ExprText.unparen(e);
        if (bare instanceof Expr.Name n) {
            if (n.text().equals("_")) {
                return null;
            }
            // to assign to a variable is no use of it
            if (c.lookup(n.text()) instanceof VarObject v && v.pkg() == c.pkg) {
                boolean used = v.used();
                var x = c.exprs.any(e);
                if (!used) {
                    v.clearUsed();
                }
                return x.isInvalid() ? BasicType.INVALID : x.written();
            }
        }
        var x = evaluate ? c.exprs.value(e) : known(e);
        if (x.isInvalid()) {
            return BasicType.INVALID;
        }
        if (x.mode() == Mode.VARIABLE || x.mode() == Mode.MAP_INDEX) {
            return x.written();
        }
        if (bare instanceof Expr.Selector s) {
            if (s.x() instanceof Expr.Name n && c.lookup(n.text()) instanceof PackageObject) {
                c.exprs.any(s.x());
            }
            var inner = c.operands[s.x().id()];
            if (inner != null && inner.mode() == Mode.MAP_INDEX) {
                c.error(
                        e,
                        DiagnosticCode.NOT_ADDRESSABLE,
                        "cannot assign to struct field " + ExprText.of(e) + " in map");
                return BasicType.INVALID;
            }
        }
        c.error(
                e,
                DiagnosticCode.NOT_ADDRESSABLE,
                "cannot assign to "
                        + ExprText.of(e)
                        + " (neither addressable nor a map index expression)");
        return BasicType.INVALID;
    }

    private Val known(Expr e) {
        var o = c.operands[e.id()];
        return o == null ? Val.invalid(e) : new Val(o.mode(), o.type(), o.value(), e, null);
    }
}
