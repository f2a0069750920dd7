package big

import "math/bits"

// addMul adds x*y to z and gives the carry out of z[:len(x)].
func addMul(z, x nat, y Word) Word {
	var carry uint
	for i, v := range x {
		hi, lo := bits.Mul(uint(v), uint(y))
		lo, c := bits.Add(lo, carry, 0)
		hi += c
		lo, c = bits.Add(lo, uint(z[i]), 0)
		z[i] = Word(lo)
		carry = hi + c
	}
	return Word(carry)
}

// subMul takes x*y from z and gives the borrow out of z[:len(x)].
func subMul(z, x nat, y Word) Word {
	var borrow uint
	for i, v := range x {
		hi, lo := bits.Mul(uint(v), uint(y))
		lo, c := bits.Add(lo, borrow, 0)
		hi += c
		d, b := bits.Sub(uint(z[i]), lo, 0)
		z[i] = Word(d)
		borrow = hi + b
	}
	return Word(borrow)
}

const splitFrom = 40 // digits from which on a product is made of three of half the size

// mul gives x * y.
func (z nat) mul(x, y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	switch len(y) {
	case 0:
		return z[:0]
	case 1:
		return z.mulAdd(x, y[0], 0)
	}
	out := z
	if overlap(z, x) || overlap(z, y) {
		out = nil
	}
	out = out.make(len(x) + len(y))
	if n := len(y); n < splitFrom {
		basicMultiply(out, x, y)
	} else if n == len(x) {
		karatsuba(out, x, y, make(nat, room(n)))
	} else {
		clear(out)
		addProduct(out, x, y, make(nat, 2*n+room(n)))
	}
	return out.norm()
}

// overlap reports whether x and y share their memory.
func overlap(x, y nat) bool {
	return cap(x) > 0 && cap(y) > 0 && &x[:cap(x)][cap(x)-1] == &y[:cap(y)][cap(y)-1]
}

// basicMultiply sets z, of as many digits as both, to x*y.
func basicMultiply(z, x, y nat) {
	clear(z[:len(x)])
	for i, v := range y {
		z[i+len(x)] = addMul(z[i:i+len(x)], x, v)
	}
}

// addProduct adds x*y to z, which is large enough, for len(x) >= len(y): in pieces of y's size.
func addProduct(z, x, y, space nat) {
	n := len(y)
	product, space := space[:2*n], space[2*n:]
	for ; len(x) >= n; x, z = x[n:], z[n:] {
		if n < splitFrom {
			basicMultiply(product, x[:n], y)
		} else {
			karatsuba(product, x[:n], y, space)
		}
		addAll(z, product)
	}
	if rest := x.norm(); len(rest) > 0 {
		addAll(z, nat(nil).mul(y, rest))
	}
}

// room gives how much space karatsuba needs for numbers of n digits.
func room(n int) int { return 4*n + 8*bits.Len(uint(n)) }

// karatsuba sets z, of 2n digits, to the product of x and y, of n digits each. With B a power near the middle,
//
//	(aB + b)(cB + d) = acB^2 + (ac + bd - (a-b)(c-d))B + bd
func karatsuba(z, x, y, space nat) {
	n := len(x)
	if n < splitFrom {
		basicMultiply(z, x, y)
		return
	}
	half := (n + 1) / 2
	karatsuba(z[:2*half], x[:half], y[:half], space)
	karatsuba(z[2*half:], x[half:], y[half:], space)
	u, v, product, deeper := space[:half], space[half:2*half], space[2*half:4*half], space[4*half:]
	same := distance(u, x[:half], x[half:]) == distance(v, y[:half], y[half:])
	karatsuba(product, u, v, deeper)
	sum := space[:2*half]
	copy(sum, z[:2*half])
	c := addAll(sum, z[2*half:])
	if same {
		c -= subAll(sum, product)
	} else {
		c += addAll(sum, product)
	}
	carry(z[3*half:], addAll(z[half:3*half], sum)+c)
}

// distance sets z to |x - y| for a y that is no longer than x, and reports whether y was larger.
func distance(z, x, y nat) bool {
	copy(z, x)
	if subAll(z, y) == 0 {
		return false
	}
	var c uint = 1
	for i, v := range z {
		var d uint
		d, c = bits.Add(^uint(v), 0, c)
		z[i] = Word(d)
	}
	return true
}

// addAll adds x to z and gives the carry out of z.
func addAll(z, x nat) Word {
	var c uint
	for i, v := range x {
		var s uint
		s, c = bits.Add(uint(z[i]), uint(v), c)
		z[i] = Word(s)
	}
	for i := len(x); c != 0 && i < len(z); i++ {
		z[i]++
		if z[i] != 0 {
			c = 0
		}
	}
	return Word(c)
}

// subAll takes x from z and gives the borrow out of z.
func subAll(z, x nat) Word {
	var b uint
	for i, v := range x {
		var d uint
		d, b = bits.Sub(uint(z[i]), uint(v), b)
		z[i] = Word(d)
	}
	for i := len(x); b != 0 && i < len(z); i++ {
		if z[i] != 0 {
			b = 0
		}
		z[i]--
	}
	return Word(b)
}

// carry adds c to z.
func carry(z nat, c Word) {
	for i := 0; c != 0; i++ {
		z[i] += c
		if z[i] >= c {
			return
		}
		c = 1
	}
}
