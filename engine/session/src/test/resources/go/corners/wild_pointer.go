package main

import (
	"fmt"
	"unsafe"
)

var x uintptr = 0xdead0000

func main() {
	defer func() { fmt.Println(recover()) }()
	p := (*int)(unsafe.Pointer(x))
	fmt.Println(*p)
}
