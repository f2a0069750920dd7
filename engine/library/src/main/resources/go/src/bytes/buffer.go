package bytes

import (
	"errors"
	"io"
	"unicode/utf8"
)

// MinRead is the room that ReadFrom makes for each Read.
const MinRead = 512

const firstRoom = 64 // of a buffer that is written to for the first time

// ErrTooLarge is what a Buffer panics with where memory cannot hold it.
var ErrTooLarge = errors.New("bytes.Buffer: too large")

// Buffer is written at its end and read from its beginning. The zero value is empty and ready.
type Buffer struct {
	buf  []byte
	at   int // the bytes before it are read
	last int // what can be undone: -1 a read of bytes, n > 0 a rune of n bytes, 0 nothing
}

const readBytes = -1

// NewBuffer gives a Buffer that begins with buf, which it then owns.
func NewBuffer(buf []byte) *Buffer { return &Buffer{buf: buf} }

// NewBufferString gives a Buffer that begins with s.
func NewBufferString(s string) *Buffer { return &Buffer{buf: []byte(s)} }

// Bytes gives what is not yet read, valid until the next change.
func (b *Buffer) Bytes() []byte { return b.buf[b.at:] }

// AvailableBuffer gives an empty slice of the room that there is, to be appended to and written at once.
func (b *Buffer) AvailableBuffer() []byte { return b.buf[len(b.buf):] }

// String gives what is not yet read; "<nil>" for a nil Buffer.
func (b *Buffer) String() string {
	if b == nil {
		return "<nil>"
	}
	return string(b.buf[b.at:])
}

// Peek gives the next n bytes without reading them; fewer only with io.EOF. They are valid until the next change.
func (b *Buffer) Peek(n int) ([]byte, error) {
	if b.Len() < n {
		return b.buf[b.at:], io.EOF
	}
	return b.buf[b.at : b.at+n], nil
}

// Len gives the number of bytes not yet read.
func (b *Buffer) Len() int { return len(b.buf) - b.at }

// Cap gives the size of the memory that b has.
func (b *Buffer) Cap() int { return cap(b.buf) }

// Available gives the number of bytes that there is room for at the end.
func (b *Buffer) Available() int { return cap(b.buf) - len(b.buf) }

// Truncate drops all but the first n bytes not yet read. It panics where there are not as many.
func (b *Buffer) Truncate(n int) {
	if n == 0 {
		b.Reset()
		return
	}
	b.last = 0
	if n < 0 || n > b.Len() {
		panic("bytes.Buffer: truncation out of range")
	}
	b.buf = b.buf[:b.at+n]
}

// Reset empties b but keeps its memory.
func (b *Buffer) Reset() { b.buf, b.at, b.last = b.buf[:0], 0, 0 }

// room makes room for n more bytes.
func (b *Buffer) room(n int) {
	if b.at > 0 && b.at == len(b.buf) {
		b.Reset()
	}
	b.last = 0
	if cap(b.buf)-len(b.buf) >= n {
		return
	}
	have := b.Len()
	if b.buf == nil && n <= firstRoom {
		b.buf = make([]byte, 0, firstRoom)
		return
	}
	if n <= cap(b.buf)/2-have {
		// More than half would be free: move instead of growing.
		copy(b.buf, b.buf[b.at:])
		b.buf, b.at = b.buf[:have], 0
		return
	}
	size := 2*cap(b.buf) + n
	if size < 0 {
		panic(ErrTooLarge)
	}
	grown := make([]byte, have, size)
	copy(grown, b.buf[b.at:])
	b.buf, b.at = grown, 0
}

// Grow makes room for n more bytes. It panics for a negative n.
func (b *Buffer) Grow(n int) {
	if n < 0 {
		panic("bytes.Buffer.Grow: negative count")
	}
	b.room(n)
}

// Write appends p. It never fails.
func (b *Buffer) Write(p []byte) (n int, err error) {
	b.room(len(p))
	b.buf = append(b.buf, p...)
	return len(p), nil
}

// WriteString appends s. It never fails.
func (b *Buffer) WriteString(s string) (n int, err error) {
	b.room(len(s))
	b.buf = append(b.buf, s...)
	return len(s), nil
}

