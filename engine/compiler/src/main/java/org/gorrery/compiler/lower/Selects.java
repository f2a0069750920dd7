package org.gorrery.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.abi.Entry;
import org.gorrery.abi.FrameLayout;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.Block;
import org.gorrery.compiler.ir.FrameObject;
import org.gorrery.compiler.ir.MemKind;
import org.gorrery.compiler.ir.Terminator;
import org.gorrery.compiler.ir.UnaryOp;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.syntax.CommClause;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Stmt;
import org.gorrery.compiler.syntax.Token;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.ChanType;
import org.gorrery.compiler.types.Type;
import org.jspecify.annotations.Nullable;

/// The select statement (Go spec, "Select statements"): cases in a table in the frame, chosen by the runtime.
final class Selects {
    private static final int SEND = 1;
    private static final int RECEIVE = 2;

    private final Fn fn;
    private final Emitter e;
    private final Statements statements;

    Selects(Fn fn, Statements statements) {
        this.fn = fn;
        this.e = fn.e;
        this.statements = statements;
    }

    /// One communication clause with its operands evaluated.
    ///
    /// @param buffer where a received element goes, null for a send
    private record Case(
            CommClause clause,
            Value chan,
            Value element,
            int direction,
            @Nullable FrameObject buffer,
            Type elem) {}

    void select(Stmt.Select s, String label) {
        CommClause otherwise = null;
        var cases = new ArrayList<Case>();
        for (var clause : s.clauses()) {
            if (clause.comm() == null) {
                otherwise = clause;
            } else {
                cases.add(evaluate(clause));
            }
        }
        e.at(s.pos());
        if (cases.isEmpty() && otherwise == null) {
            e.runtime(Entry.BLOCK);
            e.end(new Terminator.Unreachable(s.pos()));
            e.start(e.newBlock());
            return;
        }
        var done = e.newBlock();
        var chosen = choose(cases, otherwise == null);
        dispatch(cases, otherwise, chosen, done, label);
        e.start(done);
    }

    private Case evaluate(CommClause clause) {
        e.at(clause.pos());
        if (clause.comm() instanceof Stmt.Send send) {
            var type = (ChanType) fn.expressions.coreOf(fn.type(send.chan()));
            var chan = e.stable(fn.expressions.value(send.chan()).word());
            var value = e.copyOf(fn.expressions.valueAs(send.value(), type.elem()));
            return new Case(clause, chan, value.memory(), SEND, null, type.elem());
        }
        var receive = receiveOf(clause);
        var type = (ChanType) fn.expressions.coreOf(fn.type(receive.x()));
        var chan = e.stable(fn.expressions.value(receive.x()).word());
        var buffer = e.tempObject(type.elem());
        if (fn.layout.hasPointers(type.elem())) {
            e.clear(new Value.FrameAddress(buffer, 0), buffer.bytes(), true);
        }
        Value element =
                buffer.bytes() == 0 ? Emitter.longConst(0) : new Value.FrameAddress(buffer, 0);
        return new Case(clause, chan, element, RECEIVE, buffer, type.elem());
    }

    private static Expr.Unary receiveOf(CommClause clause) {
        var x =
                switch (clause.comm()) {
                    case Stmt.ExprStmt s -> s.x();
                    case Stmt.Assign a -> a.rhs().getFirst();
                    case null, default -> throw new IllegalStateException("no communication");
                };
        return (Expr.Unary) Calls.unparen(x);
    }

    /// The index of the case that proceeds, -1 for default; and whether a value was received.
    private List<Value> choose(List<Case> cases, boolean blocking) {
        var table =
                fn.ir()
                        .newFrameObject(
                                "",
                                null,
                                Math.max(1, cases.size()) * (long) FrameLayout.SELECT_CASE_BYTES);
        for (int i = 0; i < cases.size(); i++) {
            long at = (long) i * FrameLayout.SELECT_CASE_BYTES;
            var c = cases.get(i);
            put(table, at, Conversions.asLong(c.chan()));
            put(table, at + 8, c.element());
            put(table, at + 16, Emitter.longConst(c.direction()));
        }
        var r =
                e.runtime(
                        Entry.SELECTGO,
                        List.of(Word.I, Word.J),
                        new Value.FrameAddress(table, 0),
                        Emitter.intConst(cases.size()),
                        Emitter.intConst(blocking ? 1 : 0));
        return List.of(
                new Value.Read(r.get(0)), Emitter.un(UnaryOp.J_TO_I, new Value.Read(r.get(1))));
    }

    private void put(FrameObject table, long at, Value v) {
        e.store(MemKind.I64, new Value.FrameAddress(table, at), 0, v);
    }

    private void dispatch(
            List<Case> cases,
            @Nullable CommClause otherwise,
            List<Value> chosen,
            Block done,
            String label) {
        for (int i = 0; i < cases.size(); i++) {
            var body = e.newBlock();
            var next = e.newBlock();
            boolean last = i == cases.size() - 1 && otherwise == null;
            if (last) {
                e.jump(body);
            } else {
                e.branch(
                        Emitter.bin(BinaryOp.EQ, chosen.getFirst(), Emitter.intConst(i)),
                        body,
                        next);
            }
            e.start(body);
            body(cases.get(i), chosen.get(1), done, label);
            e.start(next);
            if (last) {
                e.end(new Terminator.Unreachable(e.pos()));
            }
        }
        if (otherwise != null) {
            var clause = otherwise;
            statements.within(
                    new Statements.Target(label, done, null), () -> statements.list(clause.body()));
            e.jump(done);
        }
    }

    private void body(Case c, Value received, Block done, String label) {
        e.at(c.clause().pos());
        if (c.clause().comm() instanceof Stmt.Assign a && c.buffer() != null) {
            bind(a, e.loadValue(c.elem(), new Value.FrameAddress(c.buffer(), 0), 0), received);
        }
        statements.within(
                new Statements.Target(label, done, null), () -> statements.list(c.clause().body()));
        e.jump(done);
    }

    private void bind(Stmt.Assign a, Rvalue value, Value received) {
        var values = List.of(e.stable(value), Rvalue.ofWord(BasicType.BOOL, e.stable(received)));
        for (int i = 0; i < a.lhs().size(); i++) {
            var target = Calls.unparen(a.lhs().get(i));
            if (a.op() == Token.DEFINE) {
                statements.assignments().putDefined((Expr.Name) target, values.get(i));
            } else {
                var place = fn.places.of(target);
                fn.places.assign(
                        place,
                        place instanceof Place.Blank
                                ? values.get(i)
                                : fn.conversions.assign(values.get(i), place.type()));
            }
        }
    }
}
