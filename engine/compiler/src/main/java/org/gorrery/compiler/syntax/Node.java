package org.gorrery.compiler.syntax;

/// A node of the syntax tree. Every node knows where it starts.
public sealed interface Node
        permits Expr, Stmt, Decl, Field, FieldList, TypeParam, CaseClause, CommClause, SourceFile {
    /// Position of the first character, as handed out by [org.gorrery.compiler.source.SourceSet].
    int pos();
}
