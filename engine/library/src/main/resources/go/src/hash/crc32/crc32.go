// Package crc32 has cyclic redundancy checks of 32 bits.
package crc32

import (
	"errors"
	"hash"
	"sync"
)

// Size is the number of bytes of a checksum.
const Size = 4

// The common polynomials, the lowest power in the highest bit.
const (
	IEEE       = 0xedb88320 // Ethernet, gzip, zip, png
	Castagnoli = 0x82f63b78 // iSCSI, SCTP
	Koopman    = 0xeb31d82e
)

// Table holds, for each byte, what it does to the checksum.
type Table [256]uint32

// IEEETable is the table of IEEE.
var IEEETable = table(IEEE)

const slices = 8 // bytes taken at a time

// sliced holds tables for a byte that is followed by 0 to 7 others.
type sliced [slices]Table

var (
	castagnoliTable = sync.OnceValue(func() *Table { return table(Castagnoli) })
	ieeeSliced      = sync.OnceValue(func() *sliced { return slice(IEEETable) })
	castagnoliFast  = sync.OnceValue(func() *sliced { return slice(castagnoliTable()) })
)

func table(poly uint32) *Table {
	t := new(Table)
	for i := range t {
		crc := uint32(i)
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

func slice(t *Table) *sliced {
	s := new(sliced)
	s[0] = *t
	for i := range t {
		for k := 1; k < slices; k++ {
			before := s[k-1][i]
			s[k][i] = before>>8 ^ t[byte(before)]
		}
	}
	return s
}

// MakeTable gives the table of poly, which is not to be changed.
func MakeTable(poly uint32) *Table {
	switch poly {
	case IEEE:
		return IEEETable
	case Castagnoli:
		return castagnoliTable()
	}
	return table(poly)
}

// Update gives the checksum of what crc is the checksum of and p.
func Update(crc uint32, tab *Table, p []byte) uint32 {
	crc = ^crc
	if len(p) >= 2*slices {
		var fast *sliced
		switch tab {
		case IEEETable:
			fast = ieeeSliced()
		case castagnoliTable():
			fast = castagnoliFast()
		}
		for ; fast != nil && len(p) >= slices; p = p[slices:] {
			crc ^= uint32(p[0]) | uint32(p[1])<<8 | uint32(p[2])<<16 | uint32(p[3])<<24
			crc = fast[0][p[7]] ^ fast[1][p[6]] ^ fast[2][p[5]] ^ fast[3][p[4]] ^
				fast[4][crc>>24] ^ fast[5][byte(crc>>16)] ^ fast[6][byte(crc>>8)] ^ fast[7][byte(crc)]
		}
	}
	for _, c := range p {
		crc = crc>>8 ^ tab[byte(crc)^c]
	}
	return ^crc
}

// Checksum gives the checksum of data.
func Checksum(data []byte, tab *Table) uint32 { return Update(0, tab, data) }

// ChecksumIEEE gives the checksum of data by IEEE.
func ChecksumIEEE(data []byte) uint32 { return Update(0, IEEETable, data) }

type digest struct {
	crc uint32
	tab *Table
}

// New gives a Hash of tab, whose Sum has the highest byte first.
func New(tab *Table) hash.Hash32 { return &digest{0, tab} }

// NewIEEE gives a Hash of IEEE.
func NewIEEE() hash.Hash32 { return New(IEEETable) }

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 1 }
func (d *digest) Reset()         { d.crc = 0 }
func (d *digest) Sum32() uint32  { return d.crc }

func (d *digest) Write(p []byte) (n int, err error) {
	d.crc = Update(d.crc, d.tab, p)
	return len(p), nil
}

func appendWord(b []byte, v uint32) []byte {
	return append(b, byte(v>>24), byte(v>>16), byte(v>>8), byte(v))
}

func (d *digest) Sum(in []byte) []byte { return appendWord(in, d.crc) }

const statePrefix = "crc\x01"

// sum gives a checksum of the table itself, so that a state is not used with another one.
func (t *Table) sum() uint32 {
	var b []byte
	for _, v := range t {
		b = appendWord(b, v)
	}
	return ChecksumIEEE(b)
}

func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	return appendWord(appendWord(append(b, statePrefix...), d.tab.sum()), d.crc), nil
}

func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *digest) UnmarshalBinary(b []byte) error {
	if len(b) < len(statePrefix) || string(b[:len(statePrefix)]) != statePrefix {
		return errors.New("hash/crc32: invalid hash state identifier")
	}
	b = b[len(statePrefix):]
	if len(b) != 8 {
		return errors.New("hash/crc32: invalid hash state size")
	}
	word := func(b []byte) uint32 {
		return uint32(b[0])<<24 | uint32(b[1])<<16 | uint32(b[2])<<8 | uint32(b[3])
	}
	if word(b) != d.tab.sum() {
		return errors.New("hash/crc32: tables do not match")
	}
	d.crc = word(b[4:])
	return nil
}

func (d *digest) Clone() (hash.Cloner, error) {
	c := *d
	return &c, nil
}
