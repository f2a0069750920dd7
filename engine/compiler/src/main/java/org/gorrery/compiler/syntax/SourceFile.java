package org.gorrery.compiler.syntax;

import java.util.List;

/// One parsed file.
///
/// @param pos position of the word `package`
/// @param goVersion the language version of a `//go:build go1.N` line or empty
/// @param buildConstraint the expression of the `//go:build` line, or empty
/// @param comments all comments in source order, for the formatter
/// @param directives all `//go:` and `//gorrery:` lines in source order, those that belong to a declaration included
/// @param groups the parenthesised groups of declarations, indexed by [Decl] group number
public record SourceFile(
        int pos,
        Expr.Name packageName,
        List<Decl> decls,
        String buildConstraint,
        String goVersion,
        List<Comment> comments,
        List<Directive> directives,
        List<Group> groups,
        int end)
        implements Node {
    /// A comment as written, delimiters included.
    public record Comment(int pos, String text) {}

    /// A compiler directive; `text` is without the slashes: `go:linkname a b`.
    public record Directive(int pos, String text) {}

    /// Parentheses around declarations: positions of the keyword, `(` and `)`.
    public record Group(int keyword, int lparen, int rparen) {}
}
