package fmt

import (
	"errors"
	"io"
	"os"
	"strings"
	"unicode/utf8"
)

// ScanState is what a Scanner sees of the scanning.
type ScanState interface {
	// ReadRune gives the next rune of what the operand may use: no more than the width, for Scanln nothing
	// behind the newline.
	ReadRune() (r rune, size int, err error)
	// UnreadRune goes back by one rune.
	UnreadRune() error
	// SkipSpace skips white space; a newline only where it counts as such.
	SkipSpace()
	// Token gives the runes that f accepts, words for a nil f, after white space if skipSpace says so. The bytes are valid
	// until the next call.
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	// Width gives the width, and whether there is one.
	Width() (wid int, ok bool)
	// Read is there because ReadRune is to be used; it fails.
	Read(buf []byte) (n int, err error)
}

// Scanner reads itself from text. Its receiver must be a pointer.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

const (
	noRune  = -1      // the end of the input
	noLimit = 1 << 30 // runes that an operand may have where there is no width
)

// newlines says what a newline is.
type newlines int

const (
	newlineIsSpace newlines = iota // Scan
	newlineEnds                    // Scanln
	newlineMatches                 // Scanf: only a newline of the format fits it
)

// scanner holds the state of one call.
type scanner struct {
	in       io.RuneScanner
	rule     newlines
	token    []byte
	read     int // runes read so far
	limit    int // runes that may be read, by the width
	width    int // noLimit where there is none
	ended    bool
}

// scanFailure is what a failing part panics with; run makes an error of it again.
type scanFailure struct{ err error }

func fail(err error) { panic(scanFailure{err}) }

func failText(text string) { fail(errors.New(text)) }

// newScanner begins to scan r. The state of a scan under way, as in a Scanner's method, counts what is read from it itself.
func newScanner(r io.Reader, rule newlines) *scanner {
	s := &scanner{rule: rule, limit: noLimit, width: noLimit}
	switch in := r.(type) {
	case io.RuneScanner:
		s.in = in
	default:
		s.in = &byteSource{r: r, peeked: noRune}
	}
	return s
}

// run does the work and gives the error that ended it.
func (s *scanner) run(work func()) (err error) {
	defer func() {
		switch cause := recover().(type) {
		case nil:
		case scanFailure:
			err = cause.err
		default:
			panic(cause)
		}
	}()
	work()
	return nil
}

func (s *scanner) all(operands []any) (n int, err error) {
	err = s.run(func() {
		for _, operand := range operands {
			s.operand('v', operand)
			n++
		}
		if s.rule == newlineEnds {
			for {
				r := s.next()
				if r == '\n' || r == noRune {
					return
				}
				if !isSpace(r) {
					failText("expected newline")
				}
			}
		}
	})
	return n, err
}

// Fscan reads a from r: values separated by white space, newlines being such. It gives the number of values read.
func Fscan(r io.Reader, a ...any) (n int, err error) { return newScanner(r, newlineIsSpace).all(a) }

// Fscanln is Fscan for values on one line; behind the last one there must be a newline or the end.
func Fscanln(r io.Reader, a ...any) (n int, err error) { return newScanner(r, newlineEnds).all(a) }

// Fscanf reads a from r after a format. Newlines must be where the format has them.
func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	return newScanner(r, newlineMatches).formatted(format, a)
}

// Scan is Fscan from standard input.
func Scan(a ...any) (n int, err error) { return Fscan(os.Stdin, a...) }

// Scanln is Fscanln from standard input.
func Scanln(a ...any) (n int, err error) { return Fscanln(os.Stdin, a...) }

// Scanf is Fscanf from standard input.
func Scanf(format string, a ...any) (n int, err error) { return Fscanf(os.Stdin, format, a...) }

// Sscan is Fscan from a string.
func Sscan(str string, a ...any) (n int, err error) { return Fscan(strings.NewReader(str), a...) }

// Sscanln is Fscanln from a string.
func Sscanln(str string, a ...any) (n int, err error) {
	return Fscanln(strings.NewReader(str), a...)
}

// Sscanf is Fscanf from a string.
func Sscanf(str string, format string, a ...any) (n int, err error) {
	return Fscanf(strings.NewReader(str), format, a...)
}

func (s *scanner) ReadRune() (r rune, size int, err error) {
	if s.ended || s.read >= s.limit {
		return 0, 0, io.EOF
	}
	r, size, err = s.in.ReadRune()
	switch {
	case err == nil:
		s.read++
		s.ended = s.rule == newlineEnds && r == '\n'
	case err == io.EOF:
		s.ended = true
	}
	return r, size, err
}

