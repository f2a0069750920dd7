package big

import "math/bits"

// Powers of ten can be too long to be written out: a float is rounded from bounds of the product then, which are narrowed until both
// round to the same.

// bounds stands for a number between low * 2^exp and high * 2^exp, which is neither unless it is both.
type bounds struct {
	low, high nat
	exp       int64
}

func exactly(x nat) bounds { return bounds{x, x, 0} }

// cut drops the lowest digits so that so many bits are left.
func (b bounds) cut(size int) bounds {
	if b.high.bitLen() <= size {
		return b
	}
	n := uint(b.high.bitLen() - size)
	high := nat(nil).shr(b.high, n)
	if b.high.sticky(n) {
		high = high.add(high, nat{1})
	}
	return bounds{nat(nil).shr(b.low, n), high, b.exp + int64(n)}
}

func (b bounds) isExact() bool { return b.low.cmp(b.high) == 0 }

func (b bounds) times(c bounds, size int) bounds {
	p := bounds{nat(nil).mul(b.low, c.low), nil, b.exp + c.exp}
	p.high = p.low
	if !b.isExact() || !c.isExact() {
		p.high = nat(nil).mul(b.high, c.high)
	}
	return p.cut(size)
}

// by gives the quotient, its bounds of so many bits at least.
func (b bounds) by(c bounds, size int) bounds {
	shift := max(size+c.high.bitLen()-b.low.bitLen(), 0)
	low, rest := nat(nil).div(nil, nat(nil).shl(b.low, uint(shift)), c.high)
	if b.isExact() && c.isExact() && len(rest) == 0 {
		return bounds{low, low, b.exp - c.exp - int64(shift)}
	}
	high, _ := nat(nil).div(nil, nat(nil).shl(b.high, uint(shift)), c.low)
	return bounds{low, high.add(high, nat{1}), b.exp - c.exp - int64(shift)}
}

// powerOfFive gives bounds of 5^n of so many bits.
func powerOfFive(n uint64, size int) bounds {
	five := exactly(nat{5})
	p := exactly(nat{1})
	for i := bits.Len64(n) - 1; i >= 0; i-- {
		p = p.times(p, size)
		if n>>i&1 != 0 {
			p = p.times(five, size)
		}
	}
	return p
}

// scaled sets z to m * 2^twos * 10^tens, rounded.
func (z *Float) scaled(neg bool, m nat, twos, tens int64) {
	// A power of five too large for any float counts as infinite, one of two as whatever it makes of the mantissa.
	const most = 924_870_866
	switch {
	case tens > most:
		z.setForm(inf, neg)
		return
	case tens < -most:
		z.setForm(zero, neg)
		return
	case twos > 1<<40:
		z.setForm(inf, neg)
		z.acc = accuracyOf(!neg)
		return
	case twos < -1<<40:
		z.setForm(zero, neg)
		z.acc = accuracyOf(neg)
		return
	}
	for size := int(z.prec) + 64; ; size *= 2 {
		v := exactly(m).cut(size)
		if power := powerOfFive(uint64(max(tens, -tens)), size); tens >= 0 {
			v = v.times(power, size)
		} else {
			v = v.by(power, size)
		}
		low, high := *z, *z
		low.setParts(neg, nat(nil).set(v.low), v.exp+twos+tens, 0, !v.isExact())
		if v.isExact() {
			*z = low
			return
		}
		high.setParts(neg, nat(nil).sub(v.high, nat{1}), v.exp+twos+tens, 0, true)
		if low.form == high.form && low.exp == high.exp && low.mant.cmp(high.mant) == 0 {
			*z = low
			return
		}
	}
}
