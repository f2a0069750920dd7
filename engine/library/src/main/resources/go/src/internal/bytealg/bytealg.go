// Package bytealg searches and compares bytes for packages bytes and strings.
// The compiler may replace the functions marked as intrinsic.
package bytealg

//gorrery:intrinsic
func IndexByte(b []byte, c byte) int {
	for i, x := range b {
		if x == c {
			return i
		}
	}
	return -1
}

//gorrery:intrinsic
func IndexByteString(s string, c byte) int {
	for i := 0; i < len(s); i++ {
		if s[i] == c {
			return i
		}
	}
	return -1
}

// LastIndexByte gives the place of the last c in b, or -1.
func LastIndexByte(b []byte, c byte) int {
	for i := len(b) - 1; i >= 0; i-- {
		if b[i] == c {
			return i
		}
	}
	return -1
}

// LastIndexByteString gives the place of the last c in s, or -1.
func LastIndexByteString(s string, c byte) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == c {
			return i
		}
	}
	return -1
}

//gorrery:intrinsic
func Count(b []byte, c byte) int {
	n := 0
	for _, x := range b {
		if x == c {
			n++
		}
	}
	return n
}

//gorrery:intrinsic
func CountString(s string, c byte) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] == c {
			n++
		}
	}
	return n
}

//gorrery:intrinsic
func Equal(a, b []byte) bool {
	return string(a) == string(b)
}

//gorrery:intrinsic
func Compare(a, b []byte) int {
	n := min(len(a), len(b))
	for i := 0; i < n; i++ {
		if a[i] != b[i] {
			if a[i] < b[i] {
				return -1
			}
			return +1
		}
	}
	switch {
	case len(a) < len(b):
		return -1
	case len(a) > len(b):
		return +1
	}
	return 0
}

//gorrery:intrinsic
func CompareString(a, b string) int {
	if a == b {
		return 0
	}
	if a < b {
		return -1
	}
	return +1
}

const (
	rollBase = 0x01000193 // the radix of the rolling hash, taken modulo 2^32
	patience = 16         // first-byte hits that failed before a search turns to hashing
)

// Index gives the place of the first needle in text, or -1. It looks for the needle's first byte, and
// goes over to a rolling hash where that byte turns out to be frequent, so that the time stays linear.
//
//gorrery:intrinsic
func Index[T ~string | ~[]byte](text, needle T) int {
	n := len(needle)
	if n == 0 {
		return 0
	}
	if n > len(text) {
		return -1
	}
	first, last := needle[0], needle[n-1]
	misses := 0
	for i := 0; i+n <= len(text); i++ {
		if text[i] != first || text[i+n-1] != last {
			continue
		}
		if matches(text, needle, i) {
			return i
		}
		misses++
		if misses > patience+i>>3 {
			if at := hashIndex(text[i+1:], needle); at >= 0 {
				return i + 1 + at
			}
			return -1
		}
	}
	return -1
}

// LastIndex gives the place of the last needle in text, or -1.
func LastIndex[T ~string | ~[]byte](text, needle T) int {
	n := len(needle)
	if n > len(text) {
		return -1
	}
	var want, have, lead uint32 = 0, 0, 1
	for k := n - 1; k >= 0; k-- {
		want = want*rollBase + uint32(needle[k])
		have = have*rollBase + uint32(text[len(text)-n+k])
		lead *= rollBase
	}
	for i := len(text) - n; ; i-- {
		if have == want && matches(text, needle, i) {
			return i
		}
		if i == 0 {
			return -1
		}
		have = have*rollBase + uint32(text[i-1]) - lead*uint32(text[i+n-1])
	}
}

func hashIndex[T ~string | ~[]byte](text, needle T) int {
	n := len(needle)
	if n > len(text) {
		return -1
	}
	var want, have, lead uint32 = 0, 0, 1
	for k := 0; k < n; k++ {
		want = want*rollBase + uint32(needle[k])
		have = have*rollBase + uint32(text[k])
		lead *= rollBase
	}
	for i := 0; ; i++ {
		if have == want && matches(text, needle, i) {
			return i
		}
		if i+n == len(text) {
			return -1
		}
		have = have*rollBase + uint32(text[i+n]) - lead*uint32(text[i])
	}
}

func matches[T ~string | ~[]byte](text, needle T, at int) bool {
	for k := 0; k < len(needle); k++ {
		if text[at+k] != needle[k] {
			return false
		}
	}
	return true
}
