package org.gorrery.session;

/// Rarer control flow for random programs: deferred calls, range over functions, labels, channels, goroutines.
abstract class RandomFlow extends RandomStatements {
    private static final GoPieces PIECES = GoPieces.of("program/flow");

    RandomFlow(long seed, int number, int wordBits) {
        super(seed, number, wordBits);
    }

    /// A piece of text, at the current depth.
    void feature(GoPiece piece) {
        lines(piece.text());
    }

    String small() {
        return String.valueOf(random.nextInt(100));
    }

    /// A statement that prints a value of a scalar type.
    String printed(String type, String name) {
        int from = out.length();
        int depth = indent;
        indent = 0;
        show(new Variable(name, type, false));
        indent = depth;
        String text = out.substring(from).strip();
        out.setLength(from);
        return text;
    }

    void flow() {
        switch (random.nextInt(10)) {
            case 0 -> results();
            case 1 -> rangeFunc();
            case 2 -> nestedRangeFunc();
            case 3 -> labels();
            case 4 -> jumps();
            case 5 -> captured();
            case 6 -> channels();
            case 7 -> goroutines();
            case 8 -> typeSwitch();
            default -> repanic();
        }
    }

    private void results() {
        feature(
                PIECES.named("results")
                        .with("A", random.nextInt(4))
                        .with("B", small())
                        .with("C", random.nextInt(4))
                        .with("P", pick("\"p\"", "i", "error(&" + prefix + "err{i})", "r")));
    }

    private void rangeFunc() {
        feature(
                PIECES.named("rangeFunc")
                        .with("K", 1 + random.nextInt(5))
                        .with("A", random.nextInt(3))
                        .with("B", random.nextInt(5))
                        .with("N", random.nextInt(6))
                        .with("C", random.nextInt(4)));
    }

    private void nestedRangeFunc() {
        feature(
                PIECES.named("nestedRangeFunc")
                        .with("N", random.nextInt(5))
                        .with("M", random.nextInt(5))
                        .with("A", random.nextInt(5))
                        .with("B", random.nextInt(4))
                        .with("C", 2 + random.nextInt(6)));
    }

    private void labels() {
        feature(
                PIECES.named("labels")
                        .with("N", 1 + random.nextInt(4))
                        .with("M", 1 + random.nextInt(4))
                        .with("A", random.nextInt(3))
                        .with("B", random.nextInt(3))
                        .with("C", small()));
    }

    private void jumps() {
        feature(
                PIECES.named("jumps")
                        .with("N", 1 + random.nextInt(8))
                        .with("A", small())
                        .with("B", 2 + random.nextInt(5)));
    }

    private void captured() {
        String t = pick(INTS);
        feature(
                PIECES.named("captured")
                        .with("T", t)
                        .with("E", expression(t, 1))
                        .with("O", pick("+", "-", "*", "|"))
                        .with("A", random.nextInt(20))
                        .with("P", printed(t, "a"))
                        .with("Q", printed(t, "b"))
                        .with("S", printed(t, "sum"))
                        .with("N", random.nextInt(12)));
    }

    private void channels() {
        String t = pick("int", "string", "uint8", "float64", "bool");
        feature(
                PIECES.named("channels")
                        .with("T", t)
                        .with("N", random.nextInt(5))
                        .with("M", random.nextInt(7))
                        .with("A", expression(t, 1))
                        .with("V", printed(t, "v")));
    }

    private void goroutines() {
        String t = pick(INTS);
        feature(
                PIECES.named("goroutines")
                        .with("T", t)
                        .with("E", expression(t, 1))
                        .with("B", random.nextInt(3))
                        .with("O", pick("+", "-", "*", "^"))
                        .with("N", random.nextInt(8))
                        .with("A", random.nextInt(6))
                        .with("V", printed(t, "v")));
    }

    private void typeSwitch() {
        String t = pick(SCALARS);
        feature(
                PIECES.named("typeSwitch")
                        .with("T", t.matches("u?int8|string|bool") ? "int64" : t)
                        .with("A", expression(t, 1))
                        .with("B", expression(pick(SCALARS), 1))
                        .with("V", printed(t.matches("u?int8|string|bool") ? "int64" : t, "v")));
    }

    private void repanic() {
        feature(
                PIECES.named("repanic")
                        .with("A", random.nextInt(4))
                        .with("B", random.nextInt(4))
                        .with("C", random.nextInt(4))
                        .with("P", pick("n", "\"first\"", "error(&" + prefix + "err{n})")));
    }
}
