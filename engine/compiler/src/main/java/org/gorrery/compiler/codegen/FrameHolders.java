package org.gorrery.compiler.codegen;

import java.util.BitSet;
import org.gorrery.abi.Entry;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.Cfg;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.MemKind;
import org.gorrery.compiler.ir.ParamRole;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Symbol;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;

/// Which locals and which objects of a frame may hold addresses of the frame's objects, at any time.
///
/// What a call is given it may return, but keeps nowhere else: else the object would not be in the frame. The one exception are
/// closures: what they do to variables they share with their maker, escape analysis knows as if their maker did it. So behind a call that may
/// run a closure of this frame, each object that it reaches may hold the address of each.
final class FrameHolders {
    private final BitSet[] locals;
    private final BitSet[] contents;
    private final BitSet[] loose;
    private final BitSet withoutPointers;
    private final BitSet kept = new BitSet();
    private final BitSet closures = new BitSet();
    private boolean changed;

    /// @param withoutPointers the objects whose types hold no pointers: code that is not looked into puts none there
    FrameHolders(Cfg cfg, BitSet withoutPointers) {
        var f = cfg.function();
        this.withoutPointers = withoutPointers;
        this.locals = sets(f.locals().size());
        this.contents = sets(f.frameObjects().size());
        this.loose = sets(f.frameObjects().size());
        do {
            changed = false;
            for (var block : cfg.order()) {
                block.statements().forEach(this::step);
            }
        } while (changed);
        closeContents();
    }

    private static BitSet[] sets(int n) {
        var sets = new BitSet[n];
        for (int i = 0; i < n; i++) {
            sets[i] = new BitSet();
        }
        return sets;
    }

    private void closeContents() {
        do {
            changed = false;
            for (var c : contents) {
                var more = new BitSet();
                c.stream().forEach(x -> more.or(contents[x]));
                include(c, more);
            }
        } while (changed);
        kept.or(held(kept));
    }

    private void include(BitSet to, BitSet more) {
        int before = to.cardinality();
        to.or(more);
        changed |= to.cardinality() != before;
    }

    /// The objects whose address the local may hold.
    BitSet of(int local) {
        return locals[local];
    }

    /// The objects that some of these lead to, themselves included.
    BitSet held(BitSet objects) {
        var all = (BitSet) objects.clone();
        objects.stream().forEach(x -> all.or(contents[x]));
        return all;
    }

    /// The objects whose address an object may hold where the collector sees no pointer.
    BitSet loose(int object) {
        return loose[object];
    }

    /// The objects that an object leads to.
    BitSet contents(int object) {
        return contents[object];
    }

    /// The objects that are in use until the function ends.
    BitSet kept() {
        return kept;
    }

    private void step(Statement s) {
        switch (s) {
            case Statement.Set set -> include(locals[set.local().index()], of(set.value()));
            case Statement.Store st -> {
                if (st.kind() == MemKind.ADDR && mayBeCode(st.value())) {
                    closures.or(of(st.address()));
                }
                put(st.address(), of(st.value()));
                if (st.kind() != MemKind.PTR) {
                    var objects = of(st.value());
                    of(st.address()).stream().forEach(x -> include(loose[x], objects));
                }
            }
            case Statement.Copy c -> copy(of(c.from()), c.to());
            case Statement.Call call -> call(call);
            case Statement.Eval _, Statement.Clear _ -> {}
        }
    }

    /// Whether an address may be that of code, which closures begin with, and not of the type in an interface.
    private static boolean mayBeCode(Value v) {
        return !(v instanceof Value.Address a
                && (a.symbol() instanceof Symbol.TypeDescriptor
                        || a.symbol() instanceof Symbol.Itab));
    }

    private void put(Value address, BitSet objects) {
        if (objects.isEmpty()) {
            return;
        }
        var to = of(address);
        to.stream().forEach(x -> include(contents[x], objects));
        if (to.isEmpty()) {
            include(kept, objects);
        }
    }

    private void copy(BitSet from, Value address) {
        put(address, inside(from));
        var hidden = new BitSet();
        from.stream().forEach(x -> hidden.or(loose[x]));
        of(address).stream().forEach(x -> include(loose[x], hidden));
    }

