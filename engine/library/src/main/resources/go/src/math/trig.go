package math

import "math/bits"

// Sine and cosine after Cephes: the argument is reduced to the octant around a multiple of Pi/2.

const (
	quarterPiA = 0x1.921fb4p-1 // Pi/4 in three parts, the first two short,
	quarterPiB = 0x1.4442dp-25 // so that their small multiples are exact
	quarterPiC = 2.69515142907905952645e-15
	farAway    = 1 << 29 // from here on three parts are not enough
)

// octant gives which eighth of a turn x >= 0 falls into, odd ones counted as the next even one, and the rest.
func octant(x float64) (j uint64, z float64) {
	if x >= farAway {
		return octantFar(x)
	}
	j = uint64(x * (4 / Pi))
	j += j & 1
	y := float64(j)
	return j & 7, ((x - y*quarterPiA) - y*quarterPiB) - y*quarterPiC
}

// fourOverPi holds the bits of 4/Pi: its integer part, then its fraction.
var fourOverPi = [...]uint64{
	1, 0x45f306dc9c882a53, 0xf84eafa3ea69bb81, 0xb6c52b3278872083, 0xfca2c757bd778ac3, 0x6e48dc74849ba5c0,
	0x0c925dd413a32439, 0xfc3bd63962534e7d, 0xd1046bea5d768909, 0xd338e04d68befc82, 0x7323ac7306a673e9,
	0x3908bf177bf25076, 0x3ff12fffbc0b301f, 0xde5e2316b414da3e, 0xda6cfd9e4f96136e, 0x9e8c7ecd3cbfd45a,
	0xea4f758fd7cbe2f6, 0x7a0e73ef14a525d4, 0xd7f6bf623f1aba10, 0xac06608df8f6d757,
}

// octantFar multiplies x by that part of 4/Pi which matters for the octant and its fraction (Payne and Hanek).
func octantFar(x float64) (j uint64, z float64) {
	b := Float64bits(x)
	exponent := int(b>>fractionBits) - bias - fractionBits
	m := b&fractionMask | 1<<fractionBits
	first, shift := (exponent+61)/64, (exponent+61)%64
	window := func(i int) uint64 {
		return fourOverPi[first+i]<<shift | fourOverPi[first+i+1]>>(64-shift)
	}
	carry, _ := bits.Mul64(window(2), m)
	midHi, midLo := bits.Mul64(window(1), m)
	lo, c := bits.Add64(midLo, carry, 0)
	hi, _ := bits.Add64(window(0)*m, midHi, c)
	j = hi >> 61
	hi = hi<<3 | lo>>61
	lead := bits.LeadingZeros64(hi) + 1
	hi = hi<<lead | lo>>(64-lead)
	z = Float64frombits(uint64(bias-lead)<<fractionBits | hi>>(64-fractionBits))
	if j&1 == 1 {
		j = (j + 1) & 7
		z--
	}
	return j, z * (Pi / 4)
}

func sineNear(z float64) float64 {
	const (
		s0 = 1.5896230157654656e-10
		s1 = -2.5050747762857807e-08
		s2 = 2.7557313621385722e-06
		s3 = -0.0001984126982958954
		s4 = 0.008333333333322118
		s5 = -0.1666666666666663
	)
	zz := z * z
	return z + z*zz*(((((s0*zz+s1)*zz+s2)*zz+s3)*zz+s4)*zz+s5)
}

func cosineNear(z float64) float64 {
	const (
		c0 = -1.1358536521387682e-11
		c1 = 2.087570084197473e-09
		c2 = -2.755731417929674e-07
		c3 = 2.4801587288851704e-05
		c4 = -0.0013888888888873056
		c5 = 0.041666666666666595
	)
	zz := z * z
	return 1 - 0.5*zz + zz*zz*(((((c0*zz+c1)*zz+c2)*zz+c3)*zz+c4)*zz+c5)
}

// Sin gives the sine of x in radians.
func Sin(x float64) float64 {
	if x == 0 || x != x {
		return x
	}
	if x-x != 0 {
		return NaN()
	}
	j, z := octant(Abs(x))
	var y float64
	if j&2 != 0 {
		y = cosineNear(z)
	} else {
		y = sineNear(z)
	}
	if (x < 0) != (j > 3) {
		return -y
	}
	return y
}

// Cos gives the cosine of x in radians.
func Cos(x float64) float64 {
	if x-x != 0 {
		return NaN()
	}
	j, z := octant(Abs(x))
	var y float64
	if j&2 != 0 {
		y = sineNear(z)
	} else {
		y = cosineNear(z)
	}
	if j == 2 || j == 4 {
		return -y
	}
	return y
}

