package binary

import (
	"errors"
	"io"
)

// A varint has seven bits of a number in each byte, the lowest first; the eighth bit tells that more follow.
// Signed numbers n are written as 2*n, negative ones as -2*n-1.

// The most bytes that the varints of numbers of 16, 32 and 64 bits take.
const (
	MaxVarintLen16 = 3
	MaxVarintLen32 = 5
	MaxVarintLen64 = 10
)

func folded(x int64) uint64 { return uint64(x<<1) ^ uint64(x>>63) }

func unfolded(u uint64) int64 { return int64(u>>1) ^ -int64(u&1) }

// AppendUvarint appends the varint of x to buf.
func AppendUvarint(buf []byte, x uint64) []byte {
	for ; x >= 0x80; x >>= 7 {
		buf = append(buf, byte(x)|0x80)
	}
	return append(buf, byte(x))
}

// AppendVarint appends the varint of x to buf.
func AppendVarint(buf []byte, x int64) []byte { return AppendUvarint(buf, folded(x)) }

// PutUvarint writes the varint of x to buf and gives its length. It panics where buf is too short.
func PutUvarint(buf []byte, x uint64) int {
	n := 0
	for ; x >= 0x80; x >>= 7 {
		buf[n] = byte(x) | 0x80
		n++
	}
	buf[n] = byte(x)
	return n + 1
}

// PutVarint writes the varint of x to buf and gives its length. It panics where buf is too short.
func PutVarint(buf []byte, x int64) int { return PutUvarint(buf, folded(x)) }

// Uvarint gives the number whose varint buf begins with and the varint's length: 0 where buf is too short, the negative
// number of bytes read where the number needs more than 64 bits.
func Uvarint(buf []byte) (uint64, int) {
	var x uint64
	for i, c := range buf {
		if i == MaxVarintLen64 || i == MaxVarintLen64-1 && c > 1 && c < 0x80 {
			return 0, -(i + 1)
		}
		x |= uint64(c&0x7F) << (7 * i)
		if c < 0x80 {
			return x, i + 1
		}
	}
	return 0, 0
}

// Varint is Uvarint for a signed number.
func Varint(buf []byte) (int64, int) {
	u, n := Uvarint(buf)
	return unfolded(u), n
}

var errOverflow = errors.New("binary: varint overflows a 64-bit integer")

// ReadUvarint reads a varint; the error is io.EOF only where there is nothing at all.
func ReadUvarint(r io.ByteReader) (uint64, error) {
	var x uint64
	for i := 0; i < MaxVarintLen64; i++ {
		c, err := r.ReadByte()
		if err != nil {
			if i > 0 && err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return x, err
		}
		if i == MaxVarintLen64-1 && c > 1 {
			return x, errOverflow
		}
		x |= uint64(c&0x7F) << (7 * i)
		if c < 0x80 {
			return x, nil
		}
	}
	return x, errOverflow
}

// ReadVarint is ReadUvarint for a signed number.
func ReadVarint(r io.ByteReader) (int64, error) {
	u, err := ReadUvarint(r)
	return unfolded(u), err
}
