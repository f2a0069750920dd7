package org.gorrery.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A well-typed Go program drawn at random, which ends, prints what it computes, and means the same on every Go: no order of evaluation that
/// the specification leaves open, no conversion out of range, no map order, no address. Panics are part of it: they are caught and printed.
///
/// Several make one file: all names of program n start with `pn`. [#SUPPORT] is what they share.
final class RandomProgram {
    /// Printing, one value a line, floats by their bits.
    static final String SUPPORT =
            """
            func outI(l string, x int64)   { println(l, x) }
            func outU(l string, x uint64)  { println(l, x) }
            func outS(l string, x string)  { println(l, len(x), x) }
            func outB(l string, x bool)    { println(l, x) }
            func outF(l string, x float64) {
            	if x != x {
            		println(l, "NaN")
            	} else {
            		println(l, math.Float64bits(x))
            	}
            }
            func outR(r any) {
            	switch r := r.(type) {
            	case nil:
            		println("no panic")
            	case error:
            		println("error", r.Error())
            	case string:
            		println("string", r)
            	case int:
            		println("int", r)
            	default:
            		println("other")
            	}
            }
            """;

    private static final List<String> INTS =
            List.of(
                    "int8", "int16", "int32", "int64", "int", "uint8", "uint16", "uint32", "uint64",
                    "uint");
    private static final List<String> SCALARS =
            List.of(
                    "int8", "int16", "int32", "int64", "int", "uint8", "uint16", "uint32", "uint64",
                    "uint", "float64", "float32", "string", "bool");

    private record Variable(String name, String type, boolean assignable) {}

    private final Random random;
    private final String prefix;
    private final StringBuilder out = new StringBuilder();
    private final List<Variable> scope = new ArrayList<>();
    private final List<String[]> functions = new ArrayList<>(); // name, result, parameters
    private final List<String> fields = new ArrayList<>(); // types of the struct's fields f0, f1 …
    private int names;
    private int indent;
    private int loops;
    private boolean inMethod;

