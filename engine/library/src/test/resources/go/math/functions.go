package main

import (
	"fmt"
	"math"
)

var state uint64 = 0x2545F4914F6CDD1D

func next() uint64 {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return state
}

func number(i int) float64 {
	small := float64(int64(next())) / (1 << 60)
	switch i % 6 {
	case 0:
		return small
	case 1:
		return small * 50
	case 2:
		return small * 1e7
	case 3:
		return math.Float64frombits(next())
	case 4:
		return float64(int64(next()) >> 55)
	}
	return small / 1e6
}

func main() {
	special := []float64{0, math.Copysign(0, -1), 1, -1, 0.5, -0.5, 2, math.Pi, math.Inf(1), math.Inf(-1), math.NaN(), math.MaxFloat64, math.SmallestNonzeroFloat64, 1 << 53, 709.5, -745.2, 171, -171.5, 1e-300}
	one := []struct {
		name string
		f    func(float64) float64
	}{
		{"Abs", math.Abs}, {"Acos", math.Acos}, {"Acosh", math.Acosh}, {"Asin", math.Asin}, {"Asinh", math.Asinh}, {"Atan", math.Atan}, {"Atanh", math.Atanh},
		{"Cbrt", math.Cbrt}, {"Ceil", math.Ceil}, {"Cos", math.Cos}, {"Cosh", math.Cosh}, {"Erf", math.Erf}, {"Erfc", math.Erfc}, {"Erfinv", math.Erfinv}, {"Erfcinv", math.Erfcinv},
		{"Exp", math.Exp}, {"Exp2", math.Exp2}, {"Expm1", math.Expm1}, {"Floor", math.Floor}, {"Gamma", math.Gamma}, {"J0", math.J0}, {"J1", math.J1},
		{"Log", math.Log}, {"Log10", math.Log10}, {"Log1p", math.Log1p}, {"Log2", math.Log2}, {"Logb", math.Logb}, {"Round", math.Round}, {"RoundToEven", math.RoundToEven},
		{"Sin", math.Sin}, {"Sinh", math.Sinh}, {"Sqrt", math.Sqrt}, {"Tan", math.Tan}, {"Tanh", math.Tanh}, {"Trunc", math.Trunc}, {"Y0", math.Y0}, {"Y1", math.Y1},
	}
	hash := func(sum *uint64, f float64) {
		if f != f {
			f = 12345
		}
		*sum = (*sum ^ math.Float64bits(f)) * 1099511628211
	}
	for _, f := range one {
		sum := uint64(1)
		for i := range 3000 {
			hash(&sum, f.f(number(i)))
		}
		fmt.Printf("%s %016x", f.name, sum)
		for _, x := range special {
			fmt.Print(" ", f.f(x))
		}
		fmt.Println()
	}
	two := []struct {
		name string
		f    func(x, y float64) float64
	}{
		{"Atan2", math.Atan2}, {"Copysign", math.Copysign}, {"Dim", math.Dim}, {"Hypot", math.Hypot}, {"Max", math.Max}, {"Min", math.Min},
		{"Mod", math.Mod}, {"Nextafter", math.Nextafter}, {"Pow", math.Pow}, {"Remainder", math.Remainder},
		{"Ldexp", func(x, y float64) float64 { return math.Ldexp(x, int(y)%3000) }},
		{"Jn", func(x, y float64) float64 { return math.Jn(int(x)%20, y) }}, {"Yn", func(x, y float64) float64 { return math.Yn(int(x)%20, y) }},
		{"FMA", func(x, y float64) float64 { return math.FMA(x, y, -x*y) }},
		{"Nextafter32", func(x, y float64) float64 { return float64(math.Nextafter32(float32(x), float32(y))) }},
	}
	for _, f := range two {
		sum := uint64(1)
		for i := range 3000 {
			hash(&sum, f.f(number(i), number(i/6)))
		}
		fmt.Printf("%s %016x\n", f.name, sum)
		for _, x := range special[:13] {
			for _, y := range special[:13] {
				if f.name == "Jn" || f.name == "Yn" || f.name == "Ldexp" {
					continue
				}
				fmt.Print(f.f(x, y), " ")
			}
		}
		fmt.Println()
	}
	for _, x := range special {
		whole, part := math.Modf(x)
		fraction, exponent := math.Frexp(x)
		sin, cos := math.Sincos(x)
		gamma, sign := math.Lgamma(x)
		fmt.Println(whole, part, fraction, exponent, sin, cos, gamma, sign, math.Ilogb(x), math.IsNaN(x), math.IsInf(x, 0), math.IsInf(x, 1), math.IsInf(x, -1), math.Signbit(x))
		fmt.Printf("%x %x %x\n", math.Float64bits(x), math.Float32bits(float32(x)), math.Float32frombits(0x3fc00000))
	}
	for n := -330; n <= 310; n += 7 {
		fmt.Print(math.Pow10(n), " ")
	}
	fmt.Println()
	fmt.Println(math.E, math.Pi, math.Phi, math.Sqrt2, math.SqrtE, math.SqrtPi, math.SqrtPhi, math.Ln2, math.Log2E, math.Ln10, math.Log10E)
	fmt.Println(math.MaxFloat32, math.SmallestNonzeroFloat32, math.MaxFloat64, math.SmallestNonzeroFloat64, math.Inf(1), math.NaN())
	fmt.Println(math.MaxInt, math.MinInt, math.MaxInt8, math.MinInt8, math.MaxInt16, math.MinInt16, math.MaxInt32, math.MinInt32, math.MaxInt64, math.MinInt64, uint(math.MaxUint), math.MaxUint8, math.MaxUint16, math.MaxUint32, uint64(math.MaxUint64))
}
