// Package utf8 converts between runes and their UTF-8 encoding.
// It holds no knowledge of what a rune means; that is package unicode.
package utf8

const (
	RuneError = '\uFFFD'     // what a decoder yields for bytes that are not UTF-8
	RuneSelf  = 0x80         // runes below it are a single byte, equal to the rune
	MaxRune   = '\U0010FFFF' // the largest code point
	UTFMax    = 4            // the most bytes an encoding takes
)

const (
	firstSurrogate = 0xD800
	lastSurrogate  = 0xDFFF
)

// sequenceLength gives the number of bytes that a sequence led by b has, or 0 where b cannot lead one.
func sequenceLength(b byte) int {
	switch {
	case b < 0x80:
		return 1
	case b < 0xC2:
		return 0
	case b < 0xE0:
		return 2
	case b < 0xF0:
		return 3
	case b < 0xF5:
		return 4
	}
	return 0
}

// secondRange gives the bounds of the byte that may follow the leading byte b. They are narrower than
// 80..BF after E0 and F0 (no overlong forms), ED (no surrogates) and F4 (nothing above MaxRune).
func secondRange(b byte) (lo, hi byte) {
	switch b {
	case 0xE0:
		return 0xA0, 0xBF
	case 0xED:
		return 0x80, 0x9F
	case 0xF0:
		return 0x90, 0xBF
	case 0xF4:
		return 0x80, 0x8F
	}
	return 0x80, 0xBF
}

// FullRune reports whether p begins with a complete encoding; bytes that can no longer become
// a valid one are complete, being an error of width 1.
func FullRune(p []byte) bool {
	if len(p) == 0 {
		return false
	}
	n := sequenceLength(p[0])
	if len(p) >= n {
		return true
	}
	if len(p) > 1 {
		lo, hi := secondRange(p[0])
		if p[1] < lo || p[1] > hi {
			return true
		}
	}
	return len(p) > 2 && p[2]&0xC0 != 0x80
}

// FullRuneInString is FullRune for a string.
func FullRuneInString(s string) bool {
	if len(s) == 0 {
		return false
	}
	n := sequenceLength(s[0])
	if len(s) >= n {
		return true
	}
	if len(s) > 1 {
		lo, hi := secondRange(s[0])
		if s[1] < lo || s[1] > hi {
			return true
		}
	}
	return len(s) > 2 && s[2]&0xC0 != 0x80
}

// DecodeRune gives the first rune of p and its width; (RuneError, 0) for an empty p and
// (RuneError, 1) where p does not begin with a valid encoding.
func DecodeRune(p []byte) (rune, int) {
	if len(p) == 0 {
		return RuneError, 0
	}
	b := p[0]
	if b < RuneSelf {
		return rune(b), 1
	}
	n := sequenceLength(b)
	if n == 0 || len(p) < n {
		return RuneError, 1
	}
	lo, hi := secondRange(b)
	if p[1] < lo || p[1] > hi {
		return RuneError, 1
	}
	if n == 2 {
		return rune(b&0x1F)<<6 | rune(p[1]&0x3F), 2
	}
	if p[2]&0xC0 != 0x80 {
		return RuneError, 1
	}
	if n == 3 {
		return rune(b&0x0F)<<12 | rune(p[1]&0x3F)<<6 | rune(p[2]&0x3F), 3
	}
	if p[3]&0xC0 != 0x80 {
		return RuneError, 1
	}
	return rune(b&0x07)<<18 | rune(p[1]&0x3F)<<12 | rune(p[2]&0x3F)<<6 | rune(p[3]&0x3F), 4
}

