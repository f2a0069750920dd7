// Package big has integers, fractions and floats of any size.
//
// The methods of *Int, *Rat and *Float put the result into their receiver, which may be one of the operands, and give it.
package big

import "math/bits"

// Word is a digit of a natural number in base 2^wordBits.
type Word uint

const wordBits = bits.UintSize

// nat is a natural number, the lowest digit first, without zeros at the end; empty for 0.
type nat []Word

// norm cuts zeros off the end.
func (z nat) norm() nat {
	n := len(z)
	for n > 0 && z[n-1] == 0 {
		n--
	}
	return z[:n]
}

// make gives n digits, of z's memory where there is enough; their values are not defined.
func (z nat) make(n int) nat {
	if n <= cap(z) {
		return z[:n]
	}
	const spare = 4
	if n == 1 {
		return make(nat, 1)
	}
	return make(nat, n, n+spare)
}

func (z nat) set(x nat) nat {
	z = z.make(len(x))
	copy(z, x)
	return z
}

func (z nat) setUint64(x uint64) nat {
	z = z[:0]
	for ; x != 0; x = x >> (wordBits / 2) >> (wordBits / 2) {
		z = append(z, Word(x))
	}
	return z
}

// uint64 gives the lowest 64 bits.
func (x nat) uint64() uint64 {
	var u uint64
	for i := min(len(x), 64/wordBits) - 1; i >= 0; i-- {
		u = u<<(wordBits/2)<<(wordBits/2) | uint64(x[i])
	}
	return u
}

func (x nat) cmp(y nat) int {
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

func (x nat) bitLen() int {
	if len(x) == 0 {
		return 0
	}
	return (len(x)-1)*wordBits + bits.Len(uint(x[len(x)-1]))
}

// trailingZeros gives the number of zero bits below the lowest one bit; 0 for 0.
func (x nat) trailingZeros() uint {
	for i, w := range x {
		if w != 0 {
			return uint(i*wordBits + bits.TrailingZeros(uint(w)))
		}
	}
	return 0
}

func (x nat) bit(i uint) uint {
	at := i / wordBits
	if at >= uint(len(x)) {
		return 0
	}
	return uint(x[at] >> (i % wordBits) & 1)
}

// sticky reports whether one of the lowest n bits is set.
func (x nat) sticky(n uint) bool {
	return len(x) > 0 && x.trailingZeros() < n
}

// add gives x + y.
func (z nat) add(x, y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	z = z.make(len(x) + 1)
	var carry uint
	for i := range y {
		var s uint
		s, carry = bits.Add(uint(x[i]), uint(y[i]), carry)
		z[i] = Word(s)
	}
	for i := len(y); i < len(x); i++ {
		var s uint
		s, carry = bits.Add(uint(x[i]), 0, carry)
		z[i] = Word(s)
	}
	z[len(x)] = Word(carry)
	return z.norm()
}

// sub gives x - y for x >= y.
func (z nat) sub(x, y nat) nat {
	z = z.make(len(x))
	var borrow uint
	for i := range y {
		var d uint
		d, borrow = bits.Sub(uint(x[i]), uint(y[i]), borrow)
		z[i] = Word(d)
	}
	for i := len(y); i < len(x); i++ {
		var d uint
		d, borrow = bits.Sub(uint(x[i]), 0, borrow)
		z[i] = Word(d)
	}
	if borrow != 0 {
		panic("underflow")
	}
	return z.norm()
}

// mulAdd gives x*y + r for digits y and r.
func (z nat) mulAdd(x nat, y, r Word) nat {
	z = z.make(len(x) + 1)
	carry := uint(r)
	for i, v := range x {
		hi, lo := bits.Mul(uint(v), uint(y))
		lo, c := bits.Add(lo, carry, 0)
		z[i] = Word(lo)
		carry = hi + c
	}
	z[len(x)] = Word(carry)
	return z.norm()
}

// shl gives x << n.
func (z nat) shl(x nat, n uint) nat {
	if len(x) == 0 {
		return z[:0]
	}
	words, shift := int(n/wordBits), n%wordBits
	size := len(x)
	z = z.make(size + words + 1)
	z[size+words] = 0
	if shift == 0 {
		copy(z[words:], x)
	} else {
		z[size+words] = x[size-1] >> (wordBits - shift)
		for i := size - 1; i > 0; i-- {
			z[i+words] = x[i]<<shift | x[i-1]>>(wordBits-shift)
		}
		z[words] = x[0] << shift
	}
	clear(z[:words])
	return z.norm()
}

// shr gives x >> n.
func (z nat) shr(x nat, n uint) nat {
	words, shift := n/wordBits, n%wordBits
	if words >= uint(len(x)) {
		return z[:0]
	}
	x = x[words:]
	z = z.make(len(x))
	if shift == 0 {
		copy(z, x)
		return z.norm()
	}
	for i := range len(x) - 1 {
		z[i] = x[i]>>shift | x[i+1]<<(wordBits-shift)
	}
	z[len(x)-1] = x[len(x)-1] >> shift
	return z.norm()
}

// bitwise gives f digit by digit for the longer of x and y, missing digits being 0.
func (z nat) bitwise(x, y nat, f func(a, b Word) Word) nat {
	n := max(len(x), len(y))
	z = z.make(n)
	for i := range n {
		var a, b Word
		if i < len(x) {
			a = x[i]
		}
		if i < len(y) {
			b = y[i]
		}
		z[i] = f(a, b)
	}
	return z.norm()
}

func (z nat) and(x, y nat) nat {
	return z.bitwise(x, y, func(a, b Word) Word { return a & b })
}

func (z nat) andNot(x, y nat) nat {
	return z.bitwise(x, y, func(a, b Word) Word { return a &^ b })
}

func (z nat) or(x, y nat) nat {
	return z.bitwise(x, y, func(a, b Word) Word { return a | b })
}

func (z nat) xor(x, y nat) nat {
	return z.bitwise(x, y, func(a, b Word) Word { return a ^ b })
}
