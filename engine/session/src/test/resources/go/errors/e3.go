package main

import "iter"

type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(v T)          { s[v] = struct{}{} }
func (s Set[T]) All() iter.Seq[T] { return func(yield func(T) bool) { for v := range s { yield(v) } } }


type Ord interface{ ~int | ~string; String() string }
type Pair[A any, B any] struct { a A; b B }
type Tree[T interface{ Less(T) bool }] struct{ l, r *Tree[T] }
type MyInt int

func (m MyInt) Less(o MyInt) bool { return m < o }

type Constraint interface{ int; ~string | bool; comparable }
type Empty interface{ int; string }
type Meth[T any] interface{ Do(T) T }
type implA struct{}

func (implA) Do(int) string { return "" }

func F1[T Ord](t T) string        { return t.String() }
func F2[T Empty](t T)             {}
func F3[T any](t T) T             { return t + t }
func F4[T int | string](t T) T    { return t + t }
func F5[T int | string](t T) T    { return t - t }
func F6[T int | string](t T) bool { return t < t }
func F7[T any](t T) bool          { return t == nil }
func F8[T any](t *T) bool         { return t == nil }
func F9[T []int | []string](t T)  { for _, x := range t { _ = x } }
func F10[T ~[]E, E any](t T) E    { return t[0] }
func F11[T chan int | <-chan int](t T) int { return <-t }
func F12[T chan int | <-chan int](t T) { t <- 1 }
func F13[T map[string]int](t T) int { return t["a"] + t[1] }
func F14[T *int | *string](t T)   { _ = *t }
func F15[T interface{ *int }](t T) { _ = *t }
func F16[T struct{ X int } | struct{ X, Y int }](t T) { _ = t.X }
func F17[T any](t T) { t.Foo() }
func F18[T any](t T) { _ = T.Foo }
func F19[T any](t T) { _ = t.(int) }
func F20[T any](t T) { _ = any(t).(T) }
func F21[T int8 | int16](t T) T { return t + 200 }
func F22[T int8 | int16](t T) T { return 200 + t }
func F23[T any](t T) { const c = t; var a [len(t)]int }
func F24[T [4]int | [5]int](t T) { const c = len(t); var a [len(t)]int }
func F25[T any]() T { return T{} }
func F26[T struct{ a int }]() T { return T{1} }
func F27[T []int]() T { return T{1, "a"} }
func F28[K comparable, V any](m map[K]V) []K { return nil }
func F29[T Meth[T]](t T) {}
func F30[T Meth[int]](t T) {}
func F31[T any, PT interface{ *T; Set(string) }](s string) T { var t T; PT(&t).Set(s); return t }
func F32[T float32 | float64](t T) T { return t % 2 }
func F33[T ~int](t T) { var x int = t; t = x; x = int(t); t = T(x) }
func F34[T ~int | ~string](t T) { switch any(t).(type) { case int: case string: case T: case T: } }
func F35[T, T any](a T) {}
func F38[T any](T) {}
func F39(T any) {}
func F40[T any](a T, b ...T) T { return b }

func use() {

	F1(MyInt(1))
	F2(1)
	F4(1.5)
	F10([]int{}) + "a"
	F10[[]int, string](nil)
	F28(5)
	F28(map[any]int{})
	F28(map[string]int{"a": 1}) [0] = 1
	
	F30(implA{})
	F31("x")

	var t Tree[int]
	var t2 Tree[MyInt]
	var s Set[[]int]
	var s2 Set[any]

	s2.Add([]int{})
	for v := range s2.All() { }
	for v, w := range s2.All() { }
	for range s2.All { }
	var p Pair[int]

	var p2 = Pair{1, "a"}
	_ = Pair[int, string]{a: "x"}
	_ = p == p
	F40(1, "a")
	F40[any](1, "a")
	var f func(int) int = F3

	h := F3[int]
	h("a")
	_ = F3[int](1.5)
	F38(F38)
	F38(F38[int])
	F38[func(int)](F38)
	_ = Set{}
	_ = Set[int]{1: {}, "a": {}}
	var m Meth
	var m2 Meth[int] = implA{}
	var c Constraint

}

func main() {}
