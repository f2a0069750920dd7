package org.gorrery.compiler.types;

import java.util.ArrayList;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.ChanDir;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Stmt;
import org.jspecify.annotations.Nullable;

/// Range clauses (Go spec, "For statements with range clause").
final class Ranges {
    private final CheckContext c;

    Ranges(CheckContext c) {
        this.c = c;
    }

    /// What a range over some type yields.
    ///
    /// @param cause why it cannot be ranged over, where `ok` is false
    private record Yield(
            @Nullable WrittenType key, @Nullable WrittenType value, boolean ok, String cause) {
        static Yield no(String cause) {
            return new Yield(null, null, false, cause);
        }

        static Yield of(@Nullable WrittenType key, @Nullable WrittenType value) {
            return new Yield(key, value, true, "");
        }
    }

    /// `for key, value := range x { … }` in a block of its own.
    void range(Stmt.Range s) {
        var x = c.exprs.value(s.x());
        var yield = Yield.no("");
        boolean integer = false;
        if (!x.isInvalid()) {
            yield = yields(x);
            integer =
                    x.isUntyped()
                            && x.isConstant()
                            && yield.ok()
                            && !(x.type() == BasicType.UNTYPED_STRING);
            if (!yield.ok()) {
                c.error(
                        s.x(),
                        DiagnosticCode.BAD_RANGE,
                        "cannot range over "
                                + c.text(x)
                                + (yield.cause().isEmpty() ? "" : ": " + yield.cause()));
            } else {
                yield = fitting(s, x, yield);
            }
        }
        if (x.isUntyped() && !x.isInvalid() && yield.ok() && x.type() == BasicType.UNTYPED_STRING) {
            c.untyped.settle(x, BasicType.STRING);
        }
        if (s.define()) {
            define(s, x, yield, integer);
        } else {
            assign(s, x, yield, integer);
        }
        c.statements.statement(s.body());
    }

    private Yield fitting(Stmt.Range s, Val x, Yield y) {
        var key = s.key();
        var value = s.value();
        if (key != null && y.key() == null) {
            c.error(
                    key,
                    DiagnosticCode.BAD_RANGE,
                    "range over " + c.text(x) + " permits no iteration variables");
            return Yield.no("");
        }
        if (value != null && y.value() == null) {
            c.error(
                    value,
                    DiagnosticCode.BAD_RANGE,
                    "range over " + c.text(x) + " permits only one iteration variable");
            return new Yield(y.key(), null, true, "");
        }
        if (!s.extra().isEmpty()) {
            c.error(
                    s.extra().getFirst(),
                    DiagnosticCode.BAD_RANGE,
                    "range clause permits at most two iteration variables");
        }
        return y;
    }

    private Yield yields(Val x) {
        if (x.isUntyped() && x.isConstant() && x.type() instanceof BasicType b && b.isNumeric()) {
            return !b.isInteger()
                    ? Yield.no("")
                    : c.versions.allows(22)
                            ? Yield.of(b, null)
                            : Yield.no("requires go1.22 or later");
        }
        if (x.type() instanceof TypeParameter p) {
            return ofParameter(p);
        }
        return ofType(x.type(), x.type());
    }

    private Yield ofParameter(TypeParameter p) {
        var terms = c.types.sets().terms(p);
        if (terms == null || terms.isEmpty()) {
            return Yield.no("no specific type");
        }
        var core = c.types.sets().core(p);
        if (core == null) {
            return Yield.no(c.types.sets().whyNoCore(p, c.errors.text));
        }
        return ofType(core, core instanceof BasicType b && b.isInteger() ? p : core);
    }

    private Yield ofType(Type type, Type self) {
        return switch (type.underlying()) {
            case BasicType b when b.isString() -> Yield.of(BasicType.INT, Universe.RUNE);
            case BasicType b when b.isInteger() ->
                    c.versions.allows(22)
                            ? Yield.of(self, null)
                            : Yield.no("requires go1.22 or later");
            case ArrayType a -> Yield.of(BasicType.INT, a.written());
            case PointerType p when p.elem().underlying() instanceof ArrayType a ->
                    Yield.of(BasicType.INT, a.written());
            case SliceType t -> Yield.of(BasicType.INT, t.written());
            case MapType m -> Yield.of(m.writtenKey(), m.writtenValue());
            case ChanType ch ->
                    ch.dir() == ChanDir.SEND
                            ? Yield.no("receive from send-only channel " + c.text(type))
                            : Yield.of(ch.written(), null);
            case Signature f -> function(f);
            default -> Yield.no("");
        };
    }

