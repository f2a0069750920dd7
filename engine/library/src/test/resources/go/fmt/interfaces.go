package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

// ring formats itself by verb, flags, width and precision.
type ring struct{ r float64 }

func (x ring) Format(s fmt.State, verb rune) {
	io.WriteString(s, "ring")
	n, err := s.Write([]byte("<"))
	width, hasWidth := s.Width()
	precision, hasPrecision := s.Precision()
	fmt.Fprintf(s, "%c %d%v %d%v %d%v>", verb, width, hasWidth, precision, hasPrecision, n, err)
	for _, c := range "+-# 0" {
		if s.Flag(int(c)) {
			fmt.Fprintf(s, "[%c]", c)
		}
	}
	io.WriteString(s, fmt.FormatString(s, verb))
}

type secret string

func (s secret) GoString() string { return "secret(" + strings.Repeat("*", len(s)) + ")" }

// formatted calls the method as fmt does, with a state of its own.
type state struct {
	strings.Builder
	wide int
}

func (s *state) Width() (int, bool)     { return s.wide, s.wide > 0 }
func (s *state) Precision() (int, bool) { return 0, false }
func (s *state) Flag(c int) bool        { return c == '#' }

func formatted(f fmt.Formatter, wide int, verb rune) string {
	s := &state{wide: wide}
	f.Format(s, verb)
	return s.String()
}

func goString(g fmt.GoStringer) string { return g.GoString() }

// pairOf is scanned as (word:number).
type pairOf struct {
	word   string
	number int
	seen   string
}

func (p *pairOf) Scan(s fmt.ScanState, verb rune) error {
	width, ok := s.Width()
	p.seen = fmt.Sprintf("%c %v", verb, ok)
	if ok {
		p.seen += fmt.Sprint(" ", width)
	}
	s.SkipSpace()
	r, n, err := s.ReadRune()
	if err != nil {
		return err
	}
	if r != '(' {
		s.UnreadRune()
		return fmt.Errorf("%q of %d bytes where a bracket opens", r, n)
	}
	word, err := s.Token(true, func(r rune) bool { return r != ':' && r != ')' })
	if err != nil {
		return err
	}
	p.word = string(word)
	if _, _, err = s.ReadRune(); err != nil {
		return err
	}
	if _, err = fmt.Fscanf(s, "%d", &p.number); err != nil {
		return err
	}
	r, _, err = s.ReadRune()
	if err == nil && r != ')' {
		return fmt.Errorf("%q where a bracket closes", r)
	}
	return err
}

// bytesOf tries what a scan state refuses.
type bytesOf struct{ err error }

func (b *bytesOf) Scan(s fmt.ScanState, verb rune) (err error) {
	var p [2]byte
	_, b.err = s.Read(p[:])
	_, _, err = s.ReadRune()
	return err
}

func scanned(s fmt.Scanner, text string) string {
	n, err := fmt.Sscan(text, s)
	return fmt.Sprintf("%d %v %+v", n, err, s)
}

type word string

func (w *word) Scan(s fmt.ScanState, verb rune) error {
	t, err := s.Token(false, nil)
	*w = word(t)
	if len(t) == 0 && err == nil {
		err = errors.New("nothing there")
	}
	return err
}

func scanWord(s fmt.Scanner, state fmt.ScanState) error { return s.Scan(state, 'v') }

// fromState makes a scanner read a word by calling it directly.
type fromState struct{ a, b word }

func (f *fromState) Scan(s fmt.ScanState, verb rune) error {
	s.SkipSpace()
	if err := scanWord(&f.a, s); err != nil {
		return err
	}
	s.SkipSpace()
	return scanWord(&f.b, s)
}

func input(text string, read func()) {
	r, w, err := os.Pipe()
	if err != nil {
		panic(err)
	}
	before := os.Stdin
	os.Stdin = r
	io.WriteString(w, text)
	w.Close()
	read()
	rest, err := io.ReadAll(r)
	fmt.Printf("left %q %v\n", rest, err)
	os.Stdin = before
	r.Close()
}

// level is a value of a flag.
type level int

func (l *level) Set(s string) error {
	if s == "" {
		return errors.New("no level")
	}
	*l = level(len(s))
	return nil
}
func (l *level) String() string { return strings.Repeat("+", int(*l)) }
func (l *level) Get() any       { return int(*l) }

func set(v flag.Value, to string) string {
	err := v.Set(to)
	return fmt.Sprint(v.String(), " ", err)
}

func got(g flag.Getter, to string) string {
	err := g.Set(to)
	return fmt.Sprint(g.Get(), " ", g.String(), " ", err)
}

func flags() {
	var l level
	fmt.Println(set(&l, "abc"), set(&l, ""), got(&l, "12345"))
	set := flag.NewFlagSet("prog", flag.ContinueOnError)
	set.Var(&l, "level", "how `much` of it")
	set.Duration("wait", 0, "a `time` to wait")
	set.VisitAll(func(f *flag.Flag) {
		name, usage := flag.UnquoteUsage(f)
		fmt.Printf("%s %q %s %q %q\n", f.Name, f.Usage, name, usage, f.DefValue)
	})
	fmt.Println(set.Parse([]string{"-level=xx", "-wait", "3m", "rest"}), l, set.Lookup("wait").Value.(flag.Getter).Get(), set.Args())
}

func main() {
	fmt.Printf("%v|%+8.3q|%-#x|% 05d\n", ring{1}, ring{2}, ring{3}, ring{4})
	fmt.Println(formatted(ring{1}, 0, 'v'), formatted(ring{1}, 7, 'T'))
	fmt.Printf("%#v %v %#v %#v\n", secret("abc"), secret("abc"), []secret{"x", "yz"}, map[string]secret{"k": "v"})
	fmt.Println(goString(secret("four")))

	fmt.Println(scanned(&pairOf{}, " (seven:7)"))
	fmt.Println(scanned(&pairOf{}, "(seven:x)"))
	fmt.Println(scanned(&pairOf{}, "[7]"))
	fmt.Println(scanned(&pairOf{}, ""))
	var p, q pairOf
	n, err := fmt.Sscanf("at (a:1) and (b:22)", "at %v and %12s", &p, &q)
	fmt.Printf("%d %v %+v %+v\n", n, err, p, q)
	var b bytesOf
	n, err = fmt.Sscan("z", &b)
	fmt.Println(n, err, b.err)
	fmt.Println(scanned(&fromState{}, "  two words"))
	fmt.Println(scanned(&fromState{}, "  one"))

	var i, j int
	var s, t string
	r := bufio.NewReader(strings.NewReader("12 ab;0x1F|é rest\nnext"))
	n, err = fmt.Fscanf(r, "%d %2s;%v|%c", &i, &s, &j, new(rune))
	fmt.Println(n, err, i, s, j, r.Buffered())
	n, err = fmt.Fscanf(r, "%s\n%s", &s, &t)
	fmt.Println(n, err, s, t)
	input("1 two\n3 four", func() {
		n, err := fmt.Scan(&i, &s, &j)
		fmt.Println(n, err, i, s, j)
	})
	input("5 six\n7 eight\n9", func() {
		n, err := fmt.Scanln(&i, &s)
		fmt.Println(n, err, i, s)
		n, err = fmt.Scanln(&i, &s, &j)
		fmt.Println(n, err, i, s, j)
	})
	input("x=10,y=20\nz", func() {
		n, err := fmt.Scanf("x=%d,y=%d\n", &i, &j)
		fmt.Println(n, err, i, j)
		n, err = fmt.Scanf("%d", &i)
		fmt.Println(n, err, i)
	})
	flags()
}
