package big

import (
	"math"
	"strconv"
)

const (
	MaxExp  = math.MaxInt32
	MinExp  = math.MinInt32
	MaxPrec = math.MaxUint32
)

// RoundingMode says how a Float's results are rounded.
type RoundingMode byte

const (
	ToNearestEven RoundingMode = iota
	ToNearestAway
	ToZero
	AwayFromZero
	ToNegativeInf
	ToPositiveInf
)

// String gives the mode's name.
func (i RoundingMode) String() string {
	names := [...]string{"ToNearestEven", "ToNearestAway", "ToZero", "AwayFromZero", "ToNegativeInf", "ToPositiveInf"}
	if int(i) < len(names) {
		return names[i]
	}
	return "RoundingMode(" + strconv.Itoa(int(i)) + ")"
}

// Accuracy tells how a rounded result compares with the exact one.
type Accuracy int8

const (
	Below Accuracy = -1
	Exact Accuracy = 0
	Above Accuracy = +1
)

// String gives the accuracy's name.
func (i Accuracy) String() string {
	if i >= Below && i <= Above {
		return [...]string{"Below", "Exact", "Above"}[i+1]
	}
	return "Accuracy(" + strconv.Itoa(int(i)) + ")"
}

// accuracyOf gives Above where above says so, else Below.
func accuracyOf(above bool) Accuracy {
	if above {
		return Above
	}
	return Below
}

type form byte

const (
	zero form = iota
	finite
	inf
)

// Float is a float: ±mant * 2^exp, an infinity or a zero, with a precision in bits and a rounding mode of its own. The zero value
// is +0 with precision 0; such a Float takes over the precision of its first operands. It must not be copied; use Set.
type Float struct {
	prec uint32
	mode RoundingMode
	acc  Accuracy
	form form
	neg  bool
	mant nat   // for finite ones: not 0, of at most prec bits
	exp  int64 // of mant's lowest bit
}

// ErrNaN is what operations panic with whose result would not be a number.
type ErrNaN struct{ msg string }

func (err ErrNaN) Error() string { return err.msg }

// NewFloat gives a Float of x with precision 53. It panics for NaN.
func NewFloat(x float64) *Float {
	if x != x {
		panic(ErrNaN{"NewFloat(NaN)"})
	}
	return new(Float).SetFloat64(x)
}

// SetPrec sets z's precision and rounds it; 0 makes it a zero, with an infinity staying one.
func (z *Float) SetPrec(prec uint) *Float {
	z.acc = Exact
	if prec == 0 {
		z.prec = 0
		if z.form == finite {
			z.acc = accuracyOf(z.neg)
			z.form = zero
		}
		return z
	}
	old := z.prec
	z.prec = uint32(min(prec, MaxPrec))
	if z.prec < old {
		z.round(false)
	}
	return z
}

// SetMode sets z's rounding mode.
func (z *Float) SetMode(mode RoundingMode) *Float {
	z.mode = mode
	z.acc = Exact
	return z
}

// Prec gives the precision in bits.
func (x *Float) Prec() uint { return uint(x.prec) }

// MinPrec gives the bits that x needs.
func (x *Float) MinPrec() uint {
	if x.form != finite {
		return 0
	}
	return uint(x.mant.bitLen()) - x.mant.trailingZeros()
}

// Mode gives the rounding mode.
func (x *Float) Mode() RoundingMode { return x.mode }

// Acc gives the accuracy of the last operation.
func (x *Float) Acc() Accuracy { return x.acc }

// Sign gives -1, 0 or +1.
func (x *Float) Sign() int {
	switch {
	case x.form == zero:
		return 0
	case x.neg:
		return -1
	}
	return 1
}

// Signbit reports whether x is negative or -0.
func (x *Float) Signbit() bool { return x.neg }

// IsInf reports whether x is an infinity.
func (x *Float) IsInf() bool { return x.form == inf }

// IsInt reports whether x is an integer; infinities are none.
func (x *Float) IsInt() bool {
	if x.form != finite {
		return x.form == zero
	}
	return x.exp >= 0 || x.mant.trailingZeros() >= uint(-x.exp)
}

// top gives the exponent for a mantissa in [1/2, 1).
func (x *Float) top() int64 { return x.exp + int64(x.mant.bitLen()) }

// round rounds z to its precision; more tells that the exact value is a little larger than z's, by less than a bit of it.
func (z *Float) round(more bool) *Float {
	z.acc = Exact
	if z.form != finite {
		return z
	}
	if len(z.mant) == 0 {
		z.form = zero
		if more {
			z.acc = accuracyOf(z.neg)
		}
		return z
	}
	if more {
		// Make room for a bit that stands for the rest.
		z.mant = nat(nil).shl(z.mant, 2)
		z.mant[0] |= 1
		z.exp -= 2
		if extra := int64(z.prec) + 2 - int64(z.mant.bitLen()); extra > 0 {
			z.mant = nat(nil).sub(z.mant, nat{1})
			z.mant = nat(nil).shl(z.mant, uint(extra))
			z.mant[0] |= 1
			z.exp -= extra
		}
	}
	if cut := z.mant.bitLen() - int(z.prec); cut > 0 {
		z.cut(uint(cut))
	}
	switch top := z.top(); {
	case top > MaxExp:
		z.form = inf
		z.acc = accuracyOf(!z.neg)
	case top < MinExp:
		z.form = zero
		z.acc = accuracyOf(z.neg)
	}
	return z
}

