package runtime

import "unsafe"

// stackOf writes the pcs of the calling goroutine's stack, the caller of the function that calls this first, after having left
// out skip of them. It returns how many it wrote.
//
//go:noescape
func stackOf(skip int64, to []uintptr) int64

// functionOf returns the number of the function that a pc lies in, negative where there is none.
func functionOf(pc uintptr) int32

func functionName(number int32) string

func fileOf(pc uintptr) string

func functionEntry(number int32) unsafe.Pointer

func lineOf(pc uintptr) int32

func functionCount() int32

// Func is a function of the program.
type Func struct{ number int32 }

var functions []*Func

// Caller tells where the caller of the function that calls it stands; skip 1 means that one's caller, and so on.
func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	var one [1]uintptr
	if stackOf(int64(skip)+1, one[:]) == 0 {
		return 0, "", 0, false
	}
	pc = one[0]
	f := FuncForPC(pc)
	if f == nil {
		return pc, "", 0, false
	}
	file, line = f.FileLine(pc)
	return pc, file, line, true
}

// Callers writes the pcs of the calling goroutine's stack: skip 0 means Callers itself first, 1 its caller. It returns how many it wrote.
func Callers(skip int, pc []uintptr) int {
	if len(pc) == 0 {
		return 0
	}
	return int(stackOf(int64(skip), pc))
}

// FuncForPC returns the function that a pc lies in, nil where there is none.
func FuncForPC(pc uintptr) *Func {
	number := functionOf(pc)
	if number < 0 {
		return nil
	}
	if functions == nil {
		functions = make([]*Func, functionCount())
	}
	f := functions[number]
	if f == nil {
		f = &Func{number}
		functions[number] = f
	}
	return f
}

// Name returns the name of the function with the path of its package.
func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return functionName(f.number)
}

// Entry returns the address at which the function begins.
func (f *Func) Entry() uintptr { return uintptr(functionEntry(f.number)) }

// FileLine returns where in the source a pc lies.
func (f *Func) FileLine(pc uintptr) (file string, line int) {
	return fileOf(pc), int(lineOf(pc))
}

// Frame is a call on a stack.
type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}

// Frames turns pcs into Frames.
type Frames struct{ left []uintptr }

// CallersFrames returns the frames of what Callers has written.
func CallersFrames(callers []uintptr) *Frames { return &Frames{callers} }

// Next returns the next frame and whether there are more behind it.
func (ci *Frames) Next() (frame Frame, more bool) {
	for len(ci.left) > 0 {
		pc := ci.left[0]
		ci.left = ci.left[1:]
		f := FuncForPC(pc)
		if f == nil {
			continue
		}
		file, line := f.FileLine(pc)
		return Frame{pc, f, f.Name(), file, line, f.Entry()}, len(ci.left) > 0
	}
	return Frame{}, false
}

// Stack writes the stack of the calling goroutine, or of all, as a crash shows it, and returns how many bytes it wrote.
func Stack(buf []byte, all bool) int {
	text := stackText(all)
	head := endOfLine(text, 0)
	rest := endOfLine(text, endOfLine(text, head)) // without Stack itself, a line for its name and one for its place
	n := copy(buf, text[:head])
	return n + copy(buf[n:], text[rest:])
}

// endOfLine returns where the line that begins at a place of a text ends, its newline included.
func endOfLine(text string, from int) int {
	for i := from; i < len(text); i++ {
		if text[i] == '\n' {
			return i + 1
		}
	}
	return len(text)
}

func stackText(all bool) string

func exit(code int32)

// Breakpoint ends the program as the trap does that no debugger waits for.
func Breakpoint() {
	print("SIGTRAP: trace trap\n\n", stackText(false))
	exit(2)
}
