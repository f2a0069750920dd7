package main

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"strings"
)

func state(verb string, f fmt.Formatter) string { return fmt.Sprintf(verb, formatter{f}) }

// formatter passes on, by a call of the method itself.
type formatter struct{ inner fmt.Formatter }

func (f formatter) Format(s fmt.State, verb rune) {
	switch x := f.inner.(type) {
	case *big.Int:
		x.Format(s, verb)
	case *big.Float:
		x.Format(s, verb)
	}
}

func ints() {
	x := new(big.Int).SetInt64(-1234567890123456789)
	y := new(big.Int).Set(x)
	y.Mul(y, y).Add(y, big.NewInt(1))
	fmt.Println(x.String(), y.String(), x, (*big.Int)(nil).String())
	for _, verb := range []string{"%d", "%x", "%X", "%#x", "%o", "%#o", "%O", "%b", "%#b", "%+d", "% d", "%s", "%v", "%30d", "%-30d|", "%030d", "%+030d", "%.25d", "%30.25d", "%-30.25x|", "%t", "%q", "%5.0d"} {
		fmt.Println(verb, state(verb, x), state(verb, y), state(verb, new(big.Int)), state(verb, (*big.Int)(nil)))
	}
	out, err := y.AppendText([]byte("y="))
	fmt.Println(string(out), err)
	out, err = (*big.Int)(nil).AppendText([]byte("nil="))
	fmt.Println(string(out), err)
	for _, in := range []string{"12 rest", "-0x1fz", "0b1012", "077", "0o19", "1_000", "x", "", "- 5", "+99999999999999999999999999"} {
		z := big.NewInt(42)
		n, err := fmt.Sscan(in, z)
		fmt.Println(in, "->", n, err, z)
	}
	for _, c := range []struct{ format, in string }{{"%d", "0x10"}, {"%x", "ff"}, {"%o", "777"}, {"%b", "10110"}, {"%4d", "123456"}, {"%s", "12"}, {"%f", "1"}} {
		z := big.NewInt(42)
		n, err := fmt.Sscanf(c.in, c.format, scanner{z})
		fmt.Println(c, "->", n, err, z)
	}
}

// scanner passes on, by a call of the method itself.
type scanner struct{ inner any }

func (s scanner) Scan(state fmt.ScanState, verb rune) error {
	switch x := s.inner.(type) {
	case *big.Int:
		return x.Scan(state, verb)
	case *big.Rat:
		return x.Scan(state, verb)
	case *big.Float:
		return x.Scan(state, verb)
	}
	return errors.New("what is it?")
}

func rats() {
	q := big.NewRat(-355, 113)
	r := new(big.Rat).Set(q)
	r.Inv(r)
	fmt.Println(q.String(), r.String(), new(big.Rat).String())
	out, err := q.AppendText([]byte("q="))
	fmt.Println(string(out), err)
	for _, c := range []struct{ format, in string }{{"%v", "3/4 x"}, {"%s", "-6/8"}, {"%g", "1.25e2"}, {"%e", "5"}, {"%f", "1/0"}, {"%d", "1/2"}, {"%v", "zwei"}, {"%v", ".5"}, {"%v", "0x1p-2"}} {
		z := big.NewRat(7, 2)
		n, err := fmt.Sscanf(c.in, c.format, scanner{z})
		if err != nil {
			z = nil // what it is now nobody says
		}
		fmt.Println(c, "->", n, err, z)
	}
}

