package bytes

import (
	"errors"
	"io"
	"unicode/utf8"
)

// Reader reads from a slice. The zero value reads from an empty one.
type Reader struct {
	s        []byte
	at       int64
	lastRune int // where the rune began that ReadRune gave last; -1 where something else came after
}

// NewReader gives a Reader of b.
func NewReader(b []byte) *Reader { return &Reader{b, 0, -1} }

// Reset lets r begin to read from b.
func (r *Reader) Reset(b []byte) { *r = Reader{b, 0, -1} }

// rest gives what is not yet read.
func (r *Reader) rest() []byte {
	if r.at >= int64(len(r.s)) {
		return nil
	}
	return r.s[r.at:]
}

// Len gives the number of bytes not yet read.
func (r *Reader) Len() int { return len(r.rest()) }

// Size gives the length of the whole slice.
func (r *Reader) Size() int64 { return int64(len(r.s)) }

// Read is io.Reader's.
func (r *Reader) Read(b []byte) (n int, err error) {
	rest := r.rest()
	if len(rest) == 0 {
		return 0, io.EOF
	}
	r.lastRune = -1
	n = copy(b, rest)
	r.at += int64(n)
	return n, nil
}

// ReadAt is io.ReaderAt's.
func (r *Reader) ReadAt(b []byte, off int64) (n int, err error) {
	if off < 0 {
		return 0, errors.New("bytes.Reader.ReadAt: negative offset")
	}
	if off >= int64(len(r.s)) {
		return 0, io.EOF
	}
	if n = copy(b, r.s[off:]); n < len(b) {
		err = io.EOF
	}
	return n, err
}

// ReadByte is io.ByteReader's.
func (r *Reader) ReadByte() (byte, error) {
	r.lastRune = -1
	rest := r.rest()
	if len(rest) == 0 {
		return 0, io.EOF
	}
	r.at++
	return rest[0], nil
}

// UnreadByte is io.ByteScanner's; it goes one byte back whatever was read last.
func (r *Reader) UnreadByte() error {
	if r.at <= 0 {
		return errors.New("bytes.Reader.UnreadByte: at beginning of slice")
	}
	r.lastRune = -1
	r.at--
	return nil
}

// ReadRune is io.RuneReader's.
func (r *Reader) ReadRune() (ch rune, size int, err error) {
	rest := r.rest()
	if len(rest) == 0 {
		r.lastRune = -1
		return 0, 0, io.EOF
	}
	r.lastRune = int(r.at)
	ch, size = utf8.DecodeRune(rest)
	r.at += int64(size)
	return ch, size, nil
}

// UnreadRune is io.RuneScanner's.
func (r *Reader) UnreadRune() error {
	if r.at <= 0 {
		return errors.New("bytes.Reader.UnreadRune: at beginning of slice")
	}
	if r.lastRune < 0 {
		return errors.New("bytes.Reader.UnreadRune: previous operation was not ReadRune")
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
		return 0, errors.New("bytes.Reader.Seek: invalid whence")
	}
	if offset < 0 {
		return 0, errors.New("bytes.Reader.Seek: negative position")
	}
	r.at = offset
	return offset, nil
}

// WriteTo is io.WriterTo's.
func (r *Reader) WriteTo(w io.Writer) (n int64, err error) {
	r.lastRune = -1
	rest := r.rest()
	if len(rest) == 0 {
		return 0, nil
	}
	m, err := w.Write(rest)
	if m > len(rest) {
		panic("bytes.Reader.WriteTo: invalid Write count")
	}
	r.at += int64(m)
	if m != len(rest) && err == nil {
		err = io.ErrShortWrite
	}
	return int64(m), err
}
