package org.gorrery.session;

import java.util.List;

/// A Go program drawn at random from generic code, goroutines whose output does not depend on their order, embedded and promoted methods,
/// loops over functions and memory that slices share. Types and values are drawn; everything printed is the same on every Go.
final class RandomWide extends RandomText {
    /// What stands before the programs of a file.
    static final String HEAD =
            """
            package main

            import (
            	"cmp"
            	"context"
            	"errors"
            	"fmt"
            	"iter"
            	"maps"
            	"os"
            	"slices"
            	"strings"
            	"sync"
            	"sync/atomic"
            )

            type num interface{ ~int8 | ~int16 | ~int32 | ~int64 | ~int | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~float32 | ~float64 }
            type whole interface{ ~int8 | ~int16 | ~int32 | ~int64 | ~int | ~uint8 | ~uint16 | ~uint32 | ~uint64 }
            type text interface{ ~string | ~[]byte }
            type setter[T any] interface {
            	*T
            	set(string)
            }
            type named interface{ name() string }
            type i8 int8
            type str string
            type bytes []byte
            type list[T any] struct {
            	head T
            	tail *list[T]
            }
            type tree[K cmp.Ordered, V any] struct {
            	l, r *tree[K, V]
            	k    K
            	v    V
            }
            type box[T any] struct{ v T }
            type twin[A, B any] struct {
            	box[A]
            	second box[B]
            }
            type vec[T any] = []T
            type table[V any] = map[string]V
            type fn[A, R any] func(A) R
            type user struct{ n string }
            type counter[T num] struct {
            	mu  sync.Mutex
            	sum T
            	n   int
            }
            type stack[S ~[]E, E any] struct{ s S }

            func (u *user) set(s string)   { u.n = "<" + s + ">" }
            func (u user) name() string    { return u.n }
            func (b box[T]) get() T        { return b.v }
            func (b *box[T]) put(v T) *box[T] { b.v = v; return b }
            func (b box[T]) name() string  { return fmt.Sprintf("%T", b) }
            func (l *list[T]) push(v T) *list[T] { return &list[T]{v, l} }
            func (l *list[T]) all() iter.Seq2[int, T] {
            	return func(yield func(int, T) bool) {
            		i := 0
            		for ; l != nil; l = l.tail {
            			if !yield(i, l.head) {
            				return
            			}
            			i++
            		}
            	}
            }
            func (t *tree[K, V]) put(k K, v V) *tree[K, V] {
            	switch {
            	case t == nil:
            		return &tree[K, V]{k: k, v: v}
            	case k < t.k:
            		t.l = t.l.put(k, v)
            	case k > t.k:
            		t.r = t.r.put(k, v)
            	default:
            		t.v = v
            	}
            	return t
            }
            func (t *tree[K, V]) walk(yield func(K, V) bool) bool {
            	return t == nil || t.l.walk(yield) && yield(t.k, t.v) && t.r.walk(yield)
            }
            func (t *tree[K, V]) all() iter.Seq2[K, V] { return func(yield func(K, V) bool) { t.walk(yield) } }
            func (f fn[A, R]) apply(a ...A) (r []R) {
            	for _, x := range a {
            		r = append(r, f(x))
            	}
            	return
            }
            func (c *counter[T]) add(v T) {
            	c.mu.Lock()
            	defer c.mu.Unlock()
            	c.sum += v
            	c.n++
            }
            func (s *stack[S, E]) push(e ...E) *stack[S, E] { s.s = append(s.s, e...); return s }
            func (s *stack[S, E]) pop() (e E, ok bool) {
            	if n := len(s.s); n > 0 {
            		e, s.s = s.s[n-1], s.s[:n-1]
            		return e, true
            	}
            	return
            }
            func made[T any, P setter[T]](s ...string) (r []T) {
            	for _, x := range s {
            		var t T
            		P(&t).set(x)
            		r = append(r, t)
            	}
            	return
            }
            func conv[A, B num](a A) B { return B(a) }
            func arith[T whole](a, b T) (r []T) {
            	defer func() {
            		if e := recover(); e != nil {
            			say(e)
            			r = append(r, 0)
            		}
            	}()
            	r = append(r, a+b, a-b, a*b, -a, ^a, a&b, a|b, a^b, a&^b, a<<3, a>>1, a<<(b&15), a>>(b&31))
            	r = append(r, min(a, b), max(a, b, 3))
            	return append(r, a/b, a%b)
            }
            func floats[T ~float32 | ~float64](a, b T) []T { return []T{a + b, a - b, a * b, a / b, -a, a*b + a, min(a, b), max(a, b)} }
            func cut[T text](s T, i, j int) (r T, n int) {
            	defer func() {
            		if e := recover(); e != nil {
            			say(e)
            		}
            	}()
            	for k := range len(s) {
            		n += int(s[k])
            	}
            	return s[i:j], n
            }
            func kind[T any](x T) string {
            	switch v := any(x).(type) {
            	case nil:
            		return "nil"
            	case int, i8:
            		return fmt.Sprint("int ", v)
            	case string:
            		return "string " + v
            	case []T:
            		return "slice of itself"
            	case box[T]:
            		return "box of itself"
            	case box[int]:
            		return fmt.Sprint("box ", v.v)
            	case interface{ get() T }:
            		return "getter of itself"
            	case named:
            		return "named " + v.name()
            	case error:
            		return "error " + v.Error()
            	case func(T) T:
            		return "function"
            	}
            	type local struct{ x T }
            	return fmt.Sprintf("%T", local{x})
            }
            func reduce[T, A any](s iter.Seq[T], a A, f func(A, T) A) A {
            	for v := range s {
            		a = f(a, v)
            	}
            	return a
            }
            func filter[T any](s iter.Seq[T], keep func(T) bool) iter.Seq[T] {
            	return func(yield func(T) bool) {
            		defer say("filter ends")
            		for v := range s {
            			if keep(v) && !yield(v) {
            				return
            			}
            		}
            	}
            }
            func zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
            	return func(yield func(A, B) bool) {
            		next, stop := iter.Pull(b)
            		defer stop()
            		for x := range a {
            			y, ok := next()
            			if !ok || !yield(x, y) {
            				return
            			}
            		}
            	}
            }
            func same[T comparable](a, b T) (r any) {
            	defer func() {
            		if e := recover(); e != nil {
            			r = e
            		}
            	}()
            	return a == b
            }
            func grouped[K comparable, V any, S ~[]V](s S, f func(V) K) map[K]S {
            	m := make(map[K]S)
            	for _, v := range s {
            		m[f(v)] = append(m[f(v)], v)
            	}
            	return m
            }
            func must[T any](v T, err error) T {
            	if err != nil {
            		panic(err)
            	}
            	return v
            }
            func sink[C ~chan<- T | ~chan T, T any](c C, v ...T) {
            	for _, x := range v {
            		c <- x
            	}
            	close(c)
            }
            func say(a ...any) { os.Stderr.WriteString(fmt.Sprintln(a...)) }
            func try(f func()) {
            	defer func() {
            		if r := recover(); r != nil {
            			say("panic:", r)
            		}
            	}()
            	f()
            }

            type animal interface {
            	named
            	sound() string
            }
            type base struct{ id int }
            type dog struct {
            	*base
            	user
            	loud bool
            }
            type pup struct {
            	dog
            	named
            }
            type wolf struct {
            	animal
            	base
            }

            func (b *base) next() int     { b.id++; return b.id }
            func (b base) number() int    { return b.id * 10 }
            func (d dog) sound() string   { return fmt.Sprint("wuff", d.loud, d.number()) }
            func (d *dog) shout()         { d.loud = true }
            func (p pup) name() string    { return "pup " + p.dog.name() }
            func (w wolf) sound() string  { return "howl " + w.animal.sound() }

            var (
            	_ = context.Background
            	_ = errors.New
            	_ = maps.Keys[map[int]int]
            	_ = slices.Sort[[]int]
            	_ strings.Builder
            	_ atomic.Int64
            )

            """;

