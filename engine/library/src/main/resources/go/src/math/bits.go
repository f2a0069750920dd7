// Package math has the constants and functions of mathematics on floats. Results are, to the last bit, those that
// Go gives: the algorithms are the published ones that Go names (FreeBSD's msun, Cephes), each operation
// in the same order. The compiler may replace the functions marked as intrinsic.
package math

import (
	"math/bits"
	"unsafe"
)

const (
	E   = 2.71828182845904523536028747135266249775724709369995957496696763
	Pi  = 3.14159265358979323846264338327950288419716939937510582097494459
	Phi = 1.61803398874989484820458683436563811772030917980576286213544862

	Sqrt2   = 1.41421356237309504880168872420969807856967187537694807317667974
	SqrtE   = 1.64872127070012814684865078781416357165377610071014801157507931
	SqrtPi  = 1.77245385090551602729816748334114518279754945612238712821380779
	SqrtPhi = 1.27201964951406896425242246173749149171560804184009624861664038

	Ln2    = 0.693147180559945309417232121458176568075500134360255254120680009
	Log2E  = 1 / Ln2
	Ln10   = 2.30258509299404568401799145468436420760110148862877297603332790
	Log10E = 1 / Ln10
)

// The largest and the smallest positive floats.
const (
	MaxFloat32             = (1<<24 - 1) * 0x1p104
	SmallestNonzeroFloat32 = 0x1p-149
	MaxFloat64             = (1<<53 - 1) * 0x1p971
	SmallestNonzeroFloat64 = 0x1p-1074
)

// The bounds of the integer types.
const (
	MaxInt8   = 1<<7 - 1
	MaxInt16  = 1<<15 - 1
	MaxInt32  = 1<<31 - 1
	MaxInt64  = 1<<63 - 1
	MaxInt    = 1<<(bits.UintSize-1) - 1
	MinInt8   = ^MaxInt8
	MinInt16  = ^MaxInt16
	MinInt32  = ^MaxInt32
	MinInt64  = ^MaxInt64
	MinInt    = ^MaxInt
	MaxUint8  = 1<<8 - 1
	MaxUint16 = 1<<16 - 1
	MaxUint32 = 1<<32 - 1
	MaxUint64 = 1<<64 - 1
	MaxUint   = 1<<bits.UintSize - 1
)

const (
	notANumber   = 0x7FF8000000000001
	infinity     = 0x7FF0000000000000
	signBit      = 1 << 63
	fractionBits = 52
	fractionMask = 1<<fractionBits - 1
	exponentMask = 0x7FF
	bias         = 1023
)

//gorrery:intrinsic
func Float64bits(f float64) uint64 { return *(*uint64)(unsafe.Pointer(&f)) }

//gorrery:intrinsic
func Float64frombits(b uint64) float64 { return *(*float64)(unsafe.Pointer(&b)) }

//gorrery:intrinsic
func Float32bits(f float32) uint32 { return *(*uint32)(unsafe.Pointer(&f)) }

//gorrery:intrinsic
func Float32frombits(b uint32) float32 { return *(*float32)(unsafe.Pointer(&b)) }

// Inf gives positive infinity for sign >= 0, else negative.
func Inf(sign int) float64 {
	if sign < 0 {
		return Float64frombits(infinity | signBit)
	}
	return Float64frombits(infinity)
}

// NaN gives a value that is not a number.
func NaN() float64 { return Float64frombits(notANumber) }

// IsNaN reports whether f is not a number.
func IsNaN(f float64) bool { return f != f }

// IsInf reports whether f is an infinity: the positive one for sign > 0, the negative for sign < 0, either for 0.
func IsInf(f float64, sign int) bool {
	return sign >= 0 && f > MaxFloat64 || sign <= 0 && f < -MaxFloat64
}

// Signbit reports whether x is negative or negative zero.
func Signbit(x float64) bool { return int64(Float64bits(x)) < 0 }