func floats() {
	x := new(big.Float).SetPrec(100)
	x.Parse("3.14159265358979323846264338327950288", 10)
	y := new(big.Float).SetMode(big.ToNegativeInf).SetPrec(20)
	y.Parse("-0x1.fffffffp+5", 0)
	infinite := new(big.Float).SetInf(true)
	fmt.Println(x.String(), y.String(), infinite.String(), new(big.Float).String())
	for _, verb := range []string{"%v", "%g", "%.30g", "%e", "%.3E", "%f", "%.10f", "%12.3f|", "%-12.3f|", "%+012.3f", "% .2f", "%b", "%x", "%.4x", "%X", "%s", "%d", "%G", "%30v", "%030v"} {
		fmt.Println(verb, state(verb, x), state(verb, y), state(verb, infinite), state(verb, new(big.Float)))
	}
	fmt.Println(string(x.Append([]byte("x="), 'g', 20)), string(y.Append(nil, 'p', 0)), string(infinite.Append([]byte("y"), 'f', 2)))
	out, err := x.AppendText([]byte("text "))
	fmt.Println(string(out), err)
	out, err = (*big.Float)(nil).AppendText([]byte("nil "))
	fmt.Println(string(out), err)
	for _, in := range []string{"1.5", "-.25e-3", "0x.8p1", "0b11.01", "0o7.4", "1_0.5", "Inf", "-inf", "+Inf", "1e", "1e+", "1e5x", "0b11e2", "0x1p-3", "12p3", "1e_5", "1_0e1_0", "1e1_", "1e99999999999999999999", "0e5z", "abc", "", "12 "} {
		for _, base := range []int{0, 10} {
			z := new(big.Float).SetPrec(53)
			f, b, err := z.Parse(in, base)
			fmt.Println(in, base, "->", f, b, err)
		}
	}
	for _, in := range []string{"1.5 2", "-3e2", "0x1p4", "Inf", "nan", "", "2.5x", "7e1z", "4e"} {
		z := new(big.Float)
		n, err := fmt.Sscan(in, scanner{z})
		fmt.Println(in, "->", n, err, z, z.Prec())
	}
}

func gobs() {
	for _, text := range []string{"0", "-0", "1", "-3.75e100", "Inf", "-Inf", "3.14159265358979323846264338327950288419716939937510582097"} {
		x, _, err := big.ParseFloat(text, 10, 200, big.AwayFromZero)
		if err != nil {
			panic(err)
		}
		x.SetPrec(150)
		coded, err := x.GobEncode()
		fmt.Printf("%x %v\n", coded, err)
		var y big.Float
		fmt.Println(y.GobDecode(coded), y.Cmp(x), y.Prec(), y.Mode(), y.Acc(), y.Signbit())
		z := new(big.Float).SetPrec(10)
		fmt.Println(z.GobDecode(coded), z, z.Prec(), z.Mode(), z.Acc())
	}
	coded, err := (*big.Float)(nil).GobEncode()
	fmt.Println(coded, err)
	y := big.NewFloat(5)
	fmt.Println(y.GobDecode(nil), y)
	for _, bad := range [][]byte{{1}, {9, 0, 0, 0, 0, 1}, {1, 0x0a, 0, 0, 0, 64, 0, 0, 0}} {
		fmt.Println(new(big.Float).GobDecode(bad))
	}
}

func names() {
	for m := big.ToNearestEven; m <= big.ToPositiveInf+1; m++ {
		fmt.Print(m.String(), " ")
	}
	fmt.Println(big.ToNegativeInf)
	var mode big.RoundingMode = big.ToZero
	accuracy := func(x float64) big.Accuracy { return new(big.Float).SetPrec(3).SetMode(mode).SetFloat64(x).Acc() }
	fmt.Println(accuracy(1.9).String(), accuracy(-1.9).String(), accuracy(1.5).String(), big.Accuracy(3))
	fmt.Println(big.MaxExp == math.MaxInt32, big.MinExp == math.MinInt32, uint32(big.MaxPrec) == math.MaxUint32, big.MaxBase)
	defer func() {
		e, ok := recover().(big.ErrNaN)
		fmt.Println(ok, e.Error(), strings.HasPrefix(fmt.Sprint(e), "multiplication"))
		var err error = e
		var nan big.ErrNaN
		fmt.Println(errors.As(fmt.Errorf("wrapped: %w", err), &nan), nan)
	}()
	new(big.Float).Mul(new(big.Float), new(big.Float).SetInf(false))
}

func main() {
	ints()
	rats()
	floats()
	gobs()
	names()
}