    private BitSet inside(BitSet objects) {
        var all = new BitSet();
        objects.stream().forEach(x -> all.or(contents[x]));
        return all;
    }

    private void call(Statement.Call call) {
        var given = given(call);
        if (given.isEmpty()) {
            return;
        }
        var reached = reached(given);
        call.results().stream()
                .filter(r -> r.word() == Word.P)
                .forEach(r -> include(locals[r.index()], reached));
        if (call.callee() instanceof Callee.Runtime r) {
            var inside = inside(reached);
            given.stream().forEach(x -> include(contents[x], inside));
            if (r.entry() == Entry.DEFERPROC || r.entry() == Entry.DEFERRANGE) {
                include(kept, reached);
            }
        } else if (call.callee() instanceof Callee.Direct d
                && !reached.intersects(closures)
                && keepsToItself(d.function())) {
            results(call).stream().forEach(x -> include(contents[x], reached));
        } else {
            reached.stream()
                    .filter(x -> !withoutPointers.get(x))
                    .forEach(x -> include(contents[x], reached));
        }
    }

    /// Whether a function's code, and not only a promise, says that it stores nothing it is given but in results.
    private static boolean keepsToItself(IrFunction f) {
        return f.nativeOwner() == null && !f.keepsNothing();
    }

    private BitSet reached(BitSet objects) {
        var all = (BitSet) objects.clone();
        int before;
        do {
            before = all.cardinality();
            all.or(inside((BitSet) all.clone()));
        } while (all.cardinality() != before);
        return all;
    }

    /// The objects whose address a call is given, results in memory included.
    BitSet given(Statement.Call call) {
        var all = new BitSet();
        call.args().forEach(a -> all.or(of(a)));
        switch (call.callee()) {
            case Callee.Closure c -> all.or(of(c.closure()));
            case Callee.Interface i -> all.or(of(i.data()));
            case Callee.Direct _, Callee.Runtime _ -> {}
        }
        return all;
    }

    /// The objects whose address a tree may yield.
    BitSet of(Value v) {
        return switch (v) {
            case Value.FrameAddress a -> {
                var one = new BitSet();
                one.set(a.object().index());
                yield one;
            }
            case Value.Read r -> locals[r.local().index()];
            case Value.Load l -> l.kind() == MemKind.PTR ? inside(of(l.address())) : new BitSet();
            case Value.Unary u -> of(u.x());
            case Value.Binary b -> b.op().isComparison() ? new BitSet() : both(b.x(), b.y());
            case Value.Choose c -> both(c.x(), c.y());
            case Value.NilChecked n -> of(n.pointer());
            case Value.HeaderChecked h -> of(h.pointer());
            case Value.IndexChecked i -> of(i.index());
            case Value.NonZero n -> of(n.divisor());
            case Value.IntConst _,
                    Value.LongConst _,
                    Value.FloatConst _,
                    Value.DoubleConst _,
                    Value.Address _ ->
                    new BitSet();
        };
    }

    private BitSet both(Value x, Value y) {
        var all = (BitSet) of(x).clone();
        all.or(of(y));
        return all;
    }

    /// The object that a statement gives a wholly new content, or −1.
    static int renewed(Statement s) {
        return switch (s) {
            case Statement.Clear c -> whole(c.at(), c.bytes());
            case Statement.Copy c -> whole(c.to(), c.bytes());
            case Statement.Call _, Statement.Set _, Statement.Eval _, Statement.Store _ -> -1;
        };
    }

    private static int whole(Value at, Value bytes) {
        return at instanceof Value.FrameAddress a
                        && a.offset() == 0
                        && bytes instanceof Value.LongConst n
                        && n.value() == a.object().bytes()
                ? a.object().index()
                : -1;
    }

    /// The objects that a call of a known function fills with its results when it returns.
    static BitSet results(Statement.Call call) {
        var filled = new BitSet();
        if (call.callee() instanceof Callee.Direct d && d.function().nativeOwner() == null) {
            IrFunction f = d.function();
            int skip = f.closure() ? 1 : 0;
            for (int i = 0; i < f.params().size(); i++) {
                if (f.role(i) == ParamRole.RESULT
                        && call.args().get(i + skip) instanceof Value.FrameAddress a
                        && a.offset() == 0) {
                    filled.set(a.object().index());
                }
            }
        }
        return filled;
    }
}
