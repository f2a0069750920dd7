package strconv

import (
	"math"
	"math/bits"
)

// decimalText is what a float's text says.
type decimalText struct {
	negative bool
	hex      bool   // the mantissa is hexadecimal, the exponent a power of two
	mantissa uint64 // the first significant digits
	exponent int    // of ten, or of two, that the mantissa is to be multiplied by
	cut      bool   // digits other than zero were left out of the mantissa
	digits   string // the digits as written, with point and underscores
}

const (
	wordDecimals   = 19      // decimal digits that always fit a word
	wordHex        = 15      // hexadecimal digits that leave room for rounding
	exponentBounds = 100_000 // beyond it, every value is zero or infinite
)

// ParseFloat reads a decimal or hexadecimal float, inf, infinity or nan, rounded to the nearest float of bitSize 32 or
// 64, halves to even. A value out of range gives an infinity and ErrRange.
func ParseFloat(s string, bitSize int) (float64, error) {
	f, n, err := floatPrefix(s, bitSize)
	if n != len(s) && (err == nil || err.Err != ErrSyntax) {
		return 0, failure("ParseFloat", s, ErrSyntax)
	}
	if err != nil {
		err.Num = string([]byte(s))
		return f, err
	}
	return f, nil
}

// floatPrefix reads the float that s begins with and gives the number of bytes it takes.
func floatPrefix(s string, bitSize int) (f float64, n int, err *NumError) {
	if f, n, ok := specialFloat(s); ok {
		if bitSize == 32 {
			f = float64(float32(f))
		}
		return f, n, nil
	}
	t, n, ok := scanFloat(s)
	if !ok {
		return 0, n, failure("ParseFloat", s, ErrSyntax)
	}
	l := &layout64
	if bitSize == 32 {
		l = &layout32
	}
	var raw uint64
	var inRange bool
	if t.hex {
		raw, inRange = l.round(t.mantissa, 0, t.cut, t.exponent, bits.LeadingZeros64(t.mantissa))
	} else {
		raw, inRange = l.fromDecimal(&t)
	}
	if bitSize == 32 {
		if t.negative {
			raw |= 1 << 31
		}
		f = float64(math.Float32frombits(uint32(raw)))
	} else {
		if t.negative {
			raw |= 1 << 63
		}
		f = math.Float64frombits(raw)
	}
	if !inRange {
		err = failure("ParseFloat", s, ErrRange)
	}
	return f, n, err
}

// specialFloat reads inf, infinity and nan, in any case.
func specialFloat(s string) (f float64, n int, ok bool) {
	sign := 1
	at := 0
	if s != "" && (s[0] == '+' || s[0] == '-') {
		if s[0] == '-' {
			sign = -1
		}
		at = 1
	}
	if foldedPrefix(s[at:], "infinity") {
		return math.Inf(sign), at + len("infinity"), true
	}
	if foldedPrefix(s[at:], "inf") {
		return math.Inf(sign), at + len("inf"), true
	}
	if at == 0 && foldedPrefix(s, "nan") {
		return math.NaN(), len("nan"), true
	}
	return 0, 0, false
}

func foldedPrefix(s, lower string) bool {
	if len(s) < len(lower) {
		return false
	}
	for i := 0; i < len(lower); i++ {
		if s[i]|0x20 != lower[i] {
			return false
		}
	}
	return true
}

// scanFloat reads the longest float that s begins with.
func scanFloat(s string) (t decimalText, n int, ok bool) {
	i := 0
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		t.negative = s[i] == '-'
		i++
	}
	radix, most, letter := uint64(10), wordDecimals, byte('e')
	if i+2 < len(s) && s[i] == '0' && s[i+1]|0x20 == 'x' {
		t.hex = true
		radix, most, letter = 16, wordHex, 'p'
		i += 2
	}
	begin := i
	seen, point, underscores := false, false, false
	kept, scale := 0, 0
	for ; i < len(s); i++ {
		c := s[i]
		if c == '_' {
			underscores = true
			continue
		}
		if c == '.' {
			if point {
				break
			}
			point = true
			continue
		}
		d := digitValue(c)
		if d >= radix {
			break
		}
		seen = true
		if point {
			scale--
		}
		switch {
		case kept > 0 || d != 0:
			if kept < most {
				t.mantissa = t.mantissa*radix + d
				kept++
			} else {
				scale++
				t.cut = t.cut || d != 0
			}
		}
	}
	if !seen {
		return t, i, false
	}
	t.digits = s[begin:i]
	if t.hex {
		scale *= 4
	}
	exponent := 0
	if i < len(s) && s[i]|0x20 == letter {
		at := i + 1
		minus := false
		if at < len(s) && (s[at] == '+' || s[at] == '-') {
			minus = s[at] == '-'
			at++
		}
		if at == len(s) || s[at] < '0' || s[at] > '9' {
			return t, i, false
		}
		for ; at < len(s) && (s[at] >= '0' && s[at] <= '9' || s[at] == '_'); at++ {
			if s[at] == '_' {
				underscores = true
			} else if exponent < exponentBounds {
				exponent = exponent*10 + int(s[at]-'0')
			}
		}
		if minus {
			exponent = -exponent
		}
		i = at
	} else if t.hex {
		return t, i, false
	}
	t.exponent = exponent + scale
	if underscores && !underscoresSeparate(s[:i]) {
		return t, i, false
	}
	return t, i, true
}

