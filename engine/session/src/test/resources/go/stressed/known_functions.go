// Func values that are known where they are handed on: functions that call them in loops, themselves or further down.
package main

import (
	"fmt"
	"runtime"
	"slices"
	"sort"
	"strings"
)

type tree struct {
	left, right *tree
	key         int
}

func (t *tree) walk(f func(int) bool) bool {
	return t == nil || t.left.walk(f) && f(t.key) && t.right.walk(f)
}

func each(s []int, f func(int) int) (sum int) {
	for _, x := range s {
		sum += f(x)
	}
	return
}

func twice(s []int, f func(int) int) int { return each(s, f) + each(s, f) }

func where() string {
	var pcs [10]uintptr
	n := runtime.Callers(2, pcs[:])
	frames := runtime.CallersFrames(pcs[:n])
	var b strings.Builder
	for {
		f, more := frames.Next()
		if strings.HasPrefix(f.Function, "main.") {
			fmt.Fprintf(&b, "%s:%d ", f.Function, f.Line)
		}
		if !more {
			return b.String()
		}
	}
}

func repeat(n int, f func()) {
	for range n {
		f()
	}
}

func either(n int, f func(int) int) int {
	if n > 3 {
		f = func(x int) int { return -x }
	}
	sum := 0
	for i := range n {
		sum += f(i)
	}
	return sum
}

func deferred(s []int, f func(int) int) (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	for _, x := range s {
		n += f(x)
	}
	return
}

func both(a, b func(int) int, n int) (s int) {
	for i := range n {
		s += a(i) * b(i)
	}
	return
}

func maker(k int) func(int) int { return func(x int) int { return x * k } }

func main() {
	s := []int{5, 3, 9, 1, 7}
	n := 10
	fmt.Println(each(s, func(x int) int { return x * n }), twice(s, func(x int) int { n++; return x + n }), n)
	slices.SortFunc(s, func(a, b int) int { return b - a })
	fmt.Println(s)
	sort.Slice(s, func(i, j int) bool { return s[i] < s[j] })
	fmt.Println(s)
	repeat(1, func() { fmt.Println(where()) })
	t := &tree{&tree{nil, nil, 1}, &tree{nil, nil, 3}, 2}
	sum := 0
	t.walk(func(k int) bool { sum = sum*10 + k; return k < 3 })
	fmt.Println(sum, either(3, func(x int) int { return x }), either(5, func(x int) int { return x }))
	fmt.Println(deferred(s, func(x int) int { return 100 / (x - 7) }))
	fmt.Println(both(func(x int) int { return x + 1 }, maker(3), 4), both(maker(2), func(x int) int { return x }, 4))
	add := func(a, b int) int { return a + b + n }
	acc := 0
	for i := range 5 {
		acc = add(acc, i)
	}
	fmt.Println(acc, strings.Map(func(r rune) rune { return r + 1 }, "HAL"), slices.IndexFunc(s, func(x int) bool { return x == 7 }))
	var nilf func(int) int
	_, err := deferred(s, nilf)
	fmt.Println(err)
	boxes := []*box{{4}, {2}, {8}}
	offset := &box{100}
	total := 0
	for _, b := range kept(boxes, func(b *box) *box { return &box{b.n + offset.n} }) {
		total += b.n
	}
	fmt.Println(total)
	defer func() { fmt.Println(recover()) }()
	slices.SortFunc(s, func(a, b int) int {
		if a == 3 || b == 3 {
			panic("three")
		}
		return a - b
	})
}

type box struct{ n int }

func kept(s []*box, f func(*box) *box) (out []*box) {
	for _, b := range s {
		out = append(out, f(b))
	}
	return
}
