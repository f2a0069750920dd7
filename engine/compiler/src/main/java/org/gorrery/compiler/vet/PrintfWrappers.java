package org.gorrery.compiler.vet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Node;
import org.gorrery.compiler.syntax.Stmt;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.FuncObject;
import org.gorrery.compiler.types.InterfaceType;
import org.gorrery.compiler.types.SliceType;
import org.gorrery.compiler.types.VarObject;
import org.jspecify.annotations.Nullable;

/// Which functions print like fmt.Print, fmt.Println or fmt.Printf: those of the library by name, those of the package at hand by passing
/// their last parameters on to one, as they came.
final class PrintfWrappers {
    /// What a function does with its last arguments.
    enum Kind {
        PRINT,
        PRINTLN,
        PRINTF,
        /// As PRINTF, and `%w` wraps an error.
        ERRORF;

        boolean hasFormat() {
            return this == PRINTF || this == ERRORF;
        }
    }

    private static final Set<String> RECEIVERS =
            Set.of("(*log.Logger).", "(*testing.common).", "(testing.TB).", "fmt.", "log.");
    private static final Map<String, Kind> NAMES = names();

    private final Inspection in;
    private final Map<FuncObject, Kind> own = new HashMap<>();

    PrintfWrappers(Inspection in) {
        this.in = in;
        boolean more = true;
        while (more) {
            more = false;
            for (var f : in.checked.functions()) {
                var decl = f.decl();
                if (decl != null && !own.containsKey(f) && found(f, decl)) {
                    more = true;
                }
            }
        }
    }

    private static Map<String, Kind> names() {
        var map = new HashMap<String, Kind>();
        for (var n :
                List.of(
                        "Print", "Fprint", "Sprint", "Append", "Fatal", "Panic", "Error", "Log",
                        "Skip")) {
            map.put(n, Kind.PRINT);
            map.put(n + "f", Kind.PRINTF);
            map.put(n + "ln", Kind.PRINTLN);
        }
        return Map.copyOf(map);
    }

    /// What `f` does, null where it does not print.
    @Nullable Kind kind(FuncObject f) {
        var known = own.get(f.origin());
        if (known != null) {
            return known;
        }
        String full = Inspection.fullName(f);
        if (full.equals("fmt.Errorf")) {
            return Kind.ERRORF;
        }
        int dot = full.lastIndexOf('.') + 1;
        if (!RECEIVERS.contains(full.substring(0, dot)) || !isVariadic(f)) {
            return null;
        }
        var kind = NAMES.get(full.substring(dot));
        // the methods of tests print a line each
        return kind == Kind.PRINT && full.contains("testing.") ? Kind.PRINTLN : kind;
    }

    /// Whether the last parameter is `...any`.
    private static boolean isVariadic(FuncObject f) {
        if (!f.isTyped() || !f.signature().variadic()) {
            return false;
        }
        var last = f.signature().params().vars().getLast().type();
        return last instanceof SliceType s
                && s.elem().underlying() instanceof InterfaceType i
                && i.explicitMethods().isEmpty()
                && i.embedded().isEmpty();
    }

    private boolean found(FuncObject f, Decl.FuncDecl decl) {
        var body = decl.body();
        if (body == null || !isVariadic(f)) {
            return false;
        }
        var params = f.signature().params().vars();
        var args = params.getLast();
        var before = params.size() > 1 ? params.get(params.size() - 2) : null;
        var format = before != null && before.type() == BasicType.STRING ? before : null;
        if (Children.any(body, n -> assigns(n, args) || format != null && assigns(n, format))) {
            return false;
        }
        var kind = new AtomicReference<@Nullable Kind>();
        Children.any(
                body,
                n -> {
                    if (n instanceof Expr.Call call) {
                        kind.set(passedOn(call, format, args));
                    }
                    return kind.get() != null;
                });
        var found = kind.get();
        if (found == null) {
            return false;
        }
        own.put(f, found);
        return true;
    }

    private boolean assigns(Node n, VarObject v) {
        return n instanceof Stmt.Assign a && a.lhs().stream().anyMatch(x -> in.variable(x) == v);
    }

    private @Nullable Kind passedOn(Expr.Call call, @Nullable VarObject format, VarObject args) {
        var callee = in.callee(call);
        if (callee == null
                || !call.spread()
                || call.args().isEmpty()
                || in.variable(call.args().getLast()) != args) {
            return null;
        }
        var kind = kind(callee);
        if (kind == null || !kind.hasFormat()) {
            return kind;
        }
        int at = call.args().size() - 2;
        return at >= 0 && format != null && in.variable(call.args().get(at)) == format
                ? kind
                : null;
    }
}
