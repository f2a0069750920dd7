package runtime

// The layout of a float64.
const (
	signBit  = 1 << 63
	infinity = 0x7ff << 52
)

func floatBits(f float64) uint64

func bitsFloat(b uint64) float64

func isNaN(f float64) bool { return f != f }

func isInf(f float64) bool { return floatBits(f)&^signBit == infinity }

func isFinite(f float64) bool { return floatBits(f)&infinity != infinity }

func withSign(f, sign float64) float64 {
	return bitsFloat(floatBits(f)&^signBit | floatBits(sign)&signBit)
}

// boxed gives 1 for an infinity and 0 for all else, with the sign of f.
func boxed(f float64) float64 {
	if isInf(f) {
		return withSign(1, f)
	}
	return withSign(0, f)
}

// complex128div divides, with infinities and zeros as annex G of C99 has them: the compiler calls it for x / y.
func complex128div(n, m complex128) complex128 {
	a, b, c, d := real(n), imag(n), real(m), imag(m)
	var e, f float64
	if larger(c, d) {
		q := d / c
		denominator := c + q*d
		e, f = (a+b*q)/denominator, (b-a*q)/denominator
	} else {
		q := c / d
		denominator := d + q*c
		e, f = (a*q+b)/denominator, (b*q-a)/denominator
	}
	if !isNaN(e) || !isNaN(f) {
		return complex(e, f)
	}
	inf := bitsFloat(infinity)
	switch {
	case c == 0 && d == 0 && (!isNaN(a) || !isNaN(b)):
		inf = withSign(inf, c)
		return complex(inf*a, inf*b)
	case (isInf(a) || isInf(b)) && isFinite(c) && isFinite(d):
		a, b = boxed(a), boxed(b)
		return complex(inf*(a*c+b*d), inf*(b*c-a*d))
	case (isInf(c) || isInf(d)) && isFinite(a) && isFinite(b):
		c, d = boxed(c), boxed(d)
		return complex(0*(a*c+b*d), 0*(b*c-a*d))
	}
	return complex(e, f)
}

// larger compares magnitudes; false where one is no number.
func larger(x, y float64) bool {
	u, v := floatBits(x)&^signBit, floatBits(y)&^signBit
	return bitsFloat(u) >= bitsFloat(v)
}
