package org.gorrery.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lays out types, signatures and the bodies of structs and interfaces.
final class TypeLayout {
    /// Longer than any line.
    static final int TOO_WIDE = 1 << 30;

    private static final int ONE_LINE_FIELD = 30;

    private final Layouts layouts;
    private final LayoutWriter out;
    private final FormatSource source;

    TypeLayout(Layouts layouts) {
        this.layouts = layouts;
        this.out = layouts.writer();
        this.source = layouts.source();
    }

    /// A type literal.
    void type(Expr type) {
        switch (type) {
            case Expr.ArrayTypeExpr x -> {
                out.token(Token.LBRACK);
                if (x.len() != null) {
                    expression(x.len());
                }
                out.token(Token.RBRACK);
                expression(x.elem());
            }
            case Expr.Ellipsis x -> {
                out.token(Token.ELLIPSIS);
                if (x.elem() != null) {
                    expression(x.elem());
                }
            }
            case Expr.MapTypeExpr x -> {
                out.token(Token.MAP);
                out.token(Token.LBRACK);
                expression(x.key());
                out.token(Token.RBRACK);
                expression(x.value());
            }
            case Expr.ChanTypeExpr x -> channel(x);
            case Expr.FuncTypeExpr x -> {
                out.token(Token.FUNC);
                signature(x);
            }
            case Expr.StructTypeExpr x -> struct(x);
            case Expr.InterfaceTypeExpr x -> interfaceType(x);
            default -> throw new IllegalArgumentException("no type literal: " + type);
        }
    }

    private void expression(Expr x) {
        layouts.expressions().expression(x);
    }

    private void channel(Expr.ChanTypeExpr x) {
        if (x.dir() == ChanDir.RECV) {
            out.token(Token.ARROW);
        }
        out.token(Token.CHAN);
        if (x.dir() == ChanDir.SEND) {
            out.at(source.nextToken(x.pos() + Token.CHAN.text().length()));
            out.token(Token.ARROW);
        }
        out.space(Space.BLANK);
        expression(x.elem());
    }

    // --- signatures

    /// The width of what was written since the output column `start`, if the source has it on one line.
    int headerWidth(int pos, int start) {
        return source.line(pos) == out.sourceLine() ? out.outColumn() - start : TOO_WIDE;
    }

    /// Whether it reads as an instance with a number for a type: no type, and without parentheses no result either.
    private static boolean isNumbered(Expr type) {
        return type instanceof Expr.Index i
                && i.indices().stream().anyMatch(x -> x instanceof Expr.BasicLit);
    }

    /// Parameters and results.
    void signature(Expr.FuncTypeExpr x) {
        if (!x.typeParams().isEmpty()) {
            typeParameters(x.typeParams(), x.params().pos(), false);
        }
        parameters(x.params());
        List<Field> results = x.results().fields();
        if (results.isEmpty()) {
            return;
        }
        out.space(Space.BLANK);
        if (results.size() == 1
                && results.getFirst().names().isEmpty()
                && !isNumbered(results.getFirst().type())) {
            expression(ExpressionLayout.bare(results.getFirst().type()));
        } else {
            parameters(x.results());
        }
    }

    /// The receiver of a method; its parentheses stand around `field`.
    void receiver(Field field) {
        int open = source.previousToken(field.pos());
        int after = source.nextToken(source.end(field.type()));
        int close = source.byteAt(after) == ',' ? source.nextToken(after + 1) : after;
        parameters(new FieldList(open, List.of(field), close));
    }

    void parameters(FieldList list) {
        bracketed(list, Token.LPAREN, Token.RPAREN, false);
    }

    /// Type parameters; `after` is the position of a token behind the closing bracket.
    ///
    /// @param ofType of a type declaration, where `[P *T]` would be an array length
    void typeParameters(List<TypeParam> params, int after, boolean ofType) {
        List<Field> fields = new ArrayList<>();
        List<Expr.Name> names = new ArrayList<>();
        for (int i = 0; i < params.size(); i++) {
            names.add(params.get(i).name());
            if (i + 1 == params.size()
                    || params.get(i + 1).constraint().id() != params.get(i).constraint().id()) {
                fields.add(
                        new Field(
                                names.getFirst().pos(),
                                List.copyOf(names),
                                params.get(i).constraint(),
                                null));
                names.clear();
            }
        }
        int open = source.previousToken(params.getFirst().pos());
        int close = source.previousToken(after);
        while (source.byteAt(close) != ']' || close >= after) {
            close = source.previousToken(close);
        }
        bracketed(new FieldList(open, fields, close), Token.LBRACK, Token.RBRACK, ofType);
    }

