package org.gorrery.compiler.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One declaration. A parenthesised group becomes one node per spec; `group` is the number of the group within the file
/// (specs of the same parentheses share it), or -1 outside parentheses.
public sealed interface Decl extends Node {
    /// `import name "path"`; `name` may be `.` or `_`; `path` is the literal as written.
    record ImportDecl(int pos, int group, Expr.@Nullable Name name, Expr.BasicLit path)
            implements Decl {}

    /// One line of a const declaration. `iota` counts from 0 in its group; an elided list repeats the one before, which
    /// the parser leaves to the checker: `type` null and `values` empty, `inherited` true.
    record ConstDecl(
            int pos,
            int group,
            int iota,
            List<Expr.Name> names,
            @Nullable Expr type,
            List<Expr> values,
            boolean inherited)
            implements Decl {}

    /// `type name[params] T`, or an alias with `=`.
    record TypeDecl(
            int pos,
            int group,
            Expr.Name name,
            List<TypeParam> typeParams,
            boolean alias,
            Expr type)
            implements Decl {}

    /// `var names type = values`. `pragmas` are the `//go:embed` lines above.
    record VarDecl(
            int pos,
            int group,
            List<Expr.Name> names,
            @Nullable Expr type,
            List<Expr> values,
            List<SourceFile.Directive> pragmas)
            implements Decl {}

    /// A function or method; `body` null for one defined elsewhere. `pragmas` are the `//go:` and `//gorrery:` lines
    /// directly above, without the slashes (`go:noinline`, `gorrery:intrinsic`).
    record FuncDecl(
            int pos,
            @Nullable Field recv,
            Expr.Name name,
            Expr.FuncTypeExpr type,
            Stmt.@Nullable Block body,
            List<String> pragmas)
            implements Decl {
        /// The pragma of one whose body only stands in for what an installed Go has elsewhere.
        public static final String ABSENT = "gorrery:absent";

        /// Whether it is defined elsewhere, if anywhere.
        public boolean isAbsent() {
            return body == null || pragmas.contains(ABSENT);
        }
    }

    /// What could not be parsed.
    record BadDecl(int pos, int end) implements Decl {}
}
