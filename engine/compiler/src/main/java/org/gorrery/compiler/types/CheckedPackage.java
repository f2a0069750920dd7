package org.gorrery.compiler.types;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.compiler.syntax.CaseClause;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.SourceFile;
import org.jspecify.annotations.Nullable;

/// All that the checker found out about one package: what the lowering reads.
///
/// Arrays are indexed by [Expr#id].
///
/// @param operands verdict per expression; null where never reached
/// @param objects for a [Expr.Name]: the object it declares or uses (a struct literal's key: the field); null for `_`
/// @param selections for a [Expr.Selector] that is not a qualified name
/// @param instances for the [Expr.Name] (the `Sel` name of a qualified one) that mentions a generic function
/// @param clauseVars the variable that a type switch's clause binds
/// @param initOrder package-level initialisers in the order of execution (Go spec, "Package initialization")
/// @param inits the `init` functions in source order
/// @param bodies bodies that wait to be asked for: their expressions have no verdict yet
public record CheckedPackage(
        GoPackage pkg,
        List<SourceFile> files,
        List<CheckedPackage> imports,
        @Nullable Operand[] operands,
        @Nullable GoObject[] objects,
        @Nullable Selection[] selections,
        @Nullable Instance[] instances,
        Map<CaseClause, VarObject> clauseVars,
        List<Initializer> initOrder,
        List<FuncObject> functions,
        List<Decl.FuncDecl> inits,
        Map<SourceFile, String> fileVersions,
        LazyBodies bodies) {
    /// `lhs = rhs` of package-level variables; several `lhs` for a call with several results; empty for `var _ = rhs`.
    public record Initializer(List<VarObject> lhs, Expr rhs) {}

    /// The verdict on `x`; [Mode#INVALID] where there is none.
    public Operand operand(Expr x) {
        var found = operands[x.id()];
        return found == null ? new Operand(Mode.INVALID, BasicType.INVALID, null) : found;
    }

    /// Sees to it that what stands in the function's body has its verdicts; does nothing the second time.
    public void ensureBody(Decl.FuncDecl function) {
        bodies.ensure(function);
    }

    /// The same for the initial value of a package variable.
    public void ensureValue(VarObject variable) {
        bodies.ensure(variable);
    }

    /// Whether the initial value of a variable is checked when it is asked for only: it is one that can be made without any effect.
    public boolean isWaitingValue(VarObject variable) {
        return bodies.isWaitingValue(variable);
    }

    /// Itself only: comparing what is in it would go through all its trees.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /// An empty map with the right key semantics for `clauseVars`.
    public static <K, V> Map<K, V> identityMap() {
        return new IdentityHashMap<>();
    }
}
