package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds declared types that contain themselves by value (Go spec, "Type declarations"), and methods that collide with fields.
final class Validity {
    private final CheckContext c;
    private final Set<NamedType> valid = new HashSet<>();
    private final Set<NamedType> invalid = new HashSet<>();

    Validity(CheckContext c) {
        this.c = c;
    }

    /// The enclosing instance with its type arguments, to look up what a type parameter stands for.
    private record Nest(NamedType type, @Nullable Nest outer) {}

    /// Has a declared type looked at once all is known.
    void declared(NamedType named) {
        c.later(() -> {
            if (!valid.contains(named) && !invalid.contains(named)) {
                check(named, new ArrayList<>(), null);
            }
        });
    }

    /// Looks at a package-level object at once.
    void now(GoObject o) {
        if (o instanceof TypeObject t
                && t.type() instanceof NamedType n
                && n.object() == t
                && !valid.contains(n)) {
            check(n, new ArrayList<>(), null);
        }
    }

    /// Whether a type is of finite size.
    private boolean check(Type t, List<NamedType> path, @Nullable Nest nest) {
        return switch (t) {
            case ArrayType a -> check(a.elem(), path, nest);
            case StructType s -> {
                boolean finite = true;
                for (var f : s.fields()) {
                    finite &= check(f.type(), path, nest);
                }
                yield finite;
            }
            case InterfaceType i -> {
                for (var e : i.embedded()) {
                    if (!check(e, path, nest)) {
                        yield false;
                    }
                }
                yield true;
            }
            case UnionType u -> {
                for (var term : u.terms()) {
                    if (!check(term.type(), path, nest)) {
                        yield false;
                    }
                }
                yield true;
            }
            case NamedType n -> named(n, path, nest);
            case TypeParameter p -> {
                // what it stands for is contained where the instance is written, not inside it
                if (nest == null) {
                    yield true;
                }
                var at = nest.type().origin().typeParams().indexOf(p);
                yield at < 0
                        || at >= nest.type().typeArgs().size()
                        || check(nest.type().typeArgs().get(at), path, nest.outer());
            }
            case BasicType x -> true;
            case PointerType x -> true;
            case SliceType x -> true;
            case TupleType x -> true;
            case Signature x -> true;
            case MapType x -> true;
            case ChanType x -> true;
        };
    }

    private boolean named(NamedType n, List<NamedType> path, @Nullable Nest nest) {
        var origin = n.origin();
        if (origin.object().pkg() != c.pkg && n.typeArgs().isEmpty()
                || valid.contains(origin) && n.typeArgs().isEmpty()) {
            return true;
        }
        if (invalid.contains(origin)) {
            return false;
        }
        for (var p = nest; p != null; p = p.outer()) {
            if (c.types.identical(p.type(), n)) {
                report(n, path, nest);
                return false;
            }
        }
        path.add(n);
        boolean ok = check(written(origin), path, new Nest(n, nest));
        path.removeLast();
        if (ok && n.typeArgs().isEmpty()) {
            valid.add(origin);
        }
        return ok;
    }

    /// What a type was declared as, which may be an instance of another.
    private Type written(NamedType origin) {
        return c.declarations.written(origin);
    }

    /// Reports that `n` contains itself, by what stands on the path since it was met first.
    private void report(NamedType n, List<NamedType> path, @Nullable Nest nest) {
        for (var p = nest; p != null; p = p.outer()) {
            invalid.add(p.type().origin());
            if (p.type().origin().object().pkg() == c.pkg) {
                p.type().origin().setUnderlying(BasicType.INVALID);
            }
            if (c.types.identical(p.type(), n)) {
                break;
            }
        }
        int from = 0;
        while (from < path.size() - 1 && !c.types.identical(path.get(from), n)) {
            from++;
        }
        new CycleReport(c).reportTypes(path.subList(from, path.size()));
    }
}
