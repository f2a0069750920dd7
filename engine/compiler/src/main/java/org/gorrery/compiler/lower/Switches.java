package org.gorrery.compiler.lower;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.gorrery.compiler.constant.Constants;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.Block;
import org.gorrery.compiler.ir.Terminator;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.syntax.CaseClause;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Stmt;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.InterfaceType;
import org.gorrery.compiler.types.Mode;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.VarObject;
import org.jspecify.annotations.Nullable;

/// Expression and type switches (Go spec, "Switch statements").
final class Switches {
    private static final int MIN_TABLE = 5;

    private final Fn fn;
    private final Emitter e;
    private final Statements statements;

    Switches(Fn fn, Statements statements) {
        this.fn = fn;
        this.e = fn.e;
        this.statements = statements;
    }

    void expression(Stmt.Switch s, String label) {
        if (s.init() != null) {
            statements.statement(s.init(), "");
        }
        var bodies = blocks(s.clauses());
        var done = e.newBlock();
        var otherwise = defaultOf(s.clauses(), bodies, done);
        if (s.tag() == null) {
            conditions(s.clauses(), bodies, otherwise);
        } else {
            var type = fn.type(s.tag());
            var raw =
                    areConstant(s.clauses())
                            ? TextViews.string(fn, s.tag())
                            : fn.expressions.value(s.tag());
            var tag =
                    own(
                            type instanceof BasicType b && b.isUntyped()
                                    ? raw.as(org.gorrery.compiler.types.Types.defaultType(type))
                                    : raw);
            if (!table(s.clauses(), bodies, otherwise, tag)) {
                comparisons(s.clauses(), bodies, otherwise, tag);
            }
        }
        bodies(s.clauses(), bodies, done, label, null);
        e.start(done);
    }

    private boolean areConstant(List<CaseClause> clauses) {
        return clauses.stream()
                .flatMap(c -> c.exprs().stream())
                .allMatch(x -> fn.pkg.operand(x).value() != null);
    }

    private Rvalue own(Rvalue v) {
        if (v.address() != null) {
            return v.fresh() ? v : e.copyOf(v);
        }
        var locals = e.newLocals(v.type(), "");
        e.setLocals(locals, v);
        return Rvalue.ofWords(v.type(), Emitter.reads(locals));
    }

    private List<Block> blocks(List<CaseClause> clauses) {
        var out = new ArrayList<Block>();
        clauses.forEach(c -> out.add(e.newBlock()));
        return out;
    }

    private static Block defaultOf(List<CaseClause> clauses, List<Block> bodies, Block done) {
        for (int i = 0; i < clauses.size(); i++) {
            if (clauses.get(i).isDefault()) {
                return bodies.get(i);
            }
        }
        return done;
    }

    private void conditions(List<CaseClause> clauses, List<Block> bodies, Block otherwise) {
        for (int i = 0; i < clauses.size(); i++) {
            for (var x : clauses.get(i).exprs()) {
                var next = e.newBlock();
                statements.stop(x.pos());
                e.at(x.operatorPos());
                fn.expressions.condition(x, bodies.get(i), next);
                e.start(next);
            }
        }
        e.jump(otherwise);
    }

    /// A jump table, where all cases are integer constants of a type of at most 32 bits, or 64-bit ones that fit.
    private boolean table(
            List<CaseClause> clauses, List<Block> bodies, Block otherwise, Rvalue tag) {
        if (!(tag.type().underlying() instanceof BasicType b) || !b.isInteger()) {
            return false;
        }
        var keys = new ArrayList<Integer>();
        var targets = new ArrayList<Block>();
        var seen = new HashSet<Integer>();
        for (int i = 0; i < clauses.size(); i++) {
            for (var x : clauses.get(i).exprs()) {
                var value = fn.pkg.operand(x).value();
                var big = value == null ? null : Constants.toInteger(value);
                if (big == null || big.bitLength() > 31) {
                    return false;
                }
                if (seen.add(big.intValue())) {
                    keys.add(big.intValue());
                    targets.add(bodies.get(i));
                }
            }
        }
        if (keys.size() < MIN_TABLE) {
            return false;
        }
        Value key = tag.word();
        if (key.word() == Word.J) {
            var fits = e.newBlock();
            var low = Emitter.un(org.gorrery.compiler.ir.UnaryOp.J_TO_I, key);
            e.branch(
                    Emitter.bin(
                            BinaryOp.EQ,
                            Emitter.un(org.gorrery.compiler.ir.UnaryOp.I_TO_J, low),
                            key),
                    fits,
                    otherwise);
            e.start(fits);
            key = low;
        }
        e.end(
                new Terminator.Switch(
                        key,
                        keys.stream().mapToInt(Integer::intValue).toArray(),
                        List.copyOf(targets),
                        otherwise,
                        e.pos()));
        return true;
    }

