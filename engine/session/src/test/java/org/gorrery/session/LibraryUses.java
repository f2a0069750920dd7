package org.gorrery.session;

import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Node;
import org.gorrery.compiler.syntax.Stmt;
import org.gorrery.compiler.types.CheckedPackage;
import org.gorrery.compiler.types.FuncObject;
import org.gorrery.compiler.types.GoObject;
import org.gorrery.compiler.types.NamedType;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.Selection;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.TypeObject;
import org.jspecify.annotations.Nullable;

/// The names that checked packages use in what a run of them reaches: from `main`, `init`, tests, methods and the initial values of
/// variables on, by mention. What is only given to `_` is not used.
final class LibraryUses {
    private static final Pattern STARTS =
            Pattern.compile("(main|init|TestMain|(Test|Benchmark|Fuzz|Example)(\\P{Ll}.*)?)");

    /// A thing, and for a field or method the declared type (pointers aside) of the value that it was selected from.
    record Use(GoObject object, @Nullable TypeObject receiver) {}

    private final Map<Decl.FuncDecl, CheckedPackage> functions = new IdentityHashMap<>();
    private final Set<Decl.FuncDecl> reached = new HashSet<>();
    private final Deque<Decl.FuncDecl> waiting = new ArrayDeque<>();
    private final Set<Use> found = new HashSet<>();

    private LibraryUses() {}

    /// All that the packages use.
    static Set<Use> of(List<CheckedPackage> packages) {
        var uses = new LibraryUses();
        for (var p : packages) {
            p.functions().stream()
                    .map(FuncObject::decl)
                    .filter(d -> d != null)
                    .forEach(d -> uses.functions.put(d, p));
        }
        packages.forEach(uses::starts);
        while (!uses.waiting.isEmpty()) {
            var next = uses.waiting.remove();
            uses.walk(next, uses.functions.get(next));
        }
        return uses.found;
    }

    private void starts(CheckedPackage in) {
        for (var file : in.files()) {
            for (var d : file.decls()) {
                if (!(d instanceof Decl.FuncDecl f)) {
                    walk(d, in);
                } else if (f.recv() != null || STARTS.matcher(f.name().text()).matches()) {
                    functions.put(f, in);
                    reach(f);
                }
            }
        }
    }

    private void reach(Decl.FuncDecl function) {
        if (functions.containsKey(function) && reached.add(function)) {
            waiting.add(function);
        }
    }

    private void walk(Object part, CheckedPackage in) {
        switch (part) {
            case Stmt.Assign a -> {
                a.lhs().forEach(x -> walk(x, in));
                a.rhs().stream()
                        .filter(x -> !a.lhs().stream().allMatch(LibraryUses::isBlank) || !isName(x))
                        .forEach(x -> walk(x, in));
            }
            case Decl.VarDecl d when d.names().stream().allMatch(LibraryUses::isBlank) ->
                    d.values().stream().filter(x -> !isName(x)).forEach(x -> walk(x, in));
            case Expr.Selector s -> {
                use(s, in);
                components(s, in);
            }
            case Expr.Name n -> mention(in.objects()[n.id()], null);
            case List<?> l -> l.forEach(x -> walk(x, in));
            case Expr.InterfaceElem e -> walk(e.type(), in);
            case Node n -> components(n, in);
            default -> {}
        }
    }

    private void use(Expr.Selector s, CheckedPackage in) {
        var selection = in.selections()[s.id()];
        if (selection != null) {
            mention(selection.object(), null);
            mention(selection.object(), receiver(selection));
        }
    }

    private void mention(@Nullable GoObject object, @Nullable TypeObject receiver) {
        if (object instanceof FuncObject f) {
            var decl = f.origin().decl();
            if (decl != null) {
                reach(decl);
            }
            found.add(new Use(f.origin(), receiver));
        } else if (object != null) {
            found.add(new Use(object, receiver));
        }
    }

    /// What a selection selects from, if that has a name.
    static @Nullable TypeObject receiver(Selection s) {
        Type t = s.recv() instanceof PointerType p ? p.elem() : s.recv();
        return t instanceof NamedType n ? n.object() : null;
    }

    private void components(Node node, CheckedPackage in) {
        try {
            for (RecordComponent c : node.getClass().getRecordComponents()) {
                var part = c.getAccessor().invoke(node);
                if (part != null) {
                    walk(part, in);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isBlank(Expr x) {
        return x instanceof Expr.Name n && n.text().equals("_");
    }

    private static boolean isName(Expr x) {
        return switch (x) {
            case Expr.Paren p -> isName(p.x());
            case Expr.Index i -> isName(i.x());
            case Expr.Selector s -> true;
            default -> x instanceof Expr.Name;
        };
    }
}
