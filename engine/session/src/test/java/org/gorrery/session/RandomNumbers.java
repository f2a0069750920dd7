package org.gorrery.session;

/// Numbers of all types: conversions, shifts, constants, complex numbers, for random programs.
abstract class RandomNumbers extends RandomCollections {
    RandomNumbers(long seed, int number, int wordBits) {
        super(seed, number, wordBits);
    }

    final void complexNumbers() {
        feature(
                """
                a := complex($A, $B)
                b := complex($C, 1.5)
                c := a $O b
                c += a
                outF("re", real(c))
                outF("im", imag(c))
                d := complex64(b)
                outF("re64", float64(real(d*d)))
                println(a == b, c != a, -a == a, d == complex64(complex($C, 1.5)))
                m := map[complex128]int{b: 1}
                m[complex(real(b), 1.5)]++
                outI("len", int64(len(m)))
                """,
                "A",
                expression("float64", 2),
                "B",
                plain("float64"),
                "C",
                literal("float64"),
                "O",
                pick("+", "-", "*", "/"));
    }

    final void conversions() {
        String a = pick(NUMBERS);
        String b = pick(NUMBERS);
        String c = pick(NUMBERS);
        feature(
                """
                w := $E
                x := $A(w)
                y := $B(x)
                z := $C(y) $O $C(x)
                f := float64(x) / 3
                g := float32(y)
                $P
                outF("f", f)
                outF("g", float64(g*g))
                outB("round", $A(y) == x)
                n := @N(z)
                outI("named", int64(n.m(1)))
                var u any = n
                _, is := u.($A)
                _, are := u.(interface{ m(int) int })
                println(is, are, uint8(x)>>3, int8(y)>>1, ^x, -y)
                """,
                "A",
                a,
                "B",
                b,
                "C",
                c,
                "E",
                expression(pick(NUMBERS), 2),
                "O",
                pick("+", "-", "*", "&", "|", "^"),
                "P",
                printed(c, "z"));
    }

    final void shifts() {
        String t = pick(NUMBERS);
        feature(
                """
                s := uint($N)
                x := $E
                a := x << s >> s
                b := x >> (s * 2) << 1
                c := $T(1)<<s | $T(1)<<(s&7)
                var d int64 = 1<<s - 1
                var e uint16 = 1<<s>>1 + 3
                f := 1<<s == 8
                $P
                $Q
                outI("d", d)
                println(c, e, f, s<<3>>1, 1<<s>>s, int8(x)<<s, uint32(x)>>s)
                x <<= s
                x >>= 1
                $R
                """,
                "N",
                random.nextInt(80) + "",
                "T",
                t,
                "E",
                expression(t, 2),
                "P",
                printed(t, "a"),
                "Q",
                printed(t, "b"),
                "R",
                printed(t, "x"));
    }

    final void constants() {
        int n = random.nextInt(60);
        feature(
                """
                const (
                	a = 1<<$N + $K
                	b = a * a * a / $D
                	c = -b % 1000003
                	d = a / 3.0
                	e = iota * 7
                	f
                	g = 'x' + e
                )
                outI("c", c)
                outF("d", d)
                println(f, g, b > a, a&^7 == a>>3<<3, len("abc"+"\\u00e9"), c/7, c%%7, -7/2, -7%%2)
                var x float32 = a
                var y complex128 = d
                outF("x", float64(x))
                outF("y", real(y))
                """
                        .replace("%%", "%"),
                "N",
                n + 1 + "",
                "K",
                small(),
                "D",
                1 + random.nextInt(1000) + "");
    }
}
