package strconv

import "math/bits"

// shortest gives the decimal d * 10^k with the fewest digits that reads back as the float m * 2^e, of
// those the nearest to it. Lowest tells that the float below is at half the distance of the one above,
// which is so where m is a power of two, subnormals and the smallest normal apart.
//
// The method is Schubfach ("The Schubfach way to render doubles", R. Giulietti, 2020): scale the float and
// the ends of its rounding interval by a power of ten that brings the interval's width to between 2 and 20,
// keep two bits of fraction and a sticky bit, and look for a multiple of ten, else for an integer, inside.
func shortest(m uint64, e int, halfBelow bool) (d uint64, k int) {
	inside := m & 1 // an odd significand's interval excludes its ends
	center := m << 2
	below, above := center-2, center+2
	if halfBelow {
		below = center - 1
		k = decimalExponentThreeQuarters(e)
	} else {
		k = decimalExponent(e)
	}
	p, _ := powerOfTen(-k)
	// 127 bits of the power, rounded up: the excess is too small to reach the bits that are kept.
	hi, lo := p.hi>>2, p.hi<<62|p.lo>>2
	lo, carry := bits.Add64(lo, 1, 0)
	hi += carry
	hi, lo = hi<<1|lo>>63, lo<<1
	shift := e + binaryExponent(-k) + 2
	v := scaleToOdd(hi, lo, center<<shift)
	least := scaleToOdd(hi, lo, below<<shift) + inside
	most := scaleToOdd(hi, lo, above<<shift) - inside

	down := v >> 2
	if tens := down / 10 * 10; true {
		lowIn := least <= tens<<2
		highIn := (tens+10)<<2 <= most
		if lowIn != highIn {
			if highIn {
				tens += 10
			}
			return tens / 10, k + 1
		}
	}
	lowIn := least <= down<<2
	highIn := (down+1)<<2 <= most
	switch {
	case lowIn && !highIn:
		return down, k
	case highIn && !lowIn:
		return down + 1, k
	}
	switch half := down<<2 + 2; {
	case v < half, v == half && down&1 == 0 && !(m == tieMant && e == tieExp):
		return down, k
	}
	return down + 1, k
}

// Of all float32 with half the distance below, 2^-12 alone lies in the middle of two shortest decimals; Go takes the upper one.
const (
	tieMant = 1 << 23
	tieExp  = -35
)

// scaleToOdd gives (hi*2^64 + lo) * c / 2^128 with its last bit set where anything is cut off.
func scaleToOdd(hi, lo, c uint64) uint64 {
	whole, mid := bits.Mul64(hi, c)
	carryHi, _ := bits.Mul64(lo, c)
	mid, carry := bits.Add64(mid, carryHi, 0)
	whole += carry
	if mid>>1 != 0 {
		whole |= 1
	}
	return whole
}

// scaled gives m * 2^e * 10^k rounded to an integer, halves to even; !ok where that needs more than 62 bits, or
// where the power of ten is not known well enough to decide.
func scaled(m uint64, e, k int) (n uint64, ok bool) {
	if m == 0 {
		return 0, true
	}
	if k < lowestPower || k > highestPower {
		return 0, false
	}
	p, exact := powerOfTen(k)
	lead := bits.LeadingZeros64(m)
	m <<= lead
	hi, mid := bits.Mul64(p.hi, m)
	carryHi, lo := bits.Mul64(p.lo, m)
	mid, carry := bits.Add64(mid, carryHi, 0)
	hi += carry
	// The value is hi:mid:lo * 2^scale, at most m more (less than one unit of mid) where the power is not exact.
	fraction := -(e - lead + binaryExponent(k) - 127 + 128) // bits of hi that stand behind the point
	if fraction < 2 || fraction > 64 {
		return 0, false
	}
	rest := hi
	if fraction < 64 {
		n = hi >> fraction
		rest = hi << (64 - fraction)
		rest |= mid >> fraction
		lo |= mid << (64 - fraction)
	} else if fraction == 64 {
		lo |= mid
	}
	const half = 1 << 63
	if !exact {
		// One unit of mid reaches into rest's last bit at most.
		if rest >= half-2 && rest <= half || rest >= ^uint64(0)-1 {
			return 0, false
		}
		if rest > half {
			n++
		}
		return n, true
	}
	if rest > half || rest == half && (lo != 0 || n&1 == 1) {
		n++
	}
	return n, true
}
