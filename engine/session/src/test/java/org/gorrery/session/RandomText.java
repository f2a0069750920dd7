package org.gorrery.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/// What drawing a program needs: the source of randomness, the text so far, what is in scope.
abstract class RandomText {
    static final List<String> INTS =
            List.of(
                    "int8", "int16", "int32", "int64", "int", "uint8", "uint16", "uint32", "uint64",
                    "uint");
    static final List<String> SCALARS =
            List.of(
                    "int8", "int16", "int32", "int64", "int", "uint8", "uint16", "uint32", "uint64",
                    "uint", "float64", "float32", "string", "bool");

    record Variable(String name, String type, boolean assignable) {}

    final Random random;
    final String prefix;
    final int wordBits;
    final StringBuilder out = new StringBuilder();
    final List<Variable> scope = new ArrayList<>();
    final List<String[]> functions = new ArrayList<>(); // name, result, parameters
    final List<String> fields = new ArrayList<>(); // types of the struct's fields f0, f1 …
    int names;
    int indent;
    int loops;
    boolean inMethod;

    /// @param wordBits bits of int and uint
    RandomText(long seed, int number, int wordBits) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
        this.prefix = "p" + number;
        this.wordBits = wordBits;
    }

    void line(String text) {
        out.append("\t".repeat(indent)).append(text).append('\n');
    }

    String fresh() {
        return "v" + names++;
    }

    String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    static boolean isInt(String type) {
        return INTS.contains(type);
    }

    static boolean isFloat(String type) {
        return type.startsWith("float");
    }

    int bits(String type) {
        String digits = type.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? wordBits : Integer.parseInt(digits);
    }

    List<Variable> of(Predicate<Variable> test) {
        return scope.stream().filter(test).toList();
    }

    @org.jspecify.annotations.Nullable
    Variable variable(String type) {
        var list = of(v -> v.type.equals(type));
        return list.isEmpty() ? null : list.get(random.nextInt(list.size()));
    }

    static String elem(String type) {
        return type.substring(type.indexOf(']') + 1);
    }

    /// Lines of a text block at the current depth; `@` stands for the program's prefix.
    void lines(String text) {
        text.lines().forEach(l -> line(l.replace("@", prefix)));
    }
}