    private Yield function(Signature f) {
        if (!c.versions.allows(23)) {
            return Yield.no("requires go1.23 or later");
        }
        String form = "func must be func(yield func(...) bool): ";
        if (f.params().vars().size() != 1) {
            return Yield.no(form + "wrong argument count");
        }
        if (!f.results().vars().isEmpty()) {
            return Yield.no(form + "unexpected results");
        }
        if (!(c.types.sets().core(f.params().vars().getFirst().type())
                instanceof Signature yield)) {
            return Yield.no(form + "argument is not func");
        }
        var params = yield.params().vars();
        if (params.size() > 2) {
            return Yield.no(form + "yield func has too many parameters");
        }
        if (yield.results().vars().size() != 1
                || !(yield.results().vars().getFirst().type().underlying() instanceof BasicType b
                        && b.isBoolean())) {
            return Yield.no(form + "yield func does not return bool");
        }
        if (yield.results().vars().getFirst().type() != BasicType.BOOL) {
            return Yield.no(form + "yield func returns user-defined boolean, not bool");
        }
        return Yield.of(
                !params.isEmpty() ? params.get(0).written() : null,
                params.size() > 1 ? params.get(1).written() : null);
    }

    private void define(Stmt.Range s, Val x, Yield y, boolean untypedInteger) {
        var vars = new ArrayList<VarObject>();
        var names = new ArrayList<Expr.Name>();
        int i = 0;
        for (var e : new Expr[] {s.key(), s.value()}) {
            var t = i++ == 0 ? y.key() : y.value();
            if (e == null) {
                continue;
            }
            if (!(e instanceof Expr.Name n)) {
                c.error(
                        e,
                        DiagnosticCode.BAD_DECLARATION,
                        "non-name " + ExprText.of(e) + " on left side of :=");
                continue;
            }
            var v = new VarObject(c.pkg, n.text(), n.pos(), null, VarObject.Kind.LOCAL, false);
            vars.add(v);
            names.add(n);
            if (!y.ok() || t == null) {
                v.setType(BasicType.INVALID);
                v.markUsed(); // one error is enough
            } else if (untypedInteger) {
                c.assignments.initVar(v, x, "range clause");
            } else {
                v.setType(Types.writtenDefault(t));
            }
        }
        if (untypedInteger && vars.isEmpty()) {
            c.assignments.assign(x, Types.writtenDefault(x.type()), "range clause");
        }
        for (int k = 0; k < vars.size(); k++) {
            c.declare(vars.get(k), names.get(k));
            c.operands[names.get(k).id()] = new Operand(Mode.VARIABLE, vars.get(k).type(), null);
        }
    }

    private void assign(Stmt.Range s, Val x, Yield y, boolean untypedInteger) {
        int i = 0;
        for (var e : new Expr[] {s.key(), s.value()}) {
            var t = i++ == 0 ? y.key() : y.value();
            if (e == null) {
                continue;
            }
            var target = c.assignments.target(e, true);
            if (target == BasicType.INVALID || !y.ok() || t == null) {
                continue;
            }
            if (untypedInteger) {
                c.assignments.assign(x, target, "range clause");
                if (target != null
                        && !(c.types
                                .sets()
                                .all(
                                        target.actual(),
                                        u -> u instanceof BasicType b && b.isInteger()))) {
                    c.error(
                            e,
                            DiagnosticCode.BAD_RANGE,
                            "cannot use iteration variable of type " + c.text(target));
                }
            } else if (target != null) {
                c.assignments.assign(new Val(Mode.VALUE, t, null, e, null), target, "assignment");
            }
        }
        if (untypedInteger && s.key() == null) {
            c.assignments.assign(x, Types.writtenDefault(x.type()), "range clause");
        }
    }
}
