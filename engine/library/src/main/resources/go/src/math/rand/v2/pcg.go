package rand

import (
	"errors"
	"math/bits"
)

// PCG is a permuted congruential generator with 128 bits of state (M. O'Neill, 2014), the variant DXSM.
type PCG struct{ hi, lo uint64 }

const pcgPrefix = "pcg:"

// NewPCG gives a PCG of a seed.
func NewPCG(seed1, seed2 uint64) *PCG { return &PCG{seed1, seed2} }

// Seed lets p begin anew.
func (p *PCG) Seed(seed1, seed2 uint64) { p.hi, p.lo = seed1, seed2 }

// Uint64 gives the next number.
func (p *PCG) Uint64() uint64 {
	const (
		timesHi, timesLo = 2549297995355413924, 4865540595714422341
		plusHi, plusLo   = 6364136223846793005, 1442695040888963407
		cheap            = 0xda942042e4dd58b5
	)
	hi, lo := bits.Mul64(p.lo, timesLo)
	hi += p.hi*timesLo + p.lo*timesHi
	var carry uint64
	lo, carry = bits.Add64(lo, plusLo, 0)
	hi += plusHi + carry
	p.hi, p.lo = hi, lo
	hi ^= hi >> 32
	hi *= cheap
	hi ^= hi >> 48
	return hi * (lo | 1)
}

// AppendBinary appends p's state to b.
func (p *PCG) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, pcgPrefix...)
	for _, w := range [2]uint64{p.hi, p.lo} {
		for shift := 56; shift >= 0; shift -= 8 {
			b = append(b, byte(w>>shift))
		}
	}
	return b, nil
}

// MarshalBinary gives p's state.
func (p *PCG) MarshalBinary() ([]byte, error) { return p.AppendBinary(nil) }

// UnmarshalBinary sets p's state.
func (p *PCG) UnmarshalBinary(data []byte) error {
	if len(data) != len(pcgPrefix)+16 || string(data[:len(pcgPrefix)]) != pcgPrefix {
		return errors.New("invalid PCG encoding")
	}
	var words [2]uint64
	for i, c := range data[len(pcgPrefix):] {
		words[i/8] = words[i/8]<<8 | uint64(c)
	}
	p.hi, p.lo = words[0], words[1]
	return nil
}
