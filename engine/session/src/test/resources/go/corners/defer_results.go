package main

import (
	"errors"
	"fmt"
	"os"
)

func a() (x int)          { defer func() { x++ }(); return 5 }
func b() int              { x := 5; defer func() { x++ }(); return x }
func c() (x int, e error) { defer func() { e = fmt.Errorf("%d: %v", x, recover()) }(); x = 3; panic("boom") }
func d() (x int) {
	defer func() {
		recover()
		x *= 3
	}()
	x = 2
	return func() int { panic(1) }()
}
func e() (s []int) {
	for i := range 3 {
		defer func() { s = append(s, i) }()
	}
	return []int{100}
}
func f() (x, y int) {
	defer func() { x, y = y, x }()
	return 1, 2
}
func g(n int) (r int) {
	defer func() {
		if v := recover(); v != nil {
			r = v.(int) + n
		}
	}()
	if n == 0 {
		panic(100)
	}
	return g(n-1) * 2
}
func h() (err error) {
	defer func() {
		if err != nil {
			err = errors.Join(err, os.ErrExist)
		}
	}()
	return os.ErrNotExist
}
func i() (p *int) {
	x := 1
	defer func() { *p = 7 }()
	return &x
}
func j() (x int) {
	defer func() { defer func() { x += 10 }(); x += 1; panic("a") }()
	defer func() { recover(); x += 100 }()
	panic("b")
}
func k() (s struct{ a, b [4]int }) {
	defer func() { s.a[2] = 9; recover() }()
	s.b[1] = 4
	var m map[int]int
	m[0] = s.b[1]
	return
}

type T struct{ n int }

func (t T) val()  { fmt.Print("val", t.n, " ") }
func (t *T) ptr() { fmt.Print("ptr", t.n, " ") }

func rec(level int) any {
	return recover()
}

func main() {
	fmt.Println(a(), b())
	fmt.Println(c())
	fmt.Println(d(), e())
	fmt.Println(f())
	fmt.Println(g(3), h(), *i())
	func() { defer func() { fmt.Println(recover()) }(); fmt.Println(j()) }()
	fmt.Println(k())
	func() {
		t := T{1}
		defer t.val()
		defer t.ptr()
		var i interface{ val() } = t
		defer i.val()
		t.n = 2
		x := 1
		defer fmt.Print(x, " ")
		defer func(n int) { fmt.Print(n, x, " ") }(x)
		x = 9
	}()
	fmt.Println()
	func() {
		defer func() { fmt.Println("outer", recover()) }()
		defer func() { func() { fmt.Println("too deep", recover()) }() }()
		defer fmt.Println("arg", recover())
		defer rec(1)
		defer panic("replaced")
		panic("orig")
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var f func()
		defer f()
		fmt.Println("reached")
	}()
	func() {
		defer func() { e := recover().(error); var re interface{ RuntimeError() }; fmt.Println(e, errors.As(e, &re)) }()
		var p *T
		defer p.val()
	}()
	for i := range 3 {
		func() {
			defer func() { recover() }()
			defer fmt.Print(i, " ")
			if i == 1 {
				panic(i)
			}
			fmt.Print("body", i, " ")
		}()
	}
	fmt.Println()
	func() {
		defer func() {
			r := recover()
			fmt.Printf("%T %v\n", r, r)
		}()
		panic(nil)
	}()
	func() {
		defer recover()
		defer func() { fmt.Println("recovered by direct defer of recover:", recover()) }()
		panic(1)
	}()
	f := func() (n int) {
		defer func() { n = 5 }()
		for {
			if n++; n > 3 {
				return n
			}
		}
	}
	fmt.Println(f())
}
