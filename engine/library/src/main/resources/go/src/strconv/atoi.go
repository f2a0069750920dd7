// Package strconv writes basic values as text and reads them back.
package strconv

import "errors"

// IntSize is the width of an int in bits.
const IntSize = 32 << (^uint(0) >> 63)

var (
	ErrRange  = errors.New("value out of range") // the text is well formed, its value does not fit
	ErrSyntax = errors.New("invalid syntax")     // the text is not well formed
)

// NumError tells which function failed to convert which text, and why.
type NumError struct {
	Func string
	Num  string
	Err  error
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

func (e *NumError) Unwrap() error { return e.Err }

// failure gives a NumError with its own copy of the text, which may be a view of something large.
func failure(function, text string, err error) *NumError {
	return &NumError{function, string([]byte(text)), err}
}

// ParseBool reads 1, t, T, TRUE, true, True and 0, f, F, FALSE, false, False.
func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, failure("ParseBool", str, ErrSyntax)
}

// FormatBool gives "true" or "false".
func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// AppendBool appends "true" or "false" to dst.
func AppendBool(dst []byte, b bool) []byte { return append(dst, FormatBool(b)...) }

// Atoi reads a decimal int.
func Atoi(s string) (int, error) {
	const safeDigits = 9 + 9*(IntSize>>6) // as many decimal digits fit an int
	digits := s
	if len(s) > 0 && (s[0] == '-' || s[0] == '+') {
		digits = s[1:]
	}
	if n := len(digits); n > 0 && n <= safeDigits {
		v := 0
		for i := 0; i < n; i++ {
			c := digits[i] - '0'
			if c > 9 {
				return 0, failure("Atoi", s, ErrSyntax)
			}
			v = v*10 + int(c)
		}
		if s[0] == '-' {
			v = -v
		}
		return v, nil
	}
	v, err := ParseInt(s, 10, 0)
	if wrong, ok := err.(*NumError); ok {
		wrong.Func = "Atoi"
	}
	return int(v), err
}

// ParseInt reads an integer of at most bitSize bits (0: an int's) in a base from 2 to 36; base 0 takes it from the
// text's prefix (0b, 0o, 0, 0x, else 10) and allows underscores between digits. A value out of range gives the nearest one.
func ParseInt(s string, base int, bitSize int) (int64, error) {
	if s == "" {
		return 0, failure("ParseInt", s, ErrSyntax)
	}
	digits := s
	negative := s[0] == '-'
	if negative || s[0] == '+' {
		digits = s[1:]
	}
	u, err := ParseUint(digits, base, bitSize)
	if wrong, ok := err.(*NumError); ok && wrong.Err != ErrRange {
		wrong.Func = "ParseInt"
		wrong.Num = string([]byte(s))
		return 0, err
	}
	if bitSize == 0 {
		bitSize = IntSize
	}
	limit := uint64(1) << (bitSize - 1)
	switch {
	case !negative && u >= limit:
		return int64(limit - 1), failure("ParseInt", s, ErrRange)
	case negative && u > limit:
		return -int64(limit), failure("ParseInt", s, ErrRange)
	case negative:
		return -int64(u), nil
	}
	return int64(u), nil
}

// ParseUint is ParseInt for unsigned integers; it takes no sign.
func ParseUint(s string, base int, bitSize int) (uint64, error) {
	if s == "" {
		return 0, failure("ParseUint", s, ErrSyntax)
	}
	text := s
	free := base == 0
	switch {
	case base >= 2 && base <= 36:
	case free:
		base, s = prefixedBase(s)
	default:
		return 0, failure("ParseUint", text, errors.New("invalid base "+Itoa(base)))
	}
	if bitSize == 0 {
		bitSize = IntSize
	} else if bitSize < 0 || bitSize > 64 {
		return 0, failure("ParseUint", text, errors.New("invalid bit size "+Itoa(bitSize)))
	}
	most := uint64(1)<<bitSize - 1
	radix := uint64(base)
	noOverflow := ^uint64(0) / radix
	var v uint64
	count, underscores := 0, false
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '_' && free {
			underscores = true
			continue
		}
		d := digitValue(c)
		if d >= radix {
			return 0, failure("ParseUint", text, ErrSyntax)
		}
		count++
		if v > noOverflow || v*radix+d < v*radix || v*radix+d > most {
			return most, failure("ParseUint", text, ErrRange)
		}
		v = v*radix + d
	}
	if count == 0 && len(s) == 0 || underscores && !underscoresSeparate(text) {
		return 0, failure("ParseUint", text, ErrSyntax)
	}
	return v, nil
}

// prefixedBase gives the base that s's prefix names, and s without it. A lone 0 is no prefix.
func prefixedBase(s string) (int, string) {
	if s[0] != '0' {
		return 10, s
	}
	if len(s) >= 3 {
		switch s[1] | 0x20 {
		case 'b':
			return 2, s[2:]
		case 'o':
			return 8, s[2:]
		case 'x':
			return 16, s[2:]
		}
	}
	if len(s) == 1 {
		return 8, s
	}
	return 8, s[1:]
}

// digitValue gives the value of a digit in base 36, or more than any base allows.
func digitValue(c byte) uint64 {
	switch lower := c | 0x20; {
	case c >= '0' && c <= '9':
		return uint64(c - '0')
	case lower >= 'a' && lower <= 'z':
		return uint64(lower-'a') + 10
	}
	return 255
}

// underscoresSeparate reports whether each underscore in the number s stands between two digits, a base prefix
// counting as one.
func underscoresSeparate(s string) bool {
	i := 0
	if i < len(s) && (s[i] == '-' || s[i] == '+') {
		i++
	}
	digit, hex := false, false
	if i+1 < len(s) && s[i] == '0' {
		switch s[i+1] | 0x20 {
		case 'b', 'o', 'x':
			hex = s[i+1]|0x20 == 'x'
			digit = true
			i += 2
		}
	}
	pending := false // an underscore that wants a digit behind it
	for ; i < len(s); i++ {
		c := s[i]
		if c == '_' {
			if !digit {
				return false
			}
			digit, pending = false, true
			continue
		}
		digit = c >= '0' && c <= '9' || hex && digitValue(c) < 16
		if pending && !digit {
			return false
		}
		pending = false
	}
	return !pending
}
