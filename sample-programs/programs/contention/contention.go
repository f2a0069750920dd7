// Eight goroutines that all want the same lock.
package main

import (
	"fmt"
	"sync"
)

const (
	goroutines = 8
	turns      = 2000
)

type account struct {
	mu      sync.Mutex
	balance int
	history [64]int
}

// deposit holds the lock longer than it has to: it sums the history inside.
func (a *account) deposit(amount int) int {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.balance += amount
	a.history[a.balance%len(a.history)]++
	sum := 0
	for round := 0; round < 20; round++ {
		for _, n := range a.history {
			sum += n
		}
	}
	return sum
}

func main() {
	var shared account
	var group sync.WaitGroup
	for i := 0; i < goroutines; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			for t := 0; t < turns; t++ {
				shared.deposit(1)
			}
		}()
	}
	group.Wait()
	fmt.Println("balance:", shared.balance)
}
