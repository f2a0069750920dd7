package org.gorrery.compiler.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gorrery.compiler.types.CheckedPackage;

/// The order in which the packages of a program are initialised (Go spec, "Program initialization"): sorted by import path,
/// each time the first whose imports are all done. The runtime and what it imports come before everything.
final class InitOrder {
    private InitOrder() {}

    /// The packages that the program needs, in order; the program itself is last.
    ///
    /// @param loaded all packages that were checked, each after those it imports
    static List<CheckedPackage> of(CheckedPackage main, List<CheckedPackage> loaded) {
        var needed = new LinkedHashSet<CheckedPackage>();
        for (var p : loaded) {
            if (p.pkg().path().equals("runtime")) {
                reach(p, needed);
            }
        }
        var order = new ArrayList<>(loaded.stream().filter(needed::contains).toList());
        reach(main, needed);
        var rest =
                new ArrayList<>(
                        needed.stream()
                                .filter(p -> !p.equals(main) && !order.contains(p))
                                .sorted(Comparator.comparing(p -> p.pkg().path()))
                                .toList());
        var done = new LinkedHashSet<>(order);
        while (!rest.isEmpty()) {
            var next = rest.stream().filter(p -> done.containsAll(p.imports())).findFirst();
            var p = Objects.requireNonNull(next.orElse(null), "imports without cycles");
            rest.remove(p);
            done.add(p);
        }
        done.add(main);
        return List.copyOf(done);
    }

    private static void reach(CheckedPackage from, Set<CheckedPackage> found) {
        if (found.add(from)) {
            from.imports().forEach(p -> reach(p, found));
        }
    }
}