// cut rounds the lowest n bits off.
func (z *Float) cut(n uint) {
	rest := z.mant.sticky(n)
	half := z.mant.bit(n-1) != 0
	aboveHalf := half && z.mant.sticky(n-1)
	kept := nat(nil).shr(z.mant, n)
	z.exp += int64(n)
	if !rest {
		z.mant = kept
		return
	}
	up := false
	switch z.mode {
	case ToNearestEven:
		up = half && (aboveHalf || kept.bit(0) == 1)
	case ToNearestAway:
		up = half
	case AwayFromZero:
		up = true
	case ToNegativeInf:
		up = z.neg
	case ToPositiveInf:
		up = !z.neg
	}
	if up {
		kept = nat(nil).add(kept, nat{1})
		if kept.bitLen() > int(z.prec) {
			kept = nat(nil).shr(kept, 1)
			z.exp++
		}
	}
	z.mant = kept
	z.acc = accuracyOf(up != z.neg)
}

// setParts sets z to ±mant * 2^exp, or a little more, rounded; a z without precision gets prec.
func (z *Float) setParts(neg bool, mant nat, exp int64, prec uint32, more bool) *Float {
	if z.prec == 0 {
		z.prec = prec
	}
	z.neg, z.mant, z.exp, z.form = neg, mant, exp, finite
	return z.round(more)
}

func (z *Float) setForm(f form, neg bool) *Float {
	z.acc, z.form, z.neg = Exact, f, neg
	return z
}

// SetUint64 sets z to x, rounded; a z without precision gets 64 bits.
func (z *Float) SetUint64(x uint64) *Float {
	return z.setParts(false, nat(nil).setUint64(x), 0, 64, false)
}

// SetInt64 sets z to x, rounded; a z without precision gets 64 bits.
func (z *Float) SetInt64(x int64) *Float {
	return z.setParts(x < 0, nat(nil).setUint64(size(x)), 0, 64, false)
}

// SetFloat64 sets z to x, rounded; a z without precision gets 53 bits. It panics for NaN.
func (z *Float) SetFloat64(x float64) *Float {
	if z.prec == 0 {
		z.prec = 53
	}
	switch {
	case x != x:
		panic(ErrNaN{"Float.SetFloat64(NaN)"})
	case x == 0:
		return z.setForm(zero, math.Signbit(x))
	case x-x != 0:
		return z.setForm(inf, x < 0)
	}
	frac, e := math.Frexp(math.Abs(x))
	return z.setParts(x < 0, nat(nil).setUint64(uint64(frac*(1<<53))), int64(e)-53, 53, false)
}

// SetInt sets z to x, rounded; a z without precision gets as many bits as x has, 64 at least.
func (z *Float) SetInt(x *Int) *Float {
	return z.setParts(x.neg, nat(nil).set(x.abs), 0, uint32(max(x.BitLen(), 64)), false)
}

// SetRat sets z to x, rounded; a z without precision gets as many bits as the larger of its numbers has, 64 at least.
func (z *Float) SetRat(x *Rat) *Float {
	if x.IsInt() {
		return z.SetInt(x.Num())
	}
	if z.prec == 0 {
		z.prec = uint32(max(x.a.BitLen(), x.b.BitLen(), 64))
	}
	return z.quotient(x.a.neg, x.a.abs, 0, x.under(), 0)
}

// SetInf sets z to an infinity.
func (z *Float) SetInf(signbit bool) *Float { return z.setForm(inf, signbit) }

// Set sets z to x, rounded; a z without precision gets x's.
func (z *Float) Set(x *Float) *Float {
	if z == x {
		return z
	}
	if x.form != finite {
		if z.prec == 0 {
			z.prec = x.prec
		}
		return z.setForm(x.form, x.neg)
	}
	return z.setParts(x.neg, nat(nil).set(x.mant), x.exp, x.prec, false)
}

// Copy sets z to x with x's precision, mode and accuracy.
func (z *Float) Copy(x *Float) *Float {
	if z != x {
		*z = *x
		z.mant = nat(nil).set(x.mant)
	}
	return z
}

// MantExp gives the exponent of x = mant * 2^exp with mant in [1/2, 1), and sets mant where it is not nil.
func (x *Float) MantExp(mant *Float) (exp int) {
	if x.form == finite {
		exp = int(x.top())
	}
	if mant != nil {
		mant.Copy(x)
		if mant.form == finite {
			mant.exp = -int64(mant.mant.bitLen())
		}
	}
	return exp
}

// SetMantExp sets z to mant * 2^exp with mant's precision and mode.
func (z *Float) SetMantExp(mant *Float, exp int) *Float {
	z.Set(mant)
	if z.form == finite {
		z.exp += int64(exp)
		acc := z.acc
		if z.round(false); z.acc == Exact {
			z.acc = acc
		}
	}
	return z
}

// Abs sets z to |x|, rounded.
func (z *Float) Abs(x *Float) *Float {
	z.Set(x)
	z.neg = false
	return z
}

// Neg sets z to -x, rounded.
func (z *Float) Neg(x *Float) *Float {
	z.Set(x)
	z.neg = !z.neg
	return z
}

// Cmp gives -1, 0 or +1 for x less than, equal to, greater than y; the zeros are equal.
func (x *Float) Cmp(y *Float) int {
	a, b := x.order(), y.order()
	if a != b {
		if a < b {
			return -1
		}
		return +1
	}
	if a != 1 && a != -1 {
		return 0
	}
	c := 0
	if s, t := x.top(), y.top(); s != t {
		c = -1
		if s > t {
			c = +1
		}
	} else {
		m, n := x.mant, y.mant
		if d := x.exp - y.exp; d > 0 {
			m = nat(nil).shl(m, uint(d))
		} else {
			n = nat(nil).shl(n, uint(-d))
		}
		c = m.cmp(n)
	}
	return c * a
}

// order gives -2, -1, 0, 1, 2 for negative infinity, negative, zero, positive, positive infinity.
func (x *Float) order() int {
	n := int(x.form)
	if x.neg {
		return -n
	}
	return n
}
