package fmt

import (
	"strconv"
	"unicode/utf8"
)

const (
	lowerDigits = "0123456789abcdefx"
	upperDigits = "0123456789ABCDEFX"
)

func appendInt(b []byte, n int) []byte { return strconv.AppendInt(b, int64(n), 10) }

// fill writes n filling characters.
func (p *printer) fill(n int) {
	c := byte(' ')
	if p.zero && !p.minus {
		c = '0'
	}
	for ; n > 0; n-- {
		p.out = append(p.out, c)
	}
}

// padText writes s, filled up to the width in runes.
func (p *printer) padText(s string) {
	if p.hasWidth && p.width != 0 {
		p.padded(s)
		return
	}
	p.text(s)
}

//gorrery:kinds formed
func (p *printer) padded(s string) {
	gap := p.width - utf8.RuneCountInString(s)
	if p.minus {
		p.text(s)
		p.fill(gap)
		return
	}
	p.fill(gap)
	p.text(s)
}

// padFrom fills what has been written since out had the length from up to the width.
func (p *printer) padFrom(from int) {
	if p.hasWidth && p.width != 0 {
		p.pad(from)
	}
}

//gorrery:kinds formed
func (p *printer) pad(from int) {
	gap := p.width - utf8.RuneCount(p.out[from:])
	if gap <= 0 {
		return
	}
	end := len(p.out)
	p.fill(gap)
	if !p.minus {
		filler := p.out[end]
		copy(p.out[from+gap:], p.out[from:end])
		for i := from; i < from+gap; i++ {
			p.out[i] = filler
		}
	}
}

// padBlank is padFrom with spaces whatever the zero flag says.
func (p *printer) padBlank(from int) {
	zero := p.zero
	p.zero = false
	p.padFrom(from)
	p.zero = zero
}

// integer writes u, or its two's complement where signed says so and it is negative.
func (p *printer) integer(u uint64, base int, signed bool, verb rune, digits string) {
	from := len(p.out)
	negative := signed && int64(u) < 0
	if negative {
		u = -u
	}
	least := 0 // digits at least
	switch {
	case p.hasPrec:
		least = p.prec
		if least == 0 && u == 0 {
			if p.hasWidth {
				p.padBlank(from)
			}
			return
		}
	case p.zero && !p.minus && p.hasWidth:
		least = p.width
		if negative || p.plus || p.space {
			least--
		}
	}
	switch {
	case negative:
		p.char('-')
	case p.plus:
		p.char('+')
	case p.space:
		p.char(' ')
	}
	var buf [64]byte
	at := len(buf)
	switch base {
	case 10:
		for u >= 10 {
			q := u / 10
			at--
			buf[at] = byte('0' + u - q*10)
			u = q
		}
	default:
		shift := 4
		if base == 8 {
			shift = 3
		} else if base == 2 {
			shift = 1
		}
		for mask := uint64(base - 1); u > mask; u >>= shift {
			at--
			buf[at] = digits[u&mask]
		}
	}
	at--
	buf[at] = digits[u]
	missing := least - (len(buf) - at)
	if verb == 'O' {
		p.text("0o")
	}
	if p.sharp {
		switch base {
		case 2:
			p.text("0b")
		case 8:
			if missing <= 0 && buf[at] != '0' {
				p.char('0')
			}
		case 16:
			p.char('0')
			p.char(digits[16])
		}
	}
	for ; missing > 0; missing-- {
		p.char('0')
	}
	p.out = append(p.out, buf[at:]...)
	if p.hasWidth {
		p.padBlank(from)
	}
}

// hexWord writes u in hexadecimal, with 0x where prefixed says so.
func (p *printer) hexWord(u uint64, prefixed bool) {
	sharp := p.sharp
	p.sharp = prefixed
	p.integer(u, 16, false, 'v', lowerDigits)
	p.sharp = sharp
}

// unicode writes U+0061, under the flag sharp with the character.
//
//gorrery:verbs U
func (p *printer) unicode(u uint64) {
	from := len(p.out)
	least := 4
	if p.hasPrec && p.prec > least {
		least = p.prec
	}
	p.text("U+")
	digits := 1
	for v := u >> 4; v != 0; v >>= 4 {
		digits++
	}
	for i := digits; i < least; i++ {
		p.char('0')
	}
	for i := digits - 1; i >= 0; i-- {
		p.char(upperDigits[u>>(4*i)&15])
	}
	if p.sharp && u <= utf8.MaxRune && strconv.IsPrint(rune(u)) {
		p.text(" '")
		p.char4(rune(u))
		p.char('\'')
	}
	p.padBlank(from)
}

// runeOf gives the rune of a number; U+FFFD where it is none.
func runeOf(u uint64) rune {
	if u > utf8.MaxRune {
		return utf8.RuneError
	}
	return rune(u)
}

