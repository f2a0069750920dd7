package big

import (
	"errors"
	"io"
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

// radix has the powers of a base at which numbers are cut when they are written or read.
type radix struct {
	base     Word
	perChunk int
	chunk    Word  // base^perChunk
	powers   []nat // each the square of the one before
	counts   []int // the exponents of base in them
}

func newRadix(base int) *radix {
	r := &radix{base: Word(base)}
	r.chunk, r.perChunk = chunk(r.base)
	return r
}

// reach makes powers until the last has more than half of so many words.
func (r *radix) reach(words int) {
	if len(r.powers) == 0 {
		const n = splitTextFrom / 2
		r.powers = []nat{nat(nil).expPlain(nat{r.chunk}, nat{n})}
		r.counts = []int{n * r.perChunk}
	}
	for {
		last := len(r.powers) - 1
		if 2*len(r.powers[last]) > words {
			return
		}
		r.powers = append(r.powers, nat(nil).mul(r.powers[last], r.powers[last]))
		r.counts = append(r.counts, 2*r.counts[last])
	}
}

// text appends x in a base, with at least width digits.
func (x nat) text(out []byte, base int, width int) []byte {
	if base < 2 || base > MaxBase {
		panic("invalid base")
	}
	r := newRadix(base)
	if len(x) > splitTextFrom && base&(base-1) != 0 {
		r.reach(len(x))
	}
	return r.write(out, x, width, len(r.powers))
}

// write appends x with at least width digits; x is less than the square of the last of so many powers.
func (r *radix) write(out []byte, x nat, width, powers int) []byte {
	for powers > 0 && x.cmp(r.powers[powers-1]) < 0 {
		powers--
	}
	if powers > 0 && len(x) > splitTextFrom {
		n := r.counts[powers-1]
		high, low := nat(nil).div(nil, x, r.powers[powers-1])
		out = r.write(out, high, width-n, powers-1)
		return r.write(out, low, n, powers-1)
	}
	return r.writeSmall(out, x, width)
}

func (r *radix) writeSmall(out []byte, x nat, width int) []byte {
	var room [2 * splitTextFrom * 20]byte
	buf := room[:0]
	left := nat(nil).set(x)
	for len(left) > 0 {
		var w Word
		left, w = left.divWord(left, r.chunk)
		for i := 0; i < r.perChunk && (len(left) > 0 || w > 0); i++ {
			buf = append(buf, digits[w%r.base])
			w /= r.base
		}
	}
	for range width - len(buf) {
		out = append(out, '0')
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
	r := newRadix(int(base))
	if len(values) > splitTextFrom*r.perChunk {
		r.reach(len(values)/r.perChunk + 1)
	}
	return r.read(values, len(r.powers))
}

// read gives the number of digit values, cut at one of so many powers.
func (r *radix) read(values []byte, powers int) nat {
	for powers > 0 && r.counts[powers-1] >= len(values) {
		powers--
	}
	if powers == 0 || len(values) <= splitTextFrom*r.perChunk {
		return r.readSmall(values)
	}
	cut := len(values) - r.counts[powers-1]
	high := r.read(values[:cut], powers)
	high = nat(nil).mul(high, r.powers[powers-1])
	return high.add(high, r.read(values[cut:], powers-1))
}

func (r *radix) readSmall(values []byte) nat {
	z := make(nat, 0, len(values)/r.perChunk+2)
	for len(values) > 0 {
		n := min(r.perChunk, len(values))
		scale, w := r.chunk, Word(0)
		if n < r.perChunk {
			scale = 1
			for range n {
				scale *= r.base
			}
		}
		for _, v := range values[:n] {
			w = w*r.base + Word(v)
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
