// Package ziggurat has the tables of Marsaglia and Tsang's method (The Ziggurat Method for Generating Random Variables, 2000)
// for normal and exponential distributions.
package ziggurat

import (
	"math"
	"sync"
)

const (
	NormalLayers      = 128
	ExponentialLayers = 256

	NormalTail      = 3.442619855899 // where the lowest layer's tail begins
	ExponentialTail = 7.69711747013104972

	normalArea      = 9.91256303526217e-3 // of each layer
	exponentialArea = 3.949659822581572e-3
)

// Layers holds, by layer: the bound below which a number is inside for sure, the width of its unit, and the
// density at its outer edge.
type Layers struct {
	Sure    []uint32
	Unit    []float32
	Density []float32
}

// Normal gives the layers of the normal distribution, for numbers of 31 bits and a sign.
var Normal = sync.OnceValue(func() *Layers {
	return build(NormalLayers, 1<<31, NormalTail, normalArea,
		func(x float64) float64 { return math.Exp(-.5 * x * x) },
		func(y float64) float64 { return math.Sqrt(-2 * math.Log(y)) })
})

// Exponential gives the layers of the exponential distribution, for numbers of 32 bits.
var Exponential = sync.OnceValue(func() *Layers {
	return build(ExponentialLayers, 1<<32, ExponentialTail, exponentialArea,
		func(x float64) float64 { return math.Exp(-x) },
		func(y float64) float64 { return -math.Log(y) })
})

func build(n int, scale, edge, area float64, density, inverse func(float64) float64) *Layers {
	l := &Layers{make([]uint32, n), make([]float32, n), make([]float32, n)}
	base := area / density(edge)
	l.Sure[0] = uint32(edge / base * scale)
	l.Unit[0] = float32(base / scale)
	l.Density[0] = 1
	for i := n - 1; ; i-- {
		l.Unit[i] = float32(edge / scale)
		l.Density[i] = float32(density(edge))
		if i == 1 {
			return l
		}
		inner := inverse(area/edge + density(edge))
		l.Sure[i] = uint32(inner / edge * scale)
		edge = inner
	}
}