// WriteByte appends c. It never fails.
func (b *Buffer) WriteByte(c byte) error {
	b.room(1)
	b.buf = append(b.buf, c)
	return nil
}

// WriteRune appends r's encoding and gives its length. It never fails.
func (b *Buffer) WriteRune(r rune) (n int, err error) {
	b.room(utf8.UTFMax)
	before := len(b.buf)
	b.buf = utf8.AppendRune(b.buf, r)
	return len(b.buf) - before, nil
}

// ReadFrom appends all that r gives until io.EOF.
func (b *Buffer) ReadFrom(r io.Reader) (n int64, err error) {
	for {
		b.room(MinRead)
		m, err := r.Read(b.buf[len(b.buf):cap(b.buf)])
		if m < 0 {
			panic(errors.New("bytes.Buffer: reader returned negative count from Read"))
		}
		b.buf = b.buf[:len(b.buf)+m]
		n += int64(m)
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

// WriteTo writes what is not yet read to w.
func (b *Buffer) WriteTo(w io.Writer) (n int64, err error) {
	b.last = 0
	if have := b.Len(); have > 0 {
		m, err := w.Write(b.buf[b.at:])
		if m > have {
			panic("bytes.Buffer.WriteTo: invalid Write count")
		}
		b.at += m
		if err == nil && m < have {
			err = io.ErrShortWrite
		}
		if err != nil {
			return int64(m), err
		}
		n = int64(m)
	}
	b.Reset()
	return n, nil
}

// Read is io.Reader's.
func (b *Buffer) Read(p []byte) (n int, err error) {
	b.last = 0
	if b.Len() == 0 {
		b.Reset()
		if len(p) == 0 {
			return 0, nil
		}
		return 0, io.EOF
	}
	n = copy(p, b.buf[b.at:])
	b.at += n
	if n > 0 {
		b.last = readBytes
	}
	return n, nil
}

// Next reads n bytes, or as many as there are; they are valid until the next change.
func (b *Buffer) Next(n int) []byte {
	n = min(n, b.Len())
	data := b.buf[b.at : b.at+n]
	b.at += n
	b.last = 0
	if n > 0 {
		b.last = readBytes
	}
	return data
}

// ReadByte reads a byte.
func (b *Buffer) ReadByte() (byte, error) {
	if b.Len() == 0 {
		b.Reset()
		return 0, io.EOF
	}
	c := b.buf[b.at]
	b.at++
	b.last = readBytes
	return c, nil
}

// ReadRune reads a rune.
func (b *Buffer) ReadRune() (r rune, size int, err error) {
	if b.Len() == 0 {
		b.Reset()
		return 0, 0, io.EOF
	}
	r, size = utf8.DecodeRune(b.buf[b.at:])
	b.at += size
	b.last = size
	return r, size, nil
}

// UnreadRune goes back by the rune read last, where ReadRune was the last call.
func (b *Buffer) UnreadRune() error {
	if b.last <= 0 {
		return errors.New("bytes.Buffer: UnreadRune: previous operation was not a successful ReadRune")
	}
	b.at -= b.last
	b.last = 0
	return nil
}

// UnreadByte goes back by a byte, where the last call read something.
func (b *Buffer) UnreadByte() error {
	if b.last == 0 {
		return errors.New("bytes.Buffer: UnreadByte: previous operation was not a successful read")
	}
	b.last = 0
	if b.at > 0 {
		b.at--
	}
	return nil
}

// upTo reads up to delim and gives a view.
func (b *Buffer) upTo(delim byte) (line []byte, err error) {
	end := len(b.buf)
	if at := IndexByte(b.buf[b.at:], delim); at >= 0 {
		end = b.at + at + 1
	} else {
		err = io.EOF
	}
	line = b.buf[b.at:end]
	b.at = end
	b.last = readBytes
	return line, err
}

// ReadBytes reads up to delim; without it at the end only with io.EOF.
func (b *Buffer) ReadBytes(delim byte) (line []byte, err error) {
	view, err := b.upTo(delim)
	return append(line, view...), err
}

// ReadString is ReadBytes for a string.
func (b *Buffer) ReadString(delim byte) (line string, err error) {
	view, err := b.upTo(delim)
	return string(view), err
}
