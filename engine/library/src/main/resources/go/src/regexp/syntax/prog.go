package syntax

import (
	"strconv"
	"strings"
	"unicode"
)

// Prog is a program for an automaton.
type Prog struct {
	Inst   []Inst
	Start  int // the first instruction
	NumCap int // places for captures, two for each group and the whole
}

// InstOp says what an instruction does.
type InstOp uint8

const (
	InstAlt          InstOp = iota // go on at Out, else at Arg
	InstAltMatch                   // the same where one of them is a loop over all runes
	InstCapture                    // note the place under Arg
	InstEmptyWidth                 // go on where the EmptyOp Arg holds
	InstMatch                      // done
	InstFail                       // not here
	InstNop                        // go on
	InstRune                       // take a rune of the class Rune
	InstRune1                      // take the rune Rune[0]
	InstRuneAny                    // take any rune
	InstRuneAnyNotNL               // take any rune but newline
)

var instNames = [...]string{
	"InstAlt", "InstAltMatch", "InstCapture", "InstEmptyWidth", "InstMatch", "InstFail", "InstNop", "InstRune",
	"InstRune1", "InstRuneAny", "InstRuneAnyNotNL",
}

// String gives the operation's name.
func (i InstOp) String() string {
	if int(i) < len(instNames) {
		return instNames[i]
	}
	return ""
}

// EmptyOp is a set of conditions on a place between two runes.
type EmptyOp uint8

const (
	EmptyBeginLine EmptyOp = 1 << iota
	EmptyEndLine
	EmptyBeginText
	EmptyEndText
	EmptyWordBoundary
	EmptyNoWordBoundary
)

// EmptyOpContext gives the conditions that hold between r1 and r2, -1 standing for the text's ends.
func EmptyOpContext(r1, r2 rune) EmptyOp {
	op := EmptyNoWordBoundary
	if IsWordChar(r1) != IsWordChar(r2) {
		op = EmptyWordBoundary
	}
	switch {
	case r1 < 0:
		op |= EmptyBeginText | EmptyBeginLine
	case r1 == '\n':
		op |= EmptyBeginLine
	}
	switch {
	case r2 < 0:
		op |= EmptyEndText | EmptyEndLine
	case r2 == '\n':
		op |= EmptyEndLine
	}
	return op
}

// IsWordChar reports whether r is a letter, digit or underscore of ASCII.
func IsWordChar(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_'
}

// Inst is an instruction.
type Inst struct {
	Op   InstOp
	Out  uint32
	Arg  uint32
	Rune []rune
}

// MatchRune reports whether the instruction, one that takes a rune, takes r.
func (i *Inst) MatchRune(r rune) bool {
	switch i.Op {
	case InstRuneAny:
		return true
	case InstRuneAnyNotNL:
		return r != '\n'
	}
	return i.MatchRunePos(r) >= 0
}

// MatchRunePos gives the pair of Rune that r is in, or -1.
func (i *Inst) MatchRunePos(r rune) int {
	runes := i.Rune
	if len(runes) == 1 {
		if r == runes[0] {
			return 0
		}
		if Flags(i.Arg)&FoldCase != 0 {
			for f := unicode.SimpleFold(runes[0]); f != runes[0]; f = unicode.SimpleFold(f) {
				if r == f {
					return 0
				}
			}
		}
		return -1
	}
	lo, hi := 0, len(runes)/2
	for lo < hi {
		mid := (lo + hi) / 2
		switch {
		case r < runes[2*mid]:
			hi = mid
		case r > runes[2*mid+1]:
			lo = mid + 1
		default:
			return mid
		}
	}
	return -1
}

// MatchEmptyWidth reports whether the instruction's condition holds between before and after.
func (i *Inst) MatchEmptyWidth(before rune, after rune) bool {
	want := EmptyOp(i.Arg)
	return want&^EmptyOpContext(before, after) == 0
}

// String gives the instruction in one line.
func (i *Inst) String() string {
	out, arg := strconv.Itoa(int(i.Out)), strconv.Itoa(int(i.Arg))
	runes := func() string { return strconv.QuoteToASCII(string(i.Rune)) }
	switch i.Op {
	case InstAlt:
		return "alt -> " + out + ", " + arg
	case InstAltMatch:
		return "altmatch -> " + out + ", " + arg
	case InstCapture:
		return "cap " + arg + " -> " + out
	case InstEmptyWidth:
		return "empty " + arg + " -> " + out
	case InstMatch:
		return "match"
	case InstFail:
		return "fail"
	case InstNop:
		return "nop -> " + out
	case InstRune:
		if i.Rune == nil {
			return "rune <nil>"
		}
		if Flags(i.Arg)&FoldCase != 0 {
			return "rune " + runes() + "/i -> " + out
		}
		return "rune " + runes() + " -> " + out
	case InstRune1:
		return "rune1 " + runes() + " -> " + out
	case InstRuneAny:
		return "any -> " + out
	case InstRuneAnyNotNL:
		return "anynotnl -> " + out
	}
	return ""
}

// String gives the program, an instruction on each line, a star behind the first one's number.
func (p *Prog) String() string {
	var b strings.Builder
	for at := range p.Inst {
		number := strconv.Itoa(at)
		if len(number) < 3 {
			b.WriteString("   "[len(number):])
		}
		if at == p.Start {
			number += "*"
		}
		b.WriteString(number + "\t" + p.Inst[at].String() + "\n")
	}
	return b.String()
}

// skip goes on over instructions that do nothing but note places.
func (p *Prog) skip(at uint32) *Inst {
	i := &p.Inst[at]
	for i.Op == InstNop || i.Op == InstCapture {
		i = &p.Inst[i.Out]
	}
	return i
}

// Prefix gives what all matches begin with, and whether that is all they are.
func (p *Prog) Prefix() (prefix string, complete bool) {
	i := p.skip(uint32(p.Start))
	var b strings.Builder
	for (i.Op == InstRune || i.Op == InstRune1) && len(i.Rune) == 1 && Flags(i.Arg)&FoldCase == 0 && i.Rune[0] != unicode.ReplacementChar {
		b.WriteRune(i.Rune[0])
		i = p.skip(i.Out)
	}
	return b.String(), i.Op == InstMatch
}

// StartCond gives the conditions that hold at the beginning of every match; all of them where there is no match.
func (p *Prog) StartCond() EmptyOp {
	var conditions EmptyOp
	at := uint32(p.Start)
	for {
		i := &p.Inst[at]
		switch i.Op {
		case InstEmptyWidth:
			conditions |= EmptyOp(i.Arg)
		case InstFail:
			return ^EmptyOp(0)
		case InstCapture, InstNop:
		default:
			return conditions
		}
		at = i.Out
	}
}