    /// `$T` and `$U` types that can be map keys, `$a` `$b` `$c` values of `$T`, `$x` `$y` values of `$U`, `$I` `$J` whole types, `$i` `$j`
    /// their values, `$F` a float type, `$f` `$g` its values, `$n` a small number, `$s` a text.
    private static final List<String> PIECES =
            List.of(
                    """
                    var l *list[$T]
                    l = l.push($a).push($b).push($c)
                    for i, v := range l.all() {
                    	if i == $n {
                    		break
                    	}
                    	say(i, v, kind(v), kind(box[$T]{v}), kind(&v == nil))
                    }
                    say(fmt.Sprintf("%T %T", l, l.all()))
                    """,
                    """
                    var t *tree[int, $T]
                    for i := range 9 {
                    	t = t.put(i*$n%7, $a)
                    }
                    t = t.put(3, $b)
                    n := 0
                    for k, v := range t.all() {
                    	n += k
                    	if k > $n {
                    		defer say("left at", k, v)
                    		break
                    	}
                    	defer say(k, v == $a)
                    }
                    say(n, len(maps.Collect(t.all())))
                    """,
                    "say(arith[$I]($i, $I($n)), arith($j, $J($n)))\nsay(conv[$I, $J]($i), conv[$J, float32]($J($n)), conv[$I, float64]($i), conv[float64, $F](0.1))\n",
                    "say(floats[$F]($f, $g), conv[$F, $F]($f) == $f, same($f, $g))\n",
                    """
                    say(cut("$s", $n-2, $m))
                    say(cut([]byte("$s"), $m, $n))
                    say(cut(str("$s"), 0, $n))
                    say(cut(bytes("$s"), $n-3, $m))
                    """,
                    """
                    w := twin[$T, $U]{box[$T]{$a}, box[$U]{$x}}
                    say(w, w.get(), w.second.get(), w.name(), fmt.Sprintf("%+v %T", w, w))
                    p := w.put
                    p($b)
                    q := (*box[$U]).put
                    q(&w.second, $y)
                    get := w.get
                    w.v = $c
                    say(get(), w.v, w.second.v, box[$T].get(w.box), same(w, w), same(any(w), any(get())))
                    say(kind(w), kind(w.box), kind([]box[$T]{w.box}), kind(fn[$T, $T](func(x $T) $T { return x })))
                    """,
                    "say(made[user](\"$s\", \"b\"), kind(made[user](\"c\")[0]), kind[any](nil), kind[error](errors.New(\"$s\")))\n",
                    """
                    s := slices.Values([]$T{$a, $b, $c, $a})
                    say(reduce(filter(s, func(v $T) bool { return v != $b }), "", func(t string, v $T) string { return t + fmt.Sprint(v) }))
                    for v := range filter(s, func($T) bool { return true }) {
                    	if v == $b {
                    		break
                    	}
                    	say(v)
                    }
                    for a, b := range zip(s, slices.Values([]$U{$x, $y})) {
                    	say(a, b)
                    }
                    """,
                    """
                    g := grouped([]$T{$a, $b, $c, $b}, func(v $T) $U {
                    	if v == $a {
                    		return $x
                    	}
                    	return $y
                    })
                    say(len(g), len(g[$x]), len(g[$y]), g[$x])
                    var v vec[$T] = g[$y]
                    tab := table[vec[$T]]{"k": v}
                    say(len(tab["k"]), fmt.Sprintf("%T %T %T", v, tab, table[fn[$T, $U]]{}))
                    """,
                    """
                    st := stack[[]$T, $T]{}
                    st.push($a, $b).push($c)
                    for e, ok := st.pop(); ok; e, ok = st.pop() {
                    	say(e)
                    }
                    say(fmt.Sprintf("%T", st))
                    try(func() { say(must(st.s, errors.New("$s"))) })
                    say(must($b, nil))
                    """,
                    """
                    c := make(chan $T, $n)
                    go sink(c, $a, $b, $c)
                    for v := range c {
                    	say(v)
                    }
                    v, ok := <-c
                    say(v, ok, len(c), cap(c))
                    try(func() { sink(c, $a) })
                    """,
                    """
                    var wg sync.WaitGroup
                    var cnt counter[$I]
                    var hits atomic.Int64
                    for i := range 5 {
                    	wg.Add(1)
                    	go func() {
                    		defer wg.Done()
                    		defer func() {
                    			if recover() != nil {
                    				hits.Add(100)
                    			}
                    		}()
                    		for j := range $n {
                    			cnt.add($I(i * j))
                    			hits.Add(1)
                    			if i == 2 && j == 3 {
                    				panic(i)
                    			}
                    		}
                    	}()
                    }
                    wg.Wait()
                    say(cnt.sum, cnt.n, hits.Load())
                    """,
                    """
                    in, out := make(chan int), make(chan [2]int)
                    ctx, cancel := context.WithCancelCause(context.Background())
                    var wg sync.WaitGroup
                    for w := range 3 {
                    	wg.Go(func() {
                    		for {
                    			select {
                    			case v, ok := <-in:
                    				if !ok {
                    					return
                    				}
                    				out <- [2]int{v, v * v}
                    			case <-ctx.Done():
                    				out <- [2]int{-1, w}
                    				return
                    			}
                    		}
                    	})
                    }
                    go func() {
                    	for i := range $n {
                    		in <- i
                    	}
                    	if $n%2 == 0 {
                    		close(in)
                    	} else {
                    		cancel(errors.New("$s"))
                    	}
                    	wg.Wait()
                    	close(out)
                    }()
                    var all [][2]int
                    for r := range out {
                    	all = append(all, r)
                    }
                    slices.SortFunc(all, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
                    say(all, ctx.Err(), context.Cause(ctx))
                    """,
                    """
                    var once sync.Once
                    f := sync.OnceValues(func() ($T, error) { say("once"); return $a, nil })
                    cond := sync.NewCond(&sync.Mutex{})
                    turn, order := 0, []int(nil)
                    var wg sync.WaitGroup
                    for i := range 4 {
                    	wg.Go(func() {
                    		once.Do(func() { say("first") })
                    		cond.L.Lock()
                    		for turn != i {
                    			cond.Wait()
                    		}
                    		order = append(order, i)
                    		turn++
                    		cond.Broadcast()
                    		cond.L.Unlock()
                    		f()
                    	})
                    }
                    wg.Wait()
                    say(order)
                    say(f())
                    """,
                    """
                    d := dog{&base{$n}, user{"$s"}, false}
                    e := d
                    d.shout()
                    d.next()
                    snd, num, nxt := d.sound, d.number, e.next
                    d.id += 5
                    d.base = &base{1}
                    say(snd(), num(), nxt(), e.id, d.id, e.loud, d.name())
                    p := pup{dog: e, named: box[$T]{$a}}
                    say(p.name(), p.named.name(), p.n, p.sound())
                    w := wolf{animal: p, base: base{3}}
                    say(w.sound(), w.name(), w.number(), w.next(), w.id)
                    var a animal = &w
                    f := animal.sound
                    _, ok := a.(interface{ next() int })
                    _, no := any(w).(interface{ next() int })
                    say(f(w), ok, no)
                    a = w.animal
                    switch x := a.(type) {
                    case dog, *dog:
                    	say("dog", x)
                    case pup:
                    	x.shout()
                    	say("pup", x.loud, p.loud)
                    }
                    try(func() { say(wolf{}.name()) })
                    try(func() { say(dog{}.sound()) })
                    try(func() { a.(*wolf).next() })
                    """,
                    """
                    s := make([]$T, 3, 3+$n)
                    t := append(s, $a)
                    u := append(s[:2], $b)
                    u[0] = $c
                    say(s, t, u, len(s[:cap(s)]) == cap(t), cap(s[1:2:3]))
                    say(copy(t[1:], t), t, copy(s, s[1:]), s)
                    t = append(t[:1], t...)
                    say(t, len(t))
                    arr := [4]$T(append(t, $a, $b, $c, $a)[:4])
                    ptr := (*[2]$T)(t)
                    ptr[1] = $b
                    say(arr, arr == [4]$T{$a, $b}, t[1], *ptr == [...]$T{$a, $b})
                    for i, v := range arr {
                    	arr[3-i] = v
                    }
                    say(arr)
                    clear(t[1:])
                    say(t, slices.Index(t, $a), slices.Contains(t, $b))
                    var grown []$T
                    for i := range 9 {
                    	old := grown
                    	grown = append(grown, $a)
                    	if i > 0 && cap(old) > len(old) != (&old[0] == &grown[0]) {
                    		say("moved", i)
                    	}
                    }
                    """,
                    """
                    m := map[$T]map[$U]int{}
                    for i, k := range []$T{$a, $b, $c, $a} {
                    	if m[k] == nil {
                    		m[k] = map[$U]int{}
                    	}
                    	m[k][$x] += i
                    	m[k][$y]--
                    }
                    say(len(m), m[$a][$x], m[$b], len(m[$c]))
                    delete(m[$a], $x)
                    say(m[$a])
                    k := map[any]string{$a: "a", [1]any{$x}: "x", box[$T]{$b}: "box", struct{ p $U }{$y}: "y"}
                    say(k[$a], k[[1]any{$x}], k[box[$T]{$b}], k[box[any]{$b}], k[struct{ p $U }{$y}], k[struct{ q $U }{$y}])
                    try(func() { k[[]int{$n}] = "" })
                    try(func() { say(k[map[int]int{}]) })
                    """,
                    """
                    var fs []func() $T
                    for i, v := 0, $a; i < 3; i++ {
                    	fs = append(fs, func() $T { i += 10; defer func() { v = $b }(); return v })
                    	if i == 1 {
                    		v = $c
                    	}
                    }
                    for _, f := range fs {
                    	say(f(), f())
                    }
                    outer:
                    for i := range $n {
                    	for v := range slices.Values([]int{1, 2, 3, 4}) {
                    		func() {
                    			defer func() { recover() }()
                    			if v == i {
                    				panic(v)
                    			}
                    		}()
                    		switch {
                    		case v == $n-1:
                    			continue outer
                    		case v*i == 6:
                    			break outer
                    		case i > 3:
                    			goto done
                    		}
                    		say(i, v)
                    	}
                    }
                    done:
                    say("done")
                    """,
                    """
                    f := func() (r $T, err error) {
                    	defer func() {
                    		if e := recover(); e != nil {
                    			err = fmt.Errorf("caught %v: %w", e, os.ErrNotExist)
                    		}
                    	}()
                    	for i, v := range slices.Backward([]$T{$a, $b, $c}) {
                    		defer func() { r = v }()
                    		if i == $n%3 {
                    			if $n > 4 {
                    				panic(v)
                    			}
                    			return $a, errors.New("$s")
                    		}
                    	}
                    	return
                    }
                    r, err := f()
                    say(r, err, errors.Is(err, os.ErrNotExist))
                    next, stop := iter.Pull2(slices.All([]$T{$a, $b}))
                    say(next())
                    if $n%2 == 0 {
                    	stop()
                    }
                    say(next())
                    say(next())
                    stop()
                    try(func() {
                    	n, s := iter.Pull(func(yield func($T) bool) { yield($a); panic("in iterator") })
                    	defer s()
                    	say(n())
                    	say(n())
                    })
                    """);

