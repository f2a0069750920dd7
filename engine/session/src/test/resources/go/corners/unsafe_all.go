package main

import (
	"fmt"
	"unsafe"
)

type S struct {
	a bool
	b int64
	c uint16
	d string
	e [3]byte
	f struct{}
}

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, r)
		}
	}()
	f()
	fmt.Println(name, "fine")
}

func main() {
	var s S
	const size = unsafe.Sizeof(S{})
	fmt.Println(size, unsafe.Alignof(s), unsafe.Offsetof(s.c), unsafe.Offsetof(s.d), unsafe.Offsetof(s.f), unsafe.Alignof(s.e))
	fmt.Println(unsafe.Sizeof(""), unsafe.Sizeof([]int{}), unsafe.Sizeof(any(1)), unsafe.Sizeof(1i), unsafe.Sizeof(map[int]int{}), unsafe.Sizeof([0]int{}))
	a := [4]int32{1, 2, 3, 4}
	p := unsafe.Pointer(&a[0])
	fmt.Println(*(*int32)(unsafe.Add(p, 8)), *(*int32)(unsafe.Pointer(uintptr(p) + 4)))
	fmt.Println(unsafe.Slice(&a[1], 2), cap(unsafe.Slice(&a[0], 4)), unsafe.Slice((*int)(nil), 0) == nil)
	b := []byte("hello")
	str := unsafe.String(&b[0], 3)
	b[0] = 'j'
	fmt.Println(str, *unsafe.StringData("xyz"), *unsafe.SliceData(a[2:]))
	neg := -1
	try("slice neg", func() { _ = unsafe.Slice(&a[0], neg) })
	try("slice nil", func() { _ = unsafe.Slice((*int)(nil), neg+2) })
	try("slice big", func() { _ = unsafe.Slice(&a[0], 1<<62) })
	try("string neg", func() { _ = unsafe.String(&b[0], neg) })
	try("string nil", func() { _ = unsafe.String(nil, neg+2) })
	u := uint64(1 << 63)
	try("slice u", func() { _ = unsafe.Slice(&a[0], u) })
	f := 1.5
	fmt.Printf("%x\n", *(*uint64)(unsafe.Pointer(&f)))
	sl := make([]int, 2, 5)
	h := (*[3]int)(unsafe.Pointer(&sl))
	fmt.Println(h[1], h[2])
	try("conv", func() { _ = [3]int(sl) })
	try("conv ptr", func() { _ = (*[3]int)(sl) })
	try("conv ok", func() { x := (*[2]int)(sl); x[1] = 9; fmt.Println(sl, [2]int(sl), [0]int(sl)) })
	var ns []int
	fmt.Println((*[0]int)(ns) == nil, (*[0]int)([]int{}) == nil)
	type T struct {
		S
		x int32
	}
	fmt.Println(unsafe.Offsetof(T{}.x), unsafe.Offsetof(T{}.b), unsafe.Sizeof(T{}))
}
