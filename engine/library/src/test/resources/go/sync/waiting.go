package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sort"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	runtime.GOMAXPROCS(4)
	var mu sync.Mutex
	var wg sync.WaitGroup
	n := 0
	for i := 0; i < 8; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := 0; j < 10000; j++ {
				mu.Lock()
				n++
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println(n)
	var rw sync.RWMutex
	m := map[int]int{}
	for i := 0; i < 4; i++ {
		wg.Go(func() {
			for j := 0; j < 1000; j++ {
				if j%10 == 0 {
					rw.Lock()
					m[j]++
					rw.Unlock()
				} else {
					rw.RLock()
					_ = m[j]
					rw.RUnlock()
				}
			}
		})
	}
	wg.Wait()
	fmt.Println(len(m), m[10])
	var c atomic.Int64
	var cnt int32
	var u atomic.Uint32
	for i := 0; i < 4; i++ {
		wg.Go(func() {
			for j := 0; j < 1000; j++ {
				c.Add(2)
				atomic.AddInt32(&cnt, -1)
				u.Or(1 << (j % 8))
			}
		})
	}
	wg.Wait()
	fmt.Println(c.Load(), cnt, u.Load(), u.And(0xf), u.Load())
	var once sync.Once
	for i := 0; i < 3; i++ {
		once.Do(func() { fmt.Println("once", i) })
	}
	ov := sync.OnceValue(func() int { fmt.Println("computing"); return 42 })
	fmt.Println(ov(), ov())
	func() {
		f := sync.OnceFunc(func() { panic("op") })
		for i := 0; i < 2; i++ {
			func() {
				defer func() { fmt.Println("rec", recover()) }()
				f()
			}()
		}
	}()
	cond := sync.NewCond(&mu)
	ready := 0
	for i := 0; i < 5; i++ {
		wg.Go(func() {
			mu.Lock()
			for ready == 0 {
				cond.Wait()
			}
			ready++
			mu.Unlock()
		})
	}
	time.Sleep(5 * time.Millisecond)
	mu.Lock()
	ready = 1
	cond.Broadcast()
	mu.Unlock()
	wg.Wait()
	fmt.Println(ready)
	var sm sync.Map
	for i := 0; i < 100; i++ {
		sm.Store(i, i*i)
	}
	for i := 0; i < 100; i += 2 {
		sm.Delete(i)
	}
	var ks []int
	sm.Range(func(k, v any) bool { ks = append(ks, k.(int)); return true })
	sort.Ints(ks)
	v, ok := sm.Load(9)
	_, ok2 := sm.Load(8)
	act, loaded := sm.LoadOrStore(8, "new")
	fmt.Println(len(ks), ks[:3], v, ok, ok2, act, loaded)
	fmt.Println(sm.CompareAndSwap(8, "new", "newer"), sm.CompareAndDelete(8, "x"))
	fmt.Println(sm.Swap(9, 1))
	sm.Clear()
	_, ok = sm.Load(9)
	fmt.Println(ok)
	p := sync.Pool{New: func() any { return "fresh" }}
	p.Put("used")
	fmt.Println(p.Get(), p.Get())
	var av atomic.Value
	fmt.Println(av.Load())
	av.Store([]int{1})
	func() {
		defer func() { fmt.Println(recover()) }()
		av.Store("s")
	}()
	fmt.Println(av.Load())
	type T struct{ x int }
	var ap atomic.Pointer[T]
	a, b := &T{1}, &T{2}
	fmt.Println(ap.Load() == nil, ap.CompareAndSwap(nil, a), ap.Swap(b).x, ap.Load().x)
	fmt.Println(mu.TryLock(), mu.TryLock())
	mu.Unlock()
	func() {
		defer func() { fmt.Println(recover()) }()
		var w sync.WaitGroup
		w.Done()
	}()
	// context and timers
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	select {
	case <-ctx.Done():
		fmt.Println(ctx.Err(), errors.Is(ctx.Err(), context.DeadlineExceeded))
	case <-time.After(5 * time.Second):
		fmt.Println("late")
	}
	ctx2, cancel2 := context.WithCancelCause(context.WithValue(context.Background(), "k", "v"))
	cancel2(errors.New("why"))
	<-ctx2.Done()
	fmt.Println(ctx2.Err(), context.Cause(ctx2), ctx2.Value("k"))
	tm := time.NewTimer(time.Hour)
	fmt.Println(tm.Stop(), tm.Stop(), tm.Reset(time.Millisecond))
	<-tm.C
	done := make(chan bool)
	time.AfterFunc(time.Millisecond, func() { done <- true })
	fmt.Println(<-done)
	tk := time.NewTicker(2 * time.Millisecond)
	for i := 0; i < 3; i++ {
		<-tk.C
	}
	tk.Stop()
	start := time.Now()
	time.Sleep(20 * time.Millisecond)
	d := time.Since(start)
	fmt.Println(d >= 20*time.Millisecond, d < 2*time.Second)
	tm2 := time.NewTimer(time.Millisecond)
	time.Sleep(5 * time.Millisecond)
	fmt.Println(len(tm2.C), cap(tm2.C), tm2.Stop())
	select {
	case <-tm2.C:
		fmt.Println("stale")
	default:
		fmt.Println("none")
	}
	fmt.Println(runtime.NumGoroutine() >= 1)
}
