// What a goroutine was started with lives only as long as the goroutine needs it.
package main

import (
	"fmt"
	"runtime"
	"time"
)

type receiver struct{ values, done chan int }

func (r *receiver) receive() { <-r.values }

func (r *receiver) choose() {
	select {
	case <-r.values:
	case <-r.done:
	}
}

func forever(*receiver) { select {} }

func later(r *receiver) {
	time.Sleep(time.Hour)
	fmt.Println(r.values)
}

var (
	finalized = make(chan string, 10)
	values    = make(chan int)
)

func made(name string) *receiver {
	r := &receiver{values, make(chan int)}
	runtime.SetFinalizer(r, func(*receiver) { finalized <- name })
	return r
}

func collected(tries int) string {
	for range tries {
		runtime.GC()
		select {
		case name := <-finalized:
			return name
		case <-time.After(5 * time.Millisecond):
		}
	}
	return "nothing"
}

func main() {
	starts := []func(){
		func() { go made("receiver of a method").receive() },
		func() { go made("receiver of a select").choose() },
		func() { go forever(made("argument")) },
		func() { r := made("captured variable"); go func() { r.choose() }() },
		func() { r := made("captured and passed on"); go func() { forever(r) }() },
	}
	for _, start := range starts {
		start()
		fmt.Println(collected(2000))
	}
	go later(made("still needed"))
	fmt.Println(collected(20))
}
