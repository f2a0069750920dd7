package strings

import (
	"unicode"
	"unicode/utf8"
)

// Clone gives a copy of s with its own memory.
func Clone(s string) string {
	if s == "" {
		return ""
	}
	return string([]byte(s))
}

// Join puts sep between the elems.
func Join(elems []string, sep string) string {
	switch len(elems) {
	case 0:
		return ""
	case 1:
		return elems[0]
	}
	size := len(sep) * (len(elems) - 1)
	for _, e := range elems {
		size += len(e)
		if size < 0 {
			panic("strings: Join output length overflow")
		}
	}
	var b Builder
	b.Grow(size)
	b.WriteString(elems[0])
	for _, e := range elems[1:] {
		b.WriteString(sep)
		b.WriteString(e)
	}
	return b.String()
}

// Repeat gives s count times. It panics for a negative count and where the result would be too long.
func Repeat(s string, count int) string {
	switch {
	case count < 0:
		panic("strings: negative Repeat count")
	case count == 0 || s == "":
		return ""
	case count == 1:
		return s
	}
	size := len(s) * count
	if size/count != len(s) || size < 0 {
		panic("strings: Repeat output length overflow")
	}
	var b Builder
	b.Grow(size)
	b.WriteString(s)
	for b.Len() < size {
		done := b.String()
		b.WriteString(done[:min(len(done), size-len(done))])
	}
	return b.String()
}

// Replace exchanges the first n olds (all for n < 0) for new. An empty old is found at the beginning and behind each rune.
func Replace(s, old, new string, n int) string {
	if old == new || n == 0 {
		return s
	}
	if m := Count(s, old); m == 0 {
		return s
	} else if n < 0 || m < n {
		n = m
	}
	var b Builder
	b.Grow(len(s) + n*(len(new)-len(old)))
	for i := 0; i < n; i++ {
		at := 0
		if old != "" {
			at = Index(s, old)
		} else if i > 0 {
			_, at = utf8.DecodeRuneInString(s)
		}
		b.WriteString(s[:at])
		b.WriteString(new)
		s = s[at+len(old):]
	}
	b.WriteString(s)
	return b.String()
}

// ReplaceAll exchanges all olds for new.
func ReplaceAll(s, old, new string) string { return Replace(s, old, new, -1) }

// Map gives s with each rune exchanged for what mapping makes of it; negative ones are dropped.
func Map(mapping func(rune) rune, s string) string {
	for i, r := range s {
		mapped := mapping(r)
		if mapped == r && r != utf8.RuneError {
			continue
		}
		n := 1
		if r != utf8.RuneError {
			n = utf8.RuneLen(r)
		} else {
			_, n = utf8.DecodeRuneInString(s[i:])
			if n == 3 && mapped == r {
				continue
			}
		}
		return mapRest(mapping, s, i, n, mapped)
	}
	return s
}

// mapRest goes on with Map where s[at:at+n] is the first rune that changes.
func mapRest(mapping func(rune) rune, s string, at, n int, mapped rune) string {
	var b Builder
	b.Grow(len(s) + utf8.UTFMax)
	b.WriteString(s[:at])
	if mapped >= 0 {
		b.WriteRune(mapped)
	}
	for _, r := range s[at+n:] {
		if mapped = mapping(r); mapped >= 0 {
			b.WriteRune(mapped)
		}
	}
	return b.String()
}

// ToUpper gives s with all letters in upper case.
func ToUpper(s string) string {
	if i, ascii := firstIn(s, 'a', 'z'); ascii {
		return shiftCase(s, i, 'a', 'z')
	}
	return Map(unicode.ToUpper, s)
}

// ToLower gives s with all letters in lower case.
func ToLower(s string) string {
	if i, ascii := firstIn(s, 'A', 'Z'); ascii {
		return shiftCase(s, i, 'A', 'Z')
	}
	return Map(unicode.ToLower, s)
}

// firstIn gives the place of the first byte from lo to hi, or len(s), and whether s is all ASCII.
func firstIn(s string, lo, hi byte) (at int, ascii bool) {
	at = len(s)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return 0, false
		}
		if c >= lo && c <= hi && at == len(s) {
			at = i
		}
	}
	return at, true
}

// shiftCase exchanges the case of the bytes from lo to hi, the first of which is at from.
func shiftCase(s string, from int, lo, hi byte) string {
	if from == len(s) {
		return s
	}
	var b Builder
	b.Grow(len(s))
	b.WriteString(s[:from])
	for i := from; i < len(s); i++ {
		c := s[i]
		if c >= lo && c <= hi {
			c ^= 0x20
		}
		b.WriteByte(c)
	}
	return b.String()
}

// ToTitle gives s with all letters in title case.
func ToTitle(s string) string { return Map(unicode.ToTitle, s) }

// ToUpperSpecial is ToUpper with c's mappings first.
func ToUpperSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToUpper, s) }

// ToLowerSpecial is ToLower with c's mappings first.
func ToLowerSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToLower, s) }

// ToTitleSpecial is ToTitle with c's mappings first.
func ToTitleSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToTitle, s) }

// Title gives s with the first letter of each word in title case.
//
// Deprecated: what it takes for a word's beginning is not right for Unicode's punctuation.
func Title(s string) string {
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

// ToValidUTF8 gives s with each run of invalid bytes exchanged for replacement.
func ToValidUTF8(s, replacement string) string {
	if utf8.ValidString(s) {
		return s
	}
	var b Builder
	b.Grow(len(s) + len(replacement))
	broken := false
	for i := 0; i < len(s); {
		_, n := utf8.DecodeRuneInString(s[i:])
		if n == 1 && s[i] >= utf8.RuneSelf {
			if !broken {
				b.WriteString(replacement)
			}
			broken = true
		} else {
			b.WriteString(s[i : i+n])
			broken = false
		}
		i += n
	}
	return b.String()
}
