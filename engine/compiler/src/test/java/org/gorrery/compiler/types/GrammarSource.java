package org.gorrery.compiler.types;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// Go files drawn at random from the grammar: they parse nearly always, mean something now and then, and bring constructs together that
/// nobody writes. Names come from a small pool, so that they often refer to each other, in cycles as well.
final class GrammarSource {
    private static final int DEPTH = 5;
    private static final List<String> NAMES =
            List.of("a", "b", "c", "T", "U", "P", "Q", "f", "g", "x", "y", "_", "m", "I");
    private static final List<String> PREDECLARED =
            List.of(
                    "int",
                    "uint8",
                    "string",
                    "bool",
                    "float64",
                    "complex128",
                    "error",
                    "any",
                    "comparable",
                    "uintptr",
                    "rune",
                    "byte",
                    "nil",
                    "true",
                    "iota",
                    "len",
                    "cap",
                    "append",
                    "make",
                    "new",
                    "copy",
                    "delete",
                    "panic",
                    "recover",
                    "print",
                    "complex",
                    "real",
                    "min",
                    "max",
                    "clear",
                    "close");
    private static final List<String> LITERALS =
            List.of(
                    "0",
                    "1",
                    "-1",
                    "2.5",
                    "'a'",
                    "\"s\"",
                    "1i",
                    "0x7fffffffffffffff",
                    "1e100",
                    "1<<70",
                    "`r`",
                    "0b11",
                    "1_0",
                    "\"\"",
                    "1e-400",
                    "0x1p-2");
    private static final List<String> BINARY =
            List.of(
                    "+", "-", "*", "/", "%", "&", "|", "^", "&^", "<<", ">>", "==", "!=", "<", "<=",
                    ">", ">=", "&&", "||");

    private final Random random;
    private final StringBuilder out = new StringBuilder();

    private GrammarSource(Random random) {
        this.random = random;
    }

