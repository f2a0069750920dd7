// Package io names the ways in which bytes are read and written, and has what works on all of them.
package io

import (
	"errors"
	"sync"
)

// What Seek's offset counts from.
const (
	SeekStart   = 0
	SeekCurrent = 1
	SeekEnd     = 2
)

var (
	// EOF tells that the input ended where it may.
	EOF = errors.New("EOF")
	// ErrUnexpectedEOF tells that the input ended in the midst of something.
	ErrUnexpectedEOF = errors.New("unexpected EOF")
	// ErrShortWrite tells that a Writer took fewer bytes than it was given without saying why.
	ErrShortWrite = errors.New("short write")
	// ErrShortBuffer tells that a buffer is too small for what was asked.
	ErrShortBuffer = errors.New("short buffer")
	// ErrNoProgress tells that a Reader gave nothing, and no error, many times.
	ErrNoProgress = errors.New("multiple Read calls return no data or error")

	errInvalidWrite = errors.New("invalid write result")
	errWhence       = errors.New("Seek: invalid whence")
	errOffset       = errors.New("Seek: invalid offset")
)

// Reader reads up to len(p) bytes into p and gives their number; it may give an error with the last ones or with the
// next call, EOF where there are no more.
type Reader interface {
	Read(p []byte) (n int, err error)
}

// Writer writes p and gives the number of bytes it took; fewer than len(p) only with an error. It must not keep p.
type Writer interface {
	Write(p []byte) (n int, err error)
}

// Closer ends the use of what has it.
type Closer interface {
	Close() error
}

// Seeker sets the place of the next read or write and gives it, counted from the start.
type Seeker interface {
	Seek(offset int64, whence int) (int64, error)
}

// ReadWriter is a Reader and a Writer.
type ReadWriter interface {
	Reader
	Writer
}

// ReadCloser is a Reader that can be closed.
type ReadCloser interface {
	Reader
	Closer
}

// WriteCloser is a Writer that can be closed.
type WriteCloser interface {
	Writer
	Closer
}

// ReadWriteCloser is a Reader and a Writer that can be closed.
type ReadWriteCloser interface {
	Reader
	Writer
	Closer
}

// ReadSeeker is a Reader with a place that can be set.
type ReadSeeker interface {
	Reader
	Seeker
}

// ReadSeekCloser is a ReadSeeker that can be closed.
type ReadSeekCloser interface {
	Reader
	Seeker
	Closer
}

// WriteSeeker is a Writer with a place that can be set.
type WriteSeeker interface {
	Writer
	Seeker
}

// ReadWriteSeeker is a Reader and a Writer with a place that can be set.
type ReadWriteSeeker interface {
	Reader
	Writer
	Seeker
}

// ReaderFrom writes all that r gives until EOF.
type ReaderFrom interface {
	ReadFrom(r Reader) (n int64, err error)
}

// WriterTo writes all that there is to w.
type WriterTo interface {
	WriteTo(w Writer) (n int64, err error)
}

// ReaderAt reads len(p) bytes from the offset off; fewer only with an error. Calls may overlap in time.
type ReaderAt interface {
	ReadAt(p []byte, off int64) (n int, err error)
}

// WriterAt writes p at the offset off.
type WriterAt interface {
	WriteAt(p []byte, off int64) (n int, err error)
}

// ByteReader reads a byte.
type ByteReader interface {
	ReadByte() (byte, error)
}

// ByteScanner is a ByteReader that can go back by the byte read last.
type ByteScanner interface {
	ByteReader
	UnreadByte() error
}

// ByteWriter writes a byte.
type ByteWriter interface {
	WriteByte(c byte) error
}

// RuneReader reads a rune and gives its width in bytes.
type RuneReader interface {
	ReadRune() (r rune, size int, err error)
}

// RuneScanner is a RuneReader that can go back by the rune read last.
type RuneScanner interface {
	RuneReader
	UnreadRune() error
}

// StringWriter writes a string.
type StringWriter interface {
	WriteString(s string) (n int, err error)
}

