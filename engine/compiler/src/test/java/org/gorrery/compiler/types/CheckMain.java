package org.gorrery.compiler.types;

import java.nio.file.Path;
import java.util.ArrayList;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.gorrery.target.Target;

/// Checks the files given and prints what is wrong with them: for use by hand.
public final class CheckMain {
    private CheckMain() {}

    /// Arguments: the folder of an installed Go, then files; `-pkg PATH` checks a package of the standard library with bodies.
    public static void main(String[] args) {
        var types = new Types(Target.LINUX_AMD64);
        var sources = new SourceSet();
        var importer =
                new SourceImporter(
                        Path.of(args[0], "src"),
                        types,
                        sources,
                        java.util.Arrays.asList(args).contains("-pkg"));
        var files = new ArrayList<Path>();
        var out = new Diagnostics();
        for (int i = 1; i < args.length; i++) {
            if (args[i].equals("-pkg")) {
                importer.load(args[++i], new GoPackage("main", "main"));
            } else {
                files.add(Path.of(args[i]));
            }
        }
        if (!files.isEmpty()) {
            importer.check(
                    "main", files, new CheckOptions("", false, CheckOptions.WhichBodies.ALL), out);
        }
        for (var d : out.sorted()) {
            System.out.println(sources.position(d.pos()) + ": " + d.message());
        }
        for (var d : importer.diagnostics.sorted()) {
            System.out.println("IMPORT " + sources.position(d.pos()) + ": " + d.message());
        }
        importer.audit.forEach(p -> System.out.println("AUDIT " + p));
    }
}