// round gives the bits of the float nearest to hi:lo * 2^(e-64) — hi * 2^e where lo is 0 —, lead being hi's leading zeros
// and more telling that the value is a little larger. !ok tells that it is out of range.
func (l *layout) round(hi, lo uint64, more bool, e, lead int) (raw uint64, ok bool) {
	if hi == 0 {
		return 0, true
	}
	if lead > 0 {
		hi = hi<<lead | lo>>(64-lead)
		lo <<= lead
		e -= lead
	}
	// The value is in [2^(e+63), 2^(e+64)).
	biased := e + 63 + l.bias
	cut := 63 - l.fractionBits
	if biased < 1 {
		cut += 1 - biased
		biased = 1
	}
	if biased >= l.exponentMask {
		return uint64(l.exponentMask) << l.fractionBits, false
	}
	var m, rest uint64
	switch {
	case cut > 64:
		rest, lo = 0, 1
	case cut == 64:
		rest = hi
	default:
		m = hi >> cut
		rest = hi << (64 - cut)
	}
	const half = 1 << 63
	if rest > half || rest == half && (lo != 0 || more || m&1 == 1) {
		m++
	}
	// A mantissa that rounding carried over moves into the exponent by itself.
	raw = uint64(biased-1)<<l.fractionBits + m
	if raw>>l.fractionBits >= uint64(l.exponentMask) {
		return uint64(l.exponentMask) << l.fractionBits, false
	}
	return raw, true
}

// fromDecimal gives the bits of the float nearest to t's absolute value.
func (l *layout) fromDecimal(t *decimalText) (raw uint64, ok bool) {
	if t.mantissa == 0 {
		return 0, true
	}
	if !t.cut {
		if raw, ok := l.fromSmall(t.mantissa, t.exponent); ok {
			return raw, true
		}
	}
	raw, inRange, sure := l.fromProduct(t.mantissa, t.exponent)
	if sure && t.cut {
		above, _, sureToo := l.fromProduct(t.mantissa+1, t.exponent)
		sure = sureToo && above == raw
	}
	if !sure {
		return l.settle(t, raw)
	}
	return raw, inRange
}

// fromSmall converts where mantissa and power of ten are floats, so that one operation rounds only once.
func (l *layout) fromSmall(m uint64, e int) (raw uint64, ok bool) {
	if m>>(l.fractionBits+1) != 0 {
		return 0, false
	}
	if l.fractionBits == layout32.fractionBits {
		f := float32(m)
		switch {
		case e == 0:
		case e > 0 && e <= 10:
			f *= float32(tens[e])
		case e < 0 && e >= -10:
			f /= float32(tens[-e])
		default:
			return 0, false
		}
		return uint64(math.Float32bits(f)), true
	}
	f := float64(m)
	switch {
	case e == 0:
	case e > 0 && e <= 18:
		f *= float64(tens[e])
	case e < 0 && e >= -18:
		f /= float64(tens[-e])
	default:
		return 0, false
	}
	return math.Float64bits(f), true
}

// fromProduct multiplies m by the 128 highest bits of 10^e and rounds; sure tells that the power's missing bits
// cannot change the result. (The method of D. Lemire, "Number Parsing at a Gigabyte per Second", 2021.)
func (l *layout) fromProduct(m uint64, e int) (raw uint64, inRange, sure bool) {
	if e < lowestPower {
		// Less than 10^20 * 10^-349: below half of the least float.
		return 0, true, true
	}
	if e > highestPower {
		return uint64(l.exponentMask) << l.fractionBits, false, true
	}
	p, exact := powerOfTen(e)
	lead := bits.LeadingZeros64(m)
	m <<= lead
	hi, mid := bits.Mul64(p.hi, m)
	carryHi, lo := bits.Mul64(p.lo, m)
	mid, carry := bits.Add64(mid, carryHi, 0)
	hi += carry
	scale := binaryExponent(e) - lead + 1
	zeros := int(1 - hi>>63)
	raw, inRange = l.round(hi, mid, lo != 0, scale, zeros)
	if exact {
		return raw, inRange, true
	}
	mid, carry = bits.Add64(mid, 1, 0)
	hi += carry
	upper, _ := l.round(hi, mid, true, scale, int(1-hi>>63))
	return raw, inRange, upper == raw
}
