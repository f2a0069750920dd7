package org.gorrery.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parses type expressions, struct and interface bodies (Go spec, "Types").
final class TypeParser {
    private final Parser parser;
    private final TokenStream in;

    TypeParser(Parser parser, TokenStream in) {
        this.parser = parser;
        this.in = in;
    }

    /// A type, which must stand here.
    Expr type() {
        Expr type = typeOrNull();
        if (type != null) {
            return type;
        }
        Expr bad = in.bad();
        in.syntaxError("expected type");
        in.skipTo(
                Token.COMMA,
                Token.COLON,
                Token.SEMICOLON,
                Token.RPAREN,
                Token.RBRACK,
                Token.RBRACE);
        return bad;
    }

    /// A type, or null where none starts; then nothing is consumed.
    @Nullable Expr typeOrNull() {
        if (in.at(Token.NAME)) {
            return qualifiedName(null);
        }
        boolean fits = in.enter();
        try {
            return fits ? typeLiteralOrNull() : in.bad();
        } finally {
            in.leave();
        }
    }

    private @Nullable Expr typeLiteralOrNull() {
        int pos = in.pos();
        switch (in.token()) {
            case MUL -> {
                in.next();
                return new Expr.Star(in.id(), pos, type());
            }
            case ARROW -> {
                in.next();
                in.want(Token.CHAN);
                return new Expr.ChanTypeExpr(in.id(), pos, ChanDir.RECV, channelElement());
            }
            case CHAN -> {
                in.next();
                ChanDir dir = in.got(Token.ARROW) ? ChanDir.SEND : ChanDir.BOTH;
                return new Expr.ChanTypeExpr(in.id(), pos, dir, channelElement());
            }
            case FUNC -> {
                in.next();
                return parser.signatures().signature(pos, "function type");
            }
            case LBRACK -> {
                in.next();
                return in.got(Token.RBRACK) ? slice(pos) : array(pos, null);
            }
            case MAP -> {
                in.next();
                in.want(Token.LBRACK);
                Expr key = type();
                in.want(Token.RBRACK);
                return new Expr.MapTypeExpr(in.id(), pos, key, type());
            }
            case STRUCT -> {
                return struct();
            }
            case INTERFACE -> {
                return interfaceType();
            }
            case LPAREN -> {
                in.next();
                Expr inner = type();
                int close = in.closed(Token.RPAREN);
                return new Expr.Paren(in.id(), pos, inner, close);
            }
            default -> {
                return null;
            }
        }
    }

    private Expr channelElement() {
        Expr type = typeOrNull();
        if (type == null) {
            type = in.bad();
            in.syntaxError("missing channel element type");
        }
        return type;
    }

    /// A slice type whose brackets, at `pos`, are behind us.
    Expr slice(int pos) {
        return new Expr.ArrayTypeExpr(in.id(), pos, null, type());
    }

    /// An array type whose `[`, at `pos`, is behind us, and so is the length unless it is null.
    Expr array(int pos, @Nullable Expr parsedLength) {
        Expr length = parsedLength;
        if (length == null) {
            int dots = in.pos();
            if (in.got(Token.ELLIPSIS)) {
                length = new Expr.Ellipsis(in.id(), dots, null);
            } else {
                in.enterExpression();
                length = parser.expressions().expression();
                in.leaveExpression();
            }
        }
        if (in.at(Token.COMMA)) {
            in.syntaxError("unexpected comma; expected ]");
            in.next();
        }
        in.want(Token.RBRACK);
        return new Expr.ArrayTypeExpr(in.id(), pos, length, type());
    }

    /// A type name, qualified or not, with type arguments or not; `first` if that name is behind us.
    Expr qualifiedName(Expr.@Nullable Name first) {
        Expr x;
        if (first != null) {
            x = first;
        } else if (in.at(Token.NAME)) {
            x = in.name();
        } else {
            x = new Expr.Name(in.id(), in.pos(), "_");
            in.syntaxError("expected name");
            in.skipTo(Token.PERIOD, Token.SEMICOLON, Token.RBRACE);
        }
        if (in.got(Token.PERIOD)) {
            x = new Expr.Selector(in.id(), x.pos(), x.pos(), x, in.name());
        }
        return in.at(Token.LBRACK) ? instance(x) : x;
    }

