package org.gorrery.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Types drawn at random, and for each a function that folds a value of it into a number, so that one line shows every bit of it.
abstract class RandomTypes extends RandomText {
    static final List<String> BASIC =
            List.of(
                    "int8",
                    "int16",
                    "int32",
                    "int64",
                    "int",
                    "uint8",
                    "uint16",
                    "uint32",
                    "uint64",
                    "uint",
                    "uintptr",
                    "float32",
                    "float64",
                    "complex64",
                    "complex128",
                    "string",
                    "bool");
    static final Shape INT = new Shape.Scalar("int");
    static final Shape ANY = new Shape.Dynamic("any", false);
    private static final int MOST_LEAVES = 40;

    final List<Shape> defined = new ArrayList<>();
    final Shape keyed;
    private final Map<String, Shape> used = new LinkedHashMap<>();
    private final StringBuilder folds = new StringBuilder();

    RandomTypes(long seed, int number, int wordBits) {
        super(seed * 31 + 7, number, wordBits);
        keyed = new Shape.Dynamic(prefix + "K", true);
    }

    Shape scalar() {
        return new Shape.Scalar(pick(BASIC));
    }

    /// A type, of some depth at most.
    Shape shape(int depth) {
        if (depth <= 0 || chance(25)) {
            return chance(60) || defined.isEmpty()
                    ? scalar()
                    : defined.get(random.nextInt(defined.size()));
        }
        Shape drawn =
                switch (random.nextInt(12)) {
                    case 0, 1 -> new Shape.Array(random.nextInt(5), shape(depth - 1));
                    case 2, 3 -> new Shape.Slice(shape(depth - 1));
                    case 4 -> new Shape.Mapped(keyShape(depth - 1), shape(depth - 1));
                    case 5 -> new Shape.Pointer(shape(depth - 1));
                    case 6 -> chance(50) ? ANY : keyed;
                    case 7 -> unnamed(depth - 1);
                    case 8 -> instance(shape(depth - 1), keyShape(0));
                    default ->
                            defined.isEmpty()
                                    ? scalar()
                                    : defined.get(random.nextInt(defined.size()));
                };
        return drawn.leaves() > MOST_LEAVES ? scalar() : drawn;
    }

    /// A type that can be a map's key.
    Shape keyShape(int depth) {
        for (int i = 0; i < 6; i++) {
            var s = shape(depth);
            if (s.comparable() && !(s instanceof Shape.Pointer) && !hasPointer(s)) {
                return s;
            }
        }
        return scalar();
    }

    private static boolean hasPointer(Shape shape) {
        return switch (shape) {
            case Shape.Pointer p -> true;
            case Shape.Array a -> hasPointer(a.elem());
            case Shape.Struct s -> s.fields().stream().anyMatch(f -> hasPointer(f.shape()));
            case Shape.Dynamic d -> false;
            case Shape.Scalar s -> false;
            case Shape.Named n -> false;
            case Shape.Slice s -> false;
            case Shape.Mapped m -> false;
        };
    }

