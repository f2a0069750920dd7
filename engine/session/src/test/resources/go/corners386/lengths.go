package main

import (
	"fmt"
	"math"
	"runtime"
)

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	n := uint(math.MaxUint)
	try(func() { _ = make([]byte, n) })
	try(func() { _ = make([]struct{}, n) })
	try(func() { _ = make([]byte, 0, n) })
	m := math.MaxInt
	s := make([]struct{}, m)
	try(func() { s = append(s, struct{}{}) })
	try(func() { s = append(s[:m-1], struct{}{}); fmt.Println(len(s)) })
	try(func() { s = append(s, s...) })
	for i := 0; ; i++ {
		pc, _, _, ok := runtime.Caller(i)
		if !ok {
			fmt.Println(i)
			break
		}
		fmt.Println(runtime.FuncForPC(pc).Name())
	}
	println(float32(0.1), 5e-324)
}
