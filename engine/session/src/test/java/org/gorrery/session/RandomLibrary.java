package org.gorrery.session;

import java.util.List;

/// A Go program drawn at random from calls of the standard library: what it prints of random values with random verbs, how it converts,
/// cuts, sorts, parses and encodes them. Everything it prints is the same on every Go; what panics is printed too.
final class RandomLibrary extends RandomText {
    /// What stands before the programs of a file.
    static final String HEAD = GoPieces.all("library/head.go");

    /// `$i` an int, `$n` a small one, `$u` a uint64, `$f` a float64, `$s` a string, `$c` a rune, `$v` any value, `$l` a slice of ints,
    /// `$w` a slice of strings, `$d` a base, `$g` a letter for floats, `$r` a pattern, `$t` a text of numbers.
    private static final List<String> CALLS = GoPieces.lines("library/calls.txt");

    private static final List<String> STRINGS = GoPieces.lines("library/strings.txt");
    private static final List<String> NUMBERS = GoPieces.lines("library/numbers.txt");
    private static final List<String> PATTERNS = GoPieces.lines("library/patterns.txt");

    private RandomLibrary(long seed, int number) {
        super(seed * 13 + 5, number, 64);
    }

    /// The function `p<number>`.
    static String of(long seed, int number) {
        var program = new RandomLibrary(seed, number);
        program.line("func " + program.prefix + "() {");
        program.indent++;
        program.line("println(\"#" + program.prefix + "\")");
        for (int i = 0; i < 40; i++) {
            program.line("try(" + i + ", func() { say(" + i + ", " + program.said() + ") })");
        }
        program.indent--;
        program.line("}");
        return program.out.toString();
    }

    private String said() {
        if (chance(45)) {
            return printed();
        }
        return filled(pick(CALLS));
    }

