package org.gorrery.session;

/// A well-typed Go program drawn at random from types drawn at random: every use of a value ([RandomUses]) meets every kind of type, nested
/// structs, arrays of arrays, maps with interface keys, instances of generic types. As [RandomProgram], it means the same on every Go.
final class RandomShapes extends RandomUses {
    /// What all programs share, beside [RandomProgram#SUPPORT].
    static final String SUPPORT =
            """
            func foldFloat(h uint64, f float64) uint64 {
            	if f != f {
            		return h*13 + 5
            	}
            	return (h ^ math.Float64bits(f)) * 1099511628211
            }
            func foldString(h uint64, s string) uint64 {
            	for i := range len(s) {
            		h = (h ^ uint64(s[i])) * 1099511628211
            	}
            	return h*43 + uint64(len(s))
            }
            type ordered interface {
            	~int8 | ~int16 | ~int32 | ~int64 | ~int | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uint | ~uintptr | ~float32 | ~float64 | ~string
            }
            func swapped[A, B any](a A, b B) (B, A) { return b, a }
            func firstOf[S ~[]E, E any](s S) (e E, ok bool) {
            	if len(s) > 0 {
            		return s[0], true
            	}
            	return
            }
            func mapAll[S ~[]E, E, R any](s S, f func(int, E) R) (r []R) {
            	for i, e := range s {
            		r = append(r, f(i, e))
            	}
            	return
            }
            func all[E any](s []E) func(func(int, E) bool) {
            	return func(yield func(int, E) bool) {
            		defer println("all ends")
            		for i, e := range s {
            			if !yield(i, e) {
            				return
            			}
            		}
            	}
            }
            func indexOf[T comparable](s []T, x T) int {
            	for i, e := range s {
            		if e == x {
            			return i
            		}
            	}
            	return -1
            }
            func largest[T ordered](a T, more ...T) T {
            	for _, m := range more {
            		a = max(a, m)
            	}
            	return a
            }
            type node[T any] struct {
            	value T
            	kids  []*node[T]
            }
            func (n *node[T]) add(v T) *node[T] { n.kids = append(n.kids, &node[T]{value: v}); return n }
            func (n *node[T]) walk(f func(T)) {
            	f(n.value)
            	for _, k := range n.kids {
            		k.walk(f)
            	}
            }
            """;

    private RandomShapes(long seed, int number, int wordBits) {
        super(seed, number, wordBits);
    }

    /// The declarations of program `number`, whose entry is a function `p<number>`.
    static String of(long seed, int number, int wordBits) {
        var program = new RandomShapes(seed, number, wordBits);
        program.defineTypes();
        program.entry();
        return program.out + program.helpers.toString() + program.foldFunctions();
    }

    private void entry() {
        line("func " + prefix + "() {");
        indent++;
        line("println(\"#" + prefix + "\")");
        line("defer func() { outR(recover()) }()");
        for (int i = 3; i > 0; i--) {
            declare();
        }
        for (int i = 10 + random.nextInt(10); i > 0; i--) {
            statement();
        }
        for (var k : known) {
            show(k.shape(), k.name());
        }
        indent--;
        line("}");
    }

    private void statement() {
        switch (random.nextInt(22)) {
            case 0, 1 -> declare();
            case 2, 3 -> assign();
            case 4 -> swap();
            case 5 -> passed();
            case 6 -> pointed();
            case 7 -> compared();
            case 8, 9 -> boxed();
            case 10 -> mapped();
            case 11 -> captured();
            case 12 -> methods();
            case 13 -> ranged();
            case 14 -> results();
            case 15 -> sliced();
            case 16 -> sent();
            case 17 -> generic();
            case 18 -> laidOut();
            case 19 -> variadic();
            case 20 -> exits();
            default -> literals();
        }
    }

    private void ranged() {
        var elem = shape(2);
        guarded(
                """
                s := []$T{$A, $B, $C}
                for i, e := range s {
                	s[(i+1)%3] = e
                	s = append(s, e)
                	outU("e", $H(uint64(i), e))
                }
                a := [3]$T(s[1:4])
                for i, e := range a {
                	a[2] = $B
                	outU("a", $H(uint64(i), e))
                }
                for i, e := range &a {
                	a[2] = $C
                	outU("p", $H(uint64(i), e))
                }
                n := func() (n uint64) {
                	for i, e := range all(s) {
                		defer func() { n += uint64(i); println("d", i) }()
                		switch {
                		case i == $I:
                			return $H(n, e)
                		case i == $J:
                			continue
                		}
                		n = $H(n, e)
                	}
                	return n + 1
                }()
                outU("n", n)
                """,
                "T",
                elem.text(),
                "A",
                value(elem, 1),
                "B",
                value(elem, 1),
                "C",
                value(elem, 1),
                "H",
                fold(elem),
                "I",
                random.nextInt(8) + "",
                "J",
                random.nextInt(5) + "");
    }

