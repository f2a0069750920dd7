package org.gorrery.session;

/// Arrays, slices, maps and strings, for random programs.
abstract class RandomCollections extends RandomGenerics {
    RandomCollections(long seed, int number, int wordBits) {
        super(seed, number, wordBits);
    }

    final void arrays() {
        String t = pick(NUMBERS);
        feature(
                """
                a := [4]$T{$A, 2: $B}
                b := a
                p := &a
                p[1] = $C
                n := 0
                for i, v := range a {
                	a[3] = $T(i)
                	if v == a[3] {
                		n++
                	}
                }
                for i, v := range p {
                	p[(i+1)&3] += v
                }
                aa := [2][4]$T{a, b}
                bb := aa
                bb[0][1]++
                println(n, a == b, aa == bb, aa[1] == b, len(aa[0]))
                f := func(x [4]$T) [4]$T { x[0] = 1; return x }
                c := f(a)
                c[1], c[2] = c[2], c[1]
                for _, v := range append(a[:2:3], c[1:]...) {
                	$P
                }
                outB("kept", c != a)
                """,
                "T",
                t,
                "A",
                expression(t, 1),
                "B",
                expression(t, 1),
                "C",
                expression(t, 2),
                "P",
                printed(t, "v"));
    }

    final void structMap() {
        String key = pick("string", "int8", "uint64", "float32", "bool");
        feature(
                """
                m := map[$K]@S{$A: {}}
                v := m[$B]
                v.f0 = $C
                m[$B] = v
                w, ok := m[$D]
                outB("in", ok)
                outB("eq", w == v)
                n := 0
                for k, x := range m {
                	if x == v {
                		n++
                	}
                	delete(m, k)
                }
                outI("n", int64(n*100+len(m)))
                mm := map[$K][]int{}
                mm[$A] = append(mm[$A], 1, $N)
                mm[$A][0] += 5
                outI("mm", int64(len(mm[$A])*1000+mm[$A][0]+len(mm)))
                clear(mm)
                outI("cleared", int64(len(mm)))
                """,
                "K",
                key,
                "A",
                literal(key),
                "B",
                plain(key),
                "C",
                expression(fields.getFirst(), 1),
                "D",
                expression(key, 1),
                "N",
                small());
    }

    final void runes() {
        feature(
                """
                s := $S
                n := 0
                for i, r := range s {
                	n = n*31 + i + int(r)
                }
                outI("runes", int64(n))
                for i := range s {
                	n -= i
                }
                b := []byte(s)
                for i := range b {
                	b[i] ^= $X
                }
                outS("bytes", string(b))
                r := []rune(string(b))
                outI("count", int64(len(r)))
                if len(r) > 1 {
                	r[0], r[len(r)-1] = r[len(r)-1], r[0]
                	outS("swapped", string(r))
                }
                println(s < string(b), s == string([]byte(s)), len(s+$T), string(rune($N)))
                """,
                "S",
                expression("string", 2),
                "X",
                random.nextInt(256) + "",
                "T",
                literal("string"),
                "N",
                pick("65", "233", "19990", "-1", "55296", "1114112"));
    }

    final void slices() {
        String t = pick(SCALARS);
        feature(
                """
                a := []$T{$A, $B, $C, $A}
                b := a[1:$H]
                b = append(b, $D)
                c := a[:2:2]
                c = append(c, $B)
                c[0] = $D
                copy(a[1:], a)
                d := append([]$T(nil), a[$I:]...)
                if len(d) > 1 {
                	clear(d[1:])
                }
                println(len(a), len(b), len(c), len(d), cap(a[1:3:4]))
                for _, s := range [][]$T{a, b, c, d} {
                	for _, v := range s {
                		$P
                	}
                }
                arr := [4]$T(a)
                ptr := (*[2]$T)(a)
                ptr[0] = arr[3]
                println(arr[0] == a[0], arr[3] == ptr[0])
                """,
                "T",
                t,
                "A",
                expression(t, 1),
                "B",
                literal(t),
                "C",
                plain(t),
                "D",
                expression(t, 1),
                "H",
                1 + random.nextInt(4) + "",
                "I",
                random.nextInt(5) + "",
                "P",
                printed(t, "v"));
    }

    final void arrayKeys() {
        feature(
                """
                type k struct {
                	a [2]int8
                	s string
                	i any
                }
                m := map[k]int{}
                x := k{[2]int8{$A, 1}, $S, $V}
                m[x]++
                x.a[1] = $B
                m[x] += 2
                y := x
                y.i = int8(3)
                m[y] += 4
                z := k{x.a, x.s, x.i}
                println(len(m), m[x], m[k{}], x == y, z == x, any(z) == any(x))
                ma := map[[2]string]bool{{$S, "b"}: true}
                println(ma[[2]string{x.s, "b"}], ma[[2]string{"b", x.s}])
                """,
                "A",
                expression("int8", 1),
                "B",
                expression("int8", 1),
                "S",
                plain("string"),
                "V",
                expression(pick("int8", "string", "bool", "uint16"), 1));
    }
}
