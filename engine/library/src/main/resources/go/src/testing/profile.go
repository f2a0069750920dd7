package testing

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// Flags for profiles, which Init defines.
var (
	cpuFile, memFile, blockFile, mutexFile, traceFile, outputFolder string
	memRate, blockRate, mutexFraction                               int
)

func profileFlags() {
	flag.StringVar(&outputFolder, "test.outputdir", "", "write profiles to `dir`")
	flag.StringVar(&cpuFile, "test.cpuprofile", "", "write a cpu profile to `file`")
	flag.StringVar(&memFile, "test.memprofile", "", "write an allocation profile to `file`")
	flag.IntVar(&memRate, "test.memprofilerate", 0, "set memory allocation profiling `rate` (see runtime.MemProfileRate)")
	flag.StringVar(&blockFile, "test.blockprofile", "", "write a goroutine blocking profile to `file`")
	flag.IntVar(&blockRate, "test.blockprofilerate", 1, "set blocking profile `rate` (see runtime.SetBlockProfileRate)")
	flag.StringVar(&mutexFile, "test.mutexprofile", "", "write a mutex contention profile to the named file after execution")
	flag.IntVar(&mutexFraction, "test.mutexprofilefraction", 1, "if >= 0, calls runtime.SetMutexProfileFraction()")
	flag.StringVar(&traceFile, "test.trace", "", "write an execution trace to `file`")
}

// profiler is what a program of tests can do that was compiled to write profiles.
type profiler interface {
	StartCPUProfile(w io.Writer) error
	StopCPUProfile()
	WriteProfileTo(name string, w io.Writer, debug int) error
	StartTrace(w io.Writer) error
	StopTrace()
}

// startProfiles begins the profiles that are wanted and returns what ends and writes them.
func (m *M) startProfiles() (finish func()) {
	if memRate > 0 {
		runtime.MemProfileRate = memRate
	}
	p, ok := m.deps.(profiler)
	if !ok {
		if cpuFile+memFile+blockFile+mutexFile+traceFile != "" {
			fmt.Fprintln(os.Stderr, "testing: this program was compiled without profiles: give their flags before -args")
			os.Exit(2)
		}
		return func() {}
	}
	var end []func()
	during := func(name string, start func(io.Writer) error, stop func(), what string) {
		if name == "" {
			return
		}
		f, err := os.Create(inOutputFolder(name))
		if err != nil {
			fmt.Fprintf(os.Stderr, "testing: %s\n", err)
			return
		}
		if err := start(f); err != nil {
			fmt.Fprintf(os.Stderr, "testing: can't start %s: %s\n", what, err)
			f.Close()
			return
		}
		end = append(end, func() { stop(); f.Close() })
	}
	during(cpuFile, p.StartCPUProfile, p.StopCPUProfile, "cpu profile")
	during(traceFile, p.StartTrace, p.StopTrace, "tracing")
	if blockFile != "" && blockRate >= 0 {
		runtime.SetBlockProfileRate(blockRate)
	}
	if mutexFile != "" && mutexFraction >= 0 {
		runtime.SetMutexProfileFraction(mutexFraction)
	}
	return func() {
		for _, f := range end {
			f()
		}
		if memFile != "" {
			runtime.GC()
			writeProfile(p, "allocs", memFile)
		}
		if blockFile != "" && blockRate >= 0 {
			writeProfile(p, "block", blockFile)
		}
		if mutexFile != "" && mutexFraction >= 0 {
			writeProfile(p, "mutex", mutexFile)
		}
	}
}

func writeProfile(p profiler, kind, name string) {
	f, err := os.Create(inOutputFolder(name))
	if err != nil {
		fmt.Fprintf(os.Stderr, "testing: %s\n", err)
		os.Exit(2)
	}
	if err := p.WriteProfileTo(kind, f, 0); err != nil {
		fmt.Fprintf(os.Stderr, "testing: can't write %s: %s\n", name, err)
		os.Exit(2)
	}
	f.Close()
}

// inOutputFolder returns where a file goes that is named without its folder.
func inOutputFolder(name string) string {
	if outputFolder == "" || name == "" || filepath.IsAbs(name) || strings.HasPrefix(name, string(os.PathSeparator)) {
		return name
	}
	return outputFolder + string(os.PathSeparator) + name
}
