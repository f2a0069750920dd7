package main

// Package variables are set in order of their dependencies, also through functions and methods.
var (
	a = c + b()
	d = show("d", 1)
	c = show("c", e) + 1
	e = T{}.get()
	g, h = pair()
	_ = show("blank", g)
	x = func() int { return show("x", y) }()
	y = show("y", z)
	z = 5
	fn = T.get
	iface any = fn2
)

func fn2() int { return w }

var w = show("w", 2)

type T struct{}

func (T) get() int { return show("get", k) }

var k = show("k", 10)

func b() int { return show("b", d) }

func pair() (int, int) { return show("pair", a), 2 }

func show(s string, n int) int { println(s, n); return n + 1 }

func init() { println("init1", a, c, d, e) }
func init() { println("init2", g, h, x, y, fn(T{}), iface.(func() int)()) }

func main() { println("main") }
