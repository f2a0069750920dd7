package big

import "math/bits"

// divWord gives x / y and the rest.
func (z nat) divWord(x nat, y Word) (q nat, r Word) {
	switch y {
	case 0:
		panic("division by zero")
	case 1:
		return z.set(x), 0
	}
	z = z.make(len(x))
	if len(x) < 4 {
		var rest uint
		for i := len(x) - 1; i >= 0; i-- {
			var digit uint
			digit, rest = bits.Div(rest, uint(x[i]), uint(y))
			z[i] = Word(digit)
		}
		return z.norm(), Word(rest)
	}
	return z.divInvariant(x, uint(y))
}

// divInvariant divides by the inverse of y, with which each digit takes multiplications only (Möller and Granlund, Improved division by
// invariant integers, algorithm 4).
func (z nat) divInvariant(x nat, y uint) (q nat, r Word) {
	shift := uint(bits.LeadingZeros(y))
	y <<= shift
	inverse, _ := bits.Div(^y, ^uint(0), y)
	rest := uint(x[len(x)-1]) >> 1 >> (wordBits - 1 - shift)
	for i := len(x) - 1; i >= 0; i-- {
		next := uint(x[i]) << shift
		if i > 0 {
			next |= uint(x[i-1]) >> 1 >> (wordBits - 1 - shift)
		}
		high, low := bits.Mul(inverse, rest)
		low, c := bits.Add(low, next, 0)
		high += rest + c + 1
		rest = next - high*y
		if rest > low {
			high--
			rest += y
		}
		if rest >= y {
			high++
			rest -= y
		}
		z[i] = Word(high)
	}
	return z.norm(), Word(rest >> shift)
}

// modWord gives the rest of x / y.
func (x nat) modWord(y Word) Word {
	var rest uint
	for i := len(x) - 1; i >= 0; i-- {
		_, rest = bits.Div(rest, uint(x[i]), uint(y))
	}
	return Word(rest)
}

// div gives u / v and the rest, which goes into r's memory if that is large enough.
func (z nat) div(r nat, u, v nat) (q, rest nat) {
	switch {
	case len(v) == 0:
		panic("division by zero")
	case u.cmp(v) < 0:
		rest = r.set(u)
		return z[:0], rest
	case len(v) == 1:
		q, w := z.divWord(u, v[0])
		rest = r[:0]
		if w != 0 {
			rest = append(rest, w)
		}
		return q, rest
	case len(v) >= recursiveFrom && len(u)-len(v) >= recursiveFrom/2:
		return divRecursive(u, v)
	}
	shift := uint(bits.LeadingZeros(uint(v[len(v)-1])))
	divisor := nat(nil).shl(v, shift)
	left := make(nat, len(u)+1)
	copy(left, nat(nil).shl(u, shift))
	q = z
	if overlap(z, u) || overlap(z, v) {
		q = nil
	}
	q = q.make(len(u) - len(v) + 1)
	schoolDivision(q, left, divisor)
	return q.norm(), r.shr(left.norm(), shift)
}

// schoolDivision divides left, which the rest replaces, by a divisor whose highest bit is set (Knuth's algorithm D).
func schoolDivision(q, left, divisor nat) {
	n := len(divisor)
	top, second := uint(divisor[n-1]), uint(divisor[n-2])
	for j := len(q) - 1; j >= 0; j-- {
		digit := ^uint(0)
		if high := uint(left[j+n]); high < top {
			var rest uint
			digit, rest = bits.Div(high, uint(left[j+n-1]), top)
			// With the next digit looked at, the guess is at most one too large.
			for hi, lo := bits.Mul(digit, second); hi > rest || hi == rest && lo > uint(left[j+n-2]); hi, lo = bits.Mul(digit, second) {
				digit--
				before := rest
				rest += top
				if rest < before {
					break
				}
			}
		}
		borrow := subMul(left[j:], divisor, Word(digit))
		if left[j+n] < borrow {
			digit--
			var c uint
			for i, v := range divisor {
				var s uint
				s, c = bits.Add(uint(left[j+i]), uint(v), c)
				left[j+i] = Word(s)
			}
			left[j+n] += Word(c)
		}
		left[j+n] -= borrow
		q[j] = Word(digit)
	}
}

