// Package bufio puts buffers in front of readers and writers, and cuts input into lines and words.
package bufio

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"
)

const (
	usualSize  = 4096
	leastSize  = 16
	emptyReads = 100 // reads without bytes or error that are borne in a row
)

var (
	ErrInvalidUnreadByte = errors.New("bufio: invalid use of UnreadByte")
	ErrInvalidUnreadRune = errors.New("bufio: invalid use of UnreadRune")
	ErrBufferFull        = errors.New("bufio: buffer full")
	ErrNegativeCount     = errors.New("bufio: negative count")

	errNegativeRead = errors.New("bufio: reader returned negative count from Read")
)

// Reader reads through a buffer.
type Reader struct {
	buf      []byte
	source   io.Reader
	from, to int   // what is in the buffer and not yet read
	err      error // what the source said last, not yet passed on
	lastByte int   // the byte read last, for UnreadByte; -1 for none
	lastSize int   // the width of the rune read last, for UnreadRune; -1 for none
}

// NewReaderSize gives a Reader of rd with a buffer of at least size bytes; rd itself where it is one already.
func NewReaderSize(rd io.Reader, size int) *Reader {
	if b, ok := rd.(*Reader); ok && len(b.buf) >= size {
		return b
	}
	r := new(Reader)
	r.start(make([]byte, max(size, leastSize)), rd)
	return r
}

// NewReader gives a Reader of rd with a buffer of the usual size.
func NewReader(rd io.Reader) *Reader { return NewReaderSize(rd, usualSize) }

func (b *Reader) start(buf []byte, source io.Reader) {
	*b = Reader{buf: buf, source: source, lastByte: -1, lastSize: -1}
}

// Size gives the buffer's size.
func (b *Reader) Size() int { return len(b.buf) }

// Reset drops what is buffered and lets b read from r.
func (b *Reader) Reset(r io.Reader) {
	if b == r {
		return
	}
	buf := b.buf
	if buf == nil {
		buf = make([]byte, usualSize)
	}
	b.start(buf, r)
}

// takeError gives the source's error and forgets it.
func (b *Reader) takeError() error {
	err := b.err
	b.err = nil
	return err
}

// fill reads more into a buffer that has room.
func (b *Reader) fill() {
	if b.from > 0 {
		copy(b.buf, b.buf[b.from:b.to])
		b.to -= b.from
		b.from = 0
	}
	if b.to >= len(b.buf) {
		panic("bufio: tried to fill full buffer")
	}
	for i := 0; i < emptyReads; i++ {
		n, err := b.source.Read(b.buf[b.to:])
		if n < 0 {
			panic(errNegativeRead)
		}
		b.to += n
		if err != nil {
			b.err = err
			return
		}
		if n > 0 {
			return
		}
	}
	b.err = io.ErrNoProgress
}

// Peek gives the next n bytes without reading them; fewer only with an error. They are valid until the next read.
func (b *Reader) Peek(n int) ([]byte, error) {
	if n < 0 {
		return nil, ErrNegativeCount
	}
	b.lastByte, b.lastSize = -1, -1
	for b.Buffered() < n && b.Buffered() < len(b.buf) && b.err == nil {
		b.fill()
	}
	if n > len(b.buf) {
		return b.buf[b.from:b.to], ErrBufferFull
	}
	var err error
	if have := b.Buffered(); have < n {
		n = have
		if err = b.takeError(); err == nil {
			err = ErrBufferFull
		}
	}
	return b.buf[b.from : b.from+n], err
}

// Discard skips n bytes; fewer only with an error.
func (b *Reader) Discard(n int) (discarded int, err error) {
	if n < 0 {
		return 0, ErrNegativeCount
	}
	if n == 0 {
		return 0, nil
	}
	b.lastByte, b.lastSize = -1, -1
	for {
		if b.Buffered() == 0 && b.err == nil {
			b.fill()
		}
		skip := min(b.Buffered(), n-discarded)
		b.from += skip
		discarded += skip
		if discarded == n {
			return n, nil
		}
		if b.err != nil && b.Buffered() == 0 {
			return discarded, b.takeError()
		}
	}
}

// Read is io.Reader's, with one Read of the source at most.
func (b *Reader) Read(p []byte) (n int, err error) {
	if len(p) == 0 {
		if b.Buffered() > 0 {
			return 0, nil
		}
		return 0, b.takeError()
	}
	if b.Buffered() == 0 {
		if b.err != nil {
			return 0, b.takeError()
		}
		direct := len(p) >= len(b.buf)
		place := p
		if !direct {
			b.from, b.to = 0, 0
			place = b.buf
		}
		n, b.err = b.source.Read(place)
		if n < 0 {
			panic(errNegativeRead)
		}
		if n == 0 {
			return 0, b.takeError()
		}
		if direct {
			b.lastByte, b.lastSize = int(p[n-1]), -1
			return n, b.takeError()
		}
		b.to = n
	}
	n = copy(p, b.buf[b.from:b.to])
	b.from += n
	b.lastByte, b.lastSize = int(b.buf[b.from-1]), -1
	return n, nil
}

