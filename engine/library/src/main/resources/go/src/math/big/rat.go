package big

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// Rat is a fraction in lowest terms. The zero value is 0. It must not be copied; use Set.
type Rat struct {
	a Int // the numerator, with the sign
	b Int // the denominator; 0 digits stand for 1
}

// NewRat gives a Rat of a/b. It panics for b == 0.
func NewRat(a, b int64) *Rat { return new(Rat).SetFrac64(a, b) }

// under gives the denominator's digits.
func (x *Rat) under() nat {
	if len(x.b.abs) == 0 {
		return nat{1}
	}
	return x.b.abs
}

// reduce brings z to lowest terms.
func (z *Rat) reduce() *Rat {
	z.b.neg = false
	switch {
	case len(z.a.abs) == 0:
		z.a.neg = false
		z.b.abs = nat{1}
	case len(z.b.abs) == 0:
		z.b.abs = nat{1}
	case len(z.b.abs) == 1 && z.b.abs[0] == 1:
	default:
		neg := z.a.neg
		z.a.neg = false
		if d := new(Int).GCD(nil, nil, &z.a, &z.b); d.Cmp(one) != 0 {
			z.a.abs, _ = nat(nil).div(nil, z.a.abs, d.abs)
			z.b.abs, _ = nat(nil).div(nil, z.b.abs, d.abs)
		}
		z.a.neg = neg
	}
	return z
}

// SetFrac sets z to a/b. It panics for b == 0.
func (z *Rat) SetFrac(a, b *Int) *Rat {
	if len(b.abs) == 0 {
		panic("division by zero")
	}
	neg := a.neg != b.neg
	over, under := nat(nil).set(a.abs), nat(nil).set(b.abs)
	z.a.with(neg, over)
	z.b.with(false, under)
	return z.reduce()
}

// SetFrac64 sets z to a/b. It panics for b == 0.
func (z *Rat) SetFrac64(a, b int64) *Rat { return z.SetFrac(NewInt(a), NewInt(b)) }

// SetInt sets z to x.
func (z *Rat) SetInt(x *Int) *Rat {
	z.a.Set(x)
	z.b.abs = nat{1}
	return z
}

// SetInt64 sets z to x.
func (z *Rat) SetInt64(x int64) *Rat { return z.SetInt(NewInt(x)) }

// SetUint64 sets z to x.
func (z *Rat) SetUint64(x uint64) *Rat { return z.SetInt(new(Int).SetUint64(x)) }

// Set sets z to x.
func (z *Rat) Set(x *Rat) *Rat {
	if z != x {
		z.a.Set(&x.a)
		z.b.with(false, nat(nil).set(x.under()))
	}
	return z
}

// SetFloat64 sets z to f exactly; nil where f is not finite.
func (z *Rat) SetFloat64(f float64) *Rat {
	if f-f != 0 {
		return nil
	}
	frac, e := math.Frexp(f)
	m := NewInt(int64(frac * (1 << 53)))
	e -= 53
	if e >= 0 {
		return z.SetInt(m.Lsh(m, uint(e)))
	}
	return z.SetFrac(m, new(Int).Lsh(one, uint(-e)))
}

// Abs sets z to |x|.
func (z *Rat) Abs(x *Rat) *Rat {
	z.Set(x)
	z.a.neg = false
	return z
}

// Neg sets z to -x.
func (z *Rat) Neg(x *Rat) *Rat {
	z.Set(x)
	z.a.Neg(&z.a)
	return z
}

// Inv sets z to 1/x. It panics for x == 0.
func (z *Rat) Inv(x *Rat) *Rat {
	if len(x.a.abs) == 0 {
		panic("division by zero")
	}
	neg := x.a.neg
	over, under := nat(nil).set(x.under()), nat(nil).set(x.a.abs)
	z.a.with(neg, over)
	z.b.with(false, under)
	return z
}

// Sign gives -1, 0 or +1.
func (x *Rat) Sign() int { return x.a.Sign() }

// IsInt reports whether x is an integer.
func (x *Rat) IsInt() bool { return x.under().cmp(nat{1}) == 0 }

// Num gives the numerator; it may be changed, and x with it.
func (x *Rat) Num() *Int { return &x.a }

// Denom gives the denominator, of z itself where it has been set.
func (x *Rat) Denom() *Int {
	if len(x.b.abs) == 0 {
		return NewInt(1)
	}
	return &x.b
}

// across gives the numerators of x and y over their common denominator.
func across(x, y *Rat) (a, b *Int) {
	a = new(Int).with(x.a.neg, nat(nil).mul(x.a.abs, y.under()))
	b = new(Int).with(y.a.neg, nat(nil).mul(y.a.abs, x.under()))
	return a, b
}

// Cmp gives -1, 0 or +1 for x less than, equal to, greater than y.
func (x *Rat) Cmp(y *Rat) int {
	a, b := across(x, y)
	return a.Cmp(b)
}

// Add sets z to x + y.
func (z *Rat) Add(x, y *Rat) *Rat {
	a, b := across(x, y)
	under := nat(nil).mul(x.under(), y.under())
	z.a.Add(a, b)
	z.b.with(false, under)
	return z.reduce()
}

