package org.gorrery.session;

/// A well-typed Go program drawn at random from types drawn at random: every use of a value ([RandomUses]) meets every kind of type, nested
/// structs, arrays of arrays, maps with interface keys, instances of generic types. As [RandomProgram], it means the same on every Go.
final class RandomShapes extends RandomUses {
    private static final GoPieces PIECES = GoPieces.of("shapes/kinds");

    /// What all programs share, beside [RandomProgram#SUPPORT].
    static final String SUPPORT = GoPieces.all("shapes/support.go");

    private RandomShapes(long seed, int number, int wordBits) {
        super(seed, number, wordBits);
    }

    /// The declarations of program `number`, whose entry is a function `p<number>`.
    static String of(long seed, int number, int wordBits) {
        var program = new RandomShapes(seed, number, wordBits);
        program.defineTypes();
        program.entry();
        return program.out + program.helpers.toString() + program.foldFunctions();
    }

    private void entry() {
        line("func " + prefix + "() {");
        indent++;
        line("println(\"#" + prefix + "\")");
        line("defer func() { outR(recover()) }()");
        for (int i = 3; i > 0; i--) {
            declare();
        }
        for (int i = 10 + random.nextInt(10); i > 0; i--) {
            statement();
        }
        for (var k : known) {
            show(k.shape(), k.name());
        }
        indent--;
        line("}");
    }

    private void statement() {
        switch (random.nextInt(22)) {
            case 0, 1 -> declare();
            case 2, 3 -> assign();
            case 4 -> swap();
            case 5 -> passed();
            case 6 -> pointed();
            case 7 -> compared();
            case 8, 9 -> boxed();
            case 10 -> mapped();
            case 11 -> captured();
            case 12 -> methods();
            case 13 -> ranged();
            case 14 -> results();
            case 15 -> sliced();
            case 16 -> sent();
            case 17 -> generic();
            case 18 -> laidOut();
            case 19 -> variadic();
            case 20 -> exits();
            default -> literals();
        }
    }

    private void ranged() {
        var elem = shape(2);
        guarded(
                PIECES.named("ranged")
                        .with("T", elem.text())
                        .with("A", value(elem, 1))
                        .with("B", value(elem, 1))
                        .with("C", value(elem, 1))
                        .with("H", fold(elem))
                        .with("I", random.nextInt(8))
                        .with("J", random.nextInt(5)));
    }

    private void results() {
        var p = place();
        var q = place();
        guarded(
                PIECES.named("results")
                        .with("T", p.shape().text())
                        .with("U", q.shape().text())
                        .with("V", value(p.shape(), 2))
                        .with("W", value(p.shape(), 1))
                        .with("X", value(q.shape(), 2))
                        .with("H", fold(p.shape()))
                        .with("I", fold(q.shape()))
                        .with("P", p.text())
                        .with(
                                "Q",
                                q.text().equals(p.text()) || clash(p.text(), q.text())
                                        ? "_"
                                        : q.text())
                        .with("N", random.nextInt(3)));
    }

    private static boolean clash(String a, String b) {
        return a.startsWith(b) || b.startsWith(a);
    }

    private void sliced() {
        var elem = shape(2);
        guarded(
                PIECES.named("sliced")
                        .with("T", elem.text())
                        .with("A", value(elem, 1))
                        .with("B", value(elem, 2))
                        .with("C", value(elem, 1))
                        .with("N", 2 + random.nextInt(3))
                        .with("I", random.nextInt(5))
                        .with("H", fold(elem))
                        .with("S", fold(new Shape.Slice(elem))));
    }

    private void sent() {
        var elem = shape(2);
        guarded(
                PIECES.named("sent")
                        .with("T", elem.text())
                        .with("A", value(elem, 2))
                        .with("B", value(elem, 2))
                        .with("H", fold(elem)));
    }

    private void generic() {
        var a = shape(2);
        var b = keyShape(1);
        guarded(
                PIECES.named("generic")
                        .with("T", a.text())
                        .with("U", b.text())
                        .with("A", value(a, 1))
                        .with("C", value(a, 2))
                        .with("B", value(b, 1))
                        .with("D", value(b, 1))
                        .with("H", fold(a))
                        .with("I", fold(b))
                        .with("S", fold(new Shape.Slice(a)))
                        .with("G", fold(instance(a, b)))
                        .with("O", numbers()));
    }

    private String numbers() {
        String t = pick("int8", "uint32", "string", "int", "uint64", "float32");
        var s = new Shape.Scalar(t);
        return t.startsWith("float")
                ? "float32(1.5), " + pick("-2", "7.25", "0")
                : value(s, 0) + ", " + value(s, 0) + ", " + value(s, 0);
    }

    private void laidOut() {
        var p = place();
        var layout = new StringBuilder();
        if (p.shape() instanceof Shape.Struct s) {
            for (var f : s.fields()) {
                layout.append(
                        "println(unsafe.Offsetof(x.%s), unsafe.Alignof(x.%s))\n"
                                .formatted(f.name(), f.name()));
                layout.append(
                        "outU(\"f\", %s(1, *(*%s)(unsafe.Add(unsafe.Pointer(&x), unsafe.Offsetof(x.%s)))))\n"
                                .formatted(fold(f.shape()), f.shape().text(), f.name()));
            }
        }
        guarded(
                PIECES.named("laidOut")
                        .with("P", p.text())
                        .with("L", layout.toString())
                        .with("T", p.shape().text())
                        .with("V", value(p.shape(), 1))
                        .with("H", fold(p.shape())));
    }

    private void variadic() {
        var elem = shape(2);
        guarded(
                PIECES.named("variadic")
                        .with("T", elem.text())
                        .with("A", value(elem, 1))
                        .with("B", value(elem, 2))
                        .with("C", value(elem, 1))
                        .with("H", fold(elem)));
    }

    private void exits() {
        var p = place();
        guarded(
                PIECES.named("exits")
                        .with("H", fold(p.shape()))
                        .with("P", p.text())
                        .with("I", random.nextInt(4))
                        .with("Q", pick("7", "\"second\"", "any(nil)", "error(nil)")));
    }

    private void literals() {
        var elem = shape(2);
        String t = elem.text();
        String part = literal(elem, 1);
        String head = "(" + t + "{";
        String elided =
                part.startsWith(head) ? part.substring(t.length() + 1, part.length() - 1) : part;
        String pointed = part.startsWith(head) ? elided : "new(" + t + ")";
        guarded(
                PIECES.named("literals")
                        .with("T", t)
                        .with("E", elided)
                        .with("F", part)
                        .with("V", value(elem, 1))
                        .with("Q", pointed)
                        .with("H", fold(elem)));
    }
}
