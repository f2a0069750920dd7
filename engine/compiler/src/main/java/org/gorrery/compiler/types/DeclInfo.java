package org.gorrery.compiler.types;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.SourceFile;
import org.jspecify.annotations.Nullable;

/// How a package-level object is declared, and how far it is resolved.
final class DeclInfo {
    /// Progress of resolution.
    enum State {
        UNTOUCHED,
        IN_PROGRESS,
        DONE
    }

    final SourceFile file;
    final Scope scope;
    final Decl decl;

    /// For variables that share one call: all of them.
    List<VarObject> together = List.of();

    /// The type and value of a constant or variable.
    @Nullable Expr typeExpr;

    @Nullable Expr value;

    /// For a constant: the value is repeated from an earlier line.
    boolean inherited;

    State state = State.UNTOUCHED;

    /// Package-level variables, functions and constants that its initialiser or body mentions.
    Set<GoObject> uses = new LinkedHashSet<>();

    DeclInfo(SourceFile file, Scope scope, Decl decl) {
        this.file = file;
        this.scope = scope;
        this.decl = decl;
    }
}
