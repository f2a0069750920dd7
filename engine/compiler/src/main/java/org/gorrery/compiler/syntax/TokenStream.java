package org.gorrery.compiler.syntax;

import java.util.EnumSet;
import java.util.List;
import org.gorrery.compiler.source.DeepStack;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.jspecify.annotations.Nullable;

/// The tokens of one file as the parsers share them: the current token, errors and how to go on after them, node numbers, the depth
/// of nesting, directives not yet claimed.
///
/// Errors follow gc: of two syntax errors in a row on one line only the first is kept, and at the end of the file further ones are
/// taken for consequences.
///
/// Guard: one parser.
final class TokenStream {
    /// How deep expressions, types and statements may nest.
    private final int maxDepth = DeepStack.levels();

    /// Keywords that start a statement: good places to go on from.
    private static final EnumSet<Token> STATEMENT_STARTS =
            EnumSet.of(
                    Token.BREAK,
                    Token.CONST,
                    Token.CONTINUE,
                    Token.DEFER,
                    Token.FALLTHROUGH,
                    Token.FOR,
                    Token.GO,
                    Token.GOTO,
                    Token.IF,
                    Token.RETURN,
                    Token.SELECT,
                    Token.SWITCH,
                    Token.TYPE,
                    Token.VAR);

    private final Scanner scanner;
    private final SourceSet sources;
    private final Diagnostics diagnostics;
    private final CommentLog comments;
    private NodeIds ids;
    private int errors;

    /// Line and words of the last error that is not about the syntax.
    private String lastOther = "";

    private int lastErrorLine;
    private int depth;
    private int functionDepth;
    private int expressionDepth;

    TokenStream(
            SourceSet sources,
            int base,
            NodeIds ids,
            Diagnostics diagnostics,
            CommentLog comments,
            boolean trusted) {
        this.sources = sources;
        this.ids = ids;
        this.diagnostics = diagnostics;
        this.comments = comments;
        this.scanner = new Scanner(sources.text(base), base, diagnostics, comments);
        if (!trusted) {
            scanner.sweepEncoding();
        }
        scanner.next();
    }

    // --- tokens

    Token token() {
        return scanner.token();
    }

    boolean at(Token token) {
        return scanner.token() == token;
    }

    int pos() {
        return scanner.pos();
    }

    int end() {
        return scanner.end();
    }

    String text() {
        return scanner.text();
    }

    void next() {
        scanner.next();
    }

    /// Steps over the token if it is the current one.
    boolean got(Token token) {
        if (scanner.token() != token) {
            return false;
        }
        scanner.next();
        return true;
    }

    /// Steps over the token, which must stand here.
    void want(Token token) {
        if (!got(token)) {
            syntaxError("expected " + word(token));
            skipOne();
        }
    }

    /// Like [#got] for `=`; a `:=` is refused and taken for it.
    boolean gotAssign() {
        if (at(Token.DEFINE)) {
            syntaxError("expected =");
            next();
            return true;
        }
        return got(Token.ASSIGN);
    }

    /// From the `{` of a function's body to its `}`, as gofmt places it; false where that takes looking at what is in between.
    boolean skipBody() {
        return scanner.skipBody();
    }

    // --- nodes

    /// Numbers set aside for what is parsed later.
    NodeIds setAside(int count) {
        return ids.setAside(count);
    }

    /// Parses what was skipped: goes to the token at a position, draws numbers from those set aside, takes no more notice of comments.
    void resume(int pos, NodeIds apart) {
        comments.close();
        ids = apart;
        scanner.resume(pos);
    }

    int id() {
        return ids.next();
    }

    /// The name here, which must be one; `_` in its place otherwise.
    Expr.Name name() {
        if (at(Token.NAME)) {
            var name = new Expr.Name(id(), pos(), text());
            next();
            return name;
        }
        var blank = new Expr.Name(id(), pos(), "_");
        syntaxError("expected name");
        skipOne();
        return blank;
    }

    /// The literal here, if there is one.
    Expr.@Nullable BasicLit literalOrNull() {
        if (!at(Token.LITERAL)) {
            return null;
        }
        var literal = new Expr.BasicLit(id(), pos(), scanner.literalKind(), text());
        if (!scanner.literalOk()) {
            literal =
                    new Expr.BasicLit(
                            literal.id(),
                            literal.pos(),
                            literal.kind(),
                            wellFormed(literal.kind()));
        }
        next();
        return literal;
    }

    /// Whether the literal here is well formed.
    boolean literalOk() {
        return scanner.literalOk();
    }

    /// Stands in for a literal already reported, so that nobody trips over its text again.
    private static String wellFormed(LitKind kind) {
        return switch (kind) {
            case INT -> "0";
            case FLOAT -> "0.0";
            case IMAG -> "0i";
            case CHAR -> "' '";
            case STRING -> "\"\"";
        };
    }

    Expr.BadExpr bad() {
        return new Expr.BadExpr(id(), pos(), pos());
    }

