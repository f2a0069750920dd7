// A pool of workers that take jobs from one channel and answer on another.
package main

import (
	"fmt"
	"sync"
)

const (
	workers = 4
	jobs    = 200
)

type job struct{ number, steps int }

type answer struct{ number, steps, highest int }

// collatz counts the steps from n down to 1, and the highest number on the way.
func collatz(n int) (steps, highest int) {
	highest = n
	for n != 1 {
		if n%2 == 0 {
			n /= 2
		} else {
			n = 3*n + 1
		}
		if n > highest {
			highest = n
		}
		steps++
	}
	return steps, highest
}

func work(todo <-chan job, done chan<- answer) {
	for j := range todo {
		best := answer{number: j.number}
		for k := 0; k < j.steps; k++ {
			steps, highest := collatz(j.number + k)
			if steps > best.steps {
				best.steps = steps
			}
			if highest > best.highest {
				best.highest = highest
			}
		}
		done <- best
	}
}

func main() {
	todo := make(chan job, workers)
	done := make(chan answer, workers)
	var group sync.WaitGroup
	for i := 0; i < workers; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			work(todo, done)
		}()
	}
	go func() {
		for n := 1; n <= jobs; n++ {
			todo <- job{number: n * 1000, steps: 1000}
		}
		close(todo)
		group.Wait()
		close(done)
	}()
	longest, highest := 0, 0
	for a := range done {
		if a.steps > longest {
			longest = a.steps
		}
		if a.highest > highest {
			highest = a.highest
		}
	}
	fmt.Println("numbers:", jobs*1000)
	fmt.Println("longest chain:", longest)
	fmt.Println("highest number:", highest)
}
