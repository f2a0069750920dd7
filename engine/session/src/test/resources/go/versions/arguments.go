package p

import "unsafe"

func g[P any](P)              {}
func h[P, Q any](P) (q Q)     { return }
func eq[P comparable](x P)    {}
func f1(func(int))            {}
func f2(int, func(int))       {}
func f3[T any](func(T), T)    {}
func f4(...func(int))         {}
func wanted(f func(int) bool) {}

type list[P any] struct{ next *list[P] }

func (l list[P]) each()  {}
func (l *list[_]) last() {}

type number interface{ ~int | ~float64 }

type generic[P any] = list[P]

func arguments() {
	f1(g)
	f2(0, g)
	f3(g, 1)
	f3(g[int], 1)
	f4(g, g)
	var m map[string]func(int)
	m["a"] = g
	var q func(int) string = h[int]
	_ = q
	eq[any](1)
	eq[error](nil)
	_ = generic[int]{}
}

func result() func(int) { return g }

func conversions(s []int, p *int) {
	_ = [2]int(s)
	_ = (*[2]int)(s)
	_ = unsafe.Slice(p, 1)
	_ = unsafe.Add(unsafe.Pointer(p), 1)
	_ = unsafe.String((*byte)(nil), 0)
	_ = unsafe.StringData("")
	_ = unsafe.SliceData(s)
	_ = new(1)
	_ = new(s)
}

func loops(n int8, seq func(func() bool), pairs func(func(string, int) bool)) {
	for i := range n {
		_ = i
	}
	for range seq {
	}
	for k, v := range pairs {
		_, _ = k, v
	}
	for i := range 'a' {
		_ = i
	}
	clear(map[int]int{})
	_ = min(n, 1)
	_ = max(1.5, 2)
}

type (
	a interface{ m() }
	b interface{ m() }
	c interface {
		a
		b
	}
)
