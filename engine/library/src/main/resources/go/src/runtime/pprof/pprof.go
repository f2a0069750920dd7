// Package pprof writes profiles of the program in the form that the pprof tool reads.
package pprof

import (
	"fmt"
	"io"
	"math"
	"runtime"
	"slices"
	"sort"
	"strings"
	"sync"
	"text/tabwriter"
)

// goroutines returns labels, number of pcs and pcs of all goroutines.
func goroutines() []uint64

// Profile is a collection of stacks.
type Profile struct {
	name  string
	guard sync.Mutex
	held  map[any][]uintptr // of a program's own profile
	count func() int
	write func(w io.Writer, debug int) error
}

var registry struct {
	sync.Mutex
	byName map[string]*Profile
}

// builtin returns the profiles that every program has.
func builtin() map[string]*Profile {
	made := map[string]*Profile{}
	add := func(name string, count func() int, write func(io.Writer, int) error) {
		made[name] = &Profile{name: name, count: count, write: write}
	}
	add("goroutine", runtime.NumGoroutine, writeGoroutines)
	add("threadcreate", func() int { n, _ := runtime.ThreadCreateProfile(nil); return n }, writeThreads)
	memory := func() int { n, _ := runtime.MemProfile(nil, true); return n }
	add("heap", memory, func(w io.Writer, debug int) error { return writeMemory(w, debug, "inuse_space") })
	add("allocs", memory, func(w io.Writer, debug int) error { return writeMemory(w, debug, "alloc_space") })
	add("block", func() int { n, _ := runtime.BlockProfile(nil); return n },
		func(w io.Writer, debug int) error { return writeWaits(w, debug, "contention", runtime.BlockProfile) })
	add("mutex", func() int { n, _ := runtime.MutexProfile(nil); return n },
		func(w io.Writer, debug int) error { return writeWaits(w, debug, "mutex", runtime.MutexProfile) })
	return made
}

// profiles returns all; registry is locked.
func profiles() map[string]*Profile {
	if registry.byName == nil {
		registry.byName = builtin()
	}
	return registry.byName
}

// NewProfile makes a profile of the program's own. The name must be new.
func NewProfile(name string) *Profile {
	registry.Lock()
	defer registry.Unlock()
	switch {
	case name == "":
		panic("pprof: NewProfile with empty name")
	case profiles()[name] != nil:
		panic("pprof: NewProfile name already in use: " + name)
	}
	p := &Profile{name: name, held: map[any][]uintptr{}}
	profiles()[name] = p
	return p
}

// Lookup returns the profile of that name, nil where there is none.
func Lookup(name string) *Profile {
	registry.Lock()
	defer registry.Unlock()
	return profiles()[name]
}

// Profiles returns all profiles by name.
func Profiles() []*Profile {
	registry.Lock()
	defer registry.Unlock()
	var all []*Profile
	for _, p := range profiles() {
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b *Profile) int { return strings.Compare(a.name, b.name) })
	return all
}

// Name returns the name.
func (p *Profile) Name() string { return p.name }

// Count returns how many stacks there are.
func (p *Profile) Count() int {
	if p.count != nil {
		return p.count()
	}
	p.guard.Lock()
	defer p.guard.Unlock()
	return len(p.held)
}

// Add adds the stack of the caller, or of one further up, for a value that must not be there yet.
func (p *Profile) Add(value any, skip int) {
	switch {
	case p.name == "":
		panic("pprof: use of uninitialized Profile")
	case p.write != nil:
		panic("pprof: Add called on built-in Profile " + p.name)
	}
	stack := make([]uintptr, 32)
	stack = stack[:runtime.Callers(skip+1, stack)]
	if len(stack) == 0 {
		stack = []uintptr{0}
	}
	p.guard.Lock()
	defer p.guard.Unlock()
	if p.held[value] != nil {
		panic("pprof: Profile.Add of duplicate value")
	}
	p.held[value] = stack
}

