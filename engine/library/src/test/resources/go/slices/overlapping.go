package main

import (
	"fmt"
	"slices"
)

func main() {
	b := []byte{1, 2}
	for i := 0; i < 100000; i++ {
		b = slices.Insert(b, len(b)-1, 0)
	}
	fmt.Println(len(b), b[0], b[len(b)-1])
	s := make([]int, 5, 20)
	for i := range s {
		s[i] = i
	}
	fmt.Println(slices.Insert(s, 2, s[1:4]...))
	fmt.Println(slices.Replace(s[:5:20], 1, 2, s[3:5]...))
	e := make([]struct{}, 3, 10)
	fmt.Println(len(slices.Insert(e, 1, e...)))
	t := make([]int, 3, 12)
	u := t[:12][5:9]
	for i := range u {
		u[i] = 50 + i
	}
	fmt.Println(slices.Insert(t, 1, u...))
}
