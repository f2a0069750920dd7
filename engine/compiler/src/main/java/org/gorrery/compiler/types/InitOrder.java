package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Decl;

/// The order in which package-level variables are initialised (Go spec, "Package initialization"), and cycles in it.
final class InitOrder {
    private final CheckContext c;

    InitOrder(CheckContext c) {
        this.c = c;
    }

    /// An initialiser with what must come before it.
    private static final class Node {
        final int order;
        final CheckedPackage.Initializer work;
        final Set<Node> before = new HashSet<>();
        final List<Node> after = new ArrayList<>();

        Node(int order, CheckedPackage.Initializer work) {
            this.order = order;
            this.work = work;
        }
    }

    /// The initialisers in order; cycles are reported, and their members left out.
    List<CheckedPackage.Initializer> compute() {
        cycles();
        Map<GoObject, Node> nodes = new HashMap<>();
        var all = new ArrayList<Node>();
        for (var entry : c.decls.entrySet()) {
            if (entry.getKey() instanceof VarObject v && !nodes.containsKey(v)) {
                var info = entry.getValue();
                var value = info.value;
                if (value == null) {
                    continue;
                }
                var lhs = info.together.isEmpty() ? List.of(v) : info.together;
                boolean blank = lhs.size() == 1 && v.name().equals("_");
                var node =
                        new Node(
                                all.size(),
                                new CheckedPackage.Initializer(blank ? List.of() : lhs, value));
                lhs.forEach(x -> nodes.put(x, node));
                all.add(node);
            }
        }
        for (var entry : c.decls.entrySet()) {
            var node = nodes.get(entry.getKey());
            if (node != null) {
                for (var dependency : variablesBehind(entry.getValue())) {
                    var other = nodes.get(dependency);
                    if (other != null && other != node && node.before.add(other)) {
                        other.after.add(node);
                    }
                }
            }
        }
        return sorted(all);
    }

    private static List<CheckedPackage.Initializer> sorted(List<Node> all) {
        var ready = new PriorityQueue<Node>((a, b) -> Integer.compare(a.order, b.order));
        all.stream().filter(n -> n.before.isEmpty()).forEach(ready::add);
        var list = new ArrayList<CheckedPackage.Initializer>();
        for (var n = ready.poll(); n != null; n = ready.poll()) {
            list.add(n.work);
            for (var next : n.after) {
                next.before.remove(n);
                if (next.before.isEmpty()) {
                    ready.add(next);
                }
            }
        }
        return list;
    }

    /// The variables that an initialiser mentions, directly or through functions.
    private Set<VarObject> variablesBehind(DeclInfo info) {
        var found = new LinkedHashSet<VarObject>();
        var seen = new HashSet<GoObject>();
        var work = new ArrayList<>(info.uses);
        while (!work.isEmpty()) {
            var o = work.removeLast();
            if (!seen.add(o)) {
                continue;
            }
            if (o instanceof VarObject v) {
                found.add(v);
            } else if (o instanceof FuncObject) {
                var f = c.decls.get(o);
                if (f != null) {
                    work.addAll(f.uses);
                }
            }
        }
        return found;
    }

    private void cycles() {
        var done = new HashSet<GoObject>();
        for (var o : c.decls.keySet()) {
            if (o instanceof VarObject || o instanceof ConstObject) {
                var cycle = cycle(o, done);
                if (cycle != null) {
                    report(cycle);
                    done.addAll(cycle);
                    return; // one is enough: others mostly follow from it
                }
            }
        }
    }

    /// A path from `start` back to itself, or null.
    private @org.jspecify.annotations.Nullable List<GoObject> cycle(
            GoObject start, Set<GoObject> done) {
        if (done.contains(start)) {
            return null;
        }
        Map<GoObject, GoObject> cameFrom = new HashMap<>();
        var queue = new java.util.ArrayDeque<GoObject>();
        queue.add(start);
        while (!queue.isEmpty()) {
            var o = queue.poll();
            var info = c.decls.get(o);
            if (info == null) {
                continue;
            }
            for (var next : info.uses) {
                if (next == start) {
                    var path = new ArrayList<GoObject>();
                    for (GoObject x = o; x != null && x != start; x = cameFrom.get(x)) {
                        path.addFirst(x);
                    }
                    path.addFirst(start);
                    return path;
                }
                if (!(next instanceof TypeObject) && cameFrom.putIfAbsent(next, o) == null) {
                    queue.add(next);
                }
            }
        }
        done.add(start);
        return null;
    }

    private void report(List<GoObject> cycle) {
        var first = cycle.getFirst();
        if (cycle.size() == 1) {
            c.errors.at(
                    first.pos(),
                    DiagnosticCode.INITIALIZATION_CYCLE,
                    "initialization cycle: " + first.name() + " refers to itself");
            return;
        }
        var text = new StringBuilder("initialization cycle for ").append(first.name());
        for (int i = 0; i < cycle.size(); i++) {
            text.append("\n\t")
                    .append(c.errors.place(cycle.get(i).pos()))
                    .append(": ")
                    .append(cycle.get(i).name())
                    .append(" refers to ")
                    .append(cycle.get((i + 1) % cycle.size()).name());
        }
        c.errors.at(first.pos(), DiagnosticCode.INITIALIZATION_CYCLE, text.toString());
    }

    static boolean isFunction(Decl d) {
        return d instanceof Decl.FuncDecl;
    }
}
