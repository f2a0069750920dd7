package reflect

import "unsafe"

// What follows stands in, when Go's own tests run on this package, for what they see of the inside of Go's.

func MakeRO(v Value) Value {
	v.flag |= hidden
	return v
}

func IsRO(v Value) bool { return v.flag&readOnly != 0 }

func InternalIsZero(b []byte) bool {
	return allZero(unsafe.Pointer(unsafe.SliceData(b)), uint64(len(b)))
}
