package runtime

import (
	"internal/descriptor"
	"unsafe"
)

// GC collects all garbage before it returns.
func GC()

// MemStats holds the figures of allocator and collector.
type MemStats struct {
	Alloc         uint64
	TotalAlloc    uint64
	Sys           uint64
	Lookups       uint64
	Mallocs       uint64
	Frees         uint64
	HeapAlloc     uint64
	HeapSys       uint64
	HeapIdle      uint64
	HeapInuse     uint64
	HeapReleased  uint64
	HeapObjects   uint64
	StackInuse    uint64
	StackSys      uint64
	MSpanInuse    uint64
	MSpanSys      uint64
	MCacheInuse   uint64
	MCacheSys     uint64
	BuckHashSys   uint64
	GCSys         uint64
	OtherSys      uint64
	NextGC        uint64
	LastGC        uint64
	PauseTotalNs  uint64
	PauseNs       [256]uint64
	PauseEnd      [256]uint64
	NumGC         uint32
	NumForcedGC   uint32
	GCCPUFraction float64
	EnableGC      bool
	DebugGC       bool
	BySize        [61]struct {
		Size    uint32
		Mallocs uint64
		Frees   uint64
	}
}

// figures are those of MemStats in its order, with the numbers of cycles and the fraction as bits behind PauseTotalNs, then by
// size class size, mallocs and frees.
const figures = 27

// readFigures writes figures, pauses and their ends with the world stopped; it returns the number of size classes.
//
//go:noescape
func readFigures(to []uint64, pauses, ends []uint64) int32

// ReadMemStats writes the figures as they are now.
func ReadMemStats(m *MemStats) {
	all := make([]uint64, figures+3*128)
	classes := readFigures(all, m.PauseNs[:], m.PauseEnd[:])
	for i, to := range []*uint64{&m.Alloc, &m.TotalAlloc, &m.Sys, &m.Lookups, &m.Mallocs, &m.Frees, &m.HeapAlloc, &m.HeapSys,
		&m.HeapIdle, &m.HeapInuse, &m.HeapReleased, &m.HeapObjects, &m.StackInuse, &m.StackSys, &m.MSpanInuse, &m.MSpanSys,
		&m.MCacheInuse, &m.MCacheSys, &m.BuckHashSys, &m.GCSys, &m.OtherSys, &m.NextGC, &m.LastGC, &m.PauseTotalNs} {
		*to = all[i]
	}
	m.NumGC, m.NumForcedGC = uint32(all[24]), uint32(all[25])
	m.GCCPUFraction = bitsFloat(all[26])
	m.EnableGC = true
	for i := range min(len(m.BySize), int(classes)) {
		row := all[figures+3*i:]
		m.BySize[i].Size, m.BySize[i].Mallocs, m.BySize[i].Frees = uint32(row[0]), row[1], row[2]
	}
}

func setFinalizer(object unsafe.Pointer, f func(unsafe.Pointer)) bool

func clearFinalizer(object unsafe.Pointer)

// isObject reports whether an address is that of an allocated object, or nothing that could be garbage at all.
//
//go:noescape
func isObject(p unsafe.Pointer) (begins, inHeap bool)

// callWords calls a func value with words as the engine holds them.
func callWords(f unsafe.Pointer, args, results []uint64)

func hostAddress(p unsafe.Pointer) uint64