// Sub sets z to x - y.
func (z *Rat) Sub(x, y *Rat) *Rat {
	a, b := across(x, y)
	under := nat(nil).mul(x.under(), y.under())
	z.a.Sub(a, b)
	z.b.with(false, under)
	return z.reduce()
}

// Mul sets z to x * y.
func (z *Rat) Mul(x, y *Rat) *Rat {
	under := nat(nil).mul(x.under(), y.under())
	z.a.Mul(&x.a, &y.a)
	z.b.with(false, under)
	return z.reduce()
}

// Quo sets z to x / y. It panics for y == 0.
func (z *Rat) Quo(x, y *Rat) *Rat { return z.Mul(x, new(Rat).Inv(y)) }

// Float64 gives the float64 nearest to x, and whether it is x.
func (x *Rat) Float64() (f float64, exact bool) { return x.float(53, -1074, 1024) }

// Float32 gives the float32 nearest to x, and whether it is x.
func (x *Rat) Float32() (f float32, exact bool) {
	v, exact := x.float(24, -149, 128)
	return float32(v), exact
}

// float rounds x to a float of prec bits, the last of which is not below 2^least, and that is below 2^limit.
func (x *Rat) float(prec, least, limit int) (f float64, exact bool) {
	if len(x.a.abs) == 0 {
		return 0, true
	}
	// The quotient gets at least one bit more than is wanted; its rest and the bits cut off are the sticky ones.
	shift := max(x.a.abs.bitLen()-x.under().bitLen()-prec-1, least-1)
	over, under := x.a.abs, x.under()
	if shift < 0 {
		over = nat(nil).shl(over, uint(-shift))
	} else {
		under = nat(nil).shl(under, uint(shift))
	}
	q, r := nat(nil).div(nil, over, under)
	m := q.uint64()
	exact = len(r) == 0
	cut := uint(max(q.bitLen()-prec, least-shift, 0))
	rest := m & (1<<cut - 1)
	half := uint64(1) << cut >> 1
	m >>= cut
	exact = exact && rest == 0
	if cut > 0 && (rest > half || rest == half && (len(r) > 0 || m&1 == 1)) {
		m++
	}
	f = math.Ldexp(float64(m), shift+int(cut))
	if f >= math.Ldexp(1, limit-1)*2 {
		f, exact = math.Inf(1), false
	}
	if x.a.neg {
		f = -f
	}
	return f, exact
}

// String gives x as "a/b", also for integers.
func (x *Rat) String() string { return x.a.String() + "/" + string(x.under().text(nil, 10, 1)) }

// RatString gives x as "a/b", or "a" for an integer.
func (x *Rat) RatString() string {
	if x.IsInt() {
		return x.a.String()
	}
	return x.String()
}

// FloatString gives x in decimal with prec digits behind the point, halves rounded away from zero.
func (x *Rat) FloatString(prec int) string {
	scale := nat(nil).expPlain(nat{10}, nat(nil).setUint64(uint64(prec)))
	twice := nat(nil).shl(nat(nil).mul(x.a.abs, scale), 1)
	twice = nat(nil).add(twice, x.under())
	v, _ := nat(nil).div(nil, twice, nat(nil).shl(x.under(), 1))
	text := string(v.text(nil, 10, prec+1))
	if prec > 0 {
		at := len(text) - prec
		text = text[:at] + "." + text[at:]
	}
	if x.a.neg {
		text = "-" + text
	}
	return text
}

// FloatPrec gives the number of decimals that x needs, and whether these are all; else they are those in front of
// the part that repeats.
func (x *Rat) FloatPrec() (n int, exact bool) {
	rest := nat(nil).set(x.under())
	twos := int(rest.trailingZeros())
	rest = rest.shr(rest, uint(twos))
	fives := 0
	for {
		q, r := nat(nil).divWord(rest, 5)
		if r != 0 {
			break
		}
		rest = q
		fives++
	}
	return max(twos, fives), rest.cmp(nat{1}) == 0
}

// Scan is fmt.Scanner's, for the verbs of floats and %v.
func (z *Rat) Scan(s fmt.ScanState, ch rune) error {
	if !strings.ContainsRune("efgEFGv", ch) {
		return fmt.Errorf("Rat.Scan: invalid verb")
	}
	token, err := s.Token(true, func(r rune) bool { return strings.ContainsRune("+-/0123456789.eE", r) })
	if err != nil {
		return err
	}
	if _, ok := z.SetString(string(token)); !ok {
		return fmt.Errorf("Rat.Scan: invalid syntax")
	}
	return nil
}

