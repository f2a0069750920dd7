package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.gorrery.compiler.source.DiagnosticCode;
import org.jspecify.annotations.Nullable;

/// The order in which package-level variables are initialised (Go spec, "Package initialization"), and cycles in it.
final class InitOrder {
    private final CheckContext c;

    InitOrder(CheckContext c) {
        this.c = c;
    }

    /// A variable, or several that share a call, with what must come before. Constants are there from the start.
    private static final class Node {
        final int order;
        final GoObject object;
        final CheckedPackage.@Nullable Initializer work;
        final Set<Node> before = new HashSet<>();
        final List<Node> after = new ArrayList<>();

        Node(int order, GoObject object, CheckedPackage.@Nullable Initializer work) {
            this.order = order;
            this.object = object;
            this.work = work;
        }
    }

    /// The initialisers in order; after a cycle the order is only good for going on.
    List<CheckedPackage.Initializer> compute() {
        // constants take part in cycles, though not in the order
        boolean all = c.options.bodies() == CheckOptions.WhichBodies.ALL;
        if (all) {
            sorted(graph(o -> o instanceof VarObject || o instanceof ConstObject), true);
        }
        return sorted(graph(o -> o instanceof VarObject), !all);
    }

    private Set<Node> graph(Predicate<GoObject> isNode) {
        Map<GoObject, Node> nodes = new LinkedHashMap<>();
        for (var entry : c.decls.entrySet()) {
            var o = entry.getKey();
            if (isNode.test(o) && !nodes.containsKey(o)) {
                var node = new Node(nodes.size(), o, initializer(o, entry.getValue()));
                nodes.put(o, node);
                entry.getValue().together.forEach(v -> nodes.put(v, node));
            }
        }
        nodes.forEach((o, node) -> {
            for (var dependency : behind(java.util.Objects.requireNonNull(c.decls.get(o)))) {
                var other = nodes.get(dependency);
                if (other != null && node.before.add(other)) {
                    other.after.add(node);
                }
            }
        });
        return new HashSet<>(nodes.values());
    }

    private static CheckedPackage.@Nullable Initializer initializer(GoObject o, DeclInfo info) {
        var value = info.value;
        if (!(o instanceof VarObject v) || value == null) {
            return null;
        }
        var lhs = info.together.isEmpty() ? List.of(v) : info.together;
        boolean blank = lhs.size() == 1 && v.name().equals("_");
        return new CheckedPackage.Initializer(blank ? List.of() : lhs, value);
    }

    private List<CheckedPackage.Initializer> sorted(Set<Node> all, boolean reporting) {
        var ready =
                new TreeSet<Node>((a, b) ->
                        a.before.size() != b.before.size()
                                ? Integer.compare(a.before.size(), b.before.size())
                                : Integer.compare(a.order, b.order));
        ready.addAll(all);
        var list = new ArrayList<CheckedPackage.Initializer>();
        for (var n = ready.pollFirst(); n != null; n = ready.pollFirst()) {
            if (reporting && !n.before.isEmpty()) {
                var cycle = cycle(n.object);
                if (cycle != null) {
                    report(cycle);
                }
            }
            var work = n.work;
            if (work != null) {
                list.add(work);
            }
            for (var next : n.after) {
                boolean waiting = ready.remove(next);
                next.before.remove(n);
                if (waiting) {
                    ready.add(next);
                }
            }
        }
        return list;
    }

    /// The variables and constants that an initialiser mentions, directly or through functions.
    private Set<GoObject> behind(DeclInfo info) {
        var found = new LinkedHashSet<GoObject>();
        var seen = new HashSet<GoObject>();
        var work = new ArrayList<>(info.uses);
        while (!work.isEmpty()) {
            var o = work.removeLast();
            if (!seen.add(o)) {
                continue;
            }
            if (o instanceof VarObject || o instanceof ConstObject) {
                found.add(o);
            } else if (o instanceof FuncObject function) {
                c.lazyBodies.ensure(function.decl());
                var f = c.decls.get(o);
                if (f != null) {
                    work.addAll(f.uses);
                }
            }
        }
        return found;
    }

    /// A path from `start` back to itself, or null.
    private @Nullable List<GoObject> cycle(GoObject start) {
        var group =
                new HashSet<GoObject>(
                        java.util.Objects.requireNonNull(c.decls.get(start)).together);
        group.add(start);
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
                if (group.contains(next)) {
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
}
