package org.gorrery.compiler.escape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.abi.Entry;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Local;
import org.gorrery.compiler.ir.MemKind;
import org.gorrery.compiler.ir.ParamRole;
import org.gorrery.compiler.ir.Sizes;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Symbol;
import org.gorrery.compiler.ir.Terminator;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.jspecify.annotations.Nullable;

/// Turns the statements of a batch of functions into flows.
///
/// What a store through a pointer reaches is the heap, unless the pointer always points to one known object. What unknown code is
/// given flows to the heap, with all that it leads to.
final class FlowBuilder {
    private final FlowGraph graph;
    private final Map<IrFunction, Unit> batch;
    private final Map<IrFunction, Summary> known;
    private final Sizes sizes;
    private final Pointees pointees = new Pointees();
    private final EntryFlows entries;
    private final DynamicTargets methods;

    /// @param batch the functions whose flows are solved together
    /// @param known what is known of functions solved before
    FlowBuilder(
            FlowGraph graph,
            Map<IrFunction, Unit> batch,
            Map<IrFunction, Summary> known,
            DynamicTargets methods,
            Sizes sizes) {
        this.graph = graph;
        this.batch = batch;
        this.known = known;
        this.methods = methods;
        this.sizes = sizes;
        this.entries = new EntryFlows(this);
    }

    /// Adds the flows of all functions.
    void build() {
        batch.values().forEach(u -> u.scan(graph, sizes));
        batch.values().forEach(this::linkClosures);
        for (var unit : batch.values()) {
            for (var c : unit.creations) {
                var closure = unit.function.closureParam();
                if (closure != null) {
                    graph.flow(unit.node(closure), c.site().node, -1);
                }
            }
            for (var block : unit.cfg.order()) {
                block.statements().forEach(s -> statement(unit, s));
                terminator(unit, block.terminator());
            }
        }
    }

    Pointees pointees() {
        return pointees;
    }

    Sizes sizes() {
        return sizes;
    }

    // ---- closures ----

    /// A closure object begins with the address of the code it runs.
    private void linkClosures(Unit unit) {
        var captured = new HashMap<Site, Map<Long, Value>>();
        for (var block : unit.cfg.order()) {
            for (var s : block.statements()) {
                if (s instanceof Statement.Store store
                        && store.address() instanceof Value.Read r
                        && unit.siteOf(r.local()) instanceof Site site) {
                    link(unit, site, store, captured);
                }
            }
        }
    }

    private void link(
            Unit unit, Site site, Statement.Store store, Map<Site, Map<Long, Value>> captured) {
        var fields = captured.computeIfAbsent(site, _ -> new HashMap<>());
        if (store.kind() == MemKind.PTR) {
            fields.put(store.offset(), store.value());
        }
        if (store.offset() == 0
                && store.value() instanceof Value.Address a
                && a.symbol() instanceof Symbol.Thunk t) {
            site.code = t.function();
            var inner = batch.get(t.function());
            if (inner == null) {
                graph.flow(FlowGraph.HEAP, site.node, -1);
            } else {
                inner.creations.add(new Unit.Creation(unit, site, fields));
            }
        }
    }

    // ---- values ----

    /// The value of `v`, followed `derefs` times, may come to be in `to`.
    void flow(Unit unit, Value v, int derefs, int to) {
        switch (v) {
            case Value.Read r -> {
                if (unit.holdsAddress(r.local())) {
                    graph.flow(to, unit.node(r.local()), derefs);
                }
            }
            case Value.FrameAddress a ->
                    graph.flow(to, unit.objects + a.object().index(), derefs - 1);
            case Value.Load l -> load(unit, l, derefs, to);
            case Value.Unary u -> flow(unit, u.x(), derefs, to);
            case Value.Binary b -> {
                if (!b.op().isComparison()) {
                    flow(unit, b.x(), derefs, to);
                    flow(unit, b.y(), derefs, to);
                }
            }
            case Value.Choose c -> {
                flow(unit, c.x(), derefs, to);
                flow(unit, c.y(), derefs, to);
            }
            case Value.NilChecked n -> flow(unit, n.pointer(), derefs, to);
            case Value.HeaderChecked h -> flow(unit, h.pointer(), derefs, to);
            case Value.IndexChecked i -> flow(unit, i.index(), derefs, to);
            case Value.NonZero n -> flow(unit, n.divisor(), derefs, to);
            case Value.IntConst _,
                    Value.LongConst _,
                    Value.FloatConst _,
                    Value.DoubleConst _,
                    Value.Address _ -> {}
        }
    }

    private void load(Unit unit, Value.Load l, int derefs, int to) {
        var captured = pointees.captured(unit, l);
        if (captured != null) {
            flow(captured.unit(), captured.value(), derefs, to);
        } else if (l.kind() == MemKind.PTR || isHostWords(l.address())) {
            flow(unit, l.address(), derefs + 1, to);
        }
    }

    /// Words of the runtime's own hold pointers as integers.
    private static boolean isHostWords(Value address) {
        var object = Pointees.frameObject(address);
        return object != null && object.type() == null;
    }

    /// The node that a store to an address reaches.
    int stored(Unit unit, Value address) {
        return Math.max(FlowGraph.HEAP, pointees.of(unit, address));
    }

    // ---- statements ----

    private void statement(Unit unit, Statement s) {
        switch (s) {
            case Statement.Set set -> {
                if (unit.holdsAddress(set.local())) {
                    flow(unit, set.value(), 0, unit.node(set.local()));
                }
            }
            case Statement.Store store -> {
                // An address that is stored as an integer is lost sight of.
                boolean followed = store.kind() == MemKind.PTR || isHostWords(store.address());
                flow(
                        unit,
                        store.value(),
                        0,
                        followed ? stored(unit, store.address()) : FlowGraph.HEAP);
            }
            case Statement.Copy copy -> {
                if (copy.hasPointers()) {
                    flow(unit, copy.from(), 1, stored(unit, copy.to()));
                }
            }
            case Statement.Call call -> call(unit, call);
            case Statement.Eval _, Statement.Clear _ -> {}
        }
    }

