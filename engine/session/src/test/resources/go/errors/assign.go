package main

import (
	"fmt"
	"os"
	m "math"
)

type T struct{ a, b int }
type I interface{ M(); N(int) string }
type P struct{}

func (p *P) M()              {}
func (p *P) N(int) string    { return "" }

type Q struct{}

func (Q) M()          {}
func (Q) N(x string) string { return "" }

func two() (int, string) { return 1, "" }
func none()              {}

func main() {
	var i I = P{}
	i = Q{}
	i = T{}
	var x int = "s"
	var y string = 5
	y = 'a'
	x, y = two(), 1
	x, y := two()
	x = none()
	a, b, c := two()
	var d, e int = 1
	var f, g = 1, 2, 3
	x = nil
	var h = nil
	var p *int = 0
	p = &x + 1
	p++
	y++
	x += "a"
	x <<= 1.5
	x <<= -1
	x = 5 % 2.0
	x = 5.5 % 2
	m.Pi = 3
	m.Sqrt(2) = 1
	5 = x
	"a"[0] = 'b'
	y[0] = 'c'
	two() = 1, 2
	T{}.a = 5
	map[string]T{}["x"].a = 1
	fmt.Println = nil
	_ = _
	x = _
	const k = x
	const l int8 = 300
	k = 5
	if x := 5; x {
	}
	if x = 5; x == 5 {
	}
	for x {
	}
	switch x {
	case "a", 1, 1, 2.5:
	case nil:
	}
	switch i.(type) {
	case int:
	case P:
	case *P, *P:
	case I, nil, nil:
	}
	switch z := i.(type) {
	}
	switch x.(type) {
	}
	_ = x.(int)
	_ = i.(T)
	goto L
	var after int
L:
	after++
	for {
		break M
		continue L
	}
	return 1
}

func res() (a int, err error) {
	{
		err := 1
		return
	}
	if true {
		return 1
	}
	return 1, nil, 2
}
func miss() int {
	for {
		break
	}
}
func miss2(x int) int {
	switch x {
	case 1:
		return 1
	default:
		panic(1)
	}
}
func miss3(x int) int {
	if x > 0 {
		return 1
	} else if x < 0 {
		return 2
	}
}