    private Expr instance(Expr generic) {
        in.want(Token.LBRACK);
        List<Expr> arguments = new ArrayList<>();
        if (in.at(Token.RBRACK)) {
            in.syntaxError("expected type argument list");
            arguments.add(in.bad());
        } else {
            typeList(arguments, true);
        }
        return new Expr.Index(
                in.id(), generic.pos(), generic.pos(), generic, arguments, in.closed(Token.RBRACK));
    }

    /// Types separated by commas, at least one; the first may be any expression unless `strict`. True if there was a comma.
    boolean typeList(List<Expr> into, boolean strict) {
        in.enterExpression();
        into.add(strict ? type() : parser.expressions().expression());
        boolean comma = false;
        while (in.got(Token.COMMA)) {
            comma = true;
            Expr type = typeOrNull();
            if (type == null) {
                break;
            }
            into.add(type);
        }
        in.leaveExpression();
        return comma;
    }

    // --- structs

    private Expr struct() {
        int pos = in.pos();
        in.want(Token.STRUCT);
        in.want(Token.LBRACE);
        List<Field> fields = new ArrayList<>();
        while (in.inList(Token.RBRACE)) {
            field(fields);
            if (!in.separated("struct type", Token.SEMICOLON, Token.RBRACE)) {
                return new Expr.StructTypeExpr(in.id(), pos, fields, in.pos());
            }
        }
        return new Expr.StructTypeExpr(in.id(), pos, fields, in.closed(Token.RBRACE));
    }

    private void field(List<Field> fields) {
        switch (in.token()) {
            case NAME -> namedField(fields);
            case MUL, LPAREN -> embeddedPointer(fields);
            default -> {
                in.syntaxError("expected field name or embedded type");
                in.skipTo(Token.SEMICOLON, Token.RBRACE);
            }
        }
    }

    private void namedField(List<Field> fields) {
        Expr.Name name = in.name();
        switch (in.token()) {
            case PERIOD, LITERAL, SEMICOLON, RBRACE -> {
                Expr type = qualifiedName(name);
                fields.add(new Field(name.pos(), List.of(), type, in.literalOrNull()));
            }
            case LBRACK -> {
                Expr type = arrayOrInstance(name);
                boolean embedded = type instanceof Expr.Index;
                fields.add(
                        new Field(
                                name.pos(),
                                embedded ? List.of() : List.of(name),
                                type,
                                in.literalOrNull()));
            }
            default -> {
                List<Expr.Name> names = names(name);
                Expr type = type();
                fields.add(new Field(name.pos(), names, type, in.literalOrNull()));
            }
        }
    }

    /// `*T`, and the parenthesised forms that Go refuses.
    private void embeddedPointer(List<Field> fields) {
        int pos = in.pos();
        boolean star = in.got(Token.MUL);
        if (in.at(Token.LPAREN)) {
            in.syntaxError("cannot parenthesize embedded type");
            in.next();
            star |= in.got(Token.MUL);
            Expr type = qualifiedName(null);
            in.got(Token.RPAREN);
            fields.add(
                    new Field(
                            pos,
                            List.of(),
                            star ? new Expr.Star(in.id(), pos, type) : type,
                            in.literalOrNull()));
            return;
        }
        Expr type = new Expr.Star(in.id(), pos, qualifiedName(null));
        fields.add(new Field(pos, List.of(), type, in.literalOrNull()));
    }

    /// Names separated by commas, the first of them behind us.
    List<Expr.Name> names(Expr.Name first) {
        if (!in.at(Token.COMMA)) {
            return List.of(first);
        }
        List<Expr.Name> names = new ArrayList<>();
        names.add(first);
        while (in.got(Token.COMMA)) {
            names.add(in.name());
        }
        return names;
    }

