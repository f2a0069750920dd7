package testing

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
)

// Run runs f as a part of the benchmark and reports whether it went well.
func (b *B) Run(name string, f func(b *B)) bool {
	b.hasSub.Store(true)
	full, wanted := name, true
	if b.match != nil {
		full, wanted = b.match.full(&b.common, name)
	}
	if !wanted {
		return true
	}
	part := &B{match: b.match, goal: b.goal, f: f, isSub: true}
	part.common = common{name: full, level: b.level + 1, out: b.out, parent: &b.common, quiet: b.quiet, ended: make(chan struct{})}
	part.perform()
	return !part.Failed()
}

var titled sync.Once

// showTitle says, once, where the benchmarks run.
func showTitle() {
	titled.Do(func() {
		fmt.Printf("goos: %s\ngoarch: %s\n", runtime.GOOS, runtime.GOARCH)
		if importPath != "" {
			fmt.Printf("pkg: %s\n", importPath)
		}
		if cpu := processorName(); cpu != "" {
			fmt.Printf("cpu: %s\n", cpu)
		}
	})
}

// perform runs a benchmark once to see whether it has parts, then measures and reports it.
func (b *B) perform() {
	if n := len(b.name) + len(suffix(runtime.GOMAXPROCS(0))) + 1; n > longestName {
		longestName = n + 8 // the next ones may be longer still
	}
	if *verbose {
		showTitle()
		if *events {
			b.out.announce(b.name, "=== RUN   %s\n", b.name)
		}
		fmt.Println(b.name)
	}
	b.inGoroutine(func() { b.once(1) })
	switch {
	case b.Failed():
		b.tell("FAIL", b.name)
		return
	case b.Skipped():
		if *verbose {
			b.tell("SKIP", b.name)
		}
		return
	case b.hasSub.Load():
		return
	}
	showTitle()
	before := runtime.GOMAXPROCS(0)
	for _, procs := range cpuList() {
		runtime.GOMAXPROCS(procs)
		for range *count {
			name := b.name + suffix(procs)
			if !*verbose {
				fmt.Printf("%-*s\t", longestName, name)
			}
			b.finished = false
			b.measure()
			if b.Failed() {
				b.tell("FAIL", name)
				continue
			}
			text := b.result.String()
			if *benchMem || b.showAllocs {
				text += "\t" + b.result.MemString()
			}
			if *verbose { // behind what it logs
				fmt.Printf("%-*s\t", longestName, name)
			}
			fmt.Println(text)
			if len(b.buffer) > 0 {
				b.tell("BENCH", name)
			}
			b.out.nameAgain("")
		}
	}
	runtime.GOMAXPROCS(before)
}

var longestName int

// suffix is what a benchmark's name gets where it runs on several Ps.
func suffix(procs int) string {
	if procs == 1 {
		return ""
	}
	return "-" + strconv.Itoa(procs)
}

// processorName returns what the system calls the processor, or nothing.
func processorName() string {
	text, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(text)) {
		if name, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

// mostLines is how many lines of what a benchmark logs are shown with its result.
const mostLines = 10

// tell shows what was logged, or the beginning of it.
func (b *B) tell(how, name string) {
	b.mu.Lock()
	text := string(b.buffer)
	b.buffer = nil
	b.mu.Unlock()
	if lines := strings.SplitAfterN(text, "\n", mostLines+1); how == "BENCH" && len(lines) > mostLines {
		text = strings.Join(lines[:mostLines], "") + "\t... [output truncated]\n"
	}
	fmt.Printf("%s--- %s: %s\n%s", mark(), how, name, text)
}

// Benchmark measures one function.
func Benchmark(f func(b *B)) BenchmarkResult {
	b := &B{f: f, goal: benchGoal}
	b.common = common{out: &output{w: os.Stdout, nameless: true}, quiet: true, ended: make(chan struct{})}
	b.measure()
	if b.Failed() || b.Skipped() {
		return BenchmarkResult{}
	}
	return b.result
}

// RunBenchmarks runs those of the benchmarks that match.
func RunBenchmarks(matchString func(pat, str string) (bool, error), benchmarks []InternalBenchmark) {
	runBenchmarks(matchString, benchmarks)
}

func runBenchmarks(matchString func(pat, str string) (bool, error), benchmarks []InternalBenchmark) bool {
	if *benchPattern == "" {
		return true
	}
	root := &B{match: newMatcher(matchString, "-test.bench", *benchPattern), goal: benchGoal}
	root.common = common{out: &output{w: os.Stdout, nameless: true}, quiet: !*verbose}
	var wanted []InternalBenchmark
	for _, bm := range benchmarks {
		if _, ok := newMatcher(matchString, "-test.bench", *benchPattern).full(&root.common, bm.Name); ok {
			wanted = append(wanted, bm)
		}
	}
	benchmarks = wanted
	for _, bm := range benchmarks {
		longestName = max(longestName, len(bm.Name)+2*len(suffix(runtime.GOMAXPROCS(0)))+1)
	}
	ok := true
	for _, bm := range benchmarks {
		ok = root.Run(bm.Name, bm.F) && ok
	}
	return ok
}
