package main

import (
	"fmt"
	"iter"
)

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("%s: %T %v\n", name, r, r)
		}
	}()
	f()
	fmt.Println(name, "fine")
}

func main() {
	try("continues after break", func() {
		for x := range func(yield func(int) bool) { yield(1); yield(2) } {
			fmt.Println(x)
			break
		}
	})
	var saved func(int) bool
	try("called after the loop", func() {
		for range func(yield func(int) bool) { saved = yield; yield(1) } {
		}
		saved(3)
	})
	try("missed panic", func() {
		for range func(yield func(int) bool) {
			defer func() { recover() }()
			yield(1)
		} {
			panic("body")
		}
	})
	try("call after panic", func() {
		for range func(yield func(int) bool) {
			func() {
				defer func() { recover() }()
				yield(1)
			}()
			yield(2)
		} {
			panic("body")
		}
	})
	try("nil func", func() {
		var f iter.Seq[int]
		for range f {
		}
	})
	try("goroutine", func() {
		for x := range func(yield func(int) bool) {
			done := make(chan any)
			go func() {
				defer func() { done <- recover() }()
				yield(1)
				yield(2)
			}()
			fmt.Println(<-done)
		} {
			fmt.Println("x", x)
		}
	})
	try("reentrant", func() {
		var y func(int) bool
		for x := range func(yield func(int) bool) { y = yield; yield(1) } {
			if x == 1 {
				y(2)
			}
		}
	})
	try("return inside nested", func() {
		f := func() (r int) {
			defer func() { r *= 2 }()
			for a := range seq(5) {
				for b := range seq(5) {
					defer fmt.Println("deferred", a, b)
					if a == 1 && b == 2 {
						return a*10 + b
					}
					if b == 2 {
						break
					}
				}
			}
			return -1
		}
		fmt.Println(f())
	})
	try("labels", func() {
	outer:
		for a := range seq(4) {
			for b := range seq(4) {
				switch {
				case b == 1:
					continue
				case a == 1:
					continue outer
				case a == 3:
					break outer
				case b == 3:
					goto next
				}
				fmt.Print(a, b, " ")
			}
		next:
			fmt.Print("next ")
		}
		fmt.Println()
	})
	try("pull", func() {
		next, stop := iter.Pull2(func(yield func(string, int) bool) {
			defer fmt.Println("cleanup")
			_ = yield("a", 1) && yield("b", 2) && yield("c", 3)
		})
		fmt.Println(next())
		fmt.Println(next())
		stop()
		stop()
		fmt.Println(next())
	})
	try("pull panics", func() {
		next, stop := iter.Pull(func(yield func(int) bool) { yield(1); panic("in seq") })
		defer stop()
		fmt.Println(next())
		fmt.Println(next())
	})
	try("no variables", func() {
		n := 0
		for range func(yield func() bool) { _ = yield() && yield() && yield() } {
			n++
		}
		fmt.Println(n)
	})
	try("assign outer", func() {
		var i int
		var m = map[string]int{}
		for i, m["k"] = range func(yield func(int, int) bool) { _ = yield(1, 10) && yield(2, 20) } {
		}
		fmt.Println(i, m)
	})
	try("recover in body", func() {
		for range seq(1) {
			defer func() { fmt.Println("rec", recover()) }()
		}
		panic("after")
	})
	try("method", func() {
		var t T
		for x := range t.All {
			fmt.Print(x, " ")
		}
		for i := range T(3).Bound() {
			fmt.Print(i, ";")
		}
		for i := range int8(3) {
			fmt.Printf("%T ", i)
		}
		const c = 2
		for i := range c {
			fmt.Printf("%T ", i)
		}
		var j uint16
		for j = range 3 {
		}
		fmt.Println(j)
	})
}

type T int

func (T) All(yield func(int) bool) { _ = yield(7) && yield(8) }
func (t T) Bound() T                { return t }

func seq(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}
