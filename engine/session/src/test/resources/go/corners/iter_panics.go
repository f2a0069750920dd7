package main

import (
	"fmt"
	"iter"
	"runtime"
)

func try(name string, f func()) {
	defer func() {
		r := recover()
		_, isRt := r.(runtime.Error)
		fmt.Printf("%s %v %v\n", name, r, isRt)
	}()
	f()
}

type L []int

func (l L) All() iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for i, v := range l {
			if !yield(i, v) {
				return
			}
		}
	}
}

func panicAfter(yield func(int) bool) { yield(1); panic("iterator panics") }
func deferYield(yield func(int) bool) {
	defer func() { yield(99) }()
	yield(1)
}
func recoverYield(yield func(int) bool) {
	for i := range 3 {
		func() {
			defer func() {
				if r := recover(); r != nil {
					fmt.Println("iter caught", r)
					panic(r)
				}
			}()
			yield(i)
		}()
	}
}

func named() (a int, err error) {
	for i := range L([]int{1, 2, 3}).All() {
		if i == 1 {
			a, err = 5, fmt.Errorf("e%d", i)
			return
		}
	}
	return 0, nil
}
func deep() (s string) {
	defer func() { s += "!" }()
	for range (L{1}).All2() {
		for range L([]int{1}).All() {
			func() {
				for i := range 2 {
					defer func() { s += fmt.Sprint("inner", i) }()
				}
			}()
			defer func() { s += "outer" }()
			return "r"
		}
	}
	return "x"
}
func (l L) All2() iter.Seq[int] {
	return func(y func(int) bool) {
		defer func() { fmt.Println("cleanup") }()
		for i := range l {
			if !y(i) {
				return
			}
		}
	}
}

type rec struct {
	l, r *rec
	v    int
}

func (t *rec) all(y func(int) bool) {
	if t == nil {
		return
	}
	for v := range t.l.all {
		if !y(v) {
			return
		}
	}
	if !y(t.v) {
		return
	}
	t.r.all(y)
}

func main() {
	try("panicAfter", func() {
		for range panicAfter {
		}
	})
	try("panicAfterBreak", func() {
		for range panicAfter {
			break
		}
	})
	try("deferYield", func() {
		for x := range deferYield {
			fmt.Println(x)
			if x == 1 {
				panic("b")
			}
		}
	})
	try("deferYieldReturn", func() {
		for range deferYield {
			return
		}
	})
	try("recoverYield", func() {
		for x := range recoverYield {
			if x == 1 {
				panic("body")
			}
		}
	})
	fmt.Println(named())
	fmt.Println(deep())
	t := &rec{&rec{nil, &rec{nil, nil, 2}, 1}, &rec{nil, nil, 4}, 3}
	for v := range t.all {
		fmt.Print(v, " ")
		if v == 3 {
			break
		}
	}
	next, stop := iter.Pull2(L([]int{7, 8, 9}).All())
	fmt.Println(next())
	fmt.Println(next())
	stop()
	fmt.Println(next())
	try("pull panic", func() {
		n, s := iter.Pull(panicAfter)
		defer s()
		fmt.Println(n())
		fmt.Println(n())
	})
	try("pull re-entrant", func() {
		var n func() (int, bool)
		n, s := iter.Pull(func(y func(int) bool) { n() })
		defer s()
		n()
	})
	try("goexit", func() {
		done := make(chan int)
		go func() {
			defer close(done)
			for range L([]int{1}).All() {
				defer fmt.Println("d1")
				runtime.Goexit()
			}
		}()
		<-done
	})
	var f func(yield func(int) bool) = func(yield func(int) bool) {
		go func() {}()
		for yield(3) {
		}
		defer func() { fmt.Println("rec:", recover()) }()
		yield(4)
	}
	n := 0
	try("recovered misuse", func() {
		for range f {
			if n++; n > 3 {
				break
			}
		}
	})
	var late func(int) bool
	for range func(yield func(int) bool) { late = yield; yield(1) } {
	}
	try("late", func() { late(2) })
	try("later", func() { late(3) })
	try("recovered misuse after a break, two loops", func() {
		for range L([]int{1, 2}).All2() {
			for range f {
				break
			}
		}
	})
	i := 10
	for i := range 2 {
		for i := range i + 1 {
			fmt.Print(i)
		}
	}
	for i = range 4 {
	}
	fmt.Println(i)
	var u8 uint8
	for u8 = range 200 {
	}
	fmt.Println(u8)
	for i := range uint64(2) {
		fmt.Printf("%T", i)
	}
	var e interface{ Do() }
	try("nil if in loop", func() {
		for range 1 {
			e.Do()
		}
	})
}