// SetFinalizer has finalizer called with obj, a pointer to an allocated object, after nothing else points there any more. A nil finalizer undoes it.
func SetFinalizer(obj any, finalizer any) {
	o := (*descriptor.Eface)(unsafe.Pointer(&obj))
	f := (*descriptor.Eface)(unsafe.Pointer(&finalizer))
	switch {
	case o.Type == nil:
		fatal("runtime.SetFinalizer: first argument is nil")
	case o.Type.Kind != descriptor.Pointer:
		fatal("runtime.SetFinalizer: first argument is " + o.Type.Text.String() + ", not pointer")
	case o.Data == nil:
		fatal("nil elem type!")
	}
	if f.Type == nil {
		clearFinalizer(o.Data)
		return
	}
	begins, inHeap := isObject(o.Data)
	if !inHeap {
		return // a package variable: never garbage
	}
	if !begins && o.Type.Elem().Size > 0 && o.Type.Elem().PointerBytes > 0 {
		fatal("runtime.SetFinalizer: pointer not at beginning of allocated block")
	}
	if f.Type.Kind != descriptor.Func {
		fatal("runtime.SetFinalizer: second argument is " + f.Type.Text.String() + ", not a function")
	}
	if f.Type.Variadic() || f.Type.Ins() != 1 || !descriptor.AssignableTo(o.Type, f.Type.In(0)) {
		fatal("runtime.SetFinalizer: cannot pass " + o.Type.Text.String() + " to finalizer " + f.Type.Text.String())
	}
	if !setFinalizer(o.Data, finalizerFor(o.Type, f.Type, f.Data)) {
		fatal("runtime.SetFinalizer: finalizer already set")
	}
}

// finalizerFor returns a func of one pointer that calls f, whose parameter is a pointer or an interface.
func finalizerFor(object, f *descriptor.Type, closure unsafe.Pointer) func(unsafe.Pointer) {
	if f.Outs() == 0 && f.In(0).Kind != descriptor.Interface {
		return *(*func(unsafe.Pointer))(unsafe.Pointer(&closure))
	}
	results := 0
	var space []unsafe.Pointer // of results that do not come back in words
	for i := range f.Outs() {
		t := f.In(1 + i)
		if words, ok := descriptor.Words(t); ok {
			results += len(words)
		} else {
			space = append(space, descriptor.New(t))
		}
	}
	return func(p unsafe.Pointer) {
		var args []uint64
		for _, at := range space {
			args = append(args, hostAddress(at))
		}
		if f.In(0).Kind == descriptor.Interface {
			args = append(args, hostAddress(descriptor.Table(f.In(0), object)))
		}
		callWords(closure, append(args, hostAddress(p)), make([]uint64, results))
	}
}

// fatal ends the program with an error that cannot be recovered.
func fatal(message string)

// Cleanup is a call that AddCleanup has arranged for.
type Cleanup struct {
	number int64
	object uintptr
}

func addCleanup(object unsafe.Pointer, f func()) int64

func stopCleanup(number int64)

// AddCleanup has cleanup called with arg some time after the object that ptr points into is gone.
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup {
	if ptr == nil {
		panic(plainError("runtime.AddCleanup: ptr is nil"))
	}
	p := unsafe.Pointer(ptr)
	var boxed any = arg
	if d := (*descriptor.Eface)(unsafe.Pointer(&boxed)); d.Type != nil && d.Type.Kind == descriptor.Pointer && d.Data == p {
		panic(plainError("runtime.AddCleanup: ptr is equal to arg, cleanup will never run"))
	}
	return Cleanup{addCleanup(p, func() { cleanup(arg) }), uintptr(p)}
}

// Stop undoes AddCleanup, unless the object is gone already. The object must be kept alive meanwhile.
func (c Cleanup) Stop() {
	if c.number != 0 {
		stopCleanup(c.number)
	}
}

// Pinner keeps objects where they are, which they are anyway, and alive.
type Pinner struct{ pinned *pins }

type pins struct{ objects []any }

// Pin keeps what pointer points to until Unpin.
func (p *Pinner) Pin(pointer any) {
	o := (*descriptor.Eface)(unsafe.Pointer(&pointer))
	if o.Type == nil {
		panic(errorString("runtime.Pinner: argument is nil"))
	}
	if o.Type.Kind != descriptor.Pointer && o.Type.Kind != descriptor.UnsafePointer {
		panic(errorString("runtime.Pinner: argument is not a pointer: " + o.Type.Text.String()))
	}
	if p.pinned == nil {
		p.pinned = new(pins)
		allPins = append(allPins, p.pinned)
	}
	p.pinned.objects = append(p.pinned.objects, pointer)
}

// Unpin lets go of all.
func (p *Pinner) Unpin() {
	for i, q := range allPins {
		if q == p.pinned {
			allPins = append(allPins[:i], allPins[i+1:]...)
			break
		}
	}
	p.pinned = nil
}

// allPins keeps pinned objects alive.
var allPins []*pins