    private void bracketed(FieldList list, Token open, Token close, boolean typeOfDeclaration) {
        out.at(list.pos());
        out.token(open);
        if (!list.fields().isEmpty()) {
            fields(list, typeOfDeclaration);
        }
        out.at(list.end());
        out.token(close);
    }

    private void fields(FieldList list, boolean typeOfDeclaration) {
        int lineBefore = source.line(list.pos());
        Space indent = Space.INDENT;
        for (int i = 0; i < list.fields().size(); i++) {
            Field field = list.fields().get(i);
            int start =
                    field.names().isEmpty() ? field.type().pos() : field.names().getFirst().pos();
            int startLine = source.line(start);
            boolean newLine = lineBefore < startLine;
            if (i > 0) {
                if (!newLine) {
                    out.at(start);
                }
                out.token(Token.COMMA);
            }
            if (newLine && out.breakTo(startLine, 0, indent, true) > 0) {
                indent = Space.NONE;
            } else if (i > 0) {
                out.space(Space.BLANK);
            }
            if (!field.names().isEmpty()) {
                layouts.lists().names(field.names(), indent == Space.INDENT);
                out.space(Space.BLANK);
            }
            expression(ExpressionLayout.bare(field.type()));
            lineBefore = source.line(source.end(field.type()));
        }
        int closeLine = source.line(list.end());
        if (lineBefore < closeLine) {
            out.token(Token.COMMA);
            out.breakTo(closeLine, 0, Space.NONE, true);
        } else if (typeOfDeclaration
                && isLonely(list.fields())
                && readsAsProduct(ExpressionLayout.bare(list.fields().getFirst().type()))) {
            out.token(Token.COMMA);
        }
        if (indent == Space.NONE) {
            out.space(Space.UNINDENT);
        }
    }

    private static boolean isLonely(List<Field> fields) {
        return fields.size() == 1 && fields.getFirst().names().size() == 1;
    }

    /// Whether a name before the constraint makes an expression of it, so that a comma must tell it apart.
    private static boolean readsAsProduct(Expr x) {
        return switch (x) {
            case Expr.Star star -> !TypeParameterGuess.onlyType(star.x());
            case Expr.Binary binary ->
                    readsAsProduct(binary.x()) && !TypeParameterGuess.onlyType(binary.y());
            case Expr.Paren paren -> !TypeParameterGuess.onlyType(paren.x());
            case Expr _ -> false;
        };
    }

    // --- structs and interfaces

    private void struct(Expr.StructTypeExpr x) {
        out.token(Token.STRUCT);
        int open = source.nextToken(x.pos() + Token.STRUCT.text().length());
        if (oneLineBody(
                open,
                x.rbrace(),
                x.fields().size() == 1 && x.fields().getFirst().tag() == null
                        ? x.fields().getFirst()
                        : null,
                x.fields().isEmpty())) {
            return;
        }
        openBody(open, x.rbrace(), x.fields().isEmpty());
        Space separator = x.fields().size() == 1 ? Space.BLANK : Space.COLUMN;
        var mark = new LayoutWriter.LineMark();
        for (int i = 0; i < x.fields().size(); i++) {
            Field field = x.fields().get(i);
            if (i > 0) {
                out.breakTo(source.line(field.pos()), 1, Space.NONE, out.brokeSince(mark));
            }
            out.mark(mark);
            structField(field, separator);
        }
        closeBody(x.rbrace());
    }

