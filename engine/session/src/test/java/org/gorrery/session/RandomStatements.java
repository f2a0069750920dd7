package org.gorrery.session;

/// Statements of a random program, those of every day.
abstract class RandomStatements extends RandomExpressions {
    RandomStatements(long seed, int number, int wordBits) {
        super(seed, number, wordBits);
    }

    /// One of the rarer constructs.
    abstract void rare();

    void block(int count, int depth) {
        int before = scope.size();
        indent++;
        statements(count, depth);
        indent--;
        while (scope.size() > before) {
            scope.removeLast();
        }
    }

    void statements(int count, int depth) {
        for (int i = 0; i < count; i++) {
            statement(depth);
        }
    }

    void declare(String type) {
        String value = value(type, 3);
        String name = fresh();
        line("var " + name + " " + type + " = " + value);
        line("_ = " + name);
        scope.add(new Variable(name, type, true));
    }

    void statement(int depth) {
        switch (random.nextInt(depth > 0 ? 32 : 9)) {
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
            case 21 -> deferred();
            default -> {
                if (!inMethod) {
                    rare();
                }
            }
        }
    }

    void assign() {
        var list = of(v -> v.assignable());
        if (list.isEmpty()) {
            return;
        }
        var v = list.get(random.nextInt(list.size()));
        if (isInt(v.type()) && chance(40)) {
            String op = pick("+", "-", "*", "&", "|", "^", "&^", "/", "%");
            line(v.name() + " " + op + "= " + nonZeroIfConstant(v.type(), op));
        } else if (isInt(v.type()) && chance(20)) {
            line(v.name() + " " + pick("<<", ">>") + "= " + expression(pick("uint8", "uint16"), 1));
        } else if (v.type().equals("string")) {
            line(
                    v.name()
                            + " "
                            + (chance(50) && loops == 0 ? "+" : "")
                            + "= "
                            + expression("string", 2));
        } else {
            line(v.name() + " = " + value(v.type(), 3));
        }
    }

    String nonZeroIfConstant(String type, String op) {
        boolean divides = op.equals("/") || op.equals("%");
        return divides ? divisor(type) : expression(type, 2);
    }

    void increment() {
        var list = of(v -> v.assignable() && isInt(v.type()));
        if (!list.isEmpty()) {
            line(list.get(random.nextInt(list.size())).name() + pick("++", "--"));
        }
    }

    void element() {
        var list =
                of(v ->
                        v.type().startsWith("[") && !v.type().startsWith("[]")
                                || v.type().startsWith("[]")
                                || v.type().startsWith("map["));
        if (list.isEmpty()) {
            return;
        }
        var v = list.get(random.nextInt(list.size()));
        String elem = elem(v.type());
        if (v.type().startsWith("map[")) {
            String key = v.type().substring(4, v.type().indexOf(']'));
            if (chance(15)) {
                line("delete(" + v.name() + ", " + expression(key, 1) + ")");
            } else {
                line(v.name() + "[" + expression(key, 1) + "] = " + expression(elem, 2));
            }
        } else {
            line("if len(" + v.name() + ") > " + random.nextInt(3) + " {");
            line("\t" + v.name() + "[" + index(v.name()) + "] = " + expression(elem, 2));
            line("}");
        }
    }

    void append() {
        var list = of(v -> v.type().startsWith("[]") && v.assignable());
        if (list.isEmpty()) {
            return;
        }
        var v = list.get(random.nextInt(list.size()));
        String elem = elem(v.type());
        switch (random.nextInt(5)) {
            case 0 -> {
                line("if len(" + v.name() + ") > 1 {");
                line(
                        "\t"
                                + v.name()
                                + " = "
                                + v.name()
                                + "["
                                + random.nextInt(2)
                                + ":len("
                                + v.name()
                                + ")-"
                                + random.nextInt(2)
                                + "]");
                line("}");
            }
            case 1 ->
                    line(
                            v.name()
                                    + " = append([]"
                                    + elem
                                    + "{"
                                    + expression(elem, 1)
                                    + "}, "
                                    + v.name()
                                    + "...)");
            case 2 ->
                    line(
                            "outI(\"copy\", int64(copy("
                                    + v.name()
                                    + ", []"
                                    + elem
                                    + "{"
                                    + expression(elem, 1)
                                    + "})))");
            default ->
                    line(
                            "if len("
                                    + v.name()
                                    + ") < 50 {\n"
                                    + "\t".repeat(indent + 1)
                                    + v.name()
                                    + " = append("
                                    + v.name()
                                    + ", "
                                    + expression(elem, 2)
                                    + ")\n"
                                    + "\t".repeat(indent)
                                    + "}");
        }
    }

    void conditional(int depth) {
        line("if " + expression("bool", 3) + " {");
        block(1 + random.nextInt(3), depth - 1);
        if (chance(50)) {
            line("} else {");
            block(1 + random.nextInt(3), depth - 1);
        }
        line("}");
    }

