package org.gorrery.session;

import java.util.List;

/// Rarer constructs for random programs, each a block of its own that prints what it has computed.
abstract class RandomFeatures extends RandomFlow {
    private static final List<String> NUMBERS =
            List.of(
                    "int8", "int16", "int32", "int64", "int", "uint8", "uint16", "uint32",
                    "uint64");

    RandomFeatures(long seed, int number, int wordBits) {
        super(seed, number, wordBits);
    }

    /// Declarations that the features use.
    void shared() {
        lines(
                """
                type @L[T any] struct {
                	v    T
                	next *@L[T]
                }
                func (l *@L[T]) push(v T) *@L[T] { return &@L[T]{v, l} }
                func (l *@L[T]) each(yield func(int, T) bool) {
                	i := 0
                	for n := l; n != nil; n = n.next {
                		if !yield(i, n.v) {
                			return
                		}
                		i++
                	}
                }
                type @P[A comparable, B any] struct {
                	a A
                	b B
                }
                func (p @P[A, B]) swap(a A) (A, @P[A, B]) { return p.a, @P[A, B]{a, p.b} }
                func @M[A, B any](s []A, f func(A) B) (r []B) {
                	for _, x := range s {
                		r = append(r, f(x))
                	}
                	return r
                }
                type @E struct {
                	@S
                	@I
                	tag int
                }
                type @A struct {
                	x [3]int
                	s @S
                }
                func (a @A) set(i, v int) @A { a.x[i] = v; return a }
                func (a *@A) put(i, v int)    { a.x[i] = v }
                func @T(l int, v int) int { println("t", l); return v }
                func @seq(n, step int) func(func(int) bool) {
                	return func(yield func(int) bool) {
                		defer println("seq ends")
                		for i := 0; i < n; i++ {
                			if !yield(i * step) {
                				println("seq stopped")
                				return
                			}
                		}
                	}
                }
                type @err struct{ n int }
                func (e *@err) Error() string { return "err" + string(rune('0'+e.n%10)) }
                """);
    }

    @Override
    void rare() {
        line("func() {"); // labels are its own
        indent++;
        int before = scope.size();
        loops += 2; // no calls of functions that loop in turn
        switch (random.nextInt(26)) {
            case 0 -> list();
            case 1 -> pair();
            case 2 -> mapped();
            case 3 -> embedded();
            case 4 -> methodValues();
            case 5 -> arrays();
            case 6 -> order();
            case 7 -> structMap();
            case 8 -> complexNumbers();
            case 9 -> runes();
            case 10 -> slices();
            case 11 -> faults();
            case 12 -> arrayKeys();
            case 13 -> conversions();
            case 14 -> shifts();
            case 15 -> constants();
            default -> flow();
        }
        loops -= 2;
        while (scope.size() > before) {
            scope.removeLast();
        }
        indent--;
        line("}()");
    }

    private void list() {
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

    private void pair() {
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

    private void mapped() {
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

    private void embedded() {
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

    private void methodValues() {
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

    private void arrays() {
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

    private void order() {
        feature(
                """
                s := []int{0, 0, 0, 0}
                i := $I
                i, s[i] = @T(1, $J), @T(2, $A)
                s[@T(3, $I)], s[@T(4, $J)] = @T(5, $B), @T(6, $C)
                m := map[int]int{@T(7, 1): @T(8, 2), @T(9, 3): @T(10, 4)}
                m[@T(11, 1)] $O= @T(12, 3)
                x := @T(13, 1) + @T(14, 2)*@T(15, 3) $O @T(16, 4)
                ok := @T(17, $I) > 1 && @T(18, 1) > 0 || @T(19, 0) == 0
                a := [...]int{2: @T(20, 5), 0: @T(21, 6)}
                outI("order", int64(i+s[0]*3+s[1]*5+s[2]*7+s[3]*11+m[1]+x+a[0]-a[2]))
                outB("ok", ok)
                func(a, b int) { outI("args", int64(a-b)) }(@T(22, s[1]), @T(23, len(m)))
                """,
                "I",
                random.nextInt(4) + "",
                "J",
                random.nextInt(4) + "",
                "A",
                expression("int", 1),
                "B",
                small(),
                "C",
                expression("int", 1),
                "O",
                pick("+", "-", "*", "^"));
    }

    private void structMap() {
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

    private void complexNumbers() {
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

    private void runes() {
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

    private void slices() {
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

    private void faults() {
        feature(
                """
                try := func(f func()) {
                	defer func() { outR(recover()) }()
                	f()
                	println("fine")
                }
                s := []int{1, 2, 3}
                var m map[string]int
                var e any = $V
                i, j := $I, $J
                var np *@A
                ch := make(chan int, 1)
                try(func() { println(s[i]) })
                try(func() { println(len(s[i:j])) })
                try(func() { println(len(s[i:j:j])) })
                try(func() { println("abc"[i:]) })
                try(func() { m["a"] = i })
                try(func() { println(e.(int)) })
                try(func() { _ = e.(@I) })
                try(func() { println(np.x[1]) })
                try(func() { println(7 / (i - $K)) })
                try(func() { println(1 << (i - 3)) })
                try(func() { close(ch); close(ch) })
                try(func() { println(len(make([]int8, i, j))) })
                try(func() { println(len([2]int(s[:j&3]))) })
                try(func() { println(map[any]int{e: 1}[e], any(s) == any(i)) })
                try(func() { var f func(); f() })
                try(func() { panic(&@err{i}) })
                """,
                "V",
                expression(pick(SCALARS), 1),
                "I",
                random.nextInt(7) - 1 + "",
                "J",
                random.nextInt(6) - 1 + "",
                "K",
                random.nextInt(6) + "");
    }

    private void arrayKeys() {
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

    private void conversions() {
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

    private void shifts() {
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

    private void constants() {
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
