package main

import (
	"fmt"
	"runtime"
	"syscall"
)

func main() {
	page := syscall.Getpagesize()
	b, err := syscall.Mmap(-1, 0, 3*page+1, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	fmt.Println(len(b) == 3*page+1, len(b) == cap(b), err)
	sum := 0
	for i := range b {
		sum += int(b[i])
		b[i] = byte(i)
	}
	fmt.Println(sum)
	runtime.GC()
	for i := range b {
		if b[i] != byte(i) {
			fmt.Println("changed at", i)
			break
		}
	}
	fmt.Println(syscall.Mprotect(b, syscall.PROT_READ))
	fmt.Println(syscall.Mprotect(b[1:], syscall.PROT_READ))
	fmt.Println(syscall.Munmap(b))
	_, err = syscall.Mmap(-1, 0, 0, syscall.PROT_READ, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	fmt.Println(err)
	_, err = syscall.Mmap(-1, 0, page, syscall.PROT_READ, syscall.MAP_ANON)
	fmt.Println(err)
}
