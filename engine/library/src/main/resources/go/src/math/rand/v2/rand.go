// Package rand gives pseudo-random numbers: for given seeds the same as Go's.
package rand

import (
	"internal/entropy"
	"internal/ziggurat"
	"math"
	"math/bits"
)

// Source gives numbers of 64 random bits. It need not be safe for use by several goroutines.
type Source interface {
	Uint64() uint64
}

// Rand makes numbers of many kinds from a Source.
type Rand struct{ src Source }

// New gives a Rand of src.
func New(src Source) *Rand { return &Rand{src} }

// Int64 gives an int64 that is not negative.
func (r *Rand) Int64() int64 { return int64(r.src.Uint64() &^ (1 << 63)) }

// Uint32 gives a number of 32 bits.
func (r *Rand) Uint32() uint32 { return uint32(r.src.Uint64() >> 32) }

// Uint64 gives a number of 64 bits.
func (r *Rand) Uint64() uint64 { return r.src.Uint64() }

// Int32 gives an int32 that is not negative.
func (r *Rand) Int32() int32 { return int32(r.src.Uint64() >> 33) }

// Int gives an int that is not negative.
func (r *Rand) Int() int { return int(uint(r.src.Uint64()) << 1 >> 1) }

// Uint gives a uint.
func (r *Rand) Uint() uint { return uint(r.src.Uint64()) }

// below gives a number in [0, n) by Lemire's multiplication, mostly without a division.
func (r *Rand) below(n uint64) uint64 {
	if bits.UintSize == 32 && n <= math.MaxUint32 {
		return uint64(r.below32(uint32(n)))
	}
	if n&(n-1) == 0 {
		return r.src.Uint64() & (n - 1)
	}
	hi, lo := bits.Mul64(r.src.Uint64(), n)
	if lo < n {
		for excess := -n % n; lo < excess; {
			hi, lo = bits.Mul64(r.src.Uint64(), n)
		}
	}
	return hi
}

// below32 gives what below does, from products of 32 bits.
func (r *Rand) below32(n uint32) uint32 {
	if n&(n-1) == 0 {
		return uint32(r.src.Uint64()) & (n - 1)
	}
	draw := func() (hi uint32, lo uint64) {
		x := r.src.Uint64()
		low := (x & math.MaxUint32) * uint64(n)
		high := (x>>32)*uint64(n) + low>>32
		return uint32(high >> 32), high<<32 | low&math.MaxUint32
	}
	hi, lo := draw()
	if lo < uint64(n) {
		for excess := -uint64(n) % uint64(n); lo < excess; {
			hi, lo = draw()
		}
	}
	return hi
}

func positive(ok bool, name string) {
	if !ok {
		panic("invalid argument to " + name)
	}
}

// Int64N gives a number in [0, n). It panics for n <= 0.
func (r *Rand) Int64N(n int64) int64 {
	positive(n > 0, "Int64N")
	return int64(r.below(uint64(n)))
}

// Uint64N gives a number in [0, n). It panics for n == 0.
func (r *Rand) Uint64N(n uint64) uint64 {
	positive(n > 0, "Uint64N")
	return r.below(n)
}

// Int32N gives a number in [0, n). It panics for n <= 0.
func (r *Rand) Int32N(n int32) int32 {
	positive(n > 0, "Int32N")
	return int32(r.below(uint64(n)))
}

// Uint32N gives a number in [0, n). It panics for n == 0.
func (r *Rand) Uint32N(n uint32) uint32 {
	positive(n > 0, "Uint32N")
	return uint32(r.below(uint64(n)))
}

// IntN gives a number in [0, n). It panics for n <= 0.
func (r *Rand) IntN(n int) int {
	positive(n > 0, "IntN")
	return int(r.below(uint64(n)))
}

// UintN gives a number in [0, n). It panics for n == 0.
func (r *Rand) UintN(n uint) uint {
	positive(n > 0, "UintN")
	return uint(r.below(uint64(n)))
}

// Float64 gives a number in [0, 1).
func (r *Rand) Float64() float64 { return float64(r.src.Uint64()<<11>>11) / (1 << 53) }

// Float32 gives a number in [0, 1).
func (r *Rand) Float32() float32 { return float32(r.Uint32()<<8>>8) / (1 << 24) }

// Perm gives the numbers 0 to n-1 in some order.
func (r *Rand) Perm(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	r.Shuffle(n, func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// Shuffle brings n elements into some order by swap. It panics for a negative n.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	positive(n >= 0, "Shuffle")
	for i := n - 1; i > 0; i-- {
		swap(i, int(r.below(uint64(i)+1)))
	}
}

// NormFloat64 gives a number of the normal distribution with mean 0 and standard deviation 1.
func (r *Rand) NormFloat64() float64 {
	layers := ziggurat.Normal()
	for {
		u := r.src.Uint64()
		v := int32(u)
		layer := u >> 32 & (ziggurat.NormalLayers - 1)
		x := float64(v) * float64(layers.Unit[layer])
		size := uint32(v)
		if v < 0 {
			size = -size
		}
		if size < layers.Sure[layer] {
			return x
		}
		if layer == 0 {
			return math.Copysign(r.normalTail(), float64(v))
		}
		low, high := layers.Density[layer], layers.Density[layer-1]
		if low+float32(r.Float64())*(high-low) < float32(math.Exp(-.5*x*x)) {
			return x
		}
	}
}

func (r *Rand) normalTail() float64 {
	for {
		x := -math.Log(r.Float64()) * (1.0 / ziggurat.NormalTail)
		y := -math.Log(r.Float64())
		if y+y >= x*x {
			return ziggurat.NormalTail + x
		}
	}
}

// ExpFloat64 gives a number of the exponential distribution with rate 1.
func (r *Rand) ExpFloat64() float64 {
	layers := ziggurat.Exponential()
	for {
		u := r.src.Uint64()
		v := uint32(u)
		layer := u >> 32 & (ziggurat.ExponentialLayers - 1)
		x := float64(v) * float64(layers.Unit[layer])
		if v < layers.Sure[layer] {
			return x
		}
		if layer == 0 {
			return ziggurat.ExponentialTail - math.Log(r.Float64())
		}
		low, high := layers.Density[layer], layers.Density[layer-1]
		if low+float32(r.Float64())*(high-low) < float32(math.Exp(-x)) {
			return x
		}
	}
}

// unseeded is the Source of the package's functions; it may be used by several goroutines.
type unseeded struct{}

func (unseeded) Uint64() uint64 { return entropy.Uint64() }

var global = New(unseeded{})
