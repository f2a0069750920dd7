package org.gorrery.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lays out declarations.
final class DeclarationLayout {
    private static final int VALUE_COLUMNS = 3;

    private final Layouts layouts;
    private final LayoutWriter out;
    private final FormatSource source;
    private final List<SourceFile.Group> groups;

    DeclarationLayout(Layouts layouts, List<SourceFile.Group> groups) {
        this.layouts = layouts;
        this.out = layouts.writer();
        this.source = layouts.source();
        this.groups = groups;
    }

    /// A declaration with its keyword: the specs of one group, or one spec or function.
    private record Item(Token keyword, int pos, int group, List<Decl> specs) {}

    /// A whole file.
    void file(SourceFile file) {
        out.at(file.pos());
        out.token(Token.PACKAGE);
        out.space(Space.BLANK);
        layouts.expressions().expression(file.packageName());
        Token before = null;
        for (Item item : items(file)) {
            int min = before != item.keyword || source.hasDoc(item.pos) ? 2 : 1;
            out.breakTo(source.line(item.pos), min, Space.NONE, spansLines(item));
            item(item);
            before = item.keyword;
        }
        out.space(Space.NEWLINE);
    }

    private List<Item> items(SourceFile file) {
        List<Item> items = new ArrayList<>();
        List<Decl> decls = file.decls();
        for (int i = 0; i < decls.size(); i++) {
            Decl decl = decls.get(i);
            int group = group(decl);
            List<Decl> specs = new ArrayList<>();
            specs.add(decl);
            while (group >= 0 && i + 1 < decls.size() && group(decls.get(i + 1)) == group) {
                specs.add(decls.get(++i));
            }
            int pos = group < 0 ? decl.pos() : groups.get(group).keyword();
            items.add(new Item(keyword(decl), pos, group, specs));
        }
        for (int i = 0; i < groups.size(); i++) {
            if (isEmptyAtTopLevel(i, decls)) {
                items.add(
                        new Item(
                                keywordAt(groups.get(i).keyword()),
                                groups.get(i).keyword(),
                                i,
                                List.of()));
            }
        }
        items.sort((a, b) -> Integer.compare(a.pos, b.pos));
        return items;
    }

    private boolean isEmptyAtTopLevel(int index, List<Decl> decls) {
        SourceFile.Group group = groups.get(index);
        if (source.nextToken(group.lparen() + 1) != group.rparen()) {
            return false;
        }
        for (Decl decl : decls) {
            if (decl instanceof Decl.BadDecl || decl.pos() > group.keyword()) {
                break;
            }
            if (decl instanceof Decl.FuncDecl f
                    && f.body() != null
                    && f.body().rbrace() > group.keyword()) {
                return false;
            }
            if (!(decl instanceof Decl.FuncDecl) && endOf(decl) > group.keyword()) {
                return false;
            }
        }
        return true;
    }

    private int endOf(Decl decl) {
        return switch (decl) {
            case Decl.ImportDecl d -> source.end(d.path());
            case Decl.TypeDecl d -> source.end(d.type());
            case Decl.ConstDecl d -> endOf(d.names(), d.type(), d.values());
            case Decl.VarDecl d -> endOf(d.names(), d.type(), d.values());
            case Decl.FuncDecl d -> d.body() == null ? source.end(d.type()) : d.body().rbrace() + 1;
            case Decl.BadDecl d -> d.end();
        };
    }

    private int endOf(List<Expr.Name> names, @Nullable Expr type, List<Expr> values) {
        if (!values.isEmpty()) {
            return source.end(values.getLast());
        }
        return source.end(type == null ? names.getLast() : type);
    }

    private boolean spansLines(Item item) {
        return item.keyword == Token.FUNC
                && source.line(item.pos) < source.line(endOf(item.specs.getFirst()));
    }

    private static int group(Decl decl) {
        return switch (decl) {
            case Decl.ImportDecl d -> d.group();
            case Decl.ConstDecl d -> d.group();
            case Decl.TypeDecl d -> d.group();
            case Decl.VarDecl d -> d.group();
            case Decl.FuncDecl _, Decl.BadDecl _ -> -1;
        };
    }

    private static Token keyword(Decl decl) {
        return switch (decl) {
            case Decl.ImportDecl _ -> Token.IMPORT;
            case Decl.ConstDecl _ -> Token.CONST;
            case Decl.TypeDecl _ -> Token.TYPE;
            case Decl.VarDecl _ -> Token.VAR;
            case Decl.FuncDecl _, Decl.BadDecl _ -> Token.FUNC;
        };
    }

    private Token keywordAt(int pos) {
        return switch (source.byteAt(pos)) {
            case 'i' -> Token.IMPORT;
            case 'c' -> Token.CONST;
            case 't' -> Token.TYPE;
            default -> Token.VAR;
        };
    }

    private void item(Item item) {
        if (item.keyword == Token.FUNC && item.specs.getFirst() instanceof Decl.FuncDecl function) {
            function(function);
        } else {
            general(item);
        }
    }

    /// A declaration inside a function.
    void general(List<Decl> specs) {
        Decl first = specs.getFirst();
        general(new Item(keyword(first), keywordPos(specs), group(first), specs));
    }

    /// Where the keyword of a declaration stands.
    int keywordPos(List<Decl> specs) {
        Decl first = specs.getFirst();
        int group = group(first);
        return group < 0 ? first.pos() : groups.get(group).keyword();
    }

