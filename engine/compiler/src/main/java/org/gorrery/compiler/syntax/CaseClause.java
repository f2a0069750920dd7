package org.gorrery.compiler.syntax;

import java.util.List;

/// `case exprs:` of a switch or type switch; `exprs` empty and `isDefault` for `default:`.
public record CaseClause(int pos, boolean isDefault, List<Expr> exprs, int colon, List<Stmt> body)
        implements Node {}
