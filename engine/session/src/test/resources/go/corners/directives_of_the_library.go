package main

import "fmt"

// Directives that mean something in the engine's own library are comments elsewhere.

//gorrery:kinds foo
func unknown() { fmt.Println("called") }

//gorrery:kinds map
func waits() { fmt.Println("called too") }

//gorrery:format
func show(format string, a ...any) { fmt.Printf(format, a...) }

//gorrery:unprinted
func held() any { return [2]struct{ a []int }{{nil}, {[]int{1}}} }

//gorrery:intrinsic
func Sqrt(x float64) float64 { return -x }

func main() {
	unknown()
	waits()
	show("%x %q\n", []string{"a"}, 'x')
	fmt.Println(held(), Sqrt(4))
}
