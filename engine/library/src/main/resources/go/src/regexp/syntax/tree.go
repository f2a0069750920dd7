// Package syntax reads regular expressions into trees and makes programs of these.
package syntax

import "strconv"

// Regexp is a node of a regular expression's tree.
type Regexp struct {
	Op       Op
	Flags    Flags
	Sub      []*Regexp
	Sub0     [1]*Regexp // room for Sub
	Rune     []rune     // OpLiteral's runes, OpCharClass's pairs of bounds
	Rune0    [2]rune    // room for Rune
	Min, Max int        // OpRepeat's bounds; Max is -1 for none
	Cap      int        // OpCapture's index
	Name     string     // and name
}

// Op says what a node matches.
type Op uint8

const (
	OpNoMatch        Op = 1 + iota // nothing
	OpEmptyMatch                   // the empty string
	OpLiteral                      // the runes Rune
	OpCharClass                    // a rune of the class Rune
	OpAnyCharNotNL                 // any rune but newline
	OpAnyChar                      // any rune
	OpBeginLine                    // the empty string at a line's beginning
	OpEndLine                      // … end
	OpBeginText                    // … at the text's beginning
	OpEndText                      // … end
	OpWordBoundary                 // … where a word begins or ends
	OpNoWordBoundary               // … where none does
	OpCapture                      // Sub[0], with an index and perhaps a name
	OpStar                         // Sub[0] any number of times
	OpPlus                         // … at least once
	OpQuest                        // … once or not at all
	OpRepeat                       // … Min to Max times
	OpConcat                       // all of Sub one after the other
	OpAlternate                    // one of Sub
)

var opNames = [...]string{
	"", "NoMatch", "EmptyMatch", "Literal", "CharClass", "AnyCharNotNL", "AnyChar", "BeginLine", "EndLine",
	"BeginText", "EndText", "WordBoundary", "NoWordBoundary", "Capture", "Star", "Plus", "Quest", "Repeat",
	"Concat", "Alternate",
}

// String gives the operation's name.
func (i Op) String() string {
	if i > 0 && int(i) < len(opNames) {
		return opNames[i]
	}
	return "Op(" + strconv.Itoa(int(i)) + ")"
}

// Flags change how an expression is read, and say how it has been.
type Flags uint16

const (
	FoldCase      Flags = 1 << iota // upper and lower case are the same
	Literal                         // the expression is plain text
	ClassNL                         // negated classes match newline
	DotNL                           // . matches newline
	OneLine                         // ^ and $ match only at the text's ends
	NonGreedy                       // repetitions prefer fewer
	PerlX                           // Perl's additions
	UnicodeGroups                   // \p{Han}, \P{Han}
	WasDollar                       // the OpEndText was $, not \z
	Simple                          // there is no OpRepeat

	MatchNL       = ClassNL | DotNL
	Perl          = ClassNL | OneLine | PerlX | UnicodeGroups
	POSIX   Flags = 0
)

// Error tells what is wrong with an expression, and which part of it is.
type Error struct {
	Code ErrorCode
	Expr string
}

func (e *Error) Error() string {
	return "error parsing regexp: " + e.Code.String() + ": `" + e.Expr + "`"
}

// ErrorCode says what is wrong.
type ErrorCode string

const (
	ErrInternalError         ErrorCode = "regexp/syntax: internal error"
	ErrInvalidCharClass      ErrorCode = "invalid character class"
	ErrInvalidCharRange      ErrorCode = "invalid character class range"
	ErrInvalidEscape         ErrorCode = "invalid escape sequence"
	ErrInvalidNamedCapture   ErrorCode = "invalid named capture"
	ErrInvalidPerlOp         ErrorCode = "invalid or unsupported Perl syntax"
	ErrInvalidRepeatOp       ErrorCode = "invalid nested repetition operator"
	ErrInvalidRepeatSize     ErrorCode = "invalid repeat count"
	ErrInvalidUTF8           ErrorCode = "invalid UTF-8"
	ErrMissingBracket        ErrorCode = "missing closing ]"
	ErrMissingParen          ErrorCode = "missing closing )"
	ErrMissingRepeatArgument ErrorCode = "missing argument to repetition operator"
	ErrTrailingBackslash     ErrorCode = "trailing backslash at end of expression"
	ErrUnexpectedParen       ErrorCode = "unexpected )"
	ErrNestingDepth          ErrorCode = "expression nests too deeply"
	ErrLarge                 ErrorCode = "expression too large"
)