    private Shape unnamed(int depth) {
        var fields = new ArrayList<Shape.Field>();
        var text = new StringBuilder("struct{ ");
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            var f = new Shape.Field("u" + i, shape(depth), false);
            fields.add(f);
            text.append(i == 0 ? "" : "; ").append(f.name()).append(' ').append(f.shape().text());
        }
        return new Shape.Struct(text + " }", List.copyOf(fields), -1, false);
    }

    /// An instance of the generic struct type with a value of each of its arguments.
    Shape instance(Shape a, Shape b) {
        return new Shape.Struct(
                "%sG[%s, %s]".formatted(prefix, a.text(), b.text()),
                List.of(
                        new Shape.Field("one", a, false),
                        new Shape.Field("two", b, false),
                        new Shape.Field("many", new Shape.Array(2, a), false)),
                0,
                false);
    }

    void defineTypes() {
        line("type " + keyed.text() + " interface{ key() int }");
        lines(
                """
                type @G[A any, B comparable] struct {
                	one  A
                	two  B
                	many [2]A
                }
                func (g @G[A, B]) key() int              { return len(g.many) }
                func (g *@G[A, B]) put(i int, a A) *@G[A, B] { g.many[i] = a; return g }
                func (g @G[A, B]) is(b B) bool           { return g.two == b }
                """);
        for (int i = 2 + random.nextInt(4); i > 0; i--) {
            if (chance(25)) {
                define();
            } else {
                defineStruct();
            }
        }
    }

    private void define() {
        var t = new Shape.Named(prefix + "T" + defined.size(), (Shape.Scalar) scalar());
        line("type " + t.text() + " " + t.under().text());
        line("func (t " + t.text() + ") key() int { return " + random.nextInt(100) + " }");
        defined.add(t);
    }

    private void defineStruct() {
        var fields = new ArrayList<Shape.Field>();
        String name = prefix + "T" + defined.size();
        line("type " + name + " struct {");
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            var candidate = defined.isEmpty() ? INT : defined.get(random.nextInt(defined.size()));
            boolean embed =
                    chance(35)
                            && defined.contains(candidate)
                            && fields.stream().noneMatch(f -> f.name().equals(candidate.text()));
            var f =
                    embed
                            ? new Shape.Field(candidate.text(), candidate, true)
                            : new Shape.Field("f" + defined.size() + i, shape(2), false);
            if (chance(10)) {
                line("\t_ " + pick(BASIC));
            }
            line("\t" + (embed ? "" : f.name() + " ") + f.shape().text());
            fields.add(f);
        }
        line("}");
        boolean own = chance(60);
        boolean byPointer = chance(40);
        if (own) {
            line(
                    "func (t %s%s) key() int { return %d }"
                            .formatted(byPointer ? "*" : "", name, random.nextInt(100)));
        }
        defined.add(
                own
                        ? new Shape.Struct(name, List.copyOf(fields), 0, byPointer)
                        : promoted(name, fields));
    }

    /// The method `key` is that of the one embedded field that has it least deep, or nobody's.
    private static Shape promoted(String name, List<Shape.Field> fields) {
        int best = Integer.MAX_VALUE;
        int count = 0;
        boolean byPointer = false;
        for (var f : fields) {
            int depth =
                    !f.embedded()
                            ? -1
                            : f.shape() instanceof Shape.Struct s
                                    ? s.keyDepth()
                                    : f.shape().hasKey() ? 0 : -1;
            if (depth >= 0 && depth <= best) {
                count = depth == best ? count + 1 : 1;
                best = depth;
                byPointer = f.shape() instanceof Shape.Struct s && s.byPointer();
            }
        }
        boolean has = count == 1;
        return new Shape.Struct(name, List.copyOf(fields), has ? best + 1 : -1, has && byPointer);
    }

    /// The function that folds a value of a type into a number.
    String fold(Shape shape) {
        boolean isNew = used.putIfAbsent(shape.text(), shape) == null;
        String name = fold(shape.text());
        if (isNew) {
            String body = foldBody(shape);
            folds.append(
                    "func %s(h uint64, v %s) uint64 {\n%s}\n".formatted(name, shape.text(), body));
        }
        return name;
    }

    private String fold(String text) {
        return prefix + "h" + List.copyOf(used.keySet()).indexOf(text);
    }

    private String foldBody(Shape shape) {
        return switch (shape) {
            case Shape.Scalar s -> foldScalar(s.text(), "v");
            case Shape.Named n -> foldScalar(n.under().text(), n.under().text() + "(v)");
            case Shape.Array a ->
                    "\tfor _, e := range v {\n\t\th = %s(h, e)\n\t}\n\treturn h*31 + 1\n"
                            .formatted(fold(a.elem()));
            case Shape.Slice s ->
                    ("\tif v == nil {\n\t\treturn h * 7\n\t}\n\tfor _, e := range v {\n\t\th = %s(h,"
                                    + " e)\n\t}\n\treturn h*33 + uint64(len(v))\n")
                            .formatted(fold(s.elem()));
            case Shape.Mapped m ->
                    ("\tsum := uint64(len(v))\n\tfor k, e := range v {\n\t\tsum += %s(%s(3, k),"
                                    + " e)\n\t}\n\treturn h*37 + sum\n")
                            .formatted(fold(m.elem()), fold(m.key()));
            case Shape.Pointer p ->
                    "\tif v == nil {\n\t\treturn h * 5\n\t}\n\treturn %s(h, *v) + 9\n"
                            .formatted(fold(p.elem()));
            case Shape.Dynamic d -> "\treturn " + prefix + "Any(h, v)\n";
            case Shape.Struct s -> {
                var body = new StringBuilder();
                for (var f : s.fields()) {
                    body.append("\th = %s(h, v.%s)\n".formatted(fold(f.shape()), f.name()));
                }
                yield body + "\treturn h*41 + 3\n";
            }
        };
    }

    private static String foldScalar(String basic, String v) {
        return switch (basic) {
            case "string" -> "\treturn foldString(h, " + v + ")\n";
            case "bool" -> "\tif " + v + " {\n\t\treturn h*3 + 1\n\t}\n\treturn h*3 + 2\n";
            case "float32", "float64" -> "\treturn foldFloat(h, float64(" + v + "))\n";
            case "complex64", "complex128" ->
                    "\treturn foldFloat(foldFloat(h, float64(real(%s))), float64(imag(%s)))\n"
                            .formatted(v, v);
            default -> "\treturn (h ^ uint64(" + v + ")) * 1099511628211\n";
        };
    }

    /// The functions of [#fold] asked for so far, and the one for interface values.
    String foldFunctions() {
        var cases = new StringBuilder();
        for (var s : List.copyOf(used.values())) {
            if (!(s instanceof Shape.Dynamic)) {
                cases.append(
                        "\tcase %s:\n\t\treturn %s(h+%d, v)\n"
                                .formatted(s.text(), fold(s), cases.length()));
            }
        }
        return folds
                + "func %sAny(h uint64, v any) uint64 {\n\tswitch v := v.(type) {\n\tcase nil:\n\t\treturn h * 11\n"
                        .formatted(prefix)
                + cases
                + "\t}\n\treturn h + 1\n}\n";
    }
}
