// Package debug lets programs look at the runtime and change its settings.
package debug

import (
	"fmt"
	"os"
	"runtime"
	"slices"
	"syscall"
	"time"
	"unsafe"
)

// Stack returns the stack of the calling goroutine as a crash shows it.
func Stack() []byte {
	buf := make([]byte, 1024)
	for {
		if n := runtime.Stack(buf, false); n < len(buf) {
			return buf[:n]
		}
		buf = make([]byte, 2*len(buf))
	}
}

// PrintStack writes the stack of the calling goroutine to standard error.
func PrintStack() { os.Stderr.Write(Stack()) }

func setPercent(percent int32) int32

func setLimit(limit int64) int64

func setMaxStack(bytes int64) int64

func setTraceback(level string)

// FreeOSMemory collects garbage and gives back as much memory as possible.
func FreeOSMemory()

// SetGCPercent sets by how many percent the heap may grow between collections, and returns what it was; negative means without limit.
func SetGCPercent(percent int) int { return int(setPercent(int32(max(percent, -1)))) }

// SetMemoryLimit sets the memory that the collector tries to stay within, and returns what it was; a negative limit only asks.
func SetMemoryLimit(limit int64) int64 { return setLimit(limit) }

// SetMaxStack sets how large the stack of one goroutine may grow, and returns what it was.
func SetMaxStack(bytes int) int { return int(setMaxStack(int64(bytes))) }

var maxThreads = 10000

// SetMaxThreads sets how many threads a program may have, and returns what it was.
func SetMaxThreads(threads int) int {
	before := maxThreads
	maxThreads = threads
	return before
}

func setPanicOnFault(enabled bool) bool

// SetPanicOnFault sets whether a fault of the calling goroutine at an address that is not nil panics, where it would end the program else. It
// returns what it was.
func SetPanicOnFault(enabled bool) bool { return setPanicOnFault(enabled) }

// SetTraceback sets how much a crash shows, as GOTRACEBACK does.
func SetTraceback(level string) { setTraceback(level) }

// takeDump stops the world and takes a heap dump, of which dumpPiece returns one piece after the other, at last an empty one.
func takeDump(version string) int32

func dumpPiece(dump int32) string

// WriteHeapDump writes all objects of the heap and what keeps them alive to the file fd, in the format that Go has had since version 1.7.
func WriteHeapDump(fd uintptr) {
	dump := takeDump(runtime.Version())
	broken := false
	for piece := dumpPiece(dump); piece != ""; piece = dumpPiece(dump) {
		for rest := unsafe.Slice(unsafe.StringData(piece), len(piece)); len(rest) > 0 && !broken; {
			n, err := syscall.Write(int(fd), rest)
			if err == syscall.EINTR || err == syscall.EAGAIN {
				continue
			}
			broken = err != nil || n <= 0
			rest = rest[max(n, 0):]
		}
	}
}

// CrashOptions are what SetCrashOutput may be asked for: nothing so far.
type CrashOptions struct{}

// setCrashOutput is package syscall's, which knows the files.
func setCrashOutput(fd int) error

// SetCrashOutput has the report of a crash written to f as well as to standard error; to none but that for nil. f may be closed at once.
func SetCrashOutput(f *os.File, opts CrashOptions) error {
	if f == nil {
		return setCrashOutput(-1)
	}
	fd := int(f.Fd())
	if fd < 0 {
		return syscall.EBADF
	}
	err := setCrashOutput(fd)
	runtime.KeepAlive(f)
	return err
}

// GCStats are figures of the latest collections.
type GCStats struct {
	LastGC         time.Time
	NumGC          int64
	PauseTotal     time.Duration
	Pause          []time.Duration // latest first
	PauseEnd       []time.Time
	PauseQuantiles []time.Duration // filled from least to greatest where it has a length
}

// ReadGCStats writes the figures as they are now.
func ReadGCStats(stats *GCStats) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	stats.NumGC = int64(m.NumGC)
	stats.PauseTotal = time.Duration(m.PauseTotalNs)
	stats.LastGC = time.Unix(0, int64(m.LastGC))
	n := min(int(m.NumGC), len(m.PauseNs))
	stats.Pause, stats.PauseEnd = stats.Pause[:0], stats.PauseEnd[:0]
	for i := range n {
		at := (int(m.NumGC) - 1 - i) % len(m.PauseNs)
		stats.Pause = append(stats.Pause, time.Duration(m.PauseNs[at]))
		stats.PauseEnd = append(stats.PauseEnd, time.Unix(0, int64(m.PauseEnd[at])))
	}
	if q := stats.PauseQuantiles; len(q) > 0 {
		if n == 0 {
			clear(q)
			return
		}
		sorted := slices.Clone(stats.Pause)
		slices.Sort(sorted)
		for i := range len(q) - 1 {
			q[i] = sorted[n*i/(len(q)-1)]
		}
		q[len(q)-1] = sorted[n-1]
	}
}

// Module is a module that a program was built from.
type Module struct {
	Path    string
	Version string
	Sum     string
	Replace *Module
}

// BuildSetting is a setting that a program was built with.
type BuildSetting struct{ Key, Value string }

// BuildInfo tells what a program was built from.
type BuildInfo struct {
	GoVersion string
	Path      string
	Main      Module
	Deps      []*Module
	Settings  []BuildSetting
}

// ReadBuildInfo returns what the program was built from.
func ReadBuildInfo() (info *BuildInfo, ok bool) {
	return &BuildInfo{
		GoVersion: runtime.Version(),
		Path:      "command-line-arguments",
		Settings: []BuildSetting{
			{"-compiler", runtime.Compiler}, {"GOARCH", runtime.GOARCH}, {"GOOS", runtime.GOOS},
		},
	}, true
}

// String gives the form that ParseBuildInfo reads.
func (bi *BuildInfo) String() string {
	text := ""
	line := func(format string, a ...any) { text += fmt.Sprintf(format+"\n", a...) }
	if bi.GoVersion != "" {
		line("go\t%s", bi.GoVersion)
	}
	if bi.Path != "" {
		line("path\t%s", bi.Path)
	}
	module := func(word string, m Module) {
		end := "\t" + m.Sum
		if m.Replace != nil {
			end = ""
		}
		line("%s\t%s\t%s%s", word, m.Path, m.Version, end)
		if r := m.Replace; r != nil {
			line("=>\t%s\t%s\t%s\n", r.Path, r.Version, r.Sum)
		}
	}
	if bi.Main != (Module{}) {
		module("mod", bi.Main)
	}
	for _, d := range bi.Deps {
		module("dep", *d)
	}
	for _, s := range bi.Settings {
		line("build\t%s=%s", quoted(s.Key), quoted(s.Value))
	}
	return text
}

func quoted(s string) string {
	for _, c := range []byte(s) {
		if c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '"' || c == '`' || c == '=' {
			return fmt.Sprintf("%q", s)
		}
	}
	return s
}
