// Package fnv has the hash functions of Fowler, Noll and Vo.
package fnv

import (
	"errors"
	"hash"
	"math/bits"
)

const (
	offset32   = 2166136261
	offset64   = 14695981039346656037
	offset128H = 0x6c62272e07bb0142
	offset128L = 0x62b821756295c58d
	prime32    = 16777619
	prime64    = 1099511628211
	prime128L  = 0x13b // the prime is 2^88 + this
	shift128   = 24    // 88 - 64
)

type (
	sum32   uint32
	sum32a  uint32
	sum64   uint64
	sum64a  uint64
	sum128  [2]uint64
	sum128a [2]uint64
)

// New32 gives FNV-1 of 32 bits.
func New32() hash.Hash32 {
	s := sum32(offset32)
	return &s
}

// New32a gives FNV-1a of 32 bits.
func New32a() hash.Hash32 {
	s := sum32a(offset32)
	return &s
}

// New64 gives FNV-1 of 64 bits.
func New64() hash.Hash64 {
	s := sum64(offset64)
	return &s
}

// New64a gives FNV-1a of 64 bits.
func New64a() hash.Hash64 {
	s := sum64a(offset64)
	return &s
}

// New128 gives FNV-1 of 128 bits.
func New128() hash.Hash { return &sum128{offset128H, offset128L} }

// New128a gives FNV-1a of 128 bits.
func New128a() hash.Hash { return &sum128a{offset128H, offset128L} }

func (s *sum32) Write(data []byte) (int, error) {
	h := *s
	for _, c := range data {
		h = h*prime32 ^ sum32(c)
	}
	*s = h
	return len(data), nil
}

func (s *sum32a) Write(data []byte) (int, error) {
	h := *s
	for _, c := range data {
		h = (h ^ sum32a(c)) * prime32
	}
	*s = h
	return len(data), nil
}

func (s *sum64) Write(data []byte) (int, error) {
	h := *s
	for _, c := range data {
		h = h*prime64 ^ sum64(c)
	}
	*s = h
	return len(data), nil
}

func (s *sum64a) Write(data []byte) (int, error) {
	h := *s
	for _, c := range data {
		h = (h ^ sum64a(c)) * prime64
	}
	*s = h
	return len(data), nil
}

// timesPrime multiplies by the prime of 128 bits.
func timesPrime(h [2]uint64) [2]uint64 {
	hi, lo := bits.Mul64(prime128L, h[1])
	return [2]uint64{hi + h[1]<<shift128 + prime128L*h[0], lo}
}

func (s *sum128) Write(data []byte) (int, error) {
	h := [2]uint64(*s)
	for _, c := range data {
		h = timesPrime(h)
		h[1] ^= uint64(c)
	}
	*s = h
	return len(data), nil
}

func (s *sum128a) Write(data []byte) (int, error) {
	h := [2]uint64(*s)
	for _, c := range data {
		h[1] ^= uint64(c)
		h = timesPrime(h)
	}
	*s = h
	return len(data), nil
}

// bigEndian appends the size lowest bytes of v to b, the highest first.
func bigEndian(b []byte, v uint64, size int) []byte {
	for shift := 8 * (size - 1); shift >= 0; shift -= 8 {
		b = append(b, byte(v>>shift))
	}
	return b
}

// state reads what AppendBinary wrote under a kind: words of size bytes.
func state(data []byte, kind byte, words []uint64, size int) error {
	if len(data) < 4 || string(data[:4]) != string([]byte{'f', 'n', 'v', kind}) {
		return errors.New("hash/fnv: invalid hash state identifier")
	}
	if len(data) != 4+size*len(words) {
		return errors.New("hash/fnv: invalid hash state size")
	}
	for i := range words {
		words[i] = 0
		for _, c := range data[4+i*size:][:size] {
			words[i] = words[i]<<8 | uint64(c)
		}
	}
	return nil
}

func mark(b []byte, kind byte) []byte { return append(b, 'f', 'n', 'v', kind) }