// Remove removes the stack of a value, if there is one.
func (p *Profile) Remove(value any) {
	p.guard.Lock()
	defer p.guard.Unlock()
	delete(p.held, value)
}

// WriteTo writes the profile: as a file for the pprof tool for debug 0, as text for 1; the goroutine profile for 2 as a traceback.
func (p *Profile) WriteTo(w io.Writer, debug int) error {
	if p.name == "" {
		panic("pprof: use of zero Profile")
	}
	if p.write != nil {
		return p.write(w, debug)
	}
	p.guard.Lock()
	var rows []row
	for _, stack := range p.held {
		rows = append(rows, row{stack: stack})
	}
	p.guard.Unlock()
	sort.Slice(rows, func(i, j int) bool { return slices.Compare(rows[i].stack, rows[j].stack) < 0 })
	return counted(w, p.name, debug, rows)
}

func writeGoroutines(w io.Writer, debug int) error {
	if debug >= 2 {
		text := make([]byte, 1<<20)
		for {
			n := runtime.Stack(text, true)
			if n < len(text) || n >= 64<<20 {
				_, err := w.Write(text[:n])
				return err
			}
			text = make([]byte, 2*len(text))
		}
	}
	return counted(w, "goroutine", debug, rowsOf(goroutines()))
}

func writeThreads(w io.Writer, debug int) error {
	n, _ := runtime.ThreadCreateProfile(nil)
	return counted(w, "threadcreate", debug, make([]row, n))
}

// records calls read with ever longer slices until all records fit.
func records[R any](read func([]R) (int, bool)) []R {
	n, _ := read(nil)
	for {
		list := make([]R, n+50)
		var ok bool
		if n, ok = read(list); ok {
			return list[:n]
		}
	}
}

// scaled estimates what was allocated from what was sampled, one object in rate bytes on average.
func scaled(count, size, rate int64) (objects, bytes int64) {
	if count == 0 || size == 0 {
		return 0, 0
	}
	if rate <= 1 {
		return count, size
	}
	f := 1 / (1 - math.Exp(-float64(size)/float64(count)/float64(rate)))
	return int64(float64(count) * f), int64(float64(size) * f)
}

// WriteHeapProfile is Lookup("heap").WriteTo(w, 0).
func WriteHeapProfile(w io.Writer) error { return Lookup("heap").WriteTo(w, 0) }

func writeMemory(w io.Writer, debug int, shown string) error {
	var stats runtime.MemStats
	if debug != 0 {
		runtime.ReadMemStats(&stats)
	}
	list := records(func(p []runtime.MemProfileRecord) (int, bool) { return runtime.MemProfile(p, true) })
	if debug != 0 {
		return memoryText(w, list, &stats)
	}
	rate := int64(runtime.MemProfileRate)
	f := &file{types: "alloc_objects/count alloc_space/bytes inuse_objects/count inuse_space/bytes", periodType: "space/bytes",
		period: rate, shown: shown}
	for i := range list {
		r := &list[i]
		var values [4]int64
		values[0], values[1] = scaled(r.AllocObjects, r.AllocBytes, rate)
		values[2], values[3] = scaled(r.InUseObjects(), r.InUseBytes(), rate)
		var size []label
		if r.AllocObjects > 0 {
			size = []label{{"bytes", fmt.Sprint("#", r.AllocBytes/r.AllocObjects)}}
		}
		f.sample(values[:], size, user(r.Stack()))
	}
	return f.writeTo(w)
}

// user returns a stack without the calls inside the runtime that allocated, unless there are no others.
func user(stack []uintptr) []uintptr {
	for i, pc := range stack {
		f, _ := runtime.CallersFrames([]uintptr{pc}).Next()
		if !strings.HasPrefix(f.Function, "runtime.") {
			return stack[i:]
		}
	}
	return stack
}

