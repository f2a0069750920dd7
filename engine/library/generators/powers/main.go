// Command powers writes strconv/powertable.go: for each k from -348 to 347 the 128 highest bits of
// 10^k can be had from the entries written here. Run it with the folder of strconv as its argument.
package main

import (
	"bytes"
	"fmt"
	"math/big"
	"math/bits"
	"os"
	"path/filepath"
)

const (
	lowest, highest = -348, 347
	step            = 27
)

// top gives the 128 highest bits of 10^k, rounded down.
func top(k int) (hi, lo uint64) {
	v := new(big.Int)
	if k >= 0 {
		v.Exp(big.NewInt(10), big.NewInt(int64(k)), nil)
		v.Lsh(v, 128)
	} else {
		d := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(-k)), nil)
		v.Lsh(big.NewInt(1), uint(d.BitLen()+130))
		v.Quo(v, d)
	}
	v.Rsh(v, uint(v.BitLen()-128))
	mask := new(big.Int).SetUint64(^uint64(0))
	return new(big.Int).Rsh(v, 64).Uint64(), new(big.Int).And(v, mask).Uint64()
}

func main() {
	first := -13 // floor(-348/27)
	var out bytes.Buffer
	fmt.Fprintln(&out, "package strconv\n\n// Written by generators/powers. See powers.go for the meaning.\n")
	fmt.Fprintf(&out, "const lowestStep = %d\n\nvar steps = [...]significand{\n", first)
	for q := first; q*step <= highest; q++ {
		hi, lo := top(q * step)
		fmt.Fprintf(&out, "\t{%#x, %#x}, // 10^%d\n", hi, lo, q*step)
	}
	fmt.Fprintln(&out, "}\n\nconst lowestPower = -348\n\n// corrections holds a digit per power.\nconst corrections = \"\" +")
	var digits []byte
	for k := lowest; k <= highest; k++ {
		q := (k+step*20)/step - 20
		p := uint64(1)
		for j := q * step; j < k; j++ {
			p *= 5
		}
		p <<= bits.LeadingZeros64(p)
		hi, lo := top(q * step)
		a, b := bits.Mul64(hi, p)
		c, d := bits.Mul64(lo, p)
		b, carry := bits.Add64(b, c, 0)
		a += carry
		if a>>63 == 0 {
			a, b = a<<1|b>>63, b<<1|d>>63
		}
		wantHi, wantLo := top(k)
		diff, borrow := bits.Sub64(wantLo, b, 0)
		rest, _ := bits.Sub64(wantHi, a, borrow)
		if rest != 0 || diff > 9 {
			panic(fmt.Sprint(k, rest, diff))
		}
		digits = append(digits, '0'+byte(diff))
	}
	for len(digits) > 0 {
		n := min(100, len(digits))
		end := " +"
		if n == len(digits) {
			end = ""
		}
		fmt.Fprintf(&out, "\t%q%s\n", digits[:n], end)
		digits = digits[n:]
	}
	if err := os.WriteFile(filepath.Join(os.Args[1], "powertable.go"), out.Bytes(), 0o644); err != nil {
		panic(err)
	}
}
