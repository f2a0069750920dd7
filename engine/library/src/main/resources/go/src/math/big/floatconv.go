package big

import (
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
)

// Float64 gives the float64 nearest to x and how it was rounded.
func (x *Float) Float64() (float64, Accuracy) { return x.machine(53, -1074, 1024) }

// Float32 gives the float32 nearest to x and how it was rounded.
func (x *Float) Float32() (float32, Accuracy) {
	f, acc := x.machine(24, -149, 128)
	return float32(f), acc
}

// machine rounds x to a float of prec bits, the last of which is not below 2^least, and that is below 2^limit.
func (x *Float) machine(prec, least, limit int) (float64, Accuracy) {
	sign := 1.0
	if x.neg {
		sign = -1
	}
	switch x.form {
	case zero:
		return math.Copysign(0, sign), Exact
	case inf:
		return math.Inf(int(sign)), Exact
	}
	bits := min(int64(prec), x.top()-int64(least))
	if bits < 0 || bits == 0 && x.MinPrec() == 1 {
		// At most half of the least float.
		return math.Copysign(0, sign), accuracyOf(x.neg)
	}
	if bits == 0 {
		return math.Copysign(math.Ldexp(1, least), sign), accuracyOf(!x.neg)
	}
	r := &Float{prec: uint32(bits)}
	r.setParts(x.neg, nat(nil).set(x.mant), x.exp, 0, false)
	if r.top() > int64(limit) {
		return math.Inf(int(sign)), accuracyOf(!x.neg)
	}
	return sign * math.Ldexp(float64(r.mant.uint64()), int(r.exp)), r.acc
}

// SetString sets z to a number in base 10 or with a prefix, see Parse.
func (z *Float) SetString(s string) (*Float, bool) {
	if f, _, err := z.Parse(s, 0); err == nil {
		return f, true
	}
	return nil, false
}

// ParseFloat gives Parse's result for a new Float.
func ParseFloat(s string, base int, prec uint, mode RoundingMode) (f *Float, b int, err error) {
	return new(Float).SetPrec(prec).SetMode(mode).Parse(s, base)
}

// Parse sets z to a number that all of s is: in base 10, 2, 8 or 16, or one that a prefix tells for base 0, with an exponent of
// ten (e) or two (p), or an infinity. It gives the base. A z without precision gets 64 bits.
func (z *Float) Parse(s string, base int) (f *Float, b int, err error) {
	switch s {
	case "Inf", "inf", "+Inf", "+inf":
		return z.infinite(false), 0, nil
	case "-Inf", "-inf":
		return z.infinite(true), 0, nil
	}
	r := strings.NewReader(s)
	f, b, err = z.scan(r, base)
	if err == nil && r.Len() > 0 {
		err = fmt.Errorf("expected end of string, found %q", s[len(s)-r.Len()])
	}
	return f, b, err
}

// scan sets z to what r begins with, a finite number.
func (z *Float) scan(r io.ByteScanner, base int) (f *Float, b int, err error) {
	precision := z.prec
	z.setForm(zero, false)
	neg, err := scanSign(r)
	if err != nil {
		return nil, 0, err
	}
	n, err := scan(r, base, true)
	if err != nil {
		return nil, n.base, err
	}
	exponent, exponentBase, err := scanExponent(r, base == 0)
	if err != nil {
		return nil, n.base, err
	}
	z.prec = precision
	if precision == 0 {
		z.prec = 64
	}
	z.parsed(neg, n, exponent, exponentBase)
	return z, n.base, nil
}

