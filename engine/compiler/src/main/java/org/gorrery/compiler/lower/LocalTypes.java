package org.gorrery.compiler.lower;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Node;
import org.gorrery.compiler.types.CheckedPackage;
import org.gorrery.compiler.types.GoPackage;
import org.gorrery.compiler.types.TypeObject;
import org.jspecify.annotations.Nullable;

/// Numbers the types that are declared in functions, per package in source order: gc's names of instances contain them.
final class LocalTypes {
    private final Map<GoPackage, CheckedPackage> packages = new IdentityHashMap<>();
    private final Map<GoPackage, Map<Integer, Integer>> numbers = new IdentityHashMap<>();

    LocalTypes(List<CheckedPackage> all) {
        all.forEach(p -> packages.put(p.pkg(), p));
    }

    /// The number of a local type, from 1; 0 for a type of its package.
    @SuppressWarnings("ReferenceEquality") // objects are compared by identity
    int number(TypeObject type) {
        var pkg = type.pkg();
        var checked = pkg == null ? null : packages.get(pkg);
        if (pkg == null || checked == null || pkg.lookup(type.name()) == type) {
            return 0;
        }
        return numbers.computeIfAbsent(pkg, _ -> count(checked)).getOrDefault(type.pos(), 0);
    }

    private static Map<Integer, Integer> count(CheckedPackage pkg) {
        var found = new HashMap<Integer, Integer>();
        for (var file : pkg.files()) {
            for (var d : file.decls()) {
                switch (d) {
                    case Decl.FuncDecl f -> visit(f.body(), found);
                    case Decl.VarDecl v -> v.values().forEach(x -> visit(x, found));
                    default -> {}
                }
            }
        }
        return found;
    }

    private static void visit(@Nullable Node node, Map<Integer, Integer> found) {
        if (node == null) {
            return;
        }
        if (node instanceof Decl.TypeDecl t && !t.alias()) {
            found.put(t.name().pos(), found.size() + 1);
        }
        Children.of(node, c -> visit(c, found));
    }
}
