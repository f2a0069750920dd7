// Package bits counts and rearranges the bits of unsigned integers. The compiler knows
// the functions marked as intrinsic and may replace their bodies by machine operations.
package bits

// UintSize is the width of a uint in bits.
const UintSize = 32 << (^uint(0) >> 63)

const (
	every2  = 0x5555555555555555
	every4  = 0x3333333333333333
	every8  = 0x0F0F0F0F0F0F0F0F
	every16 = 0x00FF00FF00FF00FF
	every32 = 0x0000FFFF0000FFFF
)

// LeadingZeros gives the number of zero bits above the highest one bit of x.
func LeadingZeros(x uint) int { return UintSize - Len(x) }

// LeadingZeros8 gives the number of zero bits above the highest one bit of x; 8 for 0.
func LeadingZeros8(x uint8) int { return 8 - Len8(x) }

// LeadingZeros16 gives the number of zero bits above the highest one bit of x; 16 for 0.
func LeadingZeros16(x uint16) int { return 16 - Len16(x) }

//gorrery:intrinsic
func LeadingZeros32(x uint32) int { return 32 - length(uint64(x)) }

//gorrery:intrinsic
func LeadingZeros64(x uint64) int { return 64 - length(x) }

// length halves the range that can hold the highest one bit, six times.
func length(x uint64) int {
	n := 0
	for step := 32; step > 0; step >>= 1 {
		if x>>step != 0 {
			x >>= step
			n += step
		}
	}
	return n + int(x)
}

// TrailingZeros gives the number of zero bits below the lowest one bit of x.
func TrailingZeros(x uint) int {
	if x == 0 {
		return UintSize
	}
	return TrailingZeros64(uint64(x))
}

// TrailingZeros8 gives the number of zero bits below the lowest one bit of x; 8 for 0.
func TrailingZeros8(x uint8) int { return TrailingZeros64(uint64(x) | 1<<8) }

// TrailingZeros16 gives the number of zero bits below the lowest one bit of x; 16 for 0.
func TrailingZeros16(x uint16) int { return TrailingZeros64(uint64(x) | 1<<16) }

//gorrery:intrinsic
func TrailingZeros32(x uint32) int {
	if x == 0 {
		return 32
	}
	return length(uint64(x&-x)) - 1
}

//gorrery:intrinsic
func TrailingZeros64(x uint64) int {
	if x == 0 {
		return 64
	}
	return length(x&-x) - 1
}

// OnesCount gives the number of one bits in x.
func OnesCount(x uint) int { return OnesCount64(uint64(x)) }

// OnesCount8 gives the number of one bits in x.
func OnesCount8(x uint8) int { return OnesCount64(uint64(x)) }

// OnesCount16 gives the number of one bits in x.
func OnesCount16(x uint16) int { return OnesCount64(uint64(x)) }

//gorrery:intrinsic
func OnesCount32(x uint32) int { return OnesCount64(uint64(x)) }

//gorrery:intrinsic
func OnesCount64(x uint64) int {
	n := 0
	for ; x != 0; x &= x - 1 {
		n++
	}
	return n
}

// RotateLeft moves the bits of x k places up, those that fall off coming back below; a negative k moves down.
func RotateLeft(x uint, k int) uint {
	k &= UintSize - 1
	return x<<k | x>>(UintSize-k)
}

// RotateLeft8 is RotateLeft within 8 bits.
func RotateLeft8(x uint8, k int) uint8 {
	k &= 7
	return x<<k | x>>(8-k)
}

// RotateLeft16 is RotateLeft within 16 bits.
func RotateLeft16(x uint16, k int) uint16 {
	k &= 15
	return x<<k | x>>(16-k)
}

//gorrery:intrinsic
func RotateLeft32(x uint32, k int) uint32 {
	k &= 31
	return x<<k | x>>(32-k)
}

//gorrery:intrinsic
func RotateLeft64(x uint64, k int) uint64 {
	k &= 63
	return x<<k | x>>(64-k)
}

// Reverse gives x with its bits in the opposite order.
func Reverse(x uint) uint {
	return uint(Reverse64(uint64(x)) >> (64 - UintSize))
}

// Reverse8 gives x with its bits in the opposite order.
func Reverse8(x uint8) uint8 { return uint8(Reverse64(uint64(x)) >> 56) }

// Reverse16 gives x with its bits in the opposite order.
func Reverse16(x uint16) uint16 { return uint16(Reverse64(uint64(x)) >> 48) }

//gorrery:intrinsic
func Reverse32(x uint32) uint32 { return uint32(Reverse64(uint64(x)) >> 32) }

//gorrery:intrinsic
func Reverse64(x uint64) uint64 {
	x = x&every2<<1 | x>>1&every2
	x = x&every4<<2 | x>>2&every4
	x = x&every8<<4 | x>>4&every8
	return ReverseBytes64(x)
}

// ReverseBytes gives x with its bytes in the opposite order.
func ReverseBytes(x uint) uint {
	return uint(ReverseBytes64(uint64(x)) >> (64 - UintSize))
}

// ReverseBytes16 gives x with its two bytes exchanged.
func ReverseBytes16(x uint16) uint16 { return x<<8 | x>>8 }

//gorrery:intrinsic
func ReverseBytes32(x uint32) uint32 { return uint32(ReverseBytes64(uint64(x)) >> 32) }

//gorrery:intrinsic
func ReverseBytes64(x uint64) uint64 {
	x = x&every16<<8 | x>>8&every16
	x = x&every32<<16 | x>>16&every32
	return x<<32 | x>>32
}

// Len gives the number of bits needed to write x; 0 for 0.
func Len(x uint) int { return 64 - LeadingZeros64(uint64(x)) }

// Len8 gives the number of bits needed to write x; 0 for 0.
func Len8(x uint8) int { return 64 - LeadingZeros64(uint64(x)) }

// Len16 gives the number of bits needed to write x; 0 for 0.
func Len16(x uint16) int { return 64 - LeadingZeros64(uint64(x)) }

// Len32 gives the number of bits needed to write x; 0 for 0.
func Len32(x uint32) int { return 64 - LeadingZeros64(uint64(x)) }

// Len64 gives the number of bits needed to write x; 0 for 0.
func Len64(x uint64) int { return 64 - LeadingZeros64(x) }
