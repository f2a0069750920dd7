package syntax

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A class is a list of pairs of bounds; a clean one is in order, its ranges neither overlapping nor touching.

// clean puts pairs in order and joins those that overlap or touch.
func clean(pairs []rune) []rune {
	type bounds struct{ lo, hi rune }
	list := make([]bounds, len(pairs)/2)
	for i := range list {
		list[i] = bounds{pairs[2*i], pairs[2*i+1]}
	}
	slices.SortFunc(list, func(a, b bounds) int { return int(a.lo) - int(b.lo) })
	out := pairs[:0:0]
	for _, b := range list {
		if n := len(out); n > 0 && b.lo <= out[n-1]+1 {
			out[n-1] = max(out[n-1], b.hi)
			continue
		}
		out = append(out, b.lo, b.hi)
	}
	return out
}

// negate gives what a clean class lacks.
func negate(pairs []rune) []rune {
	var out []rune
	next := rune(0)
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i] > next {
			out = append(out, next, pairs[i]-1)
		}
		next = pairs[i+1] + 1
	}
	if next <= unicode.MaxRune {
		out = append(out, next, unicode.MaxRune)
	}
	return out
}

const (
	firstFolding = 'A'     // below it nothing has cases
	lastFolding  = 0x1E943 // above it neither
)

// addFolded adds the runes from lo to hi and their other cases.
func addFolded(pairs []rune, lo, hi rune) []rune {
	pairs = append(pairs, lo, hi)
	if lo <= firstFolding && hi >= lastFolding {
		return pairs
	}
	for c := max(lo, firstFolding); c <= min(hi, lastFolding); c++ {
		for f := unicode.SimpleFold(c); f != c; f = unicode.SimpleFold(f) {
			if f < lo || f > hi {
				pairs = append(pairs, f, f)
			}
		}
	}
	return pairs
}

