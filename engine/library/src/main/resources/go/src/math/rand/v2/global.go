package rand

// The functions of the package are those of a Rand that nobody has seeded; they may be used by several goroutines.

type integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// N gives a number in [0, n) of n's type. It panics for n <= 0.
func N[Int integer](n Int) Int {
	positive(n > 0, "N")
	return Int(global.below(uint64(n)))
}

// Int64 gives an int64 that is not negative.
func Int64() int64 { return global.Int64() }

// Uint32 gives a number of 32 bits.
func Uint32() uint32 { return global.Uint32() }

// Uint64 gives a number of 64 bits.
func Uint64() uint64 { return global.Uint64() }

// Int32 gives an int32 that is not negative.
func Int32() int32 { return global.Int32() }

// Int gives an int that is not negative.
func Int() int { return global.Int() }

// Uint gives a uint.
func Uint() uint { return global.Uint() }

// Int64N gives a number in [0, n). It panics for n <= 0.
func Int64N(n int64) int64 { return global.Int64N(n) }

// Uint64N gives a number in [0, n). It panics for n == 0.
func Uint64N(n uint64) uint64 { return global.Uint64N(n) }

// Int32N gives a number in [0, n). It panics for n <= 0.
func Int32N(n int32) int32 { return global.Int32N(n) }

// Uint32N gives a number in [0, n). It panics for n == 0.
func Uint32N(n uint32) uint32 { return global.Uint32N(n) }

// IntN gives a number in [0, n). It panics for n <= 0.
func IntN(n int) int { return global.IntN(n) }

// UintN gives a number in [0, n). It panics for n == 0.
func UintN(n uint) uint { return global.UintN(n) }

// Float64 gives a number in [0, 1).
func Float64() float64 { return global.Float64() }

// Float32 gives a number in [0, 1).
func Float32() float32 { return global.Float32() }

// Perm gives the numbers 0 to n-1 in some order.
func Perm(n int) []int { return global.Perm(n) }

// Shuffle brings n elements into some order by swap. It panics for a negative n.
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }

// NormFloat64 gives a number of the normal distribution with mean 0 and standard deviation 1.
func NormFloat64() float64 { return global.NormFloat64() }

// ExpFloat64 gives a number of the exponential distribution with rate 1.
func ExpFloat64() float64 { return global.ExpFloat64() }
