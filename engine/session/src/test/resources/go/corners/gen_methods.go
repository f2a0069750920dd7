package main

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"strconv"
)

type Number interface {
	~int | ~int8 | ~float64
}
type MyInt int

func (m MyInt) String() string { return "MyInt(" + strconv.Itoa(int(m)) + ")" }

type List[T any] struct {
	head *node[T]
	n    int
}
type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Push(v T) *List[T] { l.head = &node[T]{v, l.head}; l.n++; return l }
func (l *List[T]) All() iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		i := 0
		for n := l.head; n != nil; n = n.next {
			if !yield(i, n.v) {
				return
			}
			i++
		}
	}
}

type Tree[K cmp.Ordered, V any] struct {
	l, r *Tree[K, V]
	k    K
	v    V
}

func (t *Tree[K, V]) Insert(k K, v V) *Tree[K, V] {
	if t == nil {
		return &Tree[K, V]{k: k, v: v}
	}
	switch c := cmp.Compare(k, t.k); {
	case c < 0:
		t.l = t.l.Insert(k, v)
	case c > 0:
		t.r = t.r.Insert(k, v)
	default:
		t.v = v
	}
	return t
}
func (t *Tree[K, V]) Walk(f func(K, V) bool) bool {
	return t == nil || t.l.Walk(f) && f(t.k, t.v) && t.r.Walk(f)
}

type Setter[T any] interface {
	*T
	Set(string) error
}
type Conf struct{ s string }

func (c *Conf) Set(s string) error {
	if s == "" {
		return errors.New("empty")
	}
	c.s = s
	return nil
}
func Parse[T any, P Setter[T]](ss ...string) ([]T, error) {
	out := make([]T, len(ss))
	for i, s := range ss {
		if err := P(&out[i]).Set(s); err != nil {
			return nil, fmt.Errorf("%d: %w", i, err)
		}
	}
	return out, nil
}
func Sum[S ~[]E, E Number](s S) (t E) {
	for _, e := range s {
		t += e
	}
	return
}
func Map[A, B any](s []A, f func(A) B) []B {
	r := make([]B, 0, len(s))
	for _, a := range s {
		r = append(r, f(a))
	}
	return r
}
func Ptr[T any](v T) *T       { return &v }
func Zero[T any]() (z T)      { return }
func Kind[T any](v T) string {
	switch any(v).(type) {
	case int:
		return "int"
	case []T:
		return "slice of itself"
	case fmt.Stringer:
		return "stringer"
	case interface{ Push(int) *List[int] }:
		return "list"
	}
	return fmt.Sprintf("%T", v)
}

type Pair[A, B any] struct {
	First  A
	Second B
}

func (p Pair[A, B]) Swap() Pair[B, A] { return Pair[B, A]{p.Second, p.First} }
func MakePair[A, B any](a A, b B) Pair[A, B] { return Pair[A, B]{a, b} }

type Vec[T Number] []T

func (v Vec[T]) Dot(w Vec[T]) (s T) {
	for i := range v {
		s += v[i] * w[i]
	}
	return
}

type Fn[A, R any] func(A) R

func (f Fn[A, R]) Call(a A) R { return f(a) }
func Compose[A, B, C any](f Fn[A, B], g Fn[B, C]) Fn[A, C] { return func(a A) C { return g(f(a)) } }

type Num2[T any] interface {
	Add(T) T
}
type I2 int

func (i I2) Add(j I2) I2                         { return i + j }
func Fold[T Num2[T]](xs ...T) (t T) {
	for _, x := range xs {
		t = t.Add(x)
	}
	return
}

type Opt[T any] struct{ v *T }

func (o Opt[T]) Or(d T) T {
	if o.v == nil {
		return d
	}
	return *o.v
}

type Rec[T any] struct {
	m map[string]Rec[T]
	s []Rec[T]
}

func main() {
	l := new(List[string]).Push("a").Push("b").Push("c")
	for i, v := range l.All() {
		if i == 2 {
			break
		}
		fmt.Print(i, v, " ")
	}
	fmt.Println(l.n)
	var t *Tree[string, int]
	for i, s := range []string{"m", "c", "x", "a", "m"} {
		t = t.Insert(s, i)
	}
	t.Walk(func(k string, v int) bool { fmt.Print(k, "=", v, " "); return k != "m" })
	fmt.Println()
	fmt.Println(Parse[Conf]("a", "b"))
	fmt.Println(Parse[Conf]("a", ""))
	fmt.Println(Sum([]MyInt{1, 2}), Sum(Vec[float64]{1.5, 2}), Vec[int8]{100, 2}.Dot(Vec[int8]{2, 3}))
	fmt.Println(Map([]int{1, 2}, strconv.Itoa), Map([]string{"1", "x"}, func(s string) error { _, e := strconv.Atoi(s); return e }))
	fmt.Println(Kind(1), Kind("s"), Kind(MyInt(3)), Kind([]int{}), Kind(new(List[int])), Kind(Pair[int, error]{}))
	fmt.Printf("%T %T %T %T\n", MakePair(1, "x").Swap(), Ptr(MyInt(1)), Zero[map[string]List[int]](), Fn[int, string](strconv.Itoa))
	fmt.Printf("%v %+v\n", MakePair(1, MakePair("x", 2.5)), MakePair[any, error](nil, nil))
	fmt.Println(Compose(Fn[string, int](func(s string) int { return len(s) }), Fn[int, string](strconv.Itoa)).Call("hello"))
	fmt.Println(Fold(I2(1), 2, 3), Opt[int]{}.Or(4), Opt[string]{Ptr("x")}.Or("y"))
	f := (*List[int]).Push
	fmt.Printf("%T\n", f)
	g := Pair[int, int].Swap
	fmt.Println(g(MakePair(1, 2)))
	fmt.Printf("%T\n", Rec[int]{})
	type Local[T any] struct{ x T }
	fmt.Printf("%T %v\n", Local[Pair[int, []string]]{}, any(Local[int]{}) == any(Local[int]{}))
}
