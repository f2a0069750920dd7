package big

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// decimal is 0.digits * 10^point.
type decimal struct {
	digits []byte // '0' to '9', without zeros at the ends; none for 0
	point  int
}

// decimalOf gives the exact digits of m * 2^e.
func decimalOf(m nat, e int64) decimal {
	if e < 0 {
		trimmed := min(int64(m.trailingZeros()), -e)
		m = nat(nil).shr(m, uint(trimmed))
		e += trimmed
	}
	shift := 0
	if e >= 0 {
		m = nat(nil).shl(m, uint(e))
	} else {
		m = nat(nil).mul(m, nat(nil).expPlain(nat{5}, nat(nil).setUint64(uint64(-e))))
		shift = int(e)
	}
	digits := m.text(nil, 10, 1)
	d := decimal{digits, len(digits) + shift}
	d.trim()
	return d
}

func (d *decimal) trim() {
	d.digits = bytes.TrimRight(d.digits, "0")
	if len(d.digits) == 0 {
		d.point = 0
	}
}

func (d *decimal) at(i int) byte {
	if i >= 0 && i < len(d.digits) {
		return d.digits[i]
	}
	return '0'
}

// round cuts d to n digits, halves to even.
func (d *decimal) round(n int) {
	if n < 0 || n >= len(d.digits) {
		return
	}
	up := d.digits[n] > '5' || d.digits[n] == '5' && (n+1 < len(d.digits) || n > 0 && d.digits[n-1]&1 == 1)
	if up {
		d.roundUp(n)
	} else {
		d.roundDown(n)
	}
}

func (d *decimal) roundDown(n int) {
	d.digits = d.digits[:n]
	d.trim()
}

func (d *decimal) roundUp(n int) {
	for n > 0 && d.digits[n-1] == '9' {
		n--
	}
	if n == 0 {
		d.digits = append(d.digits[:0], '1')
		d.point++
		return
	}
	d.digits[n-1]++
	d.digits = d.digits[:n]
}

// shorten cuts d, which is x's exact value, to the fewest digits that x's precision tells from its neighbours.
func (d *decimal) shorten(x *Float) {
	if len(d.digits) == 0 {
		return
	}
	// In units of half a last bit: x, and the middles to its neighbours.
	m := nat(nil).shl(x.mant, uint(int64(x.prec)-int64(x.mant.bitLen())+1))
	e := x.exp - (int64(x.prec) - int64(x.mant.bitLen()) + 1)
	below, above := decimalOf(nat(nil).sub(m, nat{1}), e), decimalOf(nat(nil).add(m, nat{1}), e)
	inside := m.bit(1) == 0 // an even mantissa includes the middles
	for i := range d.digits {
		low, digit, high := below.at(i-d.point+below.point), d.digits[i], above.at(i-d.point+above.point)
		downOK := low != digit || inside && i+1 == len(below.digits)-below.point+d.point
		upOK := digit != high && (inside || digit+1 < high || i+1 < len(above.digits)-above.point+d.point)
		switch {
		case downOK && upOK:
			d.round(i + 1)
			return
		case downOK:
			d.roundDown(i + 1)
			return
		case upOK:
			d.roundUp(i + 1)
			return
		}
	}
}

// Text gives x in format: 'e', 'E', 'f', 'g', 'G', 'x' as package strconv has them, 'b' and 'p' with integer
// or hexadecimal mantissas; prec -1 stands for the fewest digits that tell x from others of its precision.
func (x *Float) Text(format byte, prec int) string { return string(x.Append(nil, format, prec)) }

// String gives x with ten digits.
func (x *Float) String() string { return x.Text('g', 10) }

// Append appends what Text gives to buf.
func (x *Float) Append(buf []byte, fmt byte, prec int) []byte {
	if x == nil {
		return append(buf, "<nil>"...)
	}
	if x.neg {
		buf = append(buf, '-')
	}
	if x.form == inf {
		if !x.neg {
			buf = append(buf, '+')
		}
		return append(buf, "Inf"...)
	}
	switch fmt {
	case 'b':
		return x.binaryText(buf)
	case 'p':
		return x.fractionText(buf)
	case 'x':
		return x.hexText(buf, prec)
	case 'e', 'E', 'f', 'g', 'G':
		return x.decimalText(buf, fmt, prec)
	}
	if x.neg {
		buf = buf[:len(buf)-1]
	}
	return append(buf, '%', fmt)
}

func (x *Float) decimalText(buf []byte, fmt byte, prec int) []byte {
	var d decimal
	if x.form == finite {
		d = decimalOf(x.mant, x.exp)
	}
	short := prec < 0
	if short {
		d.shorten(x)
		switch fmt {
		case 'e', 'E':
			prec = len(d.digits) - 1
		case 'f':
			prec = max(len(d.digits)-d.point, 0)
		default:
			prec = len(d.digits)
		}
	} else {
		switch fmt {
		case 'e', 'E':
			d.round(1 + prec)
		case 'f':
			if n := d.point + prec; n >= 0 {
				d.round(n)
			} else {
				d = decimal{}
			}
		default:
			if prec == 0 {
				prec = 1
			}
			d.round(prec)
		}
	}
	switch fmt {
	case 'e', 'E':
		return d.scientific(buf, fmt, prec)
	case 'f':
		return d.fixed(buf, prec)
	}
	limit := prec
	if limit > len(d.digits) && len(d.digits) >= d.point {
		limit = len(d.digits)
	}
	if short {
		limit = 6
	}
	if e := d.point - 1; e < -4 || e >= limit {
		return d.scientific(buf, fmt+'e'-'g', min(prec, len(d.digits))-1)
	}
	return d.fixed(buf, max(len(d.digits)-d.point, 0))
}

