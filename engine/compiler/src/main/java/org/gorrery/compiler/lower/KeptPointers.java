package org.gorrery.compiler.lower;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.FuncObject;
import org.gorrery.compiler.types.Mode;
import org.gorrery.compiler.types.Universe;

/// Functions declared with `//go:uintptrescapes` or `//go:uintptrkeepalive` take addresses as integers: what a pointer converted in an
/// argument of theirs points to stays alive until the call returns.
final class KeptPointers {
    private static final List<String> PRAGMAS = List.of("go:uintptrescapes", "go:uintptrkeepalive");

    private final Fn fn;

    /// The conversions that are arguments of such a call, with the pointer once it is known.
    private final Map<Expr, Optional<Rvalue>> arguments = new IdentityHashMap<>();

    KeptPointers(Fn fn) {
        this.fn = fn;
    }

    /// Before the arguments of a call are evaluated: looks for conversions among them.
    void begin(Expr.Call c) {
        if (isDeclaredSo(Calls.unparen(c.fun()))) {
            for (var a : c.args()) {
                var x = Calls.unparen(a);
                if (x instanceof Expr.Call conversion
                        && fn.pkg.operand(conversion.fun()).mode() == Mode.TYPE) {
                    arguments.put(x, Optional.empty());
                }
            }
        }
    }

    private boolean isDeclaredSo(Expr fun) {
        var object =
                switch (fun) {
                    case Expr.Name n -> fn.object(n);
                    case Expr.Selector s when fn.pkg.selections()[s.id()] != null ->
                            fn.calls.selection(s).object();
                    case Expr.Selector s -> fn.object(s.sel());
                    default -> null;
                };
        var decl = object instanceof FuncObject f ? f.origin().decl() : null;
        return decl != null && decl.pragmas().stream().anyMatch(PRAGMAS::contains);
    }

    /// Takes down a pointer that is about to be converted.
    ///
    /// @return it, to be used from now on
    Rvalue converted(Expr.Call conversion, Rvalue v) {
        if (!arguments.containsKey(conversion)
                || v.type().underlying() != BasicType.UNSAFE_POINTER) {
            return v;
        }
        var pointer = fn.e.stable(v);
        arguments.put(conversion, Optional.of(pointer));
        return pointer;
    }

    /// After the arguments of a call are evaluated: the pointers to keep.
    List<Rvalue> end(Expr.Call c) {
        if (arguments.isEmpty()) {
            return List.of();
        }
        var kept = new ArrayList<Rvalue>();
        for (var a : c.args()) {
            var pointer = arguments.remove(Calls.unparen(a));
            if (pointer != null) {
                pointer.ifPresent(kept::add);
            }
        }
        return kept;
    }

    /// After the call: the last use of the pointers.
    static void keepAlive(Fn fn, List<Rvalue> pointers) {
        for (var p : pointers) {
            var any = fn.conversions.assign(p, Universe.ANY);
            fn.calls.runtimeFunction("KeepAlive", List.of(any));
        }
    }
}
