// Package jsonform writes values as package encoding/json writes them, without escapes for HTML.
package jsonform

import "unicode/utf8"

const digits = "0123456789abcdef"

// plain reports whether an ASCII character stands for itself in a string.
func plain(b byte) bool { return b >= ' ' && b != '"' && b != '\\' }

// AppendText appends the inside of a string.
func AppendText(to []byte, s string) []byte { return appendText(to, s, "\n\r\t") }

// appendText knows which control characters have a letter of their own.
func appendText(to []byte, s, lettered string) []byte {
	kept := 0
	for i := 0; i < len(s); {
		r, width := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, width = utf8.DecodeRuneInString(s[i:])
		}
		if r < utf8.RuneSelf && plain(byte(r)) || r >= utf8.RuneSelf && !(r == utf8.RuneError && width == 1) && r != '\u2028' && r != '\u2029' {
			i += width
			continue
		}
		to = append(to, s[kept:i]...)
		i += width
		kept = i
		to = append(to, '\\')
		letter := byte(0)
		for k := range len(lettered) {
			if rune(lettered[k]) == r {
				letter = "nrtbf"[k]
			}
		}
		switch {
		case r == '"' || r == '\\':
			to = append(to, byte(r))
		case letter != 0:
			to = append(to, letter)
		default:
			to = append(to, 'u', digits[r>>12&15], digits[r>>8&15], digits[r>>4&15], digits[r&15])
		}
	}
	return append(to, s[kept:]...)
}

func appendQuoted(to []byte, s string) []byte {
	return append(appendText(append(to, '"'), s, "\n\r\t\b\f"), '"')
}
