package syntax

import "unicode"

// compiler makes instructions from behind: each expression is given the place to go on at and gives its own.
type compiler struct{ prog *Prog }

// Compile gives the program for re.
func Compile(re *Regexp) (*Prog, error) {
	c := &compiler{&Prog{NumCap: 2}}
	c.emit(Inst{Op: InstFail})
	match := c.emit(Inst{Op: InstMatch})
	c.prog.Start = int(c.expression(re, match))
	return c.prog, nil
}

func (c *compiler) emit(i Inst) uint32 {
	c.prog.Inst = append(c.prog.Inst, i)
	return uint32(len(c.prog.Inst) - 1)
}

func (c *compiler) empty(op EmptyOp, next uint32) uint32 {
	return c.emit(Inst{Op: InstEmptyWidth, Arg: uint32(op), Out: next})
}

func (c *compiler) expression(re *Regexp, next uint32) uint32 {
	switch re.Op {
	case OpNoMatch:
		return 0
	case OpEmptyMatch:
		return c.emit(Inst{Op: InstNop, Out: next})
	case OpLiteral:
		for i := len(re.Rune) - 1; i >= 0; i-- {
			next = c.runes(re.Rune[i:i+1], re.Flags, next)
		}
		return next
	case OpCharClass:
		return c.runes(re.Rune, re.Flags, next)
	case OpAnyCharNotNL:
		return c.emit(Inst{Op: InstRuneAnyNotNL, Rune: []rune{0, '\n' - 1, '\n' + 1, unicode.MaxRune}, Out: next})
	case OpAnyChar:
		return c.emit(Inst{Op: InstRuneAny, Rune: []rune{0, unicode.MaxRune}, Out: next})
	case OpBeginLine:
		return c.empty(EmptyBeginLine, next)
	case OpEndLine:
		return c.empty(EmptyEndLine, next)
	case OpBeginText:
		return c.empty(EmptyBeginText, next)
	case OpEndText:
		return c.empty(EmptyEndText, next)
	case OpWordBoundary:
		return c.empty(EmptyWordBoundary, next)
	case OpNoWordBoundary:
		return c.empty(EmptyNoWordBoundary, next)
	case OpCapture:
		c.prog.NumCap = max(c.prog.NumCap, 2*re.Cap+2)
		end := c.emit(Inst{Op: InstCapture, Arg: uint32(2*re.Cap + 1), Out: next})
		begin := c.expression(re.Sub[0], end)
		return c.emit(Inst{Op: InstCapture, Arg: uint32(2 * re.Cap), Out: begin})
	case OpStar:
		return c.star(re, next)
	case OpPlus:
		return c.plus(re, next)
	case OpQuest:
		return c.either(c.expression(re.Sub[0], next), next, re.Flags)
	case OpRepeat:
		return c.expression(repeat(re.Sub[0], re.Min, re.Max, re.Flags), next)
	case OpConcat:
		for i := len(re.Sub) - 1; i >= 0; i-- {
			next = c.expression(re.Sub[i], next)
		}
		return next
	case OpAlternate:
		at := c.expression(re.Sub[len(re.Sub)-1], next)
		for i := len(re.Sub) - 2; i >= 0; i-- {
			at = c.emit(Inst{Op: InstAlt, Out: c.expression(re.Sub[i], next), Arg: at})
		}
		return at
	}
	panic("regexp: unhandled case in compile")
}

// runes takes a rune: the only one of the list, or one of a class of pairs.
func (c *compiler) runes(list []rune, flags Flags, next uint32) uint32 {
	i := Inst{Op: InstRune, Rune: list, Out: next}
	if len(list) == 1 {
		flags &= FoldCase
		if flags != 0 && unicode.SimpleFold(list[0]) == list[0] {
			flags = 0
		}
		i.Arg = uint32(flags)
		if flags == 0 {
			i.Op = InstRune1
		}
	}
	return c.emit(i)
}

// either goes on at first or, if that does not lead to a match, at second; the other way around for NonGreedy.
func (c *compiler) either(first, second uint32, flags Flags) uint32 {
	if flags&NonGreedy != 0 {
		first, second = second, first
	}
	return c.emit(Inst{Op: InstAlt, Out: first, Arg: second})
}

// loop makes the alternative that a repetition comes back to; its body is set later.
func (c *compiler) loop(next uint32) uint32 {
	return c.emit(Inst{Op: InstAlt, Out: next, Arg: next})
}

func (c *compiler) setBody(loop, body uint32, flags Flags) {
	if flags&NonGreedy != 0 {
		c.prog.Inst[loop].Arg = body
	} else {
		c.prog.Inst[loop].Out = body
	}
}

func (c *compiler) star(re *Regexp, next uint32) uint32 {
	if canBeEmpty(re.Sub[0]) {
		// x* would take the empty x for none at all: (x+)? does not.
		return c.either(c.plus(re, next), next, re.Flags)
	}
	loop := c.loop(next)
	c.setBody(loop, c.expression(re.Sub[0], loop), re.Flags)
	return loop
}

func (c *compiler) plus(re *Regexp, next uint32) uint32 {
	loop := c.loop(next)
	body := c.expression(re.Sub[0], loop)
	c.setBody(loop, body, re.Flags)
	return body
}

func canBeEmpty(re *Regexp) bool {
	switch re.Op {
	case OpNoMatch, OpCharClass, OpAnyChar, OpAnyCharNotNL:
		return false
	case OpLiteral:
		return len(re.Rune) == 0
	case OpCapture, OpPlus:
		return canBeEmpty(re.Sub[0])
	case OpRepeat:
		return re.Min == 0 || canBeEmpty(re.Sub[0])
	case OpConcat:
		for _, sub := range re.Sub {
			if !canBeEmpty(sub) {
				return false
			}
		}
		return true
	case OpAlternate:
		for _, sub := range re.Sub {
			if canBeEmpty(sub) {
				return true
			}
		}
		return false
	}
	return true
}
