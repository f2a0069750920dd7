package org.gorrery.compiler.syntax;

import java.nio.charset.StandardCharsets;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.source.Diagnostics;

/// Splits one file into tokens (Go spec, "Lexical elements"), with the automatic semicolons.
///
/// Works on the bytes; the current token is held in fields, so that scanning allocates nothing but the text of words not seen
/// before and of literals. Encoding faults are found in one sweep beforehand; the scanner then skips what is no character.
///
/// Guard: one parser.
final class Scanner {
    private static final int BYTE_ORDER_MARK = 0xfeff;

    private final byte[] src;
    private final int base;
    private final Diagnostics diagnostics;
    private final NameTable names = new NameTable();
    private final NumberScanner numbers;
    private final QuotedScanner quotes;
    private final CommentLog comments;

    private int at;
    private boolean semicolonDue;
    private Token token = Token.EOF;
    private int start;
    private int nameSlot;
    private LitKind literalKind = LitKind.INT;
    private boolean literalOk = true;
    private String semicolonText = "";
    private int errors;
    private int firstEncodingError = Integer.MAX_VALUE;

    Scanner(byte[] src, int base, Diagnostics diagnostics, CommentLog comments) {
        this.src = src;
        this.base = base;
        this.diagnostics = diagnostics;
        this.comments = comments;
        this.numbers = new NumberScanner(src, this::error);
        this.quotes = new QuotedScanner(src, this::error);
    }

    /// The current token.
    Token token() {
        return token;
    }

    /// Position of the first character of the current token.
    int pos() {
        return base + start;
    }

    /// Position after the current token.
    int end() {
        return base + at;
    }

    /// Text of the current name or literal; for a semicolon `semicolon`, `newline` or `EOF`, by what it stands for.
    String text() {
        return switch (token) {
            case NAME -> names.text(nameSlot);
            case SEMICOLON -> semicolonText;
            case LITERAL -> new String(src, start, at - start, StandardCharsets.UTF_8);
            default -> token.text();
        };
    }

    /// Kind of the current literal.
    LitKind literalKind() {
        return literalKind;
    }

    /// Whether anything up to here was wrong.
    boolean hasErrors() {
        return errors > 0 || firstEncodingError <= at;
    }

    /// Whether the current literal is well formed.
    boolean literalOk() {
        return literalOk;
    }

    /// Ends the file here: every further token is EOF.
    void stop() {
        at = src.length;
        semicolonDue = false;
        token = Token.EOF;
        start = at;
    }

    /// From a `{` that ends its line to the next `}` that begins one; false, and nothing done, where there is none.
    boolean skipBody() {
        int close = start + 1 < src.length && src[start + 1] == '\n' ? lineWithBrace(start) : -1;
        if (close < 0) {
            return false;
        }
        at = close;
        semicolonDue = false;
        next();
        return true;
    }

