package org.gorrery.compiler.syntax;

import java.util.List;

/// One parsed file.
///
/// @param pos position of the word `package`
/// @param goVersion the language version of a `//go:build go1.N` line or empty
/// @param buildConstraint the expression of the `//go:build` line, or empty
/// @param comments all comments in source order, for the formatter
public record SourceFile(
        int pos,
        Expr.Name packageName,
        List<Decl> decls,
        String buildConstraint,
        String goVersion,
        List<Comment> comments,
        int end)
        implements Node {
    /// A comment as written, delimiters included.
    public record Comment(int pos, String text) {}
}
