package org.gorrery.compiler.lower;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.compiler.ir.Block;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Stmt;
import org.gorrery.compiler.syntax.Token;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.VarObject;
import org.jspecify.annotations.Nullable;

/// Statements.
final class Statements {
    /// Where `break` and `continue` go in an enclosing statement.
    ///
    /// @param label its label, or empty
    /// @param onContinue null for switch and select
    record Target(String label, Block onBreak, @Nullable Block onContinue) {}

    private final Fn fn;
    private final Emitter e;
    private final Deque<Target> targets = new ArrayDeque<>();
    private final Map<String, Block> labels = new HashMap<>();
    private final Loops loops;
    private final Switches switches;
    private final Selects selects;
    private final Deferrals deferrals;
    private final Assignments assignments;
    private @Nullable Block fallthrough;
    private @Nullable RangeFunc exits;

    Statements(Fn fn) {
        this.fn = fn;
        this.e = fn.e;
        this.loops = new Loops(fn, this);
        this.switches = new Switches(fn, this);
        this.selects = new Selects(fn, this);
        this.deferrals = new Deferrals(fn);
        this.assignments = new Assignments(fn);
    }

    /// Makes this the body of a range over a function: exits lead out of it.
    void setExits(RangeFunc context) {
        this.exits = context;
    }

    Assignments assignments() {
        return assignments;
    }

    void block(Stmt.Block b) {
        scope(b.rbrace(), () -> list(b.stmts()));
    }

    /// Lowers a part whose variables can be seen up to `end`.
    void scope(int end, Runnable part) {
        if (fn.debug == null) {
            part.run();
        } else {
            fn.debug.scope(end, part);
        }
    }

    /// A debugger may stop here.
    void stop(int pos) {
        if (fn.debug != null) {
            e.at(pos);
            fn.debug.statement(pos);
        }
    }

    /// Where the variables that the statement itself declares end; 0 where it has no block of its own.
    private static int ownScope(Stmt s) {
        return switch (s) {
            case Stmt.If x -> x.orElse() == null ? x.then().rbrace() : endOf(x.orElse());
            case Stmt.For x -> x.body().rbrace();
            case Stmt.Range x -> x.body().rbrace();
            case Stmt.Switch x -> x.rbrace();
            case Stmt.TypeSwitch x -> x.rbrace();
            case Stmt.Select x -> x.rbrace();
            default -> 0;
        };
    }

    private static int endOf(Stmt orElse) {
        return orElse instanceof Stmt.Block b ? b.rbrace() : ownScope(orElse);
    }

    /// Whether a debugger stops before the statement; of blocks and labels, before what is in them, and of a switch without a tag,
    /// before its conditions.
    private static boolean isStop(Stmt s) {
        return switch (s) {
            case Stmt.Empty x -> false;
            case Stmt.Block x -> false;
            case Stmt.Labeled x -> false;
            case Stmt.For x -> x.init() == null && x.cond() == null;
            case Stmt.If x -> x.init() == null;
            case Stmt.Switch x -> x.init() == null && x.tag() != null;
            case Stmt.TypeSwitch x -> x.init() == null;
            default -> true;
        };
    }

    void list(List<Stmt> stmts) {
        for (var s : stmts) {
            statement(s, "");
        }
    }

    /// Runs `body` with a target for break and continue.
    void within(Target target, Runnable body) {
        targets.push(target);
        body.run();
        targets.pop();
    }

    void setFallthrough(@Nullable Block next) {
        fallthrough = next;
    }

    @Nullable Block fallthroughTarget() {
        return fallthrough;
    }

    /// @param label the label on the statement, or empty
    void statement(Stmt s, String label) {
        if (isStop(s)) {
            stop(s.pos());
        }
        e.at(s.pos());
        int end = fn.debug == null ? 0 : ownScope(s);
        if (end == 0) {
            lower(s, label);
        } else {
            scope(end, () -> lower(s, label));
        }
    }

    private void lower(Stmt s, String label) {
        int mark = fn.expressions.early().mark();
        lowerAny(s, label);
        fn.expressions.early().release(mark);
    }

    private void lowerAny(Stmt s, String label) {
        switch (s) {
            case Stmt.Empty x -> {}
            case Stmt.BadStmt x ->
                    throw new IllegalStateException("bad statement reached the lowering");
            case Stmt.Block b -> block(b);
            case Stmt.ExprStmt x -> expression(x.x());
            case Stmt.Send x -> fn.calls.channels().send(x.chan(), x.value(), x.arrow());
            case Stmt.IncDec x -> incDec(x);
            case Stmt.Assign x -> assignments.assign(x);
            case Stmt.Go x -> deferrals.go(x);
            case Stmt.Defer x -> deferrals.defer(x, exits);
            case Stmt.Return x -> returns(x);
            case Stmt.Branch x -> branch(x);
            case Stmt.If x -> ifs(x);
            case Stmt.Switch x -> switches.expression(x, label);
            case Stmt.TypeSwitch x -> switches.type(x, label);
            case Stmt.Select x -> selects.select(x, label);
            case Stmt.For x -> loops.plain(x, label);
            case Stmt.Range x -> loops.range(x, label);
            case Stmt.Labeled x -> {
                e.start(labelBlock(x.label().text()));
                statement(x.stmt(), x.label().text());
            }
            case Stmt.DeclStmt x -> x.decls().forEach(this::declaration);
        }
    }

