package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"time"
	"unsafe"
)

//go:noinline
func inner(pcs []uintptr) int { return runtime.Callers(1, pcs) }

//go:noinline
func outer(pcs []uintptr) int { return inner(pcs) }

func base(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }

// frames walks a stack by every field of its frames.
func frames() {
	pcs := make([]uintptr, 10)
	n := outer(pcs)
	var all *runtime.Frames = runtime.CallersFrames(pcs[:n])
	for {
		var f runtime.Frame
		f, more := all.Next()
		if strings.HasPrefix(f.Function, "main.") {
			var fn *runtime.Func = f.Func
			file, line := fn.FileLine(f.PC)
			fmt.Println(f.Function, base(f.File), f.Line, fn.Name() == f.Function, fn.Entry() == f.Entry, f.Entry <= f.PC, f.PC != 0, file == f.File, line == f.Line)
			_, first := fn.FileLine(fn.Entry())
			fmt.Println(first > 0 && first <= f.Line)
		}
		if !more {
			break
		}
	}
	f, more := all.Next()
	fmt.Println(f.PC, more, runtime.FuncForPC(0) == nil)
}

type plan interface{ Plan() }

func fault(f func()) (err runtime.Error) {
	defer func() {
		err, _ = recover().(runtime.Error)
	}()
	f()
	return nil
}

func faults() {
	var any any = "text"
	var p plan
	var m map[string]int
	var index = 5
	for _, f := range []func(){
		func() { _ = any.(int) }, func() { _ = any.(plan) }, func() { _ = p.(fmt.Stringer) }, func() { _ = []int{1}[index] },
		func() { m["x"] = 1 }, func() { index /= len(m) }, func() { panic(nil) }, func() { _ = make([]int, index-10) },
	} {
		err := fault(f)
		err.RuntimeError()
		fmt.Printf("%T %s\n", err, err.Error())
		var wrong *runtime.TypeAssertionError
		if errors.As(err, &wrong) {
			wrong.RuntimeError()
			fmt.Println(wrong.Error() == err.Error())
		}
		var null *runtime.PanicNilError
		if errors.As(err, &null) {
			null.RuntimeError()
			fmt.Println(null.Error())
		}
	}
}

func pinned() {
	var pin runtime.Pinner
	p := new([4]int)
	pin.Pin(p)
	pin.Pin(unsafe.Pointer(&p[2]))
	runtime.GC()
	p[2] = 7
	fmt.Println(p[2])
	pin.Unpin()
	pin.Unpin()
	defer func() { fmt.Println(recover() != nil) }()
	pin.Pin(5)
}

func cleanups() {
	done := make(chan int, 2)
	type block struct{ space [100]int }
	func() {
		kept, stopped := new(block), new(block)
		runtime.AddCleanup(kept, func(n int) { done <- n }, 1)
		var c runtime.Cleanup = runtime.AddCleanup(stopped, func(n int) { done <- n }, 2)
		c.Stop()
	}()
	runtime.GC()
	fmt.Println(<-done)
	runtime.GC()
	select {
	case n := <-done:
		fmt.Println("not stopped", n)
	default:
		fmt.Println("stopped")
	}
}

var kept [][]byte

//go:noinline
func allocates() {
	for range 64 {
		kept = append(kept, make([]byte, 4096))
	}
}

// has reports whether a stack goes through a function.
func has(stack []uintptr, function string) bool {
	all := runtime.CallersFrames(stack)
	for {
		f, more := all.Next()
		if f.Function == function {
			return true
		}
		if !more {
			return false
		}
	}
}

