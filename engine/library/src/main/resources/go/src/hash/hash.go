// Package hash names what hash functions have in common.
package hash

import "io"

// Hash takes bytes by Write, which never fails, and gives their hash.
type Hash interface {
	io.Writer
	// Sum appends the hash to b and leaves the state alone.
	Sum(b []byte) []byte
	// Reset lets it begin anew.
	Reset()
	// Size gives the number of bytes that Sum appends.
	Size() int
	// BlockSize gives the number of bytes of which Write best is given multiples.
	BlockSize() int
}

// Hash32 is a Hash of 32 bits.
type Hash32 interface {
	Hash
	Sum32() uint32
}

// Hash64 is a Hash of 64 bits.
type Hash64 interface {
	Hash
	Sum64() uint64
}

// Cloner is a Hash that can be copied with its state.
type Cloner interface {
	Hash
	Clone() (Cloner, error)
}

// XOF is a hash function whose output is as long as one wants: Write must not be called any more once Read has been.
type XOF interface {
	io.Writer
	io.Reader
	Reset()
	BlockSize() int
}
