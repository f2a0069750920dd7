package math

const erfOne = 8.45062911510467529297e-01 // the error function at 1, short enough to be added exactly

// errorRatio gives erf's rational part for size < 0.84375.
func errorRatio(square float64) float64 {
	return polynomial(square, erfSmallOver[:]) / polynomial(square, erfSmallUnder[:])
}

// errorMid gives erf - erfOne for 0.84375 <= size < 1.25.
func errorMid(size float64) float64 {
	s := size - 1
	return polynomial(s, erfMidOver[:]) / polynomial(s, erfMidUnder[:])
}

// errorTail gives size * erfc for size >= 1.25.
func errorTail(size float64) float64 {
	s := 1 / (size * size)
	var ratio float64
	if size < 1/0.35 {
		ratio = polynomial(s, erfHighOver[:]) / polynomial(s, erfHighUnder[:])
	} else {
		ratio = polynomial(s, erfTailOver[:]) / polynomial(s, erfTailUnder[:])
	}
	z := Float64frombits(Float64bits(size) &^ (1<<32 - 1))
	return Exp(-z*z-0.5625) * Exp((z-size)*(z+size)+ratio)
}

// Erf gives the error function of x (msun's s_erf.c).
func Erf(x float64) float64 {
	const slope = 1.28379167095512586316e-01 // of erf at 0, less 1
	if x != x {
		return NaN()
	}
	size := x
	if x < 0 {
		size = -x
	}
	var y float64
	switch {
	case size < 0x1p-1015:
		y = 0.125 * (8*size + 1.02703333676410069053*size)
	case size < small:
		y = size + slope*size
	case size < 0.84375:
		y = size + size*errorRatio(size*size)
	case size < 1.25:
		y = erfOne + errorMid(size)
	case size >= 6:
		y = 1
	default:
		y = 1 - errorTail(size)/size
	}
	if x < 0 {
		return -y
	}
	return y
}

// Erfc gives 1 - Erf(x) without the loss that the subtraction would bring.
func Erfc(x float64) float64 {
	if x != x {
		return NaN()
	}
	size := Abs(x)
	negative := x < 0
	switch {
	case size < 0.84375:
		y := size
		if size >= 1.0/(1<<56) {
			ratio := errorRatio(size * size)
			if size < 0.25 {
				y = size + size*ratio
			} else {
				y = 0.5 + (size*ratio + (size - 0.5))
			}
		}
		if negative {
			return 1 + y
		}
		return 1 - y
	case size < 1.25:
		if negative {
			return 1 + erfOne + errorMid(size)
		}
		return 1 - erfOne - errorMid(size)
	case negative && size > 6:
		return 2
	case size >= 28:
		return 0
	case negative:
		return 2 - errorTail(size)/size
	}
	return errorTail(size) / size
}

// Erfinv gives the x whose error function is y (Wichura's algorithm AS 241).
func Erfinv(y float64) float64 {
	size := y
	if y < 0 {
		size = -y
	}
	switch {
	case y != y || size > 1:
		return NaN()
	case size == 1:
		return Copysign(Inf(1), y)
	}
	var x float64
	if size <= 0.85 {
		r := 0.180625 - 0.25*size*size
		x = size * polynomial(r, inverseCenterOver[:]) / polynomial(r, inverseCenterUnder[:])
	} else if r := Sqrt(Ln2 - Log(1-size)); r <= 5 {
		r -= 1.6
		x = polynomial(r, inverseOuterOver[:]) / polynomial(r, inverseOuterUnder[:])
	} else {
		r -= 5
		x = polynomial(r, inverseTailOver[:]) / polynomial(r, inverseTailUnder[:])
	}
	if y < 0 {
		return -x
	}
	return x
}

// Erfcinv gives the inverse of Erfc(x).
func Erfcinv(x float64) float64 { return Erfinv(1 - x) }
