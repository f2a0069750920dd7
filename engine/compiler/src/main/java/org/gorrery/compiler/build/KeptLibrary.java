package org.gorrery.compiler.build;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.gorrery.compiler.types.CheckedPackage;
import org.gorrery.compiler.types.GoPackage;
import org.gorrery.compiler.types.Types;
import org.jspecify.annotations.Nullable;

/// Packages of our standard library, parsed and checked, kept from one compilation to the next.
///
/// They are the same whatever program imports them, and what is known of them only grows: function bodies are checked when the
/// first program reaches them. A compilation takes a package from here only where its own finder gives the same files for it and
/// for all that it imports; a library package under test, say, is checked anew, and with it what imports it.
///
/// Instances of generic types stay, those of programs long forgotten as well: after [#MOST_USES] compilations it is
/// time for a new one ([#isWornOut]).
///
/// Guard: its monitor, which a compilation holds while it checks and while it generates code.
public final class KeptLibrary {
    /// Compilations until what they left behind may outweigh the library itself.
    private static final int MOST_USES = 200;

    private static final GoPackage NOBODY = new GoPackage("", "");

    private final PackageFinder finder;
    private final BuildOptions options;
    private final SourceSet sources = new SourceSet();
    private final Diagnostics diagnostics = new Diagnostics();
    private final PackageLoader loader;
    private final Map<String, PackageFiles> files = new HashMap<>();
    private int uses;
    private boolean spoilt;

    /// An empty one.
    ///
    /// @param finder finds the packages of our library, and no others
    public KeptLibrary(PackageFinder finder, BuildOptions options) {
        this.finder = finder;
        this.options = options;
        this.loader = new PackageLoader(this::find, options, sources, diagnostics, null);
    }

    private PackageFinder.Found find(String importPath, String fromPath) {
        var found = finder.find(importPath, fromPath);
        if (found.files() != null) {
            files.put(importPath, found.files());
        }
        return found;
    }

    /// Whether it serves compilations with these options: what is known about the library depends on no others.
    boolean serves(BuildOptions wanted) {
        return options.target().equals(wanted.target()) && options.tags().equals(wanted.tags());
    }

    /// Whether it should be given up for a new one.
    public synchronized boolean isWornOut() {
        return spoilt || uses >= MOST_USES;
    }

    /// Does part of a compilation. Where that breaks off, nobody knows what it left: then it is time for a new library.
    synchronized <T> T during(Supplier<T> part) {
        boolean spoiltBefore = spoilt;
        spoilt = true;
        T made = part.get();
        spoilt = spoiltBefore;
        return made;
    }

    /// Notes a compilation.
    synchronized void use() {
        uses++;
    }

    SourceSet sources() {
        return sources;
    }

    Types types() {
        return loader.types();
    }

    /// The package with these files, empty where it or one that it imports has other files for `asking`.
    Optional<CheckedPackage> find(PackageFiles wanted, PackageFinder asking) {
        if (!isPlain(wanted)) {
            return Optional.empty();
        }
        var checked = loader.load(wanted.path(), NOBODY).checked();
        return checked != null
                        && !diagnostics.hasErrors()
                        && holds(checked, wanted, asking, new HashMap<>())
                ? Optional.of(checked)
                : Optional.empty();
    }

    private boolean holds(
            CheckedPackage checked,
            @Nullable PackageFiles answer,
            PackageFinder asking,
            Map<CheckedPackage, Boolean> known) {
        var before = known.get(checked);
        if (before != null) {
            return before;
        }
        var path = checked.pkg().path();
        boolean same = answer != null && isPlain(answer) && same(files.get(path), answer);
        for (var imported : checked.imports()) {
            same =
                    same
                            && holds(
                                    imported,
                                    asking.find(imported.pkg().path(), path).files(),
                                    asking,
                                    known);
        }
        known.put(checked, same);
        return same;
    }

    private static boolean isPlain(PackageFiles p) {
        return p.library() && p.changes().equals(Changes.NONE);
    }

    private static boolean same(@Nullable PackageFiles a, PackageFiles b) {
        return a != null && a.goVersion().equals(b.goVersion()) && same(a.files(), b.files());
    }

    private static boolean same(List<FileText> a, List<FileText> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!a.get(i).name().equals(b.get(i).name())
                    || !Arrays.equals(a.get(i).utf8(), b.get(i).utf8())) {
                return false;
            }
        }
        return true;
    }
}
