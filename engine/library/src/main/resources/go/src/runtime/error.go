package runtime

// The errors of this file are built by the engine (org.gorrery.runtime.panics.RuntimeErrors), which knows
// their layout: each is, or begins with, one string that holds the text.

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
	text string
	addr uintptr
}

func (e errorAddressString) RuntimeError() {}

func (e errorAddressString) Error() string {
	return "runtime error: " + e.text
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

// boundsError is a failed check of an index or of the bounds of a slice.
type boundsError struct {
	text string
}

func (e boundsError) RuntimeError() {}

func (e boundsError) Error() string {
	return "runtime error: " + e.text
}

// A TypeAssertionError is raised by a type assertion that does not hold.
type TypeAssertionError struct {
	text string
}

func (*TypeAssertionError) RuntimeError() {}

// Error describes which types were at odds.
func (e *TypeAssertionError) Error() string {
	return e.text
}

// A PanicNilError is what recover returns after panic(nil).
type PanicNilError struct {
	_ [0]func() // not comparable
	_ uintptr   // each has an address of its own
}

func (*PanicNilError) RuntimeError() {}

// Error says that the panic had no value.
func (*PanicNilError) Error() string {
	return "panic called with nil argument"
}
