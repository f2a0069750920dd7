package org.gorrery.session;

import java.util.ArrayList;
import java.util.List;

/// A well-typed Go program drawn at random, which ends, prints what it computes, and means the same on every Go: no order of evaluation that
/// the specification leaves open, no conversion out of range, no map order, no address. Panics are part of it: they are caught and printed.
///
/// Several make one file: all names of program n start with `pn`. [#SUPPORT] is what they share.
final class RandomProgram extends RandomFeatures {
    /// Printing, one value a line, floats by their bits.
    static final String SUPPORT = GoPieces.all("program/support.go") + GoPieces.all("panics.go");

    private RandomProgram(long seed, int number, int wordBits) {
        super(seed, number, wordBits);
    }

    /// The declarations of program `number`, whose entry is a function `p<number>`.
    static String of(long seed, int number) {
        return of(seed, number, 64);
    }

    /// As before, for a target with an int of 32 or 64 bits.
    static String of(long seed, int number, int wordBits) {
        var program = new RandomProgram(seed, number, wordBits);
        program.declarations();
        return program.out.toString();
    }

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
        method("(me " + prefix + "S)", "m");
        method("(me *" + prefix + "S)", "pm");
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
        shared();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            function();
        }
        entry();
    }

    private void method(String receiver, String name) {
        line("func " + receiver + " " + name + "(px int) int {");
        indent++;
        scope.clear();
        scope.add(new Variable("px", "int", true));
        for (int i = 0; i < fields.size(); i++) {
            scope.add(new Variable("me.f" + i, fields.get(i), true));
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
        line("func " + name + "(" + String.join(", ", list) + ") (res " + result + ") {");
        indent++;
        scope.add(new Variable("res", result, true));
        if (chance(30)) {
            line("defer func() {");
            line("\tif e := recover(); e != nil {");
            line("\t\toutR(e)");
            line("\t\tres = " + literal(result));
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
}
