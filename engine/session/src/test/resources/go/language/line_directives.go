package main

import (
	"fmt"
	"path/filepath"
	"runtime"
)

func where() string {
	_, file, line, _ := runtime.Caller(1)
	return fmt.Sprintf("%s:%d", filepath.Base(file), line)
}

type chain struct{}

func (c chain) add(s string) chain { fmt.Println(s); return c }

func main() {
	fmt.Println(where())
//line other.go:100
	fmt.Println(where())
	fmt.Println(where())
	/*line third.go:7*/ fmt.Println(where()); fmt.Println(where())
	chain{}.
		add(where()).
		add(where())
	for i := 0; i < 8; i++ {
		pc, _, _, ok := runtime.Caller(i)
		if !ok {
			fmt.Println("end at", i)
			break
		}
		fmt.Println(runtime.FuncForPC(pc).Name())
	}
	defer func() {
		recover()
		pc, _, line, _ := runtime.Caller(1)
		fmt.Println(runtime.FuncForPC(pc).Name(), line > 0)
		_, file, line, _ := runtime.Caller(2)
		fmt.Println(filepath.Base(file), line)
	}()
	panic("x")
}
