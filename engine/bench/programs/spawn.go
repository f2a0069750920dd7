// A million goroutines started and ended, a thousand at a time.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func run() {
	var sum atomic.Int64
	for i := 0; i < 1000; i++ {
		var wg sync.WaitGroup
		for j := 0; j < 1000; j++ {
			wg.Add(1)
			go func() {
				sum.Add(int64(j))
				wg.Done()
			}()
		}
		wg.Wait()
	}
	fmt.Println(sum.Load())
}
