package big

import (
	"math/rand"
)

// Int is an integer. The zero value is 0. It must not be copied; use Set.
type Int struct {
	neg bool // its sign; never set for 0
	abs nat
}

var one = &Int{false, nat{1}}

// NewInt gives an Int of x.
func NewInt(x int64) *Int { return new(Int).SetInt64(x) }

// size gives the absolute value of x.
func size(x int64) uint64 {
	if x < 0 {
		return -uint64(x)
	}
	return uint64(x)
}

// with sets z's parts, the sign only where the value is not 0.
func (z *Int) with(neg bool, abs nat) *Int {
	z.abs = abs
	z.neg = neg && len(abs) > 0
	return z
}

// Sign gives -1, 0 or +1.
func (x *Int) Sign() int {
	switch {
	case len(x.abs) == 0:
		return 0
	case x.neg:
		return -1
	}
	return 1
}

// SetInt64 sets z to x.
func (z *Int) SetInt64(x int64) *Int { return z.with(x < 0, z.abs.setUint64(size(x))) }

// SetUint64 sets z to x.
func (z *Int) SetUint64(x uint64) *Int { return z.with(false, z.abs.setUint64(x)) }

// Set sets z to x.
func (z *Int) Set(x *Int) *Int {
	if z != x {
		z.with(x.neg, z.abs.set(x.abs))
	}
	return z
}

// Bits gives x's absolute value, the lowest digit first, sharing its memory.
func (x *Int) Bits() []Word { return x.abs }

// SetBits sets z to a number whose digits abs holds, sharing its memory.
func (z *Int) SetBits(abs []Word) *Int { return z.with(false, nat(abs).norm()) }

// Abs sets z to |x|.
func (z *Int) Abs(x *Int) *Int {
	z.Set(x)
	z.neg = false
	return z
}

// Neg sets z to -x.
func (z *Int) Neg(x *Int) *Int {
	z.Set(x)
	return z.with(!z.neg, z.abs)
}

// sum sets z to x + y, y's sign being yNeg.
func (z *Int) sum(x, y *Int, yNeg bool) *Int {
	switch {
	case x.neg == yNeg:
		return z.with(x.neg, z.abs.add(x.abs, y.abs))
	case x.abs.cmp(y.abs) >= 0:
		return z.with(x.neg, z.abs.sub(x.abs, y.abs))
	}
	return z.with(yNeg, z.abs.sub(y.abs, x.abs))
}

// Add sets z to x + y.
func (z *Int) Add(x, y *Int) *Int { return z.sum(x, y, y.neg) }

// Sub sets z to x - y.
func (z *Int) Sub(x, y *Int) *Int { return z.sum(x, y, !y.neg) }

// Mul sets z to x * y.
func (z *Int) Mul(x, y *Int) *Int { return z.with(x.neg != y.neg, z.abs.mul(x.abs, y.abs)) }

// MulRange sets z to the product of all integers from a to b; 1 where there are none.
func (z *Int) MulRange(a, b int64) *Int {
	switch {
	case a > b:
		return z.SetInt64(1)
	case a <= 0 && b >= 0:
		return z.SetInt64(0)
	case a < 0:
		neg := (b-a)&1 == 0
		return z.with(neg, product(size(b), size(a)))
	}
	return z.with(false, product(uint64(a), uint64(b)))
}

// product gives the product of all integers from a to b, by halves so that factors are of one size.
func product(a, b uint64) nat {
	if b-a < 4 {
		z := nat(nil).setUint64(a)
		for i := a + 1; i <= b && i > a; i++ {
			z = nat(nil).mul(z, nat(nil).setUint64(i))
		}
		return z
	}
	mid := a + (b-a)/2
	return nat(nil).mul(product(a, mid), product(mid+1, b))
}

// Binomial sets z to the number of ways to choose k of n.
func (z *Int) Binomial(n, k int64) *Int {
	if k > n {
		return z.SetInt64(0)
	}
	if k > n-k {
		k = n - k
	}
	z.SetInt64(1)
	var a, b Int
	for i := int64(1); i <= k; i++ {
		z.Mul(z, a.SetInt64(n-i+1))
		z.Quo(z, b.SetInt64(i))
	}
	return z
}

// Quo sets z to x / y, rounded to zero. It panics for y == 0.
func (z *Int) Quo(x, y *Int) *Int {
	neg := x.neg != y.neg
	q, _ := z.abs.div(nil, x.abs, y.abs)
	return z.with(neg, q)
}

// Rem sets z to what Quo leaves; it has x's sign.
func (z *Int) Rem(x, y *Int) *Int {
	neg := x.neg
	_, r := nat(nil).div(z.abs, x.abs, y.abs)
	return z.with(neg, r)
}

// QuoRem sets z and r to what Quo and Rem give.
func (z *Int) QuoRem(x, y, r *Int) (*Int, *Int) {
	qNeg, rNeg := x.neg != y.neg, x.neg
	q, rest := z.abs.div(nil, x.abs, y.abs)
	r.with(rNeg, r.abs.set(rest))
	return z.with(qNeg, q), r
}

