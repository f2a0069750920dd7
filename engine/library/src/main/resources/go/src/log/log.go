// Package log writes lines with what one wants to know of when and where they were written.
package log

import (
	"fmt"
	"internal/logline"
	"io"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// What stands in front of a line, in this order.
const (
	Ldate         = 1 << iota // 2009/01/23
	Ltime                     // 01:23:23
	Lmicroseconds             // 01:23:23.123123
	Llongfile                 // /a/b/c/d.go:23
	Lshortfile                // d.go:23
	LUTC                      // date and time are in UTC
	Lmsgprefix                // the prefix goes directly in front of the text
	LstdFlags     = Ldate | Ltime
)

// Logger writes lines to an io.Writer, one Write each. It may be used by several goroutines.
type Logger struct {
	writing sync.Mutex
	out     io.Writer // under writing
	prefix  atomic.Pointer[string]
	flags   atomic.Int32
}

// New gives a Logger to out.
func New(out io.Writer, prefix string, flag int) *Logger {
	l := &Logger{out: out}
	l.SetPrefix(prefix)
	l.SetFlags(flag)
	return l
}

var std = New(os.Stderr, "", LstdFlags)

// Default gives the Logger of the package's functions.
func Default() *Logger { return std }

// SetOutput sets where lines go.
func (l *Logger) SetOutput(w io.Writer) {
	l.writing.Lock()
	l.out = w
	l.writing.Unlock()
}

// Writer gives where lines go.
func (l *Logger) Writer() io.Writer {
	l.writing.Lock()
	defer l.writing.Unlock()
	return l.out
}

// Flags gives what stands in front of a line.
func (l *Logger) Flags() int { return int(l.flags.Load()) }

// SetFlags sets what stands in front of a line.
func (l *Logger) SetFlags(flag int) { l.flags.Store(int32(flag)) }

// Prefix gives the prefix.
func (l *Logger) Prefix() string {
	if p := l.prefix.Load(); p != nil {
		return *p
	}
	return ""
}

// SetPrefix sets the prefix.
func (l *Logger) SetPrefix(prefix string) { l.prefix.Store(&prefix) }

// number appends n with at least width digits.
func number(b []byte, n, width int) []byte {
	var digits [20]byte
	at := len(digits)
	for ; n > 0 || width > 0; width-- {
		at--
		digits[at] = byte('0' + n%10)
		n /= 10
	}
	return append(b, digits[at:]...)
}

// place gives the place of a program counter, or where that is 0 of the caller depth calls above.
func place(pc uintptr, depth int) (file string, line int) {
	if pc != 0 {
		frame, _ := runtime.CallersFrames([]uintptr{pc}).Next()
		file, line = frame.File, frame.Line
	} else {
		_, file, line, _ = runtime.Caller(depth + 1)
	}
	if file == "" {
		return "???", 0
	}
	return file, line
}

// heading appends what stands in front of a line.
func (l *Logger) heading(b []byte, flags int, pc uintptr, depth int) []byte {
	prefix := l.Prefix()
	if flags&Lmsgprefix == 0 {
		b = append(b, prefix...)
	}
	if flags&(Ldate|Ltime|Lmicroseconds) != 0 {
		b = stamp(b, flags)
	}
	if flags&(Lshortfile|Llongfile) != 0 {
		file, line := place(pc, depth+1)
		if flags&Lshortfile != 0 {
			for i := len(file) - 1; i > 0; i-- {
				if file[i] == '/' {
					file = file[i+1:]
					break
				}
			}
		}
		b = append(b, file...)
		b = number(append(b, ':'), line, 1)
		b = append(b, ": "...)
	}
	if flags&Lmsgprefix != 0 {
		b = append(b, prefix...)
	}
	return b
}

func stamp(b []byte, flags int) []byte {
	now := time.Now()
	if flags&LUTC != 0 {
		now = now.UTC()
	}
	if flags&Ldate != 0 {
		year, month, day := now.Date()
		b = number(b, year, 4)
		b = number(append(b, '/'), int(month), 2)
		b = number(append(b, '/'), day, 2)
		b = append(b, ' ')
	}
	if flags&(Ltime|Lmicroseconds) != 0 {
		hour, minute, second := now.Clock()
		b = number(b, hour, 2)
		b = number(append(b, ':'), minute, 2)
		b = number(append(b, ':'), second, 2)
		if flags&Lmicroseconds != 0 {
			b = number(append(b, '.'), now.Nanosecond()/1000, 6)
		}
		b = append(b, ' ')
	}
	return b
}

// emit writes the line that text appends, for the caller depth calls above.
func (l *Logger) emit(depth int, text func([]byte) []byte) error {
	return l.finish(text(l.heading(make([]byte, 0, 128), l.Flags(), 0, depth+1)))
}

// finish writes a line.
func (l *Logger) finish(b []byte) error {
	if len(b) == 0 || b[len(b)-1] != '\n' {
		b = append(b, '\n')
	}
	l.writing.Lock()
	defer l.writing.Unlock()
	_, err := l.out.Write(b)
	return err
}

func init() {
	logline.Standard = func(pc uintptr, text []byte) error {
		return std.finish(append(std.heading(make([]byte, 0, 128), std.Flags(), pc, 0), text...))
	}
}

// silent reports whether lines go nowhere.
func (l *Logger) silent() bool { return l.Writer() == io.Discard }

func (l *Logger) print(depth int, v []any) {
	if !l.silent() {
		l.emit(depth+1, func(b []byte) []byte { return fmt.Append(b, v...) })
	}
}

func (l *Logger) printf(depth int, format string, v []any) {
	if !l.silent() {
		l.emit(depth+1, func(b []byte) []byte { return fmt.Appendf(b, format, v...) })
	}
}

func (l *Logger) println(depth int, v []any) {
	if !l.silent() {
		l.emit(depth+1, func(b []byte) []byte { return fmt.Appendln(b, v...) })
	}
}

// Output writes a line for the caller calldepth calls above, 1 being that of Output.
func (l *Logger) Output(calldepth int, s string) error {
	return l.emit(calldepth, func(b []byte) []byte { return append(b, s...) })
}

// Output writes a line for the caller calldepth calls above, 1 being that of Output.
func Output(calldepth int, s string) error {
	return std.emit(calldepth, func(b []byte) []byte { return append(b, s...) })
}

// SetOutput sets where the package's functions write to.
func SetOutput(w io.Writer) { std.SetOutput(w) }

// Writer gives where the package's functions write to.
func Writer() io.Writer { return std.Writer() }

// Flags gives what stands in front of a line of the package's functions.
func Flags() int { return std.Flags() }

// SetFlags sets what stands in front of a line of the package's functions.
func SetFlags(flag int) { std.SetFlags(flag) }

// Prefix gives the prefix of the package's functions.
func Prefix() string { return std.Prefix() }

// SetPrefix sets the prefix of the package's functions.
func SetPrefix(prefix string) { std.SetPrefix(prefix) }
