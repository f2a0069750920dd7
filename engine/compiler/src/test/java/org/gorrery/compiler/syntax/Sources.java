package org.gorrery.compiler.syntax;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;

/// Parses text for the tests of this package.
final class Sources {
    private Sources() {}

    /// A tree and what was said about it, each message as `line:column: message`.
    record Parsed(SourceFile file, List<String> messages) {}

    static Parsed parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    static Parsed parse(byte[] text) {
        var sources = new SourceSet();
        var diagnostics = new Diagnostics();
        int base = sources.add("x.go", text);
        SourceFile file = Parser.parse(sources, base, new NodeIds(), diagnostics);
        List<String> messages =
                diagnostics.sorted().stream()
                        .map(found ->
                                sources.position(found.pos()).toString().substring("x.go:".length())
                                        + ": "
                                        + found.message())
                        .toList();
        return new Parsed(file, messages);
    }

    /// The messages for declarations of a package p that starts on line 1.
    static List<String> messages(String declarations) {
        return parse("package p; " + declarations).messages;
    }

    /// The tree of the expression `text`, as dumped.
    static Expr expression(String text) {
        Parsed parsed = parse("package p; var _ = " + text + "\n");
        if (!parsed.messages.isEmpty()) {
            throw new AssertionError(parsed.messages.toString());
        }
        return ((Decl.VarDecl) parsed.file.decls().getFirst()).values().getFirst();
    }
}
