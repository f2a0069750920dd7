package org.gorrery.session;

/// What is done with values of random types: copied, passed, compared, boxed, kept in maps and channels.
abstract class RandomUses extends RandomValues {
    private static final GoPieces PIECES = GoPieces.of("shapes/uses");

    RandomUses(long seed, int number, int wordBits) {
        super(seed, number, wordBits);
    }

    /// A piece of text in a function of its own; what it panics with is printed.
    void guarded(GoPiece piece) {
        line("func() {");
        indent++;
        line("defer func() { outR(recover()) }()");
        lines(piece.text());
        indent--;
        line("}()");
    }

    /// A shape and a place that has it.
    record Place(Shape shape, String text) {}

    Place place() {
        for (int i = 0; i < 20; i++) {
            var k = known.get(random.nextInt(known.size()));
            var shape = inside(k.shape());
            var list = places(shape);
            if (!list.isEmpty()) {
                return new Place(shape, list.get(random.nextInt(list.size())));
            }
        }
        var k = known.getFirst();
        return new Place(k.shape(), k.name());
    }

    private Shape inside(Shape shape) {
        if (chance(50)) {
            return shape;
        }
        return switch (shape) {
            case Shape.Array a -> a.length() == 0 ? shape : inside(a.elem());
            case Shape.Struct s ->
                    s.fields().isEmpty()
                            ? shape
                            : inside(s.fields().get(random.nextInt(s.fields().size())).shape());
            case Shape.Scalar s -> shape;
            case Shape.Named n -> shape;
            case Shape.Slice s -> shape;
            case Shape.Mapped m -> shape;
            case Shape.Pointer p -> shape;
            case Shape.Dynamic d -> shape;
        };
    }

    void declare() {
        var shape = shape(3);
        String name = fresh();
        line("var " + name + " " + shape.text() + " = " + value(shape, 3));
        known.add(new Known(name, shape));
        show(shape, name);
    }

    void show(Shape shape, String value) {
        line("outU(\"" + names++ + "\", " + fold(shape) + "(1, " + value + "))");
    }

    void assign() {
        var p = place();
        guarded(new GoPiece("$P = $V").with("P", p.text()).with("V", value(p.shape(), 3)));
        show(p.shape(), p.text());
    }

    void swap() {
        var p = place();
        var list = places(p.shape());
        String q = list.get(random.nextInt(list.size()));
        line(p.text() + ", " + q + " = " + q + ", " + value(p.shape(), 1));
        show(p.shape(), q);
    }

    void passed() {
        var k = known.get(random.nextInt(known.size()));
        var at = inside(k.shape());
        known.add(new Known("x", k.shape()));
        var inX = places(at).stream().filter(s -> s.matches("x\\b.*")).toList();
        known.removeLast();
        guarded(
                PIECES.named("passed")
                        .with("T", k.shape().text())
                        .with("X", inX.getFirst())
                        .with("V", value(at, 2))
                        .with("H", fold(k.shape()))
                        .with("K", k.name())
                        .with("N", random.nextInt(9)));
    }

    void pointed() {
        var p = place();
        guarded(
                PIECES.named("pointed")
                        .with("P", p.text())
                        .with("V", value(p.shape(), 2))
                        .with("H", fold(p.shape()))
                        .with("T", p.shape().text())
                        .with("Z", p.shape().leaves() == 0 ? "true" : "false"));
    }

    void compared() {
        var p = place();
        if (!p.shape().comparable()) {
            return;
        }
        guarded(
                PIECES.named("compared")
                        .with("P", p.text())
                        .with("V", value(p.shape(), 1))
                        .with("W", value(p.shape(), 1)));
    }

    void boxed() {
        var p = place();
        var other = shape(2);
        guarded(
                PIECES.named("boxed")
                        .with("P", p.text())
                        .with("V", value(p.shape(), 2))
                        .with("T", concrete(p.shape()))
                        .with(
                                "H",
                                fold(
                                        new Shape.Scalar("int").text().equals(concrete(p.shape()))
                                                ? INT
                                                : boxedShape(p.shape())))
                        .with("G", fold(boxedShape(other)))
                        .with("O", concrete(other))
                        .with("W", value(boxedShape(other), 2)));
    }

    private static Shape boxedShape(Shape shape) {
        return shape instanceof Shape.Dynamic ? INT : shape;
    }

    private static String concrete(Shape shape) {
        return boxedShape(shape).text();
    }

    void mapped() {
        var key = keyShape(2);
        var elem = shape(2);
        guarded(
                PIECES.named("mapped")
                        .with("K", key.text())
                        .with("E", elem.text())
                        .with("A", value(key, 1))
                        .with("B", value(key, 1))
                        .with("C", value(key, 1))
                        .with("V", value(elem, 2))
                        .with("W", value(elem, 2))
                        .with("H", fold(elem))
                        .with("J", fold(key)));
    }

    void captured() {
        var p = place();
        guarded(
                PIECES.named("captured")
                        .with("T", p.shape().text())
                        .with("P", p.text())
                        .with("V", value(p.shape(), 2))
                        .with("H", fold(p.shape())));
    }

    void methods() {
        var list = defined.stream().filter(s -> new Shape.Pointer(s).hasKey()).toList();
        if (list.isEmpty()) {
            return;
        }
        var s = list.get(random.nextInt(list.size()));
        guarded(
                PIECES.named("methods")
                        .with("V", value(s, 2))
                        .with("T", s.text())
                        .with(
                                "M",
                                s.hasKey() ? s.text() + ".key(v), " + prefix + "K(v).key()" : "0"));
    }
}
