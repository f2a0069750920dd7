package org.gorrery.compiler.lower;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.gorrery.abi.Entry;
import org.gorrery.abi.RangeRecord;
import org.gorrery.compiler.ir.Allocation.Kind;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.MemKind;
import org.gorrery.compiler.ir.Terminator;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Node;
import org.gorrery.compiler.syntax.Stmt;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.Signature;
import org.gorrery.compiler.types.StructType;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.VarObject;
import org.jspecify.annotations.Nullable;

/// `for … := range f` over a function: the body becomes a function that `f` calls (Go spec, "For range"; Go's `rangefunc/rewrite.go` has the
/// states). A shared record tells the body whether it may still be called, and after the call how the loop was left.
final class RangeFunc {
    private static final int READY = 0;
    private static final int RUNNING = 1;
    private static final int DONE = 2;
    private static final int EXHAUSTED = 3;

    /// One way out of the body that the code after the loop carries on.
    private sealed interface Exit {
        record Leave(boolean isContinue, String label) implements Exit {}

        record Goto(String label) implements Exit {}

        record ReturnVariables() implements Exit {}

        record ReturnValues() implements Exit {}
    }

    private final Fn outer;
    private final Stmt.Range loop;
    private final String label;
    private final Signature signature;
    private final List<Exit> exits = new ArrayList<>();
    private final List<Type> returned;
    private final @Nullable StructType holder;
    private @Nullable Fn inner;
    private @Nullable Value state;
    private @Nullable Value innerHolder;
    private @Nullable Value innerDeferred;

    RangeFunc(Fn outer, Stmt.Range loop, String label, Signature signature) {
        this.outer = outer;
        this.loop = loop;
        this.label = label;
        this.signature = signature;
        this.returned = outer.statements.resultTypesOfFunction();
        this.holder = returned.isEmpty() ? null : outer.closures.closureStruct(returned);
    }

    private static StructType stateStruct(Fn fn) {
        // As RangeRecord says.
        return struct(
                field(fn, "state", BasicType.INT64),
                field(fn, "exit", BasicType.INT64),
                field(fn, "deferred", BasicType.UNSAFE_POINTER));
    }

    private static StructType nodeStruct(Fn fn) {
        return struct(
                field(fn, "call", BasicType.UNSAFE_POINTER),
                field(fn, "before", BasicType.UNSAFE_POINTER));
    }

    private static StructType struct(VarObject... fields) {
        return new StructType(List.of(fields), Collections.nCopies(fields.length, ""));
    }

    private static VarObject field(Fn fn, String name, Type type) {
        return new VarObject(fn.pkg.pkg(), name, 0, type, VarObject.Kind.FIELD, false);
    }

    void lower() {
        var e = outer.e;
        var function = e.stable(outer.expressions.value(loop.x()).word());
        var record = e.newObject(Kind.HIDDEN, loop.pos(), () -> "", stateStruct(outer));
        Value deferred = deferredOf(record);
        Value results =
                holder == null
                        ? Emitter.nil()
                        : e.newObject(Kind.HIDDEN, loop.pos(), () -> "", holder);
        var yield_ =
                (Signature) outer.expressions.coreOf(signature.params().vars().getFirst().type());
        var body = outer.closures.rangeBody(this, loop, yield_, List.of(record, results, deferred));
        e.at(loop.pos());
        outer.call(
                new Callee.Closure(function, outer.program.shapeOfValue(signature)),
                List.of(),
                List.of(Rvalue.ofWord(signature.params().vars().getFirst().type(), body)),
                List.of());
        e.at(loop.body().rbrace()); // where Go's traces see what follows the loop
        var done = e.newBlock();
        checkAfter(record);
        dispatch(record, results, done);
        e.start(done);
    }

    /// The record whose list takes the calls that the body defers: that of the outermost of such loops.
    private Value deferredOf(Value record) {
        var around = outer.statements.enclosingBody();
        if (around != null) {
            return Objects.requireNonNull(around.innerDeferred);
        }
        if (Fn.containsDefer(loop.body())) {
            outer.e.runtime(Entry.DEFERRANGE, record);
        }
        return record;
    }