    private static final List<String> KEYS =
            List.of(
                    "int",
                    "i8",
                    "str",
                    "string",
                    "uint16",
                    "float64",
                    "[2]int8",
                    "bool",
                    "struct{ a, b int16 }",
                    "box[string]",
                    "rune",
                    "complex64",
                    "any",
                    "float32",
                    "uint64",
                    "[1]string");
    private static final List<String> WHOLE =
            List.of(
                    "int8", "int16", "int32", "int64", "int", "uint8", "uint16", "uint32", "uint64",
                    "i8");
    private static final List<String> TEXTS =
            List.of("", "a", "hello", "h\\u00e9\\u4e16", "\\xff\\x00", "xyz w");

    private RandomWide(long seed, int number, int wordBits) {
        super(seed * 29 + 11, number, wordBits);
    }

    /// The function `p<number>`.
    static String of(long seed, int number, int wordBits) {
        var program = new RandomWide(seed, number, wordBits);
        program.line("func " + program.prefix + "() {");
        program.indent++;
        program.line("println(\"#" + program.prefix + "\")");
        for (int i = 0; i < 8; i++) {
            program.line("try(func() {");
            program.indent++;
            program.lines(program.filled(program.pick(PIECES)));
            program.indent--;
            program.line("})");
        }
        program.indent--;
        program.line("}");
        return program.out.toString();
    }

