// Package adler32 has the checksum of zlib (RFC 1950): the sum of the bytes and the sum of these sums.
package adler32

import (
	"errors"
	"hash"
)

// Size is the number of bytes of a checksum.
const Size = 4

const (
	modulus  = 65521 // the largest prime below 2^16
	mostRun  = 5552  // bytes that can be added up before a sum needs more than 32 bits
	statePre = "adl\x01"
)

// digest holds the plain sum in its lower half, the sum of sums in the upper.
type digest uint32

// New gives a Hash whose Sum has the highest byte first.
func New() hash.Hash32 {
	d := digest(1)
	return &d
}

// Checksum gives the checksum of data.
func Checksum(data []byte) uint32 { return update(1, data) }

func update(d uint32, p []byte) uint32 {
	a, b := d&0xFFFF, d>>16
	for len(p) > 0 {
		run := p[:min(len(p), mostRun)]
		p = p[len(run):]
		for _, c := range run {
			a += uint32(c)
			b += a
		}
		a %= modulus
		b %= modulus
	}
	return b<<16 | a
}

func (d *digest) Reset()         { *d = 1 }
func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 4 }
func (d *digest) Sum32() uint32  { return uint32(*d) }

func (d *digest) Write(p []byte) (n int, err error) {
	*d = digest(update(uint32(*d), p))
	return len(p), nil
}

func (d *digest) Sum(in []byte) []byte {
	return append(in, byte(*d>>24), byte(*d>>16), byte(*d>>8), byte(*d))
}

func (d *digest) AppendBinary(b []byte) ([]byte, error) { return d.Sum(append(b, statePre...)), nil }

func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *digest) UnmarshalBinary(b []byte) error {
	if len(b) < len(statePre) || string(b[:len(statePre)]) != statePre {
		return errors.New("hash/adler32: invalid hash state identifier")
	}
	b = b[len(statePre):]
	if len(b) != Size {
		return errors.New("hash/adler32: invalid hash state size")
	}
	*d = digest(b[0])<<24 | digest(b[1])<<16 | digest(b[2])<<8 | digest(b[3])
	return nil
}

func (d *digest) Clone() (hash.Cloner, error) {
	c := *d
	return &c, nil
}