    private void terminator(Unit unit, Terminator end) {
        switch (end) {
            case Terminator.Return r -> {
                for (int i = 0; i < r.values().size(); i++) {
                    flow(unit, r.values().get(i), 0, unit.results + i);
                }
            }
            case Terminator.Throw t -> {
                if (t.entry() == Entry.GOPANIC) {
                    t.args().forEach(a -> flow(unit, a, 0, FlowGraph.HEAP));
                }
            }
            case Terminator.Jump _,
                    Terminator.Branch _,
                    Terminator.Switch _,
                    Terminator.Unreachable _ -> {}
        }
    }

    private void call(Unit unit, Statement.Call call) {
        switch (call.callee()) {
            case Callee.Runtime r -> entries.call(unit, call, r.entry());
            case Callee.Direct d -> {
                var f = d.function();
                boolean closure = f.closure();
                if (closure) {
                    closureTo(unit, call.args().getFirst(), f);
                }
                var args = call.args();
                direct(unit, call, f, closure ? args.subList(1, args.size()) : args);
            }
            case Callee.Closure c -> {
                var function = pointees.function(unit, c.closure());
                if (function == null) {
                    unknown(unit, call.args());
                } else {
                    direct(unit, call, function, call.args());
                }
            }
            case Callee.Interface i -> dynamic(unit, call, i);
        }
    }

    /// A closure that is handed to the code it was made for.
    private void closureTo(Unit unit, Value closure, IrFunction f) {
        var callee = batch.get(f);
        flow(
                unit,
                closure,
                0,
                callee == null
                        ? FlowGraph.HEAP
                        : callee.node(java.util.Objects.requireNonNull(f.closureParam())));
    }

    private void dynamic(Unit unit, Statement.Call call, Callee.Interface i) {
        var args = new ArrayList<Value>();
        args.add(i.data());
        args.addAll(call.args());
        var targets = methods.of(i);
        boolean all =
                !targets.isEmpty()
                        && targets.stream()
                                .allMatch(f ->
                                        batch.containsKey(f)
                                                || known.containsKey(f)
                                                || f.keepsNothing());
        if (all) {
            targets.forEach(f -> direct(unit, call, f, args));
        } else {
            unknown(unit, args);
        }
    }

    private void unknown(Unit unit, List<Value> args) {
        args.forEach(a -> flow(unit, a, 0, FlowGraph.HEAP));
    }

    private void direct(Unit unit, Statement.Call call, IrFunction f, List<Value> args) {
        if (f.keepsNothing()) {
            return;
        }
        var callee = batch.get(f);
        var summary = known.get(f);
        if (callee != null) {
            passToBatch(unit, call, callee, args);
        } else if (summary != null) {
            passTo(unit, call, f, summary, args);
        } else {
            unknown(unit, args);
        }
    }

    private void passToBatch(Unit unit, Statement.Call call, Unit callee, List<Value> args) {
        var f = callee.function;
        for (int i = 0; i < f.params().size(); i++) {
            var arg = args.get(i);
            var param = f.params().get(i);
            if (f.role(i) == ParamRole.RESULT) {
                graph.flow(stored(unit, arg), callee.results + Pointees.resultOf(f, i), 0);
            } else if (callee.holdsAddress(param)) {
                flow(unit, arg, 0, callee.node(param));
            } else {
                flow(unit, arg, 0, FlowGraph.HEAP);
            }
        }
        for (int i = 0; i < call.results().size(); i++) {
            graph.flow(resultNode(unit, call.results().get(i)), callee.results + i, 0);
        }
    }

    private void passTo(
            Unit unit, Statement.Call call, IrFunction f, Summary summary, List<Value> args) {
        for (int i = 0; i < f.params().size(); i++) {
            if (f.role(i) == ParamRole.RESULT) {
                continue;
            }
            var arg = args.get(i);
            if (f.params().get(i).word() != Word.P && f.role(i) == ParamRole.VALUE) {
                flow(unit, arg, 0, FlowGraph.HEAP);
                continue;
            }
            if (summary.toHeap(i) != Summary.NEVER) {
                flow(unit, arg, summary.toHeap(i), FlowGraph.HEAP);
            }
            for (int k = 0; k < summary.results(); k++) {
                if (summary.toResult(i, k) != Summary.NEVER) {
                    flow(unit, arg, summary.toResult(i, k), resultNode(unit, call, f, k, args));
                }
            }
        }
    }

    /// Where result `k` of a call goes.
    private int resultNode(Unit unit, Statement.Call call, IrFunction f, int k, List<Value> args) {
        if (k < call.results().size()) {
            return resultNode(unit, call.results().get(k));
        }
        for (int i = 0; i < f.params().size(); i++) {
            if (f.role(i) == ParamRole.RESULT && Pointees.resultOf(f, i) == k) {
                return stored(unit, args.get(i));
            }
        }
        return FlowGraph.HEAP;
    }

    /// An address that is returned as an integer is lost sight of.
    private static int resultNode(Unit unit, Local result) {
        return result.word() == Word.P ? unit.node(result) : FlowGraph.HEAP;
    }

    /// The object that a call makes, or null.
    @Nullable Site site(Unit unit, Statement.Call call) {
        return call.results().isEmpty() ? null : unit.siteOf(call.results().getFirst());
    }

    /// The address of an object comes to be in a local.
    void made(Unit unit, Local local, Site site) {
        graph.flow(unit.node(local), site.node, -1);
    }
}
