package jsonform

import (
	"errors"
	"strconv"
)

var errShort = errors.New("unexpected end of JSON input")

// checker copies JSON without its blanks and checks it on the way.
type checker struct {
	in  []byte
	at  int
	out []byte
}

func compact(to, b []byte) ([]byte, error) {
	c := &checker{in: b, out: to}
	err := c.value("looking for beginning of value")
	if err == nil {
		if c.blanks(); c.at < len(b) {
			err = c.bad("after top-level value")
		}
	}
	if err != nil {
		return to, err
	}
	return c.out, nil
}

func (c *checker) blanks() {
	for c.at < len(c.in) && (c.in[c.at] == ' ' || c.in[c.at] == '\t' || c.in[c.at] == '\r' || c.in[c.at] == '\n') {
		c.at++
	}
}

func (c *checker) bad(context string) error {
	if c.at >= len(c.in) {
		return errShort
	}
	var name string
	switch b := c.in[c.at]; b {
	case '\'':
		name = `'\''`
	case '"':
		name = `'"'`
	default:
		s := strconv.Quote(string(rune(b)))
		name = "'" + s[1:len(s)-1] + "'"
	}
	return errors.New("invalid character " + name + " " + context)
}

// peek passes blanks and returns what follows, 0 at the end.
func (c *checker) peek() byte {
	c.blanks()
	if c.at >= len(c.in) {
		return 0
	}
	return c.in[c.at]
}

func (c *checker) take() {
	c.out = append(c.out, c.in[c.at])
	c.at++
}

func (c *checker) value(context string) error {
	switch b := c.peek(); {
	case b == '{':
		return c.object()
	case b == '[':
		return c.array()
	case b == '"':
		return c.string()
	case b == '-' || b >= '0' && b <= '9':
		return c.number()
	case b == 't':
		return c.word("true")
	case b == 'f':
		return c.word("false")
	case b == 'n':
		return c.word("null")
	}
	return c.bad(context)
}

func (c *checker) word(w string) error {
	for i := range len(w) {
		if c.at >= len(c.in) || c.in[c.at] != w[i] {
			return c.bad("in literal " + w + " (expecting " + strconv.QuoteRune(rune(w[i])) + ")")
		}
		c.take()
	}
	return nil
}

func (c *checker) object() error {
	c.take()
	if c.peek() == '}' {
		c.take()
		return nil
	}
	for {
		if c.peek() != '"' {
			return c.bad("looking for beginning of object key string")
		}
		if err := c.string(); err != nil {
			return err
		}
		if c.peek() != ':' {
			return c.bad("after object key")
		}
		c.take()
		if err := c.value("looking for beginning of value"); err != nil {
			return err
		}
		switch c.peek() {
		case '}':
			c.take()
			return nil
		case ',':
			c.take()
		default:
			return c.bad("after object key:value pair")
		}
	}
}

func (c *checker) array() error {
	c.take()
	if c.peek() == ']' {
		c.take()
		return nil
	}
	for {
		if err := c.value("looking for beginning of value"); err != nil {
			return err
		}
		switch c.peek() {
		case ']':
			c.take()
			return nil
		case ',':
			c.take()
		default:
			return c.bad("after array element")
		}
	}
}

func (c *checker) string() error {
	c.take()
	for c.at < len(c.in) {
		switch b := c.in[c.at]; {
		case b == '"':
			c.take()
			return nil
		case b < ' ':
			return c.bad("in string literal")
		case b == '\\':
			c.take()
			if err := c.escape(); err != nil {
				return err
			}
		default:
			c.take()
		}
	}
	return errShort
}

func (c *checker) escape() error {
	if c.at >= len(c.in) {
		return errShort
	}
	switch c.in[c.at] {
	case 'b', 'f', 'n', 'r', 't', '\\', '/', '"':
		c.take()
		return nil
	case 'u':
		c.take()
		for range 4 {
			if c.at >= len(c.in) || !isHex(c.in[c.at]) {
				return c.bad("in \\u hexadecimal character escape")
			}
			c.take()
		}
		return nil
	}
	return c.bad("in string escape code")
}

func isHex(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'a' && b <= 'f' || b >= 'A' && b <= 'F'
}

func (c *checker) digits(context string) error {
	begin := c.at
	for c.at < len(c.in) && c.in[c.at] >= '0' && c.in[c.at] <= '9' {
		c.take()
	}
	if c.at == begin {
		return c.bad(context)
	}
	return nil
}

func (c *checker) is(set string) bool {
	for i := range len(set) {
		if c.at < len(c.in) && c.in[c.at] == set[i] {
			return true
		}
	}
	return false
}

func (c *checker) number() error {
	if c.is("-") {
		c.take()
	}
	if c.is("0") {
		c.take()
	} else if err := c.digits("in numeric literal"); err != nil {
		return err
	}
	if c.is(".") {
		c.take()
		if err := c.digits("after decimal point in numeric literal"); err != nil {
			return err
		}
	}
	if c.is("eE") {
		c.take()
		if c.is("+-") {
			c.take()
		}
		return c.digits("in exponent of numeric literal")
	}
	return nil
}
