package cmplx

import (
	"math"
	"math/bits"
)

// Asin gives the inverse sine of x.
func Asin(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && math.Abs(re) <= 1:
		return complex(math.Asin(re), im)
	case re == 0 && math.Abs(im) <= 1:
		return complex(re, math.Asinh(im))
	case math.IsNaN(im) && re == 0:
		return complex(re, math.NaN())
	case math.IsNaN(im) && infinite(re):
		return complex(math.NaN(), re)
	case math.IsNaN(im):
		return NaN()
	case infinite(im) && math.IsNaN(re):
		return x
	case infinite(im) && infinite(re):
		return complex(math.Copysign(math.Pi/4, re), im)
	case infinite(im):
		return complex(math.Copysign(0, re), im)
	case infinite(re):
		return complex(math.Copysign(math.Pi/2, re), math.Copysign(re, im))
	}
	// -i * log(i*x + sqrt(1 - x*x))
	square := x * x
	w := Log(complex(-im, re) + Sqrt(complex(1-real(square), -imag(square))))
	return complex(imag(w), -real(w))
}

// Asinh gives the inverse hyperbolic sine of x.
func Asinh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && math.Abs(re) <= 1:
		return complex(math.Asinh(re), im)
	case re == 0 && math.Abs(im) <= 1:
		return complex(re, math.Asin(im))
	case infinite(re) && infinite(im):
		return complex(re, math.Copysign(math.Pi/4, im))
	case infinite(re) && math.IsNaN(im), math.IsNaN(re) && im == 0:
		return x
	case infinite(re):
		return complex(re, math.Copysign(0, im))
	case math.IsNaN(re) && infinite(im):
		return complex(im, re)
	case math.IsNaN(re):
		return NaN()
	case infinite(im):
		return complex(math.Copysign(im, re), math.Copysign(math.Pi/2, im))
	}
	square := x * x
	return Log(x + Sqrt(complex(1+real(square), imag(square))))
}

// Acos gives the inverse cosine of x.
func Acos(x complex128) complex128 {
	w := Asin(x)
	return complex(math.Pi/2-real(w), -imag(w))
}

// Acosh gives the inverse hyperbolic cosine of x.
func Acosh(x complex128) complex128 {
	if x == 0 {
		return complex(0, math.Copysign(math.Pi/2, imag(x)))
	}
	w := Acos(x)
	if imag(w) <= 0 {
		return complex(-imag(w), real(w))
	}
	return complex(imag(w), -real(w))
}

// Atan gives the inverse tangent of x.
func Atan(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0:
		return complex(math.Atan(re), im)
	case re == 0 && math.Abs(im) <= 1:
		return complex(re, math.Atanh(im))
	case IsInf(x) && math.IsNaN(re):
		return complex(math.NaN(), math.Copysign(0, im))
	case IsInf(x):
		return complex(math.Copysign(math.Pi/2, re), math.Copysign(0, im))
	case x != x:
		return NaN()
	}
	square := re * re
	a := 1 - square - im*im
	if a == 0 {
		return NaN()
	}
	angle := nearestTurn(0.5 * math.Atan2(2*re, a))
	t := im - 1
	below := square + t*t
	if below == 0 {
		return NaN()
	}
	t = im + 1
	return complex(angle, 0.25*math.Log((square+t*t)/below))
}

// Atanh gives the inverse hyperbolic tangent of x.
func Atanh(x complex128) complex128 {
	w := Atan(complex(-imag(x), real(x)))
	return complex(imag(w), -real(w))
}

// overPi holds the bits of 1/Pi, the first word being its integer part.
var overPi = [...]uint64{
	0, 0x517cc1b727220a94, 0xfe13abe8fa9a6ee0, 0x6db14acc9e21c820, 0xff28b1d5ef5de2b0, 0xdb92371d2126e970,
	0x0324977504e8c90e, 0x7f0ef58e5894d39f, 0x74411afa975da242, 0x74ce38135a2fbf20, 0x9cc8eb1cc1a99cfa,
	0x4e422fc5defc941d, 0x8ffc4bffef02cc07, 0xf79788c5ad05368f, 0xb69b3f6793e584db, 0xa7a31fb34f2ff516,
	0xba93dd63f5f2f8bd, 0x9e839cfbc5294975, 0x35fdafd88fc6ae84, 0x2b0198237e3db5d5,
}

// nearestTurn takes the nearest multiple of Pi off x.
func nearestTurn(x float64) float64 {
	if math.Abs(x) < 1<<30 {
		// Pi in three parts, the first two short so that their small multiples are exact.
		turns := float64(int64(x/math.Pi + 0.5))
		return ((x - turns*3.141592502593994) - turns*1.5099578831723193e-07) - turns*1.0780605716316238e-14
	}
	const (
		bias         = 1023
		fractionBits = 52
	)
	b := math.Float64bits(x)
	exponent := int(b>>fractionBits&0x7FF) - bias - fractionBits
	m := b&(1<<fractionBits-1) | 1<<fractionBits
	first, shift := (exponent+64)/64, (exponent+64)%64
	window := func(i int) uint64 {
		return overPi[first+i]<<shift | overPi[first+i+1]>>(64-shift)
	}
	carry, _ := bits.Mul64(window(2), m)
	midHi, midLo := bits.Mul64(window(1), m)
	lo, c := bits.Add64(midLo, carry, 0)
	hi, _ := bits.Add64(window(0)*m, midHi, c)
	lead := bits.LeadingZeros64(hi) + 1
	hi = hi<<lead | lo>>(64-lead)
	fraction := math.Float64frombits(uint64(bias-lead)<<fractionBits | hi>>(64-fractionBits))
	if fraction > 0.5 {
		fraction--
	}
	return math.Pi * fraction
}