    private String printed() {
        var format = new StringBuilder();
        var args = new StringBuilder();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            format.append(pick("", "x", " ", "%%")).append(verb(args));
            if (chance(93)) {
                args.append(", ").append(value(2));
            }
        }
        if (chance(5)) {
            args.append(", ").append(value(1));
        }
        return chance(90)
                ? "fmt.Sprintf(\"" + format + "\"" + args + ")"
                : pick("fmt.Sprint(", "fmt.Sprintln(") + value(2) + args + ")";
    }

    private String verb(StringBuilder args) {
        var text = new StringBuilder("%");
        for (String flag : List.of("+", "-", "#", " ", "0")) {
            text.append(chance(18) ? flag : "");
        }
        if (chance(4)) {
            text.append("[" + random.nextInt(4) + "]");
        }
        if (chance(35)) {
            text.append(random.nextInt(25));
        } else if (chance(6)) {
            text.append('*');
            args.append(", ").append(random.nextInt(30) - 8);
        }
        if (chance(30)) {
            text.append('.').append(chance(85) ? random.nextInt(12) + "" : "");
        }
        return text
                + pick(
                        "v", "v", "v", "d", "s", "q", "x", "X", "o", "O", "b", "c", "U", "e", "E",
                        "f", "F", "g", "G", "t", "T", "w", "z");
    }

    private String filled(String call) {
        var out = new StringBuilder();
        for (int i = 0; i < call.length(); i++) {
            if (call.charAt(i) != '$' || i + 1 == call.length()) {
                out.append(call.charAt(i));
                continue;
            }
            i++;
            out.append(
                    switch (call.charAt(i)) {
                        case 'i' -> "id[int64](" + integer() + ")";
                        case 'n' -> "id(" + random.nextInt(9) + ")";
                        case 'u' -> "id[uint64](" + Long.toUnsignedString(bits()) + ")";
                        case 'f' -> floating();
                        case 's' -> string();
                        case 'c' -> "id[rune](" + rune() + ")";
                        case 'v' -> value(2);
                        case 'l' -> ints();
                        case 'w' ->
                                "[]string{" + string() + ", " + string() + ", " + string() + "}";
                        case 'd' -> digitBase(call, i);
                        case 'g' -> pick("'e'", "'f'", "'g'", "'G'", "'E'", "'b'", "'x'");
                        case 'r' -> pick(PATTERNS);
                        case 't' -> pick(NUMBERS);
                        default -> "<" + call.charAt(i) + ">"; // replacement text of a regexp
                    });
            if (call.startsWith("d0", i)) {
                i++;
            }
        }
        return out.toString();
    }

    private String digitBase(String call, int i) {
        return call.startsWith("d0", i)
                ? pick("0", "2", "8", "10", "16", "36")
                : 2 + random.nextInt(35) + "";
    }

    private long bits() {
        return random.nextLong() >>> random.nextInt(64);
    }

    private String integer() {
        return chance(10)
                ? pick("0", "1", "-1", "9223372036854775807", "-9223372036854775808", "4294967296")
                : String.valueOf(chance(50) ? bits() : -bits());
    }

    private String floating() {
        return switch (random.nextInt(6)) {
            case 0 -> "math.Float64frombits(" + Long.toUnsignedString(random.nextLong()) + ")";
            case 1 ->
                    pick(
                            "math.Inf(1)",
                            "math.Inf(-1)",
                            "math.NaN()",
                            "math.Copysign(0, -1)",
                            "id(math.MaxFloat64)",
                            "id(math.SmallestNonzeroFloat64)",
                            "float64(0)");
            case 2 -> "float64(" + (random.nextInt(2000) - 1000) + ") / 8";
            case 3 -> "float64(" + random.nextInt(100000) + "e" + (random.nextInt(40) - 20) + ")";
            default ->
                    "float64(" + random.nextGaussian() * Math.pow(10, random.nextInt(9) - 3) + ")";
        };
    }

    private String rune() {
        return pick(
                "'a'",
                "'Z'",
                "'7'",
                "' '",
                "0xe9",
                "0x4e16",
                "0x1f600",
                "-1",
                "0x110000",
                "0xd800",
                "0x3b1",
                "0x1c5",
                "0x7f",
                "0xfeff",
                "0");
    }

    private String string() {
        return chance(80) ? pick(STRINGS) : "(" + pick(STRINGS) + " + " + pick(STRINGS) + ")";
    }

    private String ints() {
        var text = new StringBuilder("[]int{");
        for (int i = random.nextInt(7); i > 0; i--) {
            text.append(random.nextInt(40) - 9).append(", ");
        }
        return text + "}";
    }

    private String value(int depth) {
        if (depth > 0 && chance(35)) {
            // below the top a pointer is printed as an address
            return switch (random.nextInt(depth == 2 ? 11 : 6)) {
                case 0 -> "[]any{" + value(depth - 1) + ", " + value(depth - 1) + "}";
                case 1 -> "map[string]any{" + string() + ": " + value(depth - 1) + ", \"zz\": 1}";
                case 2 ->
                        "shape{point: point{1, "
                                + random.nextInt(9)
                                + "}, Name: "
                                + string()
                                + ", Any: "
                                + value(depth - 1)
                                + "}";
                case 6 ->
                        "&shape{Tags: []string{"
                                + string()
                                + "}, Sizes: map[string]float64{\"k\": "
                                + random.nextInt(9)
                                + "}, Next: nil}";
                case 4 -> "struct { a any; b error }{" + value(depth - 1) + ", nil}";
                case 5 -> "map[key]any{{1, " + string() + "}: " + value(depth - 1) + "}";
                case 3 -> "pair[any, int8]{" + value(depth - 1) + ", 3}";
                case 7 -> "&[]any{" + value(depth - 1) + "}";
                case 8 -> "&map[string]any{\"p\": " + value(depth - 1) + "}";
                case 9 -> "&[2]any{" + value(depth - 1) + "}";
                default -> "reflect.ValueOf(" + value(depth - 1) + ")";
            };
        }
        return switch (random.nextInt(25)) {
            case 0, 1 -> "int64(" + integer() + ")";
            case 2 -> "int(" + (random.nextInt(400) - 200) + ")";
            case 3 -> "uint64(" + Long.toUnsignedString(bits()) + ")";
            case 4, 5 -> floating();
            case 6, 7 -> string();
            case 8 -> "[]byte(" + string() + ")";
            case 9 -> ints();
            case 10 -> pick("true", "false");
            case 11 -> "rune(" + rune() + ")";
            case 12 -> "float32(id(" + floating() + "))";
            case 13 -> "complex(" + floating() + ", " + floating() + ")";
            case 14 -> "level(" + random.nextInt(100) + ")";
            case 15 -> "name(" + string() + ")";
            case 16 -> "point{" + random.nextInt(9) + ", -2}";
            case 17 ->
                    pick(
                            "any(nil)",
                            "error(nil)",
                            "(*point)(nil)",
                            "(*shape)(nil)",
                            "[]int(nil)",
                            "map[string]int(nil)",
                            "speech{}",
                            "(*speech)(nil)",
                            "broken{7}",
                            "(*level)(nil)",
                            "new(int) == nil");
            case 18 -> "speech{" + string() + "}";
            case 19 -> "[3]byte{1, 200}";
            case 20 -> "time.Duration(" + integer() + ")";
            case 21 -> (depth == 2 ? "&" : "") + "point{3, " + random.nextInt(9) + "}";
            case 22 -> "custom{1}";
            case 23 -> "[]string{" + string() + ", " + string() + "}";
            default -> "uint8(" + random.nextInt(256) + ")";
        };
    }
}
