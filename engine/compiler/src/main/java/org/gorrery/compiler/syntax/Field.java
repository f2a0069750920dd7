package org.gorrery.compiler.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Names with a type: parameters, results, struct fields. No names: an unnamed parameter or an embedded field.
///
/// @param tag the struct tag literal as written, or null
public record Field(int pos, List<Expr.Name> names, Expr type, Expr.@Nullable BasicLit tag)
        implements Node {}
