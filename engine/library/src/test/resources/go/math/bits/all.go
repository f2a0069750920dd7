package main

import (
	"fmt"
	"math/bits"
)

func caught(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	for _, x := range []uint64{0, 1, 2, 3, 0x80, 0xFF, 0x100, 0x8000, 0xFFFF, 0x80000000, 0xFFFFFFFF, 1 << 32, 1 << 63, 1<<64 - 1, 0x0123456789ABCDEF} {
		a, b, c := uint8(x), uint16(x), uint32(x)
		fmt.Println(bits.LeadingZeros(uint(x)), bits.LeadingZeros8(a), bits.LeadingZeros16(b), bits.LeadingZeros32(c), bits.LeadingZeros64(x))
		fmt.Println(bits.TrailingZeros(uint(x)), bits.TrailingZeros8(a), bits.TrailingZeros16(b), bits.TrailingZeros32(c), bits.TrailingZeros64(x))
		fmt.Println(bits.OnesCount(uint(x)), bits.OnesCount8(a), bits.OnesCount16(b), bits.OnesCount32(c), bits.OnesCount64(x))
		fmt.Println(bits.Len(uint(x)), bits.Len8(a), bits.Len16(b), bits.Len32(c), bits.Len64(x))
		fmt.Println(bits.Reverse(uint(x)), bits.Reverse8(a), bits.Reverse16(b), bits.Reverse32(c), bits.Reverse64(x))
		fmt.Println(bits.ReverseBytes(uint(x)), bits.ReverseBytes16(b), bits.ReverseBytes32(c), bits.ReverseBytes64(x))
		for _, k := range []int{0, 1, 5, -3, 70} {
			fmt.Print(bits.RotateLeft(uint(x), k), bits.RotateLeft8(a, k), bits.RotateLeft16(b, k), bits.RotateLeft32(c, k), bits.RotateLeft64(x, k), " ")
		}
		fmt.Println()
		for _, y := range []uint64{1, 3, 0xFFFFFFFF, 1<<64 - 1, 1 << 40} {
			d := uint32(y)
			s, co := bits.Add64(x, y, 1)
			s1, co1 := bits.Add(uint(x), uint(y), 0)
			s2, co2 := bits.Add32(c, d, 1)
			f, bo := bits.Sub64(x, y, 1)
			f1, bo1 := bits.Sub(uint(x), uint(y), 0)
			f2, bo2 := bits.Sub32(c, d, 1)
			fmt.Println(s, co, s1, co1, s2, co2, f, bo, f1, bo1, f2, bo2)
			h, l := bits.Mul64(x, y)
			h1, l1 := bits.Mul(uint(x), uint(y))
			h2, l2 := bits.Mul32(c, d)
			fmt.Println(h, l, h1, l1, h2, l2)
			q, r := bits.Div64(x%y, ^x, y)
			q1, r1 := bits.Div(uint(x%y), uint(^x), uint(y))
			fmt.Println(q, r, q1, r1, bits.Rem64(x, ^x, y), bits.Rem(uint(x), uint(x), uint(y)))
			if d != 0 {
				q2, r2 := bits.Div32(c%d, ^c, d)
				fmt.Println(q2, r2, bits.Rem32(c, ^c, d))
			}
		}
	}
	caught(func() { bits.Div64(1, 0, 0) })
	caught(func() { bits.Div64(1, 0, 1) })
	caught(func() { bits.Div32(1, 0, 0) })
	caught(func() { bits.Div(1, 0, 1) })
	caught(func() { bits.Rem64(1, 0, 0) })
	fmt.Println(bits.UintSize)
}
