package main

import "fmt"

type A struct{ n int }

func (a A) Val() int  { return a.n }
func (a *A) Inc() int { a.n++; return a.n }

type B struct{ *A }
type C struct {
	B
	name string
}
type D struct{ I }
type I interface{ Val() int }
type E = struct {
	A
	I2 I
}

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	f()
}

func main() {
	c := C{B{&A{1}}, "c"}
	v, i := c.Val, c.Inc
	c.Inc()
	fmt.Println(v(), i(), c.n)
	fmt.Println(C.Val(c), C.Inc(c), (*C).Inc(&c), B.Inc(c.B), (*A).Val(c.A))
	fmt.Printf("%T %T %T %T\n", C.Val, (*C).Inc, D.Val, I.Val)
	var nc C
	try(func() { fmt.Println(nc.Val()) })
	try(func() { f := nc.Val; fmt.Println("bound", f == nil) })
	try(func() { f := nc.Inc; fmt.Println("bound ptr", f == nil); f() })
	var d D
	try(func() { f := d.Val; fmt.Println(f) })
	try(func() { d.Val() })
	try(func() { f := D.Val; fmt.Println("expr"); f(d) })
	var pi I
	try(func() { _ = pi.Val })
	try(func() { f := I.Val; f(pi) })
	try(func() { defer pi.Val() })
	try(func() { go pi.Val() })
	var pa *A
	try(func() { defer pa.Val(); fmt.Println("not reached") })
	try(func() { f := pa.Inc; fmt.Println("ok"); f() })
	e := E{A: A{7}}
	fmt.Println(e.Val(), e.Inc(), e.A.n)
	m := map[string]func(A) int{"v": A.Val}
	fmt.Println(m["v"](A{3}))
	func() {
		defer fmt.Println("deferred", c.Inc())
		c.Inc()
		fmt.Println("now", c.n)
	}()
	x := struct{ f func() int }{c.Val}
	fmt.Println(x.f())
	var anon interface {
		I
		Inc() int
	} = &c
	fmt.Println(anon.Inc(), I(anon).Val())
}