func memoryText(w io.Writer, list []runtime.MemProfileRecord, s *runtime.MemStats) error {
	sort.SliceStable(list, func(i, j int) bool { return list[i].InUseBytes() > list[j].InUseBytes() })
	var all runtime.MemProfileRecord
	for i := range list {
		r := &list[i]
		all.AllocBytes += r.AllocBytes
		all.AllocObjects += r.AllocObjects
		all.FreeBytes += r.FreeBytes
		all.FreeObjects += r.FreeObjects
	}
	t := tabwriter.NewWriter(w, 1, 8, 1, '\t', 0)
	figures := func(r *runtime.MemProfileRecord) string {
		return fmt.Sprintf("%d: %d [%d: %d] @", r.InUseObjects(), r.InUseBytes(), r.AllocObjects, r.AllocBytes)
	}
	fmt.Fprintf(t, "heap profile: %s heap/%d\n", figures(&all), 2*runtime.MemProfileRate)
	for i := range list {
		fmt.Fprint(t, figures(&list[i]))
		addresses(t, list[i].Stack())
		fmt.Fprintln(t)
		frames(t, list[i].Stack(), false)
	}
	fmt.Fprintf(t, "\n# runtime.MemStats\n")
	for _, line := range []struct {
		name  string
		value any
	}{
		{"Alloc", s.Alloc}, {"TotalAlloc", s.TotalAlloc}, {"Sys", s.Sys}, {"Lookups", s.Lookups}, {"Mallocs", s.Mallocs},
		{"Frees", s.Frees}, {"HeapAlloc", s.HeapAlloc}, {"HeapSys", s.HeapSys}, {"HeapIdle", s.HeapIdle}, {"HeapInuse", s.HeapInuse},
		{"HeapReleased", s.HeapReleased}, {"HeapObjects", s.HeapObjects},
		{"Stack", fmt.Sprint(s.StackInuse, " / ", s.StackSys)}, {"MSpan", fmt.Sprint(s.MSpanInuse, " / ", s.MSpanSys)},
		{"MCache", fmt.Sprint(s.MCacheInuse, " / ", s.MCacheSys)}, {"BuckHashSys", s.BuckHashSys}, {"GCSys", s.GCSys},
		{"OtherSys", s.OtherSys}, {"NextGC", s.NextGC}, {"LastGC", s.LastGC}, {"PauseNs", s.PauseNs}, {"PauseEnd", s.PauseEnd},
		{"NumGC", s.NumGC}, {"NumForcedGC", s.NumForcedGC}, {"GCCPUFraction", s.GCCPUFraction}, {"DebugGC", s.DebugGC},
	} {
		fmt.Fprintf(t, "# %s = %v\n", line.name, line.value)
	}
	return t.Flush()
}

func writeWaits(w io.Writer, debug int, name string, read func([]runtime.BlockProfileRecord) (int, bool)) error {
	list := records(read)
	sort.SliceStable(list, func(i, j int) bool { return list[i].Cycles > list[j].Cycles })
	if debug == 0 {
		f := &file{types: "contentions/count delay/nanoseconds", periodType: "contentions/count", period: 1}
		for i := range list {
			f.sample([]int64{list[i].Count, list[i].Cycles}, nil, list[i].Stack())
		}
		return f.writeTo(w)
	}
	t := tabwriter.NewWriter(w, 1, 8, 1, '\t', 0)
	fmt.Fprintf(t, "--- %s:\ncycles/second=%v\n", name, int64(1e9)) // our cycles are nanoseconds
	if name == "mutex" {
		fmt.Fprintf(t, "sampling period=%d\n", runtime.SetMutexProfileFraction(-1))
	}
	for i := range list {
		fmt.Fprintf(t, "%v %v @", list[i].Cycles, list[i].Count)
		addresses(t, list[i].Stack())
		fmt.Fprint(t, "\n")
		frames(t, list[i].Stack(), false)
	}
	return t.Flush()
}
