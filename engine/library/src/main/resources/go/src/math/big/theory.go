package big

import (
	"fmt"
	"math/rand"
)

// Exp sets z to x ** y, modulo |m| where m is neither nil nor 0. For a negative y it needs the inverse of x modulo m: where there
// is none it gives nil; without m it gives 1. For a negative x and an odd y the result is taken from |m|, also where the inverse
// was used, as Go does.
func (z *Int) Exp(x, y, m *Int) *Int {
	var modulus nat
	if m != nil {
		modulus = m.abs
	}
	base := x
	if y.neg {
		if len(modulus) == 0 {
			return z.SetInt64(1)
		}
		base = new(Int).ModInverse(x, m)
		if base == nil {
			return nil
		}
	}
	neg := x.neg && y.abs.bit(0) == 1
	if len(modulus) == 0 {
		return z.with(neg, z.abs.expPlain(base.abs, y.abs))
	}
	modulus = nat(nil).set(modulus)
	z.with(neg, nat(nil).expMod(base.abs, y.abs, modulus))
	if z.neg {
		z.with(false, nat(nil).sub(modulus, z.abs))
	}
	return z
}

// GCD sets z to the greatest common divisor of a and b and, where x and y are not nil, these so that z = a*x + b*y.
func (z *Int) GCD(x, y, a, b *Int) *Int {
	if len(a.abs) == 0 || len(b.abs) == 0 {
		aZero, bZero := len(a.abs) == 0, len(b.abs) == 0
		aNeg, bNeg := a.neg, b.neg
		if aZero {
			z.Set(b)
		} else {
			z.Set(a)
		}
		z.neg = false
		unit := func(v *Int, zero, neg bool) {
			if v == nil {
				return
			}
			if zero {
				v.SetUint64(0)
			} else {
				v.SetUint64(1)
				v.neg = neg
			}
		}
		unit(x, aZero, aNeg)
		unit(y, bZero, bNeg)
		return z
	}
	// Only a's coefficient is kept, b's follows from it.
	want := x != nil || y != nil
	divisor, s0 := euclid(a.abs, b.abs, want)
	r0 := new(Int).with(false, divisor)
	if want {
		coefficient := s0
		if a.neg {
			coefficient.Neg(coefficient)
		}
		if y != nil {
			rest := new(Int).Mul(a, coefficient)
			rest.Sub(r0, rest)
			y.Quo(rest, new(Int).Set(b))
		}
		if x != nil {
			x.Set(coefficient)
		}
	}
	return z.Set(r0)
}

// ModInverse sets z to the inverse of g modulo n; nil where there is none.
func (z *Int) ModInverse(g, n *Int) *Int {
	modulus := new(Int).Abs(n)
	value := g
	if g.neg {
		value = new(Int).Mod(g, modulus)
	}
	var d, x Int
	d.GCD(&x, nil, value, modulus)
	if d.Cmp(one) != 0 {
		return nil
	}
	if x.neg {
		return z.Add(&x, modulus)
	}
	return z.Set(&x)
}

// Jacobi gives the Jacobi symbol of x and y. It panics for an even y.
func Jacobi(x, y *Int) int {
	if len(y.abs) == 0 || y.abs[0]&1 == 0 {
		panic(fmt.Sprintf("big: invalid 2nd argument to Int.Jacobi: need odd integer but got %s", y.String()))
	}
	a, b := new(Int).Set(x), new(Int).Set(y)
	sign := 1
	if b.neg {
		if a.neg {
			sign = -1
		}
		b.neg = false
	}
	for {
		if b.Cmp(one) == 0 {
			return sign
		}
		if len(a.abs) == 0 {
			return 0
		}
		a.Mod(a, b)
		if len(a.abs) == 0 {
			return 0
		}
		twos := a.abs.trailingZeros()
		if low := b.abs[0] & 7; twos&1 != 0 && (low == 3 || low == 5) {
			sign = -sign
		}
		odd := new(Int).Rsh(a, twos)
		if b.abs[0]&3 == 3 && odd.abs[0]&3 == 3 {
			sign = -sign
		}
		a, b = b, odd
	}
}

// ModSqrt sets z to a root of x modulo the odd prime p; nil where there is none.
func (z *Int) ModSqrt(x, p *Int) *Int {
	switch Jacobi(x, p) {
	case -1:
		return nil
	case 0:
		return z.SetInt64(0)
	}
	a := new(Int).Mod(x, p)
	switch {
	case p.abs[0]&3 == 3:
		e := new(Int).Add(p, one)
		return z.Exp(a, e.Rsh(e, 2), p)
	case p.abs[0]&7 == 5:
		// Atkin's formula.
		e := new(Int).Rsh(p, 3)
		twice := new(Int).Lsh(a, 1)
		alpha := new(Int).Exp(twice, e, p)
		beta := new(Int).Mul(alpha, alpha)
		beta.Mod(beta, p)
		beta.Mul(beta, twice)
		beta.Mod(beta, p)
		beta.Sub(beta, one)
		beta.Mul(beta, a)
		beta.Mod(beta, p)
		beta.Mul(beta, alpha)
		return z.Mod(beta, p)
	}
	return z.tonelliShanks(a, p)
}

