package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds fields and methods through embedded fields (Go spec, "Selectors", "Method sets").
final class Lookup {
    private final TypeSets sets;

    Lookup(TypeSets sets) {
        this.sets = sets;
    }

    /// What a name means in a type.
    ///
    /// @param object field or method; null where there is none or several at the same depth
    /// @param path field indices from the type on; a method's own index is left out
    /// @param indirect whether a pointer is followed on the way (the type itself being one included)
    /// @param ambiguous whether several at the shallowest depth share the name
    /// @param needsAddress whether it is a method with pointer receiver and no pointer is at hand
    record Found(
            @Nullable GoObject object,
            int[] path,
            boolean indirect,
            boolean ambiguous,
            boolean needsAddress) {}

    private static final Found NOTHING = new Found(null, new int[0], false, false, false);

    /// The name that is looked up, as a package sees it; with `foldCase` also written in other cases.
    private record Wanted(@Nullable GoPackage pkg, String name, boolean foldCase) {
        boolean answers(GoObject o) {
            return foldCase ? o.name().equalsIgnoreCase(name) : Identity.answersTo(o, pkg, name);
        }

        @Nullable FuncObject among(List<FuncObject> methods) {
            for (var m : methods) {
                if (answers(m)) {
                    return m;
                }
            }
            return null;
        }
    }

    /// One embedded type on the way.
    private record Step(Type type, int[] path, boolean indirect, boolean many) {}

    /// Looks `name` up in `recv` as seen from `pkg`.
    Found find(Type recv, @Nullable GoPackage pkg, String name) {
        return find(recv, pkg, name, false);
    }

    Found find(Type recv, @Nullable GoPackage pkg, String name, boolean foldCase) {
        if (name.equals("_")) {
            return NOTHING;
        }
        var wanted = new Wanted(pkg, name, foldCase);
        // a declared pointer type has no methods, but the fields of what it points to
        if (recv instanceof NamedType n && n.underlying() instanceof PointerType p) {
            var found = search(p, wanted);
            return found.object() instanceof FuncObject ? NOTHING : found;
        }
        return search(recv, wanted);
    }

    private Found search(Type recv, Wanted wanted) {
        boolean pointer = false;
        var start = recv;
        if (recv instanceof PointerType p) {
            if (p.elem().underlying() instanceof InterfaceType) {
                return NOTHING; // neither pointers to interfaces nor to type parameters have
                // methods
            }
            start = p.elem();
            pointer = true;
        }
        var current = List.of(new Step(start, new int[0], pointer, false));
        Set<NamedType> seen = new HashSet<>();
        while (!current.isEmpty()) {
            Found found = null;
            var next = new ArrayList<Step>();
            for (var step : current) {
                if (step.type() instanceof NamedType n) {
                    if (!seen.add(n)) {
                        continue;
                    }
                    var m = wanted.among(n.methods());
                    if (m != null) {
                        found = merge(found, m, step, -1);
                        continue;
                    }
                }
                found = inside(step, wanted, found, next);
            }
            if (found != null) {
                return judged(found);
            }
            current = consolidated(next);
        }
        return NOTHING;
    }

    /// Looks among the fields of a struct or the methods of an interface.
    ///
    /// @param found what the same depth had so far
    /// @param next gets the embedded types, where to look if this depth has nothing
    /// @return what the depth has now
    private @Nullable Found inside(
            Step step, Wanted wanted, @Nullable Found found, List<Step> next) {
        switch (step.type().underlying()) {
            case StructType s -> {
                return field(s, step, wanted, found, next);
            }
            case InterfaceType iface -> {
                var set =
                        step.type() instanceof TypeParameter p
                                ? sets.of(sets.constraint(p))
                                : sets.of(iface);
                var m = wanted.among(set.methods());
                return m == null ? found : merge(found, m, step, -1);
            }
            case BasicType t -> {}
            case NamedType t -> {}
            case PointerType t -> {}
            case SliceType t -> {}
            case ArrayType t -> {}
            case TupleType t -> {}
            case Signature t -> {}
            case MapType t -> {}
            case ChanType t -> {}
            case TypeParameter t -> {}
            case UnionType t -> {}
        }
        return found;
    }

