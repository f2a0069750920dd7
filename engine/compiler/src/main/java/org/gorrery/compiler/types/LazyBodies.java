package org.gorrery.compiler.types;

import java.util.IdentityHashMap;
import java.util.Map;
import org.gorrery.compiler.syntax.Decl;
import org.jspecify.annotations.Nullable;

/// Function bodies, values of package variables, and declarations of constants and functions, that are checked when first asked for. A
/// program reaches a small part of the library: the rest need not be looked at.
///
/// Methods are not among them: their types are asked for where code is generated, on several threads.
///
/// Guard: as the package's check, one thread.
public final class LazyBodies {
    private final CheckContext c;
    private final Map<Object, Waiting> waiting = new IdentityHashMap<>();
    private final Map<Decl.FuncDecl, FuncObject> undeclared = new IdentityHashMap<>();
    private boolean settled;
    private int depth;
    private int firstRecorded;
    private int lastRecorded;

    private record Waiting(Env env, Runnable check) {}

    LazyBodies(CheckContext c) {
        this.c = c;
    }

    /// Has a body wait, with the place where the checker stands.
    void add(Decl.FuncDecl function, Runnable check) {
        waiting.put(function, new Waiting(c.env, check));
    }

    /// Has the initial value of a package variable wait.
    void add(VarObject variable, Runnable check) {
        waiting.put(variable, new Waiting(c.env, check));
    }

    /// Has the declaration of a constant or function wait.
    ///
    /// @return false for an object of another kind, which does not wait
    boolean defer(GoObject o) {
        if (o instanceof ConstObject k) {
            k.setResolver(() -> declare(k));
            return true;
        }
        if (o instanceof FuncObject f && f.decl() instanceof Decl.FuncDecl d && d.recv() == null) {
            f.setResolver(() -> {
                declare(f);
                return null;
            });
            undeclared.put(d, f);
            return true;
        }
        return false;
    }

    /// From now on nobody else does what is put off on the way.
    void settled() {
        settled = true;
    }

    private void declare(GoObject o) {
        if (settled && depth == 0) {
            check(new Waiting(c.env, () -> c.declarations.resolve(o)));
        } else {
            c.declarations.resolve(o);
        }
    }

    /// Whether the value of the variable waits, or has waited, to be asked for: making it has no effect then.
    boolean isWaitingValue(VarObject variable) {
        return c.waitingValues.contains(variable);
    }

    /// Notes that an expression has got its verdict.
    void recorded(int id) {
        firstRecorded = Math.min(firstRecorded, id);
        lastRecorded = Math.max(lastRecorded, id);
    }

    /// Checks a body now if it still waits.
    ///
    /// @throws IllegalStateException if the body is faulty: only what is known to be right may wait
    void ensure(Decl.@Nullable FuncDecl function) {
        var declared = function == null ? null : undeclared.remove(function);
        if (declared != null) {
            declare(declared);
        }
        var found = function == null ? null : waiting.remove(function);
        if (found != null) {
            check(found);
        }
    }

    /// Checks the value of a package variable now if it still waits.
    ///
    /// @throws IllegalStateException if the value is faulty
    void ensure(VarObject variable) {
        var found = waiting.remove(variable);
        if (found != null) {
            check(found);
        }
    }

    private void check(Waiting found) {
        var before = c.env;
        int first = firstRecorded;
        int last = lastRecorded;
        firstRecorded = Integer.MAX_VALUE;
        lastRecorded = -1;
        c.env = found.env();
        depth++;
        found.check().run();
        c.drain();
        depth--;
        c.untyped.sweep(Math.min(firstRecorded, lastRecorded + 1), lastRecorded + 1);
        firstRecorded = Math.min(first, firstRecorded);
        lastRecorded = Math.max(last, lastRecorded);
        c.env = before;
        if (c.errors.hasErrors()) {
            throw new IllegalStateException("package " + c.pkg.path() + " has errors");
        }
    }
}
