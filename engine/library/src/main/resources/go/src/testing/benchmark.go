package testing

import (
	"fmt"
	"runtime"
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
