package org.gorrery.compiler.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides what the `[` after the name of a type declaration starts: type parameters or an array type.
///
/// `type T[P *C]` may be a length `P*C` or a parameter P with constraint `*C`. As the spec has it ("Type parameter declarations"), the
/// expression reading wins unless the text can only be a constraint: it holds a type literal or a `~`, or a comma follows.
final class TypeParameterGuess {
    private final Parser parser;
    private final TokenStream in;

    TypeParameterGuess(Parser parser, TokenStream in) {
        this.parser = parser;
        this.in = in;
    }

    /// Type parameters (then the type is still to come, `type` null), or the whole array or slice type.
    record Outcome(List<TypeParam> typeParams, @Nullable Expr type) {}

    /// A name and, unless null, the constraint that follows it.
    private record Split(Expr.Name name, @Nullable Expr constraint) {}

    /// Parses from the `[`.
    Outcome parse() {
        int bracket = in.pos();
        in.next();
        if (in.got(Token.RBRACK)) {
            return new Outcome(List.of(), parser.types().slice(bracket));
        }
        if (!in.at(Token.NAME)) {
            return new Outcome(List.of(), parser.types().array(bracket, null));
        }
        Expr x = in.name();
        // a name and [ cannot be a constant length: it starts a constraint []E or [n]E
        if (!in.at(Token.LBRACK)) {
            in.enterExpression();
            x = parser.expressions().binary(parser.expressions().suffixes(x), 0);
            in.leaveExpression();
        }
        Split split = split(x, in.at(Token.COMMA));
        if (split == null || split.constraint == null && in.at(Token.RBRACK)) {
            return new Outcome(List.of(), parser.types().array(bracket, x));
        }
        ParameterParser.Parsed list =
                parser.parameters().parse(split.name, split.constraint, Token.RBRACK, true, false);
        return new Outcome(SignatureParser.typeParameters(list), null);
    }

    /// Reads `P *C`, `P (C)`, `P *C|D` out of an expression; null where it is only an expression.
    private @Nullable Split split(Expr x, boolean certain) {
        switch (x) {
            case Expr.Name name -> {
                return new Split(name, null);
            }
            case Expr.Binary product
                    when product.op() == Token.MUL && product.x() instanceof Expr.Name name -> {
                boolean pointer = certain || onlyType(product.y());
                return pointer
                        ? new Split(name, new Expr.Star(in.id(), product.opPos(), product.y()))
                        : null;
            }
            case Expr.Binary union when union.op() == Token.OR -> {
                Split left = split(union.x(), certain || onlyType(union.y()));
                if (left == null || left.constraint == null) {
                    return null;
                }
                Expr first = left.constraint;
                return new Split(
                        left.name,
                        new Expr.Binary(
                                in.id(), first.pos(), Token.OR, union.opPos(), first, union.y()));
            }
            case Expr.Call call
                    when call.fun() instanceof Expr.Name name
                            && call.args().size() == 1
                            && !call.spread() -> {
                Expr inner = call.args().getFirst();
                // the parentheses start after the name, wherever blanks put them; the formatter
                // drops them as Go does
                return certain || onlyType(inner) ? new Split(name, inner) : null;
            }
            case Expr _ -> {
                return null;
            }
        }
    }

    /// Whether an expression can be nothing but a type element.
    static boolean onlyType(Expr x) {
        return switch (x) {
            case Expr.ArrayTypeExpr _,
                    Expr.StructTypeExpr _,
                    Expr.FuncTypeExpr _,
                    Expr.InterfaceTypeExpr _,
                    Expr.MapTypeExpr _,
                    Expr.ChanTypeExpr _ ->
                    true;
            case Expr.Star star -> onlyType(star.x());
            case Expr.Unary unary -> unary.op() == Token.TILDE || onlyType(unary.x());
            case Expr.Binary binary -> onlyType(binary.x()) || onlyType(binary.y());
            case Expr.Paren paren -> onlyType(paren.x());
            case Expr _ -> false;
        };
    }
}
