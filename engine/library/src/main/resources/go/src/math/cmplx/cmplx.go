// Package cmplx has the functions of mathematics on complex numbers, after Cephes; results are, to the last bit, Go's.
package cmplx

import "math"

// Abs gives the distance of x from 0.
func Abs(x complex128) float64 { return math.Hypot(real(x), imag(x)) }

// Phase gives the angle of x, from -Pi to Pi.
func Phase(x complex128) float64 { return math.Atan2(imag(x), real(x)) }

// Polar gives the distance of x from 0 and its angle.
func Polar(x complex128) (r, θ float64) { return Abs(x), Phase(x) }

// Rect gives the number at distance r from 0 and angle θ.
func Rect(r, θ float64) complex128 { return turned(r, θ) }

func turned(r, angle float64) complex128 {
	s, c := math.Sincos(angle)
	return complex(r*c, r*s)
}

// Conj gives x mirrored at the real axis.
func Conj(x complex128) complex128 { return complex(real(x), -imag(x)) }

// Inf gives an infinity.
func Inf() complex128 { return complex(math.Inf(1), math.Inf(1)) }

// IsInf reports whether a part of x is infinite.
func IsInf(x complex128) bool { return infinite(real(x)) || infinite(imag(x)) }

// NaN gives a value that is not a number.
func NaN() complex128 { return complex(math.NaN(), math.NaN()) }

// IsNaN reports whether a part of x is not a number and none is infinite.
func IsNaN(x complex128) bool { return x != x && !IsInf(x) }

func infinite(f float64) bool { return math.IsInf(f, 0) }

// noNumber reports whether f is infinite or no number.
func noNumber(f float64) bool { return f-f != 0 }

// swapped exchanges the parts: Sinh(x) is swapped(Sin(swapped(x))).
func swapped(x complex128) complex128 { return complex(imag(x), real(x)) }

// Exp gives E to the power of x.
func Exp(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case infinite(re) && re > 0 && im == 0:
		return x
	case infinite(re) && noNumber(im) && re < 0:
		return complex(0, math.Copysign(0, im))
	case infinite(re) && noNumber(im):
		return complex(math.Inf(1), math.NaN())
	case math.IsNaN(re) && im == 0:
		return complex(math.NaN(), im)
	}
	return turned(math.Exp(re), im)
}

// Log gives the natural logarithm of x.
func Log(x complex128) complex128 { return complex(math.Log(Abs(x)), Phase(x)) }

// Log10 gives the decimal logarithm of x.
func Log10(x complex128) complex128 {
	l := Log(x)
	return complex(math.Log10E*real(l), math.Log10E*imag(l))
}

// Pow gives x to the power of y.
func Pow(x, y complex128) complex128 {
	if x == 0 {
		switch {
		case IsNaN(y):
			return NaN()
		case real(y) == 0:
			return 1
		case real(y) > 0:
			return 0
		case imag(y) == 0:
			return complex(math.Inf(1), 0)
		}
		return Inf()
	}
	size := Abs(x)
	if size == 0 {
		return 0
	}
	angle := Phase(x)
	r, turn := math.Pow(size, real(y)), real(y)*angle
	if imag(y) != 0 {
		r *= math.Exp(-imag(y) * angle)
		turn += imag(y) * math.Log(size)
	}
	return turned(r, turn)
}

// Sqrt gives the square root of x whose real part is not negative.
func Sqrt(x complex128) complex128 {
	a, b := real(x), imag(x)
	switch {
	case b == 0 && a < 0:
		return complex(0, math.Copysign(math.Sqrt(-a), b))
	case b == 0 && a == 0:
		return complex(0, b)
	case b == 0:
		return complex(math.Sqrt(a), b)
	case infinite(b):
		return complex(math.Inf(1), b)
	case a == 0:
		r := math.Sqrt(0.5 * math.Abs(b))
		return complex(r, math.Copysign(r, b))
	}
	// Scale so that nothing overflows or loses bits on the way.
	factor, back := 0x1p54, 0x1p-27
	if math.Abs(a) > 4 || math.Abs(b) > 4 {
		factor, back = 0.25, 2
	}
	a *= factor
	b *= factor
	r := math.Hypot(a, b)
	var t float64
	if a > 0 {
		t = math.Sqrt(0.5*r + 0.5*a)
		r = back * math.Abs((0.5*b)/t)
		t *= back
	} else {
		r = math.Sqrt(0.5*r - 0.5*a)
		t = back * math.Abs((0.5*b)/r)
		r *= back
	}
	if b < 0 {
		r = -r
	}
	return complex(t, r)
}

