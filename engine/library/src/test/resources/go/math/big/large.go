package main

import (
	"fmt"
	"hash/fnv"
	"math/big"
	"math/rand"
)

// number gives one of up to so many bits, with long runs of ones and zeros in some.
func number(r *rand.Rand, bits int) *big.Int {
	x := new(big.Int).Rand(r, new(big.Int).Lsh(big.NewInt(1), uint(bits)))
	for range r.Intn(3) {
		run := new(big.Int).Lsh(big.NewInt(1), uint(r.Intn(bits+1)))
		run.Sub(run, big.NewInt(1)).Lsh(run, uint(r.Intn(bits+1)))
		if r.Intn(2) == 0 {
			x.Or(x, run)
		} else {
			x.AndNot(x, run)
		}
	}
	if r.Intn(2) == 0 {
		x.Neg(x)
	}
	return x
}

func products(r *rand.Rand) {
	h := fnv.New128a()
	for i := range 150 {
		n := 1 << (1 + i%15)
		x, y := number(r, 1+r.Intn(n)), number(r, 1+r.Intn(n))
		p := new(big.Int).Mul(x, y)
		fmt.Fprintln(h, p, new(big.Int).Mul(x, x).Text(3+r.Intn(59)))
		if y.Sign() != 0 {
			q, m := new(big.Int).QuoRem(p.Add(p, x), y, new(big.Int))
			fmt.Fprintln(h, q, m)
		}
		base := 2 + r.Intn(61)
		s := x.Text(base)
		v, ok := new(big.Int).SetString(s, base)
		fmt.Fprintln(h, s, ok, v.Cmp(x))
	}
	fmt.Printf("products %x\n", h.Sum(nil))
}

func divisors(r *rand.Rand) {
	h := fnv.New128a()
	for i := range 120 {
		n := 1 << (1 + i%12)
		x, y, c := number(r, 1+r.Intn(n)), number(r, 1+r.Intn(n)), number(r, 1+r.Intn(n))
		a, b := new(big.Int), new(big.Int)
		g := new(big.Int).GCD(a, b, x.Mul(x, c), y.Mul(y, c))
		// the same number, also where Go's has a sign and is 0
		fmt.Fprintln(h, g, a.Add(a, new(big.Int)), b.Add(b, new(big.Int)))
		fmt.Fprintln(h, new(big.Int).ModInverse(c, y.Abs(y).SetBit(y, 0, 1)))
	}
	fmt.Printf("divisors %x\n", h.Sum(nil))
}

func floats(r *rand.Rand) {
	h := fnv.New128a()
	for range 150 {
		f := new(big.Float).SetPrec(uint(1 + r.Intn(300))).SetMode(big.RoundingMode(r.Intn(6)))
		_, _, err := f.Parse(fmt.Sprintf("%de%d", number(r, 1+r.Intn(200)), r.Intn(8000)-4000), 10)
		fmt.Fprintln(h, f.Text('p', 0), err, f.Acc())
	}
	fmt.Printf("floats %x\n", h.Sum(nil))
	for _, s := range []string{
		"1e1000000", "1e646456992", "1e646456993", "-1e-646456993", "-1e-646456994", "1e-1000000000",
		"123456789e-1000000", "1e2000000000", "0.001e646456995", "-7e900000000", "7e-900000000",
	} {
		f, _, err := big.ParseFloat(s, 10, 64, 0)
		fmt.Println(s, f.Text('p', 0), f.Acc(), err)
	}
}

func fractions() {
	for _, s := range []string{
		"1e1000000", "1e1000001", "3e-20000", "1e-1000001", "1p10000000", "1p10000001", "5p-10000001", "0x1p99999999",
		"0e9999999999", "-0e-99999999", "1e9223372036854775808", "25e-2", "-0.75p3",
	} {
		if r, ok := new(big.Rat).SetString(s); ok {
			fmt.Println(s, r.Num().BitLen(), r.Denom().BitLen(), r.Sign())
		} else {
			fmt.Println(s, r, ok)
		}
	}
}

func malformed() {
	for _, b := range [][]byte{
		{1, 0x2a, 0, 0, 0, 64, 0, 0, 0, 9, 0, 0x20, 0x20, 0x20, 0x20, 0, 0, 0, 0, 12},
		{1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0},
		{1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0, 0, 0, 0, 0, 0, 0},
		{1, 2, 0, 0, 0, 53, 0, 0, 0, 1, 0x80, 0, 0, 0, 0, 0, 0, 0},
	} {
		f := new(big.Float)
		err := f.GobDecode(b)
		fmt.Println(err)
	}
}

func main() {
	r := rand.New(rand.NewSource(7))
	products(r)
	divisors(r)
	floats(r)
	malformed()
	fractions()
}
