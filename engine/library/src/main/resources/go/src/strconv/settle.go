package strconv

import "math/bits"

// mostDigits is more than any point half-way between two floats has.
const mostDigits = 800

// natural is an integer of words of 32 bits, the lowest first, without leading zeros.
type natural []uint32

func (x natural) mulAdd(by, add uint32) natural {
	carry := uint64(add)
	for i, v := range x {
		t := uint64(v)*uint64(by) + carry
		x[i] = uint32(t)
		carry = t >> 32
	}
	if carry != 0 {
		x = append(x, uint32(carry))
	}
	return x
}

func (x natural) timesPowerOfTen(e int) natural {
	for ; e >= 9; e -= 9 {
		x = x.mulAdd(1e9, 0)
	}
	return x.mulAdd(uint32(tens[e]), 0)
}

func (x natural) shifted(n int) natural {
	out := make(natural, n/32, len(x)+n/32+1)
	out = append(out, x...)
	return out.mulAdd(1, 0).shiftedBits(n/32, n%32)
}

func (x natural) shiftedBits(from, n int) natural {
	if n == 0 {
		return x
	}
	var carry uint32
	for i := from; i < len(x); i++ {
		v := x[i]
		x[i] = v<<n | carry
		carry = v >> (32 - n)
	}
	if carry != 0 {
		x = append(x, carry)
	}
	return x
}

func (x natural) compare(y natural) int {
	if len(x) != len(y) {
		if len(x) < len(y) {
			return -1
		}
		return +1
	}
	for i := len(x) - 1; i >= 0; i-- {
		if x[i] != y[i] {
			if x[i] < y[i] {
				return -1
			}
			return +1
		}
	}
	return 0
}

// settle finds the float nearest to t exactly, from one that is next to it or is it: it compares the written
// decimal with the points half-way to the neighbours.
func (l *layout) settle(t *decimalText, guess uint64) (raw uint64, ok bool) {
	written, exponent, more := t.exactly()
	infinite := uint64(l.exponentMask) << l.fractionBits
	raw = guess
	for raw > 0 && l.compareHalfAbove(written, exponent, more, raw-1) < 0 {
		raw--
	}
	for raw < infinite {
		c := l.compareHalfAbove(written, exponent, more, raw)
		if c < 0 || c == 0 && raw&1 == 0 {
			break
		}
		raw++
	}
	if raw > 0 && raw&1 == 1 && l.compareHalfAbove(written, exponent, more, raw-1) == 0 {
		raw--
	}
	return raw, raw < infinite
}

// exactly gives the written number as an integer times a power of ten; more tells that it is a little larger.
func (t *decimalText) exactly() (written natural, exponent int, more bool) {
	written = make(natural, 0, 96)
	point, count := false, 0
	for i := 0; i < len(t.digits); i++ {
		c := t.digits[i]
		switch {
		case c == '_':
			continue
		case c == '.':
			point = true
			continue
		}
		if count == 0 && c == '0' {
			if point {
				exponent--
			}
			continue
		}
		if count < mostDigits {
			written = written.mulAdd(10, uint32(c-'0'))
			count++
			if point {
				exponent--
			}
			continue
		}
		more = more || c != '0'
		if !point {
			exponent++
		}
	}
	return written, exponent + t.writtenExponent(), more
}

// writtenExponent gives the exponent as written: t.exponent without the scaling that the digits behind the point and
// those left out of the mantissa brought.
func (t *decimalText) writtenExponent() int {
	e := t.exponent
	point, kept := false, 0
	for i := 0; i < len(t.digits); i++ {
		c := t.digits[i]
		switch {
		case c == '_':
			continue
		case c == '.':
			point = true
			continue
		}
		if point {
			e++
		}
		if kept > 0 || c != '0' {
			if kept == wordDecimals {
				e--
			} else {
				kept++
			}
		}
	}
	return e
}

// compareHalfAbove compares written * 10^exponent, or a little more, with the point half-way between
// the float of the given bits and the next.
func (l *layout) compareHalfAbove(written natural, exponent int, more bool, raw uint64) int {
	m := raw & (1<<l.fractionBits - 1)
	e := int(raw >> l.fractionBits)
	if e == 0 {
		e = 1
	} else {
		m |= 1 << l.fractionBits
	}
	e -= l.bias + l.fractionBits + 1
	m = 2*m + 1
	half := natural{uint32(m), uint32(m >> 32)}[:1+min(1, bits.Len64(m>>32))]
	left := append(make(natural, 0, len(written)+64), written...)
	if exponent > 0 {
		left = left.timesPowerOfTen(exponent)
	} else {
		half = half.timesPowerOfTen(-exponent)
	}
	if e > 0 {
		half = half.shifted(e)
	} else {
		left = left.shifted(-e)
	}
	if c := left.compare(half); c != 0 || !more {
		return c
	}
	return +1
}
