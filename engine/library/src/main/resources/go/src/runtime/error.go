package runtime

import "internal/descriptor"

// The errors of this file are built by the engine (org.gorrery.runtime.panics.RuntimeErrors), which knows their layout.

// Error tells a run-time error, such as an index out of range, from other errors.
type Error interface {
	error

	// RuntimeError does nothing: having it is what makes an error a run-time error.
	RuntimeError()
}

// errorString is a run-time error that says so in front.
type errorString string

func (e errorString) RuntimeError() {}

func (e errorString) Error() string {
	return "runtime error: " + string(e)
}

// errorAddressString is the error of a fault at an address that is not nil.
type errorAddressString struct {
	msg  string
	addr uintptr
}

func (e errorAddressString) RuntimeError() {}

func (e errorAddressString) Error() string {
	return "runtime error: " + e.msg
}

// Addr is the address whose access faulted.
func (e errorAddressString) Addr() uintptr {
	return e.addr
}

// plainError is a run-time error that consists of its text alone.
type plainError string

func (e plainError) RuntimeError() {}

func (e plainError) Error() string {
	return string(e)
}

// boundsCode says which check failed.
type boundsCode uint8

// boundsError is a failed check of an index, of the bounds of a slice, or of its length where an array is made of it: x had to stay within
// y. It is negative where its type has a sign and its highest bit is set.
type boundsError struct {
	x      int64
	y      int
	signed bool
	code   boundsCode
}

func (e boundsError) RuntimeError() {}

func (e boundsError) Error() string {
	return "runtime error: " + boundsText(uint8(e.code), e.x, int64(e.y), e.signed)
}

func boundsText(code uint8, x, y int64, signed bool) string

// A TypeAssertionError is raised by a type assertion that does not hold.
type TypeAssertionError struct {
	_interface    *descriptor.Type // nil where it is not known
	concrete      *descriptor.Type // nil for a nil value
	asserted      *descriptor.Type
	missingMethod string
}

func (*TypeAssertionError) RuntimeError() {}

// Error describes which types were at odds.
func (e *TypeAssertionError) Error() string {
	_ = e.asserted.Size // one that no assertion made has no text
	return assertionText(e.concrete, e.asserted, e._interface)
}

//go:noescape
func assertionText(concrete, asserted, from *descriptor.Type) string

// A PanicNilError is what recover returns after panic(nil).
type PanicNilError struct {
	_ [0]*PanicNilError // keeps other types from being converted to it
}

func (*PanicNilError) RuntimeError() {}

// Error says that the panic had no value.
func (*PanicNilError) Error() string {
	return "panic called with nil argument"
}
