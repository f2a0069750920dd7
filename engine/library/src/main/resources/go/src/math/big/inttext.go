package big

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Text gives x in a base from 2 to MaxBase: digits, then lower, then upper case letters.
func (x *Int) Text(base int) string {
	if x == nil {
		return "<nil>"
	}
	return string(x.Append(nil, base))
}

// Append appends what Text gives to buf.
func (x *Int) Append(buf []byte, base int) []byte {
	if x == nil {
		return append(buf, "<nil>"...)
	}
	if x.neg {
		buf = append(buf, '-')
	}
	return x.abs.text(buf, base, 1)
}

// String gives x in base 10.
func (x *Int) String() string { return x.Text(10) }

// SetString sets z to the number s in a base; base 0 takes it from a prefix and allows underscores between digits.
func (z *Int) SetString(s string, base int) (*Int, bool) {
	r := strings.NewReader(s)
	if err := z.scan(r, base); err != nil || r.Len() > 0 {
		return nil, false
	}
	return z, true
}

// scan reads a sign and digits.
func (z *Int) scan(r io.ByteScanner, base int) error {
	neg, err := scanSign(r)
	if err != nil {
		return err
	}
	n, err := scan(r, base, false)
	z.with(neg && err == nil, n.value)
	return err
}

func scanSign(r io.ByteScanner) (neg bool, err error) {
	c, err := r.ReadByte()
	if err != nil {
		return false, err
	}
	if c != '-' && c != '+' {
		r.UnreadByte()
	}
	return c == '-', nil
}

// runeBytes reads the bytes of a fmt.ScanState.
type runeBytes struct{ fmt.ScanState }

func (r runeBytes) ReadByte() (byte, error) {
	c, n, err := r.ReadRune()
	if n != 1 && err == nil {
		err = fmt.Errorf("invalid rune %#U", c)
	}
	return byte(c), err
}

func (r runeBytes) UnreadByte() error { return r.UnreadRune() }

// verbBase gives the base of a verb, 0 for %s and %v, -1 for one that is none.
func verbBase(verb rune) int {
	switch verb {
	case 'b':
		return 2
	case 'o', 'O':
		return 8
	case 'd':
		return 10
	case 'x', 'X':
		return 16
	case 's', 'v':
		return 0
	}
	return -1
}

// Scan is fmt.Scanner's.
func (z *Int) Scan(s fmt.ScanState, ch rune) error {
	s.SkipSpace()
	base := verbBase(ch)
	if base < 0 || ch == 'O' {
		return errors.New("Int.Scan: invalid verb")
	}
	return z.scan(runeBytes{s}, base)
}

// Format is fmt.Formatter's, for the verbs of integers and %s and %v.
func (x *Int) Format(s fmt.State, ch rune) {
	base := verbBase(ch)
	switch {
	case base < 0:
		fmt.Fprintf(s, "%%!%c(big.Int=%s)", ch, x.String())
		return
	case x == nil:
		fmt.Fprint(s, "<nil>")
		return
	case base == 0:
		base = 10
	}
	sign := ""
	switch {
	case x.neg:
		sign = "-"
	case s.Flag('+'):
		sign = "+"
	case s.Flag(' '):
		sign = " "
	}
	prefix := ""
	if s.Flag('#') {
		switch ch {
		case 'b':
			prefix = "0b"
		case 'o':
			prefix = "0"
		case 'x':
			prefix = "0x"
		case 'X':
			prefix = "0X"
		}
	}
	if ch == 'O' {
		prefix = "0o"
	}
	text := x.abs.text(nil, base, 1)
	if ch == 'X' {
		text = bytes.ToUpper(text)
	}
	zeros := 0
	precision, hasPrecision := s.Precision()
	if hasPrecision {
		zeros = max(precision-len(text), 0)
		if precision == 0 && len(x.abs) == 0 {
			return
		}
	}
	left, right := 0, 0
	if width, ok := s.Width(); ok {
		gap := max(width-len(sign)-len(prefix)-zeros-len(text), 0)
		switch {
		case s.Flag('-'):
			right = gap
		case s.Flag('0') && !hasPrecision:
			zeros = gap
		default:
			left = gap
		}
	}
	fmt.Fprint(s, strings.Repeat(" ", left), sign, prefix, strings.Repeat("0", zeros), string(text), strings.Repeat(" ", right))
}

const gobVersion = 1

// GobEncode gives x as package encoding/gob keeps it: version and sign in a byte, then the bytes of |x|.
func (x *Int) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	return append([]byte{gobVersion<<1 | signByte(x.neg)}, x.Bytes()...), nil
}

func signByte(neg bool) byte {
	if neg {
		return 1
	}
	return 0
}

// GobDecode sets z to what GobEncode gave.
func (z *Int) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Int{}
		return nil
	}
	if buf[0]>>1 != gobVersion {
		return fmt.Errorf("Int.GobDecode: encoding version %d not supported", buf[0]>>1)
	}
	neg := buf[0]&1 != 0
	z.SetBytes(buf[1:])
	z.neg = neg
	return nil
}

// AppendText appends x in base 10 to b.
func (x *Int) AppendText(b []byte) (text []byte, err error) { return x.Append(b, 10), nil }

// MarshalText gives x in base 10.
func (x *Int) MarshalText() (text []byte, err error) { return x.Append(nil, 10), nil }

// UnmarshalText sets z to a number in base 10 or with a prefix.
func (z *Int) UnmarshalText(text []byte) error {
	if _, ok := z.SetString(string(text), 0); !ok {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Int", text)
	}
	return nil
}

// MarshalJSON gives x in base 10, null for nil.
func (x *Int) MarshalJSON() ([]byte, error) {
	if x == nil {
		return []byte("null"), nil
	}
	return x.Append(nil, 10), nil
}

// UnmarshalJSON sets z to a number; null leaves it alone.
func (z *Int) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		return nil
	}
	return z.UnmarshalText(text)
}
