package strings

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// Split gives the parts of s between the seps; the runes of s for an empty sep.
func Split(s, sep string) []string { return split(s, sep, 0, -1) }

// SplitN is Split into n parts at most, the last one being the rest; none for n == 0, all for n < 0.
func SplitN(s, sep string, n int) []string { return split(s, sep, 0, n) }

// SplitAfter is Split with each part's sep left at its end.
func SplitAfter(s, sep string) []string { return split(s, sep, len(sep), -1) }

// SplitAfterN is SplitN with each part's sep left at its end.
func SplitAfterN(s, sep string, n int) []string { return split(s, sep, len(sep), n) }

// split cuts s at each sep, leaving its first keep bytes with the part in front.
func split(s, sep string, keep, n int) []string {
	if n == 0 {
		return nil
	}
	if sep == "" {
		return explode(s, n)
	}
	if n < 0 || n > len(s)+1 {
		n = Count(s, sep) + 1
	}
	out := make([]string, 0, n)
	for len(out) < n-1 {
		at := Index(s, sep)
		if at < 0 {
			break
		}
		out = append(out, s[:at+keep])
		s = s[at+len(sep):]
	}
	return append(out, s)
}

// explode cuts s into its runes, an invalid byte being one, up to n parts.
func explode(s string, n int) []string {
	if count := utf8.RuneCountInString(s); n < 0 || n > count {
		n = count
	}
	out := make([]string, n)
	for i := range out {
		_, size := utf8.DecodeRuneInString(s)
		if i == n-1 {
			size = len(s)
		}
		out[i], s = s[:size], s[size:]
	}
	return out
}

// SplitSeq ranges over what Split gives.
func SplitSeq(s, sep string) iter.Seq[string] { return splitSeq(s, sep, 0) }

// SplitAfterSeq ranges over what SplitAfter gives.
func SplitAfterSeq(s, sep string) iter.Seq[string] { return splitSeq(s, sep, len(sep)) }

func splitSeq(s, sep string, keep int) iter.Seq[string] {
	return func(yield func(string) bool) {
		rest := s
		if sep == "" {
			for rest != "" {
				_, n := utf8.DecodeRuneInString(rest)
				if !yield(rest[:n]) {
					return
				}
				rest = rest[n:]
			}
			return
		}
		for {
			at := Index(rest, sep)
			if at < 0 {
				yield(rest)
				return
			}
			if !yield(rest[:at+keep]) {
				return
			}
			rest = rest[at+len(sep):]
		}
	}
}

// Lines ranges over the lines of s with their newlines; the last one may have none.
func Lines(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for rest := s; rest != ""; {
			end := IndexByte(rest, '\n') + 1
			if end == 0 {
				end = len(rest)
			}
			if !yield(rest[:end]) {
				return
			}
			rest = rest[end:]
		}
	}
}

func asciiSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

// nextField gives the bounds of the first field in s at or behind from; begin == len(s) tells that there is none.
func nextField(s string, from int) (begin, end int) {
	begin = -1
	for i := from; i < len(s); {
		c := s[i]
		size, space := 1, asciiSpace(c)
		if c >= utf8.RuneSelf {
			var r rune
			r, size = utf8.DecodeRuneInString(s[i:])
			space = unicode.IsSpace(r)
		}
		if space && begin >= 0 {
			return begin, i
		}
		if !space && begin < 0 {
			begin = i
		}
		i += size
	}
	if begin < 0 {
		begin = len(s)
	}
	return begin, len(s)
}

// Fields gives the parts of s between runs of white space.
func Fields(s string) []string {
	n := 0
	for begin, end := nextField(s, 0); begin < len(s); begin, end = nextField(s, end) {
		n++
	}
	out := make([]string, 0, n)
	for begin, end := nextField(s, 0); begin < len(s); begin, end = nextField(s, end) {
		out = append(out, s[begin:end])
	}
	return out
}

// FieldsSeq ranges over what Fields gives.
func FieldsSeq(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for begin, end := nextField(s, 0); begin < len(s); begin, end = nextField(s, end) {
			if !yield(s[begin:end]) {
				return
			}
		}
	}
}

// FieldsFunc gives the parts of s between runs of runes that f accepts.
func FieldsFunc(s string, f func(rune) bool) []string {
	out := []string{}
	for field := range FieldsFuncSeq(s, f) {
		out = append(out, field)
	}
	return out
}

// FieldsFuncSeq ranges over what FieldsFunc gives.
func FieldsFuncSeq(s string, f func(rune) bool) iter.Seq[string] {
	return func(yield func(string) bool) {
		begin := -1
		for i, r := range s {
			cut := f(r)
			if cut && begin >= 0 {
				if !yield(s[begin:i]) {
					return
				}
				begin = -1
			} else if !cut && begin < 0 {
				begin = i
			}
		}
		if begin >= 0 {
			yield(s[begin:])
		}
	}
}

// Trim cuts the runes of cutset off both ends of s.
func Trim(s, cutset string) string { return TrimRight(TrimLeft(s, cutset), cutset) }

// TrimLeft cuts the runes of cutset off the beginning of s.
func TrimLeft(s, cutset string) string {
	if set, ok := asciiSetOf(cutset); ok {
		for s != "" && set.has(s[0]) {
			s = s[1:]
		}
		return s
	}
	return TrimLeftFunc(s, func(r rune) bool { return ContainsRune(cutset, r) })
}

// TrimRight cuts the runes of cutset off the end of s.
func TrimRight(s, cutset string) string {
	if set, ok := asciiSetOf(cutset); ok {
		for s != "" && set.has(s[len(s)-1]) {
			s = s[:len(s)-1]
		}
		return s
	}
	return TrimRightFunc(s, func(r rune) bool { return ContainsRune(cutset, r) })
}

// TrimFunc cuts what f accepts off both ends of s.
func TrimFunc(s string, f func(rune) bool) string {
	return TrimRightFunc(TrimLeftFunc(s, f), f)
}

// TrimLeftFunc cuts what f accepts off the beginning of s.
func TrimLeftFunc(s string, f func(rune) bool) string {
	for i, r := range s {
		if !f(r) {
			return s[i:]
		}
	}
	return ""
}

// TrimRightFunc cuts what f accepts off the end of s.
func TrimRightFunc(s string, f func(rune) bool) string {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		if !f(r) {
			break
		}
		s = s[:len(s)-n]
	}
	return s
}

// TrimSpace cuts white space off both ends of s.
func TrimSpace(s string) string {
	for s != "" && asciiSpace(s[0]) {
		s = s[1:]
	}
	for s != "" && asciiSpace(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	if s != "" && (s[0] >= utf8.RuneSelf || s[len(s)-1] >= utf8.RuneSelf) {
		return TrimFunc(s, unicode.IsSpace)
	}
	return s
}

// TrimPrefix gives s without prefix where it has it.
func TrimPrefix(s, prefix string) string {
	s, _ = CutPrefix(s, prefix)
	return s
}

// TrimSuffix gives s without suffix where it has it.
func TrimSuffix(s, suffix string) string {
	s, _ = CutSuffix(s, suffix)
	return s
}
