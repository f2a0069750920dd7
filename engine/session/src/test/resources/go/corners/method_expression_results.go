// Method expressions whose results are too large for registers of a call, of value and pointer receivers, embedded and in interfaces.
package main

type rest struct{ f int }

type array struct {
	x [3]int
	r rest
}

func (a array) set(i, v int) array   { a.x[i] = v; return a }
func (a *array) put(i, v int) [3]int { a.x[i] = v; return a.x }
func (a array) two() (array, int)    { return a.set(0, 1), a.x[0] }

type outer struct {
	n int
	array
}

type setter interface{ set(i, v int) array }

func main() {
	a := array{x: [3]int{1, 2, 3}}
	f := array.set
	b := f(a, 2, 9)
	println(a.x[2], b.x[0], b.x[1], b.x[2], len(b.x), b.r == a.r)
	g := (*array).put
	c := g(&b, 1, 7)
	println(b.x[1], c[0], c[1], c[2])
	h := (*array).set
	println(h(&b, 0, 5).x[0], b.x[0])
	o := outer{4, b}
	k := outer.set
	println(k(o, 1, 8).x[1], o.x[1])
	l := (*outer).put
	println(l(&o, 1, 6)[1], o.x[1])
	m := setter.set
	println(m(o, 0, 3).x[0], m(&b, 0, 2).x[0])
	n := array.two
	d, first := n(b)
	println(d.x[0], first)
	func() {
		defer func() { println(recover() != nil) }()
		h(nil, 0, 0)
	}()
}
