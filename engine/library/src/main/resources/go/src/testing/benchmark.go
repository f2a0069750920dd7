package testing

import (
	"fmt"
	"math"
	"os"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// B is a benchmark.
type B struct {
	common
	N int // how often to do what is measured

	match       *matcher
	runs        bool // the timer runs
	begin       time.Time
	elapsed     time.Duration
	bytes       int64
	showAllocs  bool
	startAllocs uint64
	startBytes  uint64
	allocs      uint64
	allocBytes  uint64
	extra       map[string]float64
	parallelism int
	goal        benchTime
	loopsLeft   int
	loopBegun   bool
	result      BenchmarkResult
	f           func(*B)
	isSub       bool
}

// benchTime is a time or a number of turns.
type benchTime struct {
	d time.Duration
	n int
}

func (t *benchTime) String() string {
	if t.n > 0 {
		return strconv.Itoa(t.n) + "x"
	}
	return t.d.String()
}

// Set reads the value of a flag.
func (t *benchTime) Set(s string) error {
	if turns, ok := strings.CutSuffix(s, "x"); ok {
		n, err := strconv.ParseInt(turns, 10, 0)
		if err != nil || n < 0 {
			return fmt.Errorf("invalid count")
		}
		*t = benchTime{n: int(n)}
		return nil
	}
	d, err := time.ParseDuration(s)
	if err != nil || d <= 0 {
		return fmt.Errorf("invalid duration")
	}
	*t = benchTime{d: d}
	return nil
}

// InternalBenchmark is a benchmark function and its name.
type InternalBenchmark struct {
	Name string
	F    func(b *B)
}

// BenchmarkResult is what was measured.
type BenchmarkResult struct {
	N         int
	T         time.Duration
	Bytes     int64
	MemAllocs uint64
	MemBytes  uint64
	Extra     map[string]float64
}

func allocations() (objects, bytes uint64) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.Mallocs, m.TotalAlloc
}

// StartTimer goes on measuring.
func (b *B) StartTimer() {
	if !b.runs {
		b.startAllocs, b.startBytes = allocations()
		b.begin = time.Now()
		b.runs = true
	}
}

// StopTimer stops measuring.
func (b *B) StopTimer() {
	if b.runs {
		b.elapsed += time.Since(b.begin)
		objects, bytes := allocations()
		b.allocs += objects - b.startAllocs
		b.allocBytes += bytes - b.startBytes
		b.runs = false
	}
}

// ResetTimer forgets what was measured.
func (b *B) ResetTimer() {
	clear(b.extra)
	if b.runs {
		b.startAllocs, b.startBytes = allocations()
		b.begin = time.Now()
	}
	b.elapsed, b.allocs, b.allocBytes = 0, 0, 0
}

// Elapsed returns the time measured so far.
func (b *B) Elapsed() time.Duration {
	d := b.elapsed
	if b.runs {
		d += time.Since(b.begin)
	}
	return d
}

// SetBytes sets how many bytes one turn handles.
func (b *B) SetBytes(n int64) { b.bytes = n }

// ReportAllocs shows allocations.
func (b *B) ReportAllocs() { b.showAllocs = true }

// ReportMetric adds a figure to the result.
func (b *B) ReportMetric(n float64, unit string) {
	if unit == "" {
		panic("metric unit must not be empty")
	}
	if strings.ContainsAny(unit, " \t\r\n") {
		panic("metric unit must not contain whitespace")
	}
	if b.extra == nil {
		b.extra = map[string]float64{}
	}
	b.extra[unit] = n
}

// SetParallelism sets how many goroutines RunParallel uses for each P.
func (b *B) SetParallelism(p int) {
	if p >= 1 {
		b.parallelism = p
	}
}

// Loop returns true as long as what is measured is to be done again. Only the loop is measured.
func (b *B) Loop() bool {
	if b.loopsLeft > 0 {
		b.loopsLeft--
		b.N++
		return true
	}
	return b.loopAgain()
}

func (b *B) loopAgain() bool {
	if !b.loopBegun {
		b.loopBegun = true
		b.N = 1
		b.ResetTimer()
		b.StartTimer()
		if b.goal.n > 0 {
			b.loopsLeft = b.goal.n - 1
		}
		return true
	}
	if b.goal.n == 0 {
		if d := b.Elapsed(); d < b.goal.d {
			b.loopsLeft = nextCount(b.goal.d, b.N, d)
			b.loopsLeft = max(b.loopsLeft-b.N, 1) - 1
			b.N++
			return true
		}
	}
	b.StopTimer()
	return false
}

// nextCount returns how many turns should take so long, after some have taken a time.
func nextCount(goal time.Duration, before int, took time.Duration) int {
	per := max(took.Nanoseconds(), 1)
	n := float64(goal.Nanoseconds()) * float64(before) / float64(per)
	n *= 1.2
	n = min(n, 100*float64(before), 1e9)
	return max(int(n), before+1)
}

// once runs the function with a number of turns.
func (b *B) once(n int) {
	runtime.GC()
	b.N = n
	b.parallelism = 1
	b.loopBegun, b.loopsLeft = false, 0
	b.ResetTimer()
	b.StartTimer()
	b.f(b)
	b.StopTimer()
}

