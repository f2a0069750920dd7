package org.gorrery.compiler.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement (Go spec, "Statements").
public sealed interface Stmt extends Node {
    /// What could not be parsed.
    record BadStmt(int pos, int end) implements Stmt {}

    /// The empty statement.
    record Empty(int pos) implements Stmt {}

    /// `{ … }`.
    record Block(int pos, List<Stmt> stmts, int rbrace) implements Stmt {}

    /// An expression as statement.
    record ExprStmt(Expr x) implements Stmt {
        @Override
        public int pos() {
            return x.pos();
        }
    }

    /// `ch <- value`.
    record Send(int pos, Expr chan, int arrow, Expr value) implements Stmt {}

    /// `x++` (op INC) or `x--` (op DEC).
    record IncDec(int pos, Expr x, Token op) implements Stmt {}

    /// `lhs = rhs`, `lhs := rhs` (DEFINE), `lhs op= rhs` (ADD_ASSIGN …).
    record Assign(int pos, List<Expr> lhs, Token op, int opPos, List<Expr> rhs) implements Stmt {}

    /// `go call`.
    record Go(int pos, Expr call) implements Stmt {}

    /// `defer call`.
    record Defer(int pos, Expr call) implements Stmt {}

    /// `return results`.
    record Return(int pos, List<Expr> results) implements Stmt {}

    /// `break`, `continue`, `goto` or `fallthrough`.
    record Branch(int pos, Token tok, Expr.@Nullable Name label) implements Stmt {}

    /// `if init; cond { } else …`; `orElse` is a [Block] or an [If].
    record If(int pos, @Nullable Stmt init, Expr cond, Block then, @Nullable Stmt orElse)
            implements Stmt {}

    /// An expression switch; `tag` null means `true`.
    record Switch(
            int pos, @Nullable Stmt init, @Nullable Expr tag, List<CaseClause> clauses, int rbrace)
            implements Stmt {}

    /// A type switch `switch init; bind := x.(type)`.
    record TypeSwitch(
            int pos,
            @Nullable Stmt init,
            Expr.@Nullable Name bind,
            Expr x,
            List<CaseClause> clauses,
            int rbrace)
            implements Stmt {}

    /// `select { … }`.
    record Select(int pos, List<CommClause> clauses, int rbrace) implements Stmt {}

    /// `for init; cond; post { }`.
    record For(int pos, @Nullable Stmt init, @Nullable Expr cond, @Nullable Stmt post, Block body)
            implements Stmt {}

    /// `for key, value := range x { }`; `define` for `:=`, else assignment; `extra` are variables after the second, which no range has.
    record Range(
            int pos,
            @Nullable Expr key,
            @Nullable Expr value,
            List<Expr> extra,
            boolean define,
            Expr x,
            Block body)
            implements Stmt {}

    /// `label: stmt`.
    record Labeled(int pos, Expr.Name label, Stmt stmt) implements Stmt {}

    /// A declaration inside a function.
    record DeclStmt(List<Decl> decls) implements Stmt {
        @Override
        public int pos() {
            return decls.getFirst().pos();
        }
    }
}
