package big

// Negative numbers behave as if written in two's complement with endless ones in front: -x is the complement of x-1.

// Lsh sets z to x << n.
func (z *Int) Lsh(x *Int, n uint) *Int { return z.with(x.neg, z.abs.shl(x.abs, n)) }

// Rsh sets z to x >> n, rounded down.
func (z *Int) Rsh(x *Int, n uint) *Int {
	if x.neg {
		below := z.abs.sub(x.abs, nat{1})
		below = below.shr(below, n)
		return z.with(true, below.add(below, nat{1}))
	}
	return z.with(false, z.abs.shr(x.abs, n))
}

// Bit gives the i-th bit of x. It panics for a negative i.
func (x *Int) Bit(i int) uint {
	if i < 0 {
		panic("negative bit index")
	}
	if x.neg {
		return nat(nil).sub(x.abs, nat{1}).bit(uint(i)) ^ 1
	}
	return x.abs.bit(uint(i))
}

// SetBit sets z to x with the i-th bit being b. It panics for a negative i and a b other than 0 and 1.
func (z *Int) SetBit(x *Int, i int, b uint) *Int {
	if i < 0 {
		panic("negative bit index")
	}
	if b > 1 {
		panic("set bit is not 0 or 1")
	}
	mask := nat(nil).shl(nat{1}, uint(i))
	if x.neg {
		below := withBit(nat(nil).sub(x.abs, nat{1}), mask, b^1)
		return z.with(true, below.add(below, nat{1}))
	}
	return z.with(false, withBit(x.abs, mask, b))
}

func withBit(x, mask nat, b uint) nat {
	if b == 0 {
		return nat(nil).andNot(x, mask)
	}
	return nat(nil).or(x, mask)
}

// complemented gives x's bits: those of x, or for a negative x those of which x is the complement.
func complemented(x *Int) nat {
	if x.neg {
		return nat(nil).sub(x.abs, nat{1})
	}
	return x.abs
}

// fromComplement sets z to v or, if neg says so, to v's complement.
func (z *Int) fromComplement(neg bool, v nat) *Int {
	if neg {
		return z.with(true, nat(nil).add(v, nat{1}))
	}
	return z.with(false, v)
}

// And sets z to x & y.
func (z *Int) And(x, y *Int) *Int {
	a, b := complemented(x), complemented(y)
	switch {
	case x.neg && y.neg:
		return z.fromComplement(true, nat(nil).or(a, b))
	case x.neg:
		return z.fromComplement(false, nat(nil).andNot(b, a))
	case y.neg:
		return z.fromComplement(false, nat(nil).andNot(a, b))
	}
	return z.fromComplement(false, nat(nil).and(a, b))
}

// Or sets z to x | y.
func (z *Int) Or(x, y *Int) *Int {
	a, b := complemented(x), complemented(y)
	switch {
	case x.neg && y.neg:
		return z.fromComplement(true, nat(nil).and(a, b))
	case x.neg:
		return z.fromComplement(true, nat(nil).andNot(a, b))
	case y.neg:
		return z.fromComplement(true, nat(nil).andNot(b, a))
	}
	return z.fromComplement(false, nat(nil).or(a, b))
}

// Xor sets z to x ^ y.
func (z *Int) Xor(x, y *Int) *Int {
	return z.fromComplement(x.neg != y.neg, nat(nil).xor(complemented(x), complemented(y)))
}

// AndNot sets z to x &^ y.
func (z *Int) AndNot(x, y *Int) *Int {
	a, b := complemented(x), complemented(y)
	switch {
	case x.neg && y.neg:
		return z.fromComplement(false, nat(nil).andNot(b, a))
	case x.neg:
		return z.fromComplement(true, nat(nil).or(a, b))
	case y.neg:
		return z.fromComplement(false, nat(nil).and(a, b))
	}
	return z.fromComplement(false, nat(nil).andNot(a, b))
}

// Not sets z to ^x.
func (z *Int) Not(x *Int) *Int { return z.fromComplement(!x.neg, nat(nil).set(complemented(x))) }
