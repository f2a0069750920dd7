package org.gorrery.compiler.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An expression or a type expression (Go spec, "Expressions" and "Types").
///
/// `id` is dense within one package, counted from 0 by the parser through [NodeIds]: what the checker finds out about an
/// expression is kept in arrays indexed by it. Records compare by identity of `id` in practice; nobody uses `equals`.
public sealed interface Expr extends Node {
    /// Dense number of this expression within its package.
    int id();

    /// Where a call, an index, a selector or an operation counts as standing: at its `(`, `[`, `.` or operator. Tracebacks show
    /// that line. Other expressions stand where they begin.
    default int operatorPos() {
        return pos();
    }

    /// What stands where the parser could not make sense of the input, from `pos` to `end`.
    record BadExpr(int id, int pos, int end) implements Expr {}

    /// An identifier, `_` included.
    record Name(int id, int pos, String text) implements Expr {}

    /// A literal as written: `text` is the source text, quotes and prefixes included.
    record BasicLit(int id, int pos, LitKind kind, String text) implements Expr {}

    /// `T{…}`; `type` is null where it is elided inside another literal. Elements are expressions or [KeyValue].
    record CompositeLit(
            int id, int pos, @Nullable Expr type, int lbrace, List<Expr> elems, int rbrace)
            implements Expr {}

    /// `key: value` inside a composite literal.
    record KeyValue(int id, int pos, Expr key, Expr value) implements Expr {}

    /// A function literal.
    record FuncLit(int id, int pos, FuncTypeExpr type, Stmt.Block body) implements Expr {}

    /// `(x)`.
    record Paren(int id, int pos, Expr x, int rparen) implements Expr {}

    /// `x.sel`: field, method, or a name of an imported package.
    record Selector(int id, int pos, int operatorPos, Expr x, Name sel) implements Expr {}

    /// `x[i]`, or an instantiation `x[T, U]`; at least one index.
    record Index(int id, int pos, int operatorPos, Expr x, List<Expr> indices, int rbrack)
            implements Expr {}

    /// `x[lo:hi:max]`; `full` for the three-index form.
    record SliceExpr(
            int id,
            int pos,
            int operatorPos,
            Expr x,
            @Nullable Expr lo,
            @Nullable Expr hi,
            @Nullable Expr max,
            boolean full,
            int rbrack)
            implements Expr {}

    /// `x.(T)`; `type` is null for `x.(type)` in a type switch.
    record TypeAssert(int id, int pos, int operatorPos, Expr x, @Nullable Expr type, int rparen)
            implements Expr {}

    /// `fun(args…)`: a call, a conversion or a builtin; `spread` when the last argument is followed by `...`.
    record Call(
            int id, int pos, int operatorPos, Expr fun, List<Expr> args, boolean spread, int rparen)
            implements Expr {}

    /// `*x`: indirection or pointer type.
    record Star(int id, int pos, Expr x) implements Expr {}

    /// A unary operation; `op` is one of ADD SUB NOT XOR AND ARROW TILDE.
    record Unary(int id, int pos, Token op, Expr x) implements Expr {}

    /// A binary operation; `pos` is that of `x`.
    record Binary(int id, int pos, Token op, int opPos, Expr x, Expr y) implements Expr {
        @Override
        public int operatorPos() {
            return opPos;
        }
    }

    /// `[N]T`, `[...]T` (`len` is an [Ellipsis] without element) or `[]T` (`len` null).
    record ArrayTypeExpr(int id, int pos, @Nullable Expr len, Expr elem) implements Expr {}

    /// `...T` as the last parameter's type, or `...` as an array length (`elem` null).
    record Ellipsis(int id, int pos, @Nullable Expr elem) implements Expr {}

    /// `map[K]V`.
    record MapTypeExpr(int id, int pos, Expr key, Expr value) implements Expr {}

    /// `chan T`, `chan<- T`, `<-chan T`.
    record ChanTypeExpr(int id, int pos, ChanDir dir, Expr elem) implements Expr {}

    /// A function signature; `results` is empty where there are none. `typeParams` only on declared functions.
    record FuncTypeExpr(
            int id, int pos, List<TypeParam> typeParams, FieldList params, FieldList results)
            implements Expr {}

    /// `struct { … }`.
    record StructTypeExpr(int id, int pos, List<Field> fields, int rbrace) implements Expr {}

    /// `interface { … }`: methods and embedded elements (unions are [Binary] with OR, `~T` is [Unary] with TILDE) in source order.
    record InterfaceTypeExpr(int id, int pos, List<InterfaceElem> elems, int rbrace)
            implements Expr {}

    /// A method (`name` non-null, `type` a [FuncTypeExpr]) or an embedded element (`name` null).
    record InterfaceElem(@Nullable Name name, Expr type) {}
}
