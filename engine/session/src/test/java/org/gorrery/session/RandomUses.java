package org.gorrery.session;

/// What is done with values of random types: copied, passed, compared, boxed, kept in maps and channels.
abstract class RandomUses extends RandomValues {
    RandomUses(long seed, int number, int wordBits) {
        super(seed, number, wordBits);
    }

    /// A text whose `$X` are replaced by what follows their letters; what it panics with is printed.
    void guarded(String text, String... values) {
        for (int i = 0; i < values.length; i += 2) {
            text =
                    text.replaceAll(
                            "\\$" + values[i] + "\\b",
                            java.util.regex.Matcher.quoteReplacement(values[i + 1]));
        }
        line("func() {");
        indent++;
        line("defer func() { outR(recover()) }()");
        lines(text);
        indent--;
        line("}()");
    }

    /// A shape and a place that has it.
    record Place(Shape shape, String text) {}

    Place place() {
        for (int i = 0; i < 20; i++) {
            var k = known.get(random.nextInt(known.size()));
            var shape = inside(k.shape());
            var list = places(shape);
            if (!list.isEmpty()) {
                return new Place(shape, list.get(random.nextInt(list.size())));
            }
        }
        var k = known.getFirst();
        return new Place(k.shape(), k.name());
    }

    private Shape inside(Shape shape) {
        if (chance(50)) {
            return shape;
        }
        return switch (shape) {
            case Shape.Array a -> a.length() == 0 ? shape : inside(a.elem());
            case Shape.Struct s ->
                    s.fields().isEmpty()
                            ? shape
                            : inside(s.fields().get(random.nextInt(s.fields().size())).shape());
            case Shape.Scalar s -> shape;
            case Shape.Named n -> shape;
            case Shape.Slice s -> shape;
            case Shape.Mapped m -> shape;
            case Shape.Pointer p -> shape;
            case Shape.Dynamic d -> shape;
        };
    }

    void declare() {
        var shape = shape(3);
        String name = fresh();
        line("var " + name + " " + shape.text() + " = " + value(shape, 3));
        known.add(new Known(name, shape));
        show(shape, name);
    }

    void show(Shape shape, String value) {
        line("outU(\"" + names++ + "\", " + fold(shape) + "(1, " + value + "))");
    }

    void assign() {
        var p = place();
        guarded("$P = $V", "P", p.text(), "V", value(p.shape(), 3));
        show(p.shape(), p.text());
    }

    void swap() {
        var p = place();
        var list = places(p.shape());
        String q = list.get(random.nextInt(list.size()));
        line(p.text() + ", " + q + " = " + q + ", " + value(p.shape(), 1));
        show(p.shape(), q);
    }

    void passed() {
        var k = known.get(random.nextInt(known.size()));
        var at = inside(k.shape());
        known.add(new Known("x", k.shape()));
        var inX = places(at).stream().filter(s -> s.matches("x\\b.*")).toList();
        known.removeLast();
        guarded(
                """
                f := func(x $T, l int) (r $T) {
                	defer func() { println("passed", l) }()
                	r = x
                	$X = $V
                	outU("x", $H(1, x))
                	return
                }
                outU("r", $H(2, f($K, $N)))
                outU("k", $H(3, $K))
                g := f
                $K = g(f($K, 1), 2)
                """,
                "T",
                k.shape().text(),
                "X",
                inX.getFirst(),
                "V",
                value(at, 2),
                "H",
                fold(k.shape()),
                "K",
                k.name(),
                "N",
                random.nextInt(9) + "");
    }

    void pointed() {
        var p = place();
        guarded(
                """
                p := &$P
                old := *p
                *p = $V
                pp := &p
                outU("new", $H(1, $P))
                q := new($T)
                *q, **pp = **pp, old
                outU("q", $H(2, *q))
                outU("back", $H(3, $P))
                println(p == &$P, $Z || p != q)
                """,
                "P",
                p.text(),
                "V",
                value(p.shape(), 2),
                "H",
                fold(p.shape()),
                "T",
                p.shape().text(),
                "Z",
                p.shape().leaves() == 0 ? "true" : "false");
    }