    private Block labelBlock(String name) {
        return labels.computeIfAbsent(name, n -> e.newBlock());
    }

    private void expression(Expr x) {
        var inner = Calls.unparen(x);
        if (inner instanceof Expr.Call) {
            fn.expressions.values(inner);
        } else {
            for (var v : List.of(fn.expressions.value(inner))) {
                v.words().forEach(e::eval);
            }
        }
    }

    private void incDec(Stmt.IncDec x) {
        fn.expressions.early().settle(List.of(x.x()));
        var place = fn.places.entry(fn.places.stable(fn.places.of(x.x())));
        var old = fn.places.load(place);
        e.at(x.pos());
        var one = one(old.type());
        var op = x.op() == Token.INC ? Token.ADD : Token.SUB;
        fn.places.assign(place, fn.expressions.arithmetic().binary(op, old, one));
    }

    private Rvalue one(Type type) {
        return fn.expressions
                .literals()
                .constant(type, org.gorrery.compiler.constant.Constants.of(1));
    }

    private void declaration(Decl d) {
        if (!(d instanceof Decl.VarDecl v)) {
            return;
        }
        e.at(v.pos());
        if (v.values().isEmpty()) {
            for (var name : v.names()) {
                if (fn.object(name) instanceof VarObject o) {
                    fn.declareZero(o);
                }
            }
            return;
        }
        var lhs = new ArrayList<Expr>(v.names());
        var values = assignments.rightSides(lhs, v.values());
        for (int i = 0; i < v.names().size(); i++) {
            var name = v.names().get(i);
            if (fn.object(name) instanceof VarObject o) {
                var from = v.values().get(Math.min(i, v.values().size() - 1));
                fn.declareInit(o, fn.conversions.assign(values.get(i), fn.apply(o.type()), from));
            } else {
                fn.places.assign(new Place.Blank(values.get(i).type()), values.get(i));
            }
        }
    }

    // ---- control ----

    private void ifs(Stmt.If s) {
        if (s.init() != null) {
            statement(s.init(), "");
            stop(s.cond().pos());
        }
        var yes = e.newBlock();
        var done = e.newBlock();
        var no = s.orElse() == null ? done : e.newBlock();
        e.at(s.cond().pos());
        fn.expressions.condition(s.cond(), yes, no);
        e.start(yes);
        block(s.then());
        e.jump(done);
        if (s.orElse() != null) {
            e.start(no);
            statement(s.orElse(), "");
            e.jump(done);
        }
        e.start(done);
    }

    private void returns(Stmt.Return r) {
        if (exits != null) {
            exits.leaveByReturn(r);
            return;
        }
        if (r.results().isEmpty()) {
            if (fn.resultTypes().isEmpty() || !fn.namedResults().isEmpty()) {
                fn.returnVariables();
            } else {
                throw new IllegalStateException("return without values");
            }
        } else {
            fn.returnValues(returnValues(r, fn.resultTypes()));
        }
        e.start(e.newBlock());
    }

    /// Result types of the function that a return statement here leaves.
    List<Type> resultTypesOfFunction() {
        return exits == null ? fn.resultTypes() : exits.resultTypes();
    }

    /// Returns values from that function.
    void returnValues(List<Rvalue> values) {
        if (exits == null) {
            fn.returnValues(values);
        } else {
            exits.leaveWith(values);
        }
    }

    /// Returns the result variables from that function.
    void returnVariables() {
        if (exits == null) {
            fn.returnVariables();
        } else {
            exits.leaveWithVariables();
        }
    }

    /// The values of a return statement, of the result types.
    List<Rvalue> returnValues(Stmt.Return r, List<Type> types) {
        if (r.results().size() == types.size()) {
            return fn.expressions.inOrder(r.results(), types);
        }
        var values = fn.expressions.values(r.results().getFirst());
        var out = new ArrayList<Rvalue>();
        for (int i = 0; i < types.size(); i++) {
            out.add(fn.conversions.assign(values.get(i), types.get(i)));
        }
        return out;
    }

    private void branch(Stmt.Branch b) {
        switch (b.tok()) {
            case GOTO -> {
                var name = java.util.Objects.requireNonNull(b.label()).text();
                goTo(name);
            }
            case FALLTHROUGH -> e.jump(java.util.Objects.requireNonNull(fallthrough));
            default ->
                    breakOrContinue(
                            b.tok() == Token.CONTINUE, b.label() == null ? "" : b.label().text());
        }
        e.start(e.newBlock());
    }

    /// Jumps to a label of the function, which may stand outside of this body of a range over a function.
    void goTo(String label) {
        if (exits != null && !exits.declares(label)) {
            exits.leaveByGoto(label);
        } else {
            e.jump(labelBlock(label));
        }
    }

    /// The range over a function whose body this is.
    @Nullable RangeFunc enclosingBody() {
        return exits;
    }

    /// Jumps to the end or the next turn of the statement of that label (empty: the innermost).
    void breakOrContinue(boolean isContinue, String label) {
        for (var t : targets) {
            boolean fits =
                    label.isEmpty()
                            ? !isContinue || t.onContinue() != null
                            : t.label().equals(label);
            if (fits) {
                e.jump(isContinue ? java.util.Objects.requireNonNull(t.onContinue()) : t.onBreak());
                return;
            }
        }
        java.util.Objects.requireNonNull(exits, "break outside").leaveByBranch(isContinue, label);
    }
}
