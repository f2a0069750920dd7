package math

import "runtime"

// Log gives the natural logarithm of x: x = f * 2^k with f between Sqrt2/2 and Sqrt2, and a series
// in (f-1)/(f+1) (msun's e_log.c).
func Log(x float64) float64 {
	const (
		odd1  = 0.6666666666666735
		even1 = 0.3999999999940942
		odd2  = 0.2857142874366239
		even2 = 0.22222198432149784
		odd3  = 0.1818357216161805
		even3 = 0.15313837699209373
		odd4  = 0.14798198605116586
	)
	switch {
	case x == 0:
		return Inf(-1)
	case x < 0:
		return NaN()
	case x-x != 0:
		return x
	}
	var f float64
	var exponent int
	if runtime.GOARCH == "amd64" {
		// There Go takes the exponent bits as they are, also those of subnormal numbers.
		b := Float64bits(x)
		exponent = int(b>>fractionBits) - (bias - 1)
		f = Float64frombits(b&fractionMask | (bias-1)<<fractionBits)
	} else {
		f, exponent = Frexp(x)
	}
	if f < Sqrt2/2 {
		f *= 2
		exponent--
	}
	k := float64(exponent)
	f--
	s := f / (2 + f)
	s2 := s * s
	s4 := s2 * s2
	r := s2*(((odd4*s4+odd3)*s4+odd2)*s4+odd1) + s4*((even3*s4+even2)*s4+even1)
	half := 0.5 * f * f
	return k*ln2Hi - ((half - (s*(half+r) + k*ln2Lo)) - f)
}

// Log10 gives the decimal logarithm of x.
func Log10(x float64) float64 { return Log(x) * Log10E }

// Log2 gives the binary logarithm of x, exactly for powers of two.
func Log2(x float64) float64 {
	f, e := Frexp(x)
	if f == 0.5 {
		return float64(e - 1)
	}
	return Log(f)*Log2E + float64(e)
}

// Log1p gives Log(1 + x) without the loss that the addition would bring near 0 (msun's s_log1p.c).
func Log1p(x float64) float64 {
	switch {
	case x < -1 || x != x:
		return NaN()
	case x == -1:
		return Inf(-1)
	case x > MaxFloat64:
		return x
	}
	size := Abs(x)
	if size < 1.0/(1<<29) {
		if size < 1.0/(1<<54) {
			return x
		}
		return x - x*x*0.5
	}
	f, correction, k := x, 0.0, 0
	zeroFraction := false // f is at most 2^-20
	if size >= 4.142135623730950488017e-01 || x <= -2.928932188134524755992e-01 {
		u := x
		if size < 1<<53 {
			u = 1 + x
			k = int(Float64bits(u)>>fractionBits) - bias
			if k > 0 {
				correction = 1 - (u - x)
			} else {
				correction = x - (u - 1)
			}
			correction /= u
		} else {
			k = int(Float64bits(u)>>fractionBits) - bias
		}
		fraction := Float64bits(u) & fractionMask
		if fraction < 0x6A09E667F3BCD { // Sqrt2's fraction
			u = Float64frombits(fraction | bias<<fractionBits)
		} else {
			k++
			u = Float64frombits(fraction | (bias-1)<<fractionBits)
			fraction = (1<<fractionBits - fraction) >> 2
		}
		f = u - 1
		zeroFraction = fraction == 0
	}
	scale := float64(k)
	half := 0.5 * f * f
	if zeroFraction {
		if f == 0 {
			if k == 0 {
				return 0
			}
			return scale*ln2Hi + (correction + scale*ln2Lo)
		}
		r := half * (1 - 0.66666666666666666*f)
		if k == 0 {
			return f - r
		}
		return scale*ln2Hi - ((r - (scale*ln2Lo + correction)) - f)
	}
	s := f / (2 + f)
	z := s * s
	r := z * polynomial(z, log1pSeries[:])
	if k == 0 {
		return f - (half - s*(half+r))
	}
	return scale*ln2Hi - ((half - (s*(half+r) + (scale*ln2Lo + correction))) - f)
}
