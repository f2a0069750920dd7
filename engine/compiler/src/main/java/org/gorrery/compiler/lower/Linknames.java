package org.gorrery.compiler.lower;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.compiler.types.CheckedPackage;
import org.gorrery.compiler.types.GoObject;
import org.jspecify.annotations.Nullable;

/// What `//go:linkname local path.name` lines join: a declaration without a body, or a variable, with one of another package. Either
/// side may have the line.
final class Linknames {
    private static final String WORD = "go:linkname";

    private final Map<String, CheckedPackage> packages = new HashMap<>();
    private final Map<String, String> targets = new HashMap<>();
    private final Map<String, String> written = new HashMap<>();

    /// Reads the lines of all packages.
    Linknames(List<CheckedPackage> all) {
        for (var p : all) {
            packages.put(p.pkg().path(), p);
        }
        all.forEach(this::read);
    }

    private void read(CheckedPackage p) {
        for (var file : p.files()) {
            for (var directive : file.directives()) {
                var words = directive.text().strip().split("\\s+", -1);
                if (words.length == 3 && words[0].equals(WORD)) {
                    String local = p.pkg().path() + "." + words[1];
                    targets.put(local, words[2]);
                    written.put(local, words[2]);
                    targets.putIfAbsent(words[2], local);
                }
            }
        }
    }

    /// The object that `path.name` is joined with, or null.
    @Nullable GoObject of(String path, String name) {
        String target = targets.get(path + "." + name);
        return target == null ? null : object(target);
    }

    /// The object that a line beside `path.name` itself joins it with, where that has no such line; or null.
    @Nullable GoObject pulled(String path, String name) {
        String target = written.get(path + "." + name);
        return target == null || written.containsKey(target) ? null : object(target);
    }

    private @Nullable GoObject object(String target) {
        int dot = target.indexOf('.', target.lastIndexOf('/') + 1);
        if (dot < 0) {
            return null;
        }
        var entry = packages.get(target.substring(0, dot));
        return entry == null ? null : entry.pkg().lookup(target.substring(dot + 1));
    }
}
