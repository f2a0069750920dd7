package org.gorrery.compiler.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `case comm:` of a select: a [Stmt.Send], or a receive as [Stmt.ExprStmt] or [Stmt.Assign]; null for `default:`.
public record CommClause(int pos, @Nullable Stmt comm, int colon, List<Stmt> body)
        implements Node {}
