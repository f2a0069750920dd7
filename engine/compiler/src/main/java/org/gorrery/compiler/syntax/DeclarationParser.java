package org.gorrery.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parses declarations (Go spec, "Declarations and scope", "Import declarations").
final class DeclarationParser {
    private static final int NO_GROUP = -1;

    private final Parser parser;
    private final TokenStream in;
    private final TypeParameterGuess guess;
    private final boolean waiting;
    private final List<SourceFile.Group> groups = new ArrayList<>();

    /// @param waiting whether bodies of functions wait until they are looked at
    DeclarationParser(Parser parser, TokenStream in, boolean waiting) {
        this.parser = parser;
        this.in = in;
        this.waiting = waiting;
        this.guess = new TypeParameterGuess(parser, in);
    }

    /// The parenthesised groups so far, by number.
    List<SourceFile.Group> groups() {
        return groups;
    }

    /// A const, type or var declaration in a function, from its keyword.
    List<Decl> inFunction() {
        List<Decl> decls = new ArrayList<>(1);
        declaration(decls);
        return decls;
    }

    /// An import, const, type or var declaration from its keyword.
    void declaration(List<Decl> into) {
        Token keyword = in.token();
        int pos = in.pos();
        in.next();
        if (!in.at(Token.LPAREN)) {
            spec(keyword, pos, NO_GROUP, 0, into);
            return;
        }
        in.dropDirectives();
        int open = in.pos();
        in.next();
        int group = groups.size();
        groups.add(new SourceFile.Group(pos, open, open));
        boolean whole = true;
        for (int i = 0; whole && in.inList(Token.RPAREN); i++) {
            spec(keyword, in.pos(), group, i, into);
            whole = in.separated("grouped declaration", Token.SEMICOLON, Token.RPAREN);
        }
        int close = whole ? in.closed(Token.RPAREN) : in.pos();
        groups.set(group, new SourceFile.Group(pos, open, close));
    }

    private void spec(Token keyword, int pos, int group, int index, List<Decl> into) {
        List<SourceFile.Directive> directives = in.takeDirectives();
        if (keyword == Token.VAR) {
            into.add(variable(pos, group, Directives.ofVariable(directives, in)));
            return;
        }
        for (SourceFile.Directive directive : directives) {
            Directives.misplaced(directive, in);
        }
        into.add(
                switch (keyword) {
                    case IMPORT -> importSpec(pos, group);
                    case CONST -> constant(pos, group, index);
                    default -> type(pos, group);
                });
    }

    private Decl importSpec(int pos, int group) {
        Expr.Name name = null;
        if (in.at(Token.NAME)) {
            name = in.name();
        } else if (in.at(Token.PERIOD)) {
            name = new Expr.Name(in.id(), in.pos(), ".");
            in.next();
        }
        boolean wellFormed = in.literalOk();
        Expr.BasicLit path = in.literalOrNull();
        if (path == null) {
            in.syntaxError("missing import path");
            in.skipTo(Token.SEMICOLON, Token.RPAREN);
            return new Decl.BadDecl(pos, in.pos());
        }
        if (path.kind() != LitKind.STRING || !wellFormed) {
            if (wellFormed) {
                in.syntaxErrorAt(path.pos(), "import path must be a string");
            }
            return new Decl.BadDecl(pos, in.pos());
        }
        return new Decl.ImportDecl(pos, group, name, path);
    }

    private Decl constant(int pos, int group, int index) {
        List<Expr.Name> names = parser.types().names(in.name());
        Expr type = null;
        List<Expr> values = List.of();
        if (!in.at(Token.EOF) && !in.at(Token.SEMICOLON) && !in.at(Token.RPAREN)) {
            type = parser.types().typeOrNull();
            if (in.gotAssign()) {
                values = parser.expressions().list();
            }
        }
        return new Decl.ConstDecl(
                pos, group, index, names, type, values, type == null && values.isEmpty());
    }

    private Decl variable(int pos, int group, List<SourceFile.Directive> directives) {
        List<Expr.Name> names = parser.types().names(in.name());
        Expr type = null;
        boolean assigned = in.gotAssign();
        if (!assigned) {
            type = parser.types().type();
            assigned = in.gotAssign();
        }
        List<Expr> values = assigned ? parser.expressions().list() : List.of();
        return new Decl.VarDecl(pos, group, names, type, values, directives);
    }

    private Decl type(int pos, int group) {
        Expr.Name name = in.name();
        List<TypeParam> typeParams = List.of();
        if (in.at(Token.LBRACK)) {
            TypeParameterGuess.Outcome outcome = guess.parse();
            typeParams = outcome.typeParams();
            if (outcome.type() != null) {
                return new Decl.TypeDecl(pos, group, name, typeParams, false, outcome.type());
            }
        }
        boolean alias = in.gotAssign();
        Expr type = parser.types().typeOrNull();
        if (type == null) {
            type = in.bad();
            in.syntaxError("in type declaration");
            in.skipTo(Token.SEMICOLON, Token.RPAREN);
        }
        return new Decl.TypeDecl(pos, group, name, typeParams, alias, type);
    }

    /// A function or method from the word `func`.
    Decl.FuncDecl function() {
        int pos = in.pos();
        in.next();
        List<String> pragmas = Directives.ofFunction(in.takeDirectives(), in);
        Field receiver = null;
        int open = in.pos();
        boolean method = in.got(Token.LPAREN);
        if (method) {
            receiver = receiver(pos, open);
        }
        Expr.Name name;
        Expr.FuncTypeExpr type;
        if (in.at(Token.NAME)) {
            name = in.name();
            type = parser.signatures().signature(in.pos(), method ? "method" : "");
        } else {
            name = new Expr.Name(in.id(), in.pos(), "_");
            var none = new FieldList(in.pos(), List.of(), in.pos());
            type = new Expr.FuncTypeExpr(in.id(), in.pos(), List.of(), none, none);
            in.syntaxError(method ? "expected name" : "expected name or (");
            in.skipTo(Token.LBRACE, Token.SEMICOLON);
        }
        Stmt.Block body = in.at(Token.LBRACE) ? body() : null;
        return new Decl.FuncDecl(pos, receiver, name, type, body, pragmas);
    }

    private Stmt.Block body() {
        if (waiting) {
            int open = in.pos();
            if (in.skipBody()) {
                var stmts = new WaitingBody(in, parser.statements(), open, in.pos());
                return new Stmt.Block(open, stmts, in.closed(Token.RBRACE));
            }
        }
        return parser.statements().functionBody();
    }

    private @Nullable Field receiver(int pos, int open) {
        var list = parser.parameters().parse(null, null, Token.RPAREN, false, false);
        List<Field> fields = list.fields();
        Liberties liberties = parser.liberties();
        if (liberties != null && (fields.size() != 1 || fields.getFirst().names().size() > 1)) {
            liberties.receivers(pos, new FieldList(open, fields, list.end()));
            return null;
        }
        if (fields.isEmpty()) {
            in.error(in.pos(), "method has no receiver");
            return null;
        }
        Field first = fields.getFirst();
        if (fields.size() > 1 || first.names().size() > 1) {
            in.error(in.pos(), "method has multiple receivers");
            List<Expr.Name> names =
                    first.names().isEmpty() ? List.of() : List.of(first.names().getFirst());
            return new Field(first.pos(), names, first.type(), null);
        }
        return first;
    }
}