    void loop(int depth) {
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

    void range(int depth) {
        var list = of(v -> v.type().startsWith("[") || v.type().equals("string"));
        if (list.isEmpty() || loops >= 2) {
            return;
        }
        var v = list.get(random.nextInt(list.size()));
        String i = fresh();
        String e = fresh();
        line("for " + i + ", " + e + " := range " + v.name() + " {");
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
        scope.add(new Variable(e, v.type().equals("string") ? "int32" : elem(v.type()), true));
        block(1 + random.nextInt(2), depth - 1);
        while (scope.size() > before) {
            scope.removeLast();
        }
        loops--;
        line("}");
    }

    void choice(int depth) {
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

    void closure(int depth) {
        var list = of(v -> v.assignable() && isInt(v.type()));
        String f = fresh();
        String type = pick(INTS);
        String p = fresh();
        line(f + " := func(" + p + " " + type + ") " + type + " {");
        int before = scope.size();
        scope.add(new Variable(p, type, true));
        block(random.nextInt(3), depth - 1);
        if (!list.isEmpty()) {
            var captured = list.get(random.nextInt(list.size()));
            line("\t" + captured.name() + " += " + captured.type() + "(" + p + ")");
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

    void guarded(int depth) {
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

    void pointer() {
        var list = of(v -> v.assignable() && SCALARS.contains(v.type()));
        if (list.isEmpty()) {
            return;
        }
        var v = list.get(random.nextInt(list.size()));
        String p = fresh();
        line(p + " := &" + v.name());
        line("*" + p + " = " + expression(v.type(), 2));
        scope.add(new Variable("*" + p, v.type(), true));
        if (v.name().startsWith("*")) {
            scope.removeLast();
        }
    }

    void dynamic(int depth) {
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

    void lookup() {
        var list = of(v -> v.type().startsWith("map["));
        if (list.isEmpty()) {
            return;
        }
        var v = list.get(random.nextInt(list.size()));
        String key = v.type().substring(4, v.type().indexOf(']'));
        String x = fresh();
        String ok = fresh();
        line(x + ", " + ok + " := " + v.name() + "[" + expression(key, 1) + "]");
        line("_, _ = " + x + ", " + ok);
        scope.add(new Variable(x, elem(v.type()), true));
        scope.add(new Variable(ok, "bool", true));
    }

    void compare() {
        String s = prefix + "S";
        var v = variable(s);
        if (v == null || inMethod) {
            return;
        }
        line("outB(\"eq\", " + v.name() + " == " + value(s, 1) + ")");
        line("outI(\"m\", int64(" + v.name() + ".m(" + expression("int", 1) + ")))");
        String i = fresh();
        line(
                "var "
                        + i
                        + " "
                        + prefix
                        + "I = "
                        + pick(
                                v.name(),
                                "&" + v.name(),
                                prefix + "N(" + random.nextInt(100) + ")"));
        String r = fresh();
        line(r + " := " + i + ".m(" + expression("int", 1) + ")");
        line("_ = " + r);
        scope.add(new Variable(r, "int", true));
        if (chance(50)) {
            line("outI(\"pm\", int64(" + v.name() + ".pm(" + expression("int", 1) + ")))");
        }
    }

    void deferred() {
        var list = of(v -> isInt(v.type()) && !v.name().startsWith("me."));
        if (!list.isEmpty() && loops == 0) {
            var v = list.get(random.nextInt(list.size()));
            line(
                    "defer func(x int64) { outI(\"deferred\", x); outI(\"now\", int64("
                            + v.name()
                            + ")) }(int64("
                            + v.name()
                            + "))");
        }
    }

    void show(Variable v) {
        String label = "\"" + v.name().replace("*", "") + "\"";
        String t = v.type();
        if (isInt(t)) {
            line(
                    t.startsWith("u")
                            ? "outU(" + label + ", uint64(" + v.name() + "))"
                            : "outI(" + label + ", int64(" + v.name() + "))");
        } else if (isFloat(t)) {
            line("outF(" + label + ", float64(" + v.name() + "))");
        } else if (t.equals("string")) {
            line("outS(" + label + ", " + v.name() + ")");
        } else if (t.equals("bool")) {
            line("outB(" + label + ", " + v.name() + ")");
        } else if (t.startsWith("map[")) {
            line("outI(" + label + ", int64(len(" + v.name() + ")))");
        } else if (t.startsWith("[")) {
            line("for _, e := range " + v.name() + " {");
            indent++;
            show(new Variable("e", elem(t), false));
            indent--;
            line("}");
        } else {
            for (int i = 0; i < fields.size(); i++) {
                show(new Variable(v.name() + ".f" + i, fields.get(i), false));
            }
        }
    }
}