    private RandomProgram(long seed, int number) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
        this.prefix = "p" + number;
    }

    /// The declarations of program `number`, whose entry is a function `p<number>`.
    static String of(long seed, int number) {
        var program = new RandomProgram(seed, number);
        program.declarations();
        return program.out.toString();
    }

    // --- text

    private void line(String text) {
        out.append("\t".repeat(indent)).append(text).append('\n');
    }

    private String fresh() {
        return "v" + names++;
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private static boolean isInt(String type) {
        return INTS.contains(type);
    }

    private static boolean isFloat(String type) {
        return type.startsWith("float");
    }

    private static int bits(String type) {
        String digits = type.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? 64 : Integer.parseInt(digits);
    }

    // --- declarations

    private void declarations() {
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            fields.add(pick(SCALARS));
        }
        line("type " + prefix + "S struct {");
        for (int i = 0; i < fields.size(); i++) {
            line("\tf" + i + " " + fields.get(i));
        }
        line("}");
        line("type " + prefix + "N " + pick(INTS));
        line("type " + prefix + "I interface{ m(int) int }");
        method("(s " + prefix + "S)", "m");
        method("(s *" + prefix + "S)", "pm");
        line("func (n " + prefix + "N) m(x int) int { return int(n) + x }");
        line("func " + prefix + "G[T " + String.join(" | ", INTS) + "](a, b T) T {");
        line("\tif a " + pick("<", ">", "<=", "==") + " b {");
        line("\t\treturn a " + pick("+", "-", "*", "^", "&", "|") + " b");
        line("\t}");
        line("\treturn a " + pick("/", "%", "-", "&^") + " b");
        line("}");
        line("func " + prefix + "K[K comparable, V any](m map[K]V, k K, d V) V {");
        line("\tif v, ok := m[k]; ok {");
        line("\t\treturn v");
        line("\t}");
        line("\treturn d");
        line("}");
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            function();
        }
        entry();
    }

    private void method(String receiver, String name) {
        line("func " + receiver + " " + name + "(x int) int {");
        indent++;
        scope.clear();
        scope.add(new Variable("x", "int", true));
        for (int i = 0; i < fields.size(); i++) {
            scope.add(new Variable("s.f" + i, fields.get(i), true));
        }
        inMethod = true;
        statements(1 + random.nextInt(3), 2);
        inMethod = false;
        line("return " + expression("int", 2));
        indent--;
        line("}");
    }

    private void function() {
        String name = prefix + "F" + functions.size();
        String result = pick(SCALARS);
        var params = new ArrayList<String>();
        scope.clear();
        var list = new ArrayList<String>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String p = fresh();
            String type = pick(SCALARS);
            params.add(type);
            list.add(p + " " + type);
            scope.add(new Variable(p, type, true));
        }
        line("func " + name + "(" + String.join(", ", list) + ") (r " + result + ") {");
        indent++;
        scope.add(new Variable("r", result, true));
        if (chance(30)) {
            line("defer func() {");
            line("\tif e := recover(); e != nil {");
            line("\t\toutR(e)");
            line("\t\tr = " + literal(result));
            line("\t}");
            line("}()");
        }
        statements(1 + random.nextInt(5), 2);
        line("return " + expression(result, 3));
        indent--;
        line("}");
        var shape = new ArrayList<String>(List.of(name, result));
        shape.addAll(params);
        functions.add(shape.toArray(new String[0]));
    }

    private void entry() {
        line("func " + prefix + "() {");
        indent++;
        scope.clear();
        line("println(\"#" + prefix + "\")");
        line("defer func() { outR(recover()) }()");
        for (var type : List.of("int", pick(INTS), pick(SCALARS), pick(SCALARS))) {
            declare(type);
        }
        declare("[]" + pick(SCALARS));
        declare("map[" + pick(INTS) + "]" + pick(SCALARS));
        declare(prefix + "S");
        declare("[" + (1 + random.nextInt(4)) + "]" + pick(INTS));
        statements(8 + random.nextInt(14), 3);
        for (var v : List.copyOf(scope)) {
            show(v);
        }
        indent--;
        line("}");
    }

    // --- statements

    private void block(int count, int depth) {
        int before = scope.size();
        indent++;
        statements(count, depth);
        indent--;
        while (scope.size() > before) {
            scope.removeLast();
        }
    }

    private void statements(int count, int depth) {
        for (int i = 0; i < count; i++) {
            statement(depth);
        }
    }

    private void declare(String type) {
        String value = value(type, 3);
        String name = fresh();
        line("var " + name + " " + type + " = " + value);
        line("_ = " + name);
        scope.add(new Variable(name, type, true));
    }

    private void statement(int depth) {
        switch (random.nextInt(depth > 0 ? 22 : 9)) {
            case 0, 1 ->
                    declare(
                            chance(70)
                                    ? pick(SCALARS)
                                    : pick("[]" + pick(SCALARS), prefix + "S", "map[string]int"));
            case 2, 3, 4 -> assign();
            case 5 -> {
                if (!scope.isEmpty()) {
                    show(scope.get(random.nextInt(scope.size())));
                }
            }
            case 6 -> element();
            case 7 -> append();
            case 8 -> increment();
            case 9, 10 -> conditional(depth);
            case 11, 12 -> loop(depth);
            case 13 -> choice(depth);
            case 14 -> closure(depth);
            case 15 -> guarded(depth);
            case 16 -> pointer();
            case 17 -> range(depth);
            case 18 -> dynamic(depth);
            case 19 -> lookup();
            case 20 -> compare();
            default -> deferred();
        }
    }

    private List<Variable> of(java.util.function.Predicate<Variable> test) {
        return scope.stream().filter(test).toList();
    }

    private @org.jspecify.annotations.Nullable Variable variable(String type) {
        var list = of(v -> v.type.equals(type));
        return list.isEmpty() ? null : list.get(random.nextInt(list.size()));
    }

    private void assign() {
        var list = of(v -> v.assignable);
        if (list.isEmpty()) {
            return;
        }
        var v = list.get(random.nextInt(list.size()));
        if (isInt(v.type) && chance(40)) {
            String op = pick("+", "-", "*", "&", "|", "^", "&^", "/", "%");
            line(v.name + " " + op + "= " + nonZeroIfConstant(v.type, op));
        } else if (isInt(v.type) && chance(20)) {
            line(v.name + " " + pick("<<", ">>") + "= " + expression(pick("uint8", "uint16"), 1));
        } else if (v.type.equals("string")) {
            line(
                    v.name
                            + " "
                            + (chance(50) && loops == 0 ? "+" : "")
                            + "= "
                            + expression("string", 2));
        } else {
            line(v.name + " = " + value(v.type, 3));
        }
    }

    private String nonZeroIfConstant(String type, String op) {
        boolean divides = op.equals("/") || op.equals("%");
        return divides ? divisor(type) : expression(type, 2);
    }

    private String divisor(String type) {
        var v = variable(type);
        if (v == null || chance(40)) {
            return String.valueOf(1 + random.nextInt(100));
        }
        return chance(60) ? "(" + v.name + " | 1)" : v.name;
    }

    private void increment() {
        var list = of(v -> v.assignable && isInt(v.type));
        if (!list.isEmpty()) {
            line(list.get(random.nextInt(list.size())).name + pick("++", "--"));
        }
    }

    private void element() {
        var list =
                of(v ->
                        v.type.startsWith("[") && !v.type.startsWith("[]")
                                || v.type.startsWith("[]")
                                || v.type.startsWith("map["));
        if (list.isEmpty()) {
            return;
        }
        var v = list.get(random.nextInt(list.size()));
        String elem = elem(v.type);
        if (v.type.startsWith("map[")) {
            String key = v.type.substring(4, v.type.indexOf(']'));
            if (chance(15)) {
                line("delete(" + v.name + ", " + expression(key, 1) + ")");
            } else {
                line(v.name + "[" + expression(key, 1) + "] = " + expression(elem, 2));
            }
        } else {
            line("if len(" + v.name + ") > " + random.nextInt(3) + " {");
            line("\t" + v.name + "[" + index(v.name) + "] = " + expression(elem, 2));
            line("}");
        }
    }

    private static String elem(String type) {
        return type.substring(type.indexOf(']') + 1);
    }

    /// An index that is mostly inside.
    private String index(String of) {
        return switch (random.nextInt(10)) {
            case 0 -> "int(" + plain("uint8") + ")";
            case 1 -> plain("int");
            default -> "int(" + plain(pick("uint8", "uint16")) + ")%len(" + of + ")";
        };
    }

    private void append() {
        var list = of(v -> v.type.startsWith("[]") && v.assignable);
        if (list.isEmpty()) {
            return;
        }
        var v = list.get(random.nextInt(list.size()));
        String elem = elem(v.type);
        switch (random.nextInt(5)) {
            case 0 -> {
                line("if len(" + v.name + ") > 1 {");
                line(
                        "\t"
                                + v.name
                                + " = "
                                + v.name
                                + "["
                                + random.nextInt(2)
                                + ":len("
                                + v.name
                                + ")-"
                                + random.nextInt(2)
                                + "]");
                line("}");
            }
            case 1 ->
                    line(
                            v.name
                                    + " = append([]"
                                    + elem
                                    + "{"
                                    + expression(elem, 1)
                                    + "}, "
                                    + v.name
                                    + "...)");
            case 2 ->
                    line(
                            "outI(\"copy\", int64(copy("
                                    + v.name
                                    + ", []"
                                    + elem
                                    + "{"
                                    + expression(elem, 1)
                                    + "})))");
            default ->
                    line(
                            "if len("
                                    + v.name
                                    + ") < 50 {\n"
                                    + "\t".repeat(indent + 1)
                                    + v.name
                                    + " = append("
                                    + v.name
                                    + ", "
                                    + expression(elem, 2)
                                    + ")\n"
                                    + "\t".repeat(indent)
                                    + "}");
        }
    }

    private void conditional(int depth) {
        line("if " + expression("bool", 3) + " {");
        block(1 + random.nextInt(3), depth - 1);
        if (chance(50)) {
            line("} else {");
            block(1 + random.nextInt(3), depth - 1);
        }
        line("}");
    }

    private void loop(int depth) {
        if (loops >= 2) {
            return;
        }
        String i = fresh();
        int n = 1 + random.nextInt(6);
        line(
                switch (random.nextInt(3)) {
                    case 0 -> "for " + i + " := range " + n + " {";
                    case 1 -> "for " + i + " := " + n + "; " + i + " > 0; " + i + "-- {";
                    default -> "for " + i + " := 0; " + i + " < " + n + "; " + i + "++ {";
                });
        line("\t_ = " + i);
        loops++;
        int before = scope.size();
        scope.add(new Variable(i, "int", false));
        block(1 + random.nextInt(4), depth - 1);
        if (chance(30)) {
            line("\tif " + expression("bool", 2) + " {");
            line("\t\t" + pick("break", "continue"));
            line("\t}");
        }
        while (scope.size() > before) {
            scope.removeLast();
        }
        loops--;
        line("}");
    }

    private void range(int depth) {
        var list = of(v -> v.type.startsWith("[") || v.type.equals("string"));
        if (list.isEmpty() || loops >= 2) {
            return;
        }
        var v = list.get(random.nextInt(list.size()));
        String i = fresh();
        String e = fresh();
        line("for " + i + ", " + e + " := range " + v.name + " {");
        line("\t_, _ = " + i + ", " + e);
        line(
                "\tif "
                        + i
                        + " > 8 {\n"
                        + "\t".repeat(indent)
                        + "\t\tbreak\n"
                        + "\t".repeat(indent)
                        + "\t}");
        loops++;
        int before = scope.size();
        scope.add(new Variable(i, "int", true));
        scope.add(new Variable(e, v.type.equals("string") ? "int32" : elem(v.type), true));
        block(1 + random.nextInt(2), depth - 1);
        while (scope.size() > before) {
            scope.removeLast();
        }
        loops--;
        line("}");
    }

    private void choice(int depth) {
        String type = pick("int", "uint8", "string", "int32");
        line("switch " + expression(type, 2) + " {");
        var used = new java.util.HashSet<String>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String k = literal(type);
            if (used.add(k)) {
                line("case " + k + ":");
                block(1 + random.nextInt(2), depth - 1);
                if (chance(20) && i > 1) {
                    line("\tfallthrough");
                    line(
                            "case "
                                    + (type.equals("string")
                                            ? "\"fall" + i + "\""
                                            : String.valueOf(200 + i))
                                    + ":");
                    line("\toutI(\"fell\", " + i + ")");
                }
            }
        }
        line("default:");
        block(1, depth - 1);
        line("}");
    }

    private void closure(int depth) {
        var list = of(v -> v.assignable && isInt(v.type));
        String f = fresh();
        String type = pick(INTS);
        String p = fresh();
        line(f + " := func(" + p + " " + type + ") " + type + " {");
        int before = scope.size();
        scope.add(new Variable(p, type, true));
        block(random.nextInt(3), depth - 1);
        if (!list.isEmpty()) {
            var captured = list.get(random.nextInt(list.size()));
            line("\t" + captured.name + " += " + captured.type + "(" + p + ")");
        }
        line("\treturn " + p + " " + pick("+", "*", "^") + " " + literal(type));
        while (scope.size() > before) {
            scope.removeLast();
        }
        line("}");
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            String r = fresh();
            line(r + " := " + f + "(" + expression(type, 1) + ")");
            line("_ = " + r);
            scope.add(new Variable(r, type, true));
        }
    }

    private void guarded(int depth) {
        line("func() {");
        line("\tdefer func() { outR(recover()) }()");
        block(1 + random.nextInt(4), depth - 1);
        switch (random.nextInt(4)) {
            case 0 -> line("\tpanic(" + expression("string", 1) + ")");
            case 1 -> line("\tpanic(" + expression("int", 1) + ")");
            case 2 -> line("\tvar np *" + prefix + "S\n\tprintln(np.f0)");
            default -> {}
        }
        line("}()");
    }

    private void pointer() {
        var list = of(v -> v.assignable && SCALARS.contains(v.type));
        if (list.isEmpty()) {
            return;
        }
        var v = list.get(random.nextInt(list.size()));
        String p = fresh();
        line(p + " := &" + v.name);
        line("*" + p + " = " + expression(v.type, 2));
        scope.add(new Variable("*" + p, v.type, true));
        if (v.name.startsWith("*")) {
            scope.removeLast();
        }
    }

    private void dynamic(int depth) {
        String type = pick(SCALARS);
        String a = fresh();
        String t = fresh();
        line("var " + a + " any = " + expression(type, 2));
        line("switch " + t + " := " + a + ".(type) {");
        line("case " + type + ":");
        int before = scope.size();
        scope.add(new Variable(t, type, true));
        line("\t_ = " + t);
        block(1, depth - 1);
        while (scope.size() > before) {
            scope.removeLast();
        }
        line("default:");
        line("\t_ = " + t);
        line("}");
        if (chance(40)) {
            String wrong = pick(SCALARS);
            String ok = fresh();
            line("_, " + ok + " := " + a + ".(" + wrong + ")");
            line("outB(\"is\", " + ok + ")");
        }
        if (chance(15)) {
            line("func() {");
            line("\tdefer func() { outR(recover()) }()");
            line("\t_ = " + a + ".(" + pick("int", "string", "error") + ")");
            line("}()");
        }
    }

    private void lookup() {
        var list = of(v -> v.type.startsWith("map["));
        if (list.isEmpty()) {
            return;
        }
        var v = list.get(random.nextInt(list.size()));
        String key = v.type.substring(4, v.type.indexOf(']'));
        String x = fresh();
        String ok = fresh();
        line(x + ", " + ok + " := " + v.name + "[" + expression(key, 1) + "]");
        line("_, _ = " + x + ", " + ok);
        scope.add(new Variable(x, elem(v.type), true));
        scope.add(new Variable(ok, "bool", true));
    }

    private void compare() {
        String s = prefix + "S";
        var v = variable(s);
        if (v == null || inMethod) {
            return;
        }
        line("outB(\"eq\", " + v.name + " == " + value(s, 1) + ")");
        line("outI(\"m\", int64(" + v.name + ".m(" + expression("int", 1) + ")))");
        String i = fresh();
        line(
                "var "
                        + i
                        + " "
                        + prefix
                        + "I = "
                        + pick(v.name, "&" + v.name, prefix + "N(" + random.nextInt(100) + ")"));
        String r = fresh();
        line(r + " := " + i + ".m(" + expression("int", 1) + ")");
        line("_ = " + r);
        scope.add(new Variable(r, "int", true));
        if (chance(50)) {
            line("outI(\"pm\", int64(" + v.name + ".pm(" + expression("int", 1) + ")))");
        }
    }

    private void deferred() {
        var list = of(v -> isInt(v.type) && !v.name.startsWith("s."));
        if (!list.isEmpty() && loops == 0) {
            var v = list.get(random.nextInt(list.size()));
            line(
                    "defer func(x int64) { outI(\"deferred\", x); outI(\"now\", int64("
                            + v.name
                            + ")) }(int64("
                            + v.name
                            + "))");
        }
    }

    private void show(Variable v) {
        String label = "\"" + v.name.replace("*", "") + "\"";
        String t = v.type;
        if (isInt(t)) {
            line(
                    t.startsWith("u")
                            ? "outU(" + label + ", uint64(" + v.name + "))"
                            : "outI(" + label + ", int64(" + v.name + "))");
        } else if (isFloat(t)) {
            line("outF(" + label + ", float64(" + v.name + "))");
        } else if (t.equals("string")) {
            line("outS(" + label + ", " + v.name + ")");
        } else if (t.equals("bool")) {
            line("outB(" + label + ", " + v.name + ")");
        } else if (t.startsWith("map[")) {
            line("outI(" + label + ", int64(len(" + v.name + ")))");
        } else if (t.startsWith("[")) {
            line("for _, e := range " + v.name + " {");
            indent++;
            show(new Variable("e", elem(t), false));
            indent--;
            line("}");
        } else {
            for (int i = 0; i < fields.size(); i++) {
                show(new Variable(v.name + ".f" + i, fields.get(i), false));
            }
        }
    }

    // --- values

    private String value(String type, int depth) {
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
            return same.name;
        }
        var list = new ArrayList<String>();
        for (int i = 0; i < fields.size(); i++) {
            if (chance(70)) {
                list.add("f" + i + ": " + expression(fields.get(i), 1));
            }
        }
        return "(" + type + "{" + String.join(", ", list) + "})";
    }

    private String literal(String type) {
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
    private String plain(String type) {
        var v = variable(type);
        if (v != null) {
            return v.name;
        }
        if (isInt(type) || isFloat(type)) {
            var ints = of(x -> isInt(x.type));
            if (!ints.isEmpty()) {
                return type + "(" + ints.get(random.nextInt(ints.size())).name + ")";
            }
        }
        return "func() " + type + " { return " + literal(type) + " }()";
    }

    private String expression(String type, int depth) {
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
    private String converted(String type) {
        return type.equals("string") || type.equals("bool")
                ? literal(type)
                : type + "(" + literal(type) + ")";
    }

    private String call(String type) {
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

    private String integer(String type, int depth) {
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

    private String shift(int depth) {
        String count = expression(pick("uint8", "uint", "uint32"), depth - 1);
        return chance(70) ? "(" + count + " & 31)" : count;
    }

    private String indexed(String type) {
        var list =
                of(v ->
                        v.type.startsWith("[") && elem(v.type).equals(type)
                                || v.type.startsWith("map[") && elem(v.type).equals(type));
        if (list.isEmpty()) {
            return plain(type);
        }
        var v = list.get(random.nextInt(list.size()));
        if (v.type.startsWith("map[")) {
            String key = v.type.substring(4, v.type.indexOf(']'));
            return chance(50)
                    ? v.name + "[" + plain(key) + "]"
                    : prefix + "K(" + v.name + ", " + plain(key) + ", " + plain(type) + ")";
        }
        return v.name + "[" + index(v.name) + "]";
    }

    private String floating(String type, int depth) {
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

    private String string() {
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

    private String bool(int depth) {
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
            case 2 ->
                    type.equals("bool")
                            ? plain("bool")
                            : "("
                                    + plain(type)
                                    + " "
                                    + pick("==", "!=", "<", "<=", ">", ">=")
                                    + " "
                                    + literal(type)
                                    + ")";
            case 3 ->
                    type.equals("bool")
                            ? plain("bool")
                            : "("
                                    + plain(type)
                                    + " "
                                    + pick("==", "!=", "<", "<=", ">", ">=")
                                    + " "
                                    + expression(type, depth - 1)
                                    + ")";
            case 4 -> call("bool");
            default -> plain("bool");
        };
    }
}
