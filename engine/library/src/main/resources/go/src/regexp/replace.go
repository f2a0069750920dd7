package regexp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// replace gives s with each match exchanged for what add appends; unchanged tells that there was none.
func (re *Regexp) replace(s string, captures int, add func(dst []byte, m []int) []byte) (out []byte, unchanged bool) {
	copied, at := 0, 0
	unchanged = true
	for at <= len(s) {
		m := re.find(s, at, captures)
		if m == nil {
			break
		}
		unchanged = false
		out = append(out, s[copied:m[0]]...)
		// An empty match directly behind another one does not count.
		if m[1] > copied || m[0] == 0 {
			out = add(out, re.padded(m))
		}
		copied = m[1]
		_, width := utf8.DecodeRuneInString(s[at:])
		switch {
		case at+width > m[1]:
			at += width
		case at+1 > m[1]:
			// The end of the text.
			at++
		default:
			at = m[1]
		}
	}
	return append(out, s[copied:]...), unchanged
}

// ReplaceAllString exchanges the matches in src for repl, in which $1 and ${name} stand for groups, see Expand.
func (re *Regexp) ReplaceAllString(src, repl string) string {
	captures := 2
	if strings.IndexByte(repl, '$') >= 0 {
		captures = re.all()
	}
	out, unchanged := re.replace(src, captures, func(dst []byte, m []int) []byte {
		return re.ExpandString(dst, repl, src, m)
	})
	if unchanged {
		return src
	}
	return string(out)
}

// ReplaceAllLiteralString exchanges the matches in src for repl as it is.
func (re *Regexp) ReplaceAllLiteralString(src, repl string) string {
	out, unchanged := re.replace(src, 2, func(dst []byte, m []int) []byte { return append(dst, repl...) })
	if unchanged {
		return src
	}
	return string(out)
}

// ReplaceAllStringFunc exchanges the matches in src for what repl makes of them.
func (re *Regexp) ReplaceAllStringFunc(src string, repl func(string) string) string {
	out, unchanged := re.replace(src, 2, func(dst []byte, m []int) []byte {
		return append(dst, repl(src[m[0]:m[1]])...)
	})
	if unchanged {
		return src
	}
	return string(out)
}

// ReplaceAll is ReplaceAllString for bytes; it gives a copy.
func (re *Regexp) ReplaceAll(src, repl []byte) []byte {
	template := string(repl)
	out, unchanged := re.replace(view(src), re.all(), func(dst []byte, m []int) []byte {
		return re.expand(dst, template, view(src), m)
	})
	return orCopy(out, unchanged, src)
}

// orCopy gives out, or a copy of src where there was no match.
func orCopy(out []byte, unchanged bool, src []byte) []byte {
	if unchanged {
		return append([]byte(nil), src...)
	}
	return out
}

// ReplaceAllLiteral is ReplaceAllLiteralString for bytes; it gives a copy.
func (re *Regexp) ReplaceAllLiteral(src, repl []byte) []byte {
	out, unchanged := re.replace(view(src), 2, func(dst []byte, m []int) []byte { return append(dst, repl...) })
	return orCopy(out, unchanged, src)
}

// ReplaceAllFunc is ReplaceAllStringFunc for bytes; it gives a copy.
func (re *Regexp) ReplaceAllFunc(src []byte, repl func([]byte) []byte) []byte {
	out, unchanged := re.replace(view(src), 2, func(dst []byte, m []int) []byte {
		return append(dst, repl(src[m[0]:m[1]])...)
	})
	return orCopy(out, unchanged, src)
}

// Expand appends template to dst with $1, $name and ${name} exchanged for the groups of a match in src whose places are given,
// and $$ for $. A name is as long as it can be; one that there is not gives nothing.
func (re *Regexp) Expand(dst []byte, template []byte, src []byte, match []int) []byte {
	return re.expand(dst, string(template), view(src), match)
}

// ExpandString is Expand for strings.
func (re *Regexp) ExpandString(dst []byte, template string, src string, match []int) []byte {
	return re.expand(dst, template, src, match)
}

func (re *Regexp) expand(dst []byte, template, src string, match []int) []byte {
	for template != "" {
		before, after, found := strings.Cut(template, "$")
		dst = append(dst, before...)
		if !found {
			break
		}
		if strings.HasPrefix(after, "$") {
			dst = append(dst, '$')
			template = after[1:]
			continue
		}
		name, rest, ok := reference(after)
		if !ok {
			dst = append(dst, '$')
			template = after
			continue
		}
		template = rest
		if group := re.groupOf(name, match); group >= 0 {
			dst = append(dst, src[match[2*group]:match[2*group+1]]...)
		}
	}
	return dst
}

// groupOf gives the group of a number or the first one of a name that takes part in a match; -1 for none.
func (re *Regexp) groupOf(name string, match []int) int {
	takesPart := func(group int) bool { return 2*group+1 < len(match) && match[2*group] >= 0 }
	number := 0
	for i := 0; i < len(name); i++ {
		if name[i] < '0' || name[i] > '9' || number >= 1e8 {
			number = -1
			break
		}
		number = number*10 + int(name[i]-'0')
	}
	if name[0] == '0' && len(name) > 1 {
		number = -1
	}
	if number >= 0 {
		if takesPart(number) {
			return number
		}
		return -1
	}
	for i, n := range re.names {
		if n == name && takesPart(i) {
			return i
		}
	}
	return -1
}

// reference reads a name, perhaps in braces, that s begins with.
func reference(s string) (name, rest string, ok bool) {
	braces := strings.HasPrefix(s, "{")
	if braces {
		s = s[1:]
	}
	end := 0
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' {
			break
		}
		end += n
	}
	if end == 0 {
		return "", "", false
	}
	name, rest = s[:end], s[end:]
	if braces {
		if !strings.HasPrefix(rest, "}") {
			return "", "", false
		}
		rest = rest[1:]
	}
	return name, rest, true
}
