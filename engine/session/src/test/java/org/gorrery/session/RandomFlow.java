package org.gorrery.session;

/// Rarer control flow for random programs: deferred calls, range over functions, labels, channels, goroutines.
abstract class RandomFlow extends RandomStatements {
    RandomFlow(long seed, int number, int wordBits) {
        super(seed, number, wordBits);
    }

    /// A text whose `$X` are replaced by what follows their letters, at the current depth.
    void feature(String text, String... values) {
        for (int i = 0; i < values.length; i += 2) {
            text =
                    text.replaceAll(
                            "\\$" + values[i] + "\\b",
                            java.util.regex.Matcher.quoteReplacement(values[i + 1]));
        }
        lines(text);
    }

    String small() {
        return String.valueOf(random.nextInt(100));
    }

    /// A statement that prints a value of a scalar type.
    String printed(String type, String name) {
        int from = out.length();
        int depth = indent;
        indent = 0;
        show(new Variable(name, type, false));
        indent = depth;
        String text = out.substring(from).strip();
        out.setLength(from);
        return text;
    }

    void flow() {
        switch (random.nextInt(10)) {
            case 0 -> results();
            case 1 -> rangeFunc();
            case 2 -> nestedRangeFunc();
            case 3 -> labels();
            case 4 -> jumps();
            case 5 -> captured();
            case 6 -> channels();
            case 7 -> goroutines();
            case 8 -> typeSwitch();
            default -> repanic();
        }
    }

    private void results() {
        feature(
                """
                f := func(n int) (r int, err error) {
                	defer func() {
                		if e := recover(); e != nil {
                			outR(e)
                			r = r*10 + n
                			err = &@err{n}
                		}
                	}()
                	for i := range n {
                		defer func() { r += i; println("defer", i, r) }()
                		if i == $A {
                			r = 100
                			panic($P)
                		}
                	}
                	r = $B
                	if n > $C {
                		return n, &@err{1}
                	}
                	return
                }
                for n := range 4 {
                	r, err := f(n)
                	outI("r", int64(r))
                	if err != nil {
                		println(err.Error())
                	}
                }
                """,
                "A",
                random.nextInt(4) + "",
                "B",
                small(),
                "C",
                random.nextInt(4) + "",
                "P",
                pick("\"p\"", "i", "error(&" + prefix + "err{i})", "r"));
    }

    private void rangeFunc() {
        feature(
                """
                f := func(n int) (r int) {
                	defer func() { r++ }()
                	for x := range @seq(n, $K) {
                		defer println("after", x)
                		if x == $A*$K {
                			continue
                		}
                		if x > $B*$K {
                			return x
                		}
                		r += x
                		switch x {
                		case $K:
                			break
                		case 2*$K:
                			r *= 2
                			fallthrough
                		default:
                			r += 3
                		}
                	}
                	return -r
                }
                outI("rf", int64(f($N)))
                func() {
                	defer func() { outR(recover()) }()
                	for x := range @seq(3, 1) {
                		if x == $C {
                			panic("in body")
                		}
                	}
                }()
                """,
                "K",
                1 + random.nextInt(5) + "",
                "A",
                random.nextInt(3) + "",
                "B",
                random.nextInt(5) + "",
                "N",
                random.nextInt(6) + "",
                "C",
                random.nextInt(4) + "");
    }

    private void nestedRangeFunc() {
        feature(
                """
                n := 0
                outer:
                for x := range @seq($N, 1) {
                	for y := range @seq($M, 2) {
                		n = n*3 + x + y
                		switch {
                		case y == $A:
                			continue
                		case x == $B:
                			continue outer
                		case x+y == $C:
                			break outer
                		}
                		for z := range 3 {
                			if z == 1 && y == 0 {
                				continue outer
                			}
                			n += z
                		}
                	}
                	n ^= 5
                }
                outI("nested", int64(n))
                """,
                "N",
                random.nextInt(5) + "",
                "M",
                random.nextInt(5) + "",
                "A",
                random.nextInt(5) + "",
                "B",
                random.nextInt(4) + "",
                "C",
                2 + random.nextInt(6) + "");
    }

    private void labels() {
        feature(
                """
                n := 0
                ch := make(chan int, 3)
                rows:
                for i := 0; i < $N; i++ {
                	for j := range $M {
                		select {
                		case ch <- i*10 + j:
                			if j == $A {
                				continue rows
                			}
                		default:
                			v := <-ch
                			n += v
                			if v > $C {
                				break rows
                			}
                			break
                		}
                		switch i + j {
                		case $B:
                			continue
                		case 3:
                			break rows
                		case 4:
                			break
                		}
                		n++
                	}
                }
                outI("n", int64(n))
                """,
                "N",
                1 + random.nextInt(4) + "",
                "M",
                1 + random.nextInt(4) + "",
                "A",
                random.nextInt(3) + "",
                "B",
                random.nextInt(3) + "",
                "C",
                small());
    }

    private void jumps() {
        feature(
                """
                i, n := 0, 0
                again:
                n = n*2 + i
                i++
                if i < $N {
                	goto again
                }
                if n > $A {
                	goto done
                }
                {
                	n += 1000
                inner:
                	if i++; i%$B != 0 {
                		goto inner
                	}
                }
                done:
                outI("goto", int64(n+i))
                """,
                "N", 1 + random.nextInt(8) + "", "A", small(), "B", 2 + random.nextInt(5) + "");
    }