// SetString sets z to a fraction "a/b" or a float, with an exponent of ten (e) or of two (p) perhaps.
func (z *Rat) SetString(s string) (*Rat, bool) {
	if over, under, ok := strings.Cut(s, "/"); ok {
		a, okA := new(Int).SetString(over, 0)
		if !okA || under == "" || under[0] == '+' || under[0] == '-' {
			return nil, false
		}
		b, okB := new(Int).SetString(under, 0)
		if !okB || len(b.abs) == 0 {
			return nil, false
		}
		return z.SetFrac(a, b), true
	}
	r := strings.NewReader(s)
	neg, err := scanSign(r)
	if err != nil {
		return nil, false
	}
	n, err := scan(r, 0, true)
	if err != nil {
		return nil, false
	}
	exponent, base, err := scanExponent(r, true)
	if err != nil || r.Len() > 0 {
		return nil, false
	}
	var twos, tens int64
	if n.count < 0 {
		switch n.base {
		case 10:
			tens = int64(n.count)
		case 2:
			twos = int64(n.count)
		case 8:
			twos = int64(n.count) * 3
		case 16:
			twos = int64(n.count) * 4
		}
	}
	if base == 10 {
		tens += exponent
	} else {
		twos += exponent
	}
	if len(n.value) == 0 {
		return z.SetInt64(0), true
	}
	return z.powered(neg, n.value, twos+tens, tens)
}

// powered sets z to m * 2^twos * 5^fives, unless that is too large.
func (z *Rat) powered(neg bool, m nat, twos, fives int64) (*Rat, bool) {
	const mostFives, mostTwos = 1_000_000, 10_000_000
	if fives < -mostFives || fives > mostFives || twos < -mostTwos || twos > mostTwos {
		return nil, false
	}
	over, under := m, nat{1}
	power := nat(nil).expPlain(nat{5}, nat(nil).setUint64(size(fives)))
	if fives > 0 {
		over = nat(nil).mul(over, power)
	} else {
		under = power
	}
	if twos > 0 {
		over = nat(nil).shl(over, uint(twos))
	} else {
		under = nat(nil).shl(under, uint(-twos))
	}
	z.a.with(neg, over)
	z.b.with(false, under)
	return z.reduce(), true
}

// scanExponent takes an exponent, of ten (e) or of two (p), from r; it is 0 where there is none.
//
// underscores tells whether they may stand between digits.
func scanExponent(r io.ByteScanner, underscores bool) (exponent int64, base int, err error) {
	mark, err := r.ReadByte()
	if err != nil {
		return 0, 10, unlessEnd(err)
	}
	if strings.IndexByte("eEpP", mark) < 0 {
		return 0, 10, r.UnreadByte()
	}
	base = 10
	if mark|0x20 == 'p' {
		base = 2
	}
	neg, err := scanSign(r)
	if unlessEnd(err) != nil {
		return 0, base, err
	}
	digits, err := scanDigits(r, underscores)
	if err != nil {
		return 0, base, err
	}
	clean := strings.ReplaceAll(digits, "_", "")
	if clean == "" {
		return 0, base, errNoDigits
	}
	if neg {
		clean = "-" + clean
	}
	exponent, err = strconv.ParseInt(clean, 10, 64)
	if err == nil && (digits[0] == '_' || strings.HasSuffix(digits, "_") || strings.Contains(digits, "__")) {
		err = errUnderscore
	}
	return exponent, base, err
}

func scanDigits(r io.ByteScanner, underscores bool) (string, error) {
	var digits []byte
	for {
		c, err := r.ReadByte()
		switch {
		case err != nil:
			return string(digits), unlessEnd(err)
		case c >= '0' && c <= '9' || c == '_' && underscores:
			digits = append(digits, c)
		default:
			return string(digits), r.UnreadByte()
		}
	}
}

// unlessEnd gives no error for the end of what is read.
func unlessEnd(err error) error {
	if err == io.EOF {
		return nil
	}
	return err
}

// AppendText appends what RatString gives to b.
func (x *Rat) AppendText(b []byte) ([]byte, error) { return append(b, x.RatString()...), nil }

// MarshalText gives what RatString does.
func (x *Rat) MarshalText() (text []byte, err error) { return x.AppendText(nil) }

// UnmarshalText sets z as SetString does.
func (z *Rat) UnmarshalText(text []byte) error {
	if _, ok := z.SetString(string(text)); !ok {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Rat", text)
	}
	return nil
}

// GobEncode gives x as package encoding/gob keeps it: version and sign, the numerator's length, both numbers' bytes.
func (x *Rat) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	over := x.a.Bytes()
	n := len(over)
	out := []byte{gobVersion<<1 | signByte(x.a.neg), byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)}
	out = append(out, over...)
	return append(out, new(Int).with(false, x.under()).Bytes()...), nil
}

// GobDecode sets z to what GobEncode gave.
func (z *Rat) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Rat{}
		return nil
	}
	if len(buf) < 5 {
		return fmt.Errorf("Rat.GobDecode: buffer too small")
	}
	if buf[0]>>1 != gobVersion {
		return fmt.Errorf("Rat.GobDecode: encoding version %d not supported", buf[0]>>1)
	}
	n := int(buf[1])<<24 | int(buf[2])<<16 | int(buf[3])<<8 | int(buf[4])
	if n < 0 || len(buf)-5 < n {
		return fmt.Errorf("Rat.GobDecode: buffer too small")
	}
	neg := buf[0]&1 != 0
	z.a.SetBytes(buf[5 : 5+n])
	z.a.neg = neg
	z.b.SetBytes(buf[5+n:])
	return nil
}
