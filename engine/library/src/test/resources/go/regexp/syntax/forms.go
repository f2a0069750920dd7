package main

import (
	"errors"
	"fmt"
	"regexp"
	"regexp/syntax"
	"strings"
)

// tree shows an expression with all that is set in it.
func tree(r *syntax.Regexp, depth int) {
	fmt.Printf("%s%v flags %#x", strings.Repeat("  ", depth), r.Op, uint16(r.Flags))
	switch r.Op {
	case syntax.OpLiteral, syntax.OpCharClass:
		fmt.Printf(" runes %q", r.Rune)
	case syntax.OpRepeat:
		fmt.Printf(" %d to %d", r.Min, r.Max)
	case syntax.OpCapture:
		fmt.Printf(" %d %q", r.Cap, r.Name)
	}
	fmt.Printf(" is %s\n", r.String())
	for _, sub := range r.Sub {
		tree(sub, depth+1)
	}
}

func flagged(names map[string]syntax.Flags, order []string) {
	for _, text := range []string{`a.b$`, `(?i)K[^a]`, `^x+$`, `\pL\d`, `(?s).`, `(?m:^.$)`, `a|\C`} {
		for _, name := range order {
			r, err := syntax.Parse(text, names[name])
			if err != nil {
				fmt.Println(text, name, err)
				continue
			}
			fmt.Println(text, name, r, r.Simplify(), r.Flags&syntax.WasDollar != 0)
		}
	}
}

func operators() {
	for _, op := range []syntax.Op{
		syntax.OpNoMatch, syntax.OpEmptyMatch, syntax.OpLiteral, syntax.OpCharClass, syntax.OpAnyCharNotNL, syntax.OpAnyChar, syntax.OpBeginLine,
		syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary, syntax.OpCapture, syntax.OpStar,
		syntax.OpPlus, syntax.OpQuest, syntax.OpRepeat, syntax.OpConcat, syntax.OpAlternate,
	} {
		fmt.Print(int(op), " ", op.String(), "; ")
	}
	fmt.Println(syntax.Op(99))
	for _, op := range []syntax.InstOp{
		syntax.InstAlt, syntax.InstAltMatch, syntax.InstCapture, syntax.InstEmptyWidth, syntax.InstMatch, syntax.InstFail, syntax.InstNop,
		syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL,
	} {
		fmt.Print(int(op), " ", op.String(), "; ")
	}
	fmt.Println(syntax.InstOp(99))
}

