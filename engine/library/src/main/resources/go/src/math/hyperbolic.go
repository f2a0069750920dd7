package math

// Sinh gives the hyperbolic sine of x.
func Sinh(x float64) float64 {
	size := x
	if x < 0 {
		size = -x
	}
	var y float64
	switch {
	case size > 21:
		y = Exp(size) * 0.5
	case size > 0.5:
		e := Exp(size)
		y = (e - 1/e) * 0.5
	default:
		square := size * size
		y = polynomial(square, sinhOver[:]) * size / polynomial(square, sinhUnder[:])
	}
	if x < 0 {
		return -y
	}
	return y
}

// Cosh gives the hyperbolic cosine of x.
func Cosh(x float64) float64 {
	x = Abs(x)
	e := Exp(x)
	if x > 21 {
		return e * 0.5
	}
	return (e + 1/e) * 0.5
}

// Tanh gives the hyperbolic tangent of x.
func Tanh(x float64) float64 {
	size := Abs(x)
	switch {
	case size > 0.5*88.02969193111305:
		return Copysign(1, x)
	case size >= 0.625:
		y := 1 - 2/(Exp(2*size)+1)
		return Copysign(y, x)
	case x == 0:
		return x
	}
	square := x * x
	return x + x*square*polynomial(square, tanhOver[:])/polynomial(square, tanhUnder[:])
}

// Asinh gives the inverse hyperbolic sine of x.
func Asinh(x float64) float64 {
	if x-x != 0 {
		return x
	}
	size := x
	if x < 0 {
		size = -x
	}
	var y float64
	switch {
	case size > 1<<28:
		y = Log(size) + Ln2
	case size > 2:
		y = Log(2*size + 1/(Sqrt(size*size+1)+size))
	case size < small:
		y = size
	default:
		y = Log1p(size + size*size/(1+Sqrt(1+size*size)))
	}
	if x < 0 {
		return -y
	}
	return y
}

// Acosh gives the inverse hyperbolic cosine of x.
func Acosh(x float64) float64 {
	switch {
	case x < 1 || x != x:
		return NaN()
	case x == 1:
		return 0
	case x >= 1<<28:
		return Log(x) + Ln2
	case x > 2:
		return Log(2*x - 1/(x+Sqrt(x*x-1)))
	}
	above := x - 1
	return Log1p(above + Sqrt(2*above+above*above))
}

// Atanh gives the inverse hyperbolic tangent of x.
func Atanh(x float64) float64 {
	size := x
	if x < 0 {
		size = -x
	}
	var y float64
	switch {
	case x != x || size > 1:
		return NaN()
	case size == 1:
		return Copysign(Inf(1), x)
	case size < small:
		y = size
	case size < 0.5:
		twice := size + size
		y = 0.5 * Log1p(twice+twice*size/(1-size))
	default:
		y = 0.5 * Log1p((size+size)/(1-size))
	}
	if x < 0 {
		return -y
	}
	return y
}
