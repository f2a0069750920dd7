package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.NodeIds;
import org.gorrery.compiler.syntax.SourceFile;

/// Type-checks packages: finds what every name and expression means, and what is wrong.
///
/// In this order: the objects of all files are collected ([PackageObjects]); each is resolved when first needed
/// ([Declarations]), types before the rest; what could not be judged while types were half known, and function bodies, wait
/// in a queue and come next; then unused imports, and the order of initialisation ([InitOrder]). Faults are collected, never
/// thrown; what depends on something faulty gets the invalid type and is not reported again. Expressions are evaluated to
/// [Val]s: untyped ones are noted as such first, and get the type of their context when it is known ([Untyped]).
public final class Checker {
    private final Types types;
    private final SourceSet sources;
    private final Importer importer;
    private final CheckOptions options;

    /// A checker for packages of one compilation.
    public Checker(Types types, SourceSet sources, Importer importer, CheckOptions options) {
        this.types = types;
        this.sources = sources;
        this.importer = importer;
        this.options = options;
    }

    /// Checks one package. Never throws for faults in the source; after errors the result is only good for tools that tell
    /// the user more.
    ///
    /// @param files at least one
    /// @param ids the numbers that the parsers of the files drew from
    public CheckedPackage check(
            GoPackage pkg, List<SourceFile> files, NodeIds ids, Diagnostics diagnostics) {
        var c =
                new CheckContext(
                        pkg, types, sources, options, importer, ids.count(), files.getFirst());
        var collected = new PackageObjects(c);
        collected.collect(files);
        files.forEach(c.directives::file);
        if (options.bodies() != CheckOptions.WhichBodies.ASKED_FOR) {
            new DirectCycles(c).report();
        }
        resolveAll(c);
        c.decls.keySet().forEach(c.validity::now);
        c.drain();
        c.lazyBodies.settled();
        var order = new InitOrder(c).compute();
        if (options.bodies() == CheckOptions.WhichBodies.ALL) {
            collected.unusedImports();
        }
        if (!c.errors.hasErrors()) {
            c.instantiations.check();
        }
        if (!c.errors.hasErrors()) {
            c.finish();
        }
        c.untyped.sweep();
        c.errors.flush(diagnostics);
        return new CheckedPackage(
                pkg,
                List.copyOf(files),
                List.copyOf(c.imports),
                c.operands,
                c.objects,
                c.selections,
                c.instances,
                c.clauseVars,
                order,
                functions(c),
                inits(files),
                c.fileVersions,
                c.lazyBodies);
    }

    /// Declared types first, then aliases, which may stand for types that are being declared, then the rest: of a package known to be
    /// right what can wait is left, which is most of it.
    private static void resolveAll(CheckContext c) {
        var all = List.copyOf(c.decls.keySet());
        all.stream()
                .filter(o -> o instanceof TypeObject t && !t.alias())
                .forEach(c.declarations::resolve);
        all.stream()
                .filter(o -> o instanceof TypeObject t && t.alias())
                .forEach(c.declarations::resolve);
        boolean trusted = c.options.bodies() == CheckOptions.WhichBodies.ASKED_FOR;
        for (var o : all) {
            if (!(o instanceof TypeObject) && !(trusted && c.lazyBodies.defer(o))) {
                c.declarations.resolve(o);
            }
        }
    }

    private static List<FuncObject> functions(CheckContext c) {
        var list = new ArrayList<FuncObject>();
        for (var o : c.decls.keySet()) {
            if (o instanceof FuncObject f) {
                list.add(f);
            }
        }
        return list;
    }

    private static List<Decl.FuncDecl> inits(List<SourceFile> files) {
        var list = new ArrayList<Decl.FuncDecl>();
        for (var file : files) {
            for (var d : file.decls()) {
                if (d instanceof Decl.FuncDecl f
                        && f.recv() == null
                        && f.name().text().equals("init")) {
                    list.add(f);
                }
            }
        }
        return list;
    }
}
