// Package entropy gives random numbers that no seed was asked for.
package entropy

// Uint64 gives 64 random bits from the run, which may have been given a seed of its own so that it can be repeated.
func Uint64() uint64 { return random() }

func random() uint64