const recursiveFrom = 100 // digits from which on a division is made of smaller ones and multiplications

// divRecursive divides by halves (Burnikel and Ziegler): with n digits of v, quotient digits come in blocks of n
// from 2n-digit numbers.
func divRecursive(u, v nat) (q, rest nat) {
	n := len(v)
	var blocks []nat
	for at := 0; at < len(u); at += n {
		blocks = append(blocks, u[at:min(at+n, len(u))].norm())
	}
	for i := len(blocks) - 1; i >= 0; i-- {
		var digit nat
		digit, rest = divTwoByOne(join(rest, blocks[i], n), v, n)
		q = join(q, digit, n)
	}
	return q, rest
}

// join gives high * base^n + low for low < base^n.
func join(high, low nat, n int) nat {
	if len(high) == 0 {
		return nat(nil).set(low)
	}
	out := make(nat, n+len(high))
	copy(out, low)
	copy(out[n:], high)
	return out
}

// divTwoByOne divides u < v * base^n by v of n digits.
func divTwoByOne(u, v nat, n int) (q, rest nat) {
	if n < recursiveFrom || n%2 != 0 || bits.LeadingZeros(uint(v[n-1])) != 0 {
		return divBase(u, v, n)
	}
	half := n / 2
	lowest, rest := split(u, half)
	q1, r1 := divThreeByTwo(rest, v, half)
	q0, r0 := divThreeByTwo(join(r1, lowest, half), v, half)
	return join(q1, q0, half), r0
}

// split gives the lowest n digits and the others.
func split(x nat, n int) (low, high nat) {
	if len(x) <= n {
		return x, nil
	}
	return x[:n].norm(), x[n:]
}

// divThreeByTwo divides u < v * base^half by v of 2*half digits: guess by v's upper half, then correct.
func divThreeByTwo(u, v nat, half int) (q, rest nat) {
	lowV, highV := split(v, half)
	lowU, highU := split(u, half)
	_, top := split(highU, half)
	var r nat
	if top.cmp(highV) < 0 {
		q, r = divTwoByOne(highU, highV, half)
	} else {
		q = make(nat, half)
		for i := range q {
			q[i] = ^Word(0)
		}
		r = nat(nil).sub(nat(nil).add(highU, highV), join(highV, nil, half))
	}
	product := nat(nil).mul(q, lowV)
	r = join(r, lowU, half)
	for r.cmp(product) < 0 {
		q = nat(nil).sub(q, nat{1})
		r = nat(nil).add(r, v)
	}
	return q, nat(nil).sub(r, product)
}

// divBase divides without, or after scaling with, recursion.
func divBase(u, v nat, n int) (q, rest nat) {
	if n >= recursiveFrom {
		// Make the number of digits even and the highest bit set.
		pad := uint(n%2) * wordBits
		shift := pad + uint(bits.LeadingZeros(uint(v[n-1])))
		q, rest = divTwoByOne(nat(nil).shl(u, shift), nat(nil).shl(v, shift), n+n%2)
		return q, nat(nil).shr(rest, shift)
	}
	if u.cmp(v) < 0 {
		return nil, u
	}
	shift := uint(bits.LeadingZeros(uint(v[n-1])))
	if n == 1 {
		var w Word
		q, w = nat(nil).divWord(u, v[0])
		return q, nat{w}.norm()
	}
	left := make(nat, len(u)+1)
	copy(left, nat(nil).shl(u, shift))
	q = make(nat, len(u)-n+1)
	schoolDivision(q, left, nat(nil).shl(v, shift))
	return q.norm(), nat(nil).shr(left.norm(), shift)
}