// parsed sets z to a number read, times a power.
func (z *Float) parsed(neg bool, n scanned, exponent int64, exponentBase int) {
	if len(n.value) == 0 {
		z.neg = neg
		return
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
	if exponentBase == 10 {
		tens += exponent
	} else {
		twos += exponent
	}
	z.scaled(neg, n.value, twos, tens)
}

func (z *Float) infinite(neg bool) *Float {
	if z.prec == 0 {
		z.prec = 64
	}
	return z.SetInf(neg)
}

// Scan is fmt.Scanner's, for the verbs of floats and %v.
func (z *Float) Scan(s fmt.ScanState, ch rune) error {
	s.SkipSpace()
	_, _, err := z.scan(runeBytes{s}, 0)
	return err
}

// AppendText appends x with as many digits as are needed to b.
func (x *Float) AppendText(b []byte) ([]byte, error) {
	if x == nil {
		return append(b, "<nil>"...), nil
	}
	return x.Append(b, 'g', -1), nil
}

// MarshalText gives x with as many digits as are needed.
func (x *Float) MarshalText() (text []byte, err error) { return x.AppendText(nil) }

// UnmarshalText sets z as Parse does.
func (z *Float) UnmarshalText(text []byte) error {
	_, _, err := z.Parse(string(text), 0)
	if err != nil {
		err = fmt.Errorf("math/big: cannot unmarshal %q into a *big.Float (%v)", text, err)
	}
	return err
}

// GobEncode gives x as package encoding/gob keeps it: version, mode, accuracy, form and sign, precision, exponent, mantissa.
func (x *Float) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	p := x.prec
	out := []byte{
		gobVersion, byte(x.mode&7)<<5 | byte((x.acc+1)&3)<<3 | byte(x.form&3)<<1 | signByte(x.neg),
		byte(p >> 24), byte(p >> 16), byte(p >> 8), byte(p),
	}
	if x.form != finite {
		return out, nil
	}
	e := uint32(int32(x.top()))
	out = append(out, byte(e>>24), byte(e>>16), byte(e>>8), byte(e))
	// The mantissa in words of 64 bits, its highest bit set, as many as the precision needs at most.
	words := (int(x.prec) + 63) / 64
	m := nat(nil).set(x.mant)
	trimmed := m.trailingZeros()
	m = m.shr(m, trimmed)
	words = min(words, (m.bitLen()+63)/64)
	m = nat(nil).shl(m, uint(words*64-m.bitLen()))
	return append(out, new(Int).with(false, m).FillBytes(make([]byte, words*8))...), nil
}

// malformed tells why an encoded mantissa is none; an empty text for a good one.
func malformed(m nat, exp int32, prec uint32) string {
	switch n := uint(m.bitLen()); {
	case n == 0:
		return "nonzero finite number with empty mantissa"
	case n%64 != 0:
		top := nat(nil).shr(m, n/64*64).uint64()
		digits := strings.TrimRight(string(m.text(nil, 16, 1)), "0")
		return fmt.Sprintf("msb not set in last word %#x of 0x.%s%s", top, digits, appendExponent([]byte{'p'}, int64(exp), 1))
	case prec == 0:
		return "zero precision finite number"
	}
	return ""
}

// GobDecode sets z to what GobEncode gave; a z with a precision rounds it.
func (z *Float) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Float{}
		return nil
	}
	if len(buf) < 6 {
		return errors.New("Float.GobDecode: buffer too small")
	}
	if buf[0] != gobVersion {
		return fmt.Errorf("Float.GobDecode: encoding version %d not supported", buf[0])
	}
	prec, mode := z.prec, z.mode
	b := buf[1]
	*z = Float{mode: RoundingMode(b >> 5 & 7), acc: Accuracy(b>>3&3) - 1, form: form(b >> 1 & 3), neg: b&1 != 0}
	word := func(b []byte) uint32 {
		return uint32(b[0])<<24 | uint32(b[1])<<16 | uint32(b[2])<<8 | uint32(b[3])
	}
	z.prec = word(buf[2:])
	if z.form == finite {
		if len(buf) < 10 {
			return errors.New("Float.GobDecode: buffer too small for finite form float")
		}
		z.mant = new(Int).SetBytes(buf[10:]).abs
		if err := malformed(z.mant, int32(word(buf[6:])), z.prec); err != "" {
			return errors.New("Float.GobDecode: " + err)
		}
		z.exp = int64(int32(word(buf[6:]))) - int64(z.mant.bitLen())
		trimmed := z.mant.trailingZeros()
		z.mant = nat(nil).shr(z.mant, trimmed)
		z.exp += int64(trimmed)
	}
	if prec != 0 {
		z.mode = mode
		z.SetPrec(uint(prec))
	}
	return nil
}
