package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.compiler.constant.Constant;
import org.gorrery.compiler.constant.Constants;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.CaseClause;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Stmt;
import org.gorrery.compiler.syntax.Token;
import org.jspecify.annotations.Nullable;

/// Expression and type switches (Go spec, "Switch statements").
final class Switches {
    private final CheckContext c;

    Switches(CheckContext c) {
        this.c = c;
    }

    /// A constant case with its type and place.
    private record Seen(Type type, Expr at) {}

    /// `switch tag { … }`.
    void expression(Stmt.Switch s) {
        var tag = tag(s);
        Map<Constant, List<Seen>> seen = new HashMap<>();
        defaults(s.clauses());
        for (var clause : s.clauses()) {
            for (var e : clause.exprs()) {
                caseValue(e, tag, seen, s.tag() == null);
            }
            body(clause, null);
        }
    }

    private Val tag(Stmt.Switch s) {
        var e = s.tag();
        if (e == null) {
            var place = new Expr.Name(0, s.pos(), "true");
            return Val.constant(BasicType.BOOL, Constants.of(true), place);
        }
        var x = c.exprs.value(e);
        x = c.assignments.assign(x, null, "switch expression");
        if (x.isInvalid()) {
            return x;
        }
        if (!c.types.comparable(x.type()) && !c.types.assignability().hasNil(x.type())) {
            c.error(
                    e,
                    DiagnosticCode.UNDEFINED_OPERATOR,
                    "cannot switch on "
                            + c.text(x)
                            + " ("
                            + c.text(x.written())
                            + " is not comparable)");
            return Val.invalid(e);
        }
        return new Val(Mode.VALUE, x.written(), null, e, null);
    }

    private void caseValue(Expr e, Val tag, Map<Constant, List<Seen>> seen, boolean noTag) {
        var v = c.exprs.value(e);
        if (v.isInvalid() || tag.isInvalid()) {
            return;
        }
        var pair = c.operators.matched(v, tag);
        if (pair == null) {
            return;
        }
        if (pair.mismatch()) {
            if (v.isUntyped() && !Operators.plainInterface(tag.type())) {
                c.untyped.refuseUnderlying(v, tag.type(), Untyped.Fault.MISMATCH);
                return;
            }
            c.error(
                    e,
                    DiagnosticCode.MISMATCHED_TYPES,
                    "invalid case "
                            + ExprText.of(e)
                            + " in switch"
                            + (noTag ? "" : " on " + ExprText.of(tag.expr()))
                            + " (mismatched types "
                            + c.text(v.written())
                            + " and "
                            + (noTag ? "bool" : c.text(tag.written()))
                            + ")");
            return;
        }
        v = pair.x();
        var saved = c.operands[tag.expr().id()];
        var result = c.shifts.comparison(v, Token.EQL, pair.y(), e, true);
        var now = c.operands[e.id()];
        if (noTag) {
            c.operands[tag.expr().id()] = saved;
        }
        c.operands[e.id()] = now;
        var value = v.value();
        if (!result.isInvalid() && v.isConstant() && value != null && !noTag) {
            duplicate(e, v, value, seen);
        }
    }

    private void duplicate(Expr e, Val v, Constant value, Map<Constant, List<Seen>> seen) {
        var type = Types.defaultType(v.type());
        var list = seen.computeIfAbsent(value, k -> new ArrayList<>());
        for (var other : list) {
            if (c.types.identical(other.type(), type)) {
                c.error(
                        e,
                        DiagnosticCode.DUPLICATE_CASE,
                        "duplicate case "
                                + c.text(v.withExpr(e))
                                + " in expression switch\n\t"
                                + c.errors.place(ExprText.middle(other.at()))
                                + ": previous case");
                return;
            }
        }
        list.add(new Seen(type, e));
    }

    private void defaults(List<CaseClause> clauses) {
        CaseClause first = null;
        for (var clause : clauses) {
            if (clause.isDefault()) {
                if (first == null) {
                    first = clause;
                } else {
                    c.error(
                            clause.pos(),
                            DiagnosticCode.DUPLICATE_CASE,
                            "multiple defaults (first at " + c.errors.place(first.pos()) + ")");
                }
            }
        }
    }

    private void body(CaseClause clause, @Nullable VarObject bound) {
        c.inBlock(() -> {
            if (bound != null) {
                c.env.scope().insert(bound);
            }
            c.statements.list(clause.body());
        });
    }

    /// `switch x.(type) { … }`.
    @SuppressWarnings("ReferenceEquality") // types and objects are compared by identity
    void type(Stmt.TypeSwitch s) {
        var bind = s.bind();
        if (bind != null && bind.text().equals("_")) {
            c.error(bind, DiagnosticCode.NO_NEW_VARIABLE, "no new variable on left side of :=");
            bind = null;
        }
        var written = s.x();
        var operand = written instanceof Expr.TypeAssert a && a.type() == null ? a.x() : written;
        var x = c.exprs.value(operand);
        if (written != operand) {
            c.operands[written.id()] = new Operand(x.mode(), x.type(), null);
        }
        if (!x.isInvalid() && x.type() instanceof TypeParameter) {
            c.error(
                    operand,
                    DiagnosticCode.BAD_ASSERTION,
                    "cannot use type switch on type parameter value " + c.text(x));
            x = Val.invalid(operand);
        } else if (!x.isInvalid() && !(x.type().underlying() instanceof InterfaceType)) {
            c.error(operand, DiagnosticCode.BAD_ASSERTION, c.text(x) + " is not an interface");
            x = Val.invalid(operand);
        }
        clauses(s, bind, x);
    }

    private void clauses(Stmt.TypeSwitch s, Expr.@Nullable Name bind, Val x) {
        defaults(s.clauses());
        var seen = new ArrayList<Seen>();
        var bound = new ArrayList<VarObject>();
        for (var clause : s.clauses()) {
            Type single = null;
            for (var e : clause.exprs()) {
                single = caseType(e, x, seen);
            }
            VarObject v = null;
            if (bind != null) {
                var t =
                        clause.exprs().size() == 1
                                        && single != null
                                        && single != BasicType.UNTYPED_NIL
                                ? single
                                : x.type();
                v = new VarObject(c.pkg, bind.text(), bind.pos(), t, VarObject.Kind.LOCAL, false);
                c.clauseVars.put(clause, v);
                bound.add(v);
            }
            body(clause, v);
        }
        if (bind != null) {
            boolean used = bound.stream().anyMatch(VarObject::used);
            if (!used) {
                c.error(
                        bind,
                        DiagnosticCode.UNUSED_VARIABLE,
                        bind.text() + " declared and not used");
            }
        }
    }

    /// The type of a case; untyped nil for `nil`.
    private Type caseType(Expr e, Val x, List<Seen> seen) {
        var v = c.exprs.any(e);
        Type t;
        if (v.isNil()) {
            t = BasicType.UNTYPED_NIL;
        } else {
            t = v.isInvalid() ? BasicType.INVALID : c.typeExprs.varType(e);
        }
        if (t == BasicType.INVALID) {
            return t;
        }
        for (var other : seen) {
            if (c.types.identical(other.type(), t)) {
                c.error(
                        e,
                        DiagnosticCode.DUPLICATE_CASE,
                        "duplicate case "
                                + (v.isNil() ? "nil" : c.text(t))
                                + " in type switch\n\t"
                                + c.errors.place(ExprText.middle(other.at()))
                                + ": previous case");
                return t;
            }
        }
        seen.add(new Seen(t, e));
        if (!v.isNil() && !x.isInvalid()) {
            c.exprs.possible(e, x, t, true);
        }
        return t;
    }
}
