package descriptor

import "unsafe"

// New returns a zeroed object of type t.
func New(t *Type) unsafe.Pointer

// NewArray returns zeroed room for n elements of type t.
func NewArray(t *Type, n int) unsafe.Pointer {
	return newArray(t, int64(n))
}

func newArray(t *Type, n int64) unsafe.Pointer

// Copy copies a value of type t.
func Copy(t *Type, to, from unsafe.Pointer) { Move(to, from, int64(t.Size)) }

// Clear zeroes a value of type t.
func Clear(t *Type, at unsafe.Pointer) { Zero(at, int64(t.Size)) }

// Move copies bytes; the ranges may overlap.
func Move(to, from unsafe.Pointer, n int64)

// Zero zeroes bytes.
//
//go:noescape
func Zero(at unsafe.Pointer, n int64)

// Table returns the first word of an interface of type i that holds a t, nil where t does not implement it.
func Table(i, t *Type) unsafe.Pointer

// Equal compares two values of type t as == does.
//
//go:noescape
func Equal(t *Type, x, y unsafe.Pointer) bool
