package org.gorrery.compiler.escape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.compiler.ir.Block;
import org.gorrery.compiler.ir.Cfg;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Liveness;
import org.gorrery.compiler.ir.Local;
import org.gorrery.compiler.ir.Loops;
import org.gorrery.compiler.ir.ParamRole;
import org.gorrery.compiler.ir.Sizes;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.jspecify.annotations.Nullable;

/// One function of a batch: its nodes, its definitions, the objects it makes.
final class Unit {
    final IrFunction function;
    final Cfg cfg;
    final List<Site> sites = new ArrayList<>();
    final Summary summary;

    /// Nodes of local, frame object and result 0, and of what its deferred calls hold.
    final int locals;

    final int objects;
    final int results;
    final int deferred;

    /// The closures that were made of it, and the function that makes them.
    final List<Creation> creations = new ArrayList<>();

    private final int[] paramIndex;
    private final int[] definitions;
    private final @Nullable Value[] definition;
    private final Map<Local, Site> made = new HashMap<>();
    private final BitSet addresses = new BitSet();
    private @Nullable Loops loops;
    private @Nullable Liveness liveness;

    /// A closure object: the unit that makes it, the site, and what it holds at which offset.
    record Creation(Unit maker, Site site, Map<Long, Value> captured) {}

    Unit(IrFunction function, FlowGraph graph) {
        this.function = function;
        this.cfg = new Cfg(function);
        int words = function.shape().results().size();
        int inMemory = 0;
        for (int i = 0; i < function.params().size(); i++) {
            inMemory += function.role(i) == ParamRole.RESULT ? 1 : 0;
        }
        this.locals = graph.add(function.locals().size());
        this.objects = graph.add(function.frameObjects().size());
        this.results = graph.add(words + inMemory);
        this.deferred = graph.add(1);
        this.summary = new Summary(function.params().size(), words + inMemory);
        this.paramIndex = new int[function.locals().size()];
        Arrays.fill(paramIndex, -1);
        for (int i = 0; i < function.params().size(); i++) {
            paramIndex[function.params().get(i).index()] = i;
        }
        this.definitions = new int[function.locals().size()];
        this.definition = new @Nullable Value[function.locals().size()];
    }

    /// Number of result nodes: words, then results in memory.
    int resultCount() {
        return deferred - results;
    }

    /// Index of the parameter that a local is, or −1.
    int param(Local l) {
        return paramIndex[l.index()];
    }

    int node(Local l) {
        return locals + l.index();
    }

    // ---- facts about the code ----

    /// Finds definitions and the calls that make objects.
    void scan(FlowGraph graph, Sizes sizes) {
        function.params().forEach(p -> definitions[p.index()]++);
        var closure = function.closureParam();
        if (closure != null) {
            definitions[closure.index()]++;
        }
        for (var block : cfg.order()) {
            for (var s : block.statements()) {
                define(s);
                if (s instanceof Statement.Call call && !call.results().isEmpty()) {
                    var what = function.allocations().get(call.results().getFirst());
                    if (what != null) {
                        addSite(Objects.site(this, call, what, sizes, loopsAround(block)), graph);
                    }
                }
            }
        }
        sites.forEach(this::linkTurn);
        findAddresses();
    }

    private void define(Statement s) {
        if (s instanceof Statement.Set set) {
            if (!isTurn(set)) {
                definitions[set.local().index()]++;
                definition[set.local().index()] = set.value();
            }
        } else {
            Liveness.definitions(s, l -> definitions[l.index()]++);
        }
    }

    /// The assignment of its next box to a variable of a `for` clause.
    private boolean isTurn(Statement.Set set) {
        return set.value() instanceof Value.Read r
                && function.allocations().get(r.local())
                        instanceof org.gorrery.compiler.ir.Allocation what
                && set.local().equals(what.variable());
    }

    private void addSite(Site site, FlowGraph graph) {
        site.node = graph.add(1);
        sites.add(site);
        made.put(site.call.results().getFirst(), site);
    }

    private void linkTurn(Site site) {
        var variable = site.what.variable();
        if (variable == null) {
            return;
        }
        var first = siteOf(variable);
        if (first != null && first != site && first.forced == null) {
            site.renews = first;
            site.node = first.node;
            var all = new ArrayList<>(first.loops);
            site.loops.stream().filter(l -> !all.contains(l)).forEach(all::add);
            first.loops = all;
        }
    }

    /// The site whose object a local always points to, or null.
    @Nullable Site siteOf(Local l) {
        var local = l;
        for (int i = 0; i < 8 && definitions[local.index()] == 1; i++) {
            var site = made.get(local);
            if (site != null) {
                return site.renews == null ? site : site.renews;
            }
            if (!(definition[local.index()] instanceof Value.Read r)) {
                return null;
            }
            local = r.local();
        }
        return null;
    }

    /// The only value ever assigned to a local, or null.
    @Nullable Value onlyValue(Local l) {
        return definitions[l.index()] == 1 ? definition[l.index()] : null;
    }

    /// How often a local is assigned, parameters once at entry.
    int definitions(Local l) {
        return definitions[l.index()];
    }

    // ---- integers that are addresses ----

    private void findAddresses() {
        for (int i = 0; i < function.params().size(); i++) {
            if (function.role(i) != ParamRole.VALUE) {
                addresses.set(function.params().get(i).index());
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (var block : cfg.order()) {
                for (var s : block.statements()) {
                    if (s instanceof Statement.Set set
                            && set.local().word() != Word.P
                            && !addresses.get(set.local().index())
                            && mayBeAddress(set.value())) {
                        addresses.set(set.local().index());
                        changed = true;
                    }
                }
            }
        }
    }

    /// Whether a local may hold an address that counts.
    boolean holdsAddress(Local l) {
        return l.word() == Word.P || addresses.get(l.index());
    }

    private boolean mayBeAddress(Value v) {
        return switch (v) {
            case Value.FrameAddress _ -> true;
            case Value.Read r -> holdsAddress(r.local());
            case Value.Load l -> l.kind().word() == Word.P;
            case Value.Unary u -> mayBeAddress(u.x());
            case Value.Binary b ->
                    !b.op().isComparison() && (mayBeAddress(b.x()) || mayBeAddress(b.y()));
            case Value.Choose c -> mayBeAddress(c.x()) || mayBeAddress(c.y());
            case Value.NilChecked n -> mayBeAddress(n.pointer());
            case Value.HeaderChecked h -> mayBeAddress(h.pointer());
            case Value.IndexChecked i -> mayBeAddress(i.index());
            case Value.NonZero n -> mayBeAddress(n.divisor());
            case Value.IntConst _,
                    Value.LongConst _,
                    Value.FloatConst _,
                    Value.DoubleConst _,
                    Value.Address _ ->
                    false;
        };
    }

    // ---- loops ----

    private List<Loops.Loop> loopsAround(Block block) {
        return loops().all().stream().filter(l -> l.contains(block)).toList();
    }

    private Loops loops() {
        if (loops == null) {
            loops = new Loops(cfg);
        }
        return loops;
    }

    /// Whether some cycle of the function is no loop, so that what stands in it may run again unseen.
    boolean hasTangledCycles() {
        var known = loops();
        for (var block : cfg.order()) {
            for (var to : cfg.successors(block)) {
                var loop = known.at(to);
                if (cfg.isBackEdge(block, to)
                        && (loop == null || !loop.latches().contains(block))) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The locals whose values go from one turn of a loop to the next.
    BitSet carried(Loops.Loop loop) {
        if (liveness == null) {
            liveness = new Liveness(cfg);
        }
        return liveness.in(loop.header());
    }
}
