package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	mostRepeats = 1000    // that an operator, or nested ones together, may ask for
	mostDepth   = 1000    // of groups and operators inside each other
	mostNodes   = 1 << 20 // of a tree
	mostRunes   = 1 << 25 // in the literals and classes of a tree
)

// parser reads an expression by recursive descent. Errors are panics with *Error.
type parser struct {
	flags    Flags
	whole    string
	rest     string
	captures int
	depth    int
	nodes    int
	runes    int
}

// Parse reads the expression s.
func Parse(s string, flags Flags) (re *Regexp, err error) {
	if flags&Literal != 0 {
		if bad := invalid(s); bad != nil {
			return nil, bad
		}
		return literal([]rune(s), flags), nil
	}
	if bad := invalid(s); bad != nil {
		return nil, bad
	}
	p := &parser{flags: flags, whole: s, rest: s}
	defer func() {
		switch cause := recover().(type) {
		case nil:
		case *Error:
			re, err = nil, cause
		default:
			panic(cause)
		}
	}()
	re = p.alternation()
	if p.rest != "" {
		fail(ErrUnexpectedParen, s)
	}
	return re, nil
}

func fail(code ErrorCode, expr string) { panic(&Error{code, expr}) }

// invalid gives an error for an s that is not UTF-8.
func invalid(s string) error {
	if utf8.ValidString(s) {
		return nil
	}
	return &Error{ErrInvalidUTF8, s}
}

func literal(runes []rune, flags Flags) *Regexp {
	if len(runes) == 0 {
		return &Regexp{Op: OpEmptyMatch, Flags: flags}
	}
	return &Regexp{Op: OpLiteral, Flags: flags, Rune: runes}
}

// node counts nodes, so that an expression cannot become too large.
func (p *parser) node(re *Regexp) *Regexp {
	p.nodes++
	p.runes += len(re.Rune)
	if p.nodes > mostNodes || p.runes > mostRunes {
		fail(ErrLarge, p.whole)
	}
	return re
}

func (p *parser) op(op Op) *Regexp { return p.node(&Regexp{Op: op, Flags: p.flags}) }

func (p *parser) enter() {
	p.depth++
	if p.depth > mostDepth {
		fail(ErrNestingDepth, p.whole)
	}
}

// next takes a rune off the rest.
func (p *parser) next() rune {
	r, n := utf8.DecodeRuneInString(p.rest)
	p.rest = p.rest[n:]
	return r
}

// alternation reads up to the end or a closing parenthesis.
func (p *parser) alternation() *Regexp {
	p.enter()
	defer func() { p.depth-- }()
	subs := []*Regexp{p.concatenation()}
	for strings.HasPrefix(p.rest, "|") {
		p.rest = p.rest[1:]
		subs = append(subs, p.concatenation())
	}
	if len(subs) == 1 {
		return subs[0]
	}
	return p.alternate(subs)
}

// alternate joins alternatives; neighbours that are single runes or classes become one class.
func (p *parser) alternate(subs []*Regexp) *Regexp {
	subs = p.factor(subs)
	var out []*Regexp
	for _, sub := range subs {
		if sub.Op == OpAlternate {
			out = append(out, sub.Sub...)
			continue
		}
		if len(out) > 0 {
			if merged := union(out[len(out)-1], sub); merged != nil {
				out[len(out)-1] = merged
				continue
			}
		}
		out = append(out, sub)
	}
	if len(out) == 1 {
		return out[0]
	}
	re := p.node(&Regexp{Op: OpAlternate})
	re.Sub = out
	return re
}

