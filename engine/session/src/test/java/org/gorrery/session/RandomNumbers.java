package org.gorrery.session;

/// Numbers of all types: conversions, shifts, constants, complex numbers, for random programs.
abstract class RandomNumbers extends RandomCollections {
    private static final GoPieces PIECES = GoPieces.of("program/numbers");

    RandomNumbers(long seed, int number, int wordBits) {
        super(seed, number, wordBits);
    }

    final void complexNumbers() {
        feature(
                PIECES.named("complexNumbers")
                        .with("A", expression("float64", 2))
                        .with("B", plain("float64"))
                        .with("C", literal("float64"))
                        .with("O", pick("+", "-", "*", "/")));
    }

    final void conversions() {
        String a = pick(NUMBERS);
        String b = pick(NUMBERS);
        String c = pick(NUMBERS);
        feature(
                PIECES.named("conversions")
                        .with("A", a)
                        .with("B", b)
                        .with("C", c)
                        .with("E", expression(pick(NUMBERS), 2))
                        .with("O", pick("+", "-", "*", "&", "|", "^"))
                        .with("P", printed(c, "z")));
    }

    final void shifts() {
        String t = pick(NUMBERS);
        feature(
                PIECES.named("shifts")
                        .with("N", random.nextInt(80))
                        .with("T", t)
                        .with("E", expression(t, 2))
                        .with("P", printed(t, "a"))
                        .with("Q", printed(t, "b"))
                        .with("R", printed(t, "x")));
    }

    final void constants() {
        int n = random.nextInt(60);
        feature(
                PIECES.named("constants")
                        .with("N", n + 1)
                        .with("K", small())
                        .with("D", 1 + random.nextInt(1000)));
    }
}
