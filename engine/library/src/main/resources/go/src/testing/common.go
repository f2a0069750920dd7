// Package testing runs tests, benchmarks, examples and the seeds of fuzz tests.
package testing

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// TB is what T, B and F have in common.
type TB interface {
	ArtifactDir() string
	Attr(key, value string)
	Cleanup(func())
	Error(args ...any)
	Errorf(format string, args ...any)
	Fail()
	FailNow()
	Failed() bool
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Setenv(key, value string)
	Chdir(dir string)
	Skip(args ...any)
	SkipNow()
	Skipf(format string, args ...any)
	Skipped() bool
	TempDir() string
	Context() context.Context
	Output() io.Writer
	private()
}

// common is what T, B and F have in common.
type common struct {
	mu       sync.Mutex
	name     string
	level    int
	out      *output
	parent   *common
	failed   bool
	skipped  bool
	finished bool
	done     bool // nothing may be logged any more
	helpers  map[string]bool
	creator  []uintptr // the calls that led to Run
	cleanups []func()
	tempDir  string
	temps    int
	left     string // what ArtifactDir has given
	start    time.Time
	duration time.Duration
	ctx      context.Context
	cancel   context.CancelFunc
	buffer   []byte // what was logged and not shown yet, and the reports of parts, in the order they came
	lines    *lineWriter
	quiet    bool // a benchmark: logged text is kept for its report
	children []*common
	ended    chan struct{}

	parallel bool
	hasSub   atomic.Bool
	inTarget bool // of a fuzz test: its target runs, which has a T of its own
}

// outsideTarget panics where a method of F is called by the target of the fuzz test.
func (c *common) outsideTarget(method string) {
	if c.inTarget {
		panic(fmt.Sprintf("testing: f.%s was called inside the fuzz target, use t.%[1]s instead", method))
	}
}

// output writes what several tests say without mixing it up.
type output struct {
	mu       sync.Mutex
	w        io.Writer
	current  string // the test that spoke last
	nameless bool   // that another one speaks is not said: benchmarks run one by one
}

func (o *output) write(name string, text []byte) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if *verbose && name != "" && o.current != name {
		if o.current != "" && !o.nameless {
			fmt.Fprintf(o.w, "%s=== NAME  %s\n", mark(), name)
		}
		o.current = name
	}
	o.w.Write(text)
}

// announce writes a line that itself says which test is meant.
func (o *output) announce(name, format string, args ...any) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.current = name
	fmt.Fprintf(o.w, mark()+format, args...)
}

// mark stands before each line that is the tests' own where the report is made into events: what tests print cannot be taken for it.
func mark() string {
	if *events {
		return "\x16"
	}
	return ""
}

// nameAgain says, where the report is made into events, to which test what follows belongs.
func (o *output) nameAgain(name string) {
	if *verbose && *events {
		o.announce(name, "=== NAME  %s\n", name)
	}
}

func (c *common) private() {}

// Name returns the name of the test, with those it is part of in front.
func (c *common) Name() string { return c.name }

// Fail marks the test as failed and goes on.
func (c *common) Fail() {
	if c.parent != nil {
		c.parent.Fail()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.done {
		panic("Fail in goroutine after " + c.name + " has completed")
	}
	c.failed = true
}

// Failed reports whether the test has failed.
func (c *common) Failed() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.failed
}

// FailNow marks the test as failed and ends it.
func (c *common) FailNow() {
	c.outsideTarget("FailNow")
	c.Fail()
	c.mu.Lock()
	c.finished = true
	c.mu.Unlock()
	runtime.Goexit()
}

// SkipNow marks the test as skipped and ends it.
func (c *common) SkipNow() {
	c.outsideTarget("SkipNow")
	c.mu.Lock()
	c.skipped = true
	c.finished = true
	c.mu.Unlock()
	runtime.Goexit()
}

// Skipped reports whether the test was skipped.
func (c *common) Skipped() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.skipped
}

// Helper marks the calling function: lines are reported of its caller.
func (c *common) Helper() { c.markHelper(1) }

