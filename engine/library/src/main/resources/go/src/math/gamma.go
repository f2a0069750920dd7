package math

// Gamma gives the gamma function of x (Cephes).
func Gamma(x float64) float64 {
	switch {
	case x != x || x < -MaxFloat64 || x < 0 && Trunc(x) == x:
		return NaN()
	case x > MaxFloat64:
		return x
	case x == 0:
		return Copysign(Inf(1), x)
	case Abs(x) > 33:
		return gammaFar(x)
	}
	z := 1.0
	for x >= 3 {
		x--
		z *= x
	}
	for x < 0 {
		if x > -1e-09 {
			return gammaNearZero(x, z)
		}
		z /= x
		x++
	}
	for x < 2 {
		if x < 1e-09 {
			return gammaNearZero(x, z)
		}
		z /= x
		x++
	}
	if x == 2 {
		return z
	}
	x -= 2
	return z * polynomial(x, gammaOver[:]) / polynomial(x, gammaUnder[:])
}

func gammaNearZero(x, z float64) float64 {
	const euler = 0.57721566490153286060651209008240243104215933593992
	if x == 0 {
		return Inf(1)
	}
	return z / ((1 + euler*x) * x)
}

// gammaFar uses Stirling's formula, for negative x the reflection formula.
func gammaFar(x float64) float64 {
	if x >= 0 {
		a, b := stirling(x)
		return a * b
	}
	size := -x
	whole := Floor(size)
	sign := 1
	if int64(whole)&1 == 0 {
		sign = -1
	}
	z := size - whole
	if z > 0.5 {
		whole++
		z = size - whole
	}
	z = size * Sin(Pi*z)
	if z == 0 {
		return Inf(sign)
	}
	a, b := stirling(size)
	z = Abs(z)
	if d := z * a * b; IsInf(d, 0) {
		z = Pi / z / a / b
	} else {
		z = Pi / d
	}
	return float64(sign) * z
}

// stirling gives two factors of the gamma function of x > 33; their product may overflow.
func stirling(x float64) (float64, float64) {
	const rootTwoPi = 2.506628274631000502417
	if x > 200 {
		return Inf(1), 1
	}
	w := 1 / x
	w = 1 + w*polynomial(w, stirlingSeries[:])
	e := Exp(x)
	if x > 143.01608 {
		v := Pow(x, 0.5*x-0.25)
		return v, rootTwoPi * w * (v / e)
	}
	return Pow(x, x-0.5) / e, rootTwoPi * w * 1
}

// Lgamma gives the logarithm of Gamma(x)'s absolute value, and Gamma(x)'s sign (msun's e_lgamma_r.c).
func Lgamma(x float64) (lgamma float64, sign int) {
	switch {
	case x-x != 0:
		return x, 1
	case x == 0:
		return Inf(1), 1
	}
	size := Abs(x)
	sign = 1
	if size < 1.0/(1<<70) {
		if x < 0 {
			sign = -1
		}
		return -Log(size), sign
	}
	if x > 0 {
		return lgammaPositive(x), 1
	}
	if size >= 1<<52 {
		return Inf(1), 1
	}
	s := negatedSinPi(size)
	if s == 0 {
		return Inf(1), 1
	}
	if s < 0 {
		sign = -1
	}
	return Log(Pi/Abs(s*size)) - lgammaPositive(size), sign
}

func lgammaPositive(x float64) float64 {
	switch {
	case x == 1 || x == 2:
		return 0
	case x < 2:
		return lgammaBelowTwo(x)
	case x < 8:
		whole := int(x)
		y := x - float64(whole)
		p := y * polynomial(y, lgammaOver[:])
		sum := 0.5*y + p/polynomial(y, lgammaUnder[:])
		if whole >= 3 {
			z := 1.0
			for i := whole - 1; i >= 2; i-- {
				z *= y + float64(i)
			}
			sum += Log(z)
		}
		return sum
	case x < 1<<58:
		logarithm := Log(x)
		z := 1 / x
		w := lgammaFar[0] + z*polynomial(z*z, lgammaFar[1:])
		return (x-0.5)*(logarithm-1) + w
	}
	return x * (Log(x) - 1)
}

// lgammaBelowTwo has expansions around 1, around the minimum near 1.46, and around 2; below 0.9 it takes
// the value at x+1 less Log(x).
func lgammaBelowTwo(x float64) float64 {
	const (
		lowest      = 1.461632144968362245
		center      = 1.46163214496836224576
		atLowest    = -1.21486290535849611461e-01
		lowestError = -3.63867699703950536541e-18
	)
	sum, shift := 0.0, 0.0
	if x <= 0.9 {
		sum, shift = -Log(x), 1
	}
	near2, nearLowest := lowest+0.27, lowest-0.27
	y := 0.0
	if shift == 1 {
		near2, nearLowest = lowest-1+0.27, lowest-1-0.27
	}
	switch {
	case x >= near2:
		y = (2 - shift) - x
		z := y * y
		p := y*polynomial(z, lgammaEven[:]) + z*polynomial(z, lgammaOdd[:])
		return sum + (p - 0.5*y)
	case x >= nearLowest:
		if shift == 1 {
			y = x - (center - 1)
		} else {
			y = x - center
		}
		z := y * y
		w := z * y
		p := z*polynomial(w, lgammaThird0[:]) -
			(lowestError - w*(polynomial(w, lgammaThird1[:])+y*polynomial(w, lgammaThird2[:])))
		return sum + (atLowest + p)
	}
	y = x - (1 - shift)
	return sum + (-0.5*y + y*polynomial(y, lgammaNearOver[:])/polynomial(y, lgammaNearUnder[:]))
}

// negatedSinPi gives -Sin(Pi*x) for x > 0, exact where x is an integer.
func negatedSinPi(x float64) float64 {
	if x < 0.25 {
		return -Sin(Pi * x)
	}
	if Floor(x) == x {
		// An integer below 2^52: the sine is zero, with the sign that the formulas below would give.
		if int64(x)&1 == 0 {
			return -Sin(0)
		}
		return -Sin(Pi * 0)
	}
	x = Mod(x, 2)
	switch int(x * 4) {
	case 0:
		return -Sin(Pi * x)
	case 1, 2:
		return -Cos(Pi * (0.5 - x))
	case 3, 4:
		return -Sin(Pi * (1 - x))
	case 5, 6:
		return Cos(Pi * (x - 1.5))
	}
	return -Sin(Pi * (x - 2))
}
