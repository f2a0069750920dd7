package generics

type number interface{ ~int | ~int64 | ~float64 }

func sum[T number](list ...T) T {
	var t T
	for _, x := range list {
		t += x
	}
	return t
}

func mapped[A, B any](s []A, f func(A) B) []B { return nil }

func keys[M ~map[K]V, K comparable, V any](m M) []K { return nil }

type pair[A any, B comparable] struct {
	a A
	b B
}

func (p pair[A, B]) swap() pair[B, B] { return pair[B, B]{p.b, p.b} }

type list[T any] struct {
	head *node[T]
}
type node[T any] struct {
	v    T
	next *node[T]
}

func (l *list[E]) push(v E) { l.head = &node[E]{v, l.head} }

type tree[T interface{ less(T) bool }] struct{ root T }

type myInt int

func (m myInt) less(o myInt) bool { return m < o }

type set[T comparable] = map[T]struct{}

func uses() {
	var _ int = sum(1, 2)
	var _ float64 = sum(1, 2.5)
	_ = sum("a") // want TYPE_ARGUMENT "string does not satisfy number"
	var _ []string = mapped([]int{1}, func(int) string { return "" })
	_ = mapped([]int{1}, func(string) string { return "" }) // want CANNOT_INFER "type func\(string\) string of .* does not match inferred type func\(int\) B"
	var _ []string = keys(map[string]int{})
	_ = pair[int, string]{1, "a"}.swap().a
	_ = pair[int, []int]{} // want TYPE_ARGUMENT "\[\]int does not satisfy comparable"
	_ = pair[int]{}        // want TYPE_ARGUMENT_COUNT "not enough type arguments for type pair: have 1, want 2"
	var p pair             // want MISSING_INSTANTIATION "cannot use generic type pair\[A any, B comparable\] without instantiation"
	_ = p
	l := &list[string]{}
	l.push("a")
	l.push(1) // want NOT_ASSIGNABLE "cannot use 1 .* as string value in argument to l.push"
	_ = tree[myInt]{}
	_ = tree[int]{} // want TYPE_ARGUMENT "int does not satisfy interface.less\(int\) bool. \(missing method less\)"
	var f func(...int) int = sum
	_ = f
	g := sum // want MISSING_INSTANTIATION "cannot use generic function sum without instantiation"
	_ = g
	var s set[string] = map[string]struct{}{}
	_ = s
	_ = int[string](1) // want NOT_GENERIC "int is not a generic type"
}

func operators[T any, N number, C comparable](t T, n N, c C) {
	_ = t == t // want UNDEFINED_OPERATOR "incomparable types in type set"
	_ = c == c
	_ = n + n
	_ = n < 1
	_ = t + t  // want UNDEFINED_OPERATOR "operator \+ not defined on t \(variable of type T constrained by any\)"
	_ = n.x    // want MISSING_MEMBER "n.x undefined"
	_ = t.(int) // want BAD_ASSERTION "cannot use type assertion on type parameter value"
	var i int = n // want NOT_ASSIGNABLE "cannot use n .* as int value in variable declaration"
	_ = i
	_ = float64(n)
}

type bad1[T any] T // want MISPLACED_TYPE_PARAMETER "cannot use a type parameter as RHS in type declaration"

var constraint number // want MISPLACED_CONSTRAINT "cannot use type number outside a type constraint"

type union interface {
	int | ~myInt // want BAD_UNION "invalid use of ~"
	error | int  // want BAD_UNION "cannot use error in union"
}


