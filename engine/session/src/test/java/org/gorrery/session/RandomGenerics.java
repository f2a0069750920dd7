package org.gorrery.session;

import java.util.List;

/// Generic and embedded types and their methods, for random programs.
abstract class RandomGenerics extends RandomFlow {
    private static final GoPieces PIECES = GoPieces.of("program/generics");

    /// The types of whole numbers.
    static final List<String> NUMBERS =
            List.of(
                    "int8", "int16", "int32", "int64", "int", "uint8", "uint16", "uint32",
                    "uint64");

    RandomGenerics(long seed, int number, int wordBits) {
        super(seed, number, wordBits);
    }

    final void list() {
        String t = pick(SCALARS);
        feature(
                PIECES.named("list")
                        .with("T", t)
                        .with("A", expression(t, 2))
                        .with("B", expression(t, 1))
                        .with("C", expression(t, 1))
                        .with("N", random.nextInt(4))
                        .with("S", printed(t, "v")));
    }

    final void pair() {
        String a = pick("int8", "string", "uint16", "bool", "float64");
        String b = pick(SCALARS);
        feature(
                PIECES.named("pair")
                        .with("A", a)
                        .with("B", b)
                        .with("X", expression(a, 1))
                        .with("Y", expression(b, 2))
                        .with("Z", expression(a, 1))
                        .with("O", printed(a, "old"))
                        .with("R", printed(b, "r.b")));
    }

    final void mapped() {
        String t = pick(NUMBERS);
        String u = pick(NUMBERS);
        feature(
                PIECES.named("mapped")
                        .with("T", t)
                        .with("U", u)
                        .with("K", expression(t, 1))
                        .with("A", expression(t, 1))
                        .with("B", expression(t, 1))
                        .with("C", expression(t, 2))
                        .with("O", pick("+", "-", "*", "^", "&^"))
                        .with("L", small())
                        .with("P", printed(u, "x")));
    }

    final void embedded() {
        String f = fields.getFirst();
        feature(
                PIECES.named("embedded")
                        .with("A", expression(f, 1))
                        .with("B", expression(f, 2))
                        .with("N", small())
                        .with("M", expression("int", 1))
                        .with(
                                "V",
                                pick(
                                        prefix + "N(" + random.nextInt(100) + ")",
                                        "e." + prefix + "S",
                                        "&e." + prefix + "S")));
    }

    final void methodValues() {
        feature(
                PIECES.named("methodValues")
                        .with("A", expression("int", 1))
                        .with("B", expression("int", 1))
                        .with("C", expression("int", 2))
                        .with("D", small())
                        .with("E", expression("int", 1))
                        .with("I", random.nextInt(3)));
    }
}
