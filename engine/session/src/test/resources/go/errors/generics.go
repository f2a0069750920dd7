package main
import ("cmp"; "slices"; "fmt")
type Num interface { ~int | ~float64 }
type My int
type Str string
type Emb interface { Num; String() string }
func Sum[T Num](xs []T) T { var t T; for _, x := range xs { t += x }; return t }
func Map[T, U any](xs []T, f func(T) U) []U { return nil }
func Zero[T any]() T { var t T; return t }
func Two[K comparable, V Num](m map[K]V) {}
type Stack[T any] struct { items []T }
func (s *Stack[T]) Push(t T) {}
func (s Stack) Pop() {}
func (s Stack[int]) Foo() int { return 1 }
func (s *Stack[T]) Meth[U any](u U) {}
type Pair[K comparable, V any] struct { k K; v V }
type List[T any] struct { next *List[T]; v T }
func add[T any](a, b T) T { return a + b }
func less[T any](a, b T) bool { return a < b }
func eq[T any](a, b T) bool { return a == b }
func conv[T any](a T) string { return string(a) }
func call[T any](a T) { a.Foo() }
func fld[T struct{ X int }](a T) { a.X = 1 }
func idx[T any](a T) { _ = a[0]; for range a { } ; len(a) }
func nilr[T any]() T { return nil }
func zero[T any]() T { return 0 }
func pt[T any](p *T) { p.x = 1 }
type C1 interface { int; string }
type C2 interface { int | string; M() }
var bad Num
func bad2(n Num) {}
func main() {
	Sum([]string{"a"})
	Sum(1)
	Sum([]Str{})
	Sum[string](nil)
	Sum[int, int](nil)
	Sum([]int{}, 1)
	Zero()
	x := Zero()
	Map([]int{}, nil)
	Map([]int{1}, func(s string) int { return 1 })
	Two(map[string]string{})
	Two(map[func()]int{})
	Two[[]int, int](nil)
	var s Stack
	var s2 Stack[int, string]
	var s3 Stack[int]
	s3.Push("a")
	var p Pair[int]
	var p2 Pair[[]int, int]
	_ = Pair{1, 2}
	_ = Stack{}
	_ = List[int]{v: "a"}
	_ = slices.Max([]any{})
	_ = slices.Sort([]fmt.Stringer{})
	slices.Sort([]fmt.Stringer{})
	slices.SortFunc([]int{}, func(a, b int) bool { return a < b })
	slices.Contains([]int{}, "a")
	_ = cmp.Compare(1, "a")
	_ = cmp.Compare(struct{}{}, struct{}{})
	add(1, "a")
	add(1, 2.5)
	var f = Sum
	g := Map[int]
	Sum[Num](nil)
	var i int
	i.foo[int]()
	i[int]()
	My[int](1)
	main[int]()
	Emb(1)
	fld(struct{ X int }{})
}