func (e ErrorCode) String() string { return string(e) }

// MaxCap gives the largest index of a capture.
func (re *Regexp) MaxCap() int {
	most := 0
	if re.Op == OpCapture {
		most = re.Cap
	}
	for _, sub := range re.Sub {
		most = max(most, sub.MaxCap())
	}
	return most
}

// CapNames gives the captures' names by index; the first one, for the whole, is "".
func (re *Regexp) CapNames() []string {
	names := make([]string, re.MaxCap()+1)
	re.collectNames(names)
	return names
}

func (re *Regexp) collectNames(names []string) {
	if re.Op == OpCapture {
		names[re.Cap] = re.Name
	}
	for _, sub := range re.Sub {
		sub.collectNames(names)
	}
}

// Equal reports whether x and y are the same.
func (x *Regexp) Equal(y *Regexp) bool {
	if x == nil || y == nil {
		return x == y
	}
	if x.Op != y.Op || len(x.Sub) != len(y.Sub) || string(x.Rune) != string(y.Rune) {
		return false
	}
	switch x.Op {
	case OpEndText:
		if (x.Flags^y.Flags)&WasDollar != 0 {
			return false
		}
	case OpLiteral:
		if (x.Flags^y.Flags)&FoldCase != 0 {
			return false
		}
	case OpStar, OpPlus, OpQuest, OpRepeat:
		if (x.Flags^y.Flags)&NonGreedy != 0 || x.Min != y.Min || x.Max != y.Max {
			return false
		}
	case OpCapture:
		if x.Cap != y.Cap || x.Name != y.Name {
			return false
		}
	}
	for i := range x.Sub {
		if !x.Sub[i].Equal(y.Sub[i]) {
			return false
		}
	}
	return true
}

// Simplify gives an expression that matches the same and has no OpRepeat.
func (re *Regexp) Simplify() *Regexp {
	if re == nil || len(re.Sub) == 0 {
		return re
	}
	out := *re
	out.Sub = make([]*Regexp, len(re.Sub))
	for i, sub := range re.Sub {
		out.Sub[i] = sub.Simplify()
	}
	if re.Op != OpRepeat {
		return &out
	}
	return repeat(out.Sub[0], re.Min, re.Max, re.Flags)
}

func unary(op Op, sub *Regexp, flags Flags) *Regexp {
	return &Regexp{Op: op, Flags: flags, Sub: []*Regexp{sub}}
}

// repeat gives sub min to most times: copies, and for what may be missing each inside the one before.
func repeat(sub *Regexp, min, most int, flags Flags) *Regexp {
	if sub.Op == OpEmptyMatch || min == 0 && most == 0 {
		return &Regexp{Op: OpEmptyMatch}
	}
	switch {
	case most < 0 && min == 0:
		return unary(OpStar, sub, flags)
	case most < 0 && min == 1:
		return unary(OpPlus, sub, flags)
	case min == 1 && most == 1:
		return sub
	}
	all := &Regexp{Op: OpConcat}
	if most < 0 {
		for range min - 1 {
			all.Sub = append(all.Sub, sub)
		}
		all.Sub = append(all.Sub, unary(OpPlus, sub, flags))
		return all
	}
	for range min {
		all.Sub = append(all.Sub, sub)
	}
	if most > min {
		tail := unary(OpQuest, sub, flags)
		for i := min + 1; i < most; i++ {
			tail = unary(OpQuest, &Regexp{Op: OpConcat, Sub: []*Regexp{sub, tail}}, flags)
		}
		all.Sub = append(all.Sub, tail)
	}
	if len(all.Sub) == 1 {
		return all.Sub[0]
	}
	return all
}
