//go:build go1.22

package main

func old() int {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { return i })
	}
	n := 0
	for _, f := range fs {
		n = n*10 + f()
	}
	return n
}
