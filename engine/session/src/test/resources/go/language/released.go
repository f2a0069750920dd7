// What an object of a frame pointed to is let go when the object is not used any more, not when its function returns.
package main

import (
	"fmt"
	"runtime"
)

type resource struct {
	bytes [1000]byte
}

type holder struct {
	name string
	r    *resource
}

var released int

func acquire() *resource {
	r := new(resource)
	runtime.SetFinalizer(r, func(*resource) { released++ })
	return r
}

//go:noinline
func use(h *holder) bool { return h.r != nil && h.r.bytes[0] == 0 }

func collect() {
	for range 3 {
		runtime.GC()
		runtime.Gosched()
	}
}

// held counts what was released while h was in use, and after it.
func held() (during, after int) {
	h := holder{"h", acquire()}
	collect()
	during = released
	use(&h)
	collect()
	return during, released
}

// turns has a new object in each turn.
func turns() int {
	for range 3 {
		h := holder{"turn", acquire()}
		use(&h)
	}
	collect()
	return released
}

// received lets go what a channel gave.
func received() int {
	c := make(chan holder, 1)
	c <- holder{"channel", acquire()}
	close(c)
	for h := range c {
		use(&h)
		h = holder{}
		collect()
	}
	return released
}

// argument passes a closure that captures by reference.
func argument() (during, after int) {
	h := holder{"closure", acquire()}
	func(f func() bool) {
		collect()
		during = released
		f()
	}(func() bool { return use(&h) })
	collect()
	return during, released
}

func main() {
	fmt.Println(held())
	released = 0
	fmt.Println(turns())
	released = 0
	fmt.Println(received())
	released = 0
	fmt.Println(argument())
}
