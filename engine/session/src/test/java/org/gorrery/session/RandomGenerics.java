package org.gorrery.session;

import java.util.List;

/// Generic and embedded types and their methods, for random programs.
abstract class RandomGenerics extends RandomFlow {
    /// The types of whole numbers.
    static final List<String> NUMBERS =
            List.of(
                    "int8", "int16", "int32", "int64", "int", "uint8", "uint16", "uint32",
                    "uint64");

    RandomGenerics(long seed, int number, int wordBits) {
        super(seed, number, wordBits);
    }

    final void list() {
        String t = pick(SCALARS);
        feature(
                """
                var l *@L[$T]
                l = l.push($A).push($B).push($C)
                n := 0
                for i, v := range l.each {
                	if i == $N {
                		break
                	}
                	n += i
                	_ = v
                	$S
                }
                outI("list", int64(n))
                """,
                "T",
                t,
                "A",
                expression(t, 2),
                "B",
                expression(t, 1),
                "C",
                expression(t, 1),
                "N",
                random.nextInt(4) + "",
                "S",
                printed(t, "v"));
    }

    final void pair() {
        String a = pick("int8", "string", "uint16", "bool", "float64");
        String b = pick(SCALARS);
        feature(
                """
                p := @P[$A, $B]{$X, $Y}
                old, q := p.swap($Z)
                $O
                outB("same", p.a == q.a)
                var i any = p
                _, is := i.(@P[$A, $B])
                _, no := i.(@P[$A, *$B])
                println(is, no)
                m := map[$A]@P[$A, $B]{p.a: p}
                m[q.a] = q
                if r, ok := m[old]; ok {
                	$R
                }
                """,
                "A",
                a,
                "B",
                b,
                "X",
                expression(a, 1),
                "Y",
                expression(b, 2),
                "Z",
                expression(a, 1),
                "O",
                printed(a, "old"),
                "R",
                printed(b, "r.b"));
    }

    final void mapped() {
        String t = pick(NUMBERS);
        String u = pick(NUMBERS);
        feature(
                """
                k := $K
                r := @M([]$T{$A, $B, $C}, func(x $T) $U { k++; return $U(x) $O $U(k) })
                for _, v := range @M(r, func(x $U) bool { return x > $L }) {
                	outB("m", v)
                }
                for _, x := range r {
                	$P
                }
                """,
                "T",
                t,
                "U",
                u,
                "K",
                expression(t, 1),
                "A",
                expression(t, 1),
                "B",
                expression(t, 1),
                "C",
                expression(t, 2),
                "O",
                pick("+", "-", "*", "^", "&^"),
                "L",
                small(),
                "P",
                printed(u, "x"));
    }

    final void embedded() {
        String f = fields.getFirst();
        feature(
                """
                e := @E{@S{f0: $A}, nil, $N}
                e.@I = $V
                f := e
                f.f0 = $B
                outI("own", int64(e.@S.m($N)))
                outI("iface", int64(f.@I.m(e.tag)))
                outI("ptr", int64(f.pm($M)))
                outB("eq", e.@S == f.@S)
                func() {
                	defer func() { outR(recover()) }()
                	var z @E
                	z.tag = 1
                	outI("nil", int64(z.@I.m(1)))
                }()
                """,
                "A",
                expression(f, 1),
                "B",
                expression(f, 2),
                "N",
                small(),
                "M",
                expression("int", 1),
                "V",
                pick(
                        prefix + "N(" + random.nextInt(100) + ")",
                        "e." + prefix + "S",
                        "&e." + prefix + "S"));
    }

    final void methodValues() {
        feature(
                """
                a := @A{x: [3]int{$A, $B}}
                get := a.set
                put := a.put
                a.x[1] = $C
                b := get(0, $D)
                put(2, $E)
                outI("a", int64(a.x[0]^a.x[1]*3^a.x[2]*5))
                outI("b", int64(b.x[0]^b.x[1]*3^b.x[2]*5))
                f := @A.set
                g := (*@A).put
                g(&b, 1, 7)
                c := f(b, $I, 9)
                println(c.x[0] == b.x[0], c.x[1], len(c.x), c.s == a.s)
                h := (*@A).set
                outI("h", int64(h(&c, 0, 1).x[0]))
                """,
                "A",
                expression("int", 1),
                "B",
                expression("int", 1),
                "C",
                expression("int", 2),
                "D",
                small(),
                "E",
                expression("int", 1),
                "I",
                random.nextInt(3) + "");
    }
}
