package runtime

import "unsafe"

// traceBegin starts an execution trace: its number, 0 where there is one already.
func traceBegin() int32

// traceHeader returns the first bytes of a trace.
func traceHeader(number int32) []byte

// traceTake returns what came since the last call.
func traceTake(number int32, last bool) []byte

// alarm sends on c after so many nanoseconds.
func alarm(c chan struct{}, nanos int64)

const tracePart = 1e9 // nanoseconds between parts

// tracing is the trace that StartTrace has begun.
var tracing struct {
	number     int32
	stop, done chan struct{}
	headed     bool
}

// StartTrace begins an execution trace, which ReadTrace returns piece by piece.
func StartTrace() error {
	n := traceBegin()
	if n == 0 {
		return errorString("tracing is already enabled")
	}
	tracing.stop, tracing.done = make(chan struct{}), make(chan struct{})
	tracing.headed = false
	tracing.number = n
	return nil
}

// StopTrace ends it, and returns when all of it has been read.
func StopTrace() {
	if tracing.number != 0 {
		close(tracing.stop)
		<-tracing.done
	}
}

// ReadTrace waits for the next piece of the trace. It returns nil when the trace has ended and all was read.
func ReadTrace() []byte {
	t := &tracing
	if t.number == 0 {
		return nil
	}
	if !t.headed {
		t.headed = true
		return traceHeader(t.number)
	}
	if t.stop == nil {
		t.number = 0
		close(t.done)
		return nil
	}
	due := make(chan struct{}, 1)
	alarm(due, tracePart)
	select {
	case <-due:
		return traceTake(t.number, false)
	case <-t.stop:
		t.stop = nil
		return traceTake(t.number, true)
	}
}

// CPUProfile panics: runtime/pprof has what it once gave.
func CPUProfile() []byte { panic("CPUProfile no longer available") }

// cgoFunctions are those that SetCgoTraceback was given. No C code runs here, so they are never called.
var cgoFunctions [3]unsafe.Pointer

// SetCgoTraceback sets what tells of the stacks of C code.
func SetCgoTraceback(version int, traceback, context, symbolizer unsafe.Pointer) {
	if version != 0 {
		panic("unsupported version")
	}
	if c := cgoFunctions[1]; context != nil && c != nil && context != c {
		panic("call to SetCgoTraceback with different context function")
	}
	cgoFunctions = [3]unsafe.Pointer{traceback, context, symbolizer}
}