//gorrery:verbs c
func (p *printer) character(u uint64) {
	from := len(p.out)
	p.char4(runeOf(u))
	p.padFrom(from)
}

//gorrery:verbs q
func (p *printer) quotedCharacter(u uint64) {
	from := len(p.out)
	if p.plus {
		p.out = strconv.AppendQuoteRuneToASCII(p.out, runeOf(u))
	} else {
		p.out = strconv.AppendQuoteRune(p.out, runeOf(u))
	}
	p.padFrom(from)
}

// float writes v with prec digits unless the directive has a precision.
//
//gorrery:kinds float complex
func (p *printer) float(v float64, bits int, verb rune, prec int) {
	if p.hasPrec {
		prec = p.prec
	}
	from := len(p.out)
	p.out = strconv.AppendFloat(p.out, v, byte(verb), prec, bits)
	// Most often that is all: no sign, no infinity, no NaN, and nothing asked for.
	if c := p.out[from]; c >= '0' && c <= '9' && !p.plus && !p.space && !p.sharp && !p.zero {
		if p.hasWidth {
			p.padFrom(from)
		}
		return
	}
	if sign := p.out[from]; sign != '-' && sign != '+' {
		p.char(0)
		copy(p.out[from+1:], p.out[from:])
		p.out[from] = '+'
	}
	if p.space && p.out[from] == '+' && !p.plus {
		p.out[from] = ' '
	}
	finite := p.out[from+1] <= '9'
	if finite && p.sharp && verb != 'b' {
		p.keepPoint(from, verb, prec)
	}
	showSign := p.plus || p.out[from] != '+'
	if !finite {
		showSign = p.out[from+1] == 'I' || p.plus || p.space
	}
	if !showSign {
		copy(p.out[from:], p.out[from+1:])
		p.out = p.out[:len(p.out)-1]
	} else if finite && p.zero && !p.minus && p.hasWidth {
		from++
		p.width--
		p.padFrom(from)
		p.width++
		return
	}
	if finite {
		p.padFrom(from)
	} else {
		p.padBlank(from)
	}
}

// keepPoint gives the number at from the decimal point and the trailing zeros that the flag sharp asks for.
func (p *printer) keepPoint(from int, verb rune, prec int) {
	digits := 0
	switch verb {
	case 'g', 'G', 'x':
		digits = prec
		if digits < 0 {
			digits = 6
		}
	}
	tailAt := len(p.out)
	point, significant := false, false
	for i := from + 1; i < len(p.out); i++ {
		c := p.out[i]
		if c == 'p' || c == 'P' || (c == 'e' || c == 'E') && verb != 'x' && verb != 'X' {
			tailAt = i
			break
		}
		if c == '.' {
			point = true
			continue
		}
		significant = significant || c != '0'
		if significant {
			digits--
		}
	}
	var buf [8]byte
	tail := append(buf[:0], p.out[tailAt:]...)
	p.out = p.out[:tailAt]
	if !point {
		if tailAt == from+2 && p.out[from+1] == '0' {
			digits--
		}
		p.char('.')
	}
	for ; digits > 0; digits-- {
		p.char('0')
	}
	p.out = append(p.out, tail...)
}

// cut gives the first prec runes of s.
func (p *printer) cut(s string) string {
	if p.hasPrec {
		return p.first(s)
	}
	return s
}

//gorrery:kinds formed
func (p *printer) first(s string) string {
	n := p.prec
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

//gorrery:verbs q#
func (p *printer) quoted(s string) {
	s = p.cut(s)
	if p.sharp && strconv.CanBackquote(s) {
		p.padText("`" + s + "`")
		return
	}
	from := len(p.out)
	if p.plus {
		p.out = strconv.AppendQuoteToASCII(p.out, s)
	} else {
		p.out = strconv.AppendQuote(p.out, s)
	}
	p.padFrom(from)
}

// hexText writes the bytes of s, or of b where s is "", in hexadecimal: with space between them, with sharp after 0x.
//
//gorrery:verbs xX
func (p *printer) hexText(s string, b []byte, digits string) {
	n := len(s)
	if b != nil {
		n = len(b)
	}
	if p.hasPrec && p.prec < n {
		n = p.prec
	}
	from := len(p.out)
	for i := 0; i < n; i++ {
		if i > 0 && p.space {
			p.char(' ')
		}
		if p.sharp && (i == 0 || p.space) {
			p.char('0')
			p.char(digits[16])
		}
		var c byte
		if b != nil {
			c = b[i]
		} else {
			c = s[i]
		}
		p.out = append(p.out, digits[c>>4], digits[c&15])
	}
	p.padFrom(from)
}