    // --- lists

    /// Whether a list that ends with `close` goes on here.
    boolean inList(Token close) {
        return scanner.token() != close && scanner.token() != Token.EOF;
    }

    /// Steps over the separator after an element; it may miss before `close`. False: the list cannot be followed any further.
    boolean separated(String list, Token separator, Token close) {
        if (got(separator) || at(close)) {
            return true;
        }
        syntaxError("in " + list + "; possibly missing " + word(separator) + " or " + word(close));
        skipTo(Token.RPAREN, Token.RBRACK, Token.RBRACE);
        return at(close);
    }

    /// Steps over `close` and tells where it was.
    int closed(Token close) {
        int pos = pos();
        want(close);
        return pos;
    }

    // --- errors

    /// Whether anything in the file up to here was wrong.
    boolean hasErrors() {
        return errors > 0 || scanner.hasErrors();
    }

    /// An error at `pos`, message as it stands.
    void error(int pos, String message) {
        errors++;
        if (!message.startsWith("syntax error")) {
            String other = sources.line(pos) + message;
            boolean again = other.equals(lastOther);
            lastOther = other;
            if (again) {
                return; // one of a kind in a line
            }
        }
        diagnostics.error(pos, DiagnosticCode.SYNTAX, message);
    }

    /// An error that leaves the syntax tree sound.
    void misuse(int pos, String message) {
        diagnostics.error(pos, DiagnosticCode.DIRECTIVE, message);
    }

    /// A syntax error at the current token. A message that starts with `in `, `at `, `after ` or `expected ` is completed with what
    /// was found.
    void syntaxError(String message) {
        syntaxErrorAt(pos(), message);
    }

    /// As [#syntaxError], at another place.
    void syntaxErrorAt(int pos, String message) {
        if (at(Token.EOF) && hasErrors()) {
            return;
        }
        int line = sources.line(pos);
        errors++;
        if (line == lastErrorLine) {
            return;
        }
        lastErrorLine = line;
        diagnostics.error(pos, DiagnosticCode.SYNTAX, "syntax error: " + completed(message));
    }

    private String completed(String message) {
        if (message.startsWith("in ")
                || message.startsWith("at ")
                || message.startsWith("after ")) {
            return "unexpected " + found() + " " + message;
        }
        return message.startsWith("expected ") ? "unexpected " + found() + ", " + message : message;
    }

    private String found() {
        return switch (token()) {
            case NAME -> "name " + text();
            case LITERAL -> "literal " + text();
            case SEMICOLON -> text();
            default -> word(token());
        };
    }

    /// A token in the words of an error message.
    static String word(Token token) {
        return switch (token) {
            case COMMA -> "comma";
            case SEMICOLON -> "semicolon or newline";
            default ->
                    token.ordinal() >= Token.BREAK.ordinal()
                            ? "keyword " + token.text()
                            : token.text();
        };
    }

    /// Skips to one of the tokens, or to the start of a statement when inside a function.
    void skipTo(Token first, Token... others) {
        var targets = EnumSet.of(first, others);
        targets.add(Token.EOF);
        if (functionDepth > 0) {
            targets.addAll(STATEMENT_STARTS);
        }
        while (!targets.contains(token())) {
            next();
        }
    }

    private void skipOne() {
        if (!at(Token.EOF)) {
            next();
        }
    }

    /// The line of a position.
    int line(int pos) {
        return sources.line(pos);
    }

    // --- nesting

    /// Goes one level deeper; false, with a diagnostic and the rest of the file given up, where that is too deep. Pairs with [#leave].
    boolean enter() {
        if (++depth <= maxDepth) {
            return true;
        }
        if (!at(Token.EOF)) {
            syntaxError(
                    "nesting deeper than "
                            + maxDepth
                            + " levels; split the expression or the function");
            scanner.stop();
        }
        return false;
    }

    void leave() {
        depth--;
    }

    void enterFunction() {
        functionDepth++;
    }

    void leaveFunction() {
        functionDepth--;
    }

    /// Inside parentheses, brackets or braces of an expression: there a `{` after a name starts a composite literal.
    void enterExpression() {
        expressionDepth++;
    }

    void leaveExpression() {
        expressionDepth--;
    }

    /// Starts the header of an if, for or switch, where a `{` after a name starts the block. Returns what [#leaveHeader] needs.
    int enterHeader() {
        int outer = expressionDepth;
        expressionDepth = -1;
        return outer;
    }

    void leaveHeader(int outer) {
        expressionDepth = outer;
    }

    boolean inHeader() {
        return expressionDepth < 0;
    }

    // --- directives

    /// The directives since the last declaration, claimed by the one that starts here.
    List<SourceFile.Directive> takeDirectives() {
        return comments.takePending();
    }

    /// Drops the directives since the last declaration: what may not stand here is reported.
    void dropDirectives() {
        for (SourceFile.Directive directive : comments.takePending()) {
            Directives.misplaced(directive, this);
        }
    }
}
