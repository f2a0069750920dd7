package strconv

import "unicode/utf8"

// UnquoteChar reads the character or escape that s, the inside of a literal in the given quotes ('"', '\” or 0), begins with.
// multibyte tells that value stands for a rune to be encoded, not for a byte.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	if s == "" {
		return 0, false, "", ErrSyntax
	}
	c := s[0]
	switch {
	case c == quote && (quote == '\'' || quote == '"'):
		return 0, false, "", ErrSyntax
	case c >= utf8.RuneSelf:
		r, n := utf8.DecodeRuneInString(s)
		return r, true, s[n:], nil
	case c != '\\':
		return rune(c), false, s[1:], nil
	case len(s) == 1:
		return 0, false, "", ErrSyntax
	}
	c, tail = s[1], s[2:]
	for i := 0; i < len(escapeLetters); i++ {
		if c == escapeLetters[i] {
			return rune('\a' + i), false, tail, nil
		}
	}
	digits, radix := 0, uint64(16)
	switch c {
	case '\\':
		return '\\', false, tail, nil
	case '\'', '"':
		if c != quote {
			return 0, false, "", ErrSyntax
		}
		return rune(c), false, tail, nil
	case 'x':
		digits = 2
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	case '0', '1', '2', '3', '4', '5', '6', '7':
		digits, radix, tail = 3, 8, s[1:]
	default:
		return 0, false, "", ErrSyntax
	}
	if len(tail) < digits {
		return 0, false, "", ErrSyntax
	}
	v := uint64(0)
	for i := 0; i < digits; i++ {
		d := digitValue(tail[i])
		if d >= radix {
			return 0, false, "", ErrSyntax
		}
		v = v*radix + d
	}
	tail = tail[digits:]
	if digits < 4 {
		if v > 255 {
			return 0, false, "", ErrSyntax
		}
		return rune(v), false, tail, nil
	}
	if v > utf8.MaxRune || !utf8.ValidRune(rune(v)) {
		return 0, false, "", ErrSyntax
	}
	return rune(v), true, tail, nil
}

// QuotedPrefix gives the literal, quotes included, that s begins with.
func QuotedPrefix(s string) (string, error) {
	n, ok := literalLength(s)
	if !ok {
		return "", ErrSyntax
	}
	return s[:n], nil
}

// Unquote gives the text of a Go string or character literal.
func Unquote(s string) (string, error) {
	n, ok := literalLength(s)
	if !ok || n != len(s) {
		return "", ErrSyntax
	}
	quote, inside := s[0], s[1:n-1]
	if quote == '`' {
		return withoutReturns(inside), nil
	}
	plain := utf8.ValidString(inside)
	for i := 0; i < len(inside) && plain; i++ {
		plain = inside[i] != '\\'
	}
	if plain {
		return inside, nil
	}
	out := make([]byte, 0, len(inside)+len(inside)/2)
	for inside != "" {
		r, multibyte, rest, err := UnquoteChar(inside, quote)
		if err != nil {
			return "", err
		}
		if multibyte {
			out = utf8.AppendRune(out, r)
		} else {
			out = append(out, byte(r))
		}
		inside = rest
	}
	return string(out), nil
}

// literalLength gives the length of the valid literal that s begins with.
func literalLength(s string) (n int, ok bool) {
	if len(s) < 2 {
		return 0, false
	}
	quote := s[0]
	switch quote {
	case '`':
		for i := 1; i < len(s); i++ {
			if s[i] == '`' {
				return i + 1, true
			}
		}
		return 0, false
	case '\'', '"':
	default:
		return 0, false
	}
	rest := s[1:]
	for count := 0; rest != ""; count++ {
		if rest[0] == quote && (quote == '"' || count < 2) {
			return len(s) - len(rest) + 1, true
		}
		if rest[0] == '\n' || quote == '\'' && count == 1 {
			return 0, false
		}
		_, _, tail, err := UnquoteChar(rest, quote)
		if err != nil {
			return 0, false
		}
		rest = tail
	}
	return 0, false
}

// withoutReturns drops carriage returns, which raw literals do not have.
func withoutReturns(s string) string {
	var out []byte
	from := 0
	for i := 0; i < len(s); i++ {
		if s[i] == '\r' {
			out = append(out, s[from:i]...)
			from = i + 1
		}
	}
	if from == 0 {
		return s
	}
	return string(append(out, s[from:]...))
}