// WriteString writes s to w, by its own WriteString where it has one.
func WriteString(w Writer, s string) (n int, err error) {
	if direct, ok := w.(StringWriter); ok {
		return direct.WriteString(s)
	}
	return w.Write([]byte(s))
}

// ReadAtLeast reads into buf until it holds min bytes; the error is EOF where there was nothing, ErrUnexpectedEOF
// where there was not enough.
func ReadAtLeast(r Reader, buf []byte, min int) (n int, err error) {
	if len(buf) < min {
		return 0, ErrShortBuffer
	}
	for n < min && err == nil {
		var m int
		m, err = r.Read(buf[n:])
		n += m
	}
	switch {
	case n >= min:
		err = nil
	case n > 0 && err == EOF:
		err = ErrUnexpectedEOF
	}
	return n, err
}

// ReadFull reads until buf is full, with ReadAtLeast's errors.
func ReadFull(r Reader, buf []byte) (n int, err error) { return ReadAtLeast(r, buf, len(buf)) }

// ReadAll reads until EOF, which is not an error here.
func ReadAll(r Reader) ([]byte, error) {
	const least = 512
	out := make([]byte, 0, least)
	for {
		n, err := r.Read(out[len(out):cap(out)])
		out = out[:len(out)+n]
		if err == EOF {
			return out, nil
		}
		if err != nil {
			return out, err
		}
		if len(out) == cap(out) {
			out = append(make([]byte, 0, 2*cap(out)), out...)
		}
	}
}

// CopyN copies n bytes; fewer only with an error, EOF where src has no more.
func CopyN(dst Writer, src Reader, n int64) (written int64, err error) {
	written, err = Copy(dst, LimitReader(src, n))
	switch {
	case written == n:
		return n, nil
	case err == nil:
		err = EOF
	}
	return written, err
}

// Copy copies from src until EOF, which is not an error here. It leaves the work to src's WriteTo or dst's ReadFrom
// where there is one.
func Copy(dst Writer, src Reader) (written int64, err error) { return transfer(dst, src, nil) }

// CopyBuffer is Copy by way of buf. It panics for an empty one that is not nil.
func CopyBuffer(dst Writer, src Reader, buf []byte) (written int64, err error) {
	if buf != nil && len(buf) == 0 {
		panic("empty buffer in CopyBuffer")
	}
	return transfer(dst, src, buf)
}

func transfer(dst Writer, src Reader, buf []byte) (written int64, err error) {
	if from, ok := src.(WriterTo); ok {
		return from.WriteTo(dst)
	}
	if to, ok := dst.(ReaderFrom); ok {
		return to.ReadFrom(src)
	}
	if buf == nil {
		size := int64(32 << 10)
		if limited, ok := src.(*LimitedReader); ok && limited.N < size {
			size = max(limited.N, 1)
		}
		buf = make([]byte, size)
	}
	for {
		n, readErr := src.Read(buf)
		if n > 0 {
			m, err := dst.Write(buf[:n])
			if m < 0 || m > n {
				m = 0
				if err == nil {
					err = errInvalidWrite
				}
			}
			written += int64(m)
			if err == nil && m < n {
				err = ErrShortWrite
			}
			if err != nil {
				return written, err
			}
		}
		if readErr == EOF {
			return written, nil
		}
		if readErr != nil {
			return written, readErr
		}
	}
}

type discard struct{}

// Discard takes everything and keeps nothing.
var Discard Writer = discard{}

func (discard) Write(p []byte) (int, error)       { return len(p), nil }
func (discard) WriteString(s string) (int, error) { return len(s), nil }

var discardBuffers = sync.Pool{New: func() any {
	b := make([]byte, 8<<10)
	return &b
}}

func (discard) ReadFrom(r Reader) (n int64, err error) {
	buf := discardBuffers.Get().(*[]byte)
	defer discardBuffers.Put(buf)
	for {
		m, err := r.Read(*buf)
		n += int64(m)
		if err == EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}