    /// What follows a name with `[`: the array or slice type of the thing so named, or, as [Expr.Index], the type arguments of the name.
    Expr arrayOrInstance(Expr.Name name) {
        int pos = in.pos();
        in.want(Token.LBRACK);
        if (in.got(Token.RBRACK)) {
            return slice(pos);
        }
        List<Expr> list = new ArrayList<>();
        boolean comma = typeList(list, false);
        int close = in.closed(Token.RBRACK);
        if (!comma) {
            Expr element = typeOrNull();
            if (element != null) {
                return new Expr.ArrayTypeExpr(in.id(), pos, list.getFirst(), element);
            }
        }
        return new Expr.Index(in.id(), name.pos(), name.pos(), name, list, close);
    }

    // --- interfaces

    private Expr interfaceType() {
        int pos = in.pos();
        in.want(Token.INTERFACE);
        in.want(Token.LBRACE);
        List<Expr.InterfaceElem> elems = new ArrayList<>();
        while (in.inList(Token.RBRACE)) {
            elems.add(in.at(Token.NAME) ? methodOrName() : new Expr.InterfaceElem(null, union()));
            if (!in.separated("interface type", Token.SEMICOLON, Token.RBRACE)) {
                return new Expr.InterfaceTypeExpr(in.id(), pos, elems, in.pos());
            }
        }
        return new Expr.InterfaceTypeExpr(in.id(), pos, elems, in.closed(Token.RBRACE));
    }

    private Expr.InterfaceElem methodOrName() {
        Expr.Name name = in.name();
        if (in.at(Token.LPAREN)) {
            return method(name);
        }
        if (!in.at(Token.LBRACK)) {
            return new Expr.InterfaceElem(null, union(qualifiedName(name)));
        }
        int bracket = in.pos();
        in.next();
        if (in.at(Token.RBRACK)) {
            int close = in.pos();
            in.next();
            boolean method = in.at(Token.LPAREN);
            in.error(close, method ? "empty type parameter list" : "empty type argument list");
            return method ? method(name) : new Expr.InterfaceElem(null, union(name));
        }
        return methodOrInstance(name, bracket);
    }

    /// `name[…`: type arguments of an embedded type, or the type parameters that methods of interfaces cannot have.
    private Expr.InterfaceElem methodOrInstance(Expr.Name name, int bracket) {
        ParameterParser.Parsed list =
                parser.parameters().parse(null, null, Token.RBRACK, false, false);
        List<Field> fields = list.fields();
        if (fields.isEmpty()) {
            return in.at(Token.LPAREN) ? method(name) : new Expr.InterfaceElem(null, union(name));
        }
        if (!fields.getFirst().names().isEmpty()) {
            Expr.InterfaceElem method = method(name);
            in.error(bracket, "interface method must have no type parameters");
            return method;
        }
        List<Expr> arguments = fields.stream().map(Field::type).toList();
        return new Expr.InterfaceElem(
                null,
                union(
                        new Expr.Index(
                                in.id(), name.pos(), name.pos(), name, arguments, list.end())));
    }

    private Expr.InterfaceElem method(Expr.Name name) {
        return new Expr.InterfaceElem(
                name, parser.signatures().signature(in.pos(), "interface method"));
    }

    /// A union of terms, each a type or `~` and a type.
    Expr union() {
        return union(term());
    }

    /// The rest of a union whose first term is behind us.
    Expr union(Expr first) {
        Expr x = first;
        while (in.at(Token.OR)) {
            int opPos = in.pos();
            in.next();
            x = new Expr.Binary(in.id(), x.pos(), Token.OR, opPos, x, term());
        }
        return x;
    }

    private Expr term() {
        int pos = in.pos();
        if (in.got(Token.TILDE)) {
            return new Expr.Unary(in.id(), pos, Token.TILDE, type());
        }
        Expr type = typeOrNull();
        if (type != null) {
            return type;
        }
        Expr bad = in.bad();
        in.syntaxError("expected ~ term or type");
        in.skipTo(Token.OR, Token.SEMICOLON, Token.RPAREN, Token.RBRACK, Token.RBRACE);
        return bad;
    }
}