// markHelper marks the function that calls it (skip 0), or one further out.
func (c *common) markHelper(skip int) {
	pc, _, _, ok := runtime.Caller(skip + 1)
	if !ok {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.helpers == nil {
		c.helpers = map[string]bool{}
	}
	c.helpers[runtime.FuncForPC(pc).Name()] = true
}

// place returns file and line of the call in the test that leads here, skip calls above the caller, those of helpers left out. Where a part of a
// test is a helper as a whole, it is the call of Run in the test.
func (c *common) place(skip int) string {
	var pcs [50]uintptr
	n := runtime.Callers(skip+2, pcs[:])
	frames := runtime.CallersFrames(pcs[:n])
	var before runtime.Frame
	for {
		f, more := frames.Next()
		if f.Function == performer {
			if c.level > 1 && len(c.creator) > 0 {
				frames = runtime.CallersFrames(c.creator)
				c = c.parent
				continue
			}
			return location(before)
		}
		if !c.isHelper(f.Function) || !more {
			return location(f)
		}
		before = f
	}
}

// performer is the function that calls those of tests.
const performer = "testing.(*T).perform"

func (c *common) isHelper(function string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.helpers[function]
}

func location(f runtime.Frame) string {
	if f.File == "" {
		return "???:1: "
	}
	file := f.File
	if !*fullPath {
		file = filepath.Base(file)
	}
	return fmt.Sprintf("%s:%d: ", file, f.Line)
}

// log writes a text with its place; later lines are indented.
func (c *common) log(text string, skip int) {
	c.endLine()
	text = strings.TrimSuffix(text, "\n")
	text = strings.ReplaceAll(text, "\n", "\n        ")
	c.say("    " + c.place(skip+1) + text + "\n")
}

// say shows a text, or keeps it until it is known whether it is wanted.
func (c *common) say(text string) {
	c.mu.Lock()
	if c.done {
		parent := c.parent
		c.mu.Unlock()
		if parent == nil {
			panic("Log in goroutine after " + c.name + " has completed: " + text)
		}
		parent.say(text)
		return
	}
	defer c.mu.Unlock()
	if *verbose && !c.quiet && c.out != nil { // tests of test support have a T of their own, of nobody's run
		c.out.write(c.name, []byte(text))
		return
	}
	c.buffer = append(c.buffer, text...)
}

// Log logs.
func (c *common) Log(args ...any) {
	c.outsideTarget("Log")
	c.log(fmt.Sprintln(args...), 1)
}

// Logf logs.
func (c *common) Logf(format string, args ...any) {
	c.outsideTarget("Logf")
	c.log(fmt.Sprintf(format, args...), 1)
}

// Error logs and marks the test as failed.
func (c *common) Error(args ...any) {
	c.outsideTarget("Error")
	c.log(fmt.Sprintln(args...), 1)
	c.Fail()
}

// Errorf logs and marks the test as failed.
func (c *common) Errorf(format string, args ...any) {
	c.outsideTarget("Errorf")
	c.log(fmt.Sprintf(format, args...), 1)
	c.Fail()
}

// Fatal logs and ends the test as failed.
func (c *common) Fatal(args ...any) {
	c.outsideTarget("Fatal")
	c.log(fmt.Sprintln(args...), 1)
	c.FailNow()
}

// Fatalf logs and ends the test as failed.
func (c *common) Fatalf(format string, args ...any) {
	c.outsideTarget("Fatalf")
	c.log(fmt.Sprintf(format, args...), 1)
	c.FailNow()
}

// Skip logs and ends the test as skipped.
func (c *common) Skip(args ...any) {
	c.outsideTarget("Skip")
	c.log(fmt.Sprintln(args...), 1)
	c.SkipNow()
}

// Skipf logs and ends the test as skipped.
func (c *common) Skipf(format string, args ...any) {
	c.outsideTarget("Skipf")
	c.log(fmt.Sprintf(format, args...), 1)
	c.SkipNow()
}

// Attr notes a property of the test.
func (c *common) Attr(key, value string) {
	if strings.ContainsAny(key, " \t\r\n") {
		c.Errorf("disallowed whitespace in attribute key %q", key)
		return
	}
	if strings.ContainsAny(value, "\r\n") {
		c.Errorf("disallowed newline in attribute value %q", value)
		return
	}
	if !*verbose || c.out == nil {
		return
	}
	c.out.announce(c.name, "=== ATTR  %s %v %v\n", c.name, key, value)
}

// Output returns a writer whose lines are logged without a place.
func (c *common) Output() io.Writer {
	c.outsideTarget("Output")
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.lines == nil {
		c.lines = &lineWriter{c: c}
	}
	return c.lines
}

// endLine logs what was written after the last newline.
func (c *common) endLine() {
	c.mu.Lock()
	w := c.lines
	c.mu.Unlock()
	if w == nil {
		return
	}
	w.mu.Lock()
	unfinished := len(w.rest) > 0
	w.mu.Unlock()
	if unfinished {
		w.Write([]byte{'\n'})
	}
}

type lineWriter struct {
	c    *common
	mu   sync.Mutex
	rest []byte
}

func (w *lineWriter) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.rest = append(w.rest, p...)
	for {
		i := strings.IndexByte(string(w.rest), '\n')
		if i < 0 {
			return len(p), nil
		}
		w.c.say("    " + string(w.rest[:i+1]))
		w.rest = w.rest[i+1:]
	}
}

// Cleanup has f called after the test and all its parts; the last one first.
func (c *common) Cleanup(f func()) {
	c.outsideTarget("Cleanup")
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cleanups = append(c.cleanups, f)
}

// runCleanups calls what Cleanup was given, also what comes up meanwhile.
func (c *common) runCleanups() {
	if c.cancel != nil {
		c.cancel()
	}
	defer func() { // one that fails or panics does not keep the others from running
		c.mu.Lock()
		left := len(c.cleanups)
		c.mu.Unlock()
		if left > 0 {
			c.runCleanups()
		}
	}()
	for {
		c.mu.Lock()
		n := len(c.cleanups)
		if n == 0 {
			c.mu.Unlock()
			return
		}
		f := c.cleanups[n-1]
		c.cleanups = c.cleanups[:n-1]
		c.mu.Unlock()
		f()
	}
}

// crashed shows which test a panic comes from, and lets the program die of it.
func (c *common) crashed(cause any) {
	c.endLine()
	text := ""
	for p := c; p != nil; p = p.parent {
		if p.level == 0 {
			continue
		}
		p.mu.Lock()
		p.failed = true
		p.duration = time.Since(p.start)
		own := fmt.Sprintf("--- FAIL: %s (%s)\n%s", p.name, seconds(p.duration), p.buffer)
		p.buffer = nil
		p.mu.Unlock()
		if *events {
			c.out.announce(p.name, "%s", own)
			continue
		}
		text = own + text
		if p.level > 1 {
			text = indented(text)
		}
	}
	if text != "" {
		c.out.announce(c.name, "%s", text)
	}
	panic(cause)
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.2fs", d.Seconds()) }
