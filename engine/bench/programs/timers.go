// 10,000 timers that are due at the same moment, twenty times.
package main

import (
	"fmt"
	"sync"
	"time"
)

func run() {
	for round := 0; round < 20; round++ {
		var wg sync.WaitGroup
		wg.Add(10000)
		for i := 0; i < 10000; i++ {
			time.AfterFunc(time.Microsecond, wg.Done)
		}
		wg.Wait()
	}
	fmt.Println("done")
}
