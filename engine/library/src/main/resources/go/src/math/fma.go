package math

import "math/bits"

//gorrery:intrinsic
func Sqrt(x float64) float64 {
	if x == 0 || x != x || IsInf(x, 1) {
		return x
	}
	if x < 0 {
		return NaN()
	}
	f, e := Frexp(x)
	if e&1 != 0 {
		f, e = f*2, e-1
	}
	// f in [1/2, 2) as an integer with 52 bits of fraction, and its root bit by bit with one bit to round by.
	rest := Float64bits(f)&fractionMask | 1<<fractionBits
	if f < 1 {
		rest >>= 1
		if lost := Float64bits(f) & 1; lost != 0 {
			rest = rest<<1 | lost
			rest <<= 1
		} else {
			rest <<= 2
		}
	} else {
		rest <<= 2
	}
	// rest holds f * 2^54 where nothing was lost; work with f * 2^106 by bringing down two zeros at a time.
	var root, left uint64
	hi, lo := rest>>10, rest<<54
	for i := 0; i < 64; i++ {
		left = left<<2 | hi>>62
		hi = hi<<2 | lo>>62
		lo <<= 2
		try := root<<2 | 1
		root <<= 1
		if left >= try {
			left -= try
			root |= 1
		}
	}
	// root is sqrt(f * 2^108) cut off: 55 bits at most; round to 53.
	sticky := uint64(0)
	if left != 0 {
		sticky = 1
	}
	return Ldexp(float64(root<<1|sticky), e/2-55)
}

//gorrery:intrinsic
func FMA(x, y, z float64) float64 {
	if x == 0 || y == 0 || x-x != 0 || y-y != 0 {
		return x*y + z
	}
	if z == 0 {
		return x * y
	}
	if z-z != 0 {
		return z
	}
	xm, xe := parts(x)
	ym, ye := parts(y)
	zm, ze := parts(z)
	negative := Signbit(x) != Signbit(y)
	// The product in 128 bits with its top bit at 126 or 125, z aligned to the same form.
	ph, pl := bits.Mul64(xm<<10, ym<<11)
	pe := xe + ye - 21
	zh, zl := zm<<10, uint64(0)
	ze -= 64 + 10
	zNegative := Signbit(z)
	if zTop, pTop := ze+64+bits.Len64(zh), pe+64+bits.Len64(ph); zTop > pTop || zTop == pTop && (zh > ph || zh == ph && zl > pl) {
		ph, pl, pe, zh, zl, ze = zh, zl, ze, ph, pl, pe
		negative, zNegative = zNegative, negative
	}
	zh, zl = shiftRightSticky(zh, zl, pe-ze)
	var carry uint64
	if negative == zNegative {
		pl, carry = bits.Add64(pl, zl, 0)
		ph += zh + carry
	} else {
		pl, carry = bits.Sub64(pl, zl, 0)
		ph -= zh + carry
	}
	if int64(ph) < 0 && negative != zNegative {
		var borrow uint64
		pl, borrow = bits.Sub64(0, pl, 0)
		ph = -ph - borrow
		negative = !negative
	}
	if ph|pl == 0 {
		return 0
	}
	f := assemble(ph, pl, pe)
	if negative {
		return -f
	}
	return f
}

// parts gives m with 53 significant bits and e for a finite x = ±m * 2^e that is not zero.
func parts(x float64) (m uint64, e int) {
	f, e := Frexp(x)
	return Float64bits(f)&fractionMask | 1<<fractionBits, e - fractionBits - 1
}

// shiftRightSticky shifts hi:lo right by n, or left for a negative n; the last bit is set where any that fell off was.
func shiftRightSticky(hi, lo uint64, n int) (uint64, uint64) {
	switch {
	case n < 0:
		n = -n
		return hi<<n | lo>>(64-n), lo << n
	case n == 0:
		return hi, lo
	case n >= 128:
		return 0, 1
	case n >= 64:
		lost := lo
		if n > 64 {
			lost |= hi << (128 - n)
		}
		lo = hi >> (n - 64)
		if lost != 0 {
			lo |= 1
		}
		return 0, lo
	}
	lost := lo << (64 - n)
	lo = lo>>n | hi<<(64-n)
	if lost != 0 {
		lo |= 1
	}
	return hi >> n, lo
}

// assemble rounds hi:lo * 2^e to a float.
func assemble(hi, lo uint64, e int) float64 {
	lead := bits.LeadingZeros64(hi)
	if hi == 0 {
		lead = 64 + bits.LeadingZeros64(lo)
		hi, lo = lo<<(lead-64), 0
	} else if lead > 0 {
		hi, lo = hi<<lead|lo>>(64-lead), lo<<lead
	}
	// The value is hi.lo * 2^(e+64-lead), its exponent that + 63.
	exponent := e + 127 - lead
	cut := 11
	if exponent < 1-bias {
		cut += 1 - bias - exponent
		if cut > 65 {
			cut = 65
		}
		exponent = 1 - bias
	}
	if exponent > bias {
		return Inf(1)
	}
	var m, rest uint64
	switch {
	case cut == 65:
		return 0
	case cut == 64:
		rest = hi
	default:
		m, rest = hi>>cut, hi<<(64-cut)
	}
	if rest > signBit || rest == signBit && (lo != 0 || m&1 == 1) {
		m++
	}
	return Float64frombits(uint64(exponent+bias-1)<<fractionBits + m)
}