// ReadByte gives the next byte.
func (b *Reader) ReadByte() (byte, error) {
	b.lastSize = -1
	for b.from == b.to {
		if b.err != nil {
			return 0, b.takeError()
		}
		b.fill()
	}
	c := b.buf[b.from]
	b.from++
	b.lastByte = int(c)
	return c, nil
}

// UnreadByte goes back by the byte read last.
func (b *Reader) UnreadByte() error {
	if b.lastByte < 0 || b.from == 0 && b.to > 0 {
		return ErrInvalidUnreadByte
	}
	if b.from > 0 {
		b.from--
	} else {
		b.to = 1
	}
	b.buf[b.from] = byte(b.lastByte)
	b.lastByte, b.lastSize = -1, -1
	return nil
}

// ReadRune gives the next rune and its width.
func (b *Reader) ReadRune() (r rune, size int, err error) {
	for b.from+utf8.UTFMax > b.to && !utf8.FullRune(b.buf[b.from:b.to]) && b.err == nil && b.Buffered() < len(b.buf) {
		b.fill()
	}
	b.lastSize = -1
	if b.from == b.to {
		return 0, 0, b.takeError()
	}
	r, size = utf8.DecodeRune(b.buf[b.from:b.to])
	b.from += size
	b.lastByte, b.lastSize = int(b.buf[b.from-1]), size
	return r, size, nil
}

// UnreadRune goes back by the rune read last, where ReadRune was the last call.
func (b *Reader) UnreadRune() error {
	if b.lastSize < 0 || b.from < b.lastSize {
		return ErrInvalidUnreadRune
	}
	b.from -= b.lastSize
	b.lastByte, b.lastSize = -1, -1
	return nil
}

// Buffered gives the number of bytes in the buffer.
func (b *Reader) Buffered() int { return b.to - b.from }

// ReadSlice reads up to delim and gives a view of the buffer, valid until the next read; without delim at its end only
// with an error, which is ErrBufferFull where the buffer was too small.
func (b *Reader) ReadSlice(delim byte) (line []byte, err error) {
	searched := 0
	for {
		if at := bytes.IndexByte(b.buf[b.from+searched:b.to], delim); at >= 0 {
			at += searched
			line = b.buf[b.from : b.from+at+1]
			b.from += at + 1
			break
		}
		if b.err != nil {
			line, err = b.buf[b.from:b.to], b.takeError()
			b.from = b.to
			break
		}
		if b.Buffered() >= len(b.buf) {
			b.from = b.to
			line, err = b.buf, ErrBufferFull
			break
		}
		searched = b.Buffered()
		b.fill()
	}
	if n := len(line); n > 0 {
		b.lastByte, b.lastSize = int(line[n-1]), -1
	}
	return line, err
}

// ReadLine gives the next line without its end; isPrefix tells that it did not fit the buffer and goes on. The bytes are
// valid until the next read.
func (b *Reader) ReadLine() (line []byte, isPrefix bool, err error) {
	line, err = b.ReadSlice('\n')
	if err == ErrBufferFull {
		if n := len(line); n > 0 && line[n-1] == '\r' {
			// It may belong to a line's end: leave it for the next call.
			b.from--
			line = line[:n-1]
		}
		return line, true, nil
	}
	if len(line) == 0 {
		if err != nil {
			line = nil
		}
		return line, false, err
	}
	if line[len(line)-1] == '\n' {
		line = bytes.TrimSuffix(line[:len(line)-1], []byte{'\r'})
	}
	return line, false, nil
}

// ReadBytes reads up to delim; without it at the end only with an error.
func (b *Reader) ReadBytes(delim byte) ([]byte, error) {
	var out []byte
	for {
		part, err := b.ReadSlice(delim)
		out = append(out, part...)
		if err != ErrBufferFull {
			return out, err
		}
	}
}

// ReadString is ReadBytes for a string.
func (b *Reader) ReadString(delim byte) (string, error) {
	part, err := b.ReadSlice(delim)
	if err != ErrBufferFull {
		return string(part), err
	}
	var out strings.Builder
	for err == ErrBufferFull {
		out.Write(part)
		part, err = b.ReadSlice(delim)
	}
	out.Write(part)
	return out.String(), err
}

// WriteTo is io.WriterTo's.
func (b *Reader) WriteTo(w io.Writer) (n int64, err error) {
	b.lastByte, b.lastSize = -1, -1
	if b.Buffered() > 0 {
		if n, err = b.drain(w); err != nil {
			return n, err
		}
	}
	if from, ok := b.source.(io.WriterTo); ok {
		m, err := from.WriteTo(w)
		return n + m, err
	}
	if to, ok := w.(io.ReaderFrom); ok {
		m, err := to.ReadFrom(b.source)
		return n + m, err
	}
	for {
		if b.Buffered() > 0 {
			m, err := b.drain(w)
			n += m
			if err != nil {
				return n, err
			}
		}
		if b.err != nil {
			break
		}
		b.fill()
	}
	if b.err == io.EOF {
		b.err = nil
	}
	return n, b.takeError()
}

// drain writes what is buffered.
func (b *Reader) drain(w io.Writer) (int64, error) {
	n, err := w.Write(b.buf[b.from:b.to])
	if n < 0 {
		panic(errors.New("bufio: writer returned negative count from Write"))
	}
	b.from += n
	return int64(n), err
}
