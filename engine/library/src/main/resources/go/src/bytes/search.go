// Package bytes searches, cuts, maps and collects slices of bytes, which mostly are UTF-8 text.
package bytes

import (
	"internal/bytealg"
	"unicode"
	"unicode/utf8"
)

// Equal reports whether a and b hold the same bytes.
func Equal(a, b []byte) bool { return bytealg.Equal(a, b) }

// Compare gives -1, 0 or +1 for a before, equal to, after b, byte by byte.
func Compare(a, b []byte) int { return bytealg.Compare(a, b) }

// Contains reports whether subslice is in b.
func Contains(b, subslice []byte) bool { return Index(b, subslice) >= 0 }

// ContainsAny reports whether one of the runes of chars is in b.
func ContainsAny(b []byte, chars string) bool { return IndexAny(b, chars) >= 0 }

// ContainsRune reports whether r is in b.
func ContainsRune(b []byte, r rune) bool { return IndexRune(b, r) >= 0 }

// ContainsFunc reports whether f accepts a rune of b.
func ContainsFunc(b []byte, f func(rune) bool) bool { return IndexFunc(b, f) >= 0 }

// Count gives the number of sep in s that do not overlap; for an empty sep the number of runes plus one.
func Count(s, sep []byte) int {
	switch len(sep) {
	case 0:
		return utf8.RuneCount(s) + 1
	case 1:
		return bytealg.Count(s, sep[0])
	}
	n := 0
	for at := Index(s, sep); at >= 0; at = Index(s, sep) {
		n++
		s = s[at+len(sep):]
	}
	return n
}

// Index gives the place of the first sep in s, or -1.
func Index(s, sep []byte) int {
	if len(sep) == 1 {
		return bytealg.IndexByte(s, sep[0])
	}
	return bytealg.Index(s, sep)
}

// IndexByte gives the place of the first c in b, or -1.
func IndexByte(b []byte, c byte) int { return bytealg.IndexByte(b, c) }

// IndexRune gives the place of the first r in s, or -1; U+FFFD stands for any invalid byte too.
func IndexRune(s []byte, r rune) int {
	if uint32(r) < utf8.RuneSelf {
		return bytealg.IndexByte(s, byte(r))
	}
	if r == utf8.RuneError {
		return IndexFunc(s, func(c rune) bool { return c == utf8.RuneError })
	}
	if !utf8.ValidRune(r) {
		return -1
	}
	var buf [utf8.UTFMax]byte
	return bytealg.Index(s, buf[:utf8.EncodeRune(buf[:], r)])
}

// inSet reports whether r is one of the runes of chars, U+FFFD standing for any invalid byte.
func inSet(chars string, r rune) bool {
	for _, c := range chars {
		if c == r {
			return true
		}
	}
	return false
}

// IndexAny gives the place of the first of chars' runes in s, or -1.
func IndexAny(s []byte, chars string) int {
	if chars == "" {
		return -1
	}
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(s[i:])
		}
		if inSet(chars, r) {
			return i
		}
		i += n
	}
	return -1
}

// LastIndexAny gives the place of the last of chars' runes in s, or -1.
func LastIndexAny(s []byte, chars string) int {
	if chars == "" {
		return -1
	}
	for end := len(s); end > 0; {
		r, n := utf8.DecodeLastRune(s[:end])
		end -= n
		if inSet(chars, r) {
			return end
		}
	}
	return -1
}

// LastIndex gives the place of the last sep in s, or -1.
func LastIndex(s, sep []byte) int {
	switch len(sep) {
	case 0:
		return len(s)
	case 1:
		return bytealg.LastIndexByte(s, sep[0])
	}
	return bytealg.LastIndex(s, sep)
}

// LastIndexByte gives the place of the last c in s, or -1.
func LastIndexByte(s []byte, c byte) int { return bytealg.LastIndexByte(s, c) }

// IndexFunc gives the place of the first rune that f accepts, or -1.
func IndexFunc(s []byte, f func(r rune) bool) int {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRune(s[i:])
		if f(r) {
			return i
		}
		i += n
	}
	return -1
}

// LastIndexFunc gives the place of the last rune that f accepts, or -1.
func LastIndexFunc(s []byte, f func(r rune) bool) int {
	for end := len(s); end > 0; {
		r, n := utf8.DecodeLastRune(s[:end])
		end -= n
		if f(r) {
			return end
		}
	}
	return -1
}

// HasPrefix reports whether s begins with prefix.
func HasPrefix(s, prefix []byte) bool {
	return len(s) >= len(prefix) && bytealg.Equal(s[:len(prefix)], prefix)
}

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix []byte) bool {
	return len(s) >= len(suffix) && bytealg.Equal(s[len(s)-len(suffix):], suffix)
}

// EqualFold reports whether s and t are equal but for case, by Unicode's simple folding.
func EqualFold(s, t []byte) bool {
	for len(s) > 0 && len(t) > 0 {
		a, n := utf8.DecodeRune(s)
		b, m := utf8.DecodeRune(t)
		if a != b && !foldsTo(a, b) {
			return false
		}
		s, t = s[n:], t[m:]
	}
	return len(s) == len(t)
}

func foldsTo(a, b rune) bool {
	for r := unicode.SimpleFold(a); r != a; r = unicode.SimpleFold(r) {
		if r == b {
			return true
		}
	}
	return false
}

// Cut gives what is in front of the first sep and what is behind it; s and nil where there is none.
func Cut(s, sep []byte) (before, after []byte, found bool) {
	at := Index(s, sep)
	if at < 0 {
		return s, nil, false
	}
	return s[:at], s[at+len(sep):], true
}

// CutPrefix gives s without prefix, and whether s had it.
func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	if HasPrefix(s, prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

// CutSuffix gives s without suffix, and whether s had it.
func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)], true
	}
	return s, false
}
