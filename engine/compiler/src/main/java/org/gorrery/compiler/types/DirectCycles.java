package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Expr;
import org.jspecify.annotations.Nullable;

/// Finds declarations of types that are nothing but each other's names (`type A B; type B = A`), before any of them is resolved.
final class DirectCycles {
    private final CheckContext c;
    private final HashSet<TypeObject> done = new HashSet<>();

    DirectCycles(CheckContext c) {
        this.c = c;
    }

    /// Reports each cycle once and gives the type at which it was entered the invalid type.
    void report() {
        for (var o : List.copyOf(c.decls.keySet())) {
            if (o instanceof TypeObject t) {
                follow(t);
            }
        }
    }

    private void follow(TypeObject first) {
        var path = new ArrayList<TypeObject>();
        TypeObject t = first;
        while (t != null && !done.contains(t)) {
            int start = path.indexOf(t);
            if (start >= 0) {
                t.setType(BasicType.INVALID);
                var info = c.decls.get(t);
                if (info != null) {
                    info.state = DeclInfo.State.DONE;
                }
                new CycleReport(c).report(path.subList(start, path.size()));
                break;
            }
            path.add(t);
            t = next(t);
        }
        done.addAll(path);
    }

    /// The type of the package whose mere name the declaration gives.
    private @Nullable TypeObject next(TypeObject t) {
        var info = c.decls.get(t);
        return info != null
                        && info.decl instanceof Decl.TypeDecl d
                        && d.type() instanceof Expr.Name n
                        && c.pkg.lookup(n.text()) instanceof TypeObject other
                ? other
                : null;
    }
}
