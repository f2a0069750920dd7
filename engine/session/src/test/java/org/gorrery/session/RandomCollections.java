package org.gorrery.session;

/// Arrays, slices, maps and strings, for random programs.
abstract class RandomCollections extends RandomGenerics {
    private static final GoPieces PIECES = GoPieces.of("program/collections");

    RandomCollections(long seed, int number, int wordBits) {
        super(seed, number, wordBits);
    }

    final void arrays() {
        String t = pick(NUMBERS);
        feature(
                PIECES.named("arrays")
                        .with("T", t)
                        .with("A", expression(t, 1))
                        .with("B", expression(t, 1))
                        .with("C", expression(t, 2))
                        .with("P", printed(t, "v")));
    }

    final void structMap() {
        String key = pick("string", "int8", "uint64", "float32", "bool");
        feature(
                PIECES.named("structMap")
                        .with("K", key)
                        .with("A", literal(key))
                        .with("B", plain(key))
                        .with("C", expression(fields.getFirst(), 1))
                        .with("D", expression(key, 1))
                        .with("N", small()));
    }

    final void runes() {
        feature(
                PIECES.named("runes")
                        .with("S", expression("string", 2))
                        .with("X", random.nextInt(256))
                        .with("T", literal("string"))
                        .with("N", pick("65", "233", "19990", "-1", "55296", "1114112")));
    }

    final void slices() {
        String t = pick(SCALARS);
        feature(
                PIECES.named("slices")
                        .with("T", t)
                        .with("A", expression(t, 1))
                        .with("B", literal(t))
                        .with("C", plain(t))
                        .with("D", expression(t, 1))
                        .with("H", 1 + random.nextInt(4))
                        .with("I", random.nextInt(5))
                        .with("P", printed(t, "v")));
    }

    final void arrayKeys() {
        feature(
                PIECES.named("arrayKeys")
                        .with("A", expression("int8", 1))
                        .with("B", expression("int8", 1))
                        .with("S", plain("string"))
                        .with("V", expression(pick("int8", "string", "bool", "uint16"), 1)));
    }
}
