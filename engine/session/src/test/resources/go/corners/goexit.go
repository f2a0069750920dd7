package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	run := func(f func()) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			f()
			fmt.Println("returned")
		}()
		wg.Wait()
	}
	run(func() {
		defer func() { fmt.Println("recover in goexit:", recover()) }()
		runtime.Goexit()
	})
	run(func() {
		defer func() { fmt.Println(recover()) }()
		defer runtime.Goexit()
		panic("lost")
	})
	run(func() {
		defer func() { fmt.Println("r", recover()) }()
		defer func() { panic("in deferred") }()
		runtime.Goexit()
	})
	run(func() {
		defer func() {
			defer func() { fmt.Println("inner", recover()) }()
			panic("x")
		}()
		runtime.Goexit()
	})
	run(func() {
		func() {
			defer func() { recover(); runtime.Goexit() }()
			panic("y")
		}()
	})
	run(func() {
		for i := range 3 {
			defer fmt.Println("d", i)
		}
		func() { defer func() { recover() }(); panic(1) }()
		runtime.Goexit()
	})
	defer fmt.Println("main deferred")
	go func() { panicLater() }()
	runtime.Goexit()
}

func panicLater() {}