func faults() {
	codes := []syntax.ErrorCode{
		syntax.ErrInternalError, syntax.ErrInvalidCharClass, syntax.ErrInvalidCharRange, syntax.ErrInvalidEscape, syntax.ErrInvalidNamedCapture,
		syntax.ErrInvalidPerlOp, syntax.ErrInvalidRepeatOp, syntax.ErrInvalidRepeatSize, syntax.ErrInvalidUTF8, syntax.ErrMissingBracket,
		syntax.ErrMissingParen, syntax.ErrMissingRepeatArgument, syntax.ErrTrailingBackslash, syntax.ErrUnexpectedParen, syntax.ErrNestingDepth,
		syntax.ErrLarge,
	}
	for _, c := range codes {
		fmt.Println(c.String())
	}
	for _, text := range []string{`[a`, `[z-a]`, `\8`, `(?P<n`, `(?P<n>a)(?P<n>b)`, `(?q)`, `a**`, `a{1001}`, "\xff", `(a`, `*a`, `\`, `a)`, strings.Repeat("(", 1001) + strings.Repeat(")", 1001), `((a{100}){100}){100}`, `(?i)(?s`, `x{2,1}`, `\pX`, `[[:word:]-z]`, `[[:nope:]]`, `(?<name>x)`, `(?<1>x)`, `a{,2}`, `\Qab`, `(?i`} {
		_, err := syntax.Parse(text, syntax.Perl)
		var e *syntax.Error
		if errors.As(err, &e) {
			shown := e.Expr
			if len(shown) > 30 {
				shown = shown[:30]
			}
			fmt.Printf("%.30q: %s: %q %v\n", text, e.Code, shown, e.Error() == "error parsing regexp: "+e.Code.String()+": `"+e.Expr+"`")
		} else {
			fmt.Printf("%.30q: %v\n", text, err)
		}
	}
}

func program(text string) *syntax.Prog {
	r, err := syntax.Parse(text, syntax.Perl)
	if err != nil {
		panic(err)
	}
	p, err := syntax.Compile(r.Simplify())
	if err != nil {
		panic(err)
	}
	return p
}

// runs follows a program from an instruction, first ways first, and gives where a match ends, or -1.
func runs(p *syntax.Prog, pc uint32, text []rune, at int, seen map[[2]int]bool) int {
	if seen[[2]int{int(pc), at}] {
		return -1
	}
	seen[[2]int{int(pc), at}] = true
	before, after := rune(-1), rune(-1)
	if at > 0 {
		before = text[at-1]
	}
	if at < len(text) {
		after = text[at]
	}
	switch i := &p.Inst[pc]; i.Op {
	case syntax.InstMatch:
		return at
	case syntax.InstAlt, syntax.InstAltMatch:
		if end := runs(p, i.Out, text, at, seen); end >= 0 {
			return end
		}
		return runs(p, i.Arg, text, at, seen)
	case syntax.InstEmptyWidth:
		if i.MatchEmptyWidth(before, after) {
			return runs(p, i.Out, text, at, seen)
		}
	case syntax.InstCapture, syntax.InstNop:
		return runs(p, i.Out, text, at, seen)
	case syntax.InstRune, syntax.InstRune1:
		if after >= 0 && i.MatchRune(after) {
			return runs(p, i.Out, text, at+1, seen)
		}
	case syntax.InstRuneAny:
		if after >= 0 {
			return runs(p, i.Out, text, at+1, seen)
		}
	case syntax.InstRuneAnyNotNL:
		if after >= 0 && after != '\n' {
			return runs(p, i.Out, text, at+1, seen)
		}
	}
	return -1
}

func programs() {
	for _, text := range []string{`abc`, `a+b`, `^abc(d|e)*$`, `(?i)straße`, `\bfoo\B`, `(?m)^$`, `a?b??c*?`, `[^a-z]{2,3}`, ``, `(?s).+.`, `.`, `(?:ab|ac|ad)x`, `(?P<year>\d{4})-`} {
		p := program(text)
		prefix, complete := p.Prefix()
		fmt.Printf("%s prefix %q %v condition %#x captures %d %v\n", text, prefix, complete, uint8(p.StartCond()), p.NumCap, p.Inst[0].Op)
		for _, in := range []string{"abc", "aab", "abcdede", "STRASSE straße", "foobar food", "a\n\nb", "c", "XYZ9", "", "\n", "adx", "2024-01"} {
			runes := []rune(in)
			want, got := regexp.MustCompile(text).FindStringIndex(in), -1
			for at := 0; at <= len(runes) && got < 0; at++ {
				got = runs(p, uint32(p.Start), runes, at, map[[2]int]bool{})
			}
			if want == nil != (got < 0) || want != nil && len(string(runes[:got])) != want[1] {
				fmt.Println(text, in, want, got)
			}
		}
	}
	p := &syntax.Prog{Start: 1, NumCap: 2, Inst: []syntax.Inst{
		{Op: syntax.InstFail}, {Op: syntax.InstAlt, Out: 2, Arg: 3}, {Op: syntax.InstRune1, Out: 4, Rune: []rune{'a'}},
		{Op: syntax.InstEmptyWidth, Out: 2, Arg: uint32(syntax.EmptyBeginLine)}, {Op: syntax.InstCapture, Out: 5, Arg: 1},
		{Op: syntax.InstRune, Out: 6, Arg: uint32(syntax.FoldCase), Rune: []rune{'K'}}, {Op: syntax.InstRuneAny, Out: 7},
		{Op: syntax.InstRuneAnyNotNL, Out: 8}, {Op: syntax.InstNop, Out: 9}, {Op: syntax.InstAltMatch, Out: 10, Arg: 0}, {Op: syntax.InstMatch},
	}}
	fmt.Print(p.String())
	for k := range p.Inst {
		fmt.Print(p.Inst[k].String(), "; ")
	}
	fmt.Println()
}

func matches() {
	p := program(`[a-cx]`)
	for k := range p.Inst {
		i := &p.Inst[k]
		if i.Op == syntax.InstRune {
			fmt.Println(i.MatchRune('b'), i.MatchRune('w'), i.MatchRunePos('x'), i.MatchRunePos('y'))
		}
	}
	folded := syntax.Inst{Op: syntax.InstRune, Rune: []rune{'K'}, Arg: uint32(syntax.FoldCase)}
	fmt.Println(folded.MatchRune('k'), folded.MatchRune('\u212a'), folded.MatchRune('L'), folded.MatchRunePos('k'))
	any := syntax.Inst{Op: syntax.InstRuneAny}
	line := syntax.Inst{Op: syntax.InstRuneAnyNotNL}
	fmt.Println(any.Op, line.Op)
	conditions := []syntax.EmptyOp{syntax.EmptyBeginLine, syntax.EmptyEndLine, syntax.EmptyBeginText, syntax.EmptyEndText, syntax.EmptyWordBoundary, syntax.EmptyNoWordBoundary}
	for _, c := range conditions {
		i := syntax.Inst{Op: syntax.InstEmptyWidth, Arg: uint32(c)}
		fmt.Print(uint8(c), ":")
		for _, around := range [][2]rune{{-1, 'a'}, {'a', -1}, {'\n', ' '}, {' ', '\n'}, {'a', 'b'}, {'a', ' '}, {-1, -1}} {
			fmt.Print(" ", i.MatchEmptyWidth(around[0], around[1]))
		}
		fmt.Println()
	}
	for _, around := range [][2]rune{{-1, 'a'}, {'a', -1}, {'\n', 'é'}, {'_', '9'}, {-1, -1}} {
		fmt.Printf("%#x ", uint8(syntax.EmptyOpContext(around[0], around[1])))
	}
	fmt.Println(syntax.IsWordChar('_'), syntax.IsWordChar('é'))
}

func whole() {
	r := regexp.MustCompilePOSIX(`a+|a+b`)
	fmt.Println(r.FindString("aab"), regexp.MustCompile(`a+|a+b`).FindString("aab"), r.Copy().FindString("xaaab"))
	out, err := r.AppendText([]byte("pattern "))
	fmt.Println(string(out), err)
	func() {
		defer func() { fmt.Println(recover()) }()
		regexp.MustCompilePOSIX(`\d`)
	}()
}

func main() {
	r, err := syntax.Parse(`(?P<all>x+[a-c]{2,}|^\bé?(?i:Ab)*?$|()\B.(?s:.))(?m:^$)\z`, syntax.Perl)
	fmt.Println(err)
	tree(r, 0)
	tree(r.Simplify(), 0)
	fmt.Println(r.MaxCap(), r.CapNames(), r.Equal(r.Simplify()), len(r.Sub0), r.Rune0)
	none := &syntax.Regexp{Op: syntax.OpNoMatch}
	fmt.Println(none, &syntax.Regexp{Op: syntax.OpLiteral, Rune: []rune("a.b"), Flags: syntax.FoldCase}, &syntax.Regexp{Op: syntax.OpStar, Flags: syntax.NonGreedy, Sub: []*syntax.Regexp{none}})
	flagged(map[string]syntax.Flags{
		"posix": syntax.POSIX, "perl": syntax.Perl, "literal": syntax.Literal, "fold": syntax.FoldCase | syntax.PerlX, "class": syntax.ClassNL | syntax.OneLine,
		"dot": syntax.DotNL, "match": syntax.MatchNL, "greedy": syntax.NonGreedy | syntax.PerlX, "simple": syntax.Simple, "groups": syntax.UnicodeGroups | syntax.PerlX,
	}, []string{"posix", "perl", "literal", "fold", "class", "dot", "match", "greedy", "simple", "groups"})
	operators()
	faults()
	programs()
	matches()
	whole()
}
