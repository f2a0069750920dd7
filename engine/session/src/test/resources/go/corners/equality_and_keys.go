package main

import (
	"fmt"
	"math"
)

type T struct {
	a int
	_ int
	b string
	_ [2]byte
}
type U struct {
	_ int
	f float64
	i any
}

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	f()
}

type fn struct{ f func() }
type ar [2]any

func main() {
	fmt.Println(T{a: 1, b: "x"} == T{a: 1, b: "x"}, T{a: 1} == T{a: 2})
	u := U{f: math.NaN()}
	fmt.Println(u == u, U{f: 0} == U{f: math.Copysign(0, -1)})
	m := map[U]int{{f: 0}: 1}
	m[U{f: math.Copysign(0, -1)}]++
	m[U{f: math.NaN()}] = 1
	m[U{f: math.NaN()}] = 1
	fmt.Println(len(m), m[U{}])
	try(func() { fmt.Println(U{i: []int{}} == U{i: []int{}}) })
	try(func() { fmt.Println(U{f: 1, i: []int{}} == U{f: 2, i: []int{}}) })
	try(func() { fmt.Println(ar{1, []int{}} == ar{2, []int{}}) })
	try(func() { fmt.Println(ar{[]int{}, 1} == ar{[]int{}, 2}) })
	try(func() { fmt.Println(any(fn{}) == any(fn{})) })
	try(func() { fmt.Println(any(fn{}) == any(1)) })
	try(func() { m := map[any]int{}; m[fn{}] = 1 })
	try(func() { m := map[any]int{}; _ = m[[]int{1}] })
	try(func() { m := map[any]int{}; delete(m, any(map[int]int{})) })
	try(func() { m := map[[2]any]int{}; m[[2]any{1, func() {}}]++ })
	try(func() { var m map[any]int; _ = m[[]int{1}] })
	try(func() { var m map[any]int; delete(m, any([]int{})) })
	try(func() { var m map[string]int; m["a"]++ })
	k := map[[2]any]string{{1, "a"}: "x", {int8(1), "a"}: "y", {nil, 2.5}: "z"}
	fmt.Println(k[[2]any{1, "a"}], k[[2]any{int8(1), "a"}], k[[2]any{nil, 2.5}], k[[2]any{int16(1), "a"}] == "")
	ch := make(chan int)
	var c1 <-chan int = ch
	var c2 chan<- int = ch
	fmt.Println(c1 == ch, c2 == ch, any(c1) == any(ch))
	p, q := &struct{}{}, &struct{}{}
	_, _ = p, q
	var e1, e2 error
	fmt.Println(e1 == e2, e1 == nil, any(e1) == nil, any((*int)(nil)) == nil)
	clear(m)
	fmt.Println(len(m))
	type Z struct{}
	fmt.Println(Z{} == Z{}, [3]Z{} == [3]Z{}, any(Z{}) == any(Z{}))
	var i8 any = int8(5)
	fmt.Println(i8 == int8(5), i8 == 5)
}
