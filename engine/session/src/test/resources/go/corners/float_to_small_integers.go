package main

import "math"

type small interface{ int8 | int16 | uint8 | uint16 }

//go:noinline
func to[T small](f float64) T { return T(f) }

//go:noinline
func from32[T small](f float32) T { return T(f) }

func main() {
	for _, f := range []float64{1, -1, 300.7, -300.7, 70000, -70000, 2147483647, 2147483648, -2147483648, -2147483649, 3e9, -3e9, 1e10, -1e10, 4294967301, 1e19, math.Inf(1), math.Inf(-1), math.NaN()} {
		println(f, to[int8](f), to[int16](f), to[uint8](f), to[uint16](f))
		println(f, from32[int8](float32(f)), from32[int16](float32(f)), from32[uint8](float32(f)), from32[uint16](float32(f)))
		println(f, int8(f), int16(f), uint8(f), uint16(f), int32(f), uint32(f), int64(f), uint64(f))
	}
}
