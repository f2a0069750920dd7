package org.gorrery.compiler.escape;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import org.gorrery.compiler.ir.ParamRole;
import org.jspecify.annotations.Nullable;

/// Decides which objects of a batch outlive the function, or the turn of a loop, that made them.
///
/// From each node that may live longer than some object it goes back along the flows and keeps, per node met, with how few dereferences
/// it is reached. Where that is the address of an object, and the start outlives the object, the object escapes, and so does what its
/// contents point to.
///
/// The heap and all that escapes live equally long: they are one start, whose walk goes on as more escapes. Other walks end where that one
/// has come with no more dereferences, for there is nothing left to find; so the work does not grow with the square of a large batch.
///
/// Source of the idea: gc's escape analysis, "assignments with dereference counts"; the lifetimes within loops are by liveness, not by
/// where a variable is declared.
final class Solver {
    private static final byte OBJECT = 1;
    private static final byte RESULT = 2;
    private static final byte LOCAL = 3;

    private final FlowGraph graph;
    private final Collection<Unit> units;
    private final @Nullable Unit[] unitOf;
    private final @Nullable Site[] siteOf;
    private final byte[] kind;
    private final BitSet escaped = new BitSet();
    // With how few dereferences what lives forever reaches each node so far
    private final int[] forever;
    private final NodeQueue reachedForever = new NodeQueue();
    private final NodeQueue reached = new NodeQueue();
    private final int[] derefs;
    private final int[] stamp;
    private int turn;

    Solver(FlowGraph graph, Collection<Unit> units) {
        this.graph = graph;
        this.units = units;
        int n = graph.size();
        this.unitOf = new @Nullable Unit[n];
        this.siteOf = new @Nullable Site[n];
        this.kind = new byte[n];
        this.forever = new int[n];
        Arrays.fill(forever, Integer.MAX_VALUE);
        this.derefs = new int[n];
        this.stamp = new int[n];
        for (var u : units) {
            name(u);
        }
    }

    private void name(Unit u) {
        for (int i = u.locals; i < u.objects; i++) {
            unitOf[i] = u;
            kind[i] = LOCAL;
        }
        for (int i = u.objects; i < u.results; i++) {
            unitOf[i] = u;
            kind[i] = OBJECT;
        }
        for (int i = u.results; i < u.deferred; i++) {
            unitOf[i] = u;
            kind[i] = RESULT;
        }
        unitOf[u.deferred] = u;
        kind[u.deferred] = OBJECT;
        for (var s : u.sites) {
            unitOf[s.node] = u;
            kind[s.node] = OBJECT;
            if (s.renews == null) {
                siteOf[s.node] = s;
            }
        }
    }

    /// Solves; afterwards [#escapes] answers, and the summaries of the functions are there.
    void solve() {
        for (var u : units) {
            boolean tangled = !u.sites.isEmpty() && u.hasTangledCycles();
            for (var s : u.sites) {
                if (s.forced != null || tangled) {
                    escape(s.node);
                }
            }
        }
        reachForever(FlowGraph.HEAP, 0);
        drain();
        for (var u : units) {
            for (int i = u.results; i < u.deferred; i++) {
                walk(i);
            }
        }
        for (var u : units) {
            for (int i = u.objects; i < u.results; i++) {
                walk(i);
            }
            walk(u.deferred);
            u.sites.forEach(s -> walk(s.node));
            carried(u).stream().forEach(i -> walk(u.locals + i));
        }
    }

    /// Goes on from what lives forever.
    private void drain() {
        while (!reachedForever.isEmpty()) {
            int n = reachedForever.poll();
            int d = forever[n];
            if (d < 0) {
                if (kind[n] == OBJECT) {
                    escaped.set(n); // and its contents are reached from here
                }
            } else if (kind[n] == LOCAL) {
                leak(FlowGraph.HEAP, n, d);
            }
            int base = Math.max(d, 0);
            for (int e = graph.firstEdge(n); e != 0; e = graph.nextEdge(e)) {
                reachForever(graph.source(e), base + graph.followed(e));
            }
        }
    }

    private void reachForever(int node, int d) {
        if (d < forever[node]) {
            forever[node] = d;
            reachedForever.add(node);
        }
    }

    private static BitSet carried(Unit u) {
        var all = new BitSet();
        for (var s : u.sites) {
            s.loops.forEach(l -> all.or(u.carried(l)));
        }
        return all;
    }

    /// Whether the object of a site must be in the heap.
    boolean escapes(Site site) {
        return escaped.get(site.node);
    }

    private void escape(int node) {
        if (!escaped.get(node)) {
            escaped.set(node);
            reachForever(node, 0);
        }
    }

    private void walk(int root) {
        turn++;
        reach(root, 0);
        boolean result = kind[root] == RESULT;
        while (!reached.isEmpty()) {
            int n = reached.poll();
            int d = derefs[n];
            if (d < 0) {
                if (kind[n] == OBJECT && !escaped.get(n) && (result || outlives(root, n))) {
                    escape(n);
                }
            } else if (result && kind[n] == LOCAL) {
                leak(root, n, d);
            }
            int base = Math.max(d, 0);
            for (int e = graph.firstEdge(n); e != 0; e = graph.nextEdge(e)) {
                reach(graph.source(e), base + graph.followed(e));
            }
        }
        drain();
    }

    private void reach(int node, int d) {
        if (d < forever[node] && (stamp[node] != turn || d < derefs[node])) {
            stamp[node] = turn;
            derefs[node] = d;
            reached.add(node);
        }
    }

    // ---- lifetimes ----

    private boolean outlives(int root, int object) {
        var holder = java.util.Objects.requireNonNull(unitOf[root]);
        var owner = java.util.Objects.requireNonNull(unitOf[object]);
        if (holder != owner) {
            // What is in a local of another function ends with a call that the owner waits for.
            return kind[root] == OBJECT && !isInside(holder, owner);
        }
        var site = siteOf[object];
        if (site == null || site.loops.isEmpty()) {
            return false;
        }
        if (kind[root] == LOCAL) {
            return site.loops.stream().anyMatch(l -> owner.carried(l).get(root - owner.locals))
                    && !isVariableOf(root - owner.locals, site);
        }
        var other = siteOf[root];
        return other == null || !other.loops.containsAll(site.loops);
    }

    /// Whether a local is what holds the box of a loop's variable: it passes to the next box together with the variable.
    private static boolean isVariableOf(int local, Site site) {
        return site.unit.sites.stream()
                .anyMatch(s ->
                        s.renews == site
                                && s.what.variable() instanceof org.gorrery.compiler.ir.Local v
                                && v.index() == local);
    }

    /// Whether `inner` is a closure made, at whatever depth, in `outer`.
    private static boolean isInside(Unit inner, Unit outer) {
        Unit at = inner;
        for (int i = 0; i < 32 && at.creations.size() == 1; i++) {
            at = at.creations.getFirst().maker();
            if (at == outer) {
                return true;
            }
        }
        return false;
    }

    // ---- parameters ----

    private void leak(int root, int node, int d) {
        var unit = java.util.Objects.requireNonNull(unitOf[node]);
        int param = unit.param(unit.function.locals().get(node - unit.locals));
        if (param < 0 || unit.function.role(param) == ParamRole.RESULT) {
            return;
        }
        if (kind[root] != RESULT) {
            unit.summary.leakToHeap(param, d);
        } else if (unitOf[root] == unit) {
            unit.summary.leakToResult(param, root - unit.results, d);
        } else if (isInside(java.util.Objects.requireNonNull(unitOf[root]), unit)) {
            unit.summary.leakToHeap(param, d);
        }
    }
}
