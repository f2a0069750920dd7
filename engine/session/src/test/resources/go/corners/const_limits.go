package main

import (
	"fmt"
	"math"
)

const (
	big   = 1 << 500
	small = 1.0 / big
	third = 1.0 / 3
	huge  = 1e1000 / 1e999
	mask  = ^uint64(0)
	neg   = -1 << 63
	c     = 2 + 3i
	r     = 'a' + 1.0
	mix   = 5 / 2 * 2.0
	mix2  = 5 / 2.0 * 2
	sh    = 1.0 << 3
	str   = "a" + "b"
	cmp   = "a" < "b"
	im    = imag(c * c)
	div   = -7 / 2
	mod   = -7 % 3
	not   = ^5
	andn  = 0b1100 &^ 0b0100
)

const (
	i0 = iota
	_
	i2
	i3, j3 = iota, iota * 10
	i4, j4
	s0     = "s"
	s1
	f0 float32 = iota / 2.0
	f1
)

const (
	KB = 1 << (10 * (iota + 1))
	MB
	GB
)

func main() {
	fmt.Println(big>>498, small*big, third*3 == 1, huge, mask, neg)
	fmt.Println(c, c*c, r, mix, mix2, sh, str, cmp, im, div, mod, not, andn)
	fmt.Printf("%T %T %T %T %T\n", c, r, mix, sh, im)
	fmt.Println(i0, i2, i3, j3, i4, j4, s0, s1, f0, f1, KB, MB, GB)
	fmt.Println(math.MaxInt64, uint64(math.MaxUint64), math.MinInt64, float32(math.MaxFloat32), math.SmallestNonzeroFloat64)
	var f32 float32 = 16777217
	var f64 float64 = 9007199254740993
	fmt.Println(f32 == 16777216, f64 == 9007199254740992)
	const e = 2.71828182845904523536028747135266249775724709369995957496696763
	fmt.Println(float32(e), e)
	fmt.Println(0x1p-2, 0x1.8p1, 0X_1FFFP-16, 0b101, 0o17, 017, 1_000_000, 0x_ff, 0i, 0x1p4i, 017i, 1e3i)
	var x uint8 = 255
	x++
	var y int8 = -128
	fmt.Println(x, -y, y/-1, y*y, ^y)
	fmt.Println(len([big >> 498]int{}), len("é"), len([...]string{5: "x"}))
	const a, b = 1 << 62, "x"
	fmt.Println(a*2-1+a*2 == math.MaxUint64, b)
	fmt.Println(math.Pi*1e300*1e-300 == math.Pi, float64(1<<53+1) == 1<<53)
	var u = 1.0<<3 != 8.0
	fmt.Println(u)
	fmt.Println('\'', '\x41', '\u00e9', '\U0001F600', '\377', "\a\b\f\v\\\"\x00"+`\n`)
}