// factor puts a literal that neighbouring alternatives begin with in front of them: ab|ac becomes a(?:b|c).
func (p *parser) factor(subs []*Regexp) []*Regexp {
	var out []*Regexp
	for i := 0; i < len(subs); {
		prefix, flags := leading(subs[i])
		end := i + 1
		for ; end < len(subs) && len(prefix) > 0; end++ {
			other, otherFlags := leading(subs[end])
			same := 0
			if otherFlags == flags {
				for same < len(prefix) && same < len(other) && prefix[same] == other[same] {
					same++
				}
			}
			if same == 0 {
				break
			}
			prefix = prefix[:same]
		}
		if end == i+1 {
			out = append(out, subs[i])
			i = end
			continue
		}
		var rests []*Regexp
		for _, sub := range subs[i:end] {
			rests = append(rests, p.without(sub, len(prefix)))
		}
		front := p.op(OpLiteral)
		front.Flags = front.Flags&^FoldCase | flags
		front.Rune = append([]rune(nil), prefix...)
		both := p.op(OpConcat)
		both.Sub = []*Regexp{front, p.alternate(rests)}
		out = append(out, both)
		i = end
	}
	return out
}

// leading gives the literal that re begins with.
func leading(re *Regexp) (runes []rune, fold Flags) {
	if re.Op == OpConcat && len(re.Sub) > 0 {
		re = re.Sub[0]
	}
	if re.Op != OpLiteral {
		return nil, 0
	}
	return re.Rune, re.Flags & FoldCase
}

// without gives re less the first n runes of the literal that it begins with.
func (p *parser) without(re *Regexp, n int) *Regexp {
	if re.Op == OpLiteral {
		if len(re.Rune) == n {
			return p.op(OpEmptyMatch)
		}
		rest := *re
		rest.Rune = re.Rune[n:]
		return &rest
	}
	first := p.without(re.Sub[0], n)
	rest := *re
	rest.Sub = append([]*Regexp(nil), re.Sub...)
	rest.Sub[0] = first
	if first.Op == OpEmptyMatch {
		rest.Sub = rest.Sub[1:]
		if len(rest.Sub) == 1 {
			return rest.Sub[0]
		}
	}
	return &rest
}

// union gives the class of what two single-rune expressions match, or nil.
func union(a, b *Regexp) *Regexp {
	x, okA := runeSet(a)
	y, okB := runeSet(b)
	if !okA || !okB {
		return nil
	}
	return classNode(clean(append(x, y...)), a.Flags)
}

// runeSet gives the runes of an expression that matches exactly one.
func runeSet(re *Regexp) (set []rune, ok bool) {
	switch re.Op {
	case OpLiteral:
		if len(re.Rune) == 1 {
			if re.Flags&FoldCase != 0 {
				return addFolded(nil, re.Rune[0], re.Rune[0]), true
			}
			return []rune{re.Rune[0], re.Rune[0]}, true
		}
	case OpCharClass:
		return append([]rune(nil), re.Rune...), true
	}
	return nil, false
}

func (p *parser) concatenation() *Regexp {
	var subs []*Regexp
	for p.rest != "" && p.rest[0] != '|' && p.rest[0] != ')' {
		if sub := p.atom(); sub != nil {
			subs = append(subs, sub)
		}
		// An operator behind flags alone applies to what is in front of them.
		if n := len(subs); n > 0 {
			subs[n-1] = p.repetition(subs[n-1])
		} else {
			p.repetition(nil)
		}
	}
	var out []*Regexp
	for _, sub := range subs {
		if n := len(out); n > 0 && sub.Op == OpLiteral && out[n-1].Op == OpLiteral &&
			(sub.Flags^out[n-1].Flags)&FoldCase == 0 {
			out[n-1].Rune = append(out[n-1].Rune, sub.Rune...)
			continue
		}
		if sub.Op == OpConcat {
			out = append(out, sub.Sub...)
			continue
		}
		out = append(out, sub)
	}
	switch len(out) {
	case 0:
		return p.node(&Regexp{Op: OpEmptyMatch})
	case 1:
		return out[0]
	}
	re := p.node(&Regexp{Op: OpConcat})
	re.Sub = out
	return re
}

