package main

import (
	"cmp"
	"fmt"
	"slices"
)

type Number interface{ ~int | ~float64 }
type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(v T)             { s.items = append(s.items, v) }
func (s Stack[K, V]) Two()               {}
func (s Stack) Bare()                    {}
func (s *Stack[T]) Pop() (T, bool) {
	if len(s.items) == 0 {
		return nil, false
	}
	return s.items[0]
}
func Sum[T Number](xs ...T) T { var t T; for _, x := range xs { t += x }; return t }
func Max[T any](a, b T) T {
	if a > b {
		return a
	}
	return b
}
func Eq[T any](a, b T) bool             { return a == b }
func Conv[T Number](x T) string          { return string(x) }
func Idx[T any](x T) int                 { return x[0] }
func Call[F func(int) int | func()](f F) { f(1) }
func Fields[T struct{ X int }](t T) int  { return t.X }
func Zero[T any]() T                     { return T{} }
func Len[T ~[]int | ~map[string]int](t T) int { for k, v := range t { _ = k; _ = v }; return len(t) }
func New[T any]() *T                     { return &T }
func Cmp[T comparable](a T) bool         { return a < a }
func Nil[T any]() T                      { return nil }
func Sw[T any](x T) { switch x.(type) {}; _ = x.(int) }

type Tree[T cmp.Ordered] struct{ l, r *Tree; v T }
type Pair[A, B any] struct{}
type Bad[T int | string | fmt.Stringer] struct{}
type Set[T comparable] map[T]struct{}
type Fn[T any] func(T) T

var _ Number
var _ []comparable
var _ Stack
var _ Stack[int, string]
var _ Stack[Number]
var _ = Stack[int]{items: []string{"a"}}
var _ Set[[]int]
var _ Tree[bool]
var _ = Sum(1, 2.5)
var _ = Sum(1, "a")
var _ = Sum([]int{1}...)
var _ = Sum([]string{"a"}...)
var _ = Sum[string]
var _ = Sum[int]("a")
var _ = Sum()
var _ = Max(1, "a")
var _ = Max(1, nil)
var _ = Zero()
var _ int = Zero[string]()
var _ func(int) int = Zero
var _ Fn = nil
var _ Fn[int] = func(s string) string { return s }
var _ = slices.Sort([]int{1})
var _ = slices.Max(map[int]int{})
var _ = slices.Contains([]string{"a"}, 1)
var _ = slices.Index([]func(){}, nil)

type Num2 Number
type T1[P any] P
type T2[P any] struct{ P }
type T3[P *int,] struct{}
type T4[P any] interface{ P | int }
type T5[P any, P any] struct{}
type I1 interface { int; string }
type I2 interface { ~Stack[int] }
type I3 interface { *int | ~error }
type I4 interface { int | ~int }
type I5 interface { comparable | int }

func f[T any](T) {}
func main() {
	f := f[int]
	f("a")
	x := Max[int]
	x = Max[float64]
	var s Stack[int]
	s.Push("a")
	s.Pop().x
	v := s.Pop()
	for range s {
	}
	type L[T any] []T
	var l L[int] = L[string]{}
	var e any = Max
	g := Max
	_ = main[int]
	_ = s[int]
	_ = fmt.Println[int]
	_ = Stack[int].Push
	_ = (*Stack[int]).Push(nil, "a")
	_ = Stack.Push
}
