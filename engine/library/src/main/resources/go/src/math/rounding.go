package math

//gorrery:intrinsic
func Floor(x float64) float64 {
	t := Trunc(x)
	if t > x {
		t--
	}
	return t
}

//gorrery:intrinsic
func Ceil(x float64) float64 { return -Floor(-x) }

//gorrery:intrinsic
func Trunc(x float64) float64 {
	b := Float64bits(x)
	e := int(b>>fractionBits&exponentMask) - bias
	switch {
	case e < 0:
		return Copysign(0, x)
	case e < fractionBits:
		return Float64frombits(b &^ (fractionMask >> e))
	}
	return x
}

// Round gives the nearest integer, halves away from zero.
func Round(x float64) float64 {
	t := Trunc(x)
	if Abs(x-t) >= 0.5 {
		return t + Copysign(1, x)
	}
	return t
}

//gorrery:intrinsic
func RoundToEven(x float64) float64 {
	t := Trunc(x)
	rest := Abs(x - t)
	if rest > 0.5 || rest == 0.5 && Trunc(t/2)*2 != t {
		return t + Copysign(1, x)
	}
	return t
}

// Modf gives the integer part of f and the rest, both with f's sign.
func Modf(f float64) (integer float64, fractional float64) {
	integer = Trunc(f)
	return integer, Copysign(f-integer, f)
}

// Mod gives what is left of x when y is taken from it as often as it goes; it has x's sign. The
// subtractions of y times powers of two are exact, and so is the result.
func Mod(x, y float64) float64 {
	if y == 0 || x-x != 0 || y != y {
		return NaN()
	}
	y = Abs(y)
	rest := Abs(x)
	fraction, scale := Frexp(y)
	for rest >= y {
		f, e := Frexp(rest)
		if f < fraction {
			e--
		}
		rest -= Ldexp(y, e-scale)
	}
	return Copysign(rest, x)
}

// Remainder gives x - n*y for the integer n nearest to x/y, of two equally near the even one.
func Remainder(x, y float64) float64 {
	if x != x || y != y || x-x != 0 || y == 0 {
		return NaN()
	}
	if IsInf(y, 0) {
		return x
	}
	rest := Abs(x)
	y = Abs(y)
	if rest == y {
		return Copysign(0, x)
	}
	if y <= MaxFloat64/2 {
		rest = Mod(rest, y+y)
	}
	if y < 0x1p-1021 {
		// Half of y may not be a float, twice the rest is.
		if rest+rest > y {
			rest -= y
			if rest+rest >= y {
				rest -= y
			}
		}
	} else if half := 0.5 * y; rest > half {
		rest -= y
		if rest >= half {
			rest -= y
		}
	}
	if Signbit(x) {
		return -rest
	}
	return rest
}

// Dim gives x - y, or 0 where that is negative.
func Dim(x, y float64) float64 {
	d := x - y
	if d <= 0 {
		return 0
	}
	return d
}

// Max gives the greater of x and y. An infinity wins over NaN, +0 over -0.
func Max(x, y float64) float64 {
	if IsInf(x, 1) || IsInf(y, 1) {
		return Inf(1)
	}
	if x != x || y != y {
		return NaN()
	}
	return max(x, y)
}

// Min gives the lesser of x and y. A negative infinity wins over NaN, -0 over +0.
func Min(x, y float64) float64 {
	if IsInf(x, -1) || IsInf(y, -1) {
		return Inf(-1)
	}
	if x != x || y != y {
		return NaN()
	}
	return min(x, y)
}
