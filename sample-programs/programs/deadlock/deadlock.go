// Philosophers who all take the left fork first.
package main

import (
	"fmt"
	"sync"
)

const philosophers = 5

func main() {
	var forks [philosophers]sync.Mutex
	var seated, done sync.WaitGroup
	seated.Add(philosophers)
	for i := 0; i < philosophers; i++ {
		done.Add(1)
		go func() {
			defer done.Done()
			left, right := &forks[i], &forks[(i+1)%philosophers]
			left.Lock()
			seated.Done()
			seated.Wait() // everybody has a left fork
			right.Lock()
			fmt.Println("philosopher", i, "eats")
			right.Unlock()
			left.Unlock()
		}()
	}
	fmt.Println(philosophers, "philosophers sit down")
	done.Wait()
}
