// Eight goroutines lock one mutex 200,000 times each.
package main

import (
	"fmt"
	"sync"
)

func run() {
	var mu sync.Mutex
	var group sync.WaitGroup
	total := 0
	for i := 0; i < 8; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			for n := 0; n < 200000; n++ {
				mu.Lock()
				total++
				mu.Unlock()
			}
		}()
	}
	group.Wait()
	fmt.Println(total)
}