    private void results() {
        var p = place();
        var q = place();
        guarded(
                """
                f := func(n int) (a $T, b $U, err error) {
                	defer func() {
                		if r := recover(); r != nil {
                			outR(r)
                			a = $W
                			println("recovered", n)
                		}
                	}()
                	a, b = $V, $X
                	if n == 1 {
                		var s []int
                		_ = s[n]
                	}
                	if n == 2 {
                		return $V, b, nil
                	}
                	return
                }
                for n := range 3 {
                	a, b, err := f(n)
                	outU("a", $H(1, a))
                	outU("b", $I(2, b))
                	println(err == nil)
                }
                $P, $Q, _ = f($N)
                m := map[int]$T{}
                _, _, _ = f(1)
                m[1], $Q, _ = f(0)
                outU("m", $H(3, m[1]))
                """,
                "T",
                p.shape().text(),
                "U",
                q.shape().text(),
                "V",
                value(p.shape(), 2),
                "W",
                value(p.shape(), 1),
                "X",
                value(q.shape(), 2),
                "H",
                fold(p.shape()),
                "I",
                fold(q.shape()),
                "P",
                p.text(),
                "Q",
                q.text().equals(p.text()) || clash(p.text(), q.text()) ? "_" : q.text(),
                "N",
                random.nextInt(3) + "");
    }

    private static boolean clash(String a, String b) {
        return a.startsWith(b) || b.startsWith(a);
    }

    private void sliced() {
        var elem = shape(2);
        guarded(
                """
                a := []$T{$A, 3: $B}
                b := a[1:2:$N]
                b = append(b, $C)
                outU("a", $S(1, a))
                c := append([]$T(nil), a...)
                println(copy(c[1:], c), len(b), cap(b[:1]))
                outU("c", $S(2, c))
                clear(c[:2])
                outU("cleared", $S(3, c))
                d := (*[2]$T)(a)
                d[1] = $C
                outU("d", $H(4, a[1]))
                e := [][]$T{a, b, nil, c}
                e[2] = append(e[2], e[0][1:]...)
                outU("e", $S(5, e[2]))
                i := $I
                a[i], i = $A, 0
                outU("i", $H(6, a[i]))
                _ = [4]$T(c[:i+3])
                """,
                "T",
                elem.text(),
                "A",
                value(elem, 1),
                "B",
                value(elem, 2),
                "C",
                value(elem, 1),
                "N",
                2 + random.nextInt(3) + "",
                "I",
                random.nextInt(5) + "",
                "H",
                fold(elem),
                "S",
                fold(new Shape.Slice(elem)));
    }

    private void sent() {
        var elem = shape(2);
        guarded(
                """
                c := make(chan $T, 2)
                back := make(chan $T)
                go func() {
                	defer close(back)
                	for v := range c {
                		back <- v
                	}
                }()
                c <- $A
                outU("1", $H(1, <-back))
                select {
                case c <- $B:
                	v, ok := <-back
                	println(ok)
                	outU("2", $H(2, v))
                }
                close(c)
                v, ok := <-back
                println(ok)
                outU("3", $H(3, v))
                c <- v
                """,
                "T",
                elem.text(),
                "A",
                value(elem, 2),
                "B",
                value(elem, 2),
                "H",
                fold(elem));
    }

    private void generic() {
        var a = shape(2);
        var b = keyShape(1);
        guarded(
                """
                x, y := swapped($A, $B)
                outU("x", $I(1, x))
                outU("y", $H(2, y))
                g := @G[$T, $U]{$A, $B, [2]$T{1: $C}}
                println(g.key(), g.is(x), g.put(0, y).is($D))
                outU("g", $G(3, g))
                outU("all", $S(4, mapAll([]$U{x, $D}, func(i int, u $U) $T { println(i); return y })))
                z, ok := firstOf([]@G[$T, $U]{g})
                println(ok, indexOf([]$U{x, $D}, $D))
                outU("z", $G(5, z))
                f := (*@G[$T, $U]).put
                outU("f", $G(6, *f(&z, 1, $C)))
                n := (&node[$T]{value: $A}).add(y).add($C)
                sum := uint64(0)
                n.walk(func(v $T) { sum = $H(sum, v) })
                outU("sum", sum)
                println(largest($O), min($O), max($O) == largest($O))
                """,
                "T",
                a.text(),
                "U",
                b.text(),
                "A",
                value(a, 1),
                "C",
                value(a, 2),
                "B",
                value(b, 1),
                "D",
                value(b, 1),
                "H",
                fold(a),
                "I",
                fold(b),
                "S",
                fold(new Shape.Slice(a)),
                "G",
                fold(instance(a, b)),
                "O",
                numbers());
    }

