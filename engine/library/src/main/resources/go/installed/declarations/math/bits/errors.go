package bits

type arithmeticFault string

func (f arithmeticFault) Error() string { return "runtime error: " + string(f) }

// RuntimeError marks the type as one of runtime.Error's.
func (f arithmeticFault) RuntimeError() {}

var overflowError error = arithmeticFault("integer overflow")

var divideError error = arithmeticFault("integer divide by zero")
