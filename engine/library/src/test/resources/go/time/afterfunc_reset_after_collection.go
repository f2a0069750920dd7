// What AfterFunc calls stays alive while the timer may be set anew, fired or stopped; nothing else keeps it.
package main

import (
	"fmt"
	"runtime"
	"time"
)

func announce(words []string, said chan string) *time.Timer {
	return time.AfterFunc(time.Millisecond, func() {
		for _, w := range words {
			said <- w
		}
		said <- "end"
	})
}

var kept [][]string

func overwrite() {
	for range 3 {
		runtime.GC()
		for i := range 20000 {
			s := []string{"x", "y", "z"}
			if i%100 == 0 {
				kept = append(kept, s)
			}
		}
	}
}

func listen(said chan string) {
	for w := range said {
		fmt.Print(w, " ")
		if w == "end" {
			fmt.Println()
			return
		}
	}
}

func main() {
	said := make(chan string)
	t := announce([]string{"one", "two", "three"}, said)
	listen(said)
	overwrite()
	fmt.Println(t.Reset(time.Millisecond))
	listen(said)
	t.Reset(time.Hour)
	fmt.Println(t.Stop(), t.Stop())
	overwrite()
	fmt.Println(t.Reset(time.Millisecond))
	listen(said)

	// Many of them, some stopped, in all orders.
	results := make(chan int, 3000)
	var timers []*time.Timer
	for i := range 3000 {
		d := time.Duration(i*7919%3000)*time.Microsecond + 20*time.Millisecond
		if i%3 == 0 {
			d += time.Hour
		}
		timers = append(timers, time.AfterFunc(d, func() { results <- i }))
	}
	stopped := 0
	for i := 0; i < 3000; i += 3 {
		if timers[i].Stop() {
			stopped++
		}
	}
	for i := 0; i < 3000; i += 9 {
		timers[i].Reset(time.Duration(3000-i) * time.Microsecond)
	}
	runtime.GC()
	sum := 0
	for range 2000 + 334 {
		sum += <-results
	}
	fmt.Println(stopped, sum, len(results))
}
