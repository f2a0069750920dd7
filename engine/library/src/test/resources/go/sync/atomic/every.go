// Every operation of sync/atomic, by what it returns and by what it leaves.
package main

import (
	"fmt"
	"sync/atomic"
	"unsafe"
)

func ofInt32() {
	var x atomic.Int32
	x.Store(-5)
	fmt.Println("Int32", x.Load(), x.Add(7), x.Swap(12), x.Load())
	fmt.Println(x.CompareAndSwap(11, 1), x.CompareAndSwap(12, 0b1101), x.And(0b0111), x.Load(), x.Or(0b1000), x.Load())
	var y int32 = -5
	atomic.StoreInt32(&y, y+1)
	fmt.Println(atomic.LoadInt32(&y), atomic.AddInt32(&y, 3), atomic.SwapInt32(&y, 0b1010), y)
	fmt.Println(atomic.CompareAndSwapInt32(&y, 9, 8), atomic.CompareAndSwapInt32(&y, 0b1010, 0b0110), y)
	fmt.Println(atomic.AndInt32(&y, 0b0011), y, atomic.OrInt32(&y, 0b1001), y)
}

func ofInt64() {
	var x atomic.Int64
	x.Store(-1 << 40)
	fmt.Println("Int64", x.Load(), x.Add(7), x.Swap(12), x.Load())
	fmt.Println(x.CompareAndSwap(11, 1), x.CompareAndSwap(12, 0b1101), x.And(0b0111), x.Load(), x.Or(0b1000), x.Load())
	var y int64 = -1 << 40
	atomic.StoreInt64(&y, y+1)
	fmt.Println(atomic.LoadInt64(&y), atomic.AddInt64(&y, 3), atomic.SwapInt64(&y, 0b1010), y)
	fmt.Println(atomic.CompareAndSwapInt64(&y, 9, 8), atomic.CompareAndSwapInt64(&y, 0b1010, 0b0110), y)
	fmt.Println(atomic.AndInt64(&y, 0b0011), y, atomic.OrInt64(&y, 0b1001), y)
}

func ofUint32() {
	var x atomic.Uint32
	x.Store(0xf0f0)
	fmt.Println("Uint32", x.Load(), x.Add(7), x.Swap(12), x.Load())
	fmt.Println(x.CompareAndSwap(11, 1), x.CompareAndSwap(12, 0b1101), x.And(0b0111), x.Load(), x.Or(0b1000), x.Load())
	var y uint32 = 0xf0f0
	atomic.StoreUint32(&y, y+1)
	fmt.Println(atomic.LoadUint32(&y), atomic.AddUint32(&y, 3), atomic.SwapUint32(&y, 0b1010), y)
	fmt.Println(atomic.CompareAndSwapUint32(&y, 9, 8), atomic.CompareAndSwapUint32(&y, 0b1010, 0b0110), y)
	fmt.Println(atomic.AndUint32(&y, 0b0011), y, atomic.OrUint32(&y, 0b1001), y)
}

func ofUint64() {
	var x atomic.Uint64
	x.Store(1 << 63)
	fmt.Println("Uint64", x.Load(), x.Add(7), x.Swap(12), x.Load())
	fmt.Println(x.CompareAndSwap(11, 1), x.CompareAndSwap(12, 0b1101), x.And(0b0111), x.Load(), x.Or(0b1000), x.Load())
	var y uint64 = 1 << 63
	atomic.StoreUint64(&y, y+1)
	fmt.Println(atomic.LoadUint64(&y), atomic.AddUint64(&y, 3), atomic.SwapUint64(&y, 0b1010), y)
	fmt.Println(atomic.CompareAndSwapUint64(&y, 9, 8), atomic.CompareAndSwapUint64(&y, 0b1010, 0b0110), y)
	fmt.Println(atomic.AndUint64(&y, 0b0011), y, atomic.OrUint64(&y, 0b1001), y)
}

func ofUintptr() {
	var x atomic.Uintptr
	x.Store(0xff00)
	fmt.Println("Uintptr", x.Load(), x.Add(7), x.Swap(12), x.Load())
	fmt.Println(x.CompareAndSwap(11, 1), x.CompareAndSwap(12, 0b1101), x.And(0b0111), x.Load(), x.Or(0b1000), x.Load())
	var y uintptr = 0xff00
	atomic.StoreUintptr(&y, y+1)
	fmt.Println(atomic.LoadUintptr(&y), atomic.AddUintptr(&y, 3), atomic.SwapUintptr(&y, 0b1010), y)
	fmt.Println(atomic.CompareAndSwapUintptr(&y, 9, 8), atomic.CompareAndSwapUintptr(&y, 0b1010, 0b0110), y)
	fmt.Println(atomic.AndUintptr(&y, 0b0011), y, atomic.OrUintptr(&y, 0b1001), y)
}

func attempt(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(what+":", r)
		}
	}()
	f()
}

func main() {
	ofInt32()
	ofInt64()
	ofUint32()
	ofUint64()
	ofUintptr()
	var b atomic.Bool
	fmt.Println(b.Load(), b.Swap(true), b.CompareAndSwap(false, true), b.CompareAndSwap(true, false), b.Load())
	b.Store(true)
	fmt.Println(b.Load())
	one, two := 1, 2
	var p atomic.Pointer[int]
	fmt.Println(p.Load() == nil, p.Swap(&one) == nil, *p.Load(), p.CompareAndSwap(&two, nil), p.CompareAndSwap(&one, &two), *p.Load())
	p.Store(nil)
	fmt.Println(p.Load())
	u := unsafe.Pointer(&one)
	atomic.StorePointer(&u, unsafe.Pointer(&two))
	fmt.Println(*(*int)(atomic.LoadPointer(&u)), *(*int)(atomic.SwapPointer(&u, unsafe.Pointer(&one))), *(*int)(u))
	fmt.Println(atomic.CompareAndSwapPointer(&u, nil, nil), atomic.CompareAndSwapPointer(&u, unsafe.Pointer(&one), nil), u == nil)
	var v atomic.Value
	fmt.Println(v.Load(), v.CompareAndSwap(nil, "a"), v.CompareAndSwap("b", "c"), v.CompareAndSwap("a", "d"), v.Load(), v.Swap("e"), v.Load())
	v.Store("f")
	attempt("store nil", func() { v.Store(nil) })
	attempt("store another type", func() { v.Store(1) })
	attempt("swap nil", func() { v.Swap(nil) })
	attempt("swap another type", func() { v.Swap(1) })
	attempt("compare with another type", func() { v.CompareAndSwap("f", 1) })
	attempt("compare with old of another type", func() { fmt.Println(v.CompareAndSwap(1, "g")) })
	attempt("new nil", func() { v.CompareAndSwap("f", nil) })
	fmt.Println(v.Load())
	var words atomic.Value
	words.Store([]int{1})
	attempt("not comparable", func() { words.CompareAndSwap([]int{1}, []int{2}) })
}
