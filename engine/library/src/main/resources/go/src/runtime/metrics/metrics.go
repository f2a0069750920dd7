package metrics

import (
	"math"
	"runtime"
	"runtime/debug"
	"sort"
)

type metric struct {
	name, text string
	cumulative bool
	number     func(m *runtime.MemStats) uint64
	histogram  func(m *runtime.MemStats) *Float64Histogram
}

// all is in order of names.
var all = []metric{
	{"/gc/cycles/automatic:gc-cycles", "Collections that the runtime began by itself.", true, func(m *runtime.MemStats) uint64 { return uint64(m.NumGC - m.NumForcedGC) }, nil},
	{"/gc/cycles/forced:gc-cycles", "Collections that the program asked for.", true, func(m *runtime.MemStats) uint64 { return uint64(m.NumForcedGC) }, nil},
	{"/gc/cycles/total:gc-cycles", "Collections.", true, func(m *runtime.MemStats) uint64 { return uint64(m.NumGC) }, nil},
	{"/gc/gogc:percent", "GOGC, the growth of the heap between collections; the largest number where it is off.", false, func(m *runtime.MemStats) uint64 { return percent(gogc()) }, nil},
	{"/gc/gomemlimit:bytes", "GOMEMLIMIT; the largest int64 where there is none.", false, func(m *runtime.MemStats) uint64 { return uint64(debug.SetMemoryLimit(-1)) }, nil},
	{"/gc/heap/allocs-by-size:bytes", "Objects that were allocated, by size.", true, nil, func(m *runtime.MemStats) *Float64Histogram { return bySize(m, true) }},
	{"/gc/heap/allocs:bytes", "Bytes of all objects that were allocated.", true, func(m *runtime.MemStats) uint64 { return m.TotalAlloc }, nil},
	{"/gc/heap/allocs:objects", "Objects that were allocated.", true, func(m *runtime.MemStats) uint64 { return m.Mallocs }, nil},
	{"/gc/heap/frees-by-size:bytes", "Objects that were freed, by size.", true, nil, func(m *runtime.MemStats) *Float64Histogram { return bySize(m, false) }},
	{"/gc/heap/frees:bytes", "Bytes of all objects that were freed.", true, func(m *runtime.MemStats) uint64 { return m.TotalAlloc - m.Alloc }, nil},
	{"/gc/heap/frees:objects", "Objects that were freed.", true, func(m *runtime.MemStats) uint64 { return m.Frees }, nil},
	{"/gc/heap/goal:bytes", "How large the heap may be when a collection ends.", false, func(m *runtime.MemStats) uint64 { return m.NextGC }, nil},
	{"/gc/heap/objects:objects", "Objects on the heap, garbage that was not swept included.", false, func(m *runtime.MemStats) uint64 { return m.HeapObjects }, nil},
	{"/gc/stack/starting-size:bytes", "The stack that a goroutine begins with.", false, func(m *runtime.MemStats) uint64 { return 2048 }, nil},
	{"/memory/classes/heap/free:bytes", "Free memory of the heap that the host still holds.", false, func(m *runtime.MemStats) uint64 { return m.HeapIdle - m.HeapReleased }, nil},
	{"/memory/classes/heap/objects:bytes", "Memory of objects.", false, func(m *runtime.MemStats) uint64 { return m.HeapAlloc }, nil},
	{"/memory/classes/heap/released:bytes", "Free memory of the heap that was given back.", false, func(m *runtime.MemStats) uint64 { return m.HeapReleased }, nil},
	{"/memory/classes/heap/stacks:bytes", "Memory of stacks in use.", false, func(m *runtime.MemStats) uint64 { return m.StackInuse }, nil},
	{"/memory/classes/heap/unused:bytes", "Memory of spans in use that no object has.", false, func(m *runtime.MemStats) uint64 { return m.HeapInuse - m.HeapAlloc }, nil},
	{"/memory/classes/metadata/mcache/free:bytes", "Memory for mcache structures that is not used.", false, func(m *runtime.MemStats) uint64 { return m.MCacheSys - m.MCacheInuse }, nil},
	{"/memory/classes/metadata/mcache/inuse:bytes", "Memory of mcache structures.", false, func(m *runtime.MemStats) uint64 { return m.MCacheInuse }, nil},
	{"/memory/classes/metadata/mspan/free:bytes", "Memory for mspan structures that is not used.", false, func(m *runtime.MemStats) uint64 { return m.MSpanSys - m.MSpanInuse }, nil},
	{"/memory/classes/metadata/mspan/inuse:bytes", "Memory of mspan structures.", false, func(m *runtime.MemStats) uint64 { return m.MSpanInuse }, nil},
	{"/memory/classes/metadata/other:bytes", "Memory of what else the collector keeps.", false, func(m *runtime.MemStats) uint64 { return m.GCSys }, nil},
	{"/memory/classes/os-stacks:bytes", "Memory for stacks beyond those in use.", false, func(m *runtime.MemStats) uint64 { return m.StackSys - m.StackInuse }, nil},
	{"/memory/classes/other:bytes", "Memory of what else the runtime keeps.", false, func(m *runtime.MemStats) uint64 { return m.OtherSys }, nil},
	{"/memory/classes/profiling/buckets:bytes", "Memory of the tables of profiles.", false, func(m *runtime.MemStats) uint64 { return m.BuckHashSys }, nil},
	{"/memory/classes/total:bytes", "All memory that the runtime holds.", false, func(m *runtime.MemStats) uint64 { return m.Sys }, nil},
	{"/sched/gomaxprocs:threads", "GOMAXPROCS.", false, func(m *runtime.MemStats) uint64 { return uint64(runtime.GOMAXPROCS(0)) }, nil},
	{"/sched/goroutines:goroutines", "Goroutines that live.", false, func(m *runtime.MemStats) uint64 { return uint64(runtime.NumGoroutine()) }, nil},
}

func gogc() int32

// percent is GOGC as a metric tells it.
func percent(gogc int32) uint64 {
	if gogc < 0 {
		return math.MaxUint64
	}
	return uint64(gogc)
}

// bySize counts objects by size class, those above the largest class together.
func bySize(m *runtime.MemStats, allocated bool) *Float64Histogram {
	h := &Float64Histogram{Buckets: []float64{1}}
	rest := m.Frees
	if allocated {
		rest = m.Mallocs
	}
	for _, class := range m.BySize {
		if class.Size == 0 {
			continue
		}
		n := class.Frees
		if allocated {
			n = class.Mallocs
		}
		rest -= min(n, rest)
		h.Counts = append(h.Counts, n)
		h.Buckets = append(h.Buckets, float64(class.Size+1))
	}
	h.Counts = append(h.Counts, rest)
	h.Buckets = append(h.Buckets, math.Inf(1))
	return h
}

// All describes the metrics that can be read, in order of names.
func All() []Description {
	list := make([]Description, len(all))
	for i, m := range all {
		kind := KindUint64
		if m.histogram != nil {
			kind = KindFloat64Histogram
		}
		list[i] = Description{m.name, m.text, kind, m.cumulative}
	}
	return list
}

// Read finds the values of the samples, all as of one moment.
func Read(samples []Sample) {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	for i := range samples {
		s := &samples[i]
		at := sort.Search(len(all), func(k int) bool { return all[k].name >= s.Name })
		switch {
		case at == len(all) || all[at].name != s.Name:
			s.Value = Value{}
		case all[at].number != nil:
			s.Value = Value{kind: KindUint64, number: all[at].number(&stats)}
		default:
			s.Value = Value{kind: KindFloat64Histogram, histogram: all[at].histogram(&stats)}
		}
	}
}
