package main

import (
	"fmt"
	"math"
	"math/big"
	"math/rand"
)

func caught(f func()) {
	defer func() { fmt.Println("panic:", recover()) }()
	f()
}

func integers() {
	r := rand.New(rand.NewSource(3))
	number := func(i int) *big.Int {
		b := make([]byte, r.Intn([]int{2, 9, 40, 700}[i%4]))
		r.Read(b)
		x := new(big.Int).SetBytes(b)
		if r.Intn(2) == 0 {
			x.Neg(x)
		}
		return x
	}
	z := func() *big.Int { return new(big.Int) }
	for i := range 120 {
		a, b, m := number(i), number(i/4), number(i/2)
		n := uint(r.Intn(150))
		fmt.Println(z().Add(a, b), z().Sub(a, b), z().Mul(a, b), a.Cmp(b), a.CmpAbs(b), a.Sign(), a.BitLen(), a.TrailingZeroBits())
		fmt.Println(z().And(a, b), z().Or(a, b), z().Xor(a, b), z().AndNot(a, b), z().Not(a), z().Lsh(a, n), z().Rsh(a, n), a.Bit(int(n)), z().SetBit(a, int(n), 1), z().SetBit(a, 3, 0))
		if b.Sign() != 0 {
			q, rem := z().QuoRem(a, b, z())
			d, mod := z().DivMod(a, b, z())
			fmt.Println(q, rem, d, mod, z().Quo(a, b), z().Rem(a, b), z().Div(a, b), z().Mod(a, b))
			x, y := z(), z()
			fmt.Println(z().GCD(x, y, z().Abs(a), z().Abs(b)), x, y, z().ModInverse(a, b))
		}
		fmt.Println(z().Sqrt(z().Abs(a)), a.Text(2+i%61), a.Int64(), a.Uint64(), a.IsInt64(), a.IsUint64(), a.Bytes())
		if m.Sign() != 0 && b.BitLen() < 300 {
			fmt.Println(z().Exp(a, z().Abs(b), m))
		}
		fmt.Printf("%x %X %#x %o %b %d %+d %40d %-40d| %040d %s %v %.50d %O\n", a, a, b, a, b, a, a, b, b, b, a, b, b, b)
		f, acc := a.Float64()
		fmt.Println(f, acc)
	}
	for _, s := range []string{"0", "-0", "0x1f", "0b101", "0o17", "017", "1_000", "1__0", "", "+", "12a", "-99999999999999999999999999", "0x", "zz"} {
		x, ok := z().SetString(s, 0)
		y, ok2 := z().SetString(s, 36)
		fmt.Println(x, ok, y, ok2)
		var scanned big.Int
		n, err := fmt.Sscan(s, &scanned)
		fmt.Println(n, err == nil)
	}
	fmt.Println(z().MulRange(1, 50), z().MulRange(-5, -2), z().MulRange(5, 1), z().Binomial(100, 40), z().Exp(big.NewInt(3), big.NewInt(200), nil), z().Exp(big.NewInt(3), big.NewInt(-1), big.NewInt(7)))
	primes := 0
	for n := int64(0); n < 3000; n++ {
		if big.NewInt(n).ProbablyPrime(2) {
			primes++
		}
	}
	mersenne := z().Sub(z().Lsh(big.NewInt(1), 127), big.NewInt(1))
	fmt.Println(primes, mersenne.ProbablyPrime(10), z().Mul(mersenne, big.NewInt(3)).ProbablyPrime(0), big.Jacobi(big.NewInt(1001), big.NewInt(9907)), z().ModSqrt(big.NewInt(5), big.NewInt(41)), z().ModSqrt(big.NewInt(3), big.NewInt(7)), z().ModSqrt(big.NewInt(2), mersenne))
	fmt.Println(z().Rand(rand.New(rand.NewSource(1)), mersenne), mersenne.Bits(), z().SetBits([]big.Word{1, 2, 0}), z().SetUint64(math.MaxUint64), mersenne.FillBytes(make([]byte, 20)))
	text, err := mersenne.MarshalText()
	json, err2 := mersenne.MarshalJSON()
	gob, err3 := mersenne.GobEncode()
	var a, b, c big.Int
	fmt.Println(string(text), err, string(json), err2, gob, err3, a.UnmarshalText(text), b.UnmarshalJSON(json), c.GobDecode(gob), a.Cmp(&b), b.Cmp(&c), a.UnmarshalText([]byte("x")))
	caught(func() { z().Quo(&a, z()) })
	caught(func() { z().Sqrt(big.NewInt(-1)) })
	caught(func() { a.FillBytes(nil) })
	caught(func() { a.Text(99) })
	caught(func() { big.Jacobi(&a, big.NewInt(4)) })
	fmt.Println((*big.Int)(nil), a.Append(nil, 10)[:3])
}

