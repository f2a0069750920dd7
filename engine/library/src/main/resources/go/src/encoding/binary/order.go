// Package binary writes numbers, and what is made of them, as bytes and reads them back.
package binary

import "unsafe"

// ByteOrder reads and writes numbers of 16, 32 and 64 bits.
type ByteOrder interface {
	Uint16([]byte) uint16
	Uint32([]byte) uint32
	Uint64([]byte) uint64
	PutUint16([]byte, uint16)
	PutUint32([]byte, uint32)
	PutUint64([]byte, uint64)
	String() string
}

// AppendByteOrder appends numbers of 16, 32 and 64 bits.
type AppendByteOrder interface {
	AppendUint16([]byte, uint16) []byte
	AppendUint32([]byte, uint32) []byte
	AppendUint64([]byte, uint64) []byte
	String() string
}

type (
	littleEndian struct{}
	bigEndian    struct{}
	nativeEndian struct{}
)

// LittleEndian has the lowest byte first, BigEndian the highest, NativeEndian what the machine has.
var (
	LittleEndian littleEndian
	BigEndian    bigEndian
	NativeEndian nativeEndian
)

func (littleEndian) Uint16(b []byte) uint16 { return uint16(b[1])<<8 | uint16(b[0]) }

func (littleEndian) Uint32(b []byte) uint32 {
	return uint32(b[3])<<24 | uint32(b[2])<<16 | uint32(b[1])<<8 | uint32(b[0])
}

func (littleEndian) Uint64(b []byte) uint64 {
	return uint64(LittleEndian.Uint32(b[4:8]))<<32 | uint64(LittleEndian.Uint32(b))
}

func (littleEndian) PutUint16(b []byte, v uint16) { b[1], b[0] = byte(v>>8), byte(v) }

func (littleEndian) PutUint32(b []byte, v uint32) {
	b[3], b[2], b[1], b[0] = byte(v>>24), byte(v>>16), byte(v>>8), byte(v)
}

func (littleEndian) PutUint64(b []byte, v uint64) {
	LittleEndian.PutUint32(b[4:8], uint32(v>>32))
	LittleEndian.PutUint32(b, uint32(v))
}

func (littleEndian) AppendUint16(b []byte, v uint16) []byte { return append(b, byte(v), byte(v>>8)) }

func (littleEndian) AppendUint32(b []byte, v uint32) []byte {
	return append(b, byte(v), byte(v>>8), byte(v>>16), byte(v>>24))
}

func (littleEndian) AppendUint64(b []byte, v uint64) []byte {
	return LittleEndian.AppendUint32(LittleEndian.AppendUint32(b, uint32(v)), uint32(v>>32))
}

func (littleEndian) String() string   { return "LittleEndian" }
func (littleEndian) GoString() string { return "binary.LittleEndian" }

func (bigEndian) Uint16(b []byte) uint16 { return uint16(b[1]) | uint16(b[0])<<8 }

func (bigEndian) Uint32(b []byte) uint32 {
	return uint32(b[3]) | uint32(b[2])<<8 | uint32(b[1])<<16 | uint32(b[0])<<24
}

func (bigEndian) Uint64(b []byte) uint64 {
	return uint64(BigEndian.Uint32(b[4:8])) | uint64(BigEndian.Uint32(b))<<32
}

func (bigEndian) PutUint16(b []byte, v uint16) { b[1], b[0] = byte(v), byte(v>>8) }

func (bigEndian) PutUint32(b []byte, v uint32) {
	b[3], b[2], b[1], b[0] = byte(v), byte(v>>8), byte(v>>16), byte(v>>24)
}

func (bigEndian) PutUint64(b []byte, v uint64) {
	BigEndian.PutUint32(b[4:8], uint32(v))
	BigEndian.PutUint32(b, uint32(v>>32))
}

func (bigEndian) AppendUint16(b []byte, v uint16) []byte { return append(b, byte(v>>8), byte(v)) }

func (bigEndian) AppendUint32(b []byte, v uint32) []byte {
	return append(b, byte(v>>24), byte(v>>16), byte(v>>8), byte(v))
}

func (bigEndian) AppendUint64(b []byte, v uint64) []byte {
	return BigEndian.AppendUint32(BigEndian.AppendUint32(b, uint32(v>>32)), uint32(v))
}

func (bigEndian) String() string   { return "BigEndian" }
func (bigEndian) GoString() string { return "binary.BigEndian" }

// little tells that the machine has the lowest byte first.
var little = func() bool {
	one := uint16(1)
	return *(*byte)(unsafe.Pointer(&one)) == 1
}()

func (nativeEndian) Uint16(b []byte) uint16 {
	if little {
		return LittleEndian.Uint16(b)
	}
	return BigEndian.Uint16(b)
}

func (nativeEndian) Uint32(b []byte) uint32 {
	if little {
		return LittleEndian.Uint32(b)
	}
	return BigEndian.Uint32(b)
}

func (nativeEndian) Uint64(b []byte) uint64 {
	if little {
		return LittleEndian.Uint64(b)
	}
	return BigEndian.Uint64(b)
}

func (nativeEndian) PutUint16(b []byte, v uint16) {
	if little {
		LittleEndian.PutUint16(b, v)
	} else {
		BigEndian.PutUint16(b, v)
	}
}

func (nativeEndian) PutUint32(b []byte, v uint32) {
	if little {
		LittleEndian.PutUint32(b, v)
	} else {
		BigEndian.PutUint32(b, v)
	}
}

func (nativeEndian) PutUint64(b []byte, v uint64) {
	if little {
		LittleEndian.PutUint64(b, v)
	} else {
		BigEndian.PutUint64(b, v)
	}
}

func (nativeEndian) AppendUint16(b []byte, v uint16) []byte {
	if little {
		return LittleEndian.AppendUint16(b, v)
	}
	return BigEndian.AppendUint16(b, v)
}

func (nativeEndian) AppendUint32(b []byte, v uint32) []byte {
	if little {
		return LittleEndian.AppendUint32(b, v)
	}
	return BigEndian.AppendUint32(b, v)
}

func (nativeEndian) AppendUint64(b []byte, v uint64) []byte {
	if little {
		return LittleEndian.AppendUint64(b, v)
	}
	return BigEndian.AppendUint64(b, v)
}

func (nativeEndian) String() string   { return "NativeEndian" }
func (nativeEndian) GoString() string { return "binary.NativeEndian" }
