package org.gorrery.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parses parameter, result, receiver and type parameter lists.
///
/// `a, b int` and `A, B` look alike until the end of the list: the entries are gathered as they come, then read as named (some entry has a
/// name and a type) or as types only.
final class ParameterParser {
    private final Parser parser;
    private final TokenStream in;

    ParameterParser(Parser parser, TokenStream in) {
        this.parser = parser;
        this.in = in;
    }

    /// A list: names that share a type are one field; either all fields have names or none has.
    ///
    /// @param end position of the closing token
    record Parsed(List<Field> fields, int end) {}

    /// One entry between commas: a name, a type or both.
    private record Entry(int pos, Expr.@Nullable Name name, @Nullable Expr type) {
        boolean complete() {
            return name != null && type != null;
        }
    }

    /// Parses the list whose opening token is behind us.
    ///
    /// @param firstName the first name, if behind us too
    /// @param firstType the type after it, if behind us too
    /// @param close RBRACK for type parameters and arguments, else RPAREN
    /// @param namesRequired for type parameters
    /// @param variadic whether the last may be `...T`
    Parsed parse(
            Expr.@Nullable Name firstName,
            @Nullable Expr firstType,
            Token close,
            boolean namesRequired,
            boolean variadic) {
        List<Entry> entries = new ArrayList<>();
        Expr.Name name = firstName;
        boolean open = true;
        if (firstName != null && firstType != null) {
            entries.add(new Entry(firstName.pos(), firstName, firstType));
            name = null;
            open = in.at(close) || in.separated("parameter list", Token.COMMA, close);
        }
        while (open && in.inList(close)) {
            Entry entry = entry(name, close);
            name = null;
            if (entry != null) {
                entries.add(entry);
            }
            open = in.separated("parameter list", Token.COMMA, close);
        }
        int end = in.pos();
        if (open) {
            in.want(close);
        }
        return new Parsed(
                fields(checkDots(entries, variadic, anyNamed(entries)), namesRequired, end), end);
    }

    private @Nullable Entry entry(Expr.@Nullable Name firstName, Token close) {
        boolean typeSets = close == Token.RBRACK;
        int pos = firstName == null ? in.pos() : firstName.pos();
        Expr.Name name = firstName == null && in.at(Token.NAME) ? in.name() : firstName;
        if (name != null) {
            switch (in.token()) {
                case LBRACK -> {
                    Expr type = parser.types().arrayOrInstance(name);
                    Expr.Name own = type instanceof Expr.Index ? null : name;
                    return new Entry(pos, own, unionIf(typeSets, type));
                }
                case PERIOD -> {
                    return new Entry(
                            pos, null, unionIf(typeSets, parser.types().qualifiedName(name)));
                }
                case OR -> {
                    if (typeSets) {
                        return new Entry(pos, null, parser.types().union(name));
                    }
                }
                default -> {
                    // the name's type follows, or nothing
                }
            }
        }
        if (in.at(Token.ELLIPSIS)) {
            return new Entry(pos, name, dots());
        }
        Expr type =
                typeSets && in.at(Token.TILDE)
                        ? parser.types().union()
                        : parser.types().typeOrNull();
        if (type != null) {
            return new Entry(pos, name, unionIf(typeSets, type));
        }
        if (name != null) {
            return new Entry(pos, name, null);
        }
        in.syntaxError("expected " + TokenStream.word(close));
        in.skipTo(Token.COMMA, close);
        return null;
    }

    private Expr unionIf(boolean typeSets, Expr first) {
        return typeSets ? parser.types().union(first) : first;
    }

    private Expr dots() {
        int pos = in.pos();
        in.next();
        Expr element = parser.types().typeOrNull();
        if (element == null) {
            Expr bad = in.bad();
            in.syntaxError("... is missing type");
            return bad;
        }
        return new Expr.Ellipsis(in.id(), pos, element);
    }

    private static boolean anyNamed(List<Entry> entries) {
        return entries.stream().anyMatch(Entry::complete);
    }

    private List<Entry> checkDots(List<Entry> entries, boolean variadic, boolean named) {
        boolean reported = false;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            boolean shared = named && i > 0 && entries.get(i - 1).type == null;
            boolean allowed = variadic && i == entries.size() - 1 && !shared;
            if (!(entry.type instanceof Expr.Ellipsis dots) || allowed) {
                continue;
            }
            if (!reported) {
                in.error(
                        dots.pos(),
                        variadic ? "can only use ... with final parameter" : "invalid use of ...");
                reported = true;
            }
            entries.set(i, new Entry(entry.pos, entry.name, dots.elem()));
        }
        return entries;
    }

    private List<Field> fields(List<Entry> entries, boolean namesRequired, int end) {
        if (!anyNamed(entries) && !namesRequired) {
            List<Field> types = new ArrayList<>(entries.size());
            for (Entry entry : entries) {
                types.add(
                        new Field(
                                entry.pos,
                                List.of(),
                                entry.type != null ? entry.type : nameOf(entry),
                                null));
            }
            return types;
        }
        reportUnnamed(entries, namesRequired, end);
        return namedFields(entries);
    }

    private List<Field> namedFields(List<Entry> entries) {
        List<Field> fields = new ArrayList<>();
        List<Expr.Name> names = new ArrayList<>();
        for (Entry entry : entries) {
            names.add(nameOf(entry));
            if (entry.type != null) {
                fields.add(new Field(names.getFirst().pos(), List.copyOf(names), entry.type, null));
                names.clear();
            }
        }
        if (!names.isEmpty()) {
            int pos = names.getFirst().pos();
            fields.add(
                    new Field(pos, List.copyOf(names), new Expr.BadExpr(in.id(), pos, pos), null));
        }
        return fields;
    }

    private Expr.Name nameOf(Entry entry) {
        return entry.name != null ? entry.name : new Expr.Name(in.id(), entry.pos, "_");
    }

    /// In a named list, every entry without a name is wrong, and so are names at the end without a type.
    private void reportUnnamed(List<Entry> entries, boolean namesRequired, int end) {
        if (entries.isEmpty()) {
            return;
        }
        boolean typeMissing = entries.getLast().type == null;
        Entry nameless =
                entries.stream().filter(entry -> entry.name == null).findFirst().orElse(null);
        if (nameless == null && typeMissing) {
            in.syntaxErrorAt(
                    end, namesRequired ? "missing type constraint" : "missing parameter type");
        } else if (nameless != null) {
            int pos = typeMissing ? Math.min(nameless.pos, lastTypeless(entries)) : nameless.pos;
            String or = entries.size() == 1 ? " or invalid array length" : "";
            in.syntaxErrorAt(
                    pos,
                    namesRequired ? "missing type parameter name" + or : "missing parameter name");
        }
    }

    private static int lastTypeless(List<Entry> entries) {
        int i = entries.size() - 1;
        while (i > 0 && entries.get(i - 1).type == null) {
            i--;
        }
        return entries.get(i).pos;
    }
}