func fractions() {
	a, b := big.NewRat(-6, 4), big.NewRat(1, 3)
	z := func() *big.Rat { return new(big.Rat) }
	fmt.Println(a, b, z().Add(a, b), z().Sub(a, b), z().Mul(a, b), z().Quo(a, b), z().Neg(a), z().Abs(a), z().Inv(a), a.Cmp(b), a.Sign(), a.IsInt(), a.Num(), a.Denom(), z())
	fmt.Println(a.RatString(), z().SetInt64(5).RatString(), b.FloatString(5), a.FloatString(0), z().SetFloat64(0.1), z().SetFloat64(math.Inf(1)) == nil, z().SetUint64(7), z().SetInt(big.NewInt(8)), z().SetFrac(big.NewInt(4), big.NewInt(-6)), z().SetFrac64(9, 3))
	for _, s := range []string{"1/2", "-4/6", "0.125", "1e3", "-1.5e-2", "0x10/3", "1/0", "x", "1/-2", "3.", ".5", "0x1p-2", "1e", "", "0b1.1p1"} {
		x, ok := z().SetString(s)
		fmt.Println(x, ok)
	}
	f, exact := b.Float64()
	g, exact2 := a.Float32()
	n, all := big.NewRat(1, 40).FloatPrec()
	n2, all2 := b.FloatPrec()
	fmt.Println(f, exact, g, exact2, n, all, n2, all2)
	text, _ := a.MarshalText()
	gob, _ := a.GobEncode()
	var c, d big.Rat
	var e big.Rat
	k, err := fmt.Sscan("22/7", &e)
	fmt.Println(string(text), c.UnmarshalText(text), gob, d.GobDecode(gob), c.Cmp(&d), k, err, &e)
	caught(func() { z().SetFrac64(1, 0) })
	caught(func() { z().Inv(z()) })
}

