package parse

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// class says what a token is.
type class uint8

const (
	wrong class = iota // the text says what is wrong
	finish
	plain
	remark
	opening
	closing
	blank
	word
	keyword
	truth
	dotted
	dollar
	number
	paired // a complex number written as a sum
	letter // a character constant
	quoted
	define // :=
	assign // =
	bar
	left
	right
	sign // any other printable character
)

type token struct {
	class class
	at    Pos
	line  int
	text  string
}

// String returns the token as messages show it.
func (t token) String() string {
	const most = 10
	switch {
	case t.class == finish:
		return "EOF"
	case t.class == wrong:
		return t.text
	case t.class == keyword:
		return "<" + t.text + ">"
	case len(t.text) > most:
		return fmt.Sprintf("%.10q...", t.text)
	}
	return fmt.Sprintf("%q", t.text)
}

func (t token) is(name string) bool { return t.class == keyword && t.text == name }

var keywords = map[string]bool{
	"block": true, "break": true, "continue": true, "define": true, "else": true, "end": true,
	"if": true, "nil": true, "range": true, "template": true, "with": true,
}

const (
	blanks       = " \t\r\n"
	markerLength = 2 // a minus sign and a blank
	remarkBegin  = "/*"
	remarkEnd    = "*/"
)

// scanner cuts a text into tokens. The first error is the last token.
type scanner struct {
	text, left, right string
	ordinary          map[string]bool // keywords that are names of functions here
	remarks           bool
	at                int
	depth             int // of parentheses
	counted, line     int // lines are counted up to an offset
	out               []token
}

func (s *scanner) lineAt(at int) int {
	s.line += strings.Count(s.text[s.counted:at], "\n")
	s.counted = at
	return s.line
}

func (s *scanner) emit(c class, from, to int) {
	s.out = append(s.out, token{c, Pos(from), s.lineAt(from), s.text[from:to]})
	s.at = to
}

func (s *scanner) fail(from int, format string, args ...any) bool {
	s.out = append(s.out, token{wrong, Pos(from), s.lineAt(from), fmt.Sprintf(format, args...)})
	return false
}

// scan returns all tokens of the text.
func (s *scanner) scan() []token {
	s.line = 1
	for {
		i := strings.Index(s.text[s.at:], s.left)
		if i < 0 {
			break
		}
		end := s.at + i
		inner := end + len(s.left)
		trim := beginMarker(s.text[inner:])
		keep := end
		if trim {
			keep = s.at + len(strings.TrimRight(s.text[s.at:end], blanks))
			inner += markerLength
		}
		if keep > s.at {
			s.emit(plain, s.at, keep)
		}
		if strings.HasPrefix(s.text[inner:], remarkBegin) {
			if !s.remark(inner) {
				return s.out
			}
			continue
		}
		s.emit(opening, end, end+len(s.left))
		s.at = inner
		if !s.action() {
			return s.out
		}
	}
	if s.at < len(s.text) {
		s.emit(plain, s.at, len(s.text))
	}
	s.out = append(s.out, token{finish, Pos(len(s.text)), s.lineAt(len(s.text)), ""})
	return s.out
}

func isBlank(r rune) bool { return r == ' ' || r == '\t' || r == '\r' || r == '\n' }

