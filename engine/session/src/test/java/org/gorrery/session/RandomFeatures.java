package org.gorrery.session;

/// Rarer constructs for random programs, each a block of its own that prints what it has computed: picks one, and has those about the
/// order of evaluation and what panics.
abstract class RandomFeatures extends RandomNumbers {
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
}