// hyperbolic gives Sinh(x) and Cosh(x).
func hyperbolic(x float64) (sinh, cosh float64) {
	if math.Abs(x) <= 0.5 {
		return math.Sinh(x), math.Cosh(x)
	}
	e := math.Exp(x)
	inverse := 0.5 / e
	e *= 0.5
	return e - inverse, e + inverse
}

// Sin gives the sine of x.
func Sin(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && noNumber(re):
		return complex(math.NaN(), im)
	case infinite(im) && re == 0, re == 0 && math.IsNaN(im):
		return x
	case infinite(im) && noNumber(re):
		return complex(math.NaN(), im)
	}
	s, c := math.Sincos(re)
	sh, ch := hyperbolic(im)
	return complex(s*ch, c*sh)
}

// Sinh gives the hyperbolic sine of x.
func Sinh(x complex128) complex128 { return swapped(Sin(swapped(x))) }

// Cos gives the cosine of x.
func Cos(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && noNumber(re):
		return complex(math.NaN(), -im*math.Copysign(0, re))
	case infinite(im) && re == 0:
		return complex(math.Inf(1), -re*math.Copysign(0, im))
	case infinite(im) && noNumber(re):
		return complex(math.Inf(1), math.NaN())
	case re == 0 && math.IsNaN(im):
		return complex(math.NaN(), 0)
	}
	s, c := math.Sincos(re)
	sh, ch := hyperbolic(im)
	return complex(c*ch, -s*sh)
}

// Cosh gives the hyperbolic cosine of x.
func Cosh(x complex128) complex128 {
	if imag(x) == 0 && math.IsNaN(real(x)) {
		return complex(math.NaN(), imag(x))
	}
	return Conj(Cos(swapped(x)))
}

// Tan gives the tangent of x.
func Tan(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case infinite(im) && noNumber(re):
		return complex(math.Copysign(0, re), math.Copysign(1, im))
	case infinite(im):
		return complex(math.Copysign(0, math.Sin(2*re)), math.Copysign(1, im))
	case re == 0 && math.IsNaN(im):
		return x
	}
	d := math.Cos(2*re) + math.Cosh(2*im)
	if math.Abs(d) < 0.25 {
		d = tangentSeries(x)
	}
	if d == 0 {
		return Inf()
	}
	return complex(math.Sin(2*re)/d, math.Sinh(2*im)/d)
}

// Tanh gives the hyperbolic tangent of x.
func Tanh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case infinite(re) && noNumber(im):
		return complex(math.Copysign(1, re), math.Copysign(0, im))
	case infinite(re):
		return complex(math.Copysign(1, re), math.Copysign(0, math.Sin(2*im)))
	case im == 0 && math.IsNaN(re):
		return x
	}
	d := math.Cosh(2*re) + math.Cos(2*im)
	if d == 0 {
		return Inf()
	}
	return complex(math.Sinh(2*re)/d, math.Sin(2*im)/d)
}

// Cot gives the cotangent of x.
func Cot(x complex128) complex128 {
	d := math.Cosh(2*imag(x)) - math.Cos(2*real(x))
	if math.Abs(d) < 0.25 {
		d = tangentSeries(x)
	}
	if d == 0 {
		return Inf()
	}
	return complex(math.Sin(2*real(x))/d, -math.Sinh(2*imag(x))/d)
}

// tangentSeries gives cosh(2y) - cos(2x) for x near a multiple of Pi, where the difference would cancel.
func tangentSeries(z complex128) float64 {
	x := nearestTurn(math.Abs(2 * real(z)))
	y := math.Abs(2 * imag(z))
	x *= x
	y *= y
	powerX, powerY, factorial, n, sum := 1.0, 1.0, 1.0, 0.0, 0.0
	step := func(sign float64) (term float64) {
		for range 2 {
			n++
			factorial *= n
		}
		powerX *= x
		powerY *= y
		term = (powerY + sign*powerX) / factorial
		sum += term
		return term
	}
	for {
		step(+1)
		if term := step(-1); !(math.Abs(term/sum) > 0x1p-53) {
			return sum
		}
	}
}