// Div sets z to x / y, rounded so that the rest is not negative. It panics for y == 0.
func (z *Int) Div(x, y *Int) *Int {
	var r Int
	z.DivMod(x, y, &r)
	return z
}

// Mod sets z to what Div leaves.
func (z *Int) Mod(x, y *Int) *Int {
	var q Int
	q.DivMod(x, y, z)
	return z
}

// DivMod sets z and m to what Div and Mod give.
func (z *Int) DivMod(x, y, m *Int) (*Int, *Int) {
	divisor := y
	if z == y || m == y {
		divisor = new(Int).Set(y)
	}
	z.QuoRem(x, divisor, m)
	if m.neg {
		if divisor.neg {
			z.Add(z, one)
			m.Sub(m, divisor)
		} else {
			z.Sub(z, one)
			m.Add(m, divisor)
		}
	}
	return z, m
}

// Cmp gives -1, 0 or +1 for x less than, equal to, greater than y.
func (x *Int) Cmp(y *Int) int {
	switch {
	case x.neg != y.neg && x.neg:
		return -1
	case x.neg != y.neg:
		return +1
	case x.neg:
		return y.abs.cmp(x.abs)
	}
	return x.abs.cmp(y.abs)
}

// CmpAbs is Cmp for absolute values.
func (x *Int) CmpAbs(y *Int) int { return x.abs.cmp(y.abs) }

// Int64 gives x where it fits.
func (x *Int) Int64() int64 {
	v := int64(x.abs.uint64())
	if x.neg {
		v = -v
	}
	return v
}

// Uint64 gives x where it fits, else the lowest bits of |x|.
func (x *Int) Uint64() uint64 { return x.abs.uint64() }

// IsInt64 reports whether x fits an int64.
func (x *Int) IsInt64() bool {
	if x.abs.bitLen() > 64 {
		return false
	}
	u := x.abs.uint64()
	return u < 1<<63 || x.neg && u == 1<<63
}

// IsUint64 reports whether x fits a uint64.
func (x *Int) IsUint64() bool { return !x.neg && x.abs.bitLen() <= 64 }

// BitLen gives the number of bits of |x|.
func (x *Int) BitLen() int { return x.abs.bitLen() }

// TrailingZeroBits gives the number of zero bits below the lowest one bit of |x|; 0 for 0.
func (x *Int) TrailingZeroBits() uint { return x.abs.trailingZeros() }

// SetBytes sets z to a number whose bytes buf holds, the highest first.
func (z *Int) SetBytes(buf []byte) *Int {
	const perWord = wordBits / 8
	abs := z.abs.make((len(buf) + perWord - 1) / perWord)
	clear(abs)
	for i := range buf {
		at := len(buf) - 1 - i
		abs[at/perWord] |= Word(buf[i]) << (at % perWord * 8)
	}
	return z.with(false, abs.norm())
}

// Bytes gives the bytes of |x|, the highest first.
func (x *Int) Bytes() []byte { return x.FillBytes(make([]byte, (x.BitLen()+7)/8)) }

// FillBytes writes the bytes of |x| to buf, the highest first, with zeros in front. It panics where buf is too short.
func (x *Int) FillBytes(buf []byte) []byte {
	const perWord = wordBits / 8
	if (x.BitLen()+7)/8 > len(buf) {
		panic("math/big: buffer too small to fit value")
	}
	clear(buf)
	for i := range (x.BitLen() + 7) / 8 {
		buf[len(buf)-1-i] = byte(x.abs[i/perWord] >> (i % perWord * 8))
	}
	return buf
}

// Sqrt sets z to the root of x, rounded down. It panics for a negative x.
func (z *Int) Sqrt(x *Int) *Int {
	if x.neg {
		panic("square root of negative number")
	}
	return z.with(false, z.abs.sqrt(x.abs))
}

// Rand sets z to a random number in [0, n). It panics for n <= 0.
func (z *Int) Rand(rnd *rand.Rand, n *Int) *Int {
	if n.neg || len(n.abs) == 0 {
		return z.SetInt64(0)
	}
	length := len(n.abs)
	top := uint(n.BitLen() % wordBits)
	mask := ^Word(0)
	if top != 0 {
		mask = 1<<top - 1
	}
	abs := make(nat, length)
	for {
		for i := range abs {
			if wordBits == 32 {
				abs[i] = Word(rnd.Uint32())
			} else {
				abs[i] = Word(uint64(rnd.Uint32()) | uint64(rnd.Uint32())<<32)
			}
		}
		abs[length-1] &= mask
		if v := abs.norm(); v.cmp(n.abs) < 0 {
			return z.with(false, v)
		}
	}
}

// Float64 gives the float64 nearest to x and how it was rounded.
func (x *Int) Float64() (float64, Accuracy) {
	if n := x.abs.bitLen(); n == 0 {
		return 0, Exact
	} else if n <= 53 || n < 64 && n-int(x.abs.trailingZeros()) <= 53 {
		f := float64(x.abs.uint64())
		if x.neg {
			f = -f
		}
		return f, Exact
	}
	return new(Float).SetInt(x).Float64()
}
