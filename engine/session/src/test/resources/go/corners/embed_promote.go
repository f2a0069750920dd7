package main

import "fmt"

type A struct{ x int }

func (a A) Val() string  { return fmt.Sprint("A.Val ", a.x) }
func (a *A) Ptr() string { a.x++; return fmt.Sprint("A.Ptr ", a.x) }

type B struct{ *A }
type C struct{ B }
type D struct {
	C
	x string
}
type I interface {
	Val() string
	Ptr() string
}
type E struct{ I }
type Amb1 struct{ y int }
type Amb2 struct{ y int }
type Amb struct {
	Amb1
	Amb2
}
type Deep struct {
	Amb
	y string
}
type G[T any] struct{ v T }

func (g G[T]) Get() T   { return g.v }
func (g *G[T]) Set(x T) { g.v = x }

type H struct {
	G[int]
	*G2
}
type G2 = G[string]
type Stringer interface{ String() string }
type S1 struct{ Stringer }
type my struct{}

func (my) String() string { return "my" }

func main() {
	d := D{C{B{&A{1}}}, "dx"}
	fmt.Println(d.Val(), d.Ptr(), d.x, d.A.x, d.C.B.A.x)
	var i I = d
	fmt.Println(i.Ptr(), i.Val())
	i = &d
	fmt.Println(i.Ptr(), i.Val())
	e := E{d}
	fmt.Println(e.Val())
	f := e.Ptr
	d.A.x = 100
	fmt.Println(f(), D.Val(d), (*D).Ptr(&d), E.Ptr(e), I.Val(e))
	fmt.Println(Deep{y: "deep"}.y)
	h := H{G[int]{4}, nil}
	h.G.Set(9)
	fmt.Println(h.G.Get(), h.G.v)
	fmt.Println(S1{my{}}, fmt.Sprintf("%+v %v", struct{ my }{}, S1{my{}}.String()))
	func() {
		defer func() { fmt.Println(recover()) }()
		var e E
		e.Val()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var b B
		fmt.Println(b.Val())
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var p *D
		fmt.Println(p.Val())
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var b *A
		call(b)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var b *B
		g := b.Ptr
		fmt.Println(g == nil)
	}()
}

//go:noinline
func call(v interface{ Val() string }) { v.Val() }
