package main

import (
	"fmt"
	"maps"
	"slices"
	"sort"
)

func Apply[T any, R any](x T, fs ...func(T) R) (r []R) {
	for _, f := range fs {
		r = append(r, f(x))
	}
	return
}
func id[T any](x T) T             { return x }
func fst[A, B any](a A, _ B) A    { return a }
func mk[M ~map[K]V, K comparable, V any](ks []K, v V) M {
	m := M{}
	for _, k := range ks {
		m[k] = v
	}
	return m
}
func max3[T int | float64 | string](a, b, c T) T { return max(a, b, c) }
func conv[To, From ~int | ~float64 | ~uint8](f From) To { return To(f) }
func bytesOf[T ~string | ~[]byte](t T) (n int) {
	for i := 0; i < len(t); i++ {
		n += int(t[i])
	}
	return n + len(t[1:])
}
func chanOf[C ~chan E | ~<-chan E, E any](c C) E { return <-c }
func key[M ~map[string]V, V any](m M) []string {
	k := slices.Collect(maps.Keys(m))
	sort.Strings(k)
	return k
}
func ptr[P interface{ *T }, T any](t T) P { return &t }
func run[F func(int) int | func(int, ...int) int](f F) string { return fmt.Sprintf("%T", f) }
func arr[A ~[3]E, E any](a A) (s []E) {
	for _, e := range a {
		s = append(s, e)
	}
	return append(s, a[0], a[len(a)-1])
}

type M2 map[string]float64
type Str string
type Celsius float64

func untyped[T any](a, b T) string { return fmt.Sprintf("%T", a) }
func cb[T any](f func(T), x T)      { f(x) }

type S[T any] struct{ f func(T) T }

func do[T any](s S[T], v T) T { return s.f(v) }

type Iface[T any] interface{ Do(T) T }
type impl struct{}

func (impl) Do(x int) int                   { return x + 1 }
func viaIface[T any](i Iface[T], x T) T     { return i.Do(x) }

func main() {
	fmt.Println(Apply(3, id[int], func(i int) int { return -i }))
	var h func(string, int) string = fst
	fmt.Println(h("a", 1))
	fmt.Println(mk[M2]([]string{"a"}, 1.5), len(mk[map[int]bool](nil, true)))
	fmt.Println(max3(1, 2.5, 2), max3("a", "c", "b"), conv[uint8](300.7-44), conv[float64](7), conv[Celsius](3))
	fmt.Println(bytesOf(Str("abc")), bytesOf([]byte{1, 2}))
	c := make(chan int, 1)
	c <- 5
	fmt.Println(chanOf((<-chan int)(c)))
	fmt.Println(key(M2{"z": 1, "y": 2}))
	fmt.Println(*ptr(5), run(func(int) int { return 0 }), run(func(int, ...int) int { return 0 }))
	fmt.Println(arr([3]string{"x", "y", "z"}))
	fmt.Println(untyped(1, 2.0), untyped('a', 1), untyped(1, 2i), untyped[any](1, "x"), untyped("a", "b"))
	cb(func(x float32) { fmt.Printf("%T\n", x) }, 3)
	fmt.Println(do(S[int]{func(i int) int { return i * i }}, 7), viaIface(impl{}, 4))
	f := slices.SortFunc[[]string, string]
	s := []string{"b", "a"}
	f(s, func(a, b string) int { return len(a) - len(b) + (int(a[0]) - int(b[0])) })
	fmt.Println(s, slices.IndexFunc(s, func(x string) bool { return x == "b" }))
	type pt struct{ x, y int }
	ps := []pt{{2, 1}, {1, 1}}
	slices.SortFunc(ps, func(a, b pt) int { return a.x - b.x })
	fmt.Println(ps, slices.Max([]float64{1, 3, 2}))
}
