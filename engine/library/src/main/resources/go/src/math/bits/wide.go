package bits

// arithmeticFault is what a division here panics with: an error of the runtime's own kind, with its text.
type arithmeticFault string

func (f arithmeticFault) Error() string { return "runtime error: " + string(f) }

// RuntimeError marks the type as one of runtime.Error's.
func (f arithmeticFault) RuntimeError() {}

const (
	byZero   = arithmeticFault("integer divide by zero")
	tooLarge = arithmeticFault("integer overflow")
)

// Add gives x + y + carry and the carry out of it; carry is 0 or 1.
func Add(x, y, carry uint) (sum, carryOut uint) {
	sum = x + y + carry
	return sum, (x&y | (x|y)&^sum) >> (UintSize - 1)
}

// Add32 is Add on 32 bits.
func Add32(x, y, carry uint32) (sum, carryOut uint32) {
	wide := uint64(x) + uint64(y) + uint64(carry)
	return uint32(wide), uint32(wide >> 32)
}

//gorrery:intrinsic
func Add64(x, y, carry uint64) (sum, carryOut uint64) {
	sum = x + y + carry
	return sum, (x&y | (x|y)&^sum) >> 63
}

// Sub gives x - y - borrow and the borrow out of it; borrow is 0 or 1.
func Sub(x, y, borrow uint) (diff, borrowOut uint) {
	diff = x - y - borrow
	return diff, (^x&y | ^(x^y)&diff) >> (UintSize - 1)
}

// Sub32 is Sub on 32 bits.
func Sub32(x, y, borrow uint32) (diff, borrowOut uint32) {
	wide := uint64(x) - uint64(y) - uint64(borrow)
	return uint32(wide), uint32(wide>>32) & 1
}

//gorrery:intrinsic
func Sub64(x, y, borrow uint64) (diff, borrowOut uint64) {
	diff = x - y - borrow
	return diff, (^x&y | ^(x^y)&diff) >> 63
}

// Mul gives the product of x and y in two words.
func Mul(x, y uint) (hi, lo uint) {
	if UintSize == 32 {
		wide := uint64(x) * uint64(y)
		return uint(wide >> 32), uint(wide)
	}
	h, l := Mul64(uint64(x), uint64(y))
	return uint(h), uint(l)
}

// Mul32 gives the product of x and y in two words.
func Mul32(x, y uint32) (hi, lo uint32) {
	wide := uint64(x) * uint64(y)
	return uint32(wide >> 32), uint32(wide)
}

//gorrery:intrinsic
func Mul64(x, y uint64) (hi, lo uint64) {
	const half = 1<<32 - 1
	xl, xh, yl, yh := x&half, x>>32, y&half, y>>32
	low := xl * yl
	cross := xh*yl + low>>32
	other := xl*yh + cross&half
	return xh*yh + cross>>32 + other>>32, x * y
}

// Div divides the two words (hi, lo) by y. It panics for y == 0 and where the quotient needs more than a word.
func Div(hi, lo, y uint) (quo, rem uint) {
	if UintSize == 32 {
		q, r := Div32(uint32(hi), uint32(lo), uint32(y))
		return uint(q), uint(r)
	}
	q, r := Div64(uint64(hi), uint64(lo), uint64(y))
	return uint(q), uint(r)
}

// Div32 is Div on words of 32 bits.
func Div32(hi, lo, y uint32) (quo, rem uint32) {
	if y == 0 {
		panic(byZero)
	}
	if y <= hi {
		panic(tooLarge)
	}
	wide := uint64(hi)<<32 | uint64(lo)
	return uint32(wide / uint64(y)), uint32(wide % uint64(y))
}

// Div64 is Div on words of 64 bits: schoolbook division in base 2^32, the divisor scaled
// so that a digit guessed from its upper half is at most two too large.
func Div64(hi, lo, y uint64) (quo, rem uint64) {
	if y == 0 {
		panic(byZero)
	}
	if y <= hi {
		panic(tooLarge)
	}
	if hi == 0 {
		return lo / y, lo % y
	}
	scale := LeadingZeros64(y)
	y <<= scale
	hi = hi<<scale | lo>>(64-scale)
	lo <<= scale
	q1, r1 := quotientDigit(hi, lo>>32, y)
	q0, r0 := quotientDigit(r1, lo&(1<<32-1), y)
	return q1<<32 | q0, r0 >> scale
}

// quotientDigit divides hi*2^32 + next by a scaled y > hi, giving one digit of base 2^32 and the rest.
func quotientDigit(hi, next, y uint64) (digit, rem uint64) {
	top, bottom := y>>32, y&(1<<32-1)
	digit = hi / top
	left := hi - digit*top
	for digit>>32 != 0 || digit*bottom > left<<32|next {
		digit--
		left += top
		if left>>32 != 0 {
			break
		}
	}
	return digit, hi<<32 + next - digit*y
}

// Rem gives the remainder of (hi, lo) divided by y; the quotient may need more than a word. It panics for y == 0.
func Rem(hi, lo, y uint) uint {
	if UintSize == 32 {
		return uint(Rem32(uint32(hi), uint32(lo), uint32(y)))
	}
	return uint(Rem64(uint64(hi), uint64(lo), uint64(y)))
}

// Rem32 is Rem on words of 32 bits.
func Rem32(hi, lo, y uint32) uint32 {
	if y == 0 {
		panic(byZero)
	}
	return uint32((uint64(hi)<<32 | uint64(lo)) % uint64(y))
}

// Rem64 is Rem on words of 64 bits.
func Rem64(hi, lo, y uint64) uint64 {
	if y == 0 {
		panic(byZero)
	}
	_, rem := Div64(hi%y, lo, y)
	return rem
}
