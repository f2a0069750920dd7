// Package crc64 has cyclic redundancy checks of 64 bits.
package crc64

import (
	"errors"
	"hash"
)

// Size is the number of bytes of a checksum.
const Size = 8

// The common polynomials, the lowest power in the highest bit.
const (
	ISO  = 0xD800000000000000
	ECMA = 0xC96C5795D7870F42
)

// Table holds, for each byte, what it does to the checksum.
type Table [256]uint64

// MakeTable gives the table of poly, which is not to be changed.
func MakeTable(poly uint64) *Table {
	t := new(Table)
	for i := range t {
		crc := uint64(i)
		for range 8 {
			low := crc & 1
			crc >>= 1
			if low != 0 {
				crc ^= poly
			}
		}
		t[i] = crc
	}
	return t
}

// Update gives the checksum of what crc is the checksum of and p.
func Update(crc uint64, tab *Table, p []byte) uint64 {
	crc = ^crc
	for _, c := range p {
		crc = crc>>8 ^ tab[byte(crc)^c]
	}
	return ^crc
}

// Checksum gives the checksum of data.
func Checksum(data []byte, tab *Table) uint64 { return Update(0, tab, data) }

type digest struct {
	crc uint64
	tab *Table
}

// New gives a Hash of tab, whose Sum has the highest byte first.
func New(tab *Table) hash.Hash64 { return &digest{0, tab} }

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 1 }
func (d *digest) Reset()         { d.crc = 0 }
func (d *digest) Sum64() uint64  { return d.crc }

func (d *digest) Write(p []byte) (n int, err error) {
	d.crc = Update(d.crc, d.tab, p)
	return len(p), nil
}

func appendWord(b []byte, v uint64) []byte {
	for shift := 56; shift >= 0; shift -= 8 {
		b = append(b, byte(v>>shift))
	}
	return b
}

func (d *digest) Sum(in []byte) []byte { return appendWord(in, d.crc) }

const statePrefix = "crc\x02"

// sum gives a checksum of the table itself, so that a state is not used with another one.
func (t *Table) sum() uint64 {
	var b []byte
	for _, v := range t {
		b = appendWord(b, v)
	}
	return Checksum(b, MakeTable(ISO))
}

func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	return appendWord(appendWord(append(b, statePrefix...), d.tab.sum()), d.crc), nil
}

func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *digest) UnmarshalBinary(b []byte) error {
	if len(b) < len(statePrefix) || string(b[:len(statePrefix)]) != statePrefix {
		return errors.New("hash/crc64: invalid hash state identifier")
	}
	b = b[len(statePrefix):]
	if len(b) != 16 {
		return errors.New("hash/crc64: invalid hash state size")
	}
	var words [2]uint64
	for i, c := range b {
		words[i/8] = words[i/8]<<8 | uint64(c)
	}
	if words[0] != d.tab.sum() {
		return errors.New("hash/crc64: tables do not match")
	}
	d.crc = words[1]
	return nil
}

func (d *digest) Clone() (hash.Cloner, error) {
	c := *d
	return &c, nil
}
