// Package strings searches, cuts, maps and builds strings of UTF-8 text.
package strings

import (
	"internal/bytealg"
	"unicode"
	"unicode/utf8"
)

// Contains reports whether substr is in s.
func Contains(s, substr string) bool { return Index(s, substr) >= 0 }

// ContainsAny reports whether one of the runes of chars is in s.
func ContainsAny(s, chars string) bool { return IndexAny(s, chars) >= 0 }

// ContainsRune reports whether r is in s.
func ContainsRune(s string, r rune) bool { return IndexRune(s, r) >= 0 }

// ContainsFunc reports whether f accepts a rune of s.
func ContainsFunc(s string, f func(rune) bool) bool { return IndexFunc(s, f) >= 0 }

// Count gives the number of substr in s that do not overlap; for an empty substr the number of runes plus one.
func Count(s, substr string) int {
	switch len(substr) {
	case 0:
		return utf8.RuneCountInString(s) + 1
	case 1:
		return bytealg.CountString(s, substr[0])
	}
	n := 0
	for {
		at := Index(s, substr)
		if at < 0 {
			return n
		}
		n++
		s = s[at+len(substr):]
	}
}

// Index gives the place of the first substr in s, or -1.
func Index(s, substr string) int {
	n := len(substr)
	switch {
	case n == 1:
		return bytealg.IndexByteString(s, substr[0])
	case n >= len(s):
		if s == substr {
			return 0
		}
		return -1
	}
	return bytealg.Index(s, substr)
}

// IndexByte gives the place of the first c in s, or -1.
func IndexByte(s string, c byte) int { return bytealg.IndexByteString(s, c) }

// IndexRune gives the place of the first r in s, or -1; U+FFFD stands for any invalid byte too.
func IndexRune(s string, r rune) int {
	switch {
	case uint32(r) < utf8.RuneSelf:
		return bytealg.IndexByteString(s, byte(r))
	case r == utf8.RuneError:
		for i, c := range s {
			if c == utf8.RuneError {
				return i
			}
		}
		return -1
	case !utf8.ValidRune(r):
		return -1
	}
	return Index(s, string(r))
}

// asciiSet has a bit for each of 128 bytes.
type asciiSet [4]uint32

// asciiSetOf gives the set of the bytes of chars, where they all are ASCII.
func asciiSetOf(chars string) (set asciiSet, ok bool) {
	for i := 0; i < len(chars); i++ {
		c := chars[i]
		if c >= utf8.RuneSelf {
			return set, false
		}
		set[c/32] |= 1 << (c % 32)
	}
	return set, true
}

func (set *asciiSet) has(c byte) bool {
	return c < utf8.RuneSelf && set[c/32]>>(c%32)&1 != 0
}

// IndexAny gives the place of the first of chars' runes in s, or -1.
func IndexAny(s, chars string) int {
	if chars == "" {
		return -1
	}
	if set, ok := asciiSetOf(chars); ok {
		for i := 0; i < len(s); i++ {
			if set.has(s[i]) {
				return i
			}
		}
		return -1
	}
	for i, c := range s {
		if IndexRune(chars, c) >= 0 {
			return i
		}
	}
	return -1
}

// LastIndexAny gives the place of the last of chars' runes in s, or -1.
func LastIndexAny(s, chars string) int {
	if chars == "" {
		return -1
	}
	for i := len(s); i > 0; {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		i -= n
		if IndexRune(chars, r) >= 0 {
			return i
		}
	}
	return -1
}

// LastIndex gives the place of the last substr in s, or -1.
func LastIndex(s, substr string) int {
	switch len(substr) {
	case 0:
		return len(s)
	case 1:
		return bytealg.LastIndexByteString(s, substr[0])
	}
	return bytealg.LastIndex(s, substr)
}

// LastIndexByte gives the place of the last c in s, or -1.
func LastIndexByte(s string, c byte) int { return bytealg.LastIndexByteString(s, c) }

// IndexFunc gives the place of the first rune that f accepts, or -1.
func IndexFunc(s string, f func(rune) bool) int {
	for i, r := range s {
		if f(r) {
			return i
		}
	}
	return -1
}

// LastIndexFunc gives the place of the last rune that f accepts, or -1.
func LastIndexFunc(s string, f func(rune) bool) int {
	for i := len(s); i > 0; {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		i -= n
		if f(r) {
			return i
		}
	}
	return -1
}

// HasPrefix reports whether s begins with prefix.
func HasPrefix(s, prefix string) bool {
	return len(s) >= len(prefix) && s[:len(prefix)] == prefix
}

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix
}

// Compare gives -1, 0 or +1 for a before, equal to, after b, byte by byte.
func Compare(a, b string) int { return bytealg.CompareString(a, b) }

// EqualFold reports whether s and t are equal but for case, by Unicode's simple folding.
func EqualFold(s, t string) bool {
	for s != "" && t != "" {
		a, b := rune(s[0]), rune(t[0])
		n, m := 1, 1
		if a >= utf8.RuneSelf {
			a, n = utf8.DecodeRuneInString(s)
		}
		if b >= utf8.RuneSelf {
			b, m = utf8.DecodeRuneInString(t)
		}
		if a != b && !foldsTo(a, b) {
			return false
		}
		s, t = s[n:], t[m:]
	}
	return s == t
}

// foldsTo reports whether the different runes a and b are equal but for case.
func foldsTo(a, b rune) bool {
	if a < utf8.RuneSelf && b < utf8.RuneSelf {
		low := a | 0x20
		return low == b|0x20 && low >= 'a' && low <= 'z'
	}
	for r := unicode.SimpleFold(a); r != a; r = unicode.SimpleFold(r) {
		if r == b {
			return true
		}
	}
	return false
}

// Cut gives what is in front of the first sep and what is behind it; s and "" where there is none.
func Cut(s, sep string) (before, after string, found bool) {
	at := Index(s, sep)
	if at < 0 {
		return s, "", false
	}
	return s[:at], s[at+len(sep):], true
}

// CutPrefix gives s without prefix, and whether s had it.
func CutPrefix(s, prefix string) (after string, found bool) {
	if HasPrefix(s, prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

// CutSuffix gives s without suffix, and whether s had it.
func CutSuffix(s, suffix string) (before string, found bool) {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)], true
	}
	return s, false
}
