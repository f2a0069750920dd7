package org.gorrery.session;

/// Rarer constructs for random programs, each a block of its own that prints what it has computed: picks one, and has those about the
/// order of evaluation and what panics.
abstract class RandomFeatures extends RandomNumbers {
    private static final GoPieces PIECES = GoPieces.of("program/order");

    RandomFeatures(long seed, int number, int wordBits) {
        super(seed, number, wordBits);
    }

    /// Declarations that the features use.
    void shared() {
        lines(PIECES.named("shared").text());
    }

    @Override
    void rare() {
        line("func() {"); // labels are its own
        indent++;
        int before = scope.size();
        loops += 2; // no calls of functions that loop in turn
        switch (random.nextInt(26)) {
            case 0 -> list();
            case 1 -> pair();
            case 2 -> mapped();
            case 3 -> embedded();
            case 4 -> methodValues();
            case 5 -> arrays();
            case 6 -> order();
            case 7 -> structMap();
            case 8 -> complexNumbers();
            case 9 -> runes();
            case 10 -> slices();
            case 11 -> faults();
            case 12 -> arrayKeys();
            case 13 -> conversions();
            case 14 -> shifts();
            case 15 -> constants();
            default -> flow();
        }
        loops -= 2;
        while (scope.size() > before) {
            scope.removeLast();
        }
        indent--;
        line("}()");
    }

    private void order() {
        feature(
                PIECES.named("order")
                        .with("I", random.nextInt(4))
                        .with("J", random.nextInt(4))
                        .with("A", expression("int", 1))
                        .with("B", small())
                        .with("C", expression("int", 1))
                        .with("O", pick("+", "-", "*", "^")));
    }

    private void faults() {
        feature(
                PIECES.named("faults")
                        .with("V", expression(pick(SCALARS), 1))
                        .with("I", random.nextInt(7) - 1)
                        .with("J", random.nextInt(6) - 1)
                        .with("K", random.nextInt(6)));
    }
}