func memory() {
	// A new rate counts from the next sample on: one P, and enough of other blocks to come to it.
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for range 64 {
		kept = append(kept, make([]byte, 1<<20))
	}
	kept = nil
	allocates()
	runtime.GC()
	runtime.GC()
	n, ok := runtime.MemProfile(nil, true)
	records := make([]runtime.MemProfileRecord, n+50)
	m, okay := runtime.MemProfile(records, true)
	fmt.Println(n > 0, ok, m > 0, okay, runtime.MemProfileRate)
	for _, r := range records[:m] {
		if has(r.Stack(), "main.allocates") && r.AllocBytes/max(r.AllocObjects, 1) == 4096 {
			fmt.Println(r.AllocObjects > 0, r.AllocObjects <= 64, r.FreeObjects, r.FreeBytes, r.InUseObjects() == r.AllocObjects, r.InUseBytes() == r.AllocBytes, r.Stack0[0] == r.Stack()[0])
		}
	}
}

//go:noinline
func contends(mu *sync.Mutex, waiting chan bool) {
	mu.Lock()
	go func() {
		waiting <- true
		mu.Lock()
		mu.Unlock()
		waiting <- true
	}()
	<-waiting
	text := make([]byte, 1<<16)
	for !strings.Contains(string(text[:runtime.Stack(text, true)]), "[sync.Mutex.Lock") {
		runtime.Gosched()
	}
	mu.Unlock()
	<-waiting
}

func longest(profile func([]runtime.BlockProfileRecord) (int, bool), function string) (count int64, long, found bool) {
	n, _ := profile(nil)
	records := make([]runtime.BlockProfileRecord, n+50)
	n, ok := profile(records)
	for _, r := range records[:n] {
		if ok && has(r.Stack(), function) {
			var s runtime.StackRecord = r.StackRecord
			return r.Count, r.Cycles > 0, len(s.Stack()) == len(r.Stack()) && s.Stack0[0] == r.Stack0[0]
		}
	}
	return 0, false, false
}

func blocked() {
	runtime.SetBlockProfileRate(1)
	runtime.SetMutexProfileFraction(1)
	contends(new(sync.Mutex), make(chan bool))
	runtime.SetBlockProfileRate(0)
	runtime.SetMutexProfileFraction(0)
	_, long, found := longest(runtime.BlockProfile, "main.contends")
	fmt.Println(long, found)
	count, long, found := longest(runtime.MutexProfile, "main.contends")
	fmt.Println(count, long, found)
}

//go:noinline
func parked(c chan int) { <-c }

func goroutines() {
	c := make(chan int)
	for range 3 {
		go parked(c)
	}
	for runtime.Gosched(); ; runtime.Gosched() {
		records := make([]runtime.StackRecord, 50)
		n, ok := runtime.GoroutineProfile(records)
		in := 0
		for _, r := range records[:n] {
			if has(r.Stack(), "main.parked") {
				in++
			}
		}
		if in == 3 {
			fmt.Println(ok, n >= 4)
			break
		}
	}
	n, ok := runtime.GoroutineProfile(nil)
	fmt.Println(n >= 4, ok)
	close(c)
	n, ok = runtime.ThreadCreateProfile(make([]runtime.StackRecord, 100))
	fmt.Println(n > 0, ok)
}

