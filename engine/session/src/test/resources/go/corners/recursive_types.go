package main

import "fmt"

type A []A
type M map[string]M
type F func(F) F
type C chan C
type P *P
type S struct {
	s  []S
	m  map[string]S
	f  func(S) S
	p  *S
	i  interface{ get(S) S }
	ch chan S
}
type I interface{ next() I }
type L struct{ tail I }

func (l L) next() I { return l.tail }

type T1 struct{ t2 *T2 }
type T2 struct{ t1 []T1 }
type Fn func(...Fn) int
type Arr [2]*Arr
type G[T any] struct {
	v    T
	kids []G[T]
	par  *G[T]
	f    func(G[T]) *G[T]
}
type Ops map[string]func(Ops, int) int
type X struct{ *Y }
type Y struct {
	X *X
	n int
}

func depth(a A) int {
	d := 0
	for _, x := range a {
		d = max(d, depth(x))
	}
	return d + 1
}

func main() {
	a := A{A{A{}}, nil}
	a[1] = A{a[0]}
	fmt.Println(depth(a), len(a))
	m := M{"x": {"y": nil}}
	m["self"] = m
	fmt.Println(len(m["self"]["self"]["x"]))
	var f F
	f = func(g F) F { return g }
	fmt.Println(f(f) != nil)
	c := make(C, 1)
	c <- c
	fmt.Println(<-c == c)
	var p P
	p = &p
	fmt.Println(*p == p)
	s := S{s: []S{{}, {p: &S{}}}}
	s.m = map[string]S{"a": s}
	fmt.Println(len(s.m["a"].s), s.s[1].p.s == nil)
	var i I = L{L{nil}}
	n := 0
	for ; i != nil; i = i.next() {
		n++
	}
	fmt.Println(n)
	t := T1{&T2{[]T1{{nil}, {&T2{}}}}}
	fmt.Println(len(t.t2.t1[1].t2.t1))
	var fn Fn
	fn = func(fs ...Fn) int {
		if len(fs) == 0 {
			return 1
		}
		return fs[0](fs[1:]...) + 1
	}
	fmt.Println(fn(fn, fn, fn))
	arr := Arr{nil, &Arr{}}
	arr[1][0] = &arr
	fmt.Println(arr[1][0] == &arr)
	g := G[int]{v: 1, kids: []G[int]{{v: 2}, {v: 3}}}
	g.kids[0].par = &g
	fmt.Println(g.kids[0].par.kids[1].v)
	ops := Ops{"fact": func(o Ops, n int) int {
		if n < 2 {
			return 1
		}
		return n * o["fact"](o, n-1)
	}}
	fmt.Println(ops["fact"](ops, 10))
	x := X{&Y{n: 3}}
	x.Y.X = &x
	fmt.Println(x.n, x.X.X.X.n)
	fmt.Printf("%T %T %T\n", a, g, ops)
}
