package main

import "fmt"

func main() {
	a := make([]int, 3, 10)
	b := append(a, 1)
	c := append(a, 2)
	fmt.Println(b, c, len(a), cap(c))
	d := append(a[:1:1], 9)
	fmt.Println(a, d)
	s := []int{1, 2, 3, 4, 5}
	copy(s[1:], s)
	fmt.Println(s)
	s = []int{1, 2, 3, 4, 5}
	copy(s, s[2:])
	fmt.Println(s, copy(s, []int{}), copy(s[:2], []int{7, 8, 9}))
	s = append(s[:1], s[2:]...)
	fmt.Println(s, s[:5])
	s = append(s, s...)
	fmt.Println(s)
	var n []int
	n = append(n, n...)
	fmt.Println(n == nil, append([]int{}, n...) == nil, append([]byte(nil), ""...) == nil)
	x := [5]int{0, 1, 2, 3, 4}
	y := x[1:3:4]
	y = append(y, 10)
	y = append(y, 11)
	y[0] = 100
	fmt.Println(x, y)
	z := x
	px := &x
	px[4] = 44
	for i, v := range x {
		x[4] = 99
		if i == 4 {
			fmt.Println(v)
		}
	}
	for i, v := range &x {
		x[4] = 77
		if i == 4 {
			fmt.Println(v)
		}
	}
	for i, v := range px[:] {
		px[4]++
		if i == 4 {
			fmt.Println(v)
		}
	}
	fmt.Println(z == [5]int{0, 1, 2, 10, 4}, len(px), cap(px[2:]))
	aa := [2][2]int{{1, 2}, {3, 4}}
	bb := aa
	bb[0][0] = 9
	r := &aa[1]
	aa[1] = [2]int{7, 7}
	fmt.Println(aa, bb, *r)
	t := []int{1, 2, 3}
	for i := range t {
		t = append(t, i)
	}
	for i, v := range t {
		t[len(t)-1-i] = v * 10
	}
	fmt.Println(t)
	e := make([]struct{}, 5)
	e = append(e, struct{}{})
	fmt.Println(len(e), len(e[2:4]))
	clear(t[1:3])
	fmt.Println(t, min(3, 1, 2), max(2.5, 1), min("b", "a"))
	q := []string{"a", "b"}
	q, q[0] = nil, "z"
	fmt.Println(q)
	defer func() {
		fmt.Println(recover())
		defer func() { fmt.Println(recover()) }()
		i, j := 3, 2
		_ = t[i:j]
	}()
	k := 20
	_ = t[:k:k]
}
