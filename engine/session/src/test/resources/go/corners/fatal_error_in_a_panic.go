package main

import "sync"

// A fatal error tells the panics that are under way first, without asking values for their text, and of the signal afterwards.

type loud int

func (l loud) Error() string { println("asked"); return "loud" }

func main() {
	var p *int
	var mu sync.Mutex
	defer mu.Unlock()
	defer func() {
		recover()
		panic("second\nline")
	}()
	defer func() { panic(loud(1)) }()
	println(*p)
}
