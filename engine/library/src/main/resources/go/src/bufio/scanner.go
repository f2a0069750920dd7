package bufio

import (
	"bytes"
	"errors"
	"io"
	"unicode"
	"unicode/utf8"
)

// MaxScanTokenSize is the size of a Scanner's buffer where Buffer has not set another.
const MaxScanTokenSize = 64 * 1024

const firstBuffer = 4096

var (
	ErrTooLong         = errors.New("bufio.Scanner: token too long")
	ErrNegativeAdvance = errors.New("bufio.Scanner: SplitFunc returns negative advance count")
	ErrAdvanceTooFar   = errors.New("bufio.Scanner: SplitFunc returns advance count beyond input")
	ErrBadReadCount    = errors.New("bufio.Scanner: Read returned impossible count")
	// ErrFinalToken is what a SplitFunc gives with the last token; it is not an error of the scan.
	ErrFinalToken = errors.New("final token")
)

// SplitFunc finds the next token in data, the input not yet used: it gives the number of bytes to go on by, and the token
// or nil where there is none in them. With (0, nil, nil) it asks for more data; atEOF tells that there is no more.
type SplitFunc func(data []byte, atEOF bool) (advance int, token []byte, err error)

// Scanner cuts input into tokens, lines if Split does not say otherwise.
type Scanner struct {
	source   io.Reader
	split    SplitFunc
	limit    int // the most that the buffer may grow to
	token    []byte
	buf      []byte
	from, to int
	err      error
	empty    int // empty tokens in a row
	started  bool
	done     bool
}

// NewScanner gives a Scanner of r.
func NewScanner(r io.Reader) *Scanner {
	return &Scanner{source: r, split: ScanLines, limit: MaxScanTokenSize}
}

// Err gives the first error that was not io.EOF.
func (s *Scanner) Err() error {
	if s.err == io.EOF {
		return nil
	}
	return s.err
}

// Bytes gives the token; its memory may be used again by the next Scan.
func (s *Scanner) Bytes() []byte { return s.token }

// Text gives a copy of the token.
func (s *Scanner) Text() string { return string(s.token) }

// Buffer sets the first buffer and the largest size that one may grow to. It panics after the first Scan.
func (s *Scanner) Buffer(buf []byte, max int) {
	if s.started {
		panic("Buffer called after Scan")
	}
	s.buf, s.limit = buf[:cap(buf)], max
}

// Split sets the function that finds tokens. It panics after the first Scan.
func (s *Scanner) Split(split SplitFunc) {
	if s.started {
		panic("Split called after Scan")
	}
	s.split = split
}

// fail remembers the first error.
func (s *Scanner) fail(err error) {
	if s.err == nil || s.err == io.EOF {
		s.err = err
	}
}

// stop ends the scan without a token.
func (s *Scanner) stop() bool {
	s.from, s.to = 0, 0
	s.token = nil
	return false
}

// Scan finds the next token; false tells that there is none, and Err why. It panics where many empty ones come in a row.
func (s *Scanner) Scan() bool {
	if s.done {
		return false
	}
	s.started = true
	for {
		if s.to > s.from || s.err != nil {
			found, ended := s.tokenInBuffer()
			if found || ended {
				return found
			}
		}
		if s.err != nil {
			return s.stop()
		}
		if !s.room() {
			return s.stop()
		}
		s.read()
	}
}

// tokenInBuffer asks the split function; ended tells that there will be no more.
func (s *Scanner) tokenInBuffer() (found, ended bool) {
	advance, token, err := s.split(s.buf[s.from:s.to], s.err != nil)
	if err == ErrFinalToken {
		s.token = token
		s.done = true
		return token != nil, true
	}
	if err != nil {
		s.fail(err)
		s.token = nil
		return false, true
	}
	switch {
	case advance < 0:
		s.fail(ErrNegativeAdvance)
		s.token = nil
		return false, true
	case advance > s.to-s.from:
		s.fail(ErrAdvanceTooFar)
		s.token = nil
		return false, true
	}
	s.from += advance
	s.token = token
	if token == nil {
		return false, false
	}
	if s.err == nil || advance > 0 {
		s.empty = 0
	} else {
		s.empty++
		if s.empty > emptyReads {
			panic("bufio.Scan: too many empty tokens without progressing")
		}
	}
	return true, false
}

// room makes room in the buffer; false tells that it may not grow any more.
func (s *Scanner) room() bool {
	if s.from > 0 && (s.to == len(s.buf) || s.from > len(s.buf)/2) {
		copy(s.buf, s.buf[s.from:s.to])
		s.to -= s.from
		s.from = 0
	}
	if s.to < len(s.buf) {
		return true
	}
	const most = int(^uint(0) >> 1)
	if len(s.buf) >= s.limit || len(s.buf) > most/2 {
		s.fail(ErrTooLong)
		return false
	}
	size := len(s.buf) * 2
	if size == 0 {
		size = firstBuffer
	}
	grown := make([]byte, min(size, s.limit))
	s.to = copy(grown, s.buf[s.from:s.to])
	s.from = 0
	s.buf = grown
	return true
}

// read reads until there are bytes or an error.
func (s *Scanner) read() {
	for i := 0; ; i++ {
		n, err := s.source.Read(s.buf[s.to:])
		if n < 0 || n > len(s.buf)-s.to {
			s.fail(ErrBadReadCount)
			return
		}
		s.to += n
		if err != nil {
			s.fail(err)
			return
		}
		if n > 0 {
			s.empty = 0
			return
		}
		if i >= emptyReads {
			s.fail(io.ErrNoProgress)
			return
		}
	}
}

// ScanBytes finds single bytes.
func ScanBytes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	return 1, data[:1], nil
}

// ScanRunes finds runes; an invalid byte becomes U+FFFD.
func ScanRunes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	switch {
	case len(data) == 0 || !atEOF && !utf8.FullRune(data):
		return 0, nil, nil
	case data[0] < utf8.RuneSelf:
		return 1, data[:1], nil
	}
	if _, n := utf8.DecodeRune(data); n > 1 {
		return n, data[:n], nil
	}
	return 1, []byte(string(utf8.RuneError)), nil
}

// ScanLines finds lines, without their ends: "\n" or "\r\n". The last one need not have one.
func ScanLines(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	line := data
	if at := bytes.IndexByte(data, '\n'); at >= 0 {
		advance, line = at+1, data[:at]
	} else if atEOF {
		advance = len(data)
	} else {
		return 0, nil, nil
	}
	if n := len(line); n > 0 && line[n-1] == '\r' {
		line = line[:n-1]
	}
	return advance, line, nil
}

// ScanWords finds words between white space.
func ScanWords(data []byte, atEOF bool) (advance int, token []byte, err error) {
	begin := -1
	for i := 0; i < len(data); {
		r, n := rune(data[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(data[i:])
		}
		space := unicode.IsSpace(r)
		if space && begin >= 0 {
			return i + n, data[begin:i], nil
		}
		if !space && begin < 0 {
			begin = i
		}
		i += n
	}
	switch {
	case begin < 0 && atEOF:
		return len(data), nil, nil
	case begin < 0:
		// All space so far: skip what is certain.
		return spaceLength(data), nil, nil
	case atEOF:
		return len(data), data[begin:], nil
	}
	return begin, nil, nil
}

// spaceLength gives the length of the white space that data begins with.
func spaceLength(data []byte) int {
	at := 0
	for at < len(data) && utf8.FullRune(data[at:]) {
		r, n := utf8.DecodeRune(data[at:])
		if !unicode.IsSpace(r) {
			break
		}
		at += n
	}
	return at
}
