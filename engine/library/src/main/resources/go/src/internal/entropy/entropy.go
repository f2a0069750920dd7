// Package entropy gives random numbers that no seed was asked for.
package entropy

// Uint64 gives 64 random bits from the run, which may have been given a seed of its own so that it can be repeated.
func Uint64() uint64 { return random() }

func random() uint64

// Secret gives 64 bits that nobody can guess, for keys. It is slower than Uint64.
func Secret() uint64 { return uint64(secret()) }

func secret() int64
