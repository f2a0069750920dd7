// Package utf16 converts between runes and UTF-16 code units.
package utf16

const (
	highStart   = 0xD800 // first of the 1,024 units that begin a pair
	lowStart    = 0xDC00 // first of the 1,024 units that end one
	pairsEnd    = 0xE000
	beyondBasic = 0x10000
	lastRune    = 0x10FFFF
	replacement = 0xFFFD
)

// IsSurrogate reports whether r is one half of a pair.
func IsSurrogate(r rune) bool { return r >= highStart && r < pairsEnd }

// DecodeRune gives the rune of a pair, or U+FFFD where the two do not form one.
func DecodeRune(r1, r2 rune) rune {
	if r1 < highStart || r1 >= lowStart || r2 < lowStart || r2 >= pairsEnd {
		return replacement
	}
	return (r1-highStart)<<10 + (r2 - lowStart) + beyondBasic
}

// EncodeRune gives the pair for r, or U+FFFD twice where r needs none or is no rune.
func EncodeRune(r rune) (r1, r2 rune) {
	if r < beyondBasic || r > lastRune {
		return replacement, replacement
	}
	r -= beyondBasic
	return highStart + r>>10, lowStart + r&0x3FF
}

// RuneLen gives the number of units in r's encoding, or -1 where r has none.
func RuneLen(r rune) int {
	switch {
	case r < 0 || r > lastRune || IsSurrogate(r):
		return -1
	case r < beyondBasic:
		return 1
	}
	return 2
}

// AppendRune appends r's encoding (that of U+FFFD where r has none) to a.
func AppendRune(a []uint16, r rune) []uint16 {
	switch RuneLen(r) {
	case 1:
		return append(a, uint16(r))
	case 2:
		hi, lo := EncodeRune(r)
		return append(a, uint16(hi), uint16(lo))
	}
	return append(a, replacement)
}

// Encode gives the UTF-16 encoding of s.
func Encode(s []rune) []uint16 {
	units := len(s)
	for _, r := range s {
		if r >= beyondBasic {
			units++
		}
	}
	out := make([]uint16, 0, units)
	for _, r := range s {
		out = AppendRune(out, r)
	}
	return out
}

// Decode gives the runes that s encodes, with U+FFFD for each half that has no partner.
func Decode(s []uint16) []rune {
	out := make([]rune, 0, len(s))
	for i := 0; i < len(s); i++ {
		r := rune(s[i])
		if IsSurrogate(r) {
			pair := rune(replacement)
			if i+1 < len(s) {
				pair = DecodeRune(r, rune(s[i+1]))
			}
			if pair != replacement {
				i++
			}
			r = pair
		}
		out = append(out, r)
	}
	return out
}