// inGoroutine runs f, which may end by Goexit.
func (b *B) inGoroutine(f func()) {
	done := make(chan struct{})
	go func() {
		returned := false
		defer func() {
			cause := recover()
			if cause != nil || !returned && !b.isFinished() {
				if cause == nil {
					cause = "test executed panic(nil) or runtime.Goexit"
				}
				b.crashed(cause)
			}
			defer close(done)
			b.runCleanups()
		}()
		f()
		returned = true
	}()
	<-done
}

func (b *B) isFinished() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.finished
}

// measure runs the function until it has taken long enough.
func (b *B) measure() {
	b.inGoroutine(func() {
		switch {
		case b.goal.n > 0:
			b.once(b.goal.n)
		default:
			n := 1
			for b.once(1); !b.loopBegun && !b.Failed() && b.elapsed < b.goal.d && n < 1e9; {
				n = nextCount(b.goal.d, b.N, b.elapsed)
				b.once(n)
			}
		}
	})
	b.result = BenchmarkResult{b.N, b.elapsed, b.bytes, b.allocs, b.allocBytes, b.extra}
}

// NsPerOp returns the nanoseconds of one turn.
func (r BenchmarkResult) NsPerOp() int64 {
	if v, ok := r.Extra["ns/op"]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return r.T.Nanoseconds() / int64(r.N)
}

func (r BenchmarkResult) megabytes() float64 {
	if v, ok := r.Extra["MB/s"]; ok {
		return v
	}
	if r.Bytes <= 0 || r.T <= 0 || r.N <= 0 {
		return 0
	}
	return float64(r.Bytes) * float64(r.N) / 1e6 / r.T.Seconds()
}

func (r BenchmarkResult) perTurn(unit string, n uint64) int64 {
	if v, ok := r.Extra[unit]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return int64(n) / int64(r.N)
}

// AllocsPerOp returns the objects allocated in one turn.
func (r BenchmarkResult) AllocsPerOp() int64 { return r.perTurn("allocs/op", r.MemAllocs) }

// AllocedBytesPerOp returns the bytes allocated in one turn.
func (r BenchmarkResult) AllocedBytesPerOp() int64 { return r.perTurn("B/op", r.MemBytes) }

// MemString shows the allocations.
func (r BenchmarkResult) MemString() string {
	return fmt.Sprintf("%8d B/op\t%8d allocs/op", r.AllocedBytesPerOp(), r.AllocsPerOp())
}

// String shows turns, time and other figures, but not allocations.
func (r BenchmarkResult) String() string {
	text := fmt.Sprintf("%8d", r.N)
	ns, ok := r.Extra["ns/op"]
	if !ok {
		ns = float64(r.T.Nanoseconds()) / float64(r.N)
	}
	if ns != 0 {
		text += "\t" + figure(ns, "ns/op")
	}
	if mb := r.megabytes(); mb != 0 {
		text += fmt.Sprintf("\t%7.2f MB/s", mb)
	}
	var units []string
	for unit := range r.Extra {
		switch unit {
		case "ns/op", "MB/s", "B/op", "allocs/op":
		default:
			units = append(units, unit)
		}
	}
	sort.Strings(units)
	for _, unit := range units {
		text += "\t" + figure(r.Extra[unit], unit)
	}
	return text
}

func figure(x float64, unit string) string {
	format := "%10.0f %s"
	switch y := math.Abs(x); {
	case y == 0 || y >= 999.95:
	case y >= 99.995:
		format = "%12.1f %s"
	case y >= 9.9995:
		format = "%13.2f %s"
	case y >= 0.99995:
		format = "%14.3f %s"
	case y >= 0.099995:
		format = "%15.4f %s"
	case y >= 0.0099995:
		format = "%16.5f %s"
	case y >= 0.00099995:
		format = "%17.6f %s"
	default:
		format = "%18.7f %s"
	}
	return fmt.Sprintf(format, x, unit)
}

// PB counts the turns of RunParallel.
type PB struct {
	left  *atomic.Int64
	grain int64
	own   int64
}

// Next reports whether there is another turn.
func (pb *PB) Next() bool {
	if pb.own == 0 {
		after := pb.left.Add(-pb.grain)
		pb.own = min(pb.grain, after+pb.grain)
		if pb.own <= 0 {
			pb.own = 0
			return false
		}
	}
	pb.own--
	return true
}

// RunParallel runs body in several goroutines, which share the turns.
func (b *B) RunParallel(body func(*PB)) {
	if b.N == 0 {
		return
	}
	var left atomic.Int64
	left.Store(int64(b.N))
	workers := b.parallelism * runtime.GOMAXPROCS(0)
	grain := min(max(int64(b.N)/int64(workers*16), 1), 10000)
	var wg sync.WaitGroup
	for range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			body(&PB{left: &left, grain: grain})
		}()
	}
	wg.Wait()
	if left.Load() > 0 && !b.Failed() {
		b.Fatal("RunParallel: body exited without pb.Next() == false")
	}
}

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

// AllocsPerRun returns how many objects a call of f allocates on average, on one P, after one call that does not count.
func AllocsPerRun(runs int, f func()) (avg float64) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	f()
	before, _ := allocations()
	for range runs {
		f()
	}
	after, _ := allocations()
	return float64((after - before) / uint64(runs))
}
