package org.gorrery.session;

import java.util.List;

/// A Go program drawn at random from generic code, goroutines whose output does not depend on their order, embedded and promoted methods,
/// loops over functions and memory that slices share. Types and values are drawn; everything printed is the same on every Go.
final class RandomWide extends RandomText {
    /// What stands before the programs of a file.
    static final String HEAD = GoPieces.all("wide/head.go");

    /// `$T` and `$U` types that can be map keys, `$a` `$b` `$c` values of `$T`, `$x` `$y` values of `$U`, `$I` `$J` whole types, `$i` `$j`
    /// their values, `$F` a float type, `$f` `$g` its values, `$n` a small number, `$s` a text.
    private static final List<String> PIECES =
            GoPieces.texts(
                    "wide/generic",
                    "wide/goroutines",
                    "wide/methods",
                    "wide/collections",
                    "wide/control");

    /// A type that can be the key of a map, and three of its values, distinct but for bool.
    private record Key(String type, List<String> values) {
        static Key of(String line) {
            var parts = List.of(line.split(" \\| "));
            return new Key(parts.getFirst(), parts.subList(1, parts.size()));
        }
    }

    private static final List<Key> KEYS =
            GoPieces.lines("wide/keys.txt").stream().map(Key::of).toList();
    private static final List<String> WHOLE =
            List.of(
                    "int8", "int16", "int32", "int64", "int", "uint8", "uint16", "uint32", "uint64",
                    "i8");
    private static final List<String> TEXTS =
            List.of("", "a", "hello", "h\\u00e9\\u4e16", "\\xff\\x00", "xyz w");

    private RandomWide(long seed, int number, int wordBits) {
        super(seed * 29 + 11, number, wordBits);
    }

    /// The function `p<number>`.
    static String of(long seed, int number, int wordBits) {
        var program = new RandomWide(seed, number, wordBits);
        program.line("func " + program.prefix + "() {");
        program.indent++;
        program.line("println(\"#" + program.prefix + "\")");
        for (int i = 0; i < 8; i++) {
            program.line("try(func() {");
            program.indent++;
            program.lines(program.filled(program.pick(PIECES)));
            program.indent--;
            program.line("})");
        }
        program.indent--;
        program.line("}");
        return program.out.toString();
    }

    private String filled(String piece) {
        var t = KEYS.get(random.nextInt(KEYS.size()));
        var u = KEYS.get(random.nextInt(KEYS.size()));
        String i = pick(WHOLE);
        String j = pick(WHOLE);
        String f = pick("float32", "float64");
        int n = 1 + random.nextInt(6);
        var out = new StringBuilder();
        for (int k = 0; k < piece.length(); k++) {
            char c = piece.charAt(k);
            if (c != '$') {
                out.append(c);
                continue;
            }
            k++;
            out.append(
                    switch (piece.charAt(k)) {
                        case 'T' -> t.type();
                        case 'U' -> u.type();
                        case 'I' -> i;
                        case 'J' -> j;
                        case 'F' -> f;
                        case 'a' -> t.values().get(0);
                        case 'b' -> t.values().get(1);
                        case 'c' -> t.values().get(2);
                        case 'x' -> u.values().get(1);
                        case 'y' -> u.values().get(0);
                        case 'i' -> integer(i);
                        case 'j' -> integer(j);
                        case 'f', 'g' ->
                                f + pick("(0.1)", "(-2.5)", "(1e30)", "(3)", "(16777217)", "(1)/3");
                        case 'n' -> String.valueOf(n);
                        case 'm' -> String.valueOf(random.nextInt(8));
                        default -> pick(TEXTS);
                    });
        }
        return out.toString();
    }

    private String integer(String type) {
        int bits = type.equals("i8") ? 8 : bits(type);
        boolean unsigned = type.startsWith("u");
        long max =
                unsigned
                        ? bits == 64 ? -1 : (1L << bits) - 1
                        : bits == 64 ? Long.MAX_VALUE : (1L << (bits - 1)) - 1;
        long drawn = random.nextLong() & max;
        return type
                + "("
                + switch (random.nextInt(6)) {
                    case 0 -> Long.toUnsignedString(max);
                    case 1 -> unsigned ? "0" : String.valueOf(-max - 1);
                    case 2 -> unsigned ? "1" : "-1";
                    case 3 -> String.valueOf(random.nextInt(20));
                    default -> (unsigned || chance(50) ? "" : "-") + Long.toUnsignedString(drawn);
                }
                + ")";
    }
}
