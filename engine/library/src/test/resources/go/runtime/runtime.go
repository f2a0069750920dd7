package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
)

type T struct {
	x    int
	self *T // so that it does not share a block with others
}

func (t *T) method() (string, int) {
	_, file, line, ok := runtime.Caller(0)
	return file[strings.LastIndex(file, "/")+1:] + fmt.Sprint(ok), line
}

func where(skip int) string {
	pc, _, line, ok := runtime.Caller(skip)
	return fmt.Sprint(runtime.FuncForPC(pc).Name(), line, ok)
}

func main() {
	fmt.Println((&T{}).method())
	fmt.Println(where(0), where(1))
	func() { fmt.Println(where(1)) }()

	fmt.Println(runtime.Compiler, strings.HasPrefix(runtime.Version(), "go1."))
	fmt.Println(runtime.GOMAXPROCS(2) > 0, runtime.GOMAXPROCS(0), runtime.NumCPU() > 0, runtime.NumGoroutine())
	var ms runtime.MemStats
	runtime.ReadMemStats(&ms)
	before := ms.Mallocs
	var keep [][]byte
	for i := 0; i < 100; i++ {
		keep = append(keep, make([]byte, 1000))
	}
	runtime.ReadMemStats(&ms)
	fmt.Println(ms.Mallocs-before >= 100, ms.HeapAlloc > 100000, len(ms.BySize), ms.BySize[1].Size, ms.EnableGC)
	runtime.KeepAlive(keep)
	g := ms.NumGC
	runtime.GC()
	runtime.ReadMemStats(&ms)
	fmt.Println(ms.NumGC > g)
	done := make(chan string, 10)
	func() {
		x := &T{x: 5}
		runtime.SetFinalizer(x, func(t *T) { done <- fmt.Sprint("fin ", t.x) })
		y := &T{x: 6}
		runtime.AddCleanup(y, func(s string) { done <- s }, "cleanup")
	}()
	runtime.GC()
	runtime.GC()
	a, b := <-done, <-done
	if a > b {
		a, b = b, a
	}
	fmt.Println(a, b)
	st := string(debug.Stack())
	fmt.Println(strings.HasPrefix(st, "goroutine 1 [running]:"), strings.Contains(st, "main.main("))
	buf := make([]byte, 10000)
	fmt.Println(runtime.Stack(buf, false) > 20)
	fmt.Println(debug.SetGCPercent(50), debug.SetGCPercent(-1), debug.SetGCPercent(100))
	go func() {
		defer func() { done <- "deferred" }()
		runtime.Goexit()
	}()
	fmt.Println(<-done)
	func() {
		defer func() {
			e := recover()
			err, ok := e.(runtime.Error)
			fmt.Println(ok, err)
			var te *runtime.TypeAssertionError
			fmt.Println(errors.As(err, &te))
		}()
		var i any = "s"
		_ = i.(int)
	}()
	c := complex(1, 2)
	var z complex128
	fmt.Println(c/complex(3, -4), c/z, z/z)
	runtime.LockOSThread()
	runtime.Gosched()
	runtime.UnlockOSThread()
	debug.FreeOSMemory()
	fmt.Println(debug.SetMaxStack(1 << 20) > 0)
	bi, ok := debug.ReadBuildInfo()
	_ = bi
	_ = ok
	fmt.Fprintln(os.Stderr, "end")
	defer os.Exit(0)
	panic("x")
}
