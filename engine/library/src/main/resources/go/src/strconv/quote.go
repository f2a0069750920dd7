package strconv

import "unicode/utf8"

// quoting says which runes a quoted text shows as they are.
type quoting struct {
	quote   byte
	ascii   bool // only ASCII
	graphic bool // spaces other than ' ' too
}

// Quote gives s as an interpreted string literal: control characters and all that IsPrint denies escaped.
func Quote(s string) string { return quoted(s, quoting{quote: '"'}) }

// AppendQuote appends what Quote gives to dst.
func AppendQuote(dst []byte, s string) []byte { return appendQuoted(dst, s, quoting{quote: '"'}) }

// QuoteToASCII is Quote with all that is not ASCII escaped.
func QuoteToASCII(s string) string { return quoted(s, quoting{quote: '"', ascii: true}) }

// AppendQuoteToASCII appends what QuoteToASCII gives to dst.
func AppendQuoteToASCII(dst []byte, s string) []byte {
	return appendQuoted(dst, s, quoting{quote: '"', ascii: true})
}

// QuoteToGraphic is Quote that leaves what IsGraphic accepts.
func QuoteToGraphic(s string) string { return quoted(s, quoting{quote: '"', graphic: true}) }

// AppendQuoteToGraphic appends what QuoteToGraphic gives to dst.
func AppendQuoteToGraphic(dst []byte, s string) []byte {
	return appendQuoted(dst, s, quoting{quote: '"', graphic: true})
}

// QuoteRune gives r as a character literal; U+FFFD's where r is no rune.
func QuoteRune(r rune) string { return string(AppendQuoteRune(nil, r)) }

// AppendQuoteRune appends what QuoteRune gives to dst.
func AppendQuoteRune(dst []byte, r rune) []byte {
	return appendQuotedRune(dst, r, quoting{quote: '\''})
}

// QuoteRuneToASCII is QuoteRune with all that is not ASCII escaped.
func QuoteRuneToASCII(r rune) string { return string(AppendQuoteRuneToASCII(nil, r)) }

// AppendQuoteRuneToASCII appends what QuoteRuneToASCII gives to dst.
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte {
	return appendQuotedRune(dst, r, quoting{quote: '\'', ascii: true})
}

// QuoteRuneToGraphic is QuoteRune that leaves what IsGraphic accepts.
func QuoteRuneToGraphic(r rune) string { return string(AppendQuoteRuneToGraphic(nil, r)) }

// AppendQuoteRuneToGraphic appends what QuoteRuneToGraphic gives to dst.
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte {
	return appendQuotedRune(dst, r, quoting{quote: '\'', graphic: true})
}

func quoted(s string, q quoting) string {
	return string(appendQuoted(make([]byte, 0, len(s)+2+len(s)/8), s, q))
}

func appendQuoted(dst []byte, s string, q quoting) []byte {
	dst = append(dst, q.quote)
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= ' ' && c != q.quote && c != '\\' && c != 0x7F {
				dst = append(dst, c)
			} else {
				dst = appendEscaped(dst, rune(c), q)
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if n == 1 {
			dst = append(dst, '\\', 'x', lowerDigits[c>>4], lowerDigits[c&15])
		} else {
			dst = appendEscaped(dst, r, q)
		}
		i += n
	}
	return append(dst, q.quote)
}

func appendQuotedRune(dst []byte, r rune, q quoting) []byte {
	if !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	return append(appendEscaped(append(dst, q.quote), r, q), q.quote)
}

// escapeLetters holds the letter for each of the control characters 7 to 13.
const escapeLetters = "abtnvfr"

func appendEscaped(dst []byte, r rune, q quoting) []byte {
	switch {
	case r == rune(q.quote) || r == '\\':
		return append(dst, '\\', byte(r))
	case r < utf8.RuneSelf && IsPrint(r):
		return append(dst, byte(r))
	case !q.ascii && r >= utf8.RuneSelf && (IsPrint(r) || q.graphic && IsGraphic(r)):
		return utf8.AppendRune(dst, r)
	case r >= '\a' && r <= '\r':
		return append(dst, '\\', escapeLetters[r-'\a'])
	case r < ' ' || r == 0x7F:
		return appendHex(append(dst, '\\', 'x'), r, 2)
	case r < 0x10000:
		return appendHex(append(dst, '\\', 'u'), r, 4)
	}
	return appendHex(append(dst, '\\', 'U'), r, 8)
}

func appendHex(dst []byte, r rune, digits int) []byte {
	for digits--; digits >= 0; digits-- {
		dst = append(dst, lowerDigits[r>>(4*digits)&15])
	}
	return dst
}

// CanBackquote reports whether s can be a raw string literal on one line: no control characters but tab, no
// backquote, no byte order mark, valid UTF-8.
func CanBackquote(s string) bool {
	for i, r := range s {
		switch {
		case r == '\t':
		case r < ' ' || r == '`' || r == 0x7F || r == 0xFEFF:
			return false
		case r == utf8.RuneError:
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				return false
			}
		}
	}
	return true
}

// IsPrint reports whether r is a letter, mark, number, punctuation, symbol or the ASCII space.
func IsPrint(r rune) bool {
	if r < 0x7F {
		return r >= ' '
	}
	return inRanges(printRanges, r)
}

// IsGraphic reports whether IsPrint accepts r or it is a space of Unicode's category Zs.
func IsGraphic(r rune) bool {
	if IsPrint(r) {
		return true
	}
	switch r {
	case 0xA0, 0x1680, 0x202F, 0x205F, 0x3000:
		return true
	}
	return r >= 0x2000 && r <= 0x200A
}

const boundSize = 4 // characters per bound in a table of ranges, six bits in each

// inRanges looks r up in a table of bounds: r is in it where an odd number of bounds are at most r.
func inRanges(table string, r rune) bool {
	lo, hi := 0, len(table)/boundSize
	for lo < hi {
		mid := (lo + hi) / 2
		at := table[mid*boundSize:][:boundSize]
		bound := rune(at[0]-'0')<<18 | rune(at[1]-'0')<<12 | rune(at[2]-'0')<<6 | rune(at[3]-'0')
		if bound <= r {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo&1 == 1
}
