package org.gorrery.compiler.build;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.NodeIds;
import org.gorrery.compiler.syntax.Parser;

/// What a file says before its declarations; errors are left to the compilation of the file.
///
/// @param imports paths as written between the quotes
/// @param buildConstraint the expression of its `//go:build` line, or empty
public record FileHeader(String packageName, List<String> imports, String buildConstraint) {
    /// Copies the list.
    public FileHeader {
        imports = List.copyOf(imports);
    }

    /// Reads a file's package clause and imports.
    public static FileHeader of(FileText file) {
        var sources = new SourceSet();
        int base = sources.add(file.name(), file.utf8());
        var tree = Parser.parseImports(sources, base, new NodeIds(), new Diagnostics());
        var imports = new ArrayList<String>();
        for (var d : tree.decls()) {
            if (d instanceof Decl.ImportDecl i && i.path().text().length() >= 2) {
                String quoted = i.path().text();
                imports.add(quoted.substring(1, quoted.length() - 1));
            }
        }
        return new FileHeader(tree.packageName().text(), imports, tree.buildConstraint());
    }
}
