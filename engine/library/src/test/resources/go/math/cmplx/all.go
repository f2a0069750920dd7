package main

import (
	"fmt"
	"math"
	"math/cmplx"
)

func main() {
	parts := []float64{0, math.Copysign(0, -1), 1, -1, 0.3, -2.5, 1e-9, 700, math.Inf(1), math.Inf(-1), math.NaN(), 1e15}
	fs := []struct {
		name string
		f    func(complex128) complex128
	}{
		{"Acos", cmplx.Acos}, {"Acosh", cmplx.Acosh}, {"Asin", cmplx.Asin}, {"Asinh", cmplx.Asinh}, {"Atan", cmplx.Atan}, {"Atanh", cmplx.Atanh}, {"Conj", cmplx.Conj},
		{"Cos", cmplx.Cos}, {"Cosh", cmplx.Cosh}, {"Cot", cmplx.Cot}, {"Exp", cmplx.Exp}, {"Log", cmplx.Log}, {"Log10", cmplx.Log10}, {"Sin", cmplx.Sin},
		{"Sinh", cmplx.Sinh}, {"Sqrt", cmplx.Sqrt}, {"Tan", cmplx.Tan}, {"Tanh", cmplx.Tanh}, {"Pow", func(x complex128) complex128 { return cmplx.Pow(x, 2-1i) }},
	}
	for _, f := range fs {
		for _, re := range parts {
			for _, im := range parts {
				fmt.Print(f.f(complex(re, im)), " ")
			}
		}
		fmt.Println(f.name)
	}
	for _, re := range parts {
		for _, im := range parts {
			x := complex(re, im)
			r, θ := cmplx.Polar(x)
			fmt.Println(cmplx.Abs(x), cmplx.Phase(x), r, θ, cmplx.IsNaN(x), cmplx.IsInf(x), cmplx.Rect(2, im))
		}
	}
	fmt.Println(cmplx.Inf(), cmplx.NaN(), cmplx.Pow(0, 1), cmplx.Pow(0, -1), cmplx.Pow(0, -1i), cmplx.Pow(0, 0))
}
