package org.gorrery.compiler.syntax;

import java.util.ArrayList;
import java.util.List;

/// Parses what follows the name of a function or the word `func`: type parameters, parameters, results.
final class SignatureParser {
    private final Parser parser;
    private final TokenStream in;

    SignatureParser(Parser parser, TokenStream in) {
        this.parser = parser;
        this.in = in;
    }

    /// A signature.
    ///
    /// @param pos where the type starts
    /// @param noTypeParams empty where type parameters are allowed, else what it is that must have none
    Expr.FuncTypeExpr signature(int pos, String noTypeParams) {
        List<TypeParam> typeParams = typeParameters(noTypeParams);
        int open = in.pos();
        in.want(Token.LPAREN);
        ParameterParser.Parsed params =
                parser.parameters().parse(null, null, Token.RPAREN, false, true);
        FieldList results = results();
        return new Expr.FuncTypeExpr(
                in.id(),
                pos,
                typeParams,
                new FieldList(open, params.fields(), params.end()),
                results);
    }

    private List<TypeParam> typeParameters(String refusedFor) {
        int open = in.pos();
        if (!in.got(Token.LBRACK)) {
            return List.of();
        }
        if (!refusedFor.isEmpty()) {
            in.syntaxErrorAt(open, refusedFor + " must have no type parameters");
        }
        if (in.at(Token.RBRACK)) {
            in.syntaxError("empty type parameter list");
            in.next();
            return List.of();
        }
        return typeParameters(parser.parameters().parse(null, null, Token.RBRACK, true, false));
    }

    /// One node per name; names declared together share the constraint's node.
    static List<TypeParam> typeParameters(ParameterParser.Parsed list) {
        List<TypeParam> typeParams = new ArrayList<>();
        for (Field field : list.fields()) {
            for (Expr.Name name : field.names()) {
                typeParams.add(new TypeParam(name, field.type()));
            }
        }
        return typeParams;
    }

    private FieldList results() {
        int pos = in.pos();
        if (in.got(Token.LPAREN)) {
            ParameterParser.Parsed list =
                    parser.parameters().parse(null, null, Token.RPAREN, false, false);
            return new FieldList(pos, list.fields(), list.end());
        }
        Expr type = parser.types().typeOrNull();
        return new FieldList(
                pos,
                type == null ? List.of() : List.of(new Field(pos, List.of(), type, null)),
                pos);
    }
}
