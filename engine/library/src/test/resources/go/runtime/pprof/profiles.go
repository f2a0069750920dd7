package main

import (
	"bytes"
	"context"
	"fmt"

	"runtime"
	"runtime/pprof"
	"strings"
	"sync"
	"time"
)

var sink int
var keep [][]byte

func burn(n int) {
	for i := 0; i < n; i++ {
		sink += i * i % 7
	}
}

func wait(c chan int) { <-c }

func alloc() {
	for i := 0; i < 200; i++ {
		keep = append(keep, make([]byte, 100_000))
	}
}

func main() {
	runtime.SetBlockProfileRate(1)
	runtime.SetMutexProfileFraction(1)

	f := new(bytes.Buffer)
	fmt.Println(pprof.StartCPUProfile(f), pprof.StartCPUProfile(f))
	pprof.Do(context.Background(), pprof.Labels("task", "burn", "n", "1"), func(ctx context.Context) {
		v, ok := pprof.Label(ctx, "task")
		fmt.Println(v, ok)
		pprof.ForLabels(ctx, func(k, v string) bool { fmt.Println(k, v); return true })
		end := time.Now().Add(300 * time.Millisecond)
		for time.Now().Before(end) {
			burn(1000000)
		}
	})
	pprof.StopCPUProfile()
	fmt.Println(f.Len() > 20, strings.HasPrefix(f.String(), "\x1f\x8b"))
	c := make(chan int)
	pprof.SetGoroutineLabels(pprof.WithLabels(context.Background(), pprof.Labels("who", "waiter")))
	for i := 0; i < 3; i++ {
		go wait(c)
	}
	pprof.SetGoroutineLabels(context.Background())
	time.Sleep(10 * time.Millisecond)
	var b bytes.Buffer
	pprof.Lookup("goroutine").WriteTo(&b, 1)
	s := b.String()
	fmt.Println(strings.Contains(s, "goroutine profile: total 4\n3 @ 0x"), strings.Contains(s, `# labels: {"who":"waiter"}`), strings.Contains(s, "main.wait+0x"))
	for i := 0; i < 3; i++ {
		c <- 1
	}
	alloc()
	var mu sync.Mutex
	mu.Lock()
	go func() { mu.Lock(); mu.Unlock(); c <- 1 }()
	time.Sleep(10 * time.Millisecond)
	mu.Unlock()
	<-c
	p := pprof.NewProfile("my.own")
	p.Add("a", 0)
	p.Add("b", 0)
	fmt.Println(p.Count(), p.Name())
	p.Remove("a")
	for _, p := range pprof.Profiles() {
		fmt.Println(p.Name(), p.Count() > 0)
		f := new(bytes.Buffer)
		fmt.Println(p.WriteTo(f, 0))
		fmt.Println(f.Len() > 20, strings.HasPrefix(f.String(), "\x1f\x8b"))
		f.Reset()
		p.WriteTo(f, 1)
		fmt.Println(f.Len() > 20, strings.HasPrefix(f.String(), "\x1f\x8b"))
	}
	b.Reset()
	pprof.Lookup("goroutine").WriteTo(&b, 2)
	fmt.Println(strings.HasPrefix(b.String(), "goroutine 1 [running]:"))
	fmt.Println(pprof.Lookup("nope"))
}
