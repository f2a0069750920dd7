package reflect

import (
	"internal/descriptor"
	"unsafe"
)

// What follows stands in, when Go's own tests run on this package, for what they see of the inside of Go's.

func MakeRO(v Value) Value {
	v.flag |= hidden
	return v
}

func IsRO(v Value) bool { return v.flag&readOnly != 0 }

func InternalIsZero(b []byte) bool {
	return allZero(unsafe.Pointer(unsafe.SliceData(b)), uint64(len(b)))
}

var CallGC = &collectInCalls

func IsRegularMemory(t Type) bool { return t.descriptor().Is(descriptor.RegularMemory) }

func MethodValueCallCodePtr() uintptr { return uintptr(methodCode()) }

func ResolveReflectName(s string) { textOf(s) }

func IsExported(t Type) bool {
	for t.Name() == "" && t.Kind() == Pointer {
		t = t.Elem()
	}
	return startsExported(t.Name())
}

func GCBits(x any) []byte { return pointerBits(x) }

// pointerBits returns 1 for each word of the object in an interface that the collector takes for a pointer, else 0, up to the last 1.
func pointerBits(x any) []byte