func floats() {
	for _, prec := range []uint{24, 53, 64, 200} {
		for mode := big.ToNearestEven; mode <= big.ToPositiveInf; mode++ {
			z := func() *big.Float { return new(big.Float).SetPrec(prec).SetMode(mode) }
			a := z().SetRat(big.NewRat(1, 3))
			b := z().SetFloat64(-2.75)
			show := func(x *big.Float) {
				fmt.Print(x.Text('p', 0), " ", x.Acc(), " ", x.Text('g', -1), " ", x.Text('e', 5), "; ")
			}
			show(a)
			show(b)
			show(z().Add(a, b))
			show(z().Sub(a, b))
			show(z().Mul(a, b))
			show(z().Quo(a, b))
			show(z().Neg(a))
			show(z().Abs(b))
			show(z().Sqrt(a))
			fmt.Println(mode, prec)
		}
	}
	x, base, err := big.ParseFloat("1.5e1000", 10, 100, big.ToZero)
	fmt.Println(x, base, err, x.MantExp(nil), x.IsInt(), x.Prec(), x.MinPrec(), x.Mode())
	for _, s := range []string{"0", "-0", "Inf", "-inf", "0x1.8p3", "1e-400", "3.14159265358979323846264338327950288", "1_0.5", "", "abc", "1e5x", "0b101p-1"} {
		f, ok := new(big.Float).SetString(s)
		if !ok {
			fmt.Println(s, "is none")
			continue
		}
		d, acc := f.Float64()
		e, acc2 := f.Float32()
		i, acc3 := f.Int64()
		fmt.Println(f, d, acc, e, acc2, i, acc3, f.Sign(), f.Signbit(), f.IsInf(), f.Text('f', 3), f.Text('b', 0), f.Text('x', 4), f.Text('G', 4))
		fmt.Printf("%g %10.3f|%-12.4e|%+.2g|%08.2f|%v|%x\n", f, f, f, f, f, f, f)
	}
	pi, _ := new(big.Float).SetPrec(300).SetString("3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803")
	n, acc := new(big.Float).Mul(pi, big.NewFloat(1e20)).Int(nil)
	q, acc2 := big.NewFloat(0.375).Rat(nil)
	u, acc3 := big.NewFloat(1e19).Uint64()
	mant := new(big.Float)
	e := pi.MantExp(mant)
	fmt.Println(pi, n, acc, q, acc2, u, acc3, mant, e, new(big.Float).SetMantExp(mant, 10), pi.Cmp(mant), new(big.Float).Copy(pi).SetPrec(20))
	fmt.Println(new(big.Float).SetInt(big.NewInt(12345)), new(big.Float).SetInt64(-5), new(big.Float).SetUint64(5), new(big.Float).SetInf(true), new(big.Float).Set(pi).Cmp(pi))
	text, _ := pi.MarshalText()
	var back, scanned big.Float
	k, err := fmt.Sscan("2.5e3", &scanned)
	fmt.Println(len(text), back.UnmarshalText(text), &back, k, err, &scanned)
	caught(func() { big.NewFloat(math.NaN()) })
	caught(func() { new(big.Float).Quo(new(big.Float), new(big.Float)) })
	caught(func() { new(big.Float).Sqrt(big.NewFloat(-1)) })
	fmt.Println(big.Below, big.Exact, big.Above, big.ToNearestAway, big.AwayFromZero, big.MaxBase)
}

func main() {
	integers()
	fractions()
	floats()
	// The first 300 digits of pi, by Gibbons's spigot.
	q, r, t, k, n, l := big.NewInt(1), big.NewInt(0), big.NewInt(1), big.NewInt(1), big.NewInt(3), big.NewInt(3)
	for digits := 0; digits < 300; {
		a := new(big.Int).Mul(q, big.NewInt(4))
		a.Add(a, r).Sub(a, t)
		b := new(big.Int).Mul(n, t)
		if a.Cmp(b) < 0 {
			fmt.Print(n)
			digits++
			nr := new(big.Int).Sub(r, b)
			nr.Mul(nr, big.NewInt(10))
			m := new(big.Int).Mul(q, big.NewInt(3))
			m.Add(m, r).Mul(m, big.NewInt(10)).Quo(m, t)
			n = m.Sub(m, new(big.Int).Mul(n, big.NewInt(10)))
			q.Mul(q, big.NewInt(10))
			r = nr
			continue
		}
		nr := new(big.Int).Mul(q, big.NewInt(2))
		nr.Add(nr, r).Mul(nr, l)
		nn := new(big.Int).Mul(q, new(big.Int).Mul(k, big.NewInt(7)))
		nn.Add(nn, new(big.Int).Mul(q, big.NewInt(2))).Add(nn, new(big.Int).Mul(r, l)).Quo(nn, new(big.Int).Mul(t, l))
		q.Mul(q, k)
		t.Mul(t, l)
		l.Add(l, big.NewInt(2))
		k.Add(k, big.NewInt(1))
		n, r = nn, nr
	}
	fmt.Println()
}