    private int lineWithBrace(int from) {
        for (int i = from; i < src.length; i++) {
            if (src[i] == '}' && src[i - 1] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /// Goes to the token at a position.
    void resume(int pos) {
        at = pos - base;
        semicolonDue = false;
        next();
    }

    /// Steps to the next token.
    void next() {
        boolean newlineEnds = semicolonDue;
        semicolonDue = false;
        do {
            skipBlanks(newlineEnds);
            start = at;
        } while (!scan(newlineEnds));
    }

    private void skipBlanks(boolean newlineEnds) {
        while (at < src.length) {
            int c = src[at];
            if (c != ' ' && c != '\t' && c != '\r' && (c != '\n' || newlineEnds)) {
                return;
            }
            at++;
        }
    }

    /// Scans what starts at `start`; false when it was no token (a comment, a character that does not belong).
    private boolean scan(boolean newlineEnds) {
        if (at >= src.length) {
            if (newlineEnds) {
                semicolon("EOF");
            } else {
                token = Token.EOF;
            }
            return true;
        }
        int c = src[at];
        if (c < 0) {
            return wideCharacter();
        }
        if (isLetter(c)) {
            word();
            return true;
        }
        if (NumberScanner.isDecimal(c) || c == '.' && NumberScanner.isDecimal(peek(1))) {
            at = numbers.scan(at);
            literal(numbers.kind(), numbers.ok());
            return true;
        }
        return switch (c) {
            case '\n' -> {
                at++;
                semicolon("newline");
                yield true;
            }
            case ';' -> {
                at++;
                semicolon("semicolon");
                yield true;
            }
            case '"', '`', '\'' -> {
                quoted(c);
                yield true;
            }
            case '/' -> slash(newlineEnds);
            default -> operator(c);
        };
    }

    private void word() {
        do {
            at++;
        } while (at < src.length && isNamePart(src[at]));
        if (at < src.length && src[at] < 0) {
            wideNameParts();
        }
        name();
    }

    private void name() {
        nameSlot = names.find(src, start, at);
        token = names.token(nameSlot);
        semicolonDue =
                switch (token) {
                    case NAME, BREAK, CONTINUE, FALLTHROUGH, RETURN -> true;
                    default -> false;
                };
    }

    /// The rest of a name that holds letters outside ASCII.
    private void wideNameParts() {
        while (at < src.length) {
            if (src[at] >= 0) {
                if (!isNamePart(src[at])) {
                    return;
                }
                at++;
                continue;
            }
            long decoded = Utf8.decode(src, at, src.length);
            int point = Utf8.point(decoded);
            if (point != Utf8.BAD
                    && !Character.isLetter(point)
                    && Character.getType(point) != Character.DECIMAL_DIGIT_NUMBER) {
                error(at, "invalid character " + Quoting.codePoint(point) + " in identifier");
            }
            at += Utf8.width(decoded);
        }
    }

    /// A token that starts outside ASCII: a name, or bytes to step over.
    private boolean wideCharacter() {
        long decoded = Utf8.decode(src, at, src.length);
        int point = Utf8.point(decoded);
        if (point == Utf8.BAD || point == BYTE_ORDER_MARK) {
            at += Utf8.width(decoded);
            return false;
        }
        if (Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER) {
            error(at, "identifier cannot begin with digit " + Quoting.codePoint(point));
            at += Utf8.width(decoded);
        }
        wideNameParts();
        name();
        return true;
    }

    private void quoted(int quote) {
        switch (quote) {
            case '"' -> at = quotes.string(at);
            case '`' -> at = quotes.raw(at);
            default -> at = quotes.rune(at);
        }
        literal(quote == '\'' ? LitKind.CHAR : LitKind.STRING, quotes.ok());
    }

    private void literal(LitKind kind, boolean ok) {
        token = Token.LITERAL;
        literalKind = kind;
        literalOk = ok;
        semicolonDue = true;
    }

    private void semicolon(String text) {
        token = Token.SEMICOLON;
        semicolonText = text;
    }

    /// A division or a comment. A comment over several lines counts as a newline where one would end the statement.
    private boolean slash(boolean newlineEnds) {
        int second = peek(1);
        if (second == '/') {
            int end = at + 2;
            while (end < src.length && src[end] != '\n') {
                end++;
            }
            at = end;
            comments.add(src, start, end);
            return false;
        }
        if (second != '*') {
            return operator('/');
        }
        at = endOfComment(at + 2);
        boolean lineBreak = false;
        for (int i = start; i < at && !lineBreak; i++) {
            lineBreak = src[i] == '\n';
        }
        if (lineBreak && newlineEnds) {
            semicolon("newline");
            return true;
        }
        return false;
    }

    private int endOfComment(int from) {
        for (int i = from; i + 1 < src.length; i++) {
            if (src[i] == '*' && src[i + 1] == '/') {
                comments.add(src, start, i + 2);
                return i + 2;
            }
        }
        error(start, "comment not terminated");
        return src.length;
    }

    private boolean operator(int c) {
        Token found = Operators.longest(src, at);
        if (found == null) {
            if (c != 0) {
                error(at, "invalid character " + Quoting.codePoint(c));
            }
            at++;
            return false;
        }
        at += found.text().length();
        token = found;
        semicolonDue =
                switch (found) {
                    case RPAREN, RBRACK, RBRACE, INC, DEC -> true;
                    default -> false;
                };
        return true;
    }

    private int peek(int distance) {
        return at + distance < src.length ? src[at + distance] : -1;
    }

    private static boolean isLetter(int c) {
        return NumberScanner.lower(c) >= 'a' && NumberScanner.lower(c) <= 'z' || c == '_';
    }

    /// A NUL, which is reported elsewhere, counts as absent.
    private static boolean isNamePart(int c) {
        return isLetter(c) || NumberScanner.isDecimal(c) || c == 0;
    }

    private void error(int offset, String message) {
        errors++;
        diagnostics.error(base + offset, DiagnosticCode.SYNTAX, message);
    }

    /// Reports what is not a character of Go source: NUL, ill-formed UTF-8, a byte order mark past the start.
    /// Finds all faults of encoding; to be called first, for text that may have any.
    void sweepEncoding() {
        for (int i = 0; i < src.length; ) {
            if (src[i] > 0) {
                i++;
                continue;
            }
            long decoded = Utf8.decode(src, i, src.length);
            int point = Utf8.point(decoded);
            if (point == 0) {
                encodingError(i, "invalid NUL character");
            } else if (point == Utf8.BAD) {
                encodingError(i, "invalid UTF-8 encoding");
            } else if (point == BYTE_ORDER_MARK && i > 0) {
                encodingError(i, "invalid BOM in the middle of the file");
            }
            i += Utf8.width(decoded);
        }
    }

    private void encodingError(int offset, String message) {
        firstEncodingError = Math.min(firstEncodingError, offset);
        diagnostics.error(base + offset, DiagnosticCode.ENCODING, message);
    }
}
