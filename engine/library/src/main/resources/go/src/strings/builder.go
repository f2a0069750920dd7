package strings

import (
	"unicode/utf8"
	"unsafe"
)

// Builder makes a string from pieces, with as little copying as can be. A Builder that has been written to must not be copied.
type Builder struct {
	self *Builder // what the first write saw, to notice copies
	buf  []byte
}

// own panics where b is a copy of a Builder that has been written to.
func (b *Builder) own() {
	if b.self == nil {
		b.self = aside(b)
	} else if b.self != b {
		panic("strings: illegal use of non-zero Builder copied by value")
	}
}

// aside gives b. The pointer that a Builder has to itself lives no longer than it does.
//
//gorrery:noescape
func aside(b *Builder) *Builder { return b }

// String gives what has been written so far.
func (b *Builder) String() string { return unsafe.String(unsafe.SliceData(b.buf), len(b.buf)) }

// Len gives the number of bytes written so far.
func (b *Builder) Len() int { return len(b.buf) }

// Cap gives the number of bytes that there is room for in all.
func (b *Builder) Cap() int { return cap(b.buf) }

// Reset empties b.
func (b *Builder) Reset() { *b = Builder{} }

// Grow makes room for n more bytes. It panics for a negative n.
func (b *Builder) Grow(n int) {
	b.own()
	if n < 0 {
		panic("strings.Builder.Grow: negative count")
	}
	if cap(b.buf)-len(b.buf) < n {
		b.buf = append(make([]byte, 0, 2*cap(b.buf)+n), b.buf...)
	}
}

// Write appends p. It never fails.
func (b *Builder) Write(p []byte) (int, error) {
	b.own()
	b.buf = append(b.buf, p...)
	return len(p), nil
}

// WriteByte appends c. It never fails.
func (b *Builder) WriteByte(c byte) error {
	b.own()
	b.buf = append(b.buf, c)
	return nil
}

// WriteRune appends r's encoding and gives its length. It never fails.
func (b *Builder) WriteRune(r rune) (int, error) {
	b.own()
	before := len(b.buf)
	b.buf = utf8.AppendRune(b.buf, r)
	return len(b.buf) - before, nil
}

// WriteString appends s. It never fails.
func (b *Builder) WriteString(s string) (int, error) {
	b.own()
	b.buf = append(b.buf, s...)
	return len(s), nil
}