//gorrery:intrinsic
func Abs(x float64) float64 { return Float64frombits(Float64bits(x) &^ signBit) }

//gorrery:intrinsic
func Copysign(f, sign float64) float64 {
	return Float64frombits(Float64bits(f)&^signBit | Float64bits(sign)&signBit)
}

// exponentOf gives e for an x = m * 2^e with m in [1, 2), x being finite and not zero.
func exponentOf(x float64) int {
	b := Float64bits(x)
	if e := int(b >> fractionBits & exponentMask); e != 0 {
		return e - bias
	}
	return bits.Len64(b&fractionMask) - 1 - bias - fractionBits + 1
}

// Frexp gives a fraction in [1/2, 1), with f's sign, and an exponent of two with f = fraction * 2^exponent. Zeros,
// infinities and NaN are their own fraction with exponent 0.
func Frexp(f float64) (frac float64, exp int) {
	if f == 0 || f-f != 0 {
		return f, 0
	}
	b := Float64bits(f)
	if b>>fractionBits&exponentMask == 0 {
		b = Float64bits(f * (1 << fractionBits))
		exp = -fractionBits
	}
	exp += int(b>>fractionBits&exponentMask) - (bias - 1)
	return Float64frombits(b&^(exponentMask<<fractionBits) | (bias-1)<<fractionBits), exp
}

// Ldexp gives frac * 2^exp.
func Ldexp(frac float64, exp int) float64 {
	f, e := Frexp(frac)
	if f == 0 || f-f != 0 {
		return frac
	}
	// f*2^e with f in [1/2, 1): its exponent proper is e-1.
	e += exp - 1
	switch {
	case exp > 1<<20 || e > bias:
		return Copysign(Float64frombits(infinity), frac)
	case exp < -1<<20 || e < -1075:
		return Copysign(0, frac)
	case e >= 1-bias:
		return scaleTo(f, e)
	}
	return scaleTo(f, e+fractionBits+1) * (1.0 / (1 << (fractionBits + 1)))
}

// scaleTo exchanges the exponent of f for e.
func scaleTo(f float64, e int) float64 {
	return Float64frombits(Float64bits(f)&^(exponentMask<<fractionBits) | uint64(e+bias)<<fractionBits)
}

// Logb gives the binary exponent of x.
func Logb(x float64) float64 {
	switch {
	case x == 0:
		return Inf(-1)
	case IsInf(x, 0):
		return Inf(1)
	case x != x:
		return x
	}
	return float64(exponentOf(x))
}

// Ilogb gives the binary exponent of x as an integer; MinInt32 for 0, MaxInt32 for infinities and NaN.
func Ilogb(x float64) int {
	if x == 0 {
		return MinInt32
	}
	if x-x != 0 {
		return MaxInt32
	}
	return exponentOf(x)
}

// Nextafter gives the float next to x in the direction of y.
func Nextafter(x, y float64) float64 {
	switch {
	case x != x || y != y:
		return NaN()
	case x == y:
		return x
	case x == 0:
		return Copysign(SmallestNonzeroFloat64, y)
	case (x < y) == (x > 0):
		return Float64frombits(Float64bits(x) + 1)
	}
	return Float64frombits(Float64bits(x) - 1)
}

// Nextafter32 is Nextafter for float32.
func Nextafter32(x, y float32) float32 {
	switch {
	case x != x || y != y:
		return float32(NaN())
	case x == y:
		return x
	case x == 0:
		return float32(Copysign(SmallestNonzeroFloat32, float64(y)))
	case (x < y) == (x > 0):
		return Float32frombits(Float32bits(x) + 1)
	}
	return Float32frombits(Float32bits(x) - 1)
}

// polynomial gives c[0] + c[1]*x + c[2]*x*x + …, by Horner's rule.
func polynomial(x float64, c []float64) float64 {
	at := len(c) - 1
	sum := c[at]
	for at--; at >= 0; at-- {
		sum = sum*x + c[at]
	}
	return sum
}
