// Package regexp finds what regular expressions describe, in a time that is linear in the length of the text.
package regexp

import (
	"io"
	"regexp/syntax"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// Regexp is an expression ready for use, by several goroutines too.
type Regexp struct {
	expr     string
	prog     *syntax.Prog
	names    []string
	prefix   string // what all matches begin with
	complete bool   // and are
	anchored bool   // matches begin at the text's beginning only
	longest  bool
	machines sync.Pool // of *machine
}

// Compile reads an expression in Perl's syntax; of the matches at the first place it finds the one that a backtracking search
// would find first.
func Compile(expr string) (*Regexp, error) { return compile(expr, syntax.Perl, false) }

// CompilePOSIX reads an expression in POSIX's syntax; of the matches at the first place it finds the longest.
func CompilePOSIX(expr string) (*Regexp, error) { return compile(expr, syntax.POSIX, true) }

func compile(expr string, flags syntax.Flags, longest bool) (*Regexp, error) {
	tree, err := syntax.Parse(expr, flags)
	if err != nil {
		return nil, err
	}
	names := tree.CapNames()
	prog, err := syntax.Compile(tree.Simplify())
	if err != nil {
		return nil, err
	}
	re := &Regexp{expr: expr, prog: prog, names: names, longest: longest}
	re.anchored = prog.StartCond()&syntax.EmptyBeginText != 0
	if !re.anchored {
		re.prefix, re.complete = prog.Prefix()
	}
	return re, nil
}

// MustCompile is Compile that panics for an invalid expression.
func MustCompile(str string) *Regexp { return must(Compile(str))("Compile", str) }

// MustCompilePOSIX is CompilePOSIX that panics for an invalid expression.
func MustCompilePOSIX(str string) *Regexp { return must(CompilePOSIX(str))("CompilePOSIX", str) }

func must(re *Regexp, err error) func(function, str string) *Regexp {
	return func(function, str string) *Regexp {
		if err != nil {
			quoted := strconv.Quote(str)
			if strconv.CanBackquote(str) {
				quoted = "`" + str + "`"
			}
			panic("regexp: " + function + "(" + quoted + "): " + err.Error())
		}
		return re
	}
}

// String gives the expression.
func (re *Regexp) String() string { return re.expr }

// Copy gives a copy of re.
//
// Deprecated: a Regexp may be used by several goroutines.
func (re *Regexp) Copy() *Regexp {
	return &Regexp{
		expr: re.expr, prog: re.prog, names: re.names, prefix: re.prefix,
		complete: re.complete, anchored: re.anchored, longest: re.longest,
	}
}

// Longest makes re find the longest of the matches at the first place.
func (re *Regexp) Longest() { re.longest = true }

// NumSubexp gives the number of groups.
func (re *Regexp) NumSubexp() int { return len(re.names) - 1 }

// SubexpNames gives the groups' names by index; the first one, for the whole, is "".
func (re *Regexp) SubexpNames() []string { return re.names }

// SubexpIndex gives the index of the first group of a name, or -1.
func (re *Regexp) SubexpIndex(name string) int {
	if name != "" {
		for i, n := range re.names {
			if n == name {
				return i
			}
		}
	}
	return -1
}

// LiteralPrefix gives what all matches begin with, and whether that is all they are.
func (re *Regexp) LiteralPrefix() (prefix string, complete bool) { return re.prefix, re.complete }

// MatchReader reports whether there is a match in r; it may read more than that.
func (re *Regexp) MatchReader(r io.RuneReader) bool { return re.findReader(r, 0) != nil }

// MatchString reports whether there is a match in s.
func (re *Regexp) MatchString(s string) bool { return re.find(s, 0, 0) != nil }

// Match reports whether there is a match in b.
func (re *Regexp) Match(b []byte) bool { return re.find(view(b), 0, 0) != nil }

// MatchReader reports whether there is a match of an expression in r.
func MatchReader(pattern string, r io.RuneReader) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.MatchReader(r), nil
}

// MatchString reports whether there is a match of an expression in s.
func MatchString(pattern string, s string) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.MatchString(s), nil
}

// Match reports whether there is a match of an expression in b.
func Match(pattern string, b []byte) (matched bool, err error) {
	return MatchString(pattern, view(b))
}

const special = `\.+*?()|[]{}^$`

// QuoteMeta gives an expression that matches the text s.
func QuoteMeta(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if strings.IndexByte(special, s[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// AppendText appends the expression to b.
func (re *Regexp) AppendText(b []byte) ([]byte, error) { return append(b, re.expr...), nil }

// MarshalText gives the expression.
func (re *Regexp) MarshalText() ([]byte, error) { return re.AppendText(nil) }

// UnmarshalText sets re to an expression in Perl's syntax.
func (re *Regexp) UnmarshalText(text []byte) error {
	read, err := Compile(string(text))
	if err != nil {
		return err
	}
	re.expr, re.prog, re.names, re.prefix = read.expr, read.prog, read.names, read.prefix
	re.complete, re.anchored, re.longest = read.complete, read.anchored, read.longest
	return nil
}

// matches calls deliver with the places of up to n matches (all for n < 0) and their groups. An empty match directly
// behind another one does not count.
func (re *Regexp) matches(s string, n, captures int, deliver func([]int)) {
	if n < 0 {
		n = len(s) + 1
	}
	for at, found, last := 0, 0, -1; found < n && at <= len(s); {
		m := re.find(s, at, captures)
		if m == nil {
			return
		}
		accept := true
		if m[1] == at {
			accept = m[0] != last
			_, width := utf8.DecodeRuneInString(s[at:])
			at += max(width, 1)
		} else {
			at = m[1]
		}
		last = m[1]
		if accept {
			deliver(m)
			found++
		}
	}
}

// Split cuts s at up to n-1 matches (all for n < 0); none for n == 0.
func (re *Regexp) Split(s string, n int) []string {
	if n == 0 {
		return nil
	}
	if re.expr != "" && s == "" {
		return []string{""}
	}
	out := []string{}
	begin, end := 0, 0
	re.matches(s, n, 2, func(m []int) {
		if n > 0 && len(out) == n-1 {
			return
		}
		end = m[0]
		if m[1] != 0 {
			out = append(out, s[begin:end])
		}
		begin = m[1]
	})
	if end != len(s) {
		out = append(out, s[begin:])
	}
	return out
}