func isWordRune(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

func beginMarker(s string) bool { return len(s) > 1 && s[0] == '-' && isBlank(rune(s[1])) }

// closes returns how many bytes a right delimiter at an offset has, its marker included, 0 for none.
func (s *scanner) closes(at int) (length int, trim bool) {
	rest := s.text[at:]
	if len(rest) >= markerLength && isBlank(rune(rest[0])) && rest[1] == '-' && strings.HasPrefix(rest[markerLength:], s.right) {
		return markerLength + len(s.right), true
	}
	if strings.HasPrefix(rest, s.right) {
		return len(s.right), false
	}
	return 0, false
}

// close passes a right delimiter and the blanks that its marker trims.
func (s *scanner) close(length int, trim bool) {
	s.at += length
	if trim {
		s.at = len(s.text) - len(strings.TrimLeft(s.text[s.at:], blanks))
	}
}

func (s *scanner) remark(from int) bool {
	body := from + len(remarkBegin)
	i := strings.Index(s.text[body:], remarkEnd)
	if i < 0 {
		return s.fail(from, "unclosed comment")
	}
	s.at = body + i + len(remarkEnd)
	length, trim := s.closes(s.at)
	if length == 0 {
		return s.fail(from, "comment ends before closing delimiter")
	}
	if s.remarks {
		s.emit(remark, from, s.at)
	}
	s.close(length, trim)
	return true
}

// rune returns the character at an offset, -1 at the end.
func (s *scanner) rune(at int) (rune, int) {
	if at >= len(s.text) {
		return -1, 0
	}
	return utf8.DecodeRuneInString(s.text[at:])
}

// action scans up to and with the right delimiter.
func (s *scanner) action() bool {
	s.depth = 0
	for {
		if length, trim := s.closes(s.at); length > 0 {
			if s.depth > 0 {
				return s.fail(s.at, "unclosed left paren")
			}
			s.emit(closing, s.at+length-len(s.right), s.at+length)
			s.close(0, trim)
			return true
		}
		if !s.piece() {
			return false
		}
	}
}

func (s *scanner) piece() bool {
	from := s.at
	r, width := s.rune(from)
	next, _ := s.rune(from + width)
	switch {
	case r < 0:
		return s.fail(from, "unclosed action")
	case isBlank(r):
		s.space()
	case r == '"' || r == '\'' || r == '`':
		return s.string(byte(r))
	case r == ':':
		if next != '=' {
			return s.fail(from, "expected :=")
		}
		s.emit(define, from, from+2)
	case r == '.' && next >= 0 && (next < '0' || next > '9'), r == '$':
		return s.name(from + 1)
	case r == '.' || r == '+' || r == '-' || r >= '0' && r <= '9':
		return s.number()
	case isWordRune(r):
		return s.name(from)
	case r == ')' && s.depth == 0:
		return s.fail(from, "unexpected right paren")
	case r <= unicode.MaxASCII && unicode.IsPrint(r):
		s.punctuation(byte(r))
	default:
		return s.fail(from, "unrecognized character in action: %#U", r)
	}
	return true
}

func (s *scanner) punctuation(b byte) {
	c := sign
	switch b {
	case '=':
		c = assign
	case '|':
		c = bar
	case '(':
		c = left
		s.depth++
	case ')':
		c = right
		s.depth--
	}
	s.emit(c, s.at, s.at+1)
}

// space scans blanks but leaves one that belongs to a marker.
func (s *scanner) space() {
	end := len(s.text) - len(strings.TrimLeft(s.text[s.at:], blanks))
	if _, trim := s.closes(end - 1); trim {
		end--
	}
	if end > s.at {
		s.emit(blank, s.at, end)
	}
}

// name scans a word, a field or a variable whose letters begin at an offset.
func (s *scanner) name(letters int) bool {
	from, at := s.at, letters
	r, width := s.rune(at)
	for isWordRune(r) {
		at += width
		r, width = s.rune(at)
	}
	if !s.ends(at, r) {
		return s.fail(from, "bad character %#U", r)
	}
	text := s.text[from:at]
	c := word
	switch {
	case text == ".":
		c = keyword
	case text[0] == '.':
		c = dotted
	case text[0] == '$':
		c = dollar
	case keywords[text] && !s.ordinary[text]:
		c = keyword
	case text == "true" || text == "false":
		c = truth
	}
	s.emit(c, from, at)
	return true
}

// ends reports whether a word may end before the character r at an offset.
func (s *scanner) ends(at int, r rune) bool {
	return r < 0 || isBlank(r) || strings.ContainsRune(".,|:()", r) || strings.HasPrefix(s.text[at:], s.right)
}

// string scans a string or a character constant.
func (s *scanner) string(quote byte) bool {
	from := s.at
	what, c := "quoted string", quoted
	switch quote {
	case '\'':
		what, c = "character constant", letter
	case '`':
		what = "raw quoted string"
	}
	for at := from + 1; at < len(s.text); at++ {
		switch b := s.text[at]; {
		case b == quote:
			s.emit(c, from, at+1)
			return true
		case quote == '`':
		case b == '\\' && at+1 < len(s.text) && s.text[at+1] != '\n':
			at++
		case b == '\\' || b == '\n':
			return s.fail(from, "unterminated %s", what)
		}
	}
	return s.fail(from, "unterminated %s", what)
}

func (s *scanner) number() bool {
	from := s.at
	end, ok := s.digits(from)
	c := number
	if ok && end < len(s.text) && (s.text[end] == '+' || s.text[end] == '-') {
		c = paired
		end, ok = s.digits(end)
		ok = ok && s.text[end-1] == 'i'
	}
	if !ok {
		return s.fail(from, "bad number syntax: %q", s.text[from:end])
	}
	s.emit(c, from, end)
	return true
}

// digits returns the end of something like a number; whether it means one is for strconv to say.
func (s *scanner) digits(at int) (end int, ok bool) {
	one := func(of string) bool {
		if at < len(s.text) && strings.IndexByte(of, s.text[at]) >= 0 {
			at++
			return true
		}
		return false
	}
	many := func(of string) {
		for one(of) {
		}
	}
	const decimal = "0123456789_"
	set, exponent := decimal, "eE"
	one("+-")
	if one("0") {
		switch {
		case one("xX"):
			set, exponent = decimal+"abcdefABCDEF", "pP"
		case one("oO"):
			set, exponent = "01234567_", ""
		case one("bB"):
			set, exponent = "01_", ""
		}
	}
	many(set)
	if one(".") {
		many(set)
	}
	if one(exponent) {
		one("+-")
		many(decimal)
	}
	one("i")
	if r, width := s.rune(at); isWordRune(r) {
		return at + width, false
	}
	return at, true
}
