package main

import "math"

type F float32

func main() {
	for _, f := range []float64{0, 1, -1, 0.1, 1.0 / 3, 1e100, -1e-100, math.MaxFloat64, math.SmallestNonzeroFloat64, math.Inf(1), math.Inf(-1), math.NaN(), 123456789, 1e6, 12345678.9, math.Copysign(0, -1), 9.9999995e5, 9.9999999e20} {
		println(f, float32(f), F(f))
	}
	println(complex(1, -2), complex64(complex(0.5, math.Inf(1))))
	println(int8(-5), uint64(math.MaxUint64), 'a', true, "s", nil == nil2, uintptr(10))
	println()
	print("a", 1, true, 2.5, "\n")
	var e error
	var p *int
	var m map[int]int
	var s []int
	var f func()
	var c chan int
	println(e, p, m, s, f, c)
	println(math.MaxInt64, -1<<63, 1<<62, 1.0, 'x', 1e3, 2i, "c"+"d")
}

var nil2 *int
