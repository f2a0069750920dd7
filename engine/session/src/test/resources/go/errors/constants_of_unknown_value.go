package main

type my int8

const (
	ti0 int8 = 200
	ti1 = ti0 + 1
	ti2 int64 = ti0
	ti3 = my(300)
	ti4 = ti3 + ti0
	ti5 int = 1 << 100
	ti6 = ti5 + "a"
	ti7 string = ti5
	ti8 = -ti0
	ti9 = ti0 * 2
	ti10 uint8 = 255 + 1
	ti11 = ti10 << 2
	ti12 = ti10 == ti3
	ti13 = int8(1) / 0 + ti10
	f0 float32 = 1e100
	f1 = f0 + ti0
	f2 int = 1.5
	f3 = f2 + f0
	s0 string = 1
	s1 = s0 + 1
	s2 = s0 + 'a' + f0
	u0 uint = -1
	u1 = u0 - 1
	u2 = ^u0 + ti0
)

var v0 int8 = ti0 + 1
var v1 string = ti5
var v2 = ti0 + v1
var v3 = ti3 + v0

func main() {
	const a uint8 = 256
	var b int = a
	_ = b + a
	x := a + 1
	x = ti0
	var y uint8 = x << a
	_ = y
	const big = 1 << 64
	println(big, a, ti3)
	_ = []int{a: 1}
	_ = [a]int{}
	switch x { case a, ti0: }
	_ = int8(127) + 1 + b
	_ = int8(127) * 2 + b
	_ = uint8(1) - 2 == b
	_ = -uint8(1) + b
	_ = ^uint8(1) + b
	const c = len("abc") - 4
	_ = [c]int{}
	const h int16 = 1 << 15 - 1 + 1
	_ = h + b
	_ = h << 1 + b
}