    private String filled(String piece) {
        String t = pick(KEYS);
        String u = pick(KEYS);
        String i = pick(WHOLE);
        String j = pick(WHOLE);
        String f = pick("float32", "float64");
        int n = 1 + random.nextInt(6);
        var out = new StringBuilder();
        for (int k = 0; k < piece.length(); k++) {
            char c = piece.charAt(k);
            if (c != '$') {
                out.append(c);
                continue;
            }
            k++;
            out.append(
                    switch (piece.charAt(k)) {
                        case 'T' -> t;
                        case 'U' -> u;
                        case 'I' -> i;
                        case 'J' -> j;
                        case 'F' -> f;
                        case 'a' -> value(t, 0);
                        case 'b' -> value(t, 1);
                        case 'c' -> value(t, 2);
                        case 'x' -> value(u, 1);
                        case 'y' -> value(u, 0);
                        case 'i' -> integer(i);
                        case 'j' -> integer(j);
                        case 'f', 'g' ->
                                f + pick("(0.1)", "(-2.5)", "(1e30)", "(3)", "(16777217)", "(1)/3");
                        case 'n' -> String.valueOf(n);
                        case 'm' -> String.valueOf(random.nextInt(8));
                        default -> pick(TEXTS);
                    });
        }
        return out.toString();
    }