    private void comparisons(
            List<CaseClause> clauses, List<Block> bodies, Block otherwise, Rvalue tag) {
        for (int i = 0; i < clauses.size(); i++) {
            for (var x : clauses.get(i).exprs()) {
                var next = e.newBlock();
                statements.stop(x.pos());
                e.at(x.operatorPos());
                e.branch(matches(x, tag), bodies.get(i), next);
                e.start(next);
            }
        }
        e.jump(otherwise);
    }

    private Value matches(Expr x, Rvalue tag) {
        if (fn.pkg.operand(x).mode() == Mode.NIL || fn.type(x) == BasicType.UNTYPED_NIL) {
            return Emitter.bin(BinaryOp.EQ, tag.word(0), Emitter.zeroWord(tag.word(0).word()));
        }
        var v = fn.expressions.value(x);
        return fn.expressions.comparisons().equalAny(tag, v);
    }

    /// Emits the bodies.
    ///
    /// @param before runs at the start of body i (binds a type switch's variable)
    private void bodies(
            List<CaseClause> clauses,
            List<Block> bodies,
            Block done,
            String label,
            java.util.function.@Nullable IntConsumer before) {
        var outer = statements.fallthroughTarget();
        for (int i = 0; i < clauses.size(); i++) {
            e.start(bodies.get(i));
            statements.setFallthrough(i + 1 < bodies.size() ? bodies.get(i + 1) : null);
            if (before != null) {
                before.accept(i);
            }
            var body = clauses.get(i).body();
            statements.within(
                    new Statements.Target(label, done, null), () -> statements.list(body));
            e.jump(done);
        }
        statements.setFallthrough(outer);
    }

    // ---- type switches ----

    void type(Stmt.TypeSwitch s, String label) {
        if (s.init() != null) {
            statements.statement(s.init(), "");
        }
        var v = own(fn.expressions.value(unwrap(s.x())));
        var from = (InterfaceType) v.type().underlying();
        var bodies = blocks(s.clauses());
        var entries = blocks(s.clauses());
        var done = e.newBlock();
        var otherwise = defaultOf(s.clauses(), entries, done);
        var bound = new Rvalue[s.clauses().size()];
        for (int i = 0; i < s.clauses().size(); i++) {
            cases(s.clauses().get(i), entries.get(i), v, from, i, bound);
        }
        e.jump(otherwise);
        for (int i = 0; i < entries.size(); i++) {
            e.start(entries.get(i));
            e.jump(bodies.get(i));
        }
        bodies(s.clauses(), bodies, done, label, i -> bind(s.clauses().get(i), v, bound[i]));
        e.start(done);
    }

    /// The operand of `x.(type)`.
    private static Expr unwrap(Expr x) {
        var inner = Calls.unparen(x);
        return inner instanceof Expr.TypeAssert t && t.type() == null ? t.x() : inner;
    }

    private void cases(
            CaseClause clause,
            Block entry,
            Rvalue v,
            InterfaceType from,
            int index,
            @Nullable Rvalue[] bound) {
        for (var x : clause.exprs()) {
            var next = e.newBlock();
            e.at(x.operatorPos());
            if (fn.pkg.operand(x).mode() == Mode.NIL
                    || fn.pkg.operand(x).type() == BasicType.UNTYPED_NIL) {
                e.branch(Emitter.bin(BinaryOp.EQ, v.word(0), Emitter.longConst(0)), entry, next);
                e.start(next);
                continue;
            }
            var type = fn.type(x);
            if (type.underlying() instanceof InterfaceType) {
                bindInterface(clause, entry, next, v, type, index, bound);
            } else {
                var holds =
                        Emitter.bin(
                                BinaryOp.EQ,
                                v.word(0),
                                fn.expressions.comparisons().comparedWord(from, type));
                e.branch(holds, entry, next);
            }
            e.start(next);
        }
    }

    private void bindInterface(
            CaseClause clause,
            Block entry,
            Block next,
            Rvalue v,
            Type type,
            int index,
            @Nullable Rvalue[] bound) {
        var asserted = fn.conversions.assertTo(v, type, true);
        if (clause.exprs().size() == 1) {
            bound[index] = asserted.getFirst();
        }
        e.branch(asserted.get(1).word(), entry, next);
    }

    private void bind(CaseClause clause, Rvalue v, @Nullable Rvalue asserted) {
        var variable = fn.pkg.clauseVars().get(clause);
        if (variable == null) {
            return;
        }
        e.at(clause.pos());
        fn.declareInit(variable, boundValue(clause, v, asserted, variable));
    }

    private Rvalue boundValue(
            CaseClause clause, Rvalue v, @Nullable Rvalue asserted, VarObject variable) {
        if (clause.exprs().size() != 1
                || fn.pkg.operand(clause.exprs().getFirst()).type() == BasicType.UNTYPED_NIL) {
            return v;
        }
        if (asserted != null) {
            return asserted;
        }
        return fn.conversions.unbox(fn.apply(variable.type()), v.word(1));
    }
}
