package main

import "fmt"

type map2 [1]int
type I[T any] interface{ M(T) I[T] }
type X int

func (x X) M(s string) I[string] { fmt.Print(s, x); return x + 1 }

type E[T any] struct {
	I[T]
	*Q[T]
}
type Q[T any] struct{ q T }

func (q *Q[T]) SetQ(t T) { q.q = t }
func (q Q[T]) GetQ() T   { return q.q }

type S1[T any] struct{ S2[T, []T] }
type S2[A, B any] struct {
	A A
	B B
}

func (s S2[A, B]) Both() (A, B) { return s.A, s.B }

type Fun[T any] func(T) Fun[T]
type Ch[T any] chan Ch[T]
type Mp[K comparable] map[K]Mp[K]

type Constraint interface {
	~[]byte
	Len() int
}
type BS []byte

func (b BS) Len() int { return len(b) * 10 }
func L[T Constraint](t T) (int, int) {
	n := 0
	for range t {
		n++
	}
	return t.Len(), n
}
func idx[T ~[]E, E any](t T) E        { return t[1] }
func mk[T ~[]int](n int) (l int)      { return len(make(T, n)) }
func ap[T ~[]byte](t T, s string) T   { return append(t, s...) }
func cp[T ~[]byte](t T, s string) int { return copy(t, s) }
func rng[T ~[3]int](t T) (s int) {
	for i := range t {
		s += i
	}
	return s + len(t) + cap(t)
}
func call[F ~func(int) R, R any](f F) R               { return f(1) }
func send[C ~chan T | ~chan<- T, T any](c C, t T)     { c <- t }
func fld[T interface{ ~struct{ x int } }](t T) any    { return struct{ x int }(t) }
func shift[T ~uint8 | ~int32](t T, n uint) T          { return t << n >> n }
func cst[T ~uint8 | ~int16]() T                       { return 200 - 100 }
func eq[T comparable](a, b T) bool                    { return a == b }
func isnil[T any, P *T](p P) bool                     { return p == nil }
func cplx[T complex64 | complex128](t T) T            { return t * t }
func neg[T ~int8](t T) (T, T, T)                      { return -t, ^t, t / -1 }
func str[T rune | byte | []byte | []rune](t T) string { return string(t) }
func div[T int | float64](a, b T) (r T, err error) {
	defer func() {
		if e := recover(); e != nil {
			err = e.(error)
		}
	}()
	return a / b, nil
}
func clr[T ~[]int | ~map[int]int](t T) T { clear(t); return t }
func mn[T ~int | ~float64 | ~string](a T, b ...T) T {
	for _, x := range b {
		a = min(a, x)
	}
	return a
}

type TT struct{ x int }

func main() {
	e := E[string]{I: X(1), Q: &Q[string]{}}
	e.M("m").M("n")
	e.SetQ("q")
	fmt.Println(e.GetQ(), E[string].GetQ(e), (*E[string]).SetQ != nil)
	fmt.Println(S1[int]{S2[int, []int]{1, []int{2}}}.Both())
	fmt.Printf("%T %T %T\n", Fun[int](nil), Ch[int](nil), Mp[string]{"a": {}})
	fmt.Println(L(BS("hé")))
	fmt.Println(idx[[]string, string]([]string{"a", "b"}), idx([]bool{false, true}))
	fmt.Println(mk[[]int](3))
	fmt.Println(string(ap([]byte("a"), "bc")), cp(make([]byte, 2), "xyz"), rng([3]int{}))
	fmt.Println(call(func(i int) string { return fmt.Sprint(i) }))
	c := make(chan int, 1)
	send(c, 4)
	fmt.Println(<-c, fld(TT{3}), shift(uint8(255), 4), shift(int32(-1), 4), cst[uint8](), cst[int16]())
	fmt.Println(eq[any](1, 1.0), eq(TT{1}, TT{1}), eq[*int](nil, nil), isnil[int](nil), cplx(1i), cplx(complex64(2i)))
	fmt.Println(neg(int8(-128)))
	fmt.Println(str('x'), str(byte(200)), str([]byte("b")), str([]rune("é")))
	fmt.Println(div(1, 0))
	fmt.Println(div(1.0, 0))
	fmt.Println(clr([]int{1}), clr(map[int]int{1: 1}), mn(3, 1, 2), mn("b", "a"), mn(2.5))
}
