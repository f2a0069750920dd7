package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"syscall"
	"unsafe"
)

type addr interface{ Addr() uintptr }

func try(name string, f func()) {
	defer func() {
		r := recover()
		if e, ok := r.(runtime.Error); ok {
			_, has := r.(addr)
			fmt.Printf("%s: %v %v\n", name, e, has)
			return
		}
		fmt.Println(name, r)
	}()
	f()
	fmt.Println(name, "fine")
}

var sink byte

func main() {
	page := syscall.Getpagesize()
	b, err := syscall.Mmap(-1, 0, 4*page, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		panic(err)
	}
	for i := range b {
		b[i] = byte(i)
	}
	old := debug.SetPanicOnFault(true)
	fmt.Println(old)
	try("open", func() { sink = b[page] })
	fmt.Println(syscall.Mprotect(b[page:2*page], syscall.PROT_NONE))
	try("read none", func() { sink = b[page] })
	try("write none", func() { b[page] = 1 })
	try("read before", func() { sink = b[page-1] })
	try("read behind", func() { sink = b[2*page] })
	fmt.Println(syscall.Mprotect(b[page:2*page], syscall.PROT_READ))
	try("read read", func() { sink = b[page+3]; fmt.Println(sink) })
	try("write read", func() { b[page+3]++ })
	try("copy", func() { copy(b, make([]byte, 4*page)) })
	fmt.Println(b[page], b[page+1])
	fmt.Println(syscall.Mprotect(b[page:2*page], syscall.PROT_READ|syscall.PROT_WRITE))
	try("write open", func() { b[page+3]++; fmt.Println(b[page+3]) })
	try("up to the fault", func() {
		syscall.Mprotect(b[2*page:], syscall.PROT_NONE)
		n := 0
		defer func() { fmt.Println("n", n) }()
		for i := page; i < 3*page; i++ {
			b[i] = 7
			n++
		}
	})
	c := make(chan bool)
	go func() {
		c <- debug.SetPanicOnFault(false)
	}()
	fmt.Println(<-c)
	_ = syscall.Mprotect(b, syscall.PROT_READ|syscall.PROT_WRITE)
	fmt.Println(syscall.Munmap(b))
	try("gone", func() { sink = b[5] })
	m, err := syscall.Mmap(-1, 0, page, syscall.PROT_READ, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	try("read-only", func() { sink = m[1]; m[1] = 2 })
	try("words", func() {
		syscall.Mprotect(m, syscall.PROT_READ|syscall.PROT_WRITE)
		p := (*struct {
			a, b int
			next *int
			text string
		})(unsafe.Pointer(&m[64]))
		p.b = 7
		p.text = "text"
		syscall.Mprotect(m, syscall.PROT_READ)
		fmt.Println(p.a, p.b, p.text, p.next)
		p.text = ""
	})
	debug.SetPanicOnFault(false)
	try("at last", func() { m[1] = 2 })
}