    private void structField(Field field, Space separator) {
        int columnsLeft;
        if (field.names().isEmpty()) {
            expression(field.type());
            columnsLeft = 2;
        } else {
            layouts.lists().names(field.names(), false);
            out.space(separator);
            expression(field.type());
            columnsLeft = 1;
        }
        int end = source.end(field.type());
        if (field.tag() != null) {
            if (!field.names().isEmpty() && separator == Space.COLUMN) {
                out.space(separator);
            }
            out.space(separator);
            expression(field.tag());
            end = source.end(field.tag());
            columnsLeft = 0;
        }
        if (source.hasLineComment(end)) {
            for (int i = 0; i < columnsLeft; i++) {
                out.space(separator);
            }
        }
    }

    private void interfaceType(Expr.InterfaceTypeExpr x) {
        out.token(Token.INTERFACE);
        int open = source.nextToken(x.pos() + Token.INTERFACE.text().length());
        if (oneLineInterface(x, open)) {
            return;
        }
        openBody(open, x.rbrace(), x.elems().isEmpty());
        var mark = new LayoutWriter.LineMark();
        for (int i = 0; i < x.elems().size(); i++) {
            Expr.InterfaceElem elem = x.elems().get(i);
            int pos = elem.name() == null ? elem.type().pos() : elem.name().pos();
            if (i > 0) {
                out.breakTo(source.line(pos), 1, Space.NONE, out.brokeSince(mark));
            }
            out.mark(mark);
            element(elem);
        }
        closeBody(x.rbrace());
    }

    private void element(Expr.InterfaceElem elem) {
        if (elem.name() == null) {
            expression(elem.type());
            return;
        }
        expression(elem.name());
        if (elem.type() instanceof Expr.FuncTypeExpr type) {
            signature(type);
        }
    }

    private boolean fitsOneLine(int open, int close) {
        return !out.commentBefore(close) && source.line(open) == source.line(close);
    }

    private void emptyBody(int open, int close) {
        out.at(open);
        out.token(Token.LBRACE);
        out.at(close);
        out.token(Token.RBRACE);
    }

    private boolean oneLineBody(int open, int close, @Nullable Field only, boolean empty) {
        if (!fitsOneLine(open, close)) {
            return false;
        }
        if (empty) {
            emptyBody(open, close);
            return true;
        }
        if (only == null
                || source.hasLineComment(source.end(only.type()))
                || !isShort(only.names(), only.type())) {
            return false;
        }
        out.at(open);
        out.token(Token.LBRACE);
        out.space(Space.BLANK);
        for (int i = 0; i < only.names().size(); i++) {
            if (i > 0) {
                out.token(Token.COMMA);
                out.space(Space.BLANK);
            }
            expression(only.names().get(i));
        }
        if (!only.names().isEmpty()) {
            out.space(Space.BLANK);
        }
        expression(only.type());
        out.space(Space.BLANK);
        out.at(close);
        out.token(Token.RBRACE);
        return true;
    }

    private boolean oneLineInterface(Expr.InterfaceTypeExpr x, int open) {
        if (!fitsOneLine(open, x.rbrace())) {
            return false;
        }
        if (x.elems().isEmpty()) {
            emptyBody(open, x.rbrace());
            return true;
        }
        Expr.InterfaceElem only = x.elems().getFirst();
        List<Expr.Name> names = only.name() == null ? List.of() : List.of(only.name());
        if (x.elems().size() > 1
                || source.hasLineComment(source.end(only.type()))
                || !isShort(names, only.type())) {
            return false;
        }
        out.at(open);
        out.token(Token.LBRACE);
        out.space(Space.BLANK);
        element(only);
        out.space(Space.BLANK);
        out.at(x.rbrace());
        out.token(Token.RBRACE);
        return true;
    }

    private boolean isShort(List<Expr.Name> names, Expr type) {
        int nameWidth = names.isEmpty() ? 0 : 1;
        return nameWidth + layouts.size(type, ONE_LINE_FIELD) <= ONE_LINE_FIELD;
    }

    private void openBody(int open, int close, boolean empty) {
        boolean comments = out.commentBefore(close);
        out.space(Space.BLANK);
        out.at(open);
        out.token(Token.LBRACE);
        out.space(Space.INDENT);
        if (comments || !empty) {
            out.space(Space.SECTION);
        }
    }

    private void closeBody(int close) {
        out.space(Space.UNINDENT, Space.SECTION);
        out.at(close);
        out.token(Token.RBRACE);
    }
}