func (s *scanner) UnreadRune() error {
	s.in.UnreadRune()
	s.ended = false
	s.read--
	return nil
}

func (s *scanner) Width() (wid int, ok bool) {
	if s.width == noLimit {
		return 0, false
	}
	return s.width, true
}

func (s *scanner) Read([]byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

func (s *scanner) Token(skipSpace bool, f func(rune) bool) (token []byte, err error) {
	if f == nil {
		f = notSpace
	}
	err = s.run(func() {
		s.token = s.token[:0]
		token = s.word(skipSpace, f)
	})
	return token, err
}

// next gives the next rune, noRune at the end.
func (s *scanner) next() rune {
	r, _, err := s.ReadRune()
	if err == io.EOF {
		return noRune
	}
	if err != nil {
		fail(err)
	}
	return r
}

// must is next where the input must not end.
func (s *scanner) must() rune {
	r := s.next()
	if r == noRune {
		fail(io.ErrUnexpectedEOF)
	}
	return r
}

// more fails where the input ends.
func (s *scanner) more() {
	if s.next() == noRune {
		fail(io.EOF)
	}
	s.UnreadRune()
}

// take reads the next rune if it is one of set, and adds it to the token if keep says so; without keep, a
// rune that is not of set is lost.
func (s *scanner) take(set string, keep bool) bool {
	r := s.next()
	if r == noRune {
		return false
	}
	if strings.IndexRune(set, r) < 0 {
		if keep {
			s.UnreadRune()
		}
		return false
	}
	if keep {
		s.token = utf8.AppendRune(s.token, r)
	}
	return true
}

func (s *scanner) accept(set string) bool { return s.take(set, true) }

// peek reports whether the next rune is one of set.
func (s *scanner) peek(set string) bool {
	r := s.next()
	if r == noRune {
		return false
	}
	s.UnreadRune()
	return strings.IndexRune(set, r) >= 0
}

func (s *scanner) SkipSpace() {
	for {
		r := s.next()
		switch {
		case r == noRune:
			return
		case r == '\r' && s.peek("\n"):
		case r == '\n':
			if s.rule != newlineIsSpace {
				failText("unexpected newline")
			}
		case !isSpace(r):
			s.UnreadRune()
			return
		}
	}
}

// word adds the runes that f accepts to the token.
func (s *scanner) word(skipSpace bool, f func(rune) bool) []byte {
	if skipSpace {
		s.SkipSpace()
	}
	for {
		r := s.next()
		if r == noRune {
			return s.token
		}
		if !f(r) {
			s.UnreadRune()
			return s.token
		}
		s.token = utf8.AppendRune(s.token, r)
	}
}

// isSpace is unicode.IsSpace, here so that its tables are not needed.
func isSpace(r rune) bool {
	switch {
	case r >= '\t' && r <= '\r' || r == ' ' || r == 0x85 || r == 0xA0:
		return true
	case r < 0x1680:
		return false
	case r >= 0x2000 && r <= 0x200A:
		return true
	}
	switch r {
	case 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
		return true
	}
	return false
}

func notSpace(r rune) bool { return !isSpace(r) }

// byteSource reads runes from a reader that has only bytes, one at a time so that no byte too many is taken.
type byteSource struct {
	r      io.Reader
	buf    [utf8.UTFMax]byte
	n      int  // bytes in buf that belong to no rune yet
	last   rune // what ReadRune gave last
	peeked rune // what UnreadRune took back; noRune for none
}

func (b *byteSource) ReadRune() (r rune, size int, err error) {
	if b.peeked != noRune {
		r, b.peeked = b.peeked, noRune
		b.last = r
		return r, utf8.RuneLen(r), nil
	}
	for b.n == 0 || !utf8.FullRune(b.buf[:b.n]) {
		var n int
		n, err = io.ReadFull(b.r, b.buf[b.n:b.n+1])
		if n == 0 {
			if err == io.EOF && b.n > 0 {
				break
			}
			return 0, 0, err
		}
		b.n++
	}
	r, size = utf8.DecodeRune(b.buf[:b.n])
	copy(b.buf[:], b.buf[size:b.n])
	b.n -= size
	b.last = r
	return r, size, nil
}

func (b *byteSource) UnreadRune() error {
	b.peeked = b.last
	return nil
}