func (d *decimal) scientific(buf []byte, letter byte, prec int) []byte {
	buf = append(buf, d.at(0))
	if prec > 0 {
		buf = append(buf, '.')
		for i := 1; i <= prec; i++ {
			buf = append(buf, d.at(i))
		}
	}
	e := d.point - 1
	if len(d.digits) == 0 {
		e = 0
	}
	return appendExponent(append(buf, letter), int64(e), 2)
}

func appendExponent(buf []byte, e int64, least int) []byte {
	sign := byte('+')
	if e < 0 {
		sign, e = '-', -e
	}
	buf = append(buf, sign)
	if e < 10 && least == 2 {
		buf = append(buf, '0')
	}
	return strconv.AppendInt(buf, e, 10)
}

func (d *decimal) fixed(buf []byte, prec int) []byte {
	if d.point <= 0 {
		buf = append(buf, '0')
	}
	for i := 0; i < d.point; i++ {
		buf = append(buf, d.at(i))
	}
	if prec > 0 {
		buf = append(buf, '.')
		for i := range prec {
			buf = append(buf, d.at(d.point+i))
		}
	}
	return buf
}

// binaryText gives mantissa p±exponent with a decimal mantissa of prec bits.
func (x *Float) binaryText(buf []byte) []byte {
	if x.form == zero {
		return append(buf, '0')
	}
	shift := int64(x.prec) - int64(x.mant.bitLen())
	buf = nat(nil).shl(x.mant, uint(shift)).text(buf, 10, 1)
	return appendExponent(append(buf, 'p'), x.exp-shift, 1)
}

// fractionText gives 0x.mantissa p±exponent with a mantissa in [1/2, 1).
func (x *Float) fractionText(buf []byte) []byte {
	if x.form == zero {
		return append(buf, '0')
	}
	m := nat(nil).shl(x.mant, uint(-x.mant.bitLen()&3))
	text := bytes.TrimRight(m.text(nil, 16, 1), "0")
	buf = append(append(buf, "0x."...), text...)
	return appendExponent(append(buf, 'p'), x.top(), 1)
}

// hexText gives 0x1.mantissa p±exponent.
func (x *Float) hexText(buf []byte, prec int) []byte {
	if x.form == zero {
		buf = append(buf, "0x0"...)
		if prec > 0 {
			buf = append(buf, '.')
			buf = append(buf, strings.Repeat("0", prec)...)
		}
		return append(buf, "p+00"...)
	}
	n := uint(1)
	if prec < 0 {
		n += (x.MinPrec() - 1 + 3) / 4 * 4
	} else {
		n += 4 * uint(prec)
	}
	r := new(Float).SetPrec(n).SetMode(x.mode).Set(x)
	m := nat(nil).shl(r.mant, uint(int(n)-r.mant.bitLen()))
	text := m.text(nil, 16, 1)
	buf = append(append(buf, "0x1"...), []byte(nil)...)
	digits := text[1:]
	if prec < 0 {
		digits = bytes.TrimRight(digits, "0")
	}
	if len(digits) > 0 {
		buf = append(append(buf, '.'), digits...)
	}
	return appendExponent(append(buf, 'p'), r.top()-1, 2)
}

// Format is fmt.Formatter's, for the verbs of floats and %v, %s as %g with the fewest digits.
func (x *Float) Format(s fmt.State, format rune) {
	prec, hasPrec := s.Precision()
	if !hasPrec {
		prec = 6
	}
	switch format {
	case 'e', 'E', 'f', 'b', 'p', 'x':
	case 'F':
		format = 'f'
	case 'v':
		format = 'g'
		fallthrough
	case 'g', 'G':
		if !hasPrec {
			prec = -1
		}
	case 's':
		fallthrough
	default:
		fmt.Fprintf(s, "%%!%c(*big.Float=%s)", format, x.String())
		return
	}
	text := x.Append(nil, byte(format), prec)
	if len(text) == 0 {
		text = []byte("?")
	}
	sign := ""
	switch {
	case text[0] == '-':
		sign = "-"
		text = text[1:]
	case text[0] == '+':
		sign = "+"
		if s.Flag(' ') {
			sign = " "
		}
		text = text[1:]
	case s.Flag('+'):
		sign = "+"
	case s.Flag(' '):
		sign = " "
	}
	gap := 0
	if width, ok := s.Width(); ok && width > len(sign)+len(text) {
		gap = width - len(sign) - len(text)
	}
	switch {
	case s.Flag('0') && !x.IsInf():
		fmt.Fprint(s, sign, strings.Repeat("0", gap), string(text))
	case s.Flag('-'):
		fmt.Fprint(s, sign, string(text), strings.Repeat(" ", gap))
	default:
		fmt.Fprint(s, strings.Repeat(" ", gap), sign, string(text))
	}
}
