package atomic

import (
	"internal/descriptor"
	"unsafe"
)

// Value holds a value of any type, always the same one once it holds any.
type Value struct {
	box unsafe.Pointer // a *any that is never changed
}

// Load returns what was stored last, nil where nothing was.
func (v *Value) Load() any {
	if p := LoadPointer(&v.box); p != nil {
		return *(*any)(p)
	}
	return nil
}

// checked panics where val cannot follow what p holds.
func checked(op string, p unsafe.Pointer, val any) {
	if val == nil {
		panic("sync/atomic: " + op + " of nil value into Value")
	}
	if p != nil && descriptor.Of(*(*any)(p)) != descriptor.Of(val) {
		panic("sync/atomic: " + op + " of inconsistently typed value into Value")
	}
}

// Store sets the value.
func (v *Value) Store(val any) { v.swap("store", val) }

// Swap sets the value and returns what was there.
func (v *Value) Swap(new any) (old any) {
	if p := v.swap("swap", new); p != nil {
		return *(*any)(p)
	}
	return nil
}

func (v *Value) swap(op string, val any) unsafe.Pointer {
	fresh := unsafe.Pointer(&val)
	for {
		p := LoadPointer(&v.box)
		checked(op, p, val)
		if CompareAndSwapPointer(&v.box, p, fresh) {
			return p
		}
	}
}

// CompareAndSwap stores new where old is, and reports whether it did.
func (v *Value) CompareAndSwap(old, new any) (swapped bool) {
	if new != nil && old != nil && descriptor.Of(old) != descriptor.Of(new) {
		panic("sync/atomic: compare and swap of inconsistently typed values")
	}
	fresh := unsafe.Pointer(&new)
	for {
		p := LoadPointer(&v.box)
		checked("compare and swap", p, new)
		var have any
		if p != nil {
			have = *(*any)(p)
		}
		if have != old {
			return false
		}
		if CompareAndSwapPointer(&v.box, p, fresh) {
			return true
		}
	}
}
