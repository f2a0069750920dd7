package main

import (
	"fmt"
	"time"
)

func trace(s string) string { fmt.Print(s, " "); return s }

func ch(s string, c chan int) chan int { fmt.Print(s, " "); return c }
func val(s string, v int) int          { fmt.Print(s, " "); return v }

func main() {
	a, b := make(chan int, 1), make(chan int, 1)
	arr := make([]int, 3)
	idx := func(i int) int { fmt.Print("idx", i, " "); return i }
	a <- 5
	select {
	case arr[idx(1)] = <-ch("a", a):
		fmt.Println("got", arr)
	case ch("b", nil) <- val("v", 1):
	}
	m := map[string]int{}
	close(b)
	var ok bool
	select {
	case m[trace("k")], ok = <-b:
		fmt.Println(m, ok)
	}
	select {
	case ch("x", a) <- val("7", 7):
		fmt.Println("sent", len(a))
	case <-ch("nil", nil):
	}
	n := 0
loop:
	for {
		select {
		case v, open := <-a:
			if !open {
				break loop
			}
			n += v
			if n > 20 {
				close(a)
				continue loop
			}
			a <- v + 1
		case <-time.After(10 * time.Second):
			panic("late")
		}
	}
	fmt.Println(n)
	func() {
		defer func() { fmt.Println(recover()) }()
		select {
		case a <- 1:
		default:
		}
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		select {
		case b <- val("send", 1):
		case <-make(chan int):
		}
	}()
	done := make(chan struct{})
	go func() {
		defer close(done)
		select {}
	}()
	select {
	case <-done:
	case <-time.After(time.Millisecond):
		fmt.Println("empty select blocks")
	}
	switch x := any(a).(type) {
	case <-chan int:
		fmt.Println("dir")
	case chan int:
		fmt.Println("bidir", cap(x))
	}
	var s chan<- int = make(chan int, 1)
	var r <-chan int = b
	s <- 1
	_, ok = <-r
	fmt.Println(len(s), cap(r), ok, s == nil)
	counts := [2]int{}
	c1, c2 := make(chan int, 100), make(chan int, 100)
	for range 100 {
		c1 <- 1
		c2 <- 1
	}
	for range 100 {
		select {
		case <-c1:
			counts[0]++
		case <-c2:
			counts[1]++
		}
	}
	fmt.Println(counts[0]+counts[1], counts[0] > 10, counts[1] > 10)
	func() {
		defer func() { fmt.Println(recover()) }()
		var n chan int
		close(n)
	}()
	x := make(chan chan int, 1)
	y := make(chan int, 1)
	x <- y
	(<-x) <- 9
	fmt.Println(<-y)
	select {
	case v := <-func() chan int { fmt.Print("made "); c := make(chan int, 1); c <- 3; return c }():
		fmt.Println(v)
	}
}
