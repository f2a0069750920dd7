package org.gorrery.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parses expressions (Go spec, "Expressions"). Types may stand wherever an operand may: only the checker can tell `T(x)` from `f(x)`.
final class ExpressionParser {
    private final Parser parser;
    private final TokenStream in;

    ExpressionParser(Parser parser, TokenStream in) {
        this.parser = parser;
        this.in = in;
    }

    /// Any expression.
    Expr expression() {
        return binary(unary(), 0);
    }

    /// Expressions separated by commas, at least one.
    List<Expr> list() {
        Expr first = expression();
        if (!in.at(Token.COMMA)) {
            return List.of(first);
        }
        List<Expr> list = new ArrayList<>();
        list.add(first);
        while (in.got(Token.COMMA)) {
            list.add(expression());
        }
        return list;
    }

    /// The binary operations that follow `left` and bind tighter than `precedence`.
    Expr binary(Expr left, int precedence) {
        Expr x = left;
        for (Token op = in.token(); op.precedence() > precedence; op = in.token()) {
            int opPos = in.pos();
            in.next();
            Expr y = binary(unary(), op.precedence());
            x = new Expr.Binary(in.id(), x.pos(), op, opPos, x, y);
        }
        return x;
    }

    private Expr unary() {
        boolean fits = in.enter();
        try {
            return fits ? prefixed() : in.bad();
        } finally {
            in.leave();
        }
    }

    private Expr prefixed() {
        int pos = in.pos();
        Token op = in.token();
        switch (op) {
            case MUL -> {
                in.next();
                return new Expr.Star(in.id(), pos, unary());
            }
            case ADD, SUB, NOT, XOR, TILDE, AND -> {
                in.next();
                return new Expr.Unary(in.id(), pos, op, unary());
            }
            case ARROW -> {
                in.next();
                Expr x = unary();
                return x instanceof Expr.ChanTypeExpr channel
                        ? receiving(pos, channel)
                        : new Expr.Unary(in.id(), pos, Token.ARROW, x);
            }
            default -> {
                return primary();
            }
        }
    }

    /// `<-` before a channel type belongs to the `chan` at its left end: `<-(chan E)` is `(<-chan E)`, and `<-(chan<- C)` is
    /// `<-chan (<-C)`, where C must be a channel type in turn.
    private Expr receiving(int pos, Expr.ChanTypeExpr channel) {
        Expr element = channel.elem();
        switch (channel.dir()) {
            case BOTH -> {
                // as wanted
            }
            case RECV -> in.syntaxError("unexpected <-, expected chan");
            case SEND -> {
                if (element instanceof Expr.ChanTypeExpr inner) {
                    element = receiving(inner.pos(), inner);
                } else {
                    in.syntaxError("unexpected " + ExprText.of(element) + ", expected chan");
                }
            }
        }
        return new Expr.ChanTypeExpr(in.id(), pos, ChanDir.RECV, element);
    }

    /// An operand with all selectors, indices, calls and literal values after it.
    Expr primary() {
        return suffixes(operand());
    }

    private Expr operand() {
        int pos = in.pos();
        switch (in.token()) {
            case NAME -> {
                return in.name();
            }
            case LPAREN -> {
                in.next();
                in.enterExpression();
                Expr inner = expression();
                in.leaveExpression();
                return new Expr.Paren(in.id(), pos, inner, in.closed(Token.RPAREN));
            }
            case FUNC -> {
                in.next();
                return function(pos);
            }
            case LBRACK, CHAN, MAP, STRUCT, INTERFACE -> {
                return parser.types().type();
            }
            default -> {
                boolean wellFormed = in.literalOk();
                Expr literal = in.literalOrNull();
                if (literal == null) {
                    return missingOperand();
                }
                return wellFormed ? literal : new Expr.BadExpr(literal.id(), pos, in.pos());
            }
        }
    }

    private Expr missingOperand() {
        Expr bad = in.bad();
        in.syntaxError("expected expression");
        in.skipTo(Token.RPAREN, Token.RBRACK, Token.RBRACE);
        return bad;
    }

    private Expr function(int pos) {
        Expr.FuncTypeExpr type = parser.signatures().signature(pos, "function type");
        if (!in.at(Token.LBRACE)) {
            return type;
        }
        in.enterExpression();
        Stmt.Block body = parser.statements().functionBody();
        in.leaveExpression();
        return new Expr.FuncLit(in.id(), pos, type, body);
    }

    /// What follows an operand.
    Expr suffixes(Expr operand) {
        Expr x = operand;
        while (true) {
            switch (in.token()) {
                case PERIOD -> x = selector(x);
                case LBRACK -> x = index(x);
                case LPAREN -> x = call(x);
                case LBRACE -> {
                    if (!startsLiteralValue(x)) {
                        return x;
                    }
                    if (x instanceof Expr.Paren) {
                        in.syntaxError("cannot parenthesize type in composite literal");
                    }
                    x = literalValue(x.pos(), x);
                }
                default -> {
                    return x;
                }
            }
        }
    }

