package main

import "time"

type MyInt int
type C interface{ MyInt | ~string | time.Duration | []MyInt }
type G[T any] struct{ t T }
type D interface{ G[MyInt] }
type H[A, B any] struct{ a A }
type D2 interface{ H[MyInt, string] }
func g2[T D2](T) {}
var _ = g2[H[int, string]]
type M interface{ m() }
type Cmp interface{ comparable }
type U1 interface{ M | int }
type U2 interface{ Cmp | MyInt }
type U3 interface{ MyInt | ~int }
type U4 interface{ ~time.Duration }
type U5 interface{ int | M2 }
type M2 interface {
	int
	m()
}

func f[T C](T) {}
func g[T D](T) {}

func main() {
	f(1.5)
	f[float64](1)
	g[int](1)
	g(G[int]{})
	switch (struct{ f func() }{}) {
	}
	_ = new(G)
	_ = new(main())
	_ = new(nil)
	_ = new(f)
	_ = new(1 << 70)
}
