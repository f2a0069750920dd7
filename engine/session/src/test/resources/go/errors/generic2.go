package main

import "fmt"

type Num interface{ ~int | ~float64 }
type L[T any] struct{ v T }
type N[T Num] struct{ v T }
type C[K comparable, V any] map[K]V

func f[T any](x T) T          { return x }
func g[T Num](x, y T) T       { return x + y }
func h[K comparable, V any](m map[K]V) {}
func r[T any]() (t T)         { return }
func p[T any, PT interface{ *T; M() }](x T) {}
func s[S ~[]E, E any](x S) E  { return x[0] }

type MM struct{}

func (*MM) M() {}

func add[T any](a, b T) T    { return a + b }
func cmp[T any](a, b T) bool { return a == b }
func ord[T comparable](a, b T) bool { return a < b }
func rng[T any](x T) {
	for range x {
	}
}
func idx[T []int | map[int]int](x T) int { return x[0] }
func idx2[T []int | map[string]int](x T) int { return x[0] }
func call[T func() int | func() string](x T) { x() }
func conv[T, U any](x T) U { return U(x) }
func fld[T struct{ a int }](x T) int { return x.a }
func mk[T []int | chan int](n int) T { return make(T, n) }
func mk2[T int](n int) T { return make(T, n) }
func nl[T any]() T { return nil }
func zero[T any]() T { return 0 }
func cst[T Num]() T { return 1.5 }
func cst2[T ~int8 | ~int]() T { return 300 }
func tsw[T any](x T) {
	switch x.(type) {
	}
	_ = x.(int)
	switch any(x).(type) {
	case T, int:
	}
}

type Bad1[T Undef] struct{}
type Bad2[T int | string | int] struct{}
type Bad3[T interface{ m(); ~MyI }] struct{}
type MyI int
type Bad4[T comparable | int] struct{}
type Bad5[T fmt.Stringer | int] struct{}
type Bad6[T any] T
type Bad7[T any] struct{ T }
type Bad8[T any] struct{ b *Bad8[*T] }
type Bad9[T Bad9[T]] struct{}
type Bad10[P *T, T any] struct{}
type Bad11 interface{ int; string }

var bi Num
var bj interface{ int | string }
var bk comparable
var bl []Num

func (L[T]) ok()      {}
func (L[int]) shadow() {}
func (L) missing()    {}
func (L[A, B]) many() {}
func (N[T]) use(x L[T], y N[T], z N[string]) {}

func main() {
	f[int]("a")

	g(1, 2.5)
	g(1, "a")
	g("a", "b")
	g[string]("a", "b")
	h(map[string]int{})
	h[[]int, int](nil)
	h[string](map[string]int{})
	r()
	_ = r[int]
	_ = r
	x := f
	var y func(int) int = f

	p(MM{})
	p(1)

	s([]int{})
	_ = L{}
	_ = L[int]{v: "a"}
	_ = L[int, int]{}
	_ = N[string]{}
	_ = C[[]int, int]{}
	_ = C[string]{}
	var l L
	var m *L
	var i interface{ int }
	f(nil)
	f()
	f(1, 2)
	_ = any(1).(Num)
	switch any(1).(type) {
	case Num:
	}
	var a Alias[int]
	_, _, _, _, _, _, _ = x, y, z, l, m, i, a
	type Local[T any] struct{}
	_ = Local[int]{} == Local[int]{}
	_ = L[func()]{} == L[func()]{}
	_ = int[string]
	_ = main[int]
	_ = f[5]

}

type Alias[T any] = []T
type BadAlias[T any] = T
