package main

import (
	"fmt"
	"runtime"
)

func main() {
	defer fmt.Println("no deferred call runs")
	fmt.Println("before")
	runtime.Breakpoint()
	fmt.Println("not reached")
}