    /// A file.
    static String file(Random random) {
        var source = new GrammarSource(random);
        source.out.append("package p\n");
        if (random.nextInt(8) == 0) {
            source.out
                    .append("import ")
                    .append(source.pick("\"unsafe\"", ". \"unsafe\"", "_ \"x\""))
                    .append('\n');
        }
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            source.out.append(source.declaration(0)).append('\n');
        }
        return source.out.toString();
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String pick(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private String name() {
        return random.nextInt(4) == 0 ? pick(PREDECLARED, random) : pick(NAMES, random);
    }

    private String own() {
        return pick(NAMES, random);
    }

    private String list(Supplier<String> element, int least, int most, String separator) {
        var text = new StringBuilder();
        int n = least + random.nextInt(most - least + 1);
        for (int i = 0; i < n; i++) {
            text.append(i == 0 ? "" : separator).append(element.get());
        }
        return text.toString();
    }

    private String declaration(int d) {
        return switch (random.nextInt(9)) {
            case 0 -> "const " + own() + maybe(" " + name()) + " = " + expression(d + 1);
            case 1 ->
                    "const (\n"
                            + list(() -> own() + maybe(" = " + expression(d + 2)), 1, 3, "\n")
                            + "\n)";
            case 2 -> "var " + own() + " " + type(d + 1);
            case 3 ->
                    "var "
                            + list(this::own, 1, 2, ", ")
                            + " = "
                            + list(() -> expression(d + 1), 1, 2, ", ");
            case 4 ->
                    "type "
                            + own()
                            + maybe("[" + typeParameters(d + 1) + "]")
                            + " "
                            + maybe("= ")
                            + type(d + 1);
            case 5 ->
                    "func ("
                            + maybe("x ")
                            + maybe("*")
                            + own()
                            + maybe("[P]")
                            + ") "
                            + own()
                            + signature(d + 1)
                            + block(d + 1);
            default ->
                    "func "
                            + own()
                            + maybe("[" + typeParameters(d + 1) + "]")
                            + signature(d + 1)
                            + block(d + 1);
        };
    }

    private String maybe(String text) {
        return random.nextInt(3) == 0 ? text : "";
    }

    private String typeParameters(int d) {
        return list(() -> own() + " " + constraint(d + 1), 1, 2, ", ");
    }

    private String constraint(int d) {
        return random.nextInt(2) == 0
                ? pick("any", "comparable", "~int", "int | string", "I")
                : list(() -> maybe("~") + type(d + 1), 1, 3, " | ");
    }

    private String signature(int d) {
        return "("
                + list(() -> own() + " " + maybe("...") + type(d + 1), 0, 2, ", ")
                + ") "
                + pick("", "", type(d + 1), "(" + list(() -> type(d + 1), 0, 2, ", ") + ")");
    }

    private String type(int d) {
        if (d > DEPTH) {
            return name();
        }
        return switch (random.nextInt(14)) {
            case 0 -> "[]" + type(d + 1);
            case 1 -> "[" + expression(d + 2) + "]" + type(d + 1);
            case 2 -> "*" + type(d + 1);
            case 3 -> "map[" + type(d + 1) + "]" + type(d + 1);
            case 4 -> pick("chan ", "<-chan ", "chan<- ") + type(d + 1);
            case 5 -> "func" + signature(d + 1);
            case 6 ->
                    "struct { "
                            + list(
                                    () -> pick(own() + " " + type(d + 1), own(), "*" + own()),
                                    0,
                                    3,
                                    "; ")
                            + " }";
            case 7 ->
                    "interface { "
                            + list(
                                    () -> pick(own() + signature(d + 1), constraint(d + 1)),
                                    0,
                                    3,
                                    "; ")
                            + " }";
            case 8 -> name() + "[" + list(() -> type(d + 1), 1, 2, ", ") + "]";
            default -> name();
        };
    }

    private String expression(int d) {
        if (d > DEPTH) {
            return random.nextInt(2) == 0 ? name() : pick(LITERALS, random);
        }
        return switch (random.nextInt(20)) {
            case 0, 1, 2 ->
                    expression(d + 1) + " " + pick(BINARY, random) + " " + expression(d + 1);
            case 3 -> pick("-", "+", "!", "^", "*", "&", "<-") + expression(d + 1);
            case 4, 5 ->
                    name()
                            + "("
                            + list(() -> expression(d + 1), 0, 3, ", ")
                            + (random.nextInt(12) == 0 ? "..." : "")
                            + ")";
            case 6 -> expression(d + 1) + "." + own();
            case 7 -> expression(d + 1) + "[" + expression(d + 1) + "]";
            case 8 ->
                    expression(d + 1)
                            + "["
                            + maybe(expression(d + 1))
                            + ":"
                            + maybe(expression(d + 1))
                            + "]";
            case 9 -> expression(d + 1) + ".(" + type(d + 1) + ")";
            case 10 ->
                    pick(type(d + 1), "[...]" + type(d + 1))
                            + "{"
                            + list(
                                    () -> maybe(expression(d + 2) + ": ") + expression(d + 2),
                                    0,
                                    3,
                                    ", ")
                            + "}";
            case 11 -> "func" + signature(d + 1) + block(d + 1);
            case 12 -> "(" + expression(d + 1) + ")";
            case 13 -> "(" + type(d + 1) + ")(" + expression(d + 1) + ")";
            case 14 ->
                    pick("make", "new") + "(" + type(d + 1) + maybe(", " + expression(d + 1)) + ")";
            case 15 ->
                    name()
                            + "["
                            + type(d + 1)
                            + "]("
                            + list(() -> expression(d + 1), 0, 2, ", ")
                            + ")";
            default -> random.nextInt(2) == 0 ? name() : pick(LITERALS, random);
        };
    }

    private String block(int d) {
        return " {\n" + list(() -> statement(d + 1), 0, d > DEPTH ? 1 : 3, "\n") + "\n}";
    }

    private String statement(int d) {
        if (d > DEPTH) {
            return pick("return", own() + "++", "_ = " + expression(d));
        }
        return switch (random.nextInt(20)) {
            case 0, 1 ->
                    list(() -> expression(d + 2), 1, 2, ", ")
                            + pick(" = ", " = ", " += ", " <<= ")
                            + list(() -> expression(d + 1), 1, 2, ", ");
            case 2, 3 ->
                    list(this::own, 1, 2, ", ")
                            + " := "
                            + list(() -> expression(d + 1), 1, 2, ", ");
            case 4 -> ifStatement(d);
            case 5 -> "for " + clause(d) + block(d + 1);
            case 6 ->
                    "for "
                            + maybe(list(this::own, 1, 3, ", ") + pick(" := ", " = "))
                            + "range "
                            + expression(d + 1)
                            + block(d + 1);
            case 7 -> switchStatement(d);
            case 8 -> typeSwitch(d);
            case 9 -> select(d);
            case 10 -> pick("go ", "defer ") + expression(d + 1);
            case 11 -> "return " + list(() -> expression(d + 1), 0, 2, ", ");
            case 12 -> pick("break", "continue", "goto L", "break L", "continue L", "fallthrough");
            case 13 -> "L:\n" + statement(d + 1);
            case 14 -> expression(d + 1) + " <- " + expression(d + 1);
            case 15 -> declaration(d + 1).replaceFirst("^func.*(?s).*", "var x = 1");
            case 16 -> block(d + 1);
            case 17 -> own() + pick("++", "--");
            default -> expression(d + 1);
        };
    }

    private String ifStatement(int d) {
        return "if "
                + maybe(own() + " := " + expression(d + 1) + "; ")
                + expression(d + 1)
                + block(d + 1)
                + maybe(" else" + block(d + 1));
    }

    /// What stands between `for` and the body.
    private String clause(int d) {
        return pick(
                "",
                expression(d + 1),
                own()
                        + " := "
                        + expression(d + 1)
                        + "; "
                        + expression(d + 1)
                        + "; "
                        + own()
                        + "++");
    }

    private String switchStatement(int d) {
        return "switch "
                + maybe(expression(d + 1))
                + clauses(() ->
                        pick("case " + list(() -> expression(d + 2), 1, 2, ", "), "default")
                                + ":\n"
                                + statement(d + 1)
                                + maybe("\nfallthrough"));
    }

    private String typeSwitch(int d) {
        return "switch "
                + maybe(own() + " := ")
                + expression(d + 1)
                + ".(type)"
                + clauses(() ->
                        pick("case " + list(() -> type(d + 2), 1, 2, ", "), "default", "case nil")
                                + ":\n"
                                + statement(d + 1));
    }

    private String select(int d) {
        return "select"
                + clauses(() ->
                        pick(
                                        "case " + expression(d + 2) + " <- " + expression(d + 2),
                                        "case " + maybe(own() + " := ") + "<-" + expression(d + 2),
                                        "default")
                                + ":\n"
                                + statement(d + 1));
    }

    private String clauses(Supplier<String> clause) {
        return " {\n" + list(clause, 0, 3, "\n") + "\n}";
    }
}
