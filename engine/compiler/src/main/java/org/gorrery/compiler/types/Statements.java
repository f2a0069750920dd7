package org.gorrery.compiler.types;

import java.util.List;
import org.gorrery.compiler.constant.Constants;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.CommClause;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Stmt;
import org.gorrery.compiler.syntax.Token;
import org.jspecify.annotations.Nullable;

/// Checks statements (Go spec, "Statements"). Labels and jumps are [Branches]'s.
final class Statements {
    private final CheckContext c;

    Statements(CheckContext c) {
        this.c = c;
    }

    /// Several statements in the block at hand.
    void list(List<Stmt> stmts) {
        for (var s : stmts) {
            statement(s);
        }
    }

    /// One statement, or nothing.
    void optional(@Nullable Stmt s) {
        if (s != null) {
            statement(s);
        }
    }

    /// One statement, with what it puts off.
    void statement(Stmt s) {
        int pending = c.pending();
        check(s);
        c.settle(pending);
    }

    private void check(Stmt s) {
        switch (s) {
            case Stmt.BadStmt x -> {}
            case Stmt.Empty x -> {}
            case Stmt.Branch x -> {}
            case Stmt.Block x -> c.inBlock(() -> list(x.stmts()));
            case Stmt.ExprStmt x -> expression(x.x());
            case Stmt.Send x -> send(x);
            case Stmt.IncDec x -> incDec(x);
            case Stmt.Assign x -> c.assignments.statement(x);
            case Stmt.Go x -> asynchronous(x.call(), "go");
            case Stmt.Defer x -> asynchronous(x.call(), "defer");
            case Stmt.Return x -> returns(x);
            case Stmt.If x ->
                    c.inBlock(() -> {
                        optional(x.init());
                        c.exprs.condition(x.cond(), "if");
                        statement(x.then());
                        optional(x.orElse());
                    });
            case Stmt.Switch x ->
                    c.inBlock(() -> {
                        optional(x.init());
                        c.switches.expression(x);
                    });
            case Stmt.TypeSwitch x ->
                    c.inBlock(() -> {
                        optional(x.init());
                        c.switches.type(x);
                    });
            case Stmt.Select x -> {
                defaults(x);
                x.clauses().forEach(this::communication);
            }
            case Stmt.For x -> c.inBlock(() -> loop(x));
            case Stmt.Range x -> c.inBlock(() -> c.ranges.range(x));
            case Stmt.Labeled x -> statement(x.stmt());
            case Stmt.DeclStmt x -> x.decls().forEach(this::declaration);
        }
    }

    private void declaration(Decl d) {
        c.declarations.local(d);
    }

    private void loop(Stmt.For s) {
        optional(s.init());
        var cond = s.cond();
        if (cond != null) {
            c.exprs.condition(cond, "for");
        }
        optional(s.post());
        statement(s.body());
    }

