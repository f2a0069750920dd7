package main

import "fmt"

type B struct {
	a int
	_ int
	b string
	_ func2
}
type func2 [0]int
type P struct{ x float64; y any }

func try(f func() bool) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	fmt.Println(f())
}

func main() {
	var x, y B
	x.a, y.a = 1, 1
	fmt.Println(x == y)
	y.b = "z"
	fmt.Println(x == y)
	m := map[B]int{x: 1, y: 2}
	fmt.Println(m[x], m[y], m[B{a: 1}])
	nan := 0.0
	nan = nan / nan
	fmt.Println(P{nan, 1} == P{nan, 1}, P{0, 1} == P{-nan * 0, 1})
	zero := 0.0
	fmt.Println(P{zero, nil} == P{-zero, nil})
	try(func() bool { return P{1, []int{}} == P{1, []int{}} })
	try(func() bool { return P{1, []int{}} == P{2, []int{}} })
	try(func() bool { return any([]int{}) == any(map[int]int{}) })
	try(func() bool { return any([1]any{func() {}}) == any([1]any{func() {}}) })
	try(func() bool { return [2]any{1, []int{}} == [2]any{2, []int{}} })
	try(func() bool { return map[any]int{}[struct{ f any }{[]int{}}] == 0 })
	try(func() bool { m := map[any]int{}; m[func() {}] = 1; return true })
	try(func() bool { var e1, e2 error; return e1 == e2 })
	try(func() bool { var p *int; return any(p) == nil })
	try(func() bool { var i any = 1; return i == 1 && i != 1.0 && i != int64(1) })
	try(func() bool { type T struct{}; a, b := any(T{}), any(struct{}{}); return a == b })
	try(func() bool { c := make(chan int); var d <-chan int = c; return d == c })
	arr := [3]struct{ a, b int8 }{{1, 2}}
	brr := arr
	brr[2].b = 1
	fmt.Println(arr == brr, arr != brr, arr == [3]struct{ a, b int8 }{0: {1, 2}})
	mm := map[float64]int{nan: 1}
	mm[nan] = 2
	mm[zero] = 3
	mm[-zero] = 4
	fmt.Println(len(mm), mm[nan], mm[0])
	clear(mm)
	fmt.Println(len(mm))
	mc := map[complex128]int{complex(1, nan): 1}
	mc[complex(1, nan)]++
	fmt.Println(len(mc))
	mi := map[any]string{1: "int", int8(1): "int8", "1": "string", 1.0: "float", [1]int{1}: "arr", struct{}{}: "st", nil: "nil", 'a': "rune"}
	fmt.Println(mi[1], mi[int8(1)], mi["1"], mi[1.0], mi[[1]int{1}], mi[struct{}{}], mi[nil], mi[int32(97)], len(mi))
}
