package math

import "runtime"

const (
	ln2Hi = 0x1.62e42feep-1             // Ln2's upper 32 bits, so that small multiples are exact
	ln2Lo = 1.90821492927058770002e-10  // what is left of it
	most  = 7.09782712893383973096e+02  // the largest x whose exponential is finite
	least = -7.45133219101941108420e+02 // the smallest whose exponential is not zero
	small = 1.0 / (1 << 28)
)

// Exp gives E to the power of x.
func Exp(x float64) float64 {
	if runtime.GOARCH == "amd64" {
		return expFused(x)
	}
	switch {
	case x != x:
		return x
	case x > most:
		return Inf(1)
	case x < least:
		return 0
	case Abs(x) < small:
		return 1 + x
	}
	k := int(Log2E*x + Copysign(0.5, x))
	return expReduced(x-float64(k)*ln2Hi, float64(k)*ln2Lo, k)
}

// Exp2 gives 2 to the power of x.
func Exp2(x float64) float64 {
	switch {
	case x != x:
		return x
	case x > 1.0239999999999999e+03:
		return Inf(1)
	case x < -1074:
		return 0
	}
	k := int(x + Copysign(0.5, x))
	rest := x - float64(k)
	return expReduced(rest*ln2Hi, -rest*ln2Lo, k)
}

// expReduced gives the exponential of hi - lo, times 2^k, where |hi - lo| <= Ln2/2 (msun's e_exp.c).
func expReduced(hi, lo float64, k int) float64 {
	const (
		c1 = 0.16666666666666666
		c2 = -0.0027777777777015593
		c3 = 6.613756321437934e-05
		c4 = -1.6533902205465252e-06
		c5 = 4.1381367970572385e-08
	)
	r := hi - lo
	square := r * r
	c := r - square*((((c5*square+c4)*square+c3)*square+c2)*square+c1)
	return Ldexp(1-((lo-(r*c)/(2-c))-hi), k)
}

// expFused is the method that Go uses on amd64: sixteenths of the reduced argument in a Taylor series, squared
// four times as (1+y)^2 - 1 = y*(2+y), with fused operations.
func expFused(x float64) float64 {
	const (
		ln2Upper = 0.69314718055966295651160180568695068359375
		ln2Lower = 0.28235290563031577122588448175013436025525412068e-12
	)
	switch {
	case x != x || x > MaxFloat64:
		return x
	case x > 7.09782712893384e+02:
		return Inf(1)
	case x < -1000:
		return 0
	}
	rounded := RoundToEven(x * Log2E)
	k := int(rounded)
	r := FMA(-rounded, ln2Upper, x)
	r = FMA(-rounded, ln2Lower, r)
	r *= 0.0625
	sum := FMA(2.4801587301587301587e-5, r, 1.9841269841269841270e-4)
	sum = FMA(sum, r, 1.3888888888888888889e-3)
	sum = FMA(sum, r, 8.3333333333333333333e-3)
	sum = FMA(sum, r, 4.1666666666666666667e-2)
	sum = FMA(sum, r, 1.6666666666666666667e-1)
	sum = FMA(sum, r, 0.5)
	sum = FMA(sum, r, 1)
	r *= sum
	r *= 2 + r
	r *= 2 + r
	r *= 2 + r
	r = FMA(r, 2+r, 1)
	biased := k + bias
	switch {
	case biased >= exponentMask:
		return Inf(1)
	case biased > 0:
		return r * Float64frombits(uint64(biased)<<fractionBits)
	case biased < -52:
		return 0
	}
	// A subnormal result: scale in two steps.
	r *= Float64frombits(uint64(biased+bias-1) << fractionBits)
	return r * 0x1p-1022
}

// Expm1 gives Exp(x) - 1 without the loss that the subtraction would bring near 0 (msun's s_expm1.c).
func Expm1(x float64) float64 {
	size := Abs(x)
	switch {
	case x != x || x > MaxFloat64:
		return x
	case size >= 56*Ln2 && x < 0:
		return -1
	case size >= most:
		return Inf(1)
	case size < 1.0/(1<<54):
		return x
	}
	var correction float64
	k := 0
	if size > Ln2/2 {
		if size < 1.03972077083991796413 {
			k = 1
		} else {
			k = int(1.44269504088896338700*size + 0.5)
		}
		if x < 0 {
			k = -k
		}
		hi := x - float64(k)*ln2Hi
		lo := float64(k) * ln2Lo
		x = hi - lo
		correction = (hi - x) - lo
	}
	half := 0.5 * x
	product := x * half
	series := polynomial(product, expm1Series[:])
	t := 3 - series*half
	e := product * ((series - t) / (6 - x*t))
	if k == 0 {
		return x - (x*e - product)
	}
	e = x*(e-correction) - correction
	e -= product
	switch {
	case k == -1:
		return 0.5*(x-e) - 0.5
	case k == 1 && x < -0.25:
		return -2 * (e - (x + 0.5))
	case k == 1:
		return 1 + 2*(x-e)
	case k <= -2 || k > 56:
		return timesPower(1-(e-x), k) - 1
	case k < 20:
		return timesPower((1-Float64frombits(uint64(bias-k)<<fractionBits))-(e-x), k)
	}
	y := x - (e + Float64frombits(uint64(bias-k)<<fractionBits))
	return timesPower(y+1, k)
}

// timesPower adds k to y's exponent without a look at its bounds.
func timesPower(y float64, k int) float64 {
	return Float64frombits(Float64bits(y) + uint64(k)<<fractionBits)
}