    /// The group without specs whose keyword stands at `pos`, if there is one.
    SourceFile.@Nullable Group emptyGroup(int pos) {
        for (SourceFile.Group group : groups) {
            if (group.keyword() == pos) {
                return group;
            }
        }
        return null;
    }

    /// `var ()` and the like.
    void emptyGroupAt(int pos) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).keyword() == pos) {
                general(new Item(keywordAt(pos), pos, i, List.of()));
            }
        }
    }

    private void general(Item item) {
        out.at(item.pos);
        out.token(item.keyword);
        out.space(Space.BLANK);
        if (item.group < 0) {
            spec(item.specs.getFirst(), true, true);
            return;
        }
        SourceFile.Group group = groups.get(item.group);
        out.at(group.lparen());
        out.token(Token.LPAREN);
        if (!item.specs.isEmpty()) {
            out.space(Space.INDENT, Space.SECTION);
            specs(item);
            out.space(Space.UNINDENT, Space.SECTION);
        }
        out.at(group.rparen());
        out.token(Token.RPAREN);
    }

    private void specs(Item item) {
        boolean columns = item.specs.size() > 1;
        boolean[] keepType = columns ? TypeColumn.kept(item.specs) : new boolean[0];
        var mark = new LayoutWriter.LineMark();
        for (int i = 0; i < item.specs.size(); i++) {
            Decl spec = item.specs.get(i);
            if (i > 0) {
                out.breakTo(source.line(spec.pos()), 1, Space.NONE, out.brokeSince(mark));
            }
            out.mark(mark);
            switch (spec) {
                case Decl.ConstDecl d when columns ->
                        values(d.names(), d.type(), d.values(), keepType[i]);
                case Decl.VarDecl d when columns ->
                        values(d.names(), d.type(), d.values(), keepType[i]);
                default -> spec(spec, !columns, false);
            }
        }
    }

    /// A const or var spec in columns.
    private void values(
            List<Expr.Name> names, @Nullable Expr type, List<Expr> values, boolean keepType) {
        layouts.lists().names(names, false);
        int columnsLeft = VALUE_COLUMNS;
        if (type != null || keepType) {
            out.space(Space.COLUMN);
            columnsLeft--;
        }
        if (type != null) {
            layouts.expressions().expression(type);
        }
        if (!values.isEmpty()) {
            out.space(Space.COLUMN);
            assigned(values);
            columnsLeft--;
        }
        if (source.hasLineComment(endOf(names, type, values))) {
            for (int i = 0; i < columnsLeft; i++) {
                out.space(Space.COLUMN);
            }
        }
    }

    private void assigned(List<Expr> values) {
        out.token(Token.ASSIGN);
        out.space(Space.BLANK);
        layouts.lists()
                .list(
                        values,
                        1,
                        new ListLayout.Frame(ListLayout.NOWHERE, ListLayout.NOWHERE, false, true));
    }

    /// A spec not in columns, or a type or import spec.
    private void spec(Decl spec, boolean alone, boolean indented) {
        switch (spec) {
            case Decl.ImportDecl d -> {
                if (d.name() != null) {
                    layouts.expressions().expression(d.name());
                    out.space(Space.BLANK);
                }
                out.at(d.path().pos());
                out.literal(ImportPaths.quoted(d.path().text()));
            }
            case Decl.ConstDecl d -> plainValues(d.names(), d.type(), d.values(), indented);
            case Decl.VarDecl d -> plainValues(d.names(), d.type(), d.values(), indented);
            case Decl.TypeDecl d -> typeSpec(d, alone);
            case Decl.FuncDecl d -> function(d);
            case Decl.BadDecl _ -> out.literal("BadDecl");
        }
    }

    private void plainValues(
            List<Expr.Name> names, @Nullable Expr type, List<Expr> values, boolean indented) {
        layouts.lists().names(names, indented);
        if (type != null) {
            out.space(Space.BLANK);
            layouts.expressions().expression(type);
        }
        if (!values.isEmpty()) {
            out.space(Space.BLANK);
            assigned(values);
        }
    }

    private void typeSpec(Decl.TypeDecl d, boolean alone) {
        layouts.expressions().expression(d.name());
        if (!d.typeParams().isEmpty()) {
            layouts.types().typeParameters(d.typeParams(), d.type().pos(), true);
        }
        out.space(alone ? Space.BLANK : Space.COLUMN);
        if (d.alias()) {
            out.token(Token.ASSIGN);
            out.space(Space.BLANK);
        }
        layouts.expressions().expression(d.type());
    }

    private void function(Decl.FuncDecl d) {
        out.at(d.pos());
        out.token(Token.FUNC);
        out.space(Space.BLANK);
        int start = out.outColumn() - "func ".length();
        FieldList odd = layouts.liberties().receivers().get(d.pos());
        if (odd != null) {
            layouts.types().parameters(odd);
            out.space(Space.BLANK);
        } else if (d.recv() != null) {
            layouts.types().receiver(d.recv());
            out.space(Space.BLANK);
        }
        layouts.expressions().expression(d.name());
        layouts.types().signature(d.type());
        layouts.statements()
                .functionBody(layouts.types().headerWidth(d.pos(), start), Space.COLUMN, d.body());
    }
}
