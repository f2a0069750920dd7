package strings

import (
	"errors"
	"io"
	"unicode/utf8"
)

// Reader reads from a string. The zero value reads from "".
type Reader struct {
	s        string
	at       int64
	lastRune int // where the rune began that ReadRune gave last; -1 where something else came after
}

// NewReader gives a Reader of s.
func NewReader(s string) *Reader { return &Reader{s, 0, -1} }

// Reset lets r begin to read from s.
func (r *Reader) Reset(s string) { *r = Reader{s, 0, -1} }

// Len gives the number of bytes not yet read.
func (r *Reader) Len() int { return max(len(r.s)-int(min(r.at, int64(len(r.s)))), 0) }

// Size gives the length of the whole string.
func (r *Reader) Size() int64 { return int64(len(r.s)) }

func (r *Reader) atEnd() bool { return r.at >= int64(len(r.s)) }

// Read is io.Reader's.
func (r *Reader) Read(b []byte) (n int, err error) {
	if r.atEnd() {
		return 0, io.EOF
	}
	r.lastRune = -1
	n = copy(b, r.s[r.at:])
	r.at += int64(n)
	return n, nil
}

// ReadAt is io.ReaderAt's.
func (r *Reader) ReadAt(b []byte, off int64) (n int, err error) {
	if off < 0 {
		return 0, errors.New("strings.Reader.ReadAt: negative offset")
	}
	if off >= int64(len(r.s)) {
		return 0, io.EOF
	}
	n = copy(b, r.s[off:])
	if n < len(b) {
		err = io.EOF
	}
	return n, err
}

// ReadByte is io.ByteReader's.
func (r *Reader) ReadByte() (byte, error) {
	r.lastRune = -1
	if r.atEnd() {
		return 0, io.EOF
	}
	b := r.s[r.at]
	r.at++
	return b, nil
}

// UnreadByte is io.ByteScanner's; it goes one byte back whatever was read last.
func (r *Reader) UnreadByte() error {
	if r.at <= 0 {
		return errors.New("strings.Reader.UnreadByte: at beginning of string")
	}
	r.lastRune = -1
	r.at--
	return nil
}

// ReadRune is io.RuneReader's.
func (r *Reader) ReadRune() (ch rune, size int, err error) {
	if r.atEnd() {
		r.lastRune = -1
		return 0, 0, io.EOF
	}
	r.lastRune = int(r.at)
	ch, size = utf8.DecodeRuneInString(r.s[r.at:])
	r.at += int64(size)
	return ch, size, nil
}

// UnreadRune is io.RuneScanner's.
func (r *Reader) UnreadRune() error {
	if r.at <= 0 {
		return errors.New("strings.Reader.UnreadRune: at beginning of string")
	}
	if r.lastRune < 0 {
		return errors.New("strings.Reader.UnreadRune: previous operation was not ReadRune")
	}
	r.at, r.lastRune = int64(r.lastRune), -1
	return nil
}

// Seek is io.Seeker's.
func (r *Reader) Seek(offset int64, whence int) (int64, error) {
	r.lastRune = -1
	switch whence {
	case io.SeekStart:
	case io.SeekCurrent:
		offset += r.at
	case io.SeekEnd:
		offset += int64(len(r.s))
	default:
		return 0, errors.New("strings.Reader.Seek: invalid whence")
	}
	if offset < 0 {
		return 0, errors.New("strings.Reader.Seek: negative position")
	}
	r.at = offset
	return offset, nil
}

// WriteTo is io.WriterTo's.
func (r *Reader) WriteTo(w io.Writer) (n int64, err error) {
	r.lastRune = -1
	if r.atEnd() {
		return 0, nil
	}
	rest := r.s[r.at:]
	m, err := io.WriteString(w, rest)
	if m > len(rest) {
		panic("strings.Reader.WriteTo: invalid WriteString count")
	}
	r.at += int64(m)
	if m != len(rest) && err == nil {
		err = io.ErrShortWrite
	}
	return int64(m), err
}
