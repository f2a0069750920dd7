package syntax

import (
	"strconv"
	"strings"
	"unicode"
)

// String gives an expression, in Perl's syntax, that matches what re does.
func (re *Regexp) String() string {
	var b strings.Builder
	write(&b, re)
	return b.String()
}

// flagged writes f's text in a group with flags.
func flagged(b *strings.Builder, flags string, f func()) {
	b.WriteString("(?" + flags + ":")
	f()
	b.WriteByte(')')
}

func write(b *strings.Builder, re *Regexp) {
	switch re.Op {
	case OpNoMatch:
		b.WriteString(`[^\x00-\x{10FFFF}]`)
	case OpEmptyMatch:
		b.WriteString(`(?:)`)
	case OpLiteral:
		text := func() {
			for _, r := range re.Rune {
				escape(b, r, false)
			}
		}
		if re.Flags&FoldCase != 0 {
			flagged(b, "i", text)
		} else {
			text()
		}
	case OpCharClass:
		class(b, re.Rune)
	case OpAnyCharNotNL:
		flagged(b, "-s", func() { b.WriteByte('.') })
	case OpAnyChar:
		flagged(b, "s", func() { b.WriteByte('.') })
	case OpBeginLine:
		flagged(b, "m", func() { b.WriteByte('^') })
	case OpEndLine:
		flagged(b, "m", func() { b.WriteByte('$') })
	case OpBeginText:
		b.WriteString(`\A`)
	case OpEndText:
		if re.Flags&WasDollar != 0 {
			flagged(b, "-m", func() { b.WriteByte('$') })
		} else {
			b.WriteString(`\z`)
		}
	case OpWordBoundary:
		b.WriteString(`\b`)
	case OpNoWordBoundary:
		b.WriteString(`\B`)
	case OpCapture:
		b.WriteByte('(')
		if re.Name != "" {
			b.WriteString("?P<" + re.Name + ">")
		}
		if re.Sub[0].Op != OpEmptyMatch {
			write(b, re.Sub[0])
		}
		b.WriteByte(')')
	case OpStar, OpPlus, OpQuest, OpRepeat:
		repetition(b, re)
	case OpConcat:
		for _, sub := range re.Sub {
			if sub.Op == OpAlternate {
				flagged(b, "", func() { write(b, sub) })
			} else {
				write(b, sub)
			}
		}
	case OpAlternate:
		for i, sub := range re.Sub {
			if i > 0 {
				b.WriteByte('|')
			}
			write(b, sub)
		}
	}
}

func repetition(b *strings.Builder, re *Regexp) {
	sub := re.Sub[0]
	if sub.Op > OpCapture || sub.Op == OpLiteral && len(sub.Rune) > 1 {
		flagged(b, "", func() { write(b, sub) })
	} else {
		write(b, sub)
	}
	switch re.Op {
	case OpStar:
		b.WriteByte('*')
	case OpPlus:
		b.WriteByte('+')
	case OpQuest:
		b.WriteByte('?')
	case OpRepeat:
		b.WriteString("{" + strconv.Itoa(re.Min))
		if re.Max != re.Min {
			b.WriteByte(',')
			if re.Max >= 0 {
				b.WriteString(strconv.Itoa(re.Max))
			}
		}
		b.WriteByte('}')
	}
	if re.Flags&NonGreedy != 0 {
		b.WriteByte('?')
	}
}

func class(b *strings.Builder, pairs []rune) {
	b.WriteByte('[')
	if len(pairs) > 0 && pairs[0] == 0 && pairs[len(pairs)-1] == unicode.MaxRune {
		b.WriteByte('^')
		pairs = negate(pairs)
	}
	for i := 0; i < len(pairs); i += 2 {
		escape(b, pairs[i], pairs[i] == '-')
		if pairs[i] != pairs[i+1] {
			if pairs[i+1] > pairs[i]+1 {
				b.WriteByte('-')
			}
			escape(b, pairs[i+1], pairs[i+1] == '-')
		}
	}
	b.WriteByte(']')
}

func escape(b *strings.Builder, r rune, force bool) {
	if unicode.IsPrint(r) {
		if force || strings.ContainsRune(`\.+*?()|[]{}^$`, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		return
	}
	const letters = "abtnvfr"
	switch {
	case r >= '\a' && r <= '\r' && r != '\b':
		b.WriteString(`\` + letters[r-'\a':][:1])
	case r < 0x100:
		hex := strconv.FormatInt(int64(r), 16)
		b.WriteString(`\x` + "00"[len(hex):] + hex)
	default:
		b.WriteString(`\x{` + strconv.FormatInt(int64(r), 16) + `}`)
	}
}