func addTable(pairs []rune, t *unicode.RangeTable) []rune {
	add := func(lo, hi, stride rune) {
		if stride == 1 {
			pairs = append(pairs, lo, hi)
			return
		}
		for c := lo; c <= hi; c += stride {
			pairs = append(pairs, c, c)
		}
	}
	for _, r := range t.R16 {
		add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	for _, r := range t.R32 {
		add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	return pairs
}

// classNode gives the expression for a clean class: a literal for one rune or the two cases of one.
func classNode(pairs []rune, flags Flags) *Regexp {
	if len(pairs) == 2 && pairs[0] == pairs[1] {
		return &Regexp{Op: OpLiteral, Flags: flags &^ FoldCase, Rune: pairs[:1]}
	}
	if len(pairs) == 4 && pairs[0] == pairs[1] && pairs[2] == pairs[3] &&
		unicode.SimpleFold(pairs[0]) == pairs[2] && unicode.SimpleFold(pairs[2]) == pairs[0] {
		return &Regexp{Op: OpLiteral, Flags: flags | FoldCase, Rune: pairs[:1]}
	}
	switch {
	case len(pairs) == 0:
		return &Regexp{Op: OpNoMatch, Flags: flags}
	case len(pairs) == 2 && pairs[0] == 0 && pairs[1] == unicode.MaxRune:
		return &Regexp{Op: OpAnyChar, Flags: flags}
	case len(pairs) == 4 && pairs[0] == 0 && pairs[1] == '\n'-1 && pairs[2] == '\n'+1 && pairs[3] == unicode.MaxRune:
		return &Regexp{Op: OpAnyCharNotNL, Flags: flags}
	}
	return &Regexp{Op: OpCharClass, Flags: flags, Rune: pairs}
}

// perlClass gives the runes of \d, \s and \w.
func perlClass(c byte) (pairs []rune, ok bool) {
	switch c {
	case 'd', 'D':
		pairs = []rune{'0', '9'}
	case 's', 'S':
		pairs = []rune{'\t', '\n', '\f', '\r', ' ', ' '}
	case 'w', 'W':
		pairs = []rune{'0', '9', 'A', 'Z', '_', '_', 'a', 'z'}
	default:
		return nil, false
	}
	return pairs, true
}

var posixClasses = map[string][]rune{
	"alnum":  {'0', '9', 'A', 'Z', 'a', 'z'},
	"alpha":  {'A', 'Z', 'a', 'z'},
	"ascii":  {0, 0x7F},
	"blank":  {'\t', '\t', ' ', ' '},
	"cntrl":  {0, 0x1F, 0x7F, 0x7F},
	"digit":  {'0', '9'},
	"graph":  {'!', '~'},
	"lower":  {'a', 'z'},
	"print":  {' ', '~'},
	"punct":  {'!', '/', ':', '@', '[', '`', '{', '~'},
	"space":  {'\t', '\r', ' ', ' '},
	"upper":  {'A', 'Z'},
	"word":   {'0', '9', 'A', 'Z', '_', '_', 'a', 'z'},
	"xdigit": {'0', '9', 'A', 'F', 'a', 'f'},
}

// addGroup adds a named class, or what it lacks, with the other cases where these do not matter.
func (p *parser) addGroup(pairs, group []rune, negated bool) []rune {
	if p.flags&FoldCase != 0 {
		var folded []rune
		for i := 0; i < len(group); i += 2 {
			folded = addFolded(folded, group[i], group[i+1])
		}
		group = folded
	}
	group = clean(group)
	if negated {
		group = negate(group)
	}
	return append(pairs, group...)
}

// unicodeGroup reads \pN, \p{Name}, \PN, \p{^Name}; !ok where there is none.
func (p *parser) unicodeGroup(pairs []rune) (out []rune, ok bool) {
	s := p.rest
	if p.flags&UnicodeGroups == 0 || len(s) < 2 || s[0] != '\\' || s[1]|0x20 != 'p' {
		return pairs, false
	}
	negated := s[1] == 'P'
	p.rest = s[2:]
	if p.rest == "" {
		fail(ErrInvalidCharRange, s)
	}
	var name string
	if c := p.next(); c != '{' {
		name = s[2 : len(s)-len(p.rest)]
	} else {
		end := strings.IndexByte(p.rest, '}')
		if end < 0 {
			fail(ErrInvalidCharRange, s)
		}
		name, p.rest = p.rest[:end], p.rest[end+1:]
	}
	if strings.HasPrefix(name, "^") {
		negated = !negated
		name = name[1:]
	}
	text := s[:len(s)-len(p.rest)]
	group, fold := unicodeTable(name)
	if group == nil {
		fail(ErrInvalidCharRange, text)
	}
	set := addTable(nil, group)
	if p.flags&FoldCase != 0 && fold != nil {
		set = addTable(set, fold)
	}
	set = clean(set)
	if negated {
		set = negate(set)
	}
	return append(pairs, set...), true
}

// unicodeTable gives a category's or script's table, and that of what folds to it; names may be of any case, with spaces,
// dashes and underscores where one likes.
func unicodeTable(name string) (table, fold *unicode.RangeTable) {
	if name == "Any" {
		return &unicode.RangeTable{
			R16: []unicode.Range16{{Lo: 0, Hi: 1<<16 - 1, Stride: 1}},
			R32: []unicode.Range32{{Lo: 1 << 16, Hi: unicode.MaxRune, Stride: 1}},
		}, nil
	}
	if name == "Assigned" {
		rest := negate(clean(addTable(nil, unicode.Cn)))
		t := &unicode.RangeTable{}
		for i := 0; i < len(rest); i += 2 {
			t.R32 = append(t.R32, unicode.Range32{Lo: uint32(rest[i]), Hi: uint32(rest[i+1]), Stride: 1})
		}
		return t, t
	}
	if name == "ASCII" {
		t := &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0, Hi: 0x7F, Stride: 1}}}
		return t, &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x17F, Hi: 0x212A, Stride: 0x212A - 0x17F}}}
	}
	if t := unicode.Categories[name]; t != nil {
		return t, unicode.FoldCategory[name]
	}
	if t := unicode.Scripts[name]; t != nil {
		return t, unicode.FoldScript[name]
	}
	plain := func(s string) string {
		return strings.ToLower(strings.NewReplacer(" ", "", "-", "", "_", "").Replace(s))
	}
	want := plain(name)
	for long, short := range unicode.CategoryAliases {
		if plain(long) == want {
			return unicode.Categories[short], unicode.FoldCategory[short]
		}
	}
	for key, t := range unicode.Categories {
		if plain(key) == want {
			return t, unicode.FoldCategory[key]
		}
	}
	for key, t := range unicode.Scripts {
		if plain(key) == want {
			return t, unicode.FoldScript[key]
		}
	}
	return nil, nil
}

// class reads a class in brackets.
func (p *parser) class() *Regexp {
	whole := p.rest
	p.rest = p.rest[1:]
	flags := p.flags
	var pairs []rune
	negated := strings.HasPrefix(p.rest, "^")
	if negated {
		p.rest = p.rest[1:]
		if p.flags&ClassNL == 0 {
			pairs = append(pairs, '\n', '\n')
		}
	}
	for first := true; p.rest == "" || p.rest[0] != ']' || first; first = false {
		// POSIX allows a dash only at the ends.
		if strings.HasPrefix(p.rest, "-") && p.flags&PerlX == 0 && !first && (len(p.rest) == 1 || p.rest[1] != ']') {
			_, n := utf8.DecodeRuneInString(p.rest[1:])
			fail(ErrInvalidCharRange, p.rest[:1+n])
		}
		if strings.HasPrefix(p.rest, "[:") {
			if end := strings.Index(p.rest[2:], ":]"); end >= 0 {
				text := p.rest[:end+4]
				name := p.rest[2 : end+2]
				not := strings.HasPrefix(name, "^")
				group := posixClasses[strings.TrimPrefix(name, "^")]
				if group == nil {
					fail(ErrInvalidCharRange, text)
				}
				p.rest = p.rest[end+4:]
				pairs = p.addGroup(pairs, group, not)
				continue
			}
		}
		if more, ok := p.unicodeGroup(pairs); ok {
			pairs = more
			continue
		}
		if p.flags&PerlX != 0 && len(p.rest) > 1 && p.rest[0] == '\\' {
			if group, ok := perlClass(p.rest[1]); ok {
				not := p.rest[1] < 'a'
				p.rest = p.rest[2:]
				pairs = p.addGroup(pairs, group, not)
				continue
			}
		}
		text := p.rest
		lo := p.classRune(whole)
		hi := lo
		if len(p.rest) >= 2 && p.rest[0] == '-' && p.rest[1] != ']' {
			p.rest = p.rest[1:]
			if hi = p.classRune(whole); hi < lo {
				fail(ErrInvalidCharRange, text[:len(text)-len(p.rest)])
			}
		}
		if p.flags&FoldCase != 0 {
			pairs = addFolded(pairs, lo, hi)
		} else {
			pairs = append(pairs, lo, hi)
		}
	}
	p.rest = p.rest[1:]
	pairs = clean(pairs)
	if negated {
		pairs = negate(pairs)
	}
	return p.node(classNode(pairs, flags))
}

