// What lies in a frame is alive while it can be read, and no longer: finalizers tell.
package main

import (
	"fmt"
	"runtime"
	"slices"
	"sync/atomic"
)

type big [64]int

type box struct {
	h    *big
	next *box
}

var dead []string

func tracked(name string) *big {
	h := new(big)
	h[1] = len(name)
	runtime.SetFinalizer(h, func(*big) { dead = append(dead, name) })
	return h
}

// collect returns when what was dead when it began has been finalized: of two objects that die one after another, the second
// one's finalizer runs after those of everything that was dead with the first.
func collect() {
	for range 2 {
		var done atomic.Bool
		dies(&done)
		for !done.Load() {
			runtime.GC()
		}
	}
}

//go:noinline
func dies(done *atomic.Bool) {
	runtime.SetFinalizer(new(big), func(*big) { done.Store(true) })
}

// step collects and says what has died since the last step.
//
//go:noinline
func step(where string) {
	collect()
	slices.Sort(dead)
	fmt.Println(where, dead)
	dead = nil
}

//go:noinline
func do(f func()) { f() }

//go:noinline
func sharedWithAClosure() {
	var q box
	var p *box
	do(func() { p = &q })
	q.h = tracked("q")
	step("shared: through p")
	r := p
	step("shared: through r")
	fmt.Println(r.h[1])
	step("shared: nothing")
}

var null box

//go:noinline
func use(*box) {}

//go:noinline
func oneOfTwo(which bool) {
	var a box
	a.h = tracked("a")
	p := &null
	if which {
		p = &a
	}
	use(p)
	step(fmt.Sprint("one of two: ", which))
	use(p)
	step("one of two: end")
}

//go:noinline
func linked() {
	var a, b, c box
	a.h, b.h, c.h = tracked("la"), tracked("lb"), tracked("lc")
	a.next = &b
	b.next = &c
	p := &a
	for p != nil {
		step("linked: before")
		fmt.Println(p.h[1])
		p = p.next
	}
	step("linked: after")
}

//go:noinline
func swapped() {
	var x, y [2]box
	x[0].h, x[1].h, y[0].h = tracked("x0"), tracked("x1"), tracked("y0")
	s := x[:]
	t := y[1:]
	step("swapped: both")
	s, t = t, s
	t = t[1:]
	step("swapped: t leads to x")
	fmt.Println(t[0].h[1], len(s))
	step("swapped: neither")
}

//go:noinline
func dropped(p *box) {
	h := p.h
	step("dropped: given")
	fmt.Println(h[1])
	p.h = nil
	step("dropped: set to nil")
}

type shape interface{ area() *big }

type square struct{ side *big }

func (s square) area() *big { return s.side }

//go:noinline
func boxed(n int) {
	var list [2]shape
	list[0] = square{tracked("s0")}
	list[1] = &square{tracked("s1")}
	i := list[n]
	step("boxed: one of them")
	fmt.Println(i.area()[1])
	step("boxed: none")
}

func main() {
	sharedWithAClosure()
	oneOfTwo(true)
	oneOfTwo(false)
	linked()
	swapped()
	b := box{h: tracked("d")}
	dropped(&b)
	boxed(1)
}
