package big

// The greatest common divisor by Euclid's algorithm as Lehmer does it: the highest bits of both numbers tell the quotients of many steps,
// which are then done at once (Knuth, The Art of Computer Programming 2, 4.5.2, algorithm L).

// steps are some steps of Euclid's: a becomes aa*a + ab*b and b becomes ba*a + bb*b. None are {1, 0, 0, 1}.
type steps struct{ aa, ab, ba, bb int }

// leading gives the steps whose quotients the highest bits of a and b, a > b, tell.
func leading(a, b nat) steps {
	const size = wordBits - 2
	s := steps{1, 0, 0, 1}
	n := a.bitLen() - size
	if n <= 0 {
		return s
	}
	x, y := int(highBits(a, uint(n))), int(highBits(b, uint(n)))
	for y+s.ba != 0 && y+s.bb != 0 {
		q := (x + s.aa) / (y + s.ba)
		if q != (x+s.ab)/(y+s.bb) {
			break
		}
		s = steps{s.ba, s.bb, s.aa - q*s.ba, s.ab - q*s.bb}
		x, y = y, x-q*y
	}
	return s
}

// highBits gives x >> n, which fits a digit.
func highBits(x nat, n uint) Word {
	at, shift := int(n/wordBits), n%wordBits
	if at >= len(x) {
		return 0
	}
	w := x[at] >> shift
	if at+1 < len(x) {
		w |= x[at+1] << 1 << (wordBits - 1 - shift)
	}
	return w
}

// combined gives p*x + q*y, of which one is not positive and the sum not negative, in z's memory, which is neither's.
func (z nat) combined(x nat, p int, y nat, q int) nat {
	if p <= 0 {
		x, p, y, q = y, q, x, p
	}
	n := max(len(x), len(y)) + 1
	z = z.make(n)
	clear(z)
	z[len(x)] = addMul(z[:len(x)], x, Word(p))
	borrow := subMul(z[:len(y)], y, Word(-q))
	for i := len(y); borrow != 0 && i < n; i++ {
		before := z[i]
		z[i] -= borrow
		if before >= borrow {
			borrow = 0
		} else {
			borrow = 1
		}
	}
	return z.norm()
}

// euclid gives the greatest common divisor of a and b, neither 0, and where it is wanted a's coefficient.
func euclid(a, b nat, wanted bool) (nat, *Int) {
	s0, s1 := NewInt(1), NewInt(0)
	a, b = nat(nil).set(a), nat(nil).set(b)
	if a.cmp(b) < 0 {
		a, b, s0, s1 = b, a, s1, s0
	}
	var c, d nat
	for len(b) > 0 {
		s := leading(a, b)
		if s.ab == 0 {
			var q nat
			q, c = c.div(d, a, b)
			a, b, c, d = b, c, q, a
			if wanted {
				s0, s1 = s1, new(Int).Sub(s0, new(Int).Mul(new(Int).with(false, nat(nil).set(q)), s1))
			}
			continue
		}
		c = c.combined(a, s.aa, b, s.ab)
		d = d.combined(a, s.ba, b, s.bb)
		a, b, c, d = c, d, a, b
		if wanted {
			s0, s1 = s0.mixed(s.aa, s1, s.ab), s0.mixed(s.ba, s1, s.bb)
		}
	}
	return a, s0
}

// mixed gives p*x + q*y.
func (x *Int) mixed(p int, y *Int, q int) *Int {
	sum := new(Int).Mul(x, NewInt(int64(p)))
	return sum.Add(sum, new(Int).Mul(y, NewInt(int64(q))))
}
