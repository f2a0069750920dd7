// Package weak has pointers that do not keep what they point to alive.
package weak

import (
	"runtime"
	"unsafe"
)

// Pointer is a weak pointer. Those made of equal pointers are equal, also when the object is gone.
type Pointer[T any] struct {
	_      [0]*T
	handle unsafe.Pointer // the engine's word for the address
}

func handleOf(p unsafe.Pointer) unsafe.Pointer

// addressIn returns the address that a handle stands for, nil once the object is gone.
func addressIn(handle unsafe.Pointer) unsafe.Pointer

// Make makes a weak pointer of ptr.
func Make[T any](ptr *T) Pointer[T] {
	if ptr == nil {
		return Pointer[T]{}
	}
	h := handleOf(unsafe.Pointer(ptr))
	runtime.KeepAlive(ptr)
	return Pointer[T]{handle: h}
}

// Value returns the pointer, nil once the object is gone.
func (p Pointer[T]) Value() *T {
	if p.handle == nil {
		return nil
	}
	return (*T)(addressIn(p.handle))
}