// Sincos gives both Sin(x) and Cos(x).
func Sincos(x float64) (sin, cos float64) {
	if x == 0 {
		return x, 1
	}
	if x-x != 0 {
		return NaN(), NaN()
	}
	j, z := octant(Abs(x))
	sin, cos = sineNear(z), cosineNear(z)
	if j&2 != 0 {
		sin, cos = cos, sin
	}
	if (x < 0) != (j > 3) {
		sin = -sin
	}
	if j == 2 || j == 4 {
		cos = -cos
	}
	return sin, cos
}

// Tan gives the tangent of x in radians.
func Tan(x float64) float64 {
	const (
		p0, p1, p2     = -13093.693918138379, 1153516.6483858742, -17956525.197648488
		q1, q2, q3, q4 = 13681.296347069296, -1320892.3444021097, 25008380.18233579, -53869575.592945464
	)
	if x == 0 || x != x {
		return x
	}
	if x-x != 0 {
		return NaN()
	}
	j, z := octant(Abs(x))
	y := z
	if zz := z * z; zz > 1e-14 {
		y = z + z*(zz*((p0*zz+p1)*zz+p2)/((((zz+q1)*zz+q2)*zz+q3)*zz+q4))
	}
	if j&2 != 0 {
		y = -1 / y
	}
	if x < 0 {
		return -y
	}
	return y
}

// arctangentNear gives the arctangent of 0 <= x <= 0.66.
func arctangentNear(x float64) float64 {
	const (
		p0 = -0.8750608600031904
		p1 = -16.157537187333652
		p2 = -75.00855792314705
		p3 = -122.88666844901361
		p4 = -64.85021904942025
		q0 = 24.858464901423062
		q1 = 165.02700983169885
		q2 = 432.88106049129027
		q3 = 485.3903996359137
		q4 = 194.5506571482614
	)
	z := x * x
	z = z * ((((p0*z+p1)*z+p2)*z+p3)*z + p4) / (((((z+q0)*z+q1)*z+q2)*z+q3)*z + q4)
	return x*z + x
}

// arctangent gives the arctangent of x >= 0.
func arctangent(x float64) float64 {
	const lost = 6.123233995736765886130e-17 // what Pi/2 as a float lacks
	if x <= 0.66 {
		return arctangentNear(x)
	}
	if x > 2.41421356237309504880 { // the tangent of 3/8 Pi
		return Pi/2 - arctangentNear(1/x) + lost
	}
	return Pi/4 + arctangentNear((x-1)/(x+1)) + 0.5*lost
}

// Atan gives the arctangent of x, from -Pi/2 to Pi/2.
func Atan(x float64) float64 {
	switch {
	case x == 0:
		return x
	case x > 0:
		return arctangent(x)
	}
	return -arctangent(-x)
}

// Asin gives the arcsine of x, from -Pi/2 to Pi/2.
func Asin(x float64) float64 {
	if x == 0 {
		return x
	}
	size := x
	if x < 0 {
		size = -x
	}
	if size > 1 {
		return NaN()
	}
	y := Sqrt(1 - size*size)
	if size > 0.7 {
		y = Pi/2 - arctangent(y/size)
	} else {
		y = arctangent(size / y)
	}
	if x < 0 {
		return -y
	}
	return y
}

// Acos gives the arccosine of x, from 0 to Pi.
func Acos(x float64) float64 { return Pi/2 - Asin(x) }

// Atan2 gives the angle of the point (x, y), from -Pi to Pi.
func Atan2(y, x float64) float64 {
	switch {
	case x != x || y != y:
		return NaN()
	case y == 0 && (x > 0 || x == 0 && !Signbit(x)):
		return Copysign(0, y)
	case y == 0:
		return Copysign(Pi, y)
	case x == 0:
		return Copysign(Pi/2, y)
	case x > MaxFloat64 && IsInf(y, 0):
		return Copysign(Pi/4, y)
	case x > MaxFloat64:
		return Copysign(0, y)
	case x < -MaxFloat64 && IsInf(y, 0):
		return Copysign(3*Pi/4, y)
	case x < -MaxFloat64:
		return Copysign(Pi, y)
	case IsInf(y, 0):
		return Copysign(Pi/2, y)
	}
	angle := Atan(y / x)
	switch {
	case x >= 0:
		return angle
	case angle <= 0:
		return angle + Pi
	}
	return angle - Pi
}