// figures compares what must hold between them.
func figures() {
	var before, s runtime.MemStats
	runtime.ReadMemStats(&before)
	allocates()
	kept = nil
	runtime.GC()
	runtime.ReadMemStats(&s)
	fmt.Println(s.Alloc == s.HeapAlloc, s.TotalAlloc-before.TotalAlloc >= 64*4096, s.TotalAlloc >= s.Alloc, s.Mallocs-s.Frees == s.HeapObjects, s.Frees > before.Frees)
	fmt.Println(s.HeapSys == s.HeapInuse+s.HeapIdle, s.HeapReleased <= s.HeapIdle, s.HeapInuse >= s.HeapAlloc, s.StackInuse > 0, s.StackSys >= s.StackInuse)
	sum := s.HeapSys + s.StackSys + s.MSpanSys + s.MCacheSys + s.BuckHashSys + s.GCSys + s.OtherSys
	fmt.Println(s.Sys == sum, s.MSpanInuse <= s.MSpanSys, s.MCacheInuse <= s.MCacheSys, s.MSpanInuse > 0, s.MCacheInuse > 0, s.GCSys > 0)
	last := (s.NumGC + 255) % 256
	fmt.Println(s.NumGC > before.NumGC, s.NumForcedGC > before.NumForcedGC, s.NextGC > 0, s.PauseEnd[last] == s.LastGC, s.PauseNs[last] > 0, s.PauseTotalNs >= s.PauseNs[last])
	fmt.Println(time.Since(time.Unix(0, int64(s.LastGC))) < time.Minute, s.GCCPUFraction >= 0 && s.GCCPUFraction < 1, s.DebugGC, s.Lookups)

	var g debug.GCStats
	debug.ReadGCStats(&g)
	runtime.ReadMemStats(&s)
	fmt.Println(g.NumGC == int64(s.NumGC), g.LastGC.UnixNano() == int64(s.LastGC), len(g.Pause) == len(g.PauseEnd), g.PauseEnd[0].Equal(g.LastGC), g.PauseTotal >= g.Pause[0])
	g.PauseQuantiles = make([]time.Duration, 5)
	debug.ReadGCStats(&g)
	fmt.Println(len(g.PauseQuantiles), g.PauseQuantiles[0] <= g.PauseQuantiles[2], g.PauseQuantiles[2] <= g.PauseQuantiles[4])
}

func settings() {
	fmt.Println(runtime.GOOS, runtime.GOARCH, runtime.NumCgoCall(), runtime.GOROOT() == runtime.GOROOT())
	before := runtime.GOMAXPROCS(3)
	runtime.SetDefaultGOMAXPROCS()
	fmt.Println(runtime.GOMAXPROCS(before) >= 1)
	fmt.Println(debug.SetMaxThreads(9999), debug.SetMaxThreads(10000), debug.SetPanicOnFault(true), debug.SetPanicOnFault(false))
	debug.SetTraceback("single")
	runtime.SetCPUProfileRate(0)
	func() {
		defer func() { fmt.Println(recover()) }()
		runtime.CPUProfile()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		runtime.SetCgoTraceback(1, nil, nil, nil)
	}()
}

// traced reads a trace while it is made.
func traced() {
	fmt.Println(runtime.StartTrace(), runtime.StartTrace() != nil)
	stopped := make(chan bool)
	go func() {
		runtime.Gosched()
		runtime.StopTrace()
		close(stopped)
	}()
	var whole []byte
	for part := runtime.ReadTrace(); part != nil; part = runtime.ReadTrace() {
		whole = append(whole, part...)
	}
	<-stopped
	fmt.Printf("%.6s %v\n", whole, len(whole) > 100)
}

// crashes writes what debug can write into files.
func crashes() {
	f, err := os.CreateTemp("", "dump")
	if err != nil {
		panic(err)
	}
	defer os.Remove(f.Name())
	debug.WriteHeapDump(f.Fd())
	head := make([]byte, 17)
	f.ReadAt(head, 0)
	fmt.Printf("%q\n", head)
	fmt.Println(debug.SetCrashOutput(f, debug.CrashOptions{}), debug.SetCrashOutput(nil, debug.CrashOptions{}))
	f.Close()
	fmt.Println(debug.SetCrashOutput(f, debug.CrashOptions{}) != nil)

	before := os.Stderr
	r, w, _ := os.Pipe()
	os.Stderr = w
	debug.PrintStack()
	os.Stderr = before
	w.Close()
	text := make([]byte, 10000)
	n, _ := r.Read(text)
	fmt.Println(strings.HasPrefix(string(text[:n]), "goroutine 1 [running]:\nruntime/debug.Stack()"), strings.Contains(string(text[:n]), "main.crashes()"))
}

func main() {
	runtime.MemProfileRate = 1
	frames()
	faults()
	pinned()
	cleanups()
	memory()
	blocked()
	goroutines()
	figures()
	settings()
	traced()
	crashes()
}