    /// In the body: adds a call to those that the function around the loop runs at its end.
    void defer(Value closure) {
        var fn = Objects.requireNonNull(inner);
        var e = fn.e;
        var list = Objects.requireNonNull(innerDeferred);
        var struct = nodeStruct(fn);
        var call = e.stable(closure);
        var node = e.stable(e.runtime(Entry.NEWOBJECT, Word.P, fn.descriptor(struct)));
        e.store(MemKind.PTR, node, 0, call);
        e.store(
                MemKind.PTR,
                node,
                fn.types.offsetof(struct, 1),
                e.stable(new Value.Load(MemKind.PTR, list, RangeRecord.DEFERRED)));
        e.store(MemKind.PTR, list, RangeRecord.DEFERRED, node);
    }

    private void checkAfter(Value record) {
        var e = outer.e;
        var bad = e.newBlock();
        var good = e.newBlock();
        var now = new Value.Load(MemKind.I64, record, RangeRecord.STATE);
        e.branch(Emitter.bin(BinaryOp.EQ, now, Emitter.longConst(RUNNING)), bad, good);
        e.start(bad);
        e.throwing(Entry.PANIC_RANGE, Emitter.intConst(4));
        e.start(good);
        e.store(MemKind.I64, record, RangeRecord.STATE, Emitter.longConst(EXHAUSTED));
    }

    private void dispatch(Value record, Value results, org.gorrery.compiler.ir.Block done) {
        var e = outer.e;
        if (exits.isEmpty()) {
            return;
        }
        var exit = e.stable(new Value.Load(MemKind.I64, record, RangeRecord.EXIT));
        for (int i = 0; i < exits.size(); i++) {
            var take = e.newBlock();
            var next = e.newBlock();
            e.branch(Emitter.bin(BinaryOp.EQ, exit, Emitter.longConst(i + 1)), take, next);
            e.start(take);
            carryOn(exits.get(i), results);
            e.start(next);
        }
        e.jump(done);
    }

    private void carryOn(Exit exit, Value results) {
        switch (exit) {
            case Exit.Leave l -> outer.statements.breakOrContinue(l.isContinue(), l.label());
            case Exit.Goto g -> outer.statements.goTo(g.label());
            case Exit.ReturnVariables r -> outer.statements.returnVariables();
            case Exit.ReturnValues r -> outer.statements.returnValues(loadReturned(outer, results));
        }
    }

    private List<Rvalue> loadReturned(Fn fn, Value results) {
        var out = new ArrayList<Rvalue>();
        for (int i = 0; i < returned.size(); i++) {
            out.add(
                    fn.e.loadValue(
                            returned.get(i),
                            results,
                            fn.types.offsetof(Objects.requireNonNull(holder), i + 1)));
        }
        return out;
    }

    // ---- inside the body ----

    /// Emits the body's function: parameters are there, `shared` is what it shares with the loop (as in [#lower]).
    void body(Fn fn, List<Rvalue> params, List<Value> shared) {
        this.inner = fn;
        var record = shared.get(0);
        this.state = record;
        this.innerHolder = shared.get(1);
        this.innerDeferred = shared.get(2);
        var e = fn.e;
        fn.statements.setExits(this);
        checkReady();
        e.store(MemKind.I64, record, RangeRecord.STATE, Emitter.longConst(RUNNING));
        bind(fn, params);
        var next = e.newBlock();
        var left = e.newBlock();
        fn.statements.within(
                new Statements.Target(label, left, next), () -> fn.statements.block(loop.body()));
        e.start(next);
        e.store(MemKind.I64, record, RangeRecord.STATE, Emitter.longConst(READY));
        e.end(new Terminator.Return(List.of(Emitter.intConst(1)), e.pos()));
        e.start(left);
        stop();
    }