    private String numbers() {
        String t = pick("int8", "uint32", "string", "int", "uint64", "float32");
        var s = new Shape.Scalar(t);
        return t.startsWith("float")
                ? "float32(1.5), " + pick("-2", "7.25", "0")
                : value(s, 0) + ", " + value(s, 0) + ", " + value(s, 0);
    }

    private void laidOut() {
        var p = place();
        var layout = new StringBuilder();
        if (p.shape() instanceof Shape.Struct s) {
            for (var f : s.fields()) {
                layout.append(
                        "println(unsafe.Offsetof(x.%s), unsafe.Alignof(x.%s))\n"
                                .formatted(f.name(), f.name()));
                layout.append(
                        "outU(\"f\", %s(1, *(*%s)(unsafe.Add(unsafe.Pointer(&x), unsafe.Offsetof(x.%s)))))\n"
                                .formatted(fold(f.shape()), f.shape().text(), f.name()));
            }
        }
        guarded(
                """
                x := $P
                println(unsafe.Sizeof(x), unsafe.Alignof(x))
                $L
                s := []$T{x, $V}
                u := unsafe.Slice(&s[0], len(s))
                u[0] = s[1]
                outU("u", $H(1, s[0]))
                println(len(unsafe.Slice((*byte)(unsafe.Pointer(&x)), unsafe.Sizeof(x))))
                """,
                "P",
                p.text(),
                "L",
                layout.toString(),
                "T",
                p.shape().text(),
                "V",
                value(p.shape(), 1),
                "H",
                fold(p.shape()));
    }

    private void variadic() {
        var elem = shape(2);
        guarded(
                """
                f := func(l string, v ...$T) (n uint64) {
                	for i, e := range v {
                		n = $H(n+uint64(i), e)
                	}
                	println(l, len(v), v == nil)
                	return
                }
                s := []$T{$A, $B}
                n := f("none") + f("one", $A)*3 + f("all", s...)*5 + f("more", $B, $C, s[0])*7
                outU("n", n)
                defer f("deferred", s...)
                s[0] = $C
                """,
                "T",
                elem.text(),
                "A",
                value(elem, 1),
                "B",
                value(elem, 2),
                "C",
                value(elem, 1),
                "H",
                fold(elem));
    }

    private void exits() {
        var p = place();
        guarded(
                """
                done := make(chan uint64, 4)
                go func() {
                	defer close(done)
                	defer func() { println("none", recover() == nil) }()
                	for i := range 3 {
                		defer func() { done <- $H(uint64(i), $P) }()
                		if i == $I {
                			func() {
                				defer func() { println("inner", i) }()
                				runtime.Goexit()
                			}()
                		}
                	}
                	func() {
                		defer func() { outR(recover()) }()
                		defer func() { panic($Q) }()
                		panic("first")
                	}()
                	defer func() {
                		defer func() { outR(recover()) }()
                		panic("in exit")
                	}()
                	runtime.Goexit()
                }()
                sum := uint64(0)
                for n := range done {
                	sum = sum*3 + n
                }
                outU("done", sum)
                """,
                "H",
                fold(p.shape()),
                "P",
                p.text(),
                "I",
                random.nextInt(4) + "",
                "Q",
                pick("7", "\"second\"", "any(nil)", "error(nil)"));
    }

    private void literals() {
        var elem = shape(2);
        String t = elem.text();
        String part = literal(elem, 1);
        String head = "(" + t + "{";
        String elided =
                part.startsWith(head) ? part.substring(t.length() + 1, part.length() - 1) : part;
        String pointed = part.startsWith(head) ? elided : "new(" + t + ")";
        guarded(
                """
                a := [...]$T{2: $E, 0: $E}
                m := map[[2]int8]$T{{1, 2}: $E, {3}: $V}
                p := []*$T{$Q, nil, 3: $Q}
                n := [2][2]$T{{$E}, {1: $V}}
                s := struct {
                	x $T
                	y [1]struct{ z $T }
                }{$V, [1]struct{ z $T }{{$F}}}
                outU("a", $H(1, a[2])+$H(2, a[1]))
                outU("m", $H(3, m[[2]int8{3}])+$H(4, m[[2]int8{1, 2}]))
                println(len(p), len(a), cap(p))
                outU("p", $H(5, *p[3]))
                outU("n", $H(6, n[1][1])+$H(7, n[0][0]))
                t := s
                t.y[0].z, t.x = t.x, t.y[0].z
                outU("s", $H(8, s.x)+$H(9, t.y[0].z))
                outU("nil", $H(10, *p[1]))
                """,
                "T", t, "E", elided, "F", part, "V", value(elem, 1), "Q", pointed, "H", fold(elem));
    }
}
