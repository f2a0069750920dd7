package main

import (
	"fmt"
	"math"
	"strconv"
)

// state is a small generator, so that the inputs are many and always the same.
var state uint64 = 88172645463325252

func next() uint64 {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return state
}

func show(v any, err error) {
	if err != nil {
		fmt.Println(v, err, err.(*strconv.NumError).Unwrap() == strconv.ErrRange)
		return
	}
	fmt.Println(v)
}

func main() {
	sum := uint64(14695981039346656037)
	mix := func(s string) {
		for i := 0; i < len(s); i++ {
			sum = (sum ^ uint64(s[i])) * 1099511628211
		}
	}
	// The shortest text of a float, and the float that it reads back as.
	for i := range 20000 {
		f := math.Float64frombits(next())
		s := strconv.FormatFloat(f, "efgG"[i%4], -1, 64)
		mix(s)
		back, err := strconv.ParseFloat(s, 64)
		if f == f && (back != f || err != nil) {
			fmt.Println("float64 changed:", s, back, err)
		}
		g := float32(math.Float32frombits(uint32(next())))
		s = strconv.FormatFloat(float64(g), 'g', -1, 32)
		mix(s)
		if back, _ := strconv.ParseFloat(s, 32); g == g && float32(back) != g {
			fmt.Println("float32 changed:", s, back)
		}
		mix(strconv.FormatFloat(f, "eEfgGbxX"[i%8], i%30, 64))
		mix(strconv.FormatFloat(math.Float64frombits(next()>>12|0x3FF<<52), 'f', i%20, 64))
	}
	fmt.Printf("%016x\n", sum)
	for _, f := range []float64{0, math.Copysign(0, -1), 1, 0.1, 100, 1e6, 1e20, 1e21, 123456789, 5e-324, math.MaxFloat64, math.Inf(1), math.Inf(-1), math.NaN(), 2.5, 3.5, 0.5, 1e22, 1e23, 9007199254740993} {
		for _, format := range []byte("beEfgGxX") {
			fmt.Print(strconv.FormatFloat(f, format, -1, 64), " ", strconv.FormatFloat(f, format, 0, 64), " ", strconv.FormatFloat(f, format, 3, 64), " ", strconv.FormatFloat(f, format, -1, 32), "; ")
		}
		fmt.Println()
	}
	for _, s := range []string{"", "0", "-0", "+5", "1e400", "-1e400", "1e-400", "inf", "-Infinity", "nan", "+nan", "1_000", "0x1p-2", "0x1.8p3", "0x1", "1e", ".5", "5.", ".", "1.7976931348623158e308", "1.7976931348623159e308", "4.9e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "0x1.fffffffffffff8p1023", "9007199254740993", "100000000000000016777215", "100000000000000016777216", "1x"} {
		show(strconv.ParseFloat(s, 64))
		show(strconv.ParseFloat(s, 32))
	}
	for _, s := range []string{"", "0", "-1", "127", "128", "-128", "-129", "0x7f", "0b101", "0o17", "017", "08", "1_000", "0x_f", "_1", "1_", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "18446744073709551615", "18446744073709551616", "zz", "+", "-"} {
		for _, base := range []int{0, 10, 16, 36} {
			show(strconv.ParseInt(s, base, 64))
			show(strconv.ParseInt(s, base, 8))
			show(strconv.ParseUint(s, base, 64))
		}
		show(strconv.Atoi(s))
	}
	show(strconv.ParseInt("1", 1, 64))
	show(strconv.ParseInt("1", 10, 65))
	for base := 2; base <= 36; base++ {
		fmt.Println(strconv.FormatInt(-1<<63, base), strconv.FormatUint(1<<64-1, base), string(strconv.AppendInt([]byte("x"), 12345, base)), string(strconv.AppendUint(nil, 7, base)))
	}
	fmt.Println(strconv.Itoa(-45), strconv.Itoa(0), strconv.Itoa(99), strconv.Itoa(100), strconv.IntSize)
	for _, s := range []string{"1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False", "yes", ""} {
		show(strconv.ParseBool(s))
	}
	fmt.Println(strconv.FormatBool(true), string(strconv.AppendBool([]byte("<"), false)))
	for _, s := range []string{"1+2i", "(1-2i)", "3", "4i", "i", "1+i", "(1", "inf+nani", "1e400+1i", "1++2i", "0x1p1-0x1p2i"} {
		c, err := strconv.ParseComplex(s, 128)
		fmt.Println(c, err)
		fmt.Println(strconv.FormatComplex(c, 'g', -1, 128), strconv.FormatComplex(c, 'f', 2, 64))
	}
	err := &strconv.NumError{Func: "F", Num: "n\n", Err: strconv.ErrSyntax}
	fmt.Println(err, err.Unwrap())
	fmt.Println(string(strconv.AppendFloat([]byte("f="), 1.5, 'g', -1, 64)))
}
