package syntax

import (
	"strconv"
	"strings"
	"unicode"
)

// modes are flags as they are written: those to set, those to clear.
type modes struct{ on, off uint8 }

const (
	modeI uint8 = 1 << iota
	modeM
	modeS
)

// letters gives the letters of some modes.
func letters(of uint8) (text string) {
	for i, letter := range []string{"i", "m", "s"} {
		if of>>i&1 != 0 {
			text += letter
		}
	}
	return text
}

// group is where modes hold: a stretch of a sequence or of alternatives begins or ends with an expression.
type group struct {
	modes        modes
	begins, ends bool
}

// writer writes an expression; groups of modes stand around as much as agrees on them, so that there are few.
type writer struct {
	strings.Builder
	groups map[*Regexp]group
}

// String gives an expression, in Perl's syntax, that matches what re does.
func (re *Regexp) String() string {
	w := writer{groups: map[*Regexp]group{}}
	need := w.need(re)
	need.off &^= modeI // off anyway at the start
	w.around(re, group{modes: need, begins: need != modes{}, ends: need != modes{}}, false)
	return w.Builder.String()
}

// need says which modes an expression needs around it, on or off; where its parts do not agree it plans groups inside.
func (w *writer) need(re *Regexp) modes {
	switch re.Op {
	case OpLiteral:
		return literalNeed(re)
	case OpCharClass:
		return classNeed(re.Rune)
	case OpAnyCharNotNL:
		return modes{off: modeS}
	case OpAnyChar:
		return modes{on: modeS}
	case OpBeginLine, OpEndLine:
		return modes{on: modeM}
	case OpEndText:
		if re.Flags&WasDollar != 0 {
			return modes{off: modeM}
		}
	case OpCapture, OpStar, OpPlus, OpQuest, OpRepeat:
		return w.need(re.Sub[0])
	case OpConcat, OpAlternate:
		return w.agreed(re.Sub)
	}
	return modes{}
}

// agreed plans groups around stretches of parts that agree; what all agree on is left to be written further out.
func (w *writer) agreed(parts []*Regexp) modes {
	var now, all modes
	first, last := 0, 0 // of the parts that need something on
	split := false
	for i, part := range parts {
		n := w.need(part)
		if now.on&n.off != 0 || n.on&now.off != 0 {
			w.plan(parts[first], parts[last], now.on)
			now, first, split = modes{}, i, true
		}
		now.on |= n.on
		now.off |= n.off
		all.off |= n.off
		if n.on != 0 {
			last = i
		}
		if now.on == 0 && first == i {
			first++
		}
	}
	if !split {
		return now
	}
	w.plan(parts[min(first, len(parts)-1)], parts[last], now.on)
	return all
}

func (w *writer) plan(first, last *Regexp, on uint8) {
	if on == 0 {
		return
	}
	g := w.groups[first]
	g.begins, g.modes = true, modes{on: on}
	w.groups[first] = g
	g = w.groups[last]
	g.ends = true
	w.groups[last] = g
}

func literalNeed(re *Regexp) modes {
	for _, r := range re.Rune {
		if unicode.SimpleFold(r) != r {
			if re.Flags&FoldCase != 0 {
				return modes{on: modeI}
			}
			return modes{off: modeI}
		}
	}
	return modes{}
}

// classNeed: a class that has a letter without its other cases must not stand where case does not count.
func classNeed(pairs []rune) modes {
	has := func(r rune) bool {
		for i := 0; i < len(pairs); i += 2 {
			if pairs[i] <= r && r <= pairs[i+1] {
				return true
			}
		}
		return false
	}
	for i := 0; i < len(pairs); i += 2 {
		// Beyond the last letter with two cases there is nothing to compare.
		for r := max(pairs[i], firstFolding); r <= min(pairs[i+1], lastFolding); r++ {
			for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
				if !has(other) {
					return modes{off: modeI}
				}
			}
		}
	}
	return modes{}
}

// around writes an expression with the groups that begin and end with it. apart tells whether it must stand in brackets.
func (w *writer) around(re *Regexp, outer group, apart bool) {
	planned := w.groups[re]
	m := modes{on: outer.modes.on | planned.modes.on, off: outer.modes.off | planned.modes.off}
	begins, ends := outer.begins || planned.begins, outer.ends || planned.ends
	if begins {
		w.WriteString("(?" + letters(m.on))
		if m.off != 0 {
			w.WriteString("-" + letters(m.off))
		}
		w.WriteByte(':')
	}
	apart = apart && !(begins && ends)
	if apart {
		w.WriteString("(?:")
	}
	w.write(re)
	if apart {
		w.WriteByte(')')
	}
	if ends {
		w.WriteByte(')')
	}
}

func (w *writer) write(re *Regexp) {
	b := &w.Builder
	switch re.Op {
	case OpNoMatch:
		b.WriteString(`[^\x00-\x{10FFFF}]`)
	case OpEmptyMatch:
		b.WriteString(`(?:)`)
	case OpLiteral:
		for _, r := range re.Rune {
			escape(b, r, false)
		}
	case OpCharClass:
		class(b, re.Rune)
	case OpAnyCharNotNL, OpAnyChar:
		b.WriteByte('.')
	case OpBeginLine:
		b.WriteByte('^')
	case OpEndLine:
		b.WriteByte('$')
	case OpBeginText:
		b.WriteString(`\A`)
	case OpEndText:
		if re.Flags&WasDollar != 0 {
			b.WriteByte('$')
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
			w.around(re.Sub[0], group{}, false)
		}
		b.WriteByte(')')
	case OpStar, OpPlus, OpQuest, OpRepeat:
		sub := re.Sub[0]
		w.around(sub, group{}, sub.Op > OpCapture || sub.Op == OpLiteral && len(sub.Rune) > 1)
		repetition(b, re)
	case OpConcat:
		for _, sub := range re.Sub {
			w.around(sub, group{}, sub.Op == OpAlternate)
		}
	case OpAlternate:
		for i, sub := range re.Sub {
			if i > 0 {
				b.WriteByte('|')
			}
			w.around(sub, group{}, false)
		}
	}
}

func repetition(b *strings.Builder, re *Regexp) {
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
	const named = "abtnvfr"
	switch {
	case r >= '\a' && r <= '\r' && r != '\b':
		b.WriteString(`\` + named[r-'\a':][:1])
	case r < 0x100:
		hex := strconv.FormatInt(int64(r), 16)
		b.WriteString(`\x` + "00"[len(hex):] + hex)
	default:
		b.WriteString(`\x{` + strconv.FormatInt(int64(r), 16) + `}`)
	}
}