    private String integer(String type) {
        int bits = type.equals("i8") ? 8 : bits(type);
        boolean unsigned = type.startsWith("u");
        long max =
                unsigned
                        ? bits == 64 ? -1 : (1L << bits) - 1
                        : bits == 64 ? Long.MAX_VALUE : (1L << (bits - 1)) - 1;
        long drawn = random.nextLong() & max;
        return type
                + "("
                + switch (random.nextInt(6)) {
                    case 0 -> Long.toUnsignedString(max);
                    case 1 -> unsigned ? "0" : String.valueOf(-max - 1);
                    case 2 -> unsigned ? "1" : "-1";
                    case 3 -> String.valueOf(random.nextInt(20));
                    default -> (unsigned || chance(50) ? "" : "-") + Long.toUnsignedString(drawn);
                }
                + ")";
    }

    /// One of three values of a type, distinct but for bool.
    private static String value(String type, int which) {
        return switch (type) {
            case "str", "string" -> type + List.of("(\"a\")", "(\"b\\xe9\")", "(\"\")").get(which);
            case "bool" -> List.of("bool(true)", "bool(false)", "bool(true)").get(which);
            case "[2]int8" ->
                    List.of("([2]int8{1, 2})", "([2]int8{1, -2})", "([2]int8{})").get(which);
            case "[1]string" ->
                    List.of("([1]string{\"a\"})", "([1]string{\"b\"})", "([1]string{})").get(which);
            case "struct{ a, b int16 }" ->
                    "(" + type + List.of("{1, 2})", "{b: 2})", "{})").get(which);
            case "box[string]" ->
                    List.of("(box[string]{\"p\"})", "(box[string]{\"q\"})", "(box[string]{})")
                            .get(which);
            case "any" -> List.of("any(1)", "any(\"1\")", "any(nil)").get(which);
            case "complex64" ->
                    List.of("complex64(1-2i)", "complex64(2i)", "complex64(0)").get(which);
            case "float64", "float32" -> type + List.of("(1.5)", "(-0.1)", "(1e20)").get(which);
            default -> type + List.of("(7)", "(100)", "(0)").get(which);
        };
    }
}
