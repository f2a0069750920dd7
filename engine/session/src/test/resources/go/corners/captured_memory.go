// What a closure made for a go statement, a deferred call or a method value holds outlives the closure while the call runs.
package main

import (
	"fmt"
	"runtime"
)

type big struct {
	p [12]*int
	n int
}

var kept []any

func churn() {
	for range 20 {
		runtime.GC()
		kept = kept[:0]
		for range 300 {
			kept = append(kept, new([13]*int), new([14]*int), new([16]*int))
		}
	}
}

func (b big) sum() int {
	churn()
	n := b.n
	for _, p := range b.p {
		n += *p
	}
	return n
}

func (b big) show(c chan int) { c <- b.sum() }

func made(n int) big {
	b := big{n: n}
	for i := range b.p {
		b.p[i] = new(int)
		*b.p[i] = i
	}
	return b
}

func method(n int) func() int { return made(n).sum }

func deferred(n int) (sum int) {
	for i := range 2 {
		defer func(b big, i int) { sum += b.sum() + i }(made(n), i)
	}
	defer func(b big) { sum += b.sum() }(made(n))
	return
}

func main() {
	fmt.Println(method(1)())
	c := make(chan int)
	go made(2).show(c)
	fmt.Println(<-c)
	go func(b big) { c <- b.sum() }(made(3))
	fmt.Println(<-c)
	fmt.Println(deferred(4))
	for i := range 4 {
		go func(a, b big) { c <- a.sum() + b.sum() }(made(i), made(10*i))
	}
	fmt.Println(<-c + <-c + <-c + <-c)
}
