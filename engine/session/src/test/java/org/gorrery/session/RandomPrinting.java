package org.gorrery.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// A program that brings one random value to one call that prints it, by a few random ways: what the compiler leaves out of the
/// library because no value needs it has to be there for this one.
final class RandomPrinting {
    /// How one variable comes from another.
    ///
    /// @param from what it has to be: letters of `ways.txt`
    /// @param to what it is then
    private record Way(String from, String to, String text) {}

    /// A value of a drawn type; `methods` are the letters of the ways for which it has methods.
    private record Value(String type, String text, String methods) {}

    /// @param declarations types and functions of the program, outside of any function
    /// @param body statements
    record Drawn(String declarations, String body) {}

    private static final List<String> PRINTS = lines("prints.txt");
    private static final List<Way> WAYS =
            lines("ways.txt").stream()
                    .map(l -> l.split(" ", 3))
                    .map(w -> new Way(w[0], w[1], w[2]))
                    .toList();

    private static final List<Value> PREDECLARED = values("predeclared.txt");
    private static final List<Value> OF_LIBRARY = values("of_library.txt");

    private final Random random;
    private final String prefix;
    private final StringBuilder declarations = new StringBuilder();
    private int names;

    private RandomPrinting(long seed, int number) {
        random = new Random(seed * 0x9E3779B97F4A7C15L + 7);
        prefix = "p" + number;
    }

    /// The program of a seed.
    ///
    /// @param number what keeps its names apart from those of others in one file
    static Drawn of(long seed, int number) {
        return new RandomPrinting(seed, number).draw();
    }

    private static List<String> lines(String file) {
        return GoPieces.lines("printing/" + file).stream().filter(l -> !l.startsWith("#")).toList();
    }

    private static List<Value> values(String file) {
        return lines(file).stream()
                .map(l -> l.split(" \\| ", 3))
                .map(v -> new Value(v[0], v[1], v.length < 3 ? "" : v[2]))
                .toList();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private Drawn draw() {
        var value = value(3);
        var body = new ArrayList<String>();
        body.add("var x0 " + value.type() + " = " + value.text() + "; _ = x0");
        String is = "C" + value.methods();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String now = is;
            var way =
                    pick(
                            WAYS.stream()
                                    .filter(w -> w.from().equals("*") || now.contains(w.from()))
                                    .toList());
            body.add(
                    way.text()
                                    .replace("$T", value.type())
                                    .replace("$x", "x" + i)
                                    .replace("$y", "x" + (i + 1))
                                    .replace("$n", Integer.toString(i))
                            + "; _ = x"
                            + (i + 1));
            is = way.to().equals("C") ? is : way.to();
        }
        String print = pick(PRINTS).replace("$x", "x" + count);
        while (print.contains("$f")) {
            print = print.replaceFirst("\\$f", directive());
        }
        body.add(print);
        String text = body.stream().map(l -> "\t" + l + "\n").collect(Collectors.joining());
        String all = (support(text) + declarations).replace("@", prefix);
        return new Drawn(all, text.replace("@", prefix));
    }

    private static String support(String body) {
        var text = new StringBuilder();
        support(text, body, "method@", "type method@ interface{ M() int }\n");
        support(text, body, "pass@", "func pass@[T any](v T) T { return v }\n");
        support(text, body, "box@", "func box@[T any](v T) any { return v }\n");
        support(text, body, "pair@", "type pair@[T any] struct {\n\tfirst T\n\tSecond int\n}\n");
        support(
                text,
                body,
                "keep@",
                "func keep@(_ []string, a slog.Attr) slog.Attr {\n\tif a.Key == \"time\" {\n"
                        + "\t\treturn slog.Attr{}\n\t}\n\treturn a\n}\n");
        return text.toString();
    }

    private static void support(StringBuilder to, String body, String name, String declaration) {
        if (body.contains(name)) {
            to.append(declaration);
        }
    }

    private String directive() {
        var flags =
                List.of("", "", "", "", "+", "#", "-10", "08", ".3", "6.2", " ", "[1]", "+#", "3");
        return "%" + pick(flags) + pick(List.of("vvvvsdxXqtTcUboOefgGpwz".split("")));
    }

