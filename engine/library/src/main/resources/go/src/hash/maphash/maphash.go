// Package maphash has hash functions for tables: fast, good against chosen input, different in each run.
package maphash

import (
	"hash"
	"internal/entropy"
	"math"
	"math/bits"
	"reflect"
)

// Seed chooses one hash function of many. The zero value is no valid one.
type Seed struct{ s uint64 }

// MakeSeed gives a new random Seed.
func MakeSeed() Seed {
	for {
		if s := entropy.Uint64(); s != 0 {
			return Seed{s}
		}
	}
}

const (
	factor  = 0x9FB21C651E98DF25 // odd, with its bits well mixed
	bufSize = 128
)

// mix folds the product of two words into one.
func mix(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a^factor, b|1<<63)
	return hi ^ lo ^ a
}

// state is a hash under way: whole words are mixed in as they come.
type state struct {
	h       uint64
	pending uint64 // bytes that make no whole word yet
	n       uint64 // bytes so far
}

func (s *state) add(c byte) {
	s.pending |= uint64(c) << (s.n % 8 * 8)
	s.n++
	if s.n%8 == 0 {
		s.h = mix(s.h, s.pending)
		s.pending = 0
	}
}

func (s *state) word(w uint64) {
	for range 8 {
		s.add(byte(w))
		w >>= 8
	}
}

func (s *state) sum() uint64 {
	h := mix(s.h, s.pending)
	h = mix(h, s.n)
	return h ^ h>>29
}

func begin(seed Seed) state {
	if seed.s == 0 {
		panic("maphash: use of uninitialized Seed")
	}
	return state{h: seed.s}
}

// Bytes gives the hash of b.
func Bytes(seed Seed, b []byte) uint64 {
	s := begin(seed)
	for len(b) >= 8 {
		s.h = mix(s.h, uint64(b[0])|uint64(b[1])<<8|uint64(b[2])<<16|uint64(b[3])<<24|
			uint64(b[4])<<32|uint64(b[5])<<40|uint64(b[6])<<48|uint64(b[7])<<56)
		s.n += 8
		b = b[8:]
	}
	for _, c := range b {
		s.add(c)
	}
	return s.sum()
}

// String gives what Bytes gives for the string's bytes.
func String(seed Seed, str string) uint64 {
	s := begin(seed)
	for len(str) >= 8 {
		s.h = mix(s.h, uint64(str[0])|uint64(str[1])<<8|uint64(str[2])<<16|uint64(str[3])<<24|
			uint64(str[4])<<32|uint64(str[5])<<40|uint64(str[6])<<48|uint64(str[7])<<56)
		s.n += 8
		str = str[8:]
	}
	for i := 0; i < len(str); i++ {
		s.add(str[i])
	}
	return s.sum()
}

// Hash gives the hash of what is written to it. The zero value chooses a random Seed. It must not be copied.
type Hash struct {
	_    [0]func() // cannot be compared
	seed Seed
	s    state
}

func (h *Hash) start() {
	if h.seed.s == 0 {
		h.SetSeed(MakeSeed())
	}
}

// Write adds b. It never fails.
func (h *Hash) Write(b []byte) (int, error) {
	h.start()
	for _, c := range b {
		h.s.add(c)
	}
	return len(b), nil
}

// WriteString adds the bytes of s. It never fails.
func (h *Hash) WriteString(s string) (int, error) {
	h.start()
	for i := 0; i < len(s); i++ {
		h.s.add(s[i])
	}
	return len(s), nil
}

// WriteByte adds b. It never fails.
func (h *Hash) WriteByte(b byte) error {
	h.start()
	h.s.add(b)
	return nil
}

// Seed gives h's Seed.
func (h *Hash) Seed() Seed {
	h.start()
	return h.seed
}

// SetSeed sets h's Seed and drops what has been written.
func (h *Hash) SetSeed(seed Seed) {
	h.s = begin(seed)
	h.seed = seed
}

// Reset drops what has been written.
func (h *Hash) Reset() {
	h.start()
	h.s = begin(h.seed)
}

// Sum64 gives the hash of what has been written so far.
func (h *Hash) Sum64() uint64 {
	h.start()
	return h.s.sum()
}

// Sum appends the hash to b.
func (h *Hash) Sum(b []byte) []byte {
	x := h.Sum64()
	for shift := 56; shift >= 0; shift -= 8 {
		b = append(b, byte(x>>shift))
	}
	return b
}

// Size gives the number of bytes that Sum appends.
func (h *Hash) Size() int { return 8 }

// BlockSize gives the number of bytes of which Write best is given multiples.
func (h *Hash) BlockSize() int { return bufSize }

// Clone gives a copy of h.
func (h *Hash) Clone() (hash.Cloner, error) {
	h.start()
	return &Hash{seed: h.seed, s: h.s}, nil
}

// Comparable gives the hash of v: equal values have equal hashes. It panics where v holds what cannot be compared.
func Comparable[T comparable](seed Seed, v T) uint64 {
	var h Hash
	h.SetSeed(seed)
	WriteComparable(&h, v)
	return h.Sum64()
}

// WriteComparable adds v to h.
func WriteComparable[T comparable](h *Hash, x T) {
	h.start()
	v := reflect.ValueOf(&x).Elem()
	h.s.value(v)
}

// value adds v and, so that neighbours cannot be confused, its type and length.
func (s *state) value(v reflect.Value) {
	if !v.IsValid() {
		s.add(0)
		return
	}
	name := v.Type().String()
	for i := 0; i < len(name); i++ {
		s.add(name[i])
	}
	switch v.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		s.word(uint64(v.Int()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		s.word(v.Uint())
	case reflect.String:
		str := v.String()
		s.word(uint64(len(str)))
		for i := 0; i < len(str); i++ {
			s.add(str[i])
		}
	case reflect.Bool:
		if v.Bool() {
			s.add(1)
		} else {
			s.add(0)
		}
	case reflect.Float32, reflect.Float64:
		s.float(v.Float())
	case reflect.Complex64, reflect.Complex128:
		s.float(real(v.Complex()))
		s.float(imag(v.Complex()))
	case reflect.Array:
		for i := range v.Len() {
			s.value(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			s.value(v.Field(i))
		}
	case reflect.Interface:
		s.value(v.Elem())
	case reflect.Pointer, reflect.UnsafePointer, reflect.Chan:
		s.word(uint64(v.Pointer()))
	default:
		panic("hash of unhashable type " + name)
	}
}

// float adds f: the zeros are equal, and no NaN is equal to anything.
func (s *state) float(f float64) {
	switch {
	case f == 0:
		s.word(0)
	case f != f:
		s.word(entropy.Uint64())
	default:
		s.word(math.Float64bits(f))
	}
}
