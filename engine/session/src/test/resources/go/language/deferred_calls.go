// Deferred calls of every kind: where a function returns, where it panics, with recover, in loops, under conditions, of unknown functions.
package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"sync"
)

type T struct {
	mu sync.Mutex
	n  int
}

func (t *T) add(k int)    { t.mu.Lock(); defer t.mu.Unlock(); t.n += k }
func (t T) show(s string) { fmt.Println(s, t.n) }

func cond(a, b bool) (r int) {
	defer func() { r = r*10 + 1 }()
	if a {
		defer func() { r = r*10 + 2 }()
	} else {
		defer fmt.Println("not a")
	}
	switch {
	case b:
		defer func(x int) { r = r*10 + x }(3)
		return 5
	}
	defer println2("x", 1)
	return 6
}
func println2(s string, n int) { fmt.Println(s, n) }

func pan(k int) (r int, err error) {
	defer func() {
		if x := recover(); x != nil {
			err = fmt.Errorf("rec %v", x)
		}
	}()
	defer func() { r++ }()
	defer func() {
		if k == 2 {
			panic("in defer")
		}
	}()
	if k == 1 {
		panic("one")
	}
	if k == 3 {
		var m map[string]int
		m["a"] = 1
	}
	return 10, nil
}

func loop(n int) (s int) {
	for i := 0; i < n; i++ {
		defer func() { s += i }()
	}
	return 0
}

func unknown(f func()) { defer f(); fmt.Println("unknown") }
func nilf() (err error) {
	defer func() { err = recover().(error) }()
	var f func()
	defer f()
	fmt.Println("before nil")
	return nil
}
func outer() {
	defer func() { fmt.Println("outer rec", recover()) }()
	defer func() {
		// a normal function with a defer that recovers: not called by the panic directly
		inner()
		fmt.Println("after inner")
	}()
	panic("P")
}
func inner() {
	defer func() { fmt.Println("inner rec", recover()) }()
}
func helper() any { return recover() }
func wrapped()    { defer func() { fmt.Println("helper", helper()); recover() }(); panic("w") }
func direct()     { defer recover(); panic("not") }
func goexit() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer fmt.Println("exiting")
		runtime.Goexit()
	}()
	wg.Wait()
}
func many(k int) string {
	defer fmt.Println("m")
	if k == 1 {
		return "1"
	}
	if k == 2 {
		return "2"
	}
	if k == 3 {
		return "3"
	}
	return "4"
}
func gotos() (n int) {
	i := 0
again:
	defer func() { n += 10 }()
	i++
	if i < 3 {
		goto again
	}
	return i
}

type E struct{}

func (E) Error() string { return "E" }
func value() (e error)  { defer func(p *error) { *p = errors.Join(*p, E{}) }(&e); return os.ErrClosed }
func closeAll(fs ...*T) {
	for _, f := range fs {
		func() { defer f.add(1); defer f.show("closing") }()
	}
}
func deep(n int) int {
	if n == 0 {
		panic("deep")
	}
	defer func() {
		if n == 5 {
			recover()
		}
	}()
	return deep(n-1) + 1
}
func iter(yield func(int) bool) {
	defer fmt.Println("iter done")
	for i := range 3 {
		if !yield(i) {
			return
		}
	}
}
func overs() int {
	defer fmt.Println("overs end")
	for i := range iter {
		defer fmt.Println("in body", i)
		if i == 1 {
			return i
		}
	}
	return -1
}
func main() {
	t := &T{}
	t.add(3)
	t.add(4)
	fmt.Println(t.n, cond(true, true), cond(false, true), cond(true, false), cond(false, false))
	for k := range 4 {
		fmt.Println(pan(k))
	}
	fmt.Println(loop(5))
	unknown(func() { fmt.Println("called") })
	fmt.Println(nilf())
	outer()
	wrapped()
	goexit()
	for k := range 4 {
		fmt.Println(many(k))
	}
	fmt.Println(gotos(), value())
	closeAll(t, t)
	fmt.Println(deep(9), overs())
	last(t)
}

func last(t *T) {
	defer t.show("last")
	t = &T{n: 99}
	defer func() { fmt.Println("rec", recover()) }()
	var p *T
	defer p.mu.Unlock()
	fmt.Println("not reached: the receiver lies in what p points to")
}
