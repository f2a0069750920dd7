package org.gorrery.session;

import java.util.ArrayList;
import java.util.List;

/// Values of random types: literals, variables and what is inside them, calls that say that they are made.
abstract class RandomValues extends RandomTypes {
    record Known(String name, Shape shape) {}

    final List<Known> known = new ArrayList<>();
    final StringBuilder helpers = new StringBuilder();
    private final java.util.Set<String> calls = new java.util.HashSet<>();
    private int labels;

    RandomValues(long seed, int number, int wordBits) {
        super(seed, number, wordBits);
    }

    /// All that is inside the variables and has a type, as expressions that can be assigned to.
    List<String> places(Shape wanted) {
        var list = new ArrayList<String>();
        for (var k : known) {
            collect(k.name(), k.shape(), wanted, 3, list);
        }
        return list;
    }

    private void collect(String path, Shape shape, Shape wanted, int depth, List<String> into) {
        if (shape.text().equals(wanted.text())) {
            into.add(path);
        }
        if (depth == 0) {
            return;
        }
        switch (shape) {
            case Shape.Array a -> {
                if (a.length() > 0) {
                    collect(
                            path + "[" + random.nextInt(a.length()) + "]",
                            a.elem(),
                            wanted,
                            depth - 1,
                            into);
                }
            }
            case Shape.Struct s -> {
                for (var f : s.fields()) {
                    collect(path + "." + f.name(), f.shape(), wanted, depth - 1, into);
                }
            }
            case Shape.Scalar s -> {}
            case Shape.Named n -> {}
            case Shape.Slice s -> {}
            case Shape.Mapped m -> {}
            case Shape.Pointer p -> {}
            case Shape.Dynamic d -> {}
        }
    }

    /// A value: a place, a literal, or a call.
    String value(Shape shape, int depth) {
        if (chance(35)) {
            var places = places(shape);
            if (!places.isEmpty()) {
                return places.get(random.nextInt(places.size()));
            }
        }
        if (depth > 0 && chance(12)) {
            return call(shape) + "(" + labels++ + ", " + value(shape, depth - 1) + ")";
        }
        return literal(shape, depth);
    }

    /// A function of one type that prints a number and returns its argument; one of four shapes.
    String call(Shape shape) {
        int kind = random.nextInt(4);
        String name =
                prefix + "c" + kind + Integer.toHexString(shape.text().hashCode() & 0x7fffffff);
        if (calls.add(name)) {
            String t = shape.text();
            helpers.append(
                    switch (kind) {
                        case 0 ->
                                "func %s(l int, v %s) %s { println(\"c\", l); return v }\n"
                                        .formatted(name, t, t);
                        case 1 ->
                                "func %s(l int, v %s) (r %s) { defer func() { r = v; println(\"d\", l) }(); return }\n"
                                        .formatted(name, t, t);
                        case 2 ->
                                "func %s(l int, v %s) %s { p := &v; w := *p; println(\"p\", l); return w }\n"
                                        .formatted(name, t, t);
                        default ->
                                "func %s(l int, v %s) %s { c := make(chan %s, 1); c <- v; println(\"ch\", l, len(c)); return <-c }\n"
                                        .formatted(name, t, t, t);
                    });
        }
        return name;
    }

