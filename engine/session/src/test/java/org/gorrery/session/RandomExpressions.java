package org.gorrery.session;

import java.util.ArrayList;
import java.util.function.Supplier;

/// Values and expressions of a random program: none that the specification leaves open.
abstract class RandomExpressions extends RandomText {
    RandomExpressions(long seed, int number, int wordBits) {
        super(seed, number, wordBits);
    }

    String divisor(String type) {
        var v = variable(type);
        if (v == null || chance(40)) {
            return String.valueOf(1 + random.nextInt(100));
        }
        return chance(60) ? "(" + v.name() + " | 1)" : v.name();
    }

    /// An index that is mostly inside.
    String index(String of) {
        return switch (random.nextInt(10)) {
            case 0 -> "int(" + plain("uint8") + ")";
            case 1 -> plain("int");
            default -> "int(" + plain(pick("uint8", "uint16")) + ")%len(" + of + ")";
        };
    }

    String value(String type, int depth) {
        if (SCALARS.contains(type)) {
            return expression(type, depth);
        }
        if (type.startsWith("map[")) {
            String key = type.substring(4, type.indexOf(']'));
            if (chance(8)) {
                return "nil";
            }
            return type + "{" + literal(key) + ": " + expression(elem(type), 1) + "}";
        }
        if (type.startsWith("[]")) {
            return switch (random.nextInt(5)) {
                case 0 -> "nil";
                case 1 -> "make(" + type + ", " + random.nextInt(5) + ", 8)";
                default ->
                        type
                                + "{"
                                + expression(elem(type), 1)
                                + ", "
                                + expression(elem(type), 1)
                                + "}";
            };
        }
        if (type.startsWith("[")) {
            return type + "{" + expression(elem(type), 1) + "}";
        }
        var same = variable(type);
        if (same != null && chance(30)) {
            return same.name();
        }
        var list = new ArrayList<String>();
        for (int i = 0; i < fields.size(); i++) {
            if (chance(70)) {
                list.add("f" + i + ": " + expression(fields.get(i), 1));
            }
        }
        return "(" + type + "{" + String.join(", ", list) + "})";
    }

    String literal(String type) {
        if (isFloat(type)) {
            return pick("0.0", "1.5", "-2.25", "1e10", "3.0", "-0.5", "1e-3");
        }
        if (type.equals("string")) {
            return pick("\"\"", "\"a\"", "\"xyz\"", "\"h\u00e9\u4e16\"", "\"\\xff\"", "\"\\x00b\"");
        }
        if (type.equals("bool")) {
            return pick("true", "false");
        }
        int bits = bits(type);
        if (type.startsWith("u")) {
            String max = bits == 64 ? "18446744073709551615" : String.valueOf((1L << bits) - 1);
            return chance(80)
                    ? String.valueOf(random.nextInt(100))
                    : pick(max, String.valueOf(1L << (bits - 2)));
        }
        long max = bits == 64 ? Long.MAX_VALUE : (1L << (bits - 1)) - 1;
        return chance(80)
                ? String.valueOf(random.nextInt(110) - 10)
                : pick(String.valueOf(max), String.valueOf(-max - 1), String.valueOf(max / 2));
    }

    /// A value that is no constant, so that nothing overflows when it is compiled.
    String plain(String type) {
        var v = variable(type);
        if (v != null) {
            return v.name();
        }
        if (isInt(type) || isFloat(type)) {
            var ints = of(x -> isInt(x.type()));
            if (!ints.isEmpty()) {
                return type + "(" + ints.get(random.nextInt(ints.size())).name() + ")";
            }
        }
        return "func() " + type + " { return " + literal(type) + " }()";
    }

    String expression(String type, int depth) {
        if (depth <= 0 || chance(20)) {
            return chance(75) ? plain(type) : converted(type);
        }
        if (isInt(type)) {
            return integer(type, depth);
        }
        if (isFloat(type)) {
            return floating(type, depth);
        }
        return type.equals("string") ? string() : bool(depth);
    }

    /// A literal of exactly that type.
    String converted(String type) {
        return type.equals("string") || type.equals("bool")
                ? literal(type)
                : type + "(" + literal(type) + ")";
    }

    String call(String type) {
        for (var f : functions) {
            if (f[1].equals(type) && chance(50) && loops < 2) {
                var args = new ArrayList<String>();
                for (int i = 2; i < f.length; i++) {
                    args.add(plain(f[i]));
                }
                return f[0] + "(" + String.join(", ", args) + ")";
            }
        }
        return plain(type);
    }