    private void checkReady() {
        var e = Objects.requireNonNull(inner).e;
        var bad = e.newBlock();
        var good = e.newBlock();
        var now =
                e.stable(
                        new Value.Load(
                                MemKind.I64, Objects.requireNonNull(state), RangeRecord.STATE));
        e.branch(Emitter.bin(BinaryOp.EQ, now, Emitter.longConst(READY)), good, bad);
        e.start(bad);
        // a misuse that the function recovers from is told after the loop
        e.store(
                MemKind.I64,
                Objects.requireNonNull(state),
                RangeRecord.STATE,
                Emitter.longConst(RUNNING));
        e.throwing(
                Entry.PANIC_RANGE,
                new Value.Choose(
                        Emitter.bin(BinaryOp.EQ, now, Emitter.longConst(EXHAUSTED)),
                        Emitter.intConst(3),
                        new Value.Choose(
                                Emitter.bin(BinaryOp.EQ, now, Emitter.longConst(DONE)),
                                Emitter.intConst(1),
                                Emitter.intConst(2))));
        e.start(good);
    }

    private void bind(Fn fn, List<Rvalue> params) {
        var targets = new ArrayList<@Nullable Expr>();
        targets.add(loop.key());
        targets.add(loop.value());
        for (int i = 0; i < params.size() && i < 2; i++) {
            var target = targets.get(i);
            if (target == null) {
                continue;
            }
            if (loop.define()) {
                fn.statements
                        .assignments()
                        .putDefined((Expr.Name) Calls.unparen(target), params.get(i));
            } else {
                var place = fn.places.of(target);
                fn.places.assign(
                        place,
                        place instanceof Place.Blank
                                ? params.get(i)
                                : fn.conversions.assign(params.get(i), place.type()));
            }
        }
    }

    private void stop() {
        var e = Objects.requireNonNull(inner).e;
        e.store(
                MemKind.I64,
                Objects.requireNonNull(state),
                RangeRecord.STATE,
                Emitter.longConst(DONE));
        e.end(new Terminator.Return(List.of(Emitter.intConst(0)), e.pos()));
    }

    private void leave(Exit exit) {
        int code = exits.indexOf(exit) + 1;
        if (code == 0) {
            exits.add(exit);
            code = exits.size();
        }
        Objects.requireNonNull(inner)
                .e
                .store(
                        MemKind.I64,
                        Objects.requireNonNull(state),
                        RangeRecord.EXIT,
                        Emitter.longConst(code));
        stop();
    }

    /// `break` or `continue` of a statement around the loop.
    void leaveByBranch(boolean isContinue, String target) {
        leave(new Exit.Leave(isContinue, target));
    }

    /// `goto` a label outside of the loop.
    void leaveByGoto(String target) {
        leave(new Exit.Goto(target));
    }

    /// `return` in the body: of the function around the loop.
    void leaveByReturn(Stmt.Return r) {
        var fn = Objects.requireNonNull(inner);
        if (r.results().isEmpty()) {
            leave(new Exit.ReturnVariables());
        } else {
            leaveWith(fn.statements.returnValues(r, returned));
        }
        fn.e.start(fn.e.newBlock());
    }

    /// Leaves with values to return, already of the result types.
    void leaveWith(List<Rvalue> values) {
        var fn = Objects.requireNonNull(inner);
        var settled = values.stream().map(fn.e::stable).toList();
        for (int i = 0; i < settled.size(); i++) {
            fn.e.storeValue(
                    settled.get(i),
                    Objects.requireNonNull(innerHolder),
                    fn.types.offsetof(Objects.requireNonNull(holder), i + 1));
        }
        leave(new Exit.ReturnValues());
    }

    /// Leaves to return the result variables.
    void leaveWithVariables() {
        leave(new Exit.ReturnVariables());
    }

    /// Result types of the declared function or literal around all such loops.
    List<Type> resultTypes() {
        return returned;
    }

    /// Whether a label stands inside the body.
    boolean declares(String name) {
        return declares(loop.body(), name);
    }

    private static boolean declares(Node node, String name) {
        if (node instanceof Stmt.Labeled l && l.label().text().equals(name)) {
            return true;
        }
        boolean[] found = {false};
        Children.of(node, c -> found[0] |= declares(c, name));
        return found[0];
    }
}
