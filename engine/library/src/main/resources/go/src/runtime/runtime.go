// Package runtime talks to the system that runs the program: its scheduler, its collector, its stacks.
package runtime

// Compiler is the name of the tool chain, as build constraints know it.
const Compiler = "gc"

// stringer is what a panic's report asks values for.
type stringer interface{ String() string }

// Version returns the version of the language and library.
func Version() string { return "go1.26" }

// GOROOT returns the root of a Go installation: the one that the environment names, else the one that the program was built with.
func GOROOT() string { return goroot() }

//go:noescape
func goroot() string

// NumCPU returns the number of processors of the machine.
func NumCPU() int { return int(processors()) }

func processors() int32

// GOMAXPROCS sets how many threads run Go code at the same time, where n is positive, and returns how many did so far.
func GOMAXPROCS(n int) int { return int(setProcs(int64(n))) }

func setProcs(n int64) int64

// SetDefaultGOMAXPROCS goes back to what the program was started with.
func SetDefaultGOMAXPROCS() { setProcs(defaultProcs()) }

func defaultProcs() int64

// NumGoroutine returns the number of goroutines.
func NumGoroutine() int { return int(goroutines()) }

func goroutines() int32

// NumCgoCall returns the number of calls of C, of which there are none.
func NumCgoCall() int64 { return 0 }

// Gosched lets other goroutines run.
func Gosched()

// Goexit runs the deferred calls of the calling goroutine and ends it.
func Goexit()

// LockOSThread ties the calling goroutine to its thread: no other runs on it.
func LockOSThread()

// UnlockOSThread undoes one LockOSThread.
func UnlockOSThread()

// KeepAlive keeps x from being collected before this call.
//
//go:noinline
func KeepAlive(x any) {
	if keptAlive {
		keep = x
	}
}

var (
	keptAlive bool
	keep      any
)

// haveHighResSleep tells package time's tests that sleeping is exact to a millisecond.
var haveHighResSleep = true
