package main

import (
	"fmt"
	"math"
	"unsafe"
)

type T struct {
	a byte
	b int64
	c byte
	d float64
	e int
	f uintptr
	g complex128
	h string
	i []int
	j any
}

type U struct {
	a bool
	b uint64
}

func main() {
	fmt.Println(unsafe.Sizeof(T{}), unsafe.Alignof(T{}), unsafe.Offsetof(T{}.b), unsafe.Offsetof(T{}.d), unsafe.Offsetof(T{}.g), unsafe.Offsetof(T{}.j))
	fmt.Println(unsafe.Sizeof(U{}), unsafe.Sizeof([3]U{}), unsafe.Alignof(uint64(0)), unsafe.Sizeof(0), unsafe.Sizeof(""), unsafe.Sizeof([]int{}))
	x := math.MaxInt
	x++
	fmt.Println(x, math.MaxInt, uint(math.MaxUint), ^uint(0), ^uintptr(0)>>1)
	x--
	fmt.Println(x*x, x<<1, x>>30, x+x, -x-2, uint(x)*3)
	var i64 int64 = math.MinInt64
	fmt.Println(i64/-1, i64%-1, i64>>3, i64*3, int(i64), int32(i64>>33), uint64(i64)/3, i64/7, i64%7)
	var u64 uint64 = math.MaxUint64
	fmt.Println(u64/10, u64%10, u64>>1, u64<<63, uint(u64), int(u64>>1), float64(u64), float32(u64))
	m := math.MinInt
	fmt.Println(m/-1, m%-1, -m, m-1, m>>31, m>>40)
	var s uint = 40
	fmt.Println(1<<s, int64(1)<<s, uint32(1)<<s, -1>>s)
	f := 3e9
	fmt.Println(int64(f), uint32(f), uint64(f))
	fmt.Println(fmt.Sprintf("%T %T %v", 1<<3, len(""), any(1) == any(int32(1))))
	p := &T{e: 5}
	q := (*int)(unsafe.Pointer(uintptr(unsafe.Pointer(p)) + unsafe.Offsetof(p.e)))
	fmt.Println(*q, uintptr(unsafe.Pointer(p))&3)
	ch := make(chan int64, 2)
	ch <- math.MinInt64
	ch <- 1 << 40
	fmt.Println(<-ch, <-ch)
	mm := map[int64]uint64{1 << 40: 1 << 50, -1: 7}
	mm[1<<40]++
	fmt.Println(mm)
	type K struct {
		a int
		b int64
		c string
	}
	mk := map[K][2]int64{{1, 2, "x"}: {3, 4}}
	fmt.Println(mk[K{1, 2, "x"}], mk)
	func() {
		defer func() { fmt.Println(recover()) }()
		n := int64(1) << 33
		_ = make([]int, n)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		n := uint64(1) << 33
		_ = x > 0 && []int{1}[n] == 0
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		n := int64(1)<<32 + 1
		a := []int{1, 2, 3}
		_ = a[n:]
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		n := uint(math.MaxUint)
		_ = make([]byte, n)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		n := 1 << 30
		_ = make(chan [4]int, n)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var z int64
		fmt.Println(i64 / z)
	}()
	for i := range uint64(2) {
		fmt.Printf("%T %d;", i, i)
	}
	var arr [3]int64
	for i := range arr {
		arr[i] = int64(i) << 35
	}
	fmt.Println(arr, arr == [3]int64{0, 1 << 35, 1 << 36})
}
