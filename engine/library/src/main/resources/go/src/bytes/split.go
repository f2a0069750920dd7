package bytes

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// The parts that these functions give have no spare capacity, so that appending to one leaves the next alone.

// Split gives the parts of s between the seps; the runes of s for an empty sep.
func Split(s, sep []byte) [][]byte { return split(s, sep, 0, -1) }

// SplitN is Split into n parts at most, the last one being the rest; none for n == 0, all for n < 0.
func SplitN(s, sep []byte, n int) [][]byte { return split(s, sep, 0, n) }

// SplitAfter is Split with each part's sep left at its end.
func SplitAfter(s, sep []byte) [][]byte { return split(s, sep, len(sep), -1) }

// SplitAfterN is SplitN with each part's sep left at its end.
func SplitAfterN(s, sep []byte, n int) [][]byte { return split(s, sep, len(sep), n) }

// part gives s[:n] without spare capacity.
func part(s []byte, n int) []byte { return s[:n:n] }

func split(s, sep []byte, keep, n int) [][]byte {
	if n == 0 {
		return nil
	}
	var out [][]byte
	if len(sep) == 0 {
		if n < 0 || n > len(s) {
			n = len(s)
		}
		out = make([][]byte, 0, n)
		for len(s) > 0 {
			if len(out) == n-1 {
				return append(out, s)
			}
			_, size := utf8.DecodeRune(s)
			out = append(out, part(s, size))
			s = s[size:]
		}
		return out
	}
	if n < 0 || n > len(s)+1 {
		n = Count(s, sep) + 1
	}
	out = make([][]byte, 0, n)
	for len(out) < n-1 {
		at := Index(s, sep)
		if at < 0 {
			break
		}
		out = append(out, part(s, at+keep))
		s = s[at+len(sep):]
	}
	return append(out, s)
}

// SplitSeq ranges over what Split gives.
func SplitSeq(s, sep []byte) iter.Seq[[]byte] { return splitSeq(s, sep, 0) }

// SplitAfterSeq ranges over what SplitAfter gives.
func SplitAfterSeq(s, sep []byte) iter.Seq[[]byte] { return splitSeq(s, sep, len(sep)) }

func splitSeq(s, sep []byte, keep int) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		rest := s
		if len(sep) == 0 {
			for len(rest) > 0 {
				_, n := utf8.DecodeRune(rest)
				if !yield(part(rest, n)) {
					return
				}
				rest = rest[n:]
			}
			return
		}
		for {
			at := Index(rest, sep)
			if at < 0 {
				yield(part(rest, len(rest)))
				return
			}
			if !yield(part(rest, at+keep)) {
				return
			}
			rest = rest[at+len(sep):]
		}
	}
}

// Lines ranges over the lines of s with their newlines; the last one may have none.
func Lines(s []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for rest := s; len(rest) > 0; {
			end := IndexByte(rest, '\n') + 1
			if end == 0 {
				end = len(rest)
			}
			if !yield(part(rest, end)) {
				return
			}
			rest = rest[end:]
		}
	}
}

// Fields gives the parts of s between runs of white space.
func Fields(s []byte) [][]byte { return FieldsFunc(s, unicode.IsSpace) }

// FieldsSeq ranges over what Fields gives.
func FieldsSeq(s []byte) iter.Seq[[]byte] { return FieldsFuncSeq(s, unicode.IsSpace) }

// FieldsFunc gives the parts of s between runs of runes that f accepts.
func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	out := [][]byte{}
	for field := range FieldsFuncSeq(s, f) {
		out = append(out, field)
	}
	return out
}

// FieldsFuncSeq ranges over what FieldsFunc gives.
func FieldsFuncSeq(s []byte, f func(rune) bool) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		begin := -1
		for i := 0; i < len(s); {
			r, n := rune(s[i]), 1
			if r >= utf8.RuneSelf {
				r, n = utf8.DecodeRune(s[i:])
			}
			cut := f(r)
			if cut && begin >= 0 {
				if !yield(s[begin:i:i]) {
					return
				}
				begin = -1
			} else if !cut && begin < 0 {
				begin = i
			}
			i += n
		}
		if begin >= 0 {
			yield(s[begin:len(s):len(s)])
		}
	}
}

// Trim cuts the runes of cutset off both ends of s; nil where nothing is left.
func Trim(s []byte, cutset string) []byte {
	if len(s) == 0 {
		return nil
	}
	if cutset == "" {
		return s
	}
	s = TrimLeft(s, cutset)
	if len(s) == 0 {
		return nil
	}
	return TrimRight(s, cutset)
}

// TrimLeft cuts the runes of cutset off the beginning of s; nil where nothing is left.
func TrimLeft(s []byte, cutset string) []byte {
	if len(s) == 0 {
		return nil
	}
	return TrimLeftFunc(s, func(r rune) bool { return inSet(cutset, r) })
}

// TrimRight cuts the runes of cutset off the end of s.
func TrimRight(s []byte, cutset string) []byte {
	if len(s) == 0 {
		return s
	}
	return TrimRightFunc(s, func(r rune) bool { return inSet(cutset, r) })
}

// TrimFunc cuts what f accepts off both ends of s.
func TrimFunc(s []byte, f func(r rune) bool) []byte {
	return TrimRightFunc(TrimLeftFunc(s, f), f)
}

// TrimLeftFunc cuts what f accepts off the beginning of s; nil where nothing is left.
func TrimLeftFunc(s []byte, f func(r rune) bool) []byte {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRune(s[i:])
		if !f(r) {
			return s[i:]
		}
		i += n
	}
	return nil
}

// TrimRightFunc cuts what f accepts off the end of s.
func TrimRightFunc(s []byte, f func(r rune) bool) []byte {
	for len(s) > 0 {
		r, n := utf8.DecodeLastRune(s)
		if !f(r) {
			break
		}
		s = s[:len(s)-n]
	}
	return s
}

// TrimSpace cuts white space off both ends of s; nil where nothing is left.
func TrimSpace(s []byte) []byte {
	s = TrimFunc(s, unicode.IsSpace)
	if len(s) == 0 {
		return nil
	}
	return s
}

// TrimPrefix gives s without prefix where it has it.
func TrimPrefix(s, prefix []byte) []byte {
	s, _ = CutPrefix(s, prefix)
	return s
}

// TrimSuffix gives s without suffix where it has it.
func TrimSuffix(s, suffix []byte) []byte {
	s, _ = CutSuffix(s, suffix)
	return s
}