    private void captured() {
        String t = pick(INTS);
        feature(
                """
                var fs []func($T) $T
                sum := $E
                for i, j := $T(0), $T(9); i < j; i, j = i+1, j-2 {
                	k := i * j
                	fs = append(fs, func(x $T) $T { i++; k += x; sum ^= k; return i $O k })
                	if k == $A {
                		i++
                	}
                }
                for n, f := range fs {
                	a, b := f($T(n)), f(1)
                	$P
                	$Q
                }
                $S
                var fib func(int) int
                fib = func(n int) int {
                	if n < 2 {
                		return n
                	}
                	return fib(n-1) + fib(n-2)
                }
                outI("fib", int64(fib($N)))
                """,
                "T",
                t,
                "E",
                expression(t, 1),
                "O",
                pick("+", "-", "*", "|"),
                "A",
                random.nextInt(20) + "",
                "P",
                printed(t, "a"),
                "Q",
                printed(t, "b"),
                "S",
                printed(t, "sum"),
                "N",
                random.nextInt(12) + "");
    }

    private void channels() {
        String t = pick("int", "string", "uint8", "float64", "bool");
        feature(
                """
                ch := make(chan $T, $N)
                n := 0
                for range $M {
                	select {
                	case ch <- $A:
                		n++
                	default:
                		n += 100
                	}
                }
                println(n, len(ch), cap(ch))
                select {
                case v, ok := <-ch:
                	println(ok)
                	$V
                default:
                	println("empty")
                }
                close(ch)
                for v := range ch {
                	$V
                }
                v, ok := <-ch
                $V
                println(ok)
                func() {
                	defer func() { outR(recover()) }()
                	select {
                	case ch <- v:
                	default:
                	}
                }()
                var none chan $T
                select {
                case <-none:
                case none <- v:
                default:
                	println("never")
                }
                """,
                "T",
                t,
                "N",
                random.nextInt(5) + "",
                "M",
                random.nextInt(7) + "",
                "A",
                expression(t, 1),
                "V",
                printed(t, "v"));
    }

    private void goroutines() {
        String t = pick(INTS);
        feature(
                """
                x := $E
                in, mid := make(chan $T), make(chan $T, $B)
                done := make(chan bool)
                go func() {
                	defer close(mid)
                	for v := range in {
                		mid <- v $O x
                	}
                }()
                go func() {
                	n := 0
                	for v := range mid {
                		n++
                		$V
                	}
                	println("got", n)
                	done <- true
                }()
                for i := range $T($N) {
                	in <- i * 3
                }
                close(in)
                <-done
                parts := make([]int, 5)
                for i := range parts {
                	go func() {
                		defer func() {
                			recover()
                			done <- true
                		}()
                		parts[i] = i*i + 1
                		if i == $A {
                			panic(i)
                		}
                		parts[i] *= 10
                	}()
                }
                for range parts {
                	<-done
                }
                for _, p := range parts {
                	outI("part", int64(p))
                }
                """,
                "T",
                t,
                "E",
                expression(t, 1),
                "B",
                random.nextInt(3) + "",
                "O",
                pick("+", "-", "*", "^"),
                "N",
                random.nextInt(8) + "",
                "A",
                random.nextInt(6) + "",
                "V",
                printed(t, "v"));
    }

    private void typeSwitch() {
        String t = pick(SCALARS);
        feature(
                """
                for _, x := range []any{$A, $B, nil, @S{}, &@S{}, []int{1}, @N(3), error(&@err{2}), func() {}, [2]bool{true}} {
                	switch v := x.(type) {
                	case nil:
                		println("nil", v == nil)
                	case $T:
                		$V
                	case int8, uint8, string, bool:
                		println("small", v == x)
                	case @I:
                		outI("I", int64(v.m(2)))
                	case error:
                		println(v.Error())
                	case []int, [2]bool:
                		_, ok := v.([]int)
                		println("seq", ok)
                	default:
                		println("other")
                	}
                }
                """,
                "T",
                t.matches("u?int8|string|bool") ? "int64" : t,
                "A",
                expression(t, 1),
                "B",
                expression(pick(SCALARS), 1),
                "V",
                printed(t.matches("u?int8|string|bool") ? "int64" : t, "v"));
    }

    private void repanic() {
        feature(
                """
                f := func(n int) (s string) {
                	defer func() {
                		r := recover()
                		outR(r)
                		s += "|"
                		if n == $A {
                			s += "again"
                		}
                	}()
                	defer func() {
                		defer func() {
                			if n == $B {
                				outR(recover())
                			}
                		}()
                		if n > $C {
                			panic("second")
                		}
                		s = "deferred"
                	}()
                	if n%2 == 0 {
                		panic($P)
                	}
                	return "plain"
                }
                for n := range 4 {
                	s := f(n)
                	outS("s", s)
                }
                """,
                "A",
                random.nextInt(4) + "",
                "B",
                random.nextInt(4) + "",
                "C",
                random.nextInt(4) + "",
                "P",
                pick("n", "\"first\"", "error(&" + prefix + "err{n})"));
    }
}