// sqrt gives the root of x, rounded down, by Newton's iteration from above.
func (z nat) sqrt(x nat) nat {
	if len(x) == 0 {
		return z[:0]
	}
	guess := nat(nil).shl(nat{1}, uint(x.bitLen()+1)/2)
	for {
		next, _ := nat(nil).div(nil, x, guess)
		next = next.add(next, guess)
		next = next.shr(next, 1)
		if next.cmp(guess) >= 0 {
			return z.set(guess)
		}
		guess = next
	}
}

// expPlain gives x ** y.
func (z nat) expPlain(x, y nat) nat {
	out := nat{1}
	for i := y.bitLen() - 1; i >= 0; i-- {
		out = nat(nil).mul(out, out)
		if y.bit(uint(i)) != 0 {
			out = nat(nil).mul(out, x)
		}
	}
	return z.set(out)
}

// expMod gives x ** y mod m, four bits of y at a time.
func (z nat) expMod(x, y, m nat) nat {
	if len(m) == 1 && m[0] == 1 {
		return z[:0]
	}
	const window = 4
	reduce := func(v nat) nat {
		_, r := nat(nil).div(nil, v, m)
		return r
	}
	if m[0]&1 == 1 && len(m) > 1 {
		return z.set(newMontgomery(m).exp(reduce(x), y))
	}
	var powers [1 << window]nat
	powers[0], powers[1] = nat{1}, reduce(x)
	for i := 2; i < len(powers); i++ {
		powers[i] = reduce(nat(nil).mul(powers[i-1], powers[1]))
	}
	out := nat{1}
	for at := (y.bitLen() + window - 1) / window * window; at > 0; at -= window {
		for range window {
			out = reduce(nat(nil).mul(out, out))
		}
		digit := y.bit(uint(at-1))<<3 | y.bit(uint(at-2))<<2 | y.bit(uint(at-3))<<1 | y.bit(uint(at-4))
		if digit != 0 {
			out = reduce(nat(nil).mul(out, powers[digit]))
		}
	}
	return z.set(out)
}

// montgomery multiplies modulo an odd m without divisions: numbers are kept times base^n.
type montgomery struct {
	m       nat
	inverse Word // of -m[0] modulo the base
	one     nat
	square  nat // base^2n mod m
}

func newMontgomery(m nat) *montgomery {
	// Each step of Newton's doubles the number of right bits.
	inverse := m[0]
	for range 6 {
		inverse *= 2 - m[0]*inverse
	}
	n := uint(len(m)) * wordBits
	_, one := nat(nil).div(nil, nat(nil).shl(nat{1}, n), m)
	_, square := nat(nil).div(nil, nat(nil).shl(nat{1}, 2*n), m)
	return &montgomery{m, -inverse, one, square}
}

// mul gives x*y / base^n mod m.
func (k *montgomery) mul(x, y nat) nat {
	n := len(k.m)
	t := make(nat, 2*n+1)
	for i := range n {
		if i < len(x) {
			carry(t[i+len(y):], addMul(t[i:], y, x[i]))
		}
		carry(t[i+n:], addMul(t[i:], k.m, t[i]*k.inverse))
	}
	out := t[n:].norm()
	if out.cmp(k.m) >= 0 {
		out = out.sub(out, k.m)
	}
	return out
}

func (k *montgomery) exp(x, y nat) nat {
	const window = 4
	var powers [1 << window]nat
	powers[0], powers[1] = k.one, k.mul(x, k.square)
	for i := 2; i < len(powers); i++ {
		powers[i] = k.mul(powers[i-1], powers[1])
	}
	out := k.one
	for at := (y.bitLen() + window - 1) / window * window; at > 0; at -= window {
		for range window {
			out = k.mul(out, out)
		}
		digit := y.bit(uint(at-1))<<3 | y.bit(uint(at-2))<<2 | y.bit(uint(at-3))<<1 | y.bit(uint(at-4))
		if digit != 0 {
			out = k.mul(out, powers[digit])
		}
	}
	return k.mul(out, nat{1})
}
