// Package fmt prints values as text after a format, and reads them back.
package fmt

import (
	"io"
	"os"
	"reflect"
	"sync"
	"unicode/utf8"
)

// State is what a Formatter sees of the printing: where to write, and what the directive says.
type State interface {
	Write(b []byte) (n int, err error)
	// Width gives the width, and whether there is one.
	Width() (wid int, ok bool)
	// Precision gives the precision, and whether there is one.
	Precision() (prec int, ok bool)
	// Flag reports whether the flag c is set.
	Flag(c int) bool
}

// Formatter prints itself, whatever the verb.
type Formatter interface {
	Format(f State, verb rune)
}

// Stringer gives the text that stands for it where a string is wanted.
type Stringer interface {
	String() string
}

// GoStringer gives the text that stands for it under %#v.
type GoStringer interface {
	GoString() string
}

// directive is what stands between a percent sign and its verb.
type directive struct {
	width, prec       int
	hasWidth, hasPrec bool

	minus, plus, sharp, space, zero bool
	plusV, sharpV                   bool // plus and sharp as %v takes them; then the flags themselves are off

	formed bool // there is more than a verb
}

// printer holds the state of one call.
type printer struct {
	directive
	out     []byte
	arg     any           // what is being printed, where it is an argument or can be had as one
	value   reflect.Value // what is being printed, where it is inside an argument
	inError bool          // printing an error about a verb: call no methods
	inPanic bool          // printing what a method panicked with

	reordered bool // the format had an explicit argument index
	goodIndex bool // and the last one was valid
	wraps     bool // %w is allowed
	wrapped   []int
}

const keptBuffer = 64 << 10 // larger buffers are left to the collector

var printers = sync.Pool{New: makePrinter}

//gorrery:unprinted
func makePrinter() any { return new(printer) }

func newPrinter() *printer {
	p := printers.Get().(*printer)
	p.inError, p.inPanic, p.wraps = false, false, false
	p.directive = directive{}
	return p
}

//gorrery:unprinted
func (p *printer) free() {
	if cap(p.out) > keptBuffer {
		p.out = nil
	}
	p.out = p.out[:0]
	p.arg = nil
	p.value = reflect.Value{}
	p.wrapped = nil
	printers.Put(p)
}

func (p *printer) Width() (wid int, ok bool) { return p.width, p.hasWidth }

func (p *printer) Precision() (prec int, ok bool) { return p.prec, p.hasPrec }

func (p *printer) Flag(c int) bool {
	switch c {
	case '-':
		return p.minus
	case '+':
		return p.plus || p.plusV
	case '#':
		return p.sharp || p.sharpV
	case ' ':
		return p.space
	case '0':
		return p.zero
	}
	return false
}

func (p *printer) Write(b []byte) (n int, err error) {
	p.out = append(p.out, b...)
	return len(b), nil
}

// WriteString saves Formatters a conversion.
func (p *printer) WriteString(s string) (n int, err error) {
	p.out = append(p.out, s...)
	return len(s), nil
}

func (p *printer) text(s string) { p.out = append(p.out, s...) }

func (p *printer) char(c byte) { p.out = append(p.out, c) }

func (p *printer) char4(r rune) { p.out = utf8.AppendRune(p.out, r) }

// FormatString gives the directive that state and verb come from, as text.
func FormatString(state State, verb rune) string {
	var buf [16]byte
	out := append(buf[:0], '%')
	for _, c := range " +-#0" {
		if state.Flag(int(c)) {
			out = append(out, byte(c))
		}
	}
	if w, ok := state.Width(); ok {
		out = appendInt(out, w)
	}
	if prec, ok := state.Precision(); ok {
		out = appendInt(append(out, '.'), prec)
	}
	return string(utf8.AppendRune(out, verb))
}

// Fprintf writes what the format makes of a to w.
//
//gorrery:format
func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	p := newPrinter()
	p.printf(format, a)
	n, err = w.Write(p.out)
	p.free()
	return n, err
}

// Printf writes what the format makes of a to standard output.
//
//gorrery:format
func Printf(format string, a ...any) (n int, err error) { return Fprintf(os.Stdout, format, a...) }

// Sprintf gives what the format makes of a.
//
//gorrery:format
func Sprintf(format string, a ...any) string {
	p := newPrinter()
	p.printf(format, a)
	s := string(p.out)
	p.free()
	return s
}

// Appendf appends what the format makes of a to b.
//
//gorrery:format
func Appendf(b []byte, format string, a ...any) []byte {
	p := newPrinter()
	p.printf(format, a)
	b = append(b, p.out...)
	p.free()
	return b
}

// Fprint writes a to w, with spaces between neighbours that are no strings.
func Fprint(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.print(a)
	n, err = w.Write(p.out)
	p.free()
	return n, err
}

// Print writes a to standard output as Fprint does.
func Print(a ...any) (n int, err error) { return Fprint(os.Stdout, a...) }

// Sprint gives what Fprint writes.
func Sprint(a ...any) string {
	p := newPrinter()
	p.print(a)
	s := string(p.out)
	p.free()
	return s
}

// Append appends what Fprint writes to b.
func Append(b []byte, a ...any) []byte {
	p := newPrinter()
	p.print(a)
	b = append(b, p.out...)
	p.free()
	return b
}

// Fprintln writes a to w, with spaces between all and a newline behind.
func Fprintln(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.println(a)
	n, err = w.Write(p.out)
	p.free()
	return n, err
}

// Println writes a to standard output as Fprintln does.
func Println(a ...any) (n int, err error) { return Fprintln(os.Stdout, a...) }

// Sprintln gives what Fprintln writes.
func Sprintln(a ...any) string {
	p := newPrinter()
	p.println(a)
	s := string(p.out)
	p.free()
	return s
}

// Appendln appends what Fprintln writes to b.
func Appendln(b []byte, a ...any) []byte {
	p := newPrinter()
	p.println(a)
	b = append(b, p.out...)
	p.free()
	return b
}

func (p *printer) print(args []any) {
	afterString := true
	for _, arg := range args {
		_, isString := arg.(string)
		if !isString && arg != nil {
			isString = reflect.TypeOf(arg).Kind() == reflect.String
		}
		if !isString && !afterString {
			p.char(' ')
		}
		p.argument(arg, 'v')
		afterString = isString
	}
}

func (p *printer) println(args []any) {
	for i, arg := range args {
		if i > 0 {
			p.char(' ')
		}
		p.argument(arg, 'v')
	}
	p.char('\n')
}
