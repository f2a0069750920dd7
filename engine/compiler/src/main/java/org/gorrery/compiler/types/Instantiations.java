package org.gorrery.compiler.types;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Expr;

/// Finds instantiations that would go on for ever: a parameter that, by way of others, stands for a type made of itself
/// (`func f[T any]() { f[[]T]() }`).
final class Instantiations {
    private final CheckContext c;

    /// From a type parameter to those it is passed to.
    private final Map<TypeParameter, List<Edge>> edges = new LinkedHashMap<>();

    /// @param wraps whether it is passed as a part of a larger type
    private record Edge(TypeParameter to, boolean wraps, Type argument, int pos) {}

    Instantiations(CheckContext c) {
        this.c = c;
    }

    /// Notes that `args` are put in place of `params`.
    ///
    /// @param written those that the source gives, perhaps fewer
    /// @param pos where the others come from
    void add(List<TypeParameter> params, List<Type> args, List<Expr> written, int pos) {
        for (int i = 0; i < params.size(); i++) {
            var arg = args.get(i);
            var to = params.get(i);
            var mentioned = new ArrayList<TypeParameter>();
            collect(arg, mentioned);
            for (var from : mentioned) {
                edges.computeIfAbsent(from, k -> new ArrayList<>())
                        .add(
                                new Edge(
                                        to,
                                        arg != from,
                                        arg,
                                        i < written.size() ? written.get(i).pos() : pos));
            }
        }
    }

    private static void collect(Type t, List<TypeParameter> out) {
        switch (t) {
            case TypeParameter p -> out.add(p);
            case NamedType n -> n.typeArgs().forEach(a -> collect(a, out));
            case PointerType p -> collect(p.elem(), out);
            case SliceType s -> collect(s.elem(), out);
            case ArrayType a -> collect(a.elem(), out);
            case MapType m -> {
                collect(m.key(), out);
                collect(m.value(), out);
            }
            case ChanType ch -> collect(ch.elem(), out);
            case StructType s -> s.fields().forEach(f -> collect(f.type(), out));
            case TupleType u -> u.vars().forEach(v -> collect(v.type(), out));
            case Signature s -> {
                collect(s.params(), out);
                collect(s.results(), out);
            }
            case InterfaceType i ->
                    i.explicitMethods()
                            .forEach(m -> {
                                if (m.isTyped()) {
                                    collect(m.signature(), out);
                                }
                            });
            case BasicType b -> {}
            case UnionType u -> {}
        }
    }

    /// Reports each cycle on which a parameter is wrapped.
    void check() {
        var reported = new HashSet<TypeParameter>();
        for (var from : List.copyOf(edges.keySet())) {
            for (var edge : edges.getOrDefault(from, List.of())) {
                if (edge.wraps()
                        && !reported.contains(from)
                        && reaches(edge.to(), from, reported)) {
                    reported.add(from);
                    report(from, edge);
                    return;
                }
            }
        }
    }

    private boolean reaches(
            TypeParameter start, TypeParameter goal, HashSet<TypeParameter> reported) {
        var seen = new HashMap<TypeParameter, Boolean>();
        var queue = new ArrayDeque<TypeParameter>();
        queue.add(start);
        while (!queue.isEmpty()) {
            var p = queue.poll();
            if (p == goal) {
                reported.addAll(seen.keySet());
                return true;
            }
            if (seen.put(p, true) == null) {
                edges.getOrDefault(p, List.of()).forEach(e -> queue.add(e.to()));
            }
        }
        return false;
    }

    private void report(TypeParameter from, Edge edge) {
        int pos = from.object().pkg() == c.pkg ? from.object().pos() : edge.pos();
        c.errors.at(
                pos,
                DiagnosticCode.INVALID_RECURSIVE_TYPE,
                "instantiation cycle:\n\t"
                        + c.errors.place(edge.pos())
                        + ": "
                        + edge.to().object().name()
                        + " instantiated as "
                        + c.text(edge.argument()));
    }
}