    String literal(Shape shape, int depth) {
        return switch (shape) {
            case Shape.Scalar s ->
                    s.text().startsWith("float") && chance(10)
                            ? s.text()
                                    + "("
                                    + pick("math.NaN()", "math.Inf(-1)", "math.Copysign(0, -1)")
                                    + ")"
                            : s.text() + "(" + constant(s.text()) + ")";
            case Shape.Named n -> n.text() + "(" + constant(n.under().text()) + ")";
            case Shape.Array a -> "(" + a.text() + "{" + arrayBody(a, depth) + "})";
            case Shape.Slice s ->
                    switch (random.nextInt(5)) {
                        case 0 -> s.text() + "(nil)";
                        case 1 -> "make(" + s.text() + ", " + random.nextInt(4) + ", 6)";
                        default ->
                                "("
                                        + s.text()
                                        + "{"
                                        + list(s.elem(), 1 + random.nextInt(3), depth)
                                        + "})";
                    };
            case Shape.Mapped m ->
                    chance(15)
                            ? "make(" + m.text() + ")"
                            : "("
                                    + m.text()
                                    + "{"
                                    + value(m.key(), 0)
                                    + ": "
                                    + value(m.elem(), depth - 1)
                                    + "})";
            case Shape.Pointer p -> pointer(p, depth);
            case Shape.Dynamic d -> dynamic(d, depth);
            case Shape.Struct s -> struct(s, depth);
        };
    }

    private String pointer(Shape.Pointer p, int depth) {
        if (chance(12)) {
            return "(" + p.text() + ")(nil)";
        }
        if (p.elem() instanceof Shape.Struct s && chance(50)) {
            return "&" + unparenthesized(struct(s, depth - 1));
        }
        return "func() " + p.text() + " { x := " + value(p.elem(), depth - 1) + "; return &x }()";
    }

    private static String unparenthesized(String text) {
        return text.startsWith("(") ? text.substring(1, text.length() - 1) : text;
    }

    private String dynamic(Shape.Dynamic d, int depth) {
        if (chance(15)) {
            return d.text() + "(nil)";
        }
        for (int i = 0; i < 8; i++) {
            var s = shape(depth > 0 ? 2 : 0);
            if (!(s instanceof Shape.Dynamic) && (!d.hasMethod() || s.hasKey())) {
                fold(s);
                return d.text() + "(" + value(s, depth - 1) + ")";
            }
        }
        return d.text() + "(nil)";
    }

    private String struct(Shape.Struct s, int depth) {
        var parts = new ArrayList<String>();
        for (var f : s.fields()) {
            if (chance(depth > 0 ? 75 : 30)) {
                parts.add(f.name() + ": " + value(f.shape(), depth - 1));
            }
        }
        return "(" + s.text() + "{" + String.join(", ", parts) + "})";
    }

    private String arrayBody(Shape.Array a, int depth) {
        if (a.length() == 0) {
            return "";
        }
        if (chance(30)) {
            return (a.length() - 1) + ": " + value(a.elem(), depth - 1);
        }
        return list(a.elem(), 1 + random.nextInt(a.length()), depth);
    }

    private String list(Shape elem, int n, int depth) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < n; i++) {
            parts.add(value(elem, depth - 1));
        }
        return String.join(", ", parts);
    }

    /// A constant that a predeclared type can hold.
    String constant(String basic) {
        return switch (basic) {
            case "string" ->
                    pick(
                            "\"\"",
                            "\"a\"",
                            "\"h\u00e9\u4e16\"",
                            "\"\\xff\\x00\"",
                            "\"go\" + \"rry\"",
                            "`r\\n`");
            case "bool" -> pick("true", "false", "1 < 2", "!true");
            case "float32", "float64" ->
                    pick(
                            "0", "1.5", "-2.25", "1e10", "0x1p-3", "1/3.0", "'a'", "1<<20", "-0.0",
                            "3.0e-30");
            case "complex64", "complex128" ->
                    pick("0", "1+2i", "-1.5i", "3", "(1+1i)*(2-1i)", "'x'");
            default -> integer(basic);
        };
    }

    private String integer(String basic) {
        int bits = basic.equals("uintptr") ? wordBits : bits(basic);
        if (chance(70)) {
            return String.valueOf(random.nextInt(100));
        }
        return basic.startsWith("u")
                ? pick("1<<" + (bits - 1), "1<<" + bits + " - 1", "^" + basic + "(0)", "'z'")
                : pick(
                        "-1<<" + (bits - 1),
                        "1<<" + (bits - 1) + " - 1",
                        "-1",
                        "'z'",
                        "len(\"abc\")");
    }
}
