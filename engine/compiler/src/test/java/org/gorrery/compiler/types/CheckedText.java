package org.gorrery.compiler.types;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gorrery.compiler.source.Diagnostic;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.gorrery.compiler.syntax.NodeIds;
import org.gorrery.compiler.syntax.Parser;

/// A package of one file that imports nothing, checked.
///
/// @param checked what the checker made of it
/// @param found what the parser and the checker found, in order
record CheckedText(CheckedPackage checked, List<Diagnostic> found) {
    static CheckedText of(Types types, String text, CheckOptions options) {
        var sources = new SourceSet();
        var out = new Diagnostics();
        var ids = new NodeIds();
        int file = sources.add("p.go", text.getBytes(StandardCharsets.UTF_8));
        var parsed = Parser.parse(sources, file, ids, out);
        Importer none = (path, from) -> Importer.Imported.failed("no imports here");
        var pkg = new GoPackage("p", parsed.packageName().text());
        var checked =
                new Checker(types, sources, none, options).check(pkg, List.of(parsed), ids, out);
        return new CheckedText(checked, out.sorted());
    }
}
