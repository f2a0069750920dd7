// A goroutine leak: the first answer wins, and the senders of the others wait for ever.
package main

import (
	"fmt"
	"runtime"
	"time"
)

const (
	questions = 20
	servers   = 3
)

// ask starts one goroutine per server and takes the first answer. Nobody receives the other answers.
func ask(question int) int {
	answers := make(chan int)
	for server := 0; server < servers; server++ {
		go func() {
			time.Sleep(time.Duration(server) * time.Millisecond)
			answers <- question * question
		}()
	}
	return <-answers
}

func main() {
	sum := 0
	for q := 1; q <= questions; q++ {
		sum += ask(q)
	}
	time.Sleep(50 * time.Millisecond)
	fmt.Println("sum:", sum)
	fmt.Println("goroutines left:", runtime.NumGoroutine()-1)
}