// repetition reads the operators that apply to re.
func (p *parser) repetition(re *Regexp) *Regexp {
	before := ""
	for {
		text := p.rest
		min, most, ok := p.operator()
		if !ok {
			return re
		}
		flags := p.flags
		if p.flags&PerlX != 0 && strings.HasPrefix(p.rest, "?") {
			p.rest = p.rest[1:]
			flags ^= NonGreedy
		}
		used := text[:len(text)-len(p.rest)]
		switch {
		case before != "" && p.flags&PerlX != 0:
			fail(ErrInvalidRepeatOp, before+used)
		case re == nil:
			fail(ErrMissingRepeatArgument, used)
		case min > mostRepeats || most > mostRepeats || most >= 0 && min > most:
			fail(ErrInvalidRepeatSize, used)
		}
		before = used
		re = p.repeated(re, used[0], min, most, flags)
		if re.Op == OpRepeat && (min >= 2 || most >= 2) && !repeatsAtMost(re, mostRepeats) {
			fail(ErrInvalidRepeatSize, used)
		}
	}
}

func (p *parser) repeated(re *Regexp, operator byte, min, most int, flags Flags) *Regexp {
	op := OpRepeat
	switch operator {
	case '*':
		op = OpStar
	case '+':
		op = OpPlus
	case '?':
		op = OpQuest
	}
	if op != OpRepeat && (re.Op == OpStar || re.Op == OpPlus || re.Op == OpQuest) && (re.Flags^flags)&NonGreedy == 0 {
		// Two of them are one: the same, or a star.
		if re.Op != op {
			re.Op = OpStar
		}
		return re
	}
	out := p.node(&Regexp{Op: op, Flags: flags, Sub: []*Regexp{re}})
	if op == OpRepeat {
		out.Min, out.Max = min, most
	}
	if depth := height(out); depth > mostDepth {
		fail(ErrNestingDepth, p.whole)
	}
	return out
}

func height(re *Regexp) int {
	h := 1
	for len(re.Sub) == 1 {
		re = re.Sub[0]
		h++
	}
	return h
}

// repeatsAtMost reports whether nested repetitions stay within n together.
func repeatsAtMost(re *Regexp, n int) bool {
	if re.Op == OpRepeat {
		m := max(re.Min, re.Max)
		if re.Max == 0 {
			return true
		}
		if m > n {
			return false
		}
		if m > 0 {
			n /= m
		}
	}
	for _, sub := range re.Sub {
		if !repeatsAtMost(sub, n) {
			return false
		}
	}
	return true
}

// operator reads a repetition operator; braces that hold no counts are none.
func (p *parser) operator() (min, most int, ok bool) {
	if p.rest == "" {
		return 0, 0, false
	}
	switch p.rest[0] {
	case '*':
		min, most = 0, -1
	case '+':
		min, most = 1, -1
	case '?':
		min, most = 0, 1
	case '{':
		s := p.rest[1:]
		min, s, ok = count(s)
		if !ok || s == "" {
			return 0, 0, false
		}
		most = min
		if s[0] == ',' {
			s = s[1:]
			most = -1
			if s != "" && s[0] != '}' {
				if most, s, ok = count(s); !ok {
					return 0, 0, false
				}
			}
		}
		if s == "" || s[0] != '}' {
			return 0, 0, false
		}
		p.rest = s[1:]
		return min, most, true
	default:
		return 0, 0, false
	}
	p.rest = p.rest[1:]
	return min, most, true
}

// count reads a number without leading zeros; one that is too large becomes more than mostRepeats.
func count(s string) (n int, rest string, ok bool) {
	end := 0
	for end < len(s) && s[end] >= '0' && s[end] <= '9' {
		n = min(n*10+int(s[end]-'0'), mostRepeats+1)
		end++
	}
	if end == 0 || end > 1 && s[0] == '0' {
		return 0, s, false
	}
	return n, s[end:], true
}