// DecodeRuneInString is DecodeRune for a string.
func DecodeRuneInString(s string) (rune, int) {
	if len(s) == 0 {
		return RuneError, 0
	}
	b := s[0]
	if b < RuneSelf {
		return rune(b), 1
	}
	n := sequenceLength(b)
	if n == 0 || len(s) < n {
		return RuneError, 1
	}
	lo, hi := secondRange(b)
	if s[1] < lo || s[1] > hi {
		return RuneError, 1
	}
	if n == 2 {
		return rune(b&0x1F)<<6 | rune(s[1]&0x3F), 2
	}
	if s[2]&0xC0 != 0x80 {
		return RuneError, 1
	}
	if n == 3 {
		return rune(b&0x0F)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	if s[3]&0xC0 != 0x80 {
		return RuneError, 1
	}
	return rune(b&0x07)<<18 | rune(s[1]&0x3F)<<12 | rune(s[2]&0x3F)<<6 | rune(s[3]&0x3F), 4
}

// DecodeLastRune gives the last rune of p and its width, with DecodeRune's conventions.
func DecodeLastRune(p []byte) (rune, int) {
	if len(p) == 0 {
		return RuneError, 0
	}
	end := len(p)
	for back := 1; back <= UTFMax && back <= end; back++ {
		if !RuneStart(p[end-back]) {
			continue
		}
		if r, n := DecodeRune(p[end-back:]); n == back {
			return r, n
		}
		break
	}
	return RuneError, 1
}

// DecodeLastRuneInString is DecodeLastRune for a string.
func DecodeLastRuneInString(s string) (rune, int) {
	if len(s) == 0 {
		return RuneError, 0
	}
	end := len(s)
	for back := 1; back <= UTFMax && back <= end; back++ {
		if !RuneStart(s[end-back]) {
			continue
		}
		if r, n := DecodeRuneInString(s[end-back:]); n == back {
			return r, n
		}
		break
	}
	return RuneError, 1
}

// RuneLen gives the number of bytes in r's encoding, or -1 where r has none.
func RuneLen(r rune) int {
	switch {
	case r < 0:
		return -1
	case r < 0x80:
		return 1
	case r < 0x800:
		return 2
	case r >= firstSurrogate && r <= lastSurrogate:
		return -1
	case r < 0x10000:
		return 3
	case r <= MaxRune:
		return 4
	}
	return -1
}

// EncodeRune writes r's encoding (RuneError's where r has none) into p and gives its width.
// It panics where p is too short.
func EncodeRune(p []byte, r rune) int {
	if uint32(r) < RuneSelf {
		p[0] = byte(r)
		return 1
	}
	n := RuneLen(r)
	switch n {
	case 2:
		p[1] = 0x80 | byte(r)&0x3F
		p[0] = 0xC0 | byte(r>>6)
		return 2
	case 4:
		p[3] = 0x80 | byte(r)&0x3F
		p[2] = 0x80 | byte(r>>6)&0x3F
		p[1] = 0x80 | byte(r>>12)&0x3F
		p[0] = 0xF0 | byte(r>>18)
		return 4
	case -1:
		r = RuneError
	}
	p[2] = 0x80 | byte(r)&0x3F
	p[1] = 0x80 | byte(r>>6)&0x3F
	p[0] = 0xE0 | byte(r>>12)
	return 3
}

// AppendRune appends r's encoding (RuneError's where r has none) to p.
func AppendRune(p []byte, r rune) []byte {
	if uint32(r) < RuneSelf {
		return append(p, byte(r))
	}
	var buf [UTFMax]byte
	n := EncodeRune(buf[:], r)
	switch n {
	case 2:
		return append(p, buf[0], buf[1])
	case 3:
		return append(p, buf[0], buf[1], buf[2])
	}
	return append(p, buf[0], buf[1], buf[2], buf[3])
}

// RuneCount gives the number of runes in p; each byte of an invalid encoding counts as one.
func RuneCount(p []byte) int {
	count := 0
	for i := 0; i < len(p); count++ {
		if p[i] < RuneSelf {
			i++
			continue
		}
		_, n := DecodeRune(p[i:])
		i += n
	}
	return count
}

// RuneCountInString is RuneCount for a string.
func RuneCountInString(s string) int {
	count := 0
	for range s {
		count++
	}
	return count
}

// RuneStart reports whether b could be the first byte of an encoding.
func RuneStart(b byte) bool { return b&0xC0 != 0x80 }

// Valid reports whether p holds valid encodings only.
func Valid(p []byte) bool {
	for i := 0; i < len(p); {
		if p[i] < RuneSelf {
			i++
			continue
		}
		_, n := DecodeRune(p[i:])
		if n == 1 {
			return false
		}
		i += n
	}
	return true
}

// ValidString is Valid for a string.
func ValidString(s string) bool {
	for i := 0; i < len(s); {
		if s[i] < RuneSelf {
			i++
			continue
		}
		_, n := DecodeRuneInString(s[i:])
		if n == 1 {
			return false
		}
		i += n
	}
	return true
}

// ValidRune reports whether r has an encoding: in range, and no surrogate half.
func ValidRune(r rune) bool { return RuneLen(r) > 0 }