    private Value value(int depth) {
        int kind = random.nextInt(depth == 0 ? 5 : 14);
        return switch (kind) {
            case 0, 1 -> pick(PREDECLARED);
            case 2 -> pick(OF_LIBRARY);
            case 3, 4 -> named(pick(PREDECLARED));
            case 5 -> list(value(depth - 1));
            case 6 -> array(value(depth - 1));
            case 7 -> map(value(depth - 1));
            case 8 -> pointer(value(depth - 1));
            case 9, 10 -> struct(depth);
            case 11 -> dynamic(value(depth - 1));
            case 12 -> chance(50) ? function(value(depth - 1)) : channel(value(depth - 1));
            default -> named(struct(depth));
        };
    }

    private static Value list(Value v) {
        return new Value("[]" + v.type(), "[]" + v.type() + "{" + v.text() + "}", "");
    }

    private Value array(Value v) {
        int length = random.nextInt(3);
        String type = "[" + length + "]" + v.type();
        return new Value(type, type + "{" + (length == 0 ? "" : v.text()) + "}", "");
    }

    private Value map(Value v) {
        var key = chance(70) ? pick(PREDECLARED) : named(pick(PREDECLARED));
        String type = "map[" + key.type() + "]" + v.type();
        return new Value(type, type + "{" + key.text() + ": " + v.text() + "}", "");
    }

    private Value pointer(Value v) {
        String type = "*" + v.type();
        String text =
                chance(30)
                        ? "(" + type + ")(nil)"
                        : "func() "
                                + type
                                + " { v := ("
                                + v.type()
                                + ")("
                                + v.text()
                                + "); return &v }()";
        return new Value(type, text, "");
    }

    private Value dynamic(Value v) {
        if (v.methods().contains("e") && chance(50)) {
            return new Value("error", "error(" + v.text() + ")", "e");
        }
        if (v.methods().contains("s") && chance(50)) {
            return new Value("fmt.Stringer", "fmt.Stringer(" + v.text() + ")", "s");
        }
        return new Value("any", "any(" + v.text() + ")", "");
    }

    private static Value function(Value v) {
        return new Value("func() " + v.type(), "(func() " + v.type() + ")(nil)", "");
    }

    private static Value channel(Value v) {
        return new Value("chan " + v.type(), "(chan " + v.type() + ")(nil)", "");
    }

    private Value struct(int depth) {
        var types = new StringBuilder();
        var values = new StringBuilder();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            var v = value(Math.max(0, depth - 1));
            String name = (chance(50) ? "f" : "F") + i;
            boolean embedded = v.type().matches("T\\d+@") && chance(50);
            types.append(i == 0 ? "" : "; ").append(embedded ? "" : name + " ").append(v.type());
            values.append(embedded ? v.type() : name).append(": ").append(v.text()).append(", ");
        }
        String type = "struct{ " + types + " }";
        return new Value(type, type + "{" + values + "}", "");
    }

    /// A type of the program beneath which lies that of the value, with some methods.
    private Value named(Value v) {
        String type = "T" + names++ + "@";
        declarations.append("type ").append(type).append(" ").append(v.type()).append('\n');
        var methods = new StringBuilder();
        boolean pointer = chance(25);
        method(type, pointer, 25, "Error() string", "return \"error!\"", "e", methods);
        method(type, pointer, 25, "String() string", "return \"string!\"", "s", methods);
        method(type, pointer, 40, "M() int", "return 5", "m", methods);
        method(type, pointer, 10, "GoString() string", "return \"go!\"", "", methods);
        method(
                type,
                pointer,
                10,
                "Format(s fmt.State, c rune)",
                "s.Write([]byte{'<', byte(c), '>'})",
                "",
                methods);
        String text =
                v.text().startsWith(v.type() + "{")
                        ? type + v.text().substring(v.type().length())
                        : type + "(" + v.text() + ")";
        return pointer && chance(50)
                ? new Value(
                        "*" + type,
                        "func() *" + type + " { v := " + text + "; return &v }()",
                        methods.toString())
                : new Value(type, text, pointer ? "" : methods.toString());
    }

    private void method(
            String type,
            boolean pointer,
            int percent,
            String head,
            String body,
            String letter,
            StringBuilder methods) {
        if (chance(percent)) {
            declarations
                    .append("func (")
                    .append(pointer ? "*" : "")
                    .append(type)
                    .append(") ")
                    .append(head)
                    .append(" { ")
                    .append(body)
                    .append(" }\n");
            methods.append(letter);
        }
    }
}
