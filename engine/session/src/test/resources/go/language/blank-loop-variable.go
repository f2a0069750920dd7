package main

import "fmt"

func two(i int) (int, string) { return i + 1, "x" }

func main() {
	var fs []func() int
	for i, _ := two(0); i < 3; i, _ = two(i) {
		fs = append(fs, func() int { return i })
	}
	for _, f := range fs {
		fmt.Print(f(), "\n")
	}
}
