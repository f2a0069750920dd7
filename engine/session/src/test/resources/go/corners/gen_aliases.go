package main

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
)

type Opt[T any] func(*T)
type Builder[T any, PT interface {
	*T
	Init()
}] struct{ opts []Opt[T] }

func (b *Builder[T, PT]) With(o Opt[T]) *Builder[T, PT] { b.opts = append(b.opts, o); return b }
func (b Builder[T, PT]) Build() T {
	var t T
	PT(&t).Init()
	for _, o := range b.opts {
		o(&t)
	}
	return t
}

type C struct{ a, b int }

func (c *C) Init() { c.a = 1 }

type Vec[T ~int | ~float64] []T

func (v Vec[T]) Dot(w Vec[T]) (s T) {
	for i := range v {
		s += v[i] * w[i]
	}
	return
}

type A1[T any] = []T
type A2[K comparable, V any] = map[K]A1[V]
type A3[V any] = A2[string, V]
type A4[P any] = func(P) A4x[P]
type A4x[P any] struct{ p P }
type AP[T any] = *T

func fa[T any](x A1[T]) int   { return len(x) }
func fm[V any](x A3[V]) (n V) { return x["k"][0] }
func fp[T any](p AP[T]) T     { return *p }

type Ord[T any] interface{ Compare(T) int }
type Heap[T Ord[T]] struct{ xs []T }

func (h *Heap[T]) Push(x T) {
	h.xs = append(h.xs, x)
	slices.SortFunc(h.xs, T.Compare)
}

type P int

func (p P) Compare(q P) int { return cmp.Compare(q, p) }

type Node[T any] interface {
	Val() T
	Kids() iter.Seq[Node[T]]
}
type leaf[T any] struct{ v T }

func (l leaf[T]) Val() T { return l.v }
func (l leaf[T]) Kids() iter.Seq[Node[T]] {
	return func(y func(Node[T]) bool) {}
}

type branch[T any] struct {
	leaf[T]
	ks []Node[T]
}

func (b *branch[T]) Kids() iter.Seq[Node[T]] { return slices.Values(b.ks) }
func walk[T any](n Node[T]) iter.Seq[T] {
	return func(y func(T) bool) { walk2(n, y) }
}
func walk2[T any](n Node[T], y func(T) bool) bool {
	if !y(n.Val()) {
		return false
	}
	for k := range n.Kids() {
		if !walk2(k, y) {
			return false
		}
	}
	return true
}

type MyErr[T any] struct{ v T }

func (e MyErr[T]) Error() string { return fmt.Sprintf("myerr %v", e.v) }

type Num interface {
	~int | ~uint8 | ~float64 | ~string
}

func add[T Num](a, b T) T { return a + b }
func sz[T any]() (n int) {
	var a [3]T
	return len(a)
}
func sw[T any](x T) string {
	switch v := any(x).(type) {
	case int, string:
		return fmt.Sprintf("%T!", v)
	case MyErr[T]:
		return "me"
	case fmt.Stringer:
		return v.String()
	}
	return "other"
}

type inner[T any] struct{ v T }

func counter[T comparable]() func(T) int {
	m := map[T]int{}
	return func(t T) int { m[t]++; return m[t] }
}
func static[T any]() *int {
	type key struct{ _ T }
	return cell(key{})
}

var cells = map[any]*int{}

func cell(k any) *int {
	if cells[k] == nil {
		cells[k] = new(int)
	}
	return cells[k]
}
func ret3[A, B any, C ~[]B](a A, b B, c C) (C, B, A) { return c, b, a }
func variadic[T any](xs ...T) string                 { return fmt.Sprintf("%T%d", xs, len(xs)) }
func curry[A, B, C any](f func(A, B) C) func(A) func(B) C {
	return func(a A) func(B) C { return func(b B) C { return f(a, b) } }
}
func pick[K cmp.Ordered, V any, M ~map[K]V](m M) []K { return slices.Sorted(maps.Keys(m)) }

func main() {
	b := (&Builder[C, *C]{}).With(func(c *C) { c.b = 9 })
	fmt.Println(b.Build())
	fmt.Println(Vec[int]{1, 2}.Dot(Vec[int]{3, 4}), Vec[float64].Dot([]float64{1}, []float64{.5}))
	fmt.Println(fa([]int{1}), fm(A3[rune]{"k": {'x'}}), fp(&[]string{"q"}[0]))
	var a4 A4[int] = func(i int) A4x[int] { return A4x[int]{i} }
	fmt.Printf("%T %v\n", a4, a4(3))
	h := Heap[P]{}
	for _, p := range []P{3, 1, 2} {
		h.Push(p)
	}
	fmt.Println(h.xs)
	tree := &branch[string]{leaf[string]{"root"}, []Node[string]{leaf[string]{"a"}, &branch[string]{leaf[string]{"b"}, nil}}}
	for s := range walk[string](tree) {
		fmt.Print(s, " ")
	}
	fmt.Println(slices.Collect(walk(Node[string](tree))))
	err := fmt.Errorf("w: %w", MyErr[int]{4})
	var me MyErr[int]
	var ms MyErr[string]
	fmt.Println(errors.As(err, &me), errors.As(err, &ms), me)
	fmt.Println(add("a", "b"), add(uint8(200), 100), add(1.5, 2))
	fmt.Println(sz[struct{}](), sw(1), sw("x"), sw(2.5))
	c1, c2 := counter[any](), counter[string]()
	c1(1)
	fmt.Println(c1(1), c1("1"), c2("x"))
	*static[int]() = 5
	fmt.Println(*static[int](), *static[string]())
	fmt.Println(ret3(1, "b", []string{"c"}))
	fmt.Println(variadic[any](), variadic(1, 2), variadic([]any{1, 2}...), variadic[error](nil, nil))
	fmt.Println(curry(func(a int, b string) string { return fmt.Sprint(a, b) })(1)("z"))
	fmt.Println(pick(map[string]int{"b": 1, "a": 2}))
	fmt.Printf("%T %T %T\n", counter[map2], inner[inner[map[string]*C]]{}, ret3[int, string, []string])
	f := slices.IndexFunc[[]int]
	fmt.Println(f([]int{1, 2}, func(i int) bool { return i == 2 }))
	var g func([]string, ...string) []string = func(s []string, t ...string) []string { return slices.Insert(s, 0, t...) }
	fmt.Println(g([]string{"x"}, "y"))
	apply := func(f func(int) int, x int) int { return f(x) }
	fmt.Println(apply(ident, 4), apply(neg[int], 4))
}

type map2 [1]int

func ident[T any](x T) T           { return x }
func neg[T ~int | ~float64](x T) T { return -x }
