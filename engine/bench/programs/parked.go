// A million goroutines parked on one channel, then released.
package main

import (
	"fmt"
	"sync"
)

func run() {
	const n = 1000000
	gate := make(chan struct{})
	var ready, done sync.WaitGroup
	ready.Add(n)
	done.Add(n)
	for i := 0; i < n; i++ {
		go func() {
			ready.Done()
			<-gate
			done.Done()
		}()
	}
	ready.Wait()
	close(gate)
	done.Wait()
	fmt.Println(n)
}
