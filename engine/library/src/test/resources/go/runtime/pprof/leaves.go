package main

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
	"time"
)

// Who waits for a lock, and who lets others wait, is seen in Lock and Unlock and in nothing below them.

func held(mu *sync.Mutex) {
	mu.Lock()
	var waiting sync.WaitGroup
	waiting.Go(func() { mu.Lock(); mu.Unlock() })
	for !blocked("sync.(*Mutex).Lock") {
		time.Sleep(time.Millisecond)
	}
	mu.Unlock()
	waiting.Wait()
}

// blocked reports whether some goroutine stands in a function.
func blocked(function string) bool {
	b := make([]byte, 1<<16)
	return strings.Contains(string(b[:runtime.Stack(b, true)]), function)
}

func show(title string, profile func([]runtime.BlockProfileRecord) (int, bool)) {
	records := make([]runtime.BlockProfileRecord, 100)
	n, _ := profile(records)
	for _, r := range records[:n] {
		frames := runtime.CallersFrames(r.Stack())
		var names []string
		for {
			f, more := frames.Next()
			names = append(names, f.Function)
			if !more {
				break
			}
		}
		if all := strings.Join(names, " "); strings.Contains(all, "main.held") && strings.Contains(all, "Mutex") {
			fmt.Println(title, names[0], names[1], r.Count > 0, r.Cycles > 0)
		}
	}
}

func main() {
	runtime.SetMutexProfileFraction(1)
	runtime.SetBlockProfileRate(1)
	var mu sync.Mutex
	held(&mu)
	show("mutex", runtime.MutexProfile)
	show("block", runtime.BlockProfile)
}
