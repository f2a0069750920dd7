package main

import "fmt"

type T struct{ n int }

func (t T) V(x int) int          { return t.n + x }
func (t *T) P(x int) int         { t.n += x; return t.n }
func (t T) Var(xs ...int) int    { return t.n + len(xs) }

type I interface{ V(int) int }
type E struct{ *T }
type F struct{ I }
type M map[string]int

func (m M) Set(k string, v int) { m[k] = v }

type Fn func(int) int

func (f Fn) Call(x int) int  { return f(x) }
func (f *Fn) Replace(g Fn)   { *f = g }

type Arr [3]int

func (a Arr) Sum() (s int) {
	for _, x := range a {
		s += x
	}
	return
}
func (a *Arr) Set(i, v int) { a[i] = v }

type Ch chan int

func (c Ch) Put(x int) { c <- x }

type Int int

func (i Int) Double() Int { return i * 2 }
func (i *Int) Inc()       { *i++ }

type G[T any] []T

func (g G[T]) Len() int    { return len(g) }
func (g *G[T]) Add(x T)    { *g = append(*g, x) }

func nilt() *T { return nil }

func main() {
	t := T{1}
	f, g := t.V, t.P
	t.n = 10
	fmt.Println(f(1), g(1), t.n)
	fmt.Println(T.V(t, 1), (*T).V(&t, 1), (*T).P(&t, 1), I.V(t, 2), T.Var(t, 1, 2, 3), T.Var(t, []int{1}...))
	e := E{&t}
	fmt.Println(e.V(1), E.P(e, 1), (*E).V(&e, 1), F{e}.V(5), F.V(F{&t}, 6))
	h := e.P
	e.T = &T{100}
	fmt.Println(h(1), e.P(1))
	m := M{}
	set := m.Set
	set("a", 1)
	M.Set(m, "b", 2)
	fmt.Println(m)
	fn := Fn(func(x int) int { return x * x })
	call := fn.Call
	fn.Replace(func(x int) int { return -x })
	fmt.Println(call(3), fn.Call(3), Fn.Call(t.V, 1))
	a := Arr{1, 2, 3}
	sum := a.Sum
	a.Set(0, 100)
	(&a).Set(1, 200)
	fmt.Println(sum(), a.Sum(), (*Arr).Sum(&a))
	c := make(Ch, 2)
	put := c.Put
	put(1)
	c.Put(2)
	fmt.Println(len(c), <-c)
	i := Int(4)
	inc := i.Inc
	inc()
	inc()
	fmt.Println(i, i.Double(), Int.Double(3), Int(5).Double())
	var gs G[string]
	gs.Add("x")
	add := gs.Add
	add("y")
	fmt.Println(gs, gs.Len(), G[string].Len(gs), (*G[string]).Len(&gs))
	var iface interface{ Inc() } = &i
	iface.Inc()
	k := iface.Inc
	iface = new(Int)
	k()
	fmt.Println(i)
	defer func() { fmt.Println("r:", recover()) }()
	defer func() {
		fmt.Println("r:", recover())
		var n I
		q := n.V
		q(1)
	}()
	p := nilt().P
	fmt.Println("bound", p != nil)
	z := nilt().V
	fmt.Println(z)
}
