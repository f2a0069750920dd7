// Package rand gives pseudo-random numbers: for a given seed the same as Go's.
package rand

import (
	"internal/ziggurat"
	"math"
)

// Rand makes numbers of many kinds from a Source.
type Rand struct {
	src     Source
	src64   Source64 // nil where src is none
	pending int64    // what Read has left of a number
	left    int8     // and how many bytes that is
}

// New gives a Rand of src.
func New(src Source) *Rand {
	src64, _ := src.(Source64)
	return &Rand{src: src, src64: src64}
}

// Seed lets r begin anew from seed. It must not be called together with other methods.
func (r *Rand) Seed(seed int64) {
	r.src.Seed(seed)
	r.left = 0
}

// Int63 gives a number of 63 bits.
func (r *Rand) Int63() int64 { return r.src.Int63() }

// Uint32 gives a number of 32 bits.
func (r *Rand) Uint32() uint32 { return uint32(r.src.Int63() >> 31) }

// Uint64 gives a number of 64 bits.
func (r *Rand) Uint64() uint64 {
	if r.src64 == nil {
		low := uint64(r.src.Int63()) >> 31
		return low | uint64(r.src.Int63())<<32
	}
	return r.src64.Uint64()
}

// Int31 gives a number of 31 bits.
func (r *Rand) Int31() int32 { return int32(r.src.Int63() >> 32) }

// Int gives an int that is not negative.
func (r *Rand) Int() int { return int(uint(r.src.Int63()) << 1 >> 1) }

// Int63n gives a number in [0, n). It panics for n <= 0.
func (r *Rand) Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	v := r.Int63()
	if n&(n-1) == 0 {
		return v & (n - 1)
	}
	// Numbers in the last, incomplete run of n are drawn again.
	bound := int64(1<<63 - 1 - (1<<63)%uint64(n))
	for v > bound {
		v = r.Int63()
	}
	return v % n
}

// Int31n gives a number in [0, n). It panics for n <= 0.
func (r *Rand) Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	v := r.Int31()
	if n&(n-1) == 0 {
		return v & (n - 1)
	}
	bound := int32(1<<31 - 1 - (1<<31)%uint32(n))
	for v > bound {
		v = r.Int31()
	}
	return v % n
}

// Intn gives a number in [0, n). It panics for n <= 0.
func (r *Rand) Intn(n int) int {
	switch {
	case n <= 0:
		panic("invalid argument to Intn")
	case n <= math.MaxInt32:
		return int(r.Int31n(int32(n)))
	}
	return int(r.Int63n(int64(n)))
}

// below gives a number in [0, n) by Lemire's multiplication, mostly without a division.
func (r *Rand) below(n uint32) uint32 {
	product := uint64(r.Uint32()) * uint64(n)
	if uint32(product) < n {
		for excess := -n % n; uint32(product) < excess; {
			product = uint64(r.Uint32()) * uint64(n)
		}
	}
	return uint32(product >> 32)
}

// Float64 gives a number in [0, 1).
func (r *Rand) Float64() float64 {
	for {
		if f := float64(r.Int63()) / (1 << 63); f != 1 {
			return f
		}
	}
}

// Float32 gives a number in [0, 1).
func (r *Rand) Float32() float32 {
	for {
		if f := float32(r.Float64()); f != 1 {
			return f
		}
	}
}

// Perm gives the numbers 0 to n-1 in some order.
func (r *Rand) Perm(n int) []int {
	out := make([]int, n)
	for i := range out {
		at := r.Intn(i + 1)
		out[i] = out[at]
		out[at] = i
	}
	return out
}

// Shuffle brings n elements into some order by swap. It panics for a negative n.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		if i >= math.MaxInt32 {
			swap(i, int(r.Int63n(int64(i)+1)))
		} else {
			swap(i, int(r.below(uint32(i+1))))
		}
	}
}

// Read fills p with random bytes. It never fails. It must not be called together with other methods.
func (r *Rand) Read(p []byte) (n int, err error) {
	if locked, ok := r.src.(*lockedSource); ok {
		locked.mu.Lock()
		defer locked.mu.Unlock()
		return r.fill(p, locked.source()), nil
	}
	return r.fill(p, r.src), nil
}

// fill takes seven bytes of each number, the lowest first.
func (r *Rand) fill(p []byte, src Source) int {
	for i := range p {
		if r.left == 0 {
			r.pending, r.left = src.Int63(), 7
		}
		p[i] = byte(r.pending)
		r.pending >>= 8
		r.left--
	}
	return len(p)
}

// NormFloat64 gives a number of the normal distribution with mean 0 and standard deviation 1.
func (r *Rand) NormFloat64() float64 {
	layers := ziggurat.Normal()
	for {
		v := int32(r.Uint32())
		layer := v & (ziggurat.NormalLayers - 1)
		x := float64(v) * float64(layers.Unit[layer])
		size := uint32(v)
		if v < 0 {
			size = -size
		}
		if size < layers.Sure[layer] {
			return x
		}
		if layer == 0 {
			return r.normalTail(v > 0)
		}
		low, high := layers.Density[layer], layers.Density[layer-1]
		if low+float32(r.Float64())*(high-low) < float32(math.Exp(-.5*x*x)) {
			return x
		}
	}
}

func (r *Rand) normalTail(positive bool) float64 {
	for {
		x := -math.Log(r.Float64()) * (1.0 / ziggurat.NormalTail)
		y := -math.Log(r.Float64())
		if y+y < x*x {
			continue
		}
		if positive {
			return ziggurat.NormalTail + x
		}
		return -ziggurat.NormalTail - x
	}
}

// ExpFloat64 gives a number of the exponential distribution with rate 1.
func (r *Rand) ExpFloat64() float64 {
	layers := ziggurat.Exponential()
	for {
		v := r.Uint32()
		layer := v & (ziggurat.ExponentialLayers - 1)
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
