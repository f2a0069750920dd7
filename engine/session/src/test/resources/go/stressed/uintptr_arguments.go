// What a pointer converted in an argument points to stays alive during the call, where the function's declaration asks for it.
package main

import (
	"fmt"
	"runtime"
	"unsafe"
)

func fresh(name string) unsafe.Pointer {
	p := new([4]string)
	p[0] = name
	runtime.SetFinalizer(p, func(p *[4]string) { p[0] = "dead" })
	return unsafe.Pointer(p)
}

func name(p uintptr) string { return (*[4]string)(unsafe.Pointer(p))[0] }

type file struct{ number int }

//go:noinline
//go:uintptrescapes
func call(where string, p uintptr, rest ...uintptr) int {
	for range 3 {
		runtime.GC()
	}
	text := name(p)
	for _, r := range rest {
		text += " " + name(r)
	}
	fmt.Println(where, text)
	return len(text)
}

//go:noinline
//go:uintptrescapes
func (f *file) control(p uintptr) {
	runtime.GC()
	runtime.GC()
	fmt.Println(f.number, name(p))
}

func main() {
	n := call("called:", uintptr(fresh("a")), (uintptr)(fresh("b")), uintptr(fresh("c")))
	fmt.Println(n + call("in a sum:", uintptr(fresh("d"))))
	for i := range 2 {
		defer call(fmt.Sprint("deferred ", i, ":"), uintptr(fresh("e")), uintptr(fresh("f")))
	}
	f := &file{3}
	f.control(uintptr(fresh("g")))
	defer f.control(uintptr(fresh("h")))
	done := make(chan bool)
	go func() {
		defer close(done)
		defer call("deferred there:", uintptr(fresh("i")))
	}()
	<-done
}