// classRune reads a rune of a class.
func (p *parser) classRune(whole string) rune {
	if p.rest == "" {
		fail(ErrMissingBracket, whole)
	}
	if p.rest[0] == '\\' {
		return p.escapedRune()
	}
	return p.next()
}

// escape reads what begins with a backslash outside of classes; nil for a \Q…\E that is empty.
func (p *parser) escape() *Regexp {
	s := p.rest
	if p.flags&PerlX != 0 && len(s) >= 2 {
		op := OpNoMatch
		switch s[1] {
		case 'A':
			op = OpBeginText
		case 'b':
			op = OpWordBoundary
		case 'B':
			op = OpNoWordBoundary
		case 'z':
			op = OpEndText
		case 'C':
			fail(ErrInvalidEscape, s[:2])
		case 'Q':
			return p.quoted()
		}
		if op != OpNoMatch {
			p.rest = s[2:]
			return p.op(op)
		}
		if group, ok := perlClass(s[1]); ok {
			p.rest = s[2:]
			return p.node(classNode(clean(p.addGroup(nil, group, s[1] < 'a')), p.flags))
		}
	}
	if set, ok := p.unicodeGroup(nil); ok {
		return p.node(classNode(clean(set), p.flags))
	}
	return p.single(p.escapedRune())
}

// quoted reads \Q…\E; all but the last rune are a group of their own, so that an operator applies to that one only.
func (p *parser) quoted() *Regexp {
	text, rest, _ := strings.Cut(p.rest[2:], `\E`)
	if text == "" {
		p.rest = rest
		if rest == "" || strings.IndexByte("|)", rest[0]) >= 0 {
			return p.op(OpEmptyMatch)
		}
		return p.atom()
	}
	_, n := utf8.DecodeRuneInString(text)
	if n == len(text) {
		p.rest = rest
		r, _ := utf8.DecodeRuneInString(text)
		return p.single(r)
	}
	r, _ := utf8.DecodeRuneInString(text)
	p.rest = `\Q` + text[n:] + `\E` + rest
	return p.single(r)
}

// escapedRune reads a rune that is written with a backslash.
func (p *parser) escapedRune() rune {
	s := p.rest
	p.rest = s[1:]
	if p.rest == "" {
		fail(ErrTrailingBackslash, "")
	}
	c := p.next()
	octal := func(r rune, most int) rune {
		for ; most > 0 && p.rest != "" && p.rest[0] >= '0' && p.rest[0] <= '7'; most-- {
			r = r*8 + rune(p.rest[0]-'0')
			p.rest = p.rest[1:]
		}
		return r
	}
	switch c {
	case '1', '2', '3', '4', '5', '6', '7':
		// One digit alone would be a reference to a group, which there is not.
		if p.rest != "" && p.rest[0] >= '0' && p.rest[0] <= '7' {
			return octal(c-'0', 2)
		}
	case '0':
		return octal(0, 2)
	case 'x':
		if r, ok := p.hexRune(); ok {
			return r
		}
	case 'a':
		return '\a'
	case 'f':
		return '\f'
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	case 'v':
		return '\v'
	default:
		if c < utf8.RuneSelf && (!IsWordChar(c) || c == '_') {
			return c
		}
	}
	fail(ErrInvalidEscape, s[:len(s)-len(p.rest)])
	return 0
}

func hexDigit(c rune) rune {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10
	}
	return -1
}

// hexRune reads two digits, or any number of them in braces.
func (p *parser) hexRune() (r rune, ok bool) {
	if p.rest == "" {
		return 0, false
	}
	c := p.next()
	if c != '{' {
		hi := hexDigit(c)
		if hi < 0 || p.rest == "" {
			return 0, false
		}
		lo := hexDigit(p.next())
		return hi<<4 | lo, lo >= 0
	}
	for n := 0; p.rest != ""; n++ {
		c = p.next()
		if c == '}' {
			return r, n > 0
		}
		d := hexDigit(c)
		if d < 0 {
			return 0, false
		}
		if r = r<<4 | d; r > unicode.MaxRune {
			return 0, false
		}
	}
	return 0, false
}