func (z *Int) tonelliShanks(x, p *Int) *Int {
	odd := new(Int).Sub(p, one)
	twos := odd.abs.trailingZeros()
	odd.Rsh(odd, twos)
	nonResidue := NewInt(2)
	for Jacobi(nonResidue, p) != -1 {
		nonResidue.Add(nonResidue, one)
	}
	half := new(Int).Add(odd, one)
	half.Rsh(half, 1)
	root := new(Int).Exp(x, half, p)
	b := new(Int).Exp(x, odd, p)
	g := new(Int).Exp(nonResidue, odd, p)
	for {
		var m uint
		t := new(Int).Set(b)
		for t.Cmp(one) != 0 {
			t.Mul(t, t)
			t.Mod(t, p)
			m++
		}
		if m == 0 {
			return z.Set(root)
		}
		t.SetInt64(0).SetBit(t, int(twos-m-1), 1)
		t.Exp(g, t, p)
		g.Mul(t, t)
		g.Mod(g, p)
		root.Mul(root, t)
		root.Mod(root, p)
		b.Mul(b, g)
		b.Mod(b, p)
		twos = m
	}
}

// ProbablyPrime reports whether x is probably prime: by n rounds of Miller and Rabin's test with pseudo-random bases, one with
// base 2, and Lucas's test (Baillie, Pomerance, Selfridge, Wagstaff). Below 2^64 it is right. It panics for a negative n.
func (x *Int) ProbablyPrime(n int) bool {
	if n < 0 {
		panic("negative n for ProbablyPrime")
	}
	if x.neg || len(x.abs) == 0 {
		return false
	}
	if x.abs.bitLen() <= 6 {
		const primes = 1<<2 | 1<<3 | 1<<5 | 1<<7 | 1<<11 | 1<<13 | 1<<17 | 1<<19 | 1<<23 | 1<<29 | 1<<31 |
			1<<37 | 1<<41 | 1<<43 | 1<<47 | 1<<53 | 1<<59 | 1<<61
		return uint64(primes)>>x.abs[0]&1 != 0
	}
	for _, p := range []Word{2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53} {
		if x.abs.modWord(p) == 0 {
			return false
		}
	}
	return x.millerRabin(n) && x.lucas()
}

// millerRabin tests with rounds random bases, and with base 2.
func (x *Int) millerRabin(rounds int) bool {
	below := new(Int).Sub(x, one)
	twos := below.abs.trailingZeros()
	odd := new(Int).Rsh(below, twos)
	bases := new(Int).Sub(below, NewInt(2))
	random := rand.New(rand.NewSource(int64(x.abs[0])))
	base := new(Int)
	for i := 0; i <= rounds; i++ {
		if i == rounds {
			base.SetInt64(2)
		} else {
			base.Rand(random, bases)
			base.Add(base, NewInt(2))
		}
		y := new(Int).Exp(base, odd, x)
		if y.Cmp(one) == 0 || y.Cmp(below) == 0 {
			continue
		}
		passed := false
		for k := uint(1); k < twos && !passed; k++ {
			y.Mul(y, y)
			y.Mod(y, x)
			if y.Cmp(one) == 0 {
				return false
			}
			passed = y.Cmp(below) == 0
		}
		if !passed {
			return false
		}
	}
	return true
}

// lucas runs the "almost extra strong" Lucas test: with the least p >= 3 for which p*p - 4 is no square modulo x.
func (x *Int) lucas() bool {
	p := int64(3)
	d := new(Int)
	for ; ; p++ {
		if p > 10000 {
			panic("math/big: internal error: cannot find (D/n) = -1 for " + x.String())
		}
		d.SetInt64(p*p - 4)
		j := Jacobi(d, x)
		if j == -1 {
			break
		}
		if j == 0 {
			// p+2 or p-2 shares a factor with x.
			return x.Cmp(NewInt(p+2)) == 0
		}
		if p == 40 {
			if root := new(Int).Sqrt(x); new(Int).Mul(root, root).Cmp(x) == 0 {
				return false
			}
		}
	}
	up := new(Int).Add(x, one)
	twos := up.abs.trailingZeros()
	odd := new(Int).Rsh(up, twos)
	two := NewInt(2)
	// v is V(k), w is V(k+1), for k growing bit by bit to the odd part.
	start := NewInt(p)
	v, w := NewInt(2), NewInt(p)
	step := func(a, b, less *Int) *Int {
		t := new(Int).Mul(a, b)
		t.Sub(t, less)
		return t.Mod(t, x)
	}
	for i := odd.BitLen() - 1; i >= 0; i-- {
		if odd.Bit(i) != 0 {
			v = step(v, w, start)
			w = step(w, w, two)
		} else {
			w = step(v, w, start)
			v = step(v, v, two)
		}
	}
	minusTwo := new(Int).Sub(x, two)
	if v.Cmp(two) == 0 || v.Cmp(minusTwo) == 0 {
		// U must be 0 too: p*V(k) = 2*V(k+1).
		t := new(Int).Mul(v, start)
		t.Sub(t, new(Int).Lsh(w, 1))
		if len(t.Mod(t, x).abs) == 0 {
			return true
		}
	}
	for range twos - 1 {
		if len(v.abs) == 0 {
			return true
		}
		if v.Cmp(two) == 0 {
			return false
		}
		v = step(v, v, two)
	}
	return false
}
