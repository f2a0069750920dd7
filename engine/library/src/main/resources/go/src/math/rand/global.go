package rand

import (
	"internal/entropy"
	"internal/settings"
	"sync"
)

// lockedSource is the Source of the package's functions: random until Seed has been called, then a seed's numbers. GODEBUG
// randautoseed=0 lets it begin from the seed 1, as before Go 1.20.
type lockedSource struct {
	mu     sync.Mutex
	seeded *laggedSource
	begun  bool // whether GODEBUG has been looked at
}

var global = New(new(lockedSource))

// source gives what numbers come from now; the lock is held.
func (l *lockedSource) source() Source64 {
	if l.seeded == nil && !l.begun {
		l.begun = true
		if settings.Value("randautoseed") == "0" {
			l.seeded = new(laggedSource)
			l.seeded.Seed(1)
		}
	}
	if l.seeded != nil {
		return l.seeded
	}
	return unseeded{}
}

func (l *lockedSource) Int63() int64 { return int64(l.Uint64() &^ (1 << 63)) }

func (l *lockedSource) Uint64() uint64 {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.source().Uint64()
}

func (l *lockedSource) Seed(seed int64) {
	s := new(laggedSource)
	s.Seed(seed)
	l.mu.Lock()
	l.seeded = s
	l.mu.Unlock()
}

// unseeded has no state.
type unseeded struct{}

func (unseeded) Uint64() uint64 { return entropy.Uint64() }
func (unseeded) Int63() int64   { return int64(entropy.Uint64() &^ (1 << 63)) }
func (unseeded) Seed(int64)     {}

// Seed lets the package's functions begin from a seed under GODEBUG randseednop=0, as before Go 1.24; otherwise it does nothing.
//
// Deprecated: use New with a Source of that seed.
func Seed(seed int64) {
	if settings.Value("randseednop") == "0" {
		global.Seed(seed)
	}
}

// Int63 gives a number of 63 bits.
func Int63() int64 { return global.Int63() }

// Uint32 gives a number of 32 bits.
func Uint32() uint32 { return global.Uint32() }

// Uint64 gives a number of 64 bits.
func Uint64() uint64 { return global.Uint64() }

// Int31 gives a number of 31 bits.
func Int31() int32 { return global.Int31() }

// Int gives an int that is not negative.
func Int() int { return global.Int() }

// Int63n gives a number in [0, n). It panics for n <= 0.
func Int63n(n int64) int64 { return global.Int63n(n) }

// Int31n gives a number in [0, n). It panics for n <= 0.
func Int31n(n int32) int32 { return global.Int31n(n) }

// Intn gives a number in [0, n). It panics for n <= 0.
func Intn(n int) int { return global.Intn(n) }

// Float64 gives a number in [0, 1).
func Float64() float64 { return global.Float64() }

// Float32 gives a number in [0, 1).
func Float32() float32 { return global.Float32() }

// Perm gives the numbers 0 to n-1 in some order.
func Perm(n int) []int { return global.Perm(n) }

// Shuffle brings n elements into some order by swap. It panics for a negative n.
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }

// Read fills p with random bytes. It never fails.
//
// Deprecated: random bytes that matter come from crypto/rand.
func Read(p []byte) (n int, err error) { return global.Read(p) }

// NormFloat64 gives a number of the normal distribution with mean 0 and standard deviation 1.
func NormFloat64() float64 { return global.NormFloat64() }

// ExpFloat64 gives a number of the exponential distribution with rate 1.
func ExpFloat64() float64 { return global.ExpFloat64() }
