// Slices of many shapes, sorted: order, nothing lost, and the results as numbers, for elements of one word and of two.
package main

import (
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"
)

func fill(kind, n int, x *uint32) []int {
	s := make([]int, n)
	for i := range s {
		*x = *x*1664525 + 1013904223
		r := int(*x >> 8)
		switch kind {
		case 0:
			s[i] = r
		case 1:
			s[i] = r % 3
		case 2:
			s[i] = 7
		case 3:
			s[i] = i % 17
		case 4:
			s[i] = n - i + r%3
		case 5:
			s[i] = i ^ r&1
		case 6:
			s[i] = r % (n/2 + 1)
		case 7:
			s[i] = min(i, n-i)
		}
	}
	return s
}

func check[E any](name string, s []E, less func(a, b E) bool) {
	for i := 1; i < len(s); i++ {
		if less(s[i], s[i-1]) {
			fmt.Println("not sorted", name, len(s), i)
			return
		}
	}
}

func main() {
	x := uint32(1)
	h := uint64(1)
	for kind := 0; kind < 8; kind++ {
		for _, n := range []int{0, 1, 2, 5, 12, 13, 14, 20, 50, 51, 100, 999, 5000, 100000} {
			s := fill(kind, n, &x)
			sum := 0
			for _, v := range s {
				sum += v * v
			}
			f := make([]float64, n)
			b := make([]int8, n)
			t := make([]string, n)
			for i, v := range s {
				f[i] = float64(v)
				if v%11 == 5 {
					f[i] = math.NaN()
				} else if v%7 == 3 {
					f[i] = math.Inf(v&2 - 1)
				}
				b[i] = int8(v)
				t[i] = strings.Repeat("a", v%5) + fmt.Sprint(v)
			}
			sort.Ints(s)
			slices.Sort(f)
			slices.Sort(b)
			slices.Sort(t)
			check("int", s, func(a, b int) bool { return a < b })
			check("float", f, func(a, b float64) bool { return a < b || a != a && b == b })
			check("int8", b, func(a, b int8) bool { return a < b })
			check("string", t, func(a, b string) bool { return a < b })
			for _, v := range s {
				sum -= v * v
				h = h*31 + uint64(v)
			}
			for _, v := range f {
				h = h*31 + math.Float64bits(v)
			}
			for _, v := range b {
				h = h*31 + uint64(v)
			}
			for _, v := range t {
				for _, c := range v {
					h = h*31 + uint64(c)
				}
			}
			if sum != 0 {
				fmt.Println("lost", kind, n)
			}
		}
		fmt.Println(kind, h)
	}
}
