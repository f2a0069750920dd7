package runtime

// MemProfileRate is how many bytes are allocated for one sample of the memory profile on average; 0 turns it off.
var MemProfileRate int = 512 * 1024

// StackRecord is a stack: pcs up to the first 0.
type StackRecord struct{ Stack0 [32]uintptr }

// Stack returns the pcs.
func (r *StackRecord) Stack() []uintptr { return upToZero(r.Stack0[:]) }

func upToZero(pcs []uintptr) []uintptr {
	for i, pc := range pcs {
		if pc == 0 {
			return pcs[:i]
		}
	}
	return pcs
}

// MemProfileRecord tells of the sampled allocations with one stack.
type MemProfileRecord struct {
	AllocBytes, FreeBytes     int64
	AllocObjects, FreeObjects int64
	Stack0                    [32]uintptr
}

// InUseBytes returns the bytes that are alive.
func (r *MemProfileRecord) InUseBytes() int64 { return r.AllocBytes - r.FreeBytes }

// InUseObjects returns the number of objects that are alive.
func (r *MemProfileRecord) InUseObjects() int64 { return r.AllocObjects - r.FreeObjects }

// Stack returns the pcs.
func (r *MemProfileRecord) Stack() []uintptr { return upToZero(r.Stack0[:]) }

// BlockProfileRecord tells how often and for how many nanoseconds goroutines have waited with one stack.
type BlockProfileRecord struct {
	Count  int64
	Cycles int64
	StackRecord
}

// Kinds of profiles.
const (
	memoryProfile int32 = iota
	blockProfile
	mutexProfile
	goroutineProfile
)

// profile returns rows of four figures, the number of pcs, and the pcs.
func profile(kind int32) []uint64

// rows calls f for each row of a profile and returns how many there are.
func rows(all []uint64, f func(i int, figures []uint64, stack []uint64)) int {
	n := 0
	for at := 0; at < len(all); n++ {
		depth := int(all[at+4])
		f(n, all[at:at+4], all[at+5:at+5+depth])
		at += 5 + depth
	}
	return n
}

func fillStack(to *[32]uintptr, stack []uint64) {
	*to = [32]uintptr{}
	for i := range min(len(to), len(stack)) {
		to[i] = uintptr(stack[i])
	}
}

// MemProfile writes the memory profile if p is long enough, and returns its length; inuseZero: also what is all freed.
func MemProfile(p []MemProfileRecord, inuseZero bool) (n int, ok bool) {
	var records []MemProfileRecord
	rows(profile(memoryProfile), func(_ int, f, stack []uint64) {
		r := MemProfileRecord{AllocObjects: int64(f[0]), FreeObjects: int64(f[1])}
		r.AllocBytes, r.FreeBytes = r.AllocObjects*int64(f[2]), r.FreeObjects*int64(f[2])
		if inuseZero || r.InUseBytes() != 0 {
			fillStack(&r.Stack0, stack)
			records = append(records, r)
		}
	})
	if len(records) > len(p) {
		return len(records), false
	}
	return copy(p, records), true
}

func waits(kind int32, p []BlockProfileRecord) (n int, ok bool) {
	all := profile(kind)
	n = rows(all, func(int, []uint64, []uint64) {})
	if n > len(p) {
		return n, false
	}
	rows(all, func(i int, f, stack []uint64) {
		p[i].Count, p[i].Cycles = int64(f[0]), int64(f[1])
		fillStack(&p[i].Stack0, stack)
	})
	return n, true
}

// BlockProfile writes the block profile if p is long enough, and returns its length.
func BlockProfile(p []BlockProfileRecord) (n int, ok bool) { return waits(blockProfile, p) }

// MutexProfile writes the mutex profile if p is long enough, and returns its length.
func MutexProfile(p []BlockProfileRecord) (n int, ok bool) { return waits(mutexProfile, p) }

// GoroutineProfile writes the stacks of all goroutines if p is long enough, and returns their number.
func GoroutineProfile(p []StackRecord) (n int, ok bool) {
	all := profile(goroutineProfile)
	n = rows(all, func(int, []uint64, []uint64) {})
	if n > len(p) {
		return n, false
	}
	rows(all, func(i int, _, stack []uint64) { fillStack(&p[i].Stack0, stack) })
	return n, true
}

// ThreadCreateProfile has one record without a stack for each thread, since threads are made by the engine.
func ThreadCreateProfile(p []StackRecord) (n int, ok bool) {
	n = GOMAXPROCS(0)
	if n > len(p) {
		return n, false
	}
	for i := range n {
		p[i] = StackRecord{}
	}
	return n, true
}

// SetBlockProfileRate sets that on average one wait is sampled for so many nanoseconds waited; 1 takes all, 0 none.
func SetBlockProfileRate(rate int) { setBlockRate(int64(rate)) }

func setBlockRate(nanos int64)

// SetMutexProfileFraction sets that one of so many waits for a mutex is sampled, and returns what it was; a negative rate only asks.
func SetMutexProfileFraction(rate int) int { return int(setMutexFraction(int32(rate))) }

func setMutexFraction(rate int32) int32

// SetCPUProfileRate starts the sampling of where time goes, or stops it for 0. The rate itself is always 100 a second.
func SetCPUProfileRate(hz int) { sampleTime(hz > 0) }

func sampleTime(on bool)