    private @Nullable Found field(
            StructType s, Step step, Wanted wanted, @Nullable Found found, List<Step> next) {
        for (int i = 0; i < s.fields().size(); i++) {
            var f = s.fields().get(i);
            if (wanted.answers(f)) {
                return merge(
                        found, f, step, i); // a second one of the name is an error told elsewhere
            }
            if (f.embedded() && found == null) {
                embed(next, step, f, i);
            }
        }
        return found;
    }

    private static void embed(List<Step> next, Step step, VarObject field, int index) {
        var t = field.type();
        boolean indirect = step.indirect();
        if (t instanceof PointerType p) {
            t = p.elem();
            indirect = true;
        }
        if (t instanceof NamedType
                || t.underlying() instanceof StructType
                || t.underlying() instanceof InterfaceType) {
            next.add(new Step(t, append(step.path(), index), indirect, step.many()));
        }
    }

    private static int[] append(int[] path, int index) {
        var longer = Arrays.copyOf(path, path.length + 1);
        longer[path.length] = index;
        return longer;
    }

    private static Found merge(@Nullable Found before, GoObject object, Step step, int index) {
        if (before != null || step.many()) {
            return new Found(null, step.path(), step.indirect(), true, false);
        }
        return new Found(
                object,
                index < 0 ? step.path() : append(step.path(), index),
                step.indirect(),
                false,
                false);
    }

    private static Found judged(Found f) {
        if (f.object() instanceof FuncObject m && !f.indirect() && hasPointerReceiver(m)) {
            return new Found(m, f.path(), false, false, true);
        }
        return f;
    }

    /// Whether a declared method's receiver is a pointer.
    static boolean hasPointerReceiver(FuncObject m) {
        var recv = m.isTyped() ? m.signature().recv() : null;
        if (recv != null && recv.type() != BasicType.INVALID) {
            return recv.type() instanceof PointerType; // it may be an alias of one
        }
        var decl = m.decl();
        if (decl == null || decl.recv() == null) {
            return false;
        }
        var t = decl.recv().type();
        while (t instanceof org.gorrery.compiler.syntax.Expr.Paren p) {
            t = p.x();
        }
        return t instanceof org.gorrery.compiler.syntax.Expr.Star;
    }

    /// The same type met twice at one depth makes all below it ambiguous.
    private static List<Step> consolidated(List<Step> steps) {
        if (steps.size() <= 1) {
            return steps;
        }
        var kept = new ArrayList<Step>();
        Map<Type, Integer> index = new HashMap<>();
        for (var step : steps) {
            if (!(step.type() instanceof NamedType)) {
                kept.add(step);
                continue;
            }
            var at = index.putIfAbsent(step.type(), kept.size());
            if (at == null) {
                kept.add(step);
            } else {
                var first = kept.get(at);
                kept.set(at, new Step(first.type(), first.path(), first.indirect(), true));
            }
        }
        return kept;
    }

    /// The methods of `type`: name, object, path and whether a pointer is followed; sorted as [TypeSet#methods].
    List<Selection> methodSet(Type type) {
        var names = new HashMap<String, FuncObject>();
        collect(type instanceof PointerType p ? p.elem() : type, names, new HashSet<>());
        var all = new ArrayList<Selection>();
        for (var m : names.values()) {
            var f = find(type, m.pkg(), m.name());
            if (f.object() instanceof FuncObject found && !f.needsAddress()) {
                all.add(
                        new Selection(
                                Selection.Kind.METHOD_VALUE,
                                type,
                                found,
                                f.path(),
                                f.indirect(),
                                found.type()));
            }
        }
        all.sort((a, b) ->
                TypeSets.BY_NAME.compare((FuncObject) a.object(), (FuncObject) b.object()));
        return List.copyOf(all);
    }

    private void collect(Type type, Map<String, FuncObject> names, Set<Type> seen) {
        if (type instanceof NamedType n) {
            if (!seen.add(n)) {
                return;
            }
            n.methods().forEach(m -> names.putIfAbsent(key(m), m));
        }
        if (type.underlying() instanceof InterfaceType i) {
            sets.of(i).methods().forEach(m -> names.putIfAbsent(key(m), m));
        } else if (type.underlying() instanceof StructType s) {
            for (var f : s.fields()) {
                if (f.embedded()) {
                    collect(f.type() instanceof PointerType p ? p.elem() : f.type(), names, seen);
                }
            }
        }
    }

    private static String key(FuncObject m) {
        var pkg = m.pkg();
        return m.exported() || pkg == null ? m.name() : pkg.path() + "." + m.name();
    }
}
