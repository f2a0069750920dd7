package main

import "versions/newer"

func main() {
	println("module", loop(), old(), older(), newer.Loop())
}

func loop() int {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { return i })
	}
	for _, x := range []int{5, 6} {
		fs = append(fs, func() int { return x })
	}
	n := 0
	for _, f := range fs {
		n = n*10 + f()
	}
	return n
}