    void compared() {
        var p = place();
        if (!p.shape().comparable()) {
            return;
        }
        guarded(
                """
                a, b := $P, $V
                println(a == b, a != $P, any(a) == any(b))
                switch a {
                case b:
                	println("b")
                case $W:
                	println("w")
                default:
                	println("neither")
                }
                """,
                "P",
                p.text(),
                "V",
                value(p.shape(), 1),
                "W",
                value(p.shape(), 1));
    }

    void boxed() {
        var p = place();
        var other = shape(2);
        guarded(
                """
                for i, e := range []any{$P, $V, nil, $W} {
                	switch x := e.(type) {
                	case nil:
                		println("nil", i)
                	case $T:
                		outU("t", $H(1, x))
                	case interface{ key() int }:
                		println("key", x.key())
                	default:
                		println("other", x == nil)
                	}
                	x, ok := e.($T)
                	println(ok)
                	outU("x", $H(uint64(i), x))
                }
                var e any = $V
                f, _ := e.($T)
                outU("f", $H(4, f))
                outU("w", $G(5, any($W).($O)))
                _ = e.($O)
                println(e == any($P))
                """,
                "P",
                p.text(),
                "V",
                value(p.shape(), 2),
                "T",
                concrete(p.shape()),
                "H",
                fold(
                        new Shape.Scalar("int").text().equals(concrete(p.shape()))
                                ? INT
                                : boxedShape(p.shape())),
                "G",
                fold(boxedShape(other)),
                "O",
                concrete(other),
                "W",
                value(boxedShape(other), 2));
    }

    private static Shape boxedShape(Shape shape) {
        return shape instanceof Shape.Dynamic ? INT : shape;
    }

    private static String concrete(Shape shape) {
        return boxedShape(shape).text();
    }

    void mapped() {
        var key = keyShape(2);
        var elem = shape(2);
        guarded(
                """
                m := map[$K]$E{$A: $V}
                k := $B
                m[k] = $W
                v, ok := m[$C]
                outU("v", $H(1, v))
                println(ok, len(m))
                if p, in := m[k]; in {
                	m[$A] = p
                }
                delete(m, $C)
                n := uint64(0)
                for k, v := range m {
                	n += $H($J(1, k), v)
                	delete(m, k)
                }
                outU("n", n)
                println(len(m))
                clear(m)
                println(len(m))
                m = nil
                outU("none", $H(2, m[k]))
                m[k] = v
                """,
                "K",
                key.text(),
                "E",
                elem.text(),
                "A",
                value(key, 1),
                "B",
                value(key, 1),
                "C",
                value(key, 1),
                "V",
                value(elem, 2),
                "W",
                value(elem, 2),
                "H",
                fold(elem),
                "J",
                fold(key));
    }

    void captured() {
        var p = place();
        guarded(
                """
                n := 0
                step := func() (old $T) {
                	n++
                	old, $P = $P, $V
                	return
                }
                a := step()
                b := step()
                outU("a", $H(1, a))
                outU("b", $H(2, b))
                func() {
                	defer func(x $T) { outU("deferred", $H(3, x)) }($P)
                	defer step()
                	$P = a
                }()
                outU("p", $H(uint64(n), $P))
                """,
                "T",
                p.shape().text(),
                "P",
                p.text(),
                "V",
                value(p.shape(), 2),
                "H",
                fold(p.shape()));
    }

    void methods() {
        var list = defined.stream().filter(s -> new Shape.Pointer(s).hasKey()).toList();
        if (list.isEmpty()) {
            return;
        }
        var s = list.get(random.nextInt(list.size()));
        guarded(
                """
                v := $V
                f := v.key
                g := (*$T).key
                println(f(), g(&v), (&v).key(), $M)
                var k @K = &v
                h := k.key
                println(h(), k == @K(&v), any(k) == any(&v))
                p := (*$T)(nil)
                ks := []@K{k, p}
                println(ks[1] == nil, ks[0].key(), ks[1].key())
                """,
                "V",
                value(s, 2),
                "T",
                s.text(),
                "M",
                s.hasKey() ? s.text() + ".key(v), " + prefix + "K(v).key()" : "0");
    }
}