    private void defaults(Stmt.Select s) {
        CommClause first = null;
        for (var clause : s.clauses()) {
            if (clause.comm() == null) {
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

    private void communication(CommClause clause) {
        c.inBlock(() -> {
            var comm = clause.comm();
            if (comm != null) {
                if (!isCommunication(comm)) {
                    c.error(
                            comm.pos(),
                            DiagnosticCode.BAD_SELECT_CASE,
                            "select case must be send or receive (possibly with assignment)");
                    return;
                }
                statement(comm);
            }
            list(clause.body());
        });
    }

    private static boolean isCommunication(Stmt s) {
        return switch (s) {
            case Stmt.Send x -> true;
            case Stmt.ExprStmt x -> Exprs.isReceive(x.x());
            case Stmt.Assign x ->
                    x.rhs().size() == 1
                            && (x.op() == Token.ASSIGN || x.op() == Token.DEFINE)
                            && Exprs.isReceive(x.rhs().getFirst());
            default -> false;
        };
    }

    private void expression(Expr e) {
        var v = c.exprs.any(e);
        switch (v.mode()) {
            case INVALID, NO_VALUE -> {}
            case BUILTIN -> c.error(e, DiagnosticCode.UNUSED_VALUE, c.text(v) + " must be called");
            case TYPE ->
                    c.error(e, DiagnosticCode.UNUSED_VALUE, c.text(v) + " is not an expression");
            case CONSTANT, VARIABLE, MAP_INDEX, VALUE, NIL, COMMA_OK, CGO_FUNC -> {
                if (!isUsedAsStatement(e)) {
                    c.error(e, DiagnosticCode.UNUSED_VALUE, c.text(v) + " is not used");
                }
            }
        }
    }

    /// A call of a function that is no conversion and no builtin without effect, or a receive.
    private boolean isUsedAsStatement(Expr e) {
        var x = ExprText.unparen(e);
        if (x instanceof Expr.Call call) {
            var f = c.operands[call.fun().id()];
            if (f == null || f.mode() == Mode.TYPE) {
                return f == null;
            }
            if (f.mode() != Mode.BUILTIN) {
                return true;
            }
            return builtin(call) instanceof BuiltinObject b
                    && (b.which() == BuiltinObject.Builtin.COPY
                            || b.which() == BuiltinObject.Builtin.RECOVER);
        }
        return Exprs.isReceive(x);
    }

    private @Nullable GoObject builtin(Expr.Call call) {
        var f = ExprText.unparen(call.fun());
        return switch (f) {
            case Expr.Name n -> c.objects[n.id()];
            case Expr.Selector s -> c.objects[s.sel().id()];
            default -> null;
        };
    }

    private void send(Stmt.Send s) {
        var ch = c.exprs.value(s.chan());
        var v = c.exprs.value(s.value());
        if (ch.isInvalid() || v.isInvalid()) {
            return;
        }
        var elem = c.operators.channel(s.chan(), ch, false);
        if (elem != null) {
            c.assignments.assign(v, elem, "send");
        }
    }

    private void incDec(Stmt.IncDec s) {
        var x = c.exprs.value(s.x());
        if (x.isInvalid()) {
            return;
        }
        if (!c.types.sets().all(x.type(), t -> t instanceof BasicType b && b.isNumeric())) {
            String op = s.op().text();
            c.error(
                    s.x(),
                    DiagnosticCode.UNDEFINED_OPERATOR,
                    "invalid operation: "
                            + ExprText.of(s.x())
                            + op
                            + " (non-numeric type "
                            + c.text(x.written())
                            + ")");
            return;
        }
        var one =
                Val.constant(
                        BasicType.UNTYPED_INT,
                        Constants.of(1),
                        new Expr.BadExpr(s.x().id(), s.pos(), s.pos()));
        if (c.untyped.implicit(one, x.type()).fault() == Untyped.Fault.NONE) {
            c.assignments.target(s.x(), false);
        }
    }

    private void asynchronous(Expr e, String keyword) {
        if (!(ExprText.unparen(e) instanceof Expr.Call)) {
            c.exprs.any(e);
            c.error(
                    e,
                    DiagnosticCode.BAD_GO_OR_DEFER,
                    "expression in " + keyword + " must be function call");
            return;
        }
        var v = c.exprs.any(e);
        if (v.isInvalid() || v.mode() == Mode.NO_VALUE) {
            return;
        }
        var call = (Expr.Call) ExprText.unparen(e);
        var f = c.operands[call.fun().id()];
        if (f != null && f.mode() == Mode.TYPE) {
            c.error(
                    e,
                    DiagnosticCode.BAD_GO_OR_DEFER,
                    keyword + " requires function call, not conversion " + c.text(v));
        } else if (!isUsedAsStatement(e)) {
            c.error(
                    e,
                    DiagnosticCode.BAD_GO_OR_DEFER,
                    keyword + " discards result of " + c.text(v));
        }
    }

    private void returns(Stmt.Return s) {
        var func = c.env.func();
        if (func == null) {
            return;
        }
        var results = func.signature.results().vars();
        if (s.results().isEmpty()) {
            if (!results.isEmpty() && results.getFirst().name().isEmpty()) {
                c.error(
                        s.pos(),
                        DiagnosticCode.RESULT_COUNT,
                        "not enough return values\n\thave ()\n\twant "
                                + c.calls.summary(
                                        results.stream().map(VarObject::written).toList(),
                                        false,
                                        false));
                return;
            }
            results.forEach(r -> shadowed(s, r));
            return;
        }
        if (results.isEmpty()) {
            var values = s.results().stream().map(c.exprs::any).toList();
            if (values.stream().anyMatch(Val::isInvalid)) {
                return;
            }
            if (values.size() == 1 && values.getFirst().mode() == Mode.NO_VALUE) {
                c.error(
                        s.results().getFirst(),
                        DiagnosticCode.NOT_A_VALUE,
                        c.text(values.getFirst()) + " used as value");
                return;
            }
            c.error(
                    s.results().getFirst(),
                    DiagnosticCode.RESULT_COUNT,
                    "too many return values\n\thave "
                            + c.calls.summary(
                                    values.stream().flatMap(Statements::spread).toList(),
                                    false,
                                    false)
                            + "\n\twant ()");
            return;
        }
        c.assignments.initVars(results, s.results(), s, "return statement");
    }

    private static java.util.stream.Stream<WrittenType> spread(Val v) {
        return v.type() instanceof TupleType t
                ? t.vars().stream().map(VarObject::written)
                : java.util.stream.Stream.of(v.written());
    }

    private void shadowed(Stmt.Return s, VarObject result) {
        if (result.name().isEmpty() || result.name().equals("_")) {
            return;
        }
        var found = c.lookup(result.name());
        if (found != result && found != null) {
            c.error(
                    s.pos(),
                    DiagnosticCode.SHADOWED_RESULT,
                    "result parameter "
                            + result.name()
                            + " not in scope at return\n\t"
                            + c.errors.place(found.pos())
                            + ": inner declaration of "
                            + describe(result));
        }
    }

    private String describe(GoObject o) {
        return switch (o) {
            case VarObject v -> "var " + v.name() + " " + c.text(v.written());
            case ConstObject v -> "const " + v.name() + " " + c.text(v.written());
            case TypeObject v -> "type " + v.name();
            case FuncObject v -> "func " + v.name();
            case PackageObject v -> "package " + v.name();
            case BuiltinObject v -> "builtin " + v.name();
            case NilObject v -> "nil";
            case LabelObject v -> "label " + v.name();
        };
    }
}
