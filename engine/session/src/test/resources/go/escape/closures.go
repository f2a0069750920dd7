// Function literals and what they capture.
package main

import "sync"

var saved func() int

type counter struct {
	n int
}

func (c *counter) add() int {
	c.n++
	return c.n
}

func (c counter) get() int {
	return c.n
}

func call(f func() int) int {
	return f()
}

func save(f func() int) {
	saved = f
}

func direct() int {
	n := 1
	func() { n++ }()
	return n
}

func variable() int {
	n := 1
	f := func() { n++ }
	f()
	f()
	return n
}

func passed() int {
	n := 1
	return call(func() int { n++; return n })
}

func stored() {
	n := 1
	save(func() int { n++; return n })
}

func byValue() {
	n := 1
	save(func() int { return n })
}

func returned() func() int {
	n := 1
	return func() int { n++; return n }
}

func nested() int {
	n := 1
	f := func() int {
		g := func() int { n++; return n }
		return g()
	}
	return f()
}

func deferred() (n int) {
	defer func() { n++ }()
	return 1
}

func deferredInLoop() (n int) {
	for i := 0; i < 3; i++ {
		defer func() { n += i }()
	}
	return 1
}

func started(wg *sync.WaitGroup) {
	n := 1
	go func() {
		n++
		wg.Done()
	}()
}

func pointerInside() *int {
	var p *int
	x := 1
	f := func() { p = &x }
	f()
	return p
}

func ownVariable() *int {
	var p *int
	f := func() {
		x := 1
		p = &x
	}
	f()
	return p
}

func methodValue() int {
	var c counter
	return call(c.add)
}

func methodValueKept() {
	var c counter
	save(c.add)
}

func valueMethodValue() {
	var c counter
	save(c.get)
}

func seq(yield func(int) bool) {
	_ = yield(1) && yield(2)
}

func overFunction() int {
	sum := 0
	for v := range seq {
		x := v
		p := &x
		sum += *p
	}
	return sum
}

func main() {
	direct()
	variable()
	passed()
	stored()
	byValue()
	returned()
	nested()
	deferred()
	deferredInLoop()
	var wg sync.WaitGroup
	wg.Add(1)
	started(&wg)
	wg.Wait()
	pointerInside()
	ownVariable()
	methodValue()
	methodValueKept()
	valueMethodValue()
	overFunction()
}
