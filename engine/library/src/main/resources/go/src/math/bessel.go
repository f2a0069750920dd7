package math

// The Bessel functions, after msun's e_j0.c, e_j1.c and e_jn.c.

const hugeArgument = 1 << 129 // from here on the asymptotic series have but one term

// byRange picks one of four coefficient lists by the range that x >= 2 falls into.
func byRange(x float64, from8, from4, from2, below []float64) []float64 {
	switch {
	case x >= 8:
		return from8
	case x >= 4.5454:
		return from4
	case x >= 2.8571:
		return from2
	}
	return below
}

// asymptotic gives the functions P and Q of order 0 or 1 that modulate the waves of the Bessel functions.
func asymptotic(order int, x float64) (p, q float64) {
	z := 1 / (x * x)
	if order == 0 {
		p = 1 + polynomial(z, byRange(x, p0Over8[:], p0Over5[:], p0Over3[:], p0Over2[:]))/
			polynomial(z, byRange(x, p0Under8[:], p0Under5[:], p0Under3[:], p0Under2[:]))
		q = polynomial(z, byRange(x, q0Over8[:], q0Over5[:], q0Over3[:], q0Over2[:])) /
			polynomial(z, byRange(x, q0Under8[:], q0Under5[:], q0Under3[:], q0Under2[:]))
		return p, (-0.125 + q) / x
	}
	p = 1 + polynomial(z, byRange(x, p1Over8[:], p1Over5[:], p1Over3[:], p1Over2[:]))/
		polynomial(z, byRange(x, p1Under8[:], p1Under5[:], p1Under3[:], p1Under2[:]))
	q = polynomial(z, byRange(x, q1Over8[:], q1Over5[:], q1Over3[:], q1Over2[:])) /
		polynomial(z, byRange(x, q1Under8[:], q1Under5[:], q1Under3[:], q1Under2[:]))
	return p, (0.375 + q) / x
}

// waves gives the sine and cosine of x less the phase of the order's waves, times Sqrt2. Of a sum and a difference
// one may cancel; that one comes from the other and the double angle.
func waves(order int, x float64) (ss, cc float64) {
	s, c := Sincos(x)
	if order == 0 {
		ss, cc = s-c, s+c
	} else {
		ss, cc = -s-c, s-c
	}
	if x < MaxFloat64/2 {
		z := Cos(x + x)
		productWins := s*c > 0
		if order == 0 {
			z = -z
			productWins = s*c < 0
		}
		if productWins {
			cc = z / ss
		} else {
			ss = z / cc
		}
	}
	return ss, cc
}

// firstKind gives the Bessel function of the first kind for x >= 2, secondKind that of the second.
func firstKind(order int, x float64) float64 {
	ss, cc := waves(order, x)
	if x > hugeArgument {
		return (1 / SqrtPi) * cc / Sqrt(x)
	}
	p, q := asymptotic(order, x)
	return (1 / SqrtPi) * (p*cc - q*ss) / Sqrt(x)
}

func secondKind(order int, x float64) float64 {
	ss, cc := waves(order, x)
	if x > hugeArgument {
		return (1 / SqrtPi) * ss / Sqrt(x)
	}
	p, q := asymptotic(order, x)
	return (1 / SqrtPi) * (p*ss + q*cc) / Sqrt(x)
}

// J0 gives the Bessel function of the first kind and order 0.
func J0(x float64) float64 {
	x = Abs(x)
	switch {
	case x != x:
		return x
	case x > MaxFloat64:
		return 0
	case x >= 2:
		return firstKind(0, x)
	case x < 1.0/(1<<27):
		return 1
	case x < 1.0/(1<<13):
		return 1 - 0.25*x*x
	}
	z := x * x
	ratio := z * polynomial(z, j0Over[:]) / polynomial(z, j0Under[:])
	if x < 1 {
		return 1 + z*(-0.25+ratio)
	}
	half := 0.5 * x
	return (1+half)*(1-half) + z*ratio
}

// Y0 gives the Bessel function of the second kind and order 0.
func Y0(x float64) float64 {
	switch {
	case x < 0 || x != x:
		return NaN()
	case x > MaxFloat64:
		return 0
	case x == 0:
		return Inf(-1)
	case x >= 2:
		return secondKind(0, x)
	case x <= 1.0/(1<<27):
		return y0Over[0] + (2/Pi)*Log(x)
	}
	z := x * x
	return polynomial(z, y0Over[:])/polynomial(z, y0Under[:]) + (2/Pi)*J0(x)*Log(x)
}

// J1 gives the Bessel function of the first kind and order 1.
func J1(x float64) float64 {
	size := Abs(x)
	var y float64
	switch {
	case x != x:
		return x
	case size > MaxFloat64 || x == 0:
		return 0
	case size >= 2:
		y = firstKind(1, size)
	case size < 1.0/(1<<27):
		return 0.5 * size
	default:
		z := size * size
		r := z * polynomial(z, j1Over[:])
		r *= size
		y = 0.5*size + r/polynomial(z, j1Under[:])
	}
	if x < 0 {
		return -y
	}
	return y
}

// Y1 gives the Bessel function of the second kind and order 1.
func Y1(x float64) float64 {
	switch {
	case x < 0 || x != x:
		return NaN()
	case x > MaxFloat64:
		return 0
	case x == 0:
		return Inf(-1)
	case x >= 2:
		return secondKind(1, x)
	case x <= 1.0/(1<<54):
		return -(2 / Pi) / x
	}
	z := x * x
	return x*(polynomial(z, y1Over[:])/polynomial(z, y1Under[:])) + (2/Pi)*(J1(x)*Log(x)-1/x)
}
