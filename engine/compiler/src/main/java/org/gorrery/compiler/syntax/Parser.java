package org.gorrery.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.compiler.source.BuildConstraint;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.jspecify.annotations.Nullable;

/// Parses Go source files: recursive descent with one token of look-ahead, all errors of a file in one go.
///
/// The work is shared by one class per part of the grammar, which all draw on one [TokenStream]. After an error the parser goes on at
/// the next token that can follow, as gc does, so that the messages are the ones Go users know. What cannot be made sense of
/// becomes a [Expr.BadExpr] or leaves a gap; a tree is always returned, and [Diagnostics] tells whether to trust it.
///
/// Guard: one parse, one thread.
public final class Parser {
    private final TokenStream in;
    private final CommentLog comments;
    private final ExpressionParser expressions;
    private final TypeParser types;
    private final ParameterParser parameters;
    private final SignatureParser signatures;
    private final StatementParser statements;
    private final DeclarationParser declarations;

    /// Where the formatter asks; null elsewhere.
    private final @Nullable Liberties liberties;

    private Parser(
            SourceSet sources,
            int base,
            NodeIds ids,
            Diagnostics diagnostics,
            boolean waiting,
            @Nullable Liberties liberties) {
        this.liberties = liberties;
        comments =
                new CommentLog(base, diagnostics, new LineDirectives(sources, base, diagnostics));
        in = new TokenStream(sources, base, ids, diagnostics, comments, waiting);
        expressions = new ExpressionParser(this, in);
        types = new TypeParser(this, in);
        parameters = new ParameterParser(this, in);
        signatures = new SignatureParser(this, in);
        statements = new StatementParser(this, in);
        declarations = new DeclarationParser(this, in, waiting);
    }

    /// Parses a whole file.
    ///
    /// @param base what [SourceSet#add] returned for it
    public static SourceFile parse(
            SourceSet sources, int base, NodeIds ids, Diagnostics diagnostics) {
        return new Parser(sources, base, ids, diagnostics, false, null).file(false);
    }

    /// Parses a whole file as gofmt does, which takes some more than a compiler.
    static SourceFile parse(
            SourceSet sources, int base, Diagnostics diagnostics, Liberties liberties) {
        return new Parser(sources, base, new NodeIds(), diagnostics, false, liberties).file(false);
    }

    /// Parses a file that is known to be right and formatted as gofmt does; bodies of functions wait until they are looked at.
    ///
    /// What stands in them then counts as free of comments and directives.
    ///
    /// @param base what [SourceSet#add] returned for it
    public static SourceFile parseOutline(
            SourceSet sources, int base, NodeIds ids, Diagnostics diagnostics) {
        return new Parser(sources, base, ids, diagnostics, true, null).file(false);
    }

    /// Parses the package clause and the imports and leaves the rest unread: what finding a program's packages needs.
    ///
    /// @param base what [SourceSet#add] returned for the file
    public static SourceFile parseImports(
            SourceSet sources, int base, NodeIds ids, Diagnostics diagnostics) {
        return new Parser(sources, base, ids, diagnostics, false, null).file(true);
    }

    ExpressionParser expressions() {
        return expressions;
    }

    TypeParser types() {
        return types;
    }

    ParameterParser parameters() {
        return parameters;
    }

    SignatureParser signatures() {
        return signatures;
    }

    StatementParser statements() {
        return statements;
    }

    DeclarationParser declarations() {
        return declarations;
    }

    /// What the formatter takes beyond a compiler; null elsewhere.
    @Nullable Liberties liberties() {
        return liberties;
    }

    private SourceFile file(boolean importsOnly) {
        int pos = in.pos();
        String constraint = buildConstraint(pos);
        Expr.Name name;
        List<Decl> decls = new ArrayList<>();
        if (in.got(Token.PACKAGE)) {
            in.dropDirectives();
            name = in.name();
            in.want(Token.SEMICOLON);
            if (!in.hasErrors()) {
                declarations(decls, importsOnly);
            }
        } else {
            in.syntaxError("package statement must be first");
            name = new Expr.Name(in.id(), pos, "_");
        }
        for (SourceFile.Directive directive : comments.directives()) {
            if (directive.pos() > pos && Directives.isBuildLine(directive)) {
                in.misuse(directive.pos() + 2, "misplaced compiler directive");
            }
        }
        return new SourceFile(
                pos,
                name,
                decls,
                constraint,
                BuildConstraint.goVersion(constraint),
                comments.all(),
                comments.directives(),
                declarations.groups(),
                in.end());
    }

    /// The expression of the `//go:build` line before the package clause, or else of the lines `// +build` of old.
    private String buildConstraint(int packagePos) {
        String found = null;
        for (SourceFile.Directive directive : comments.directives()) {
            if (!Directives.isBuildLine(directive) || directive.pos() > packagePos) {
                continue;
            }
            int pos = directive.pos() + Directives.SLASHES;
            if (found != null) {
                in.misuse(pos, "multiple //go:build comments");
                return found;
            }
            found = directive.text().substring("go:build".length()).strip();
            String fault = BuildConstraint.fault(found);
            if (!fault.isEmpty()) {
                in.misuse(pos, "parsing //go:build line: " + fault);
            }
        }
        return found != null ? found : PlusBuild.expression(comments.all(), packagePos, in::line);
    }

    private void declarations(List<Decl> decls, boolean importsOnly) {
        Token previous = Token.IMPORT;
        while (!in.at(Token.EOF)) {
            if (in.at(Token.IMPORT)) {
                if (previous != Token.IMPORT) {
                    in.syntaxError("imports must appear before other declarations");
                }
            } else if (importsOnly) {
                return;
            }
            previous = in.token();
            if (!topLevel(decls)) {
                continue;
            }
            in.dropDirectives();
            if (!in.at(Token.EOF) && !in.got(Token.SEMICOLON)) {
                in.syntaxError("after top level declaration");
                skipToDeclaration();
            }
        }
        in.dropDirectives();
    }

    /// One declaration; false where none starts here.
    private boolean topLevel(List<Decl> decls) {
        switch (in.token()) {
            case IMPORT, CONST, TYPE, VAR -> declarations.declaration(decls);
            case FUNC -> decls.add(declarations.function());
            default -> {
                boolean body =
                        in.at(Token.LBRACE) && !decls.isEmpty() && isBodyless(decls.getLast());
                in.syntaxError(
                        body
                                ? "unexpected semicolon or newline before {"
                                : "non-declaration statement outside function body");
                skipToDeclaration();
                return false;
            }
        }
        return true;
    }

    private void skipToDeclaration() {
        in.skipTo(Token.IMPORT, Token.CONST, Token.TYPE, Token.VAR, Token.FUNC);
    }

    private static boolean isBodyless(Decl decl) {
        return decl instanceof Decl.FuncDecl function && function.body() == null;
    }
}
