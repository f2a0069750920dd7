package bytes

import (
	"unicode"
	"unicode/utf8"
)

// Clone gives a copy of b with its own memory; nil for nil.
func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

// Runes gives the runes of s.
func Runes(s []byte) []rune {
	out := make([]rune, 0, utf8.RuneCount(s))
	for len(s) > 0 {
		r, n := utf8.DecodeRune(s)
		out = append(out, r)
		s = s[n:]
	}
	return out
}

// Join puts sep between the parts s, in new memory.
func Join(s [][]byte, sep []byte) []byte {
	if len(s) == 0 {
		return []byte{}
	}
	if len(s) == 1 {
		return append([]byte(nil), s[0]...)
	}
	size := len(sep) * (len(s) - 1)
	for _, p := range s {
		size += len(p)
		if size < 0 {
			panic("bytes: Join output length overflow")
		}
	}
	out := append(make([]byte, 0, size), s[0]...)
	for _, p := range s[1:] {
		out = append(append(out, sep...), p...)
	}
	return out
}

// Repeat gives b count times. It panics for a negative count and where the result would be too long.
func Repeat(b []byte, count int) []byte {
	if count < 0 {
		panic("bytes: negative Repeat count")
	}
	if count == 0 || len(b) == 0 {
		return []byte{}
	}
	size := len(b) * count
	if size < 0 || size/count != len(b) {
		panic("bytes: Repeat output length overflow")
	}
	out := make([]byte, size)
	for n := copy(out, b); n < size; n *= 2 {
		copy(out[n:], out[:n])
	}
	return out
}

// Replace exchanges the first n olds (all for n < 0) for new, in new memory. An empty old is found at the beginning
// and behind each rune.
func Replace(s, old, new []byte, n int) []byte {
	m := 0
	if n != 0 {
		m = Count(s, old)
	}
	if n < 0 || m < n {
		n = m
	}
	if n == 0 {
		return append([]byte(nil), s...)
	}
	out := make([]byte, 0, len(s)+n*(len(new)-len(old)))
	for i := 0; i < n; i++ {
		at := 0
		if len(old) > 0 {
			at = Index(s, old)
		} else if i > 0 {
			_, at = utf8.DecodeRune(s)
		}
		out = append(append(out, s[:at]...), new...)
		s = s[at+len(old):]
	}
	return append(out, s...)
}

// ReplaceAll exchanges all olds for new, in new memory.
func ReplaceAll(s, old, new []byte) []byte { return Replace(s, old, new, -1) }

// Map gives s with each rune exchanged for what mapping makes of it, in new memory; negative ones are dropped.
func Map(mapping func(r rune) rune, s []byte) []byte {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(s[i:])
		}
		if r = mapping(r); r >= 0 {
			out = utf8.AppendRune(out, r)
		}
		i += n
	}
	return out
}

// mapASCII is Map for an s that is all ASCII, with the case of the bytes from lo to hi exchanged.
func mapASCII(s []byte, lo, hi byte) (out []byte, ok bool) {
	for _, c := range s {
		if c >= utf8.RuneSelf {
			return nil, false
		}
	}
	out = append([]byte{}, s...)
	for i, c := range out {
		if c >= lo && c <= hi {
			out[i] = c ^ 0x20
		}
	}
	return out, true
}

// ToUpper gives s with all letters in upper case, in new memory.
func ToUpper(s []byte) []byte {
	if out, ok := mapASCII(s, 'a', 'z'); ok {
		return out
	}
	return Map(unicode.ToUpper, s)
}

// ToLower gives s with all letters in lower case, in new memory.
func ToLower(s []byte) []byte {
	if out, ok := mapASCII(s, 'A', 'Z'); ok {
		return out
	}
	return Map(unicode.ToLower, s)
}

// ToTitle gives s with all letters in title case, in new memory.
func ToTitle(s []byte) []byte { return Map(unicode.ToTitle, s) }

// ToUpperSpecial is ToUpper with c's mappings first.
func ToUpperSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToUpper, s) }

// ToLowerSpecial is ToLower with c's mappings first.
func ToLowerSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToLower, s) }

// ToTitleSpecial is ToTitle with c's mappings first.
func ToTitleSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToTitle, s) }

// Title gives s with the first letter of each word in title case.
//
// Deprecated: what it takes for a word's beginning is not right for Unicode's punctuation.
func Title(s []byte) []byte {
	inWord := false
	return Map(func(r rune) rune {
		first := !inWord
		inWord = r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || r >= utf8.RuneSelf && !unicode.IsSpace(r)
		if first {
			return unicode.ToTitle(r)
		}
		return r
	}, s)
}

// ToValidUTF8 gives s with each run of invalid bytes exchanged for replacement, in new memory.
func ToValidUTF8(s, replacement []byte) []byte {
	out := make([]byte, 0, len(s)+len(replacement))
	broken := false
	for i := 0; i < len(s); {
		_, n := utf8.DecodeRune(s[i:])
		if n == 1 && s[i] >= utf8.RuneSelf {
			if !broken {
				out = append(out, replacement...)
			}
			broken = true
		} else {
			out = append(out, s[i:i+n]...)
			broken = false
		}
		i += n
	}
	return out
}
