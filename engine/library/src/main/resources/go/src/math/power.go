package math

// isOdd reports whether x is an odd integer.
func isOdd(x float64) bool {
	if Abs(x) >= 1<<53 {
		return false
	}
	return Trunc(x) == x && int64(x)&1 == 1
}

// Pow gives x to the power of y.
func Pow(x, y float64) float64 {
	switch {
	case y == 0 || x == 1:
		return 1
	case y == 1:
		return x
	case x != x || y != y:
		return NaN()
	case x == 0 || IsInf(x, 0):
		return powerOfExtreme(x, y)
	case IsInf(y, 0) || Abs(y) >= 1<<63:
		return powerTo(x, y > 0)
	case y == 0.5:
		return Sqrt(x)
	case y == -0.5:
		return 1 / Sqrt(x)
	}
	whole, rest := Modf(Abs(y))
	if rest != 0 && x < 0 {
		return NaN()
	}
	result := 1.0
	if rest != 0 {
		if rest > 0.5 {
			rest--
			whole++
		}
		result = Exp(rest * Log(x))
	}
	// Multiply the squares of x, mantissa and exponent apart so that nothing overflows on the way.
	exponent := 0
	base, baseExponent := Frexp(x)
	for n := int64(whole); n != 0; n >>= 1 {
		if baseExponent < -1<<12 || baseExponent > 1<<12 {
			exponent += baseExponent
			break
		}
		if n&1 == 1 {
			result *= base
			exponent += baseExponent
		}
		base *= base
		baseExponent <<= 1
		if base < 0.5 {
			base += base
			baseExponent--
		}
	}
	if y < 0 {
		return Ldexp(1/result, -exponent)
	}
	return Ldexp(result, exponent)
}

// powerOfExtreme gives a zero's or an infinity's power y, y being neither zero nor NaN.
func powerOfExtreme(x, y float64) float64 {
	result := 0.0
	if (x == 0) == (y < 0) {
		result = Inf(1)
	}
	if Signbit(x) && isOdd(y) {
		return -result
	}
	return result
}

// powerTo gives what x's powers go to where the exponent is, or might as well be, infinite.
func powerTo(x float64, positive bool) float64 {
	switch {
	case x == -1:
		return 1
	case (Abs(x) < 1) == positive:
		return 0
	}
	return Inf(1)
}

var (
	tensUpTo31 = [32]float64{
		1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
		1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28, 1e29, 1e30, 1e31,
	}
	tensBy32         = [...]float64{1e0, 1e32, 1e64, 1e96, 1e128, 1e160, 1e192, 1e224, 1e256, 1e288}
	negativeTensBy32 = [...]float64{
		1e0, 1e-32, 1e-64, 1e-96, 1e-128, 1e-160, 1e-192, 1e-224, 1e-256, 1e-288, 1e-320,
	}
)

// Pow10 gives 10 to the power of n.
func Pow10(n int) float64 {
	switch {
	case n > 308:
		return Inf(1)
	case n >= 0:
		return tensBy32[n/32] * tensUpTo31[n%32]
	case n >= -323:
		return negativeTensBy32[-n/32] / tensUpTo31[-n%32]
	}
	return 0
}

// Hypot gives Sqrt(p*p + q*q) where that is finite, whatever the squares are.
func Hypot(p, q float64) float64 {
	p, q = Abs(p), Abs(q)
	switch {
	case p > MaxFloat64 || q > MaxFloat64:
		return Inf(1)
	case p != p || q != q:
		return NaN()
	case p < q:
		p, q = q, p
	}
	if p == 0 {
		return 0
	}
	q /= p
	return p * Sqrt(1+q*q)
}

// Cbrt gives the cube root of x: a guess by dividing the exponent, a rational approximation to 23 bits, one step of
// Newton's (msun's s_cbrt.c).
func Cbrt(x float64) float64 {
	if x == 0 || x-x != 0 {
		return x
	}
	size := Abs(x)
	t := Float64frombits(Float64bits(size)/3 + 715094163<<32)
	if size < 0x1p-1022 {
		t = Float64frombits(Float64bits(size*(1<<54))/3 + 696219795<<32)
	}
	r := t * t / size
	s := 5.42857142857142815906e-01 + r*t
	t *= 3.57142857142857150787e-01 + 1.60714285714285720630/(s+1.41428571428571436819+-7.05306122448979611050e-01/s)
	t = Float64frombits(Float64bits(t)&(0xFFFFFFFFC<<28) + 1<<30)
	s = t * t
	r = size / s
	r = (r - t) / (t + t + r)
	return Copysign(t+t*r, x)
}