    private Expr selector(Expr x) {
        int dot = in.pos();
        in.next();
        if (in.at(Token.NAME)) {
            return new Expr.Selector(in.id(), x.pos(), dot, x, in.name());
        }
        if (!in.got(Token.LPAREN)) {
            in.syntaxError("expected name or (");
            in.skipTo(Token.SEMICOLON, Token.RPAREN);
            return x;
        }
        Expr type = in.got(Token.TYPE) ? null : parser.types().type();
        return new Expr.TypeAssert(in.id(), x.pos(), dot, x, type, in.closed(Token.RPAREN));
    }

    private Expr index(Expr x) {
        int open = in.pos();
        in.next();
        if (in.at(Token.COLON)) {
            return slice(x, open, null);
        }
        List<Expr> indices = new ArrayList<>(1);
        boolean comma = false;
        if (in.at(Token.RBRACK)) {
            in.syntaxError("expected operand");
            indices.add(in.bad());
        } else {
            comma = parser.types().typeList(indices, false);
        }
        if (comma || in.at(Token.RBRACK)) {
            return new Expr.Index(in.id(), x.pos(), open, x, indices, in.closed(Token.RBRACK));
        }
        return slice(x, open, indices.getFirst());
    }

    /// The rest of `x[lo:hi:max]` from the first colon on.
    private Expr slice(Expr x, int open, @Nullable Expr lo) {
        if (!in.got(Token.COLON)) {
            in.syntaxError("expected comma, : or ]");
            in.skipTo(Token.COMMA, Token.COLON, Token.RBRACK);
        }
        in.enterExpression();
        Expr hi = in.at(Token.COLON) || in.at(Token.RBRACK) ? null : expression();
        Expr max = null;
        boolean full = in.at(Token.COLON);
        if (full) {
            if (hi == null) {
                in.error(in.pos(), "middle index required in 3-index slice");
                hi = in.bad();
            }
            in.next();
            if (in.at(Token.RBRACK)) {
                in.error(in.pos(), "final index required in 3-index slice");
                max = in.bad();
            } else {
                max = expression();
            }
        }
        in.leaveExpression();
        return new Expr.SliceExpr(
                in.id(), x.pos(), open, x, lo, hi, max, full, in.closed(Token.RBRACK));
    }

    private Expr call(Expr function) {
        int paren = in.pos();
        in.next();
        in.enterExpression();
        List<Expr> arguments = new ArrayList<>(2);
        boolean spread = false;
        boolean open = true;
        while (open && !spread && in.inList(Token.RPAREN)) {
            arguments.add(expression());
            spread = in.got(Token.ELLIPSIS);
            open = in.separated("argument list", Token.COMMA, Token.RPAREN);
        }
        int close = open ? in.closed(Token.RPAREN) : in.pos();
        in.leaveExpression();
        return new Expr.Call(in.id(), function.pos(), paren, function, arguments, spread, close);
    }

    /// Whether the `{` here belongs to a composite literal of type `x`, not to a block.
    private boolean startsLiteralValue(Expr x) {
        return switch (unparenthesised(x)) {
            case Expr.Name _, Expr.Selector _ -> !in.inHeader();
            case Expr.Index index -> !in.inHeader() && !isValue(index);
            case Expr.ArrayTypeExpr _, Expr.StructTypeExpr _, Expr.MapTypeExpr _ -> true;
            case Expr _ -> false;
        };
    }

    private static Expr unparenthesised(Expr x) {
        Expr inner = x;
        while (inner instanceof Expr.Paren paren) {
            inner = paren.x();
        }
        return inner;
    }

    /// Whether an expression can be no type, by its form.
    private static boolean isValue(Expr x) {
        return switch (x) {
            case Expr.BasicLit _,
                    Expr.CompositeLit _,
                    Expr.FuncLit _,
                    Expr.SliceExpr _,
                    Expr.TypeAssert _,
                    Expr.Call _,
                    Expr.Unary _,
                    Expr.Binary _ ->
                    true;
            case Expr.Paren paren -> isValue(paren.x());
            case Expr.Index index ->
                    isValue(index.x())
                            || index.indices().size() == 1 && isValue(index.indices().getFirst());
            case Expr _ -> false;
        };
    }

    private Expr.CompositeLit literalValue(int pos, @Nullable Expr type) {
        int open = in.pos();
        in.enterExpression();
        in.want(Token.LBRACE);
        List<Expr> elements = new ArrayList<>();
        boolean whole = true;
        while (whole && in.inList(Token.RBRACE)) {
            Expr element = element();
            if (in.got(Token.COLON)) {
                element = new Expr.KeyValue(in.id(), element.pos(), element, element());
            }
            elements.add(element);
            whole = in.separated("composite literal", Token.COMMA, Token.RBRACE);
        }
        int close = whole ? in.closed(Token.RBRACE) : in.pos();
        in.leaveExpression();
        return new Expr.CompositeLit(in.id(), pos, type, open, elements, close);
    }

    private Expr element() {
        if (!in.at(Token.LBRACE)) {
            return expression();
        }
        boolean fits = in.enter();
        try {
            return fits ? literalValue(in.pos(), null) : in.bad();
        } finally {
            in.leave();
        }
    }
}
