package big

import (
	"errors"
	"io"
	"math/bits"
)

// MaxBase is the largest base that numbers are written in.
const MaxBase = 10 + ('z' - 'a' + 1) + ('Z' - 'A' + 1)

const (
	digits        = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	smallBases    = 36 // up to here upper case letters are the same as lower case ones
	splitTextFrom = 30 // words from which on a number is cut in two to be written or read
)

// chunk gives the largest power of base in a word, and its exponent.
func chunk(base Word) (power Word, n int) {
	power, n = base, 1
	for limit := ^Word(0) / base; power <= limit; {
		power *= base
		n++
	}
	return power, n
}

// text appends x in a base, with at least width digits.
func (x nat) text(out []byte, base int, width int) []byte {
	if base < 2 || base > MaxBase {
		panic("invalid base")
	}
	if len(x) > splitTextFrom && base&(base-1) != 0 {
		// Cut at a power of the base near the middle of the number.
		n := int(float64(x.bitLen()) / 2 / (float64(bits.Len(uint(base))) - 0.4))
		high, low := nat(nil).div(nil, x, nat(nil).expPlain(nat{Word(base)}, nat(nil).setUint64(uint64(n))))
		if len(high) > 0 {
			out = high.text(out, base, width-n)
			return low.text(out, base, n)
		}
	}
	var buf []byte
	left := nat(nil).set(x)
	power, perChunk := chunk(Word(base))
	for len(left) > 0 {
		var w Word
		left, w = left.divWord(left, power)
		for i := 0; i < perChunk && (len(left) > 0 || w > 0); i++ {
			buf = append(buf, digits[w%Word(base)])
			w /= Word(base)
		}
	}
	for len(buf) < width {
		buf = append(buf, '0')
	}
	for i := len(buf) - 1; i >= 0; i-- {
		out = append(out, buf[i])
	}
	return out
}

func digitValue(c byte, base int) Word {
	switch {
	case c >= '0' && c <= '9':
		return Word(c - '0')
	case c >= 'a' && c <= 'z':
		return Word(c-'a') + 10
	case c >= 'A' && c <= 'Z':
		if base <= smallBases {
			return Word(c-'A') + 10
		}
		return Word(c-'A') + smallBases
	}
	return MaxBase
}

// fromDigits gives the number that digit values make.
func fromDigits(values []byte, base Word) nat {
	power, perChunk := chunk(base)
	if len(values) > splitTextFrom*perChunk {
		half := len(values) / 2
		scale := nat(nil).expPlain(nat{base}, nat(nil).setUint64(uint64(half)))
		high := fromDigits(values[:len(values)-half], base)
		low := fromDigits(values[len(values)-half:], base)
		return nat(nil).add(nat(nil).mul(high, scale), low)
	}
	var z nat
	for len(values) > 0 {
		n := min(perChunk, len(values))
		scale, w := power, Word(0)
		if n < perChunk {
			scale = 1
			for range n {
				scale *= base
			}
		}
		for _, v := range values[:n] {
			w = w*base + Word(v)
		}
		z = z.mulAdd(z, scale, w)
		values = values[n:]
	}
	return z
}

var (
	errNoDigits   = errors.New("number has no digits")
	errUnderscore = errors.New("'_' must separate successive digits")
)

// scanned is a number as read: the value of its digits, their base, and where the point was.
type scanned struct {
	value    nat
	base     int // of the prefix or as given
	count    int // digits; the negative number of those behind the point where there is one
	prefixed byte
}

// scan reads digits in a base; base 0 takes it from a prefix and allows underscores. With fraction there may be
// a point, and the prefix 0 alone does not mean octal.
func scan(r io.ByteScanner, base int, fraction bool) (n scanned, err error) {
	if base != 0 && (base < 2 || base > MaxBase) || fraction && base > 16 {
		panic("invalid number base " + string(nat(nil).setUint64(uint64(base)).text(nil, 10, 1)))
	}
	n.base = base
	if base == 0 {
		n.base = 10
	}
	before := byte('.') // the last character: '0' for a digit, '_', '.', or 0 for an underscore where none may be
	c, err := r.ReadByte()
	seen := 0
	bad := false
	if err == nil && c == '0' && base == 0 {
		seen, before = 1, '0'
		c, err = r.ReadByte()
		if err == nil {
			switch c {
			case 'b', 'B':
				n.base, n.prefixed = 2, 'b'
			case 'o', 'O':
				n.base, n.prefixed = 8, 'o'
			case 'x', 'X':
				n.base, n.prefixed = 16, 'x'
			default:
				if !fraction {
					n.base, n.prefixed = 8, '0'
				}
			}
			if n.prefixed != 0 {
				seen = 0 // the prefix counts as a digit for underscores only
				if n.prefixed != '0' {
					c, err = r.ReadByte()
				}
			}
		}
	}
	var values []byte
	point := -1
	for ; err == nil; c, err = r.ReadByte() {
		if c == '.' && fraction && point < 0 {
			bad = bad || before == '_'
			before = '.'
			point = len(values)
			continue
		}
		if c == '_' && base == 0 {
			bad = bad || before != '0'
			before = '_'
			continue
		}
		v := digitValue(c, n.base)
		if v >= Word(n.base) {
			r.UnreadByte()
			break
		}
		before = '0'
		values = append(values, byte(v))
	}
	if err == io.EOF {
		err = nil
	}
	bad = bad || before == '_'
	n.count = len(values) + seen
	if n.prefixed == '0' && len(values) == 0 {
		// The prefix was the number.
		n.count, n.base, n.prefixed = 1, 10, 0
	} else if n.count == 0 && err == nil {
		err = errNoDigits
	}
	if err == nil && bad {
		err = errUnderscore
	}
	n.value = fromDigits(values, Word(n.base))
	if point >= 0 {
		n.count = point - len(values)
	}
	return n, err
}
