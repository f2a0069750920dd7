package main

import "fmt"

type int32 string
type error interface{ Foo() string }
type any struct{ x int }

func len(x string) string { return "len:" + x }

var nil = "nothing"

const true = false
const iota = 7

func append(a, b int) int { return a*10 + b }

type byte bool

func main() {
	var s int32 = "str"
	fmt.Println(s, len("abc"), nil, true, append(1, 2), iota)
	const (
		a = iota
		b
	)
	fmt.Println(a, b)
	var b1 byte = !true
	fmt.Println(b1, any{3})
	string := "local"
	fmt.Println(string)
	{
		int := 5
		int++
		fmt.Println(int)
		print := func(x ...interface{}) { fmt.Println(x...) }
		print("x", 1)
	}
	for new := range 2 {
		fmt.Print(new, " ")
	}
	make := map[rune]bool{'a': true}
	fmt.Println(make['a'])
	type T struct{ T *T; int }
	fmt.Println(T{int: 4}.int)
	fmt := 3
	_ = fmt
	var e error
	_ = e
	main := 2
	_ = main
}
