package main

import (
	"fmt"
	"io"
	"strings"
	"sync"
)

type A struct{ n int }

func (a A) Val() int        { return a.n }
func (a *A) Ptr(d int) *A   { a.n += d; return a }
func (A) Variadic(x ...int) { fmt.Println(len(x), x == nil) }

type B struct {
	*A
	io.Reader
	sync.Mutex
}
type Cc struct {
	B
	fmt.Stringer
}
type RW interface {
	io.Reader
	interface{ Val() int }
}

func main() {
	b := &B{A: &A{1}, Reader: strings.NewReader("hello")}
	c := Cc{B: *b}
	fmt.Println(Cc.Val(c), (*Cc).Val(&c), (*Cc).Ptr(&c, 3).n, c.n, B.Ptr(*b, 1).n)
	f := c.Ptr
	c.A = &A{100}
	fmt.Println(f(1).n, c.n)
	g := RW.Read
	buf := make([]byte, 3)
	fmt.Println(g(b, buf))
	h := io.Reader.Read
	fmt.Println(h(&c, buf))
	var rw RW = b
	v := rw.Val
	b.A = &A{50}
	fmt.Println(v(), rw.Val())
	A{}.Variadic()
	A.Variadic(A{}, nil...)
	A.Variadic(A{}, []int{}...)
	x := A.Variadic
	x(A{}, 1, 2)
	(*A).Variadic(&A{}, 5)
	fmt.Printf("%T %T %T %T\n", x, (*A).Variadic, RW.Val, (*sync.Mutex).Lock)
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(c.String())
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		m := c.String
		_ = m
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var n *B
		_ = n.Val
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		n := &B{}
		p := n.Ptr
		fmt.Println("bound nil ok")
		p(1)
	}()
	defer c.Ptr(1).Ptr(2).Ptr(3)
	fmt.Println(c.n)
	for i, f := range []func(A) int{A.Val, func(a A) int { return -a.n }} {
		fmt.Println(i, f(A{4}))
	}
	type local struct{ A }
	l := local{A{8}}
	fmt.Println(local.Val(l), (*local).Ptr(&l, 1).n, interface{ Val() int }.Val(l))
	i := interface {
		fmt.Stringer
		error
	}(nil)
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = i.Error
	}()
	switch z := any(l).(type) {
	case interface{ Ptr(int) *A }:
		fmt.Println("ptr")
	case interface{ Val() int }:
		fmt.Println("val", z.Val())
	}
}