    String integer(String type, int depth) {
        return switch (random.nextInt(16)) {
            case 0, 1, 2 ->
                    "("
                            + plain(type)
                            + " "
                            + pick("+", "-", "*", "&", "|", "^", "&^")
                            + " "
                            + expression(type, depth - 1)
                            + ")";
            case 3 -> "(" + plain(type) + " " + pick("/", "%") + " " + divisor(type) + ")";
            case 4, 5 -> "(" + plain(type) + " " + pick("<<", ">>") + " " + shift(depth) + ")";
            case 6, 7 -> type + "(" + plain(pick(INTS)) + ")";
            case 8 -> pick("-", "^") + plain(type);
            case 9 -> call(type);
            case 10 -> type + "(len(" + plain("string") + "))";
            case 11 -> prefix + "G(" + plain(type) + ", " + expression(type, depth - 1) + ")";
            case 12 ->
                    pick("min", "max")
                            + "("
                            + plain(type)
                            + ", "
                            + expression(type, depth - 1)
                            + ")";
            case 13 -> indexed(type);
            case 14 -> "(" + plain(type) + " " + pick("<<", ">>") + " " + random.nextInt(70) + ")";
            default ->
                    "func() "
                            + type
                            + " {\n"
                            + "\t".repeat(indent + 1)
                            + "if "
                            + expression("bool", depth - 1)
                            + " {\n"
                            + "\t".repeat(indent + 2)
                            + "return "
                            + expression(type, depth - 1)
                            + "\n"
                            + "\t".repeat(indent + 1)
                            + "}\n"
                            + "\t".repeat(indent + 1)
                            + "return "
                            + plain(type)
                            + "\n"
                            + "\t".repeat(indent)
                            + "}()";
        };
    }

    String shift(int depth) {
        String count = expression(pick("uint8", "uint", "uint32"), depth - 1);
        return chance(70) ? "(" + count + " & 31)" : count;
    }

    String indexed(String type) {
        var list =
                of(v ->
                        v.type().startsWith("[") && elem(v.type()).equals(type)
                                || v.type().startsWith("map[") && elem(v.type()).equals(type));
        if (list.isEmpty()) {
            return plain(type);
        }
        var v = list.get(random.nextInt(list.size()));
        if (v.type().startsWith("map[")) {
            String key = v.type().substring(4, v.type().indexOf(']'));
            return chance(50)
                    ? v.name() + "[" + plain(key) + "]"
                    : prefix + "K(" + v.name() + ", " + plain(key) + ", " + plain(type) + ")";
        }
        return v.name() + "[" + index(v.name()) + "]";
    }

    String floating(String type, int depth) {
        return switch (random.nextInt(7)) {
            case 0, 1, 2 ->
                    "("
                            + plain(type)
                            + " "
                            + pick("+", "-", "*", "/")
                            + " "
                            + expression(type, depth - 1)
                            + ")";
            case 3 -> type + "(" + plain(pick("float32", "float64")) + ")";
            case 4 -> type + "(" + plain(pick(INTS)) + ")";
            case 5 -> "-" + plain(type);
            default -> call(type);
        };
    }

    String string() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> "(" + plain("string") + " + " + literal("string") + ")";
            case 2 -> "string(rune(" + plain(pick("int32", "uint8", "uint16")) + "))";
            case 3 -> "string([]byte(" + plain("string") + "))";
            case 4 -> "string([]rune(" + plain("string") + "))";
            case 5 -> call("string");
            case 6 ->
                    "func(s string) string {\n"
                            + "\t".repeat(indent + 1)
                            + "if len(s) > 1 {\n"
                            + "\t".repeat(indent + 2)
                            + "return s["
                            + pick("1:", ":1", ":len(s)/2", "len(s)-1:")
                            + "]\n"
                            + "\t".repeat(indent + 1)
                            + "}\n"
                            + "\t".repeat(indent + 1)
                            + "return s\n"
                            + "\t".repeat(indent)
                            + "}("
                            + plain("string")
                            + ")";
            default -> plain("string");
        };
    }

    private String compared(String type, Supplier<String> other) {
        return type.equals("bool")
                ? plain("bool")
                : "("
                        + plain(type)
                        + " "
                        + pick("==", "!=", "<", "<=", ">", ">=")
                        + " "
                        + other.get()
                        + ")";
    }

    String bool(int depth) {
        String type = pick(SCALARS);
        return switch (random.nextInt(6)) {
            case 0 ->
                    "("
                            + expression("bool", depth - 1)
                            + " "
                            + pick("&&", "||")
                            + " "
                            + expression("bool", depth - 1)
                            + ")";
            case 1 -> "!" + plain("bool");
            case 2 -> compared(type, () -> literal(type));
            case 3 -> compared(type, () -> expression(type, depth - 1));
            case 4 -> call("bool");
            default -> plain("bool");
        };
    }
}