// atom reads what an operator applies to; nil where there is none.
func (p *parser) atom() *Regexp {
	switch p.rest[0] {
	case '(':
		return p.group()
	case '*', '+', '?':
		return nil
	case '{':
		if before := p.rest; true {
			if _, _, ok := p.operator(); ok {
				p.rest = before
				return nil
			}
		}
	case '[':
		return p.class()
	case '.':
		p.rest = p.rest[1:]
		if p.flags&DotNL != 0 {
			return p.op(OpAnyChar)
		}
		return p.op(OpAnyCharNotNL)
	case '^':
		p.rest = p.rest[1:]
		if p.flags&OneLine != 0 {
			return p.op(OpBeginText)
		}
		return p.op(OpBeginLine)
	case '$':
		p.rest = p.rest[1:]
		if p.flags&OneLine == 0 {
			return p.op(OpEndLine)
		}
		re := p.op(OpEndText)
		re.Flags |= WasDollar
		return re
	case '\\':
		return p.escape()
	}
	return p.single(p.next())
}

// single gives the expression for one rune.
func (p *parser) single(r rune) *Regexp {
	re := p.op(OpLiteral)
	if p.flags&FoldCase == 0 || unicode.SimpleFold(r) == r {
		re.Flags &^= FoldCase
	} else {
		r = leastFold(r)
	}
	re.Rune = []rune{r}
	return re
}

// leastFold gives the least rune of r's circle of cases.
func leastFold(r rune) rune {
	least := r
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		least = min(least, f)
	}
	return least
}

// group reads a group in parentheses, or flags, which give nil.
func (p *parser) group() *Regexp {
	saved := p.flags
	if p.flags&PerlX == 0 || !strings.HasPrefix(p.rest, "(?") {
		p.rest = p.rest[1:]
		p.captures++
		return p.capture(p.captures, "", saved)
	}
	if strings.HasPrefix(p.rest, "(?P<") && len(p.rest) > 4 || strings.HasPrefix(p.rest, "(?<") && len(p.rest) > 3 {
		return p.namedCapture(saved)
	}
	text := p.rest
	p.rest = p.rest[2:]
	flags, sign, seen := p.flags, 1, false
	for p.rest != "" {
		var change Flags
		c := p.next()
		switch c {
		case 'i':
			change = FoldCase
		case 'm':
			change = OneLine
		case 's':
			change = DotNL
		case 'U':
			change = NonGreedy
		case '-':
			if sign < 0 {
				fail(ErrInvalidPerlOp, text[:len(text)-len(p.rest)])
			}
			sign = -1
			seen = false
			continue
		case ':', ')':
			if sign < 0 && !seen {
				fail(ErrInvalidPerlOp, text[:len(text)-len(p.rest)])
			}
			p.flags = flags
			if c == ')' {
				return nil
			}
			sub := p.alternation()
			p.close(saved)
			return sub
		default:
			fail(ErrInvalidPerlOp, text[:len(text)-len(p.rest)])
		}
		seen = true
		// m turns OneLine off.
		if (sign > 0) != (c == 'm') {
			flags |= change
		} else {
			flags &^= change
		}
	}
	fail(ErrInvalidPerlOp, text)
	return nil
}

func (p *parser) capture(index int, name string, saved Flags) *Regexp {
	re := p.op(OpCapture)
	re.Cap, re.Name = index, name
	re.Sub = []*Regexp{p.alternation()}
	p.close(saved)
	return re
}

func (p *parser) close(saved Flags) {
	if !strings.HasPrefix(p.rest, ")") {
		fail(ErrMissingParen, p.whole)
	}
	p.rest = p.rest[1:]
	p.flags = saved
}

func (p *parser) namedCapture(saved Flags) *Regexp {
	begin := strings.IndexByte(p.rest, '<') + 1
	end := strings.IndexByte(p.rest, '>')
	if end < 0 {
		fail(ErrInvalidNamedCapture, p.rest)
	}
	text, name := p.rest[:end+1], p.rest[begin:end]
	if name == "" {
		fail(ErrInvalidNamedCapture, text)
	}
	for _, c := range name {
		if c != '_' && !(c < utf8.RuneSelf && IsWordChar(c)) {
			fail(ErrInvalidNamedCapture, text)
		}
	}
	p.rest = p.rest[end+1:]
	p.captures++
	return p.capture(p.captures, name, saved)
}
