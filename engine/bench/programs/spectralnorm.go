// Spectral norm of an infinite matrix, 500 × 500 of it.
package main

import (
	"fmt"
	"math"
)

const size = 500

func entry(i, j int) float64 { return 1 / float64((i+j)*(i+j+1)/2+i+1) }

func times(v, out []float64) {
	for i := range out {
		sum := 0.0
		for j := range v {
			sum += entry(i, j) * v[j]
		}
		out[i] = sum
	}
}

func transposed(v, out []float64) {
	for i := range out {
		sum := 0.0
		for j := range v {
			sum += entry(j, i) * v[j]
		}
		out[i] = sum
	}
}

func run() {
	u, v, t := make([]float64, size), make([]float64, size), make([]float64, size)
	for i := range u {
		u[i] = 1
	}
	for i := 0; i < 10; i++ {
		times(u, t)
		transposed(t, v)
		times(v, t)
		transposed(t, u)
	}
	var uv, vv float64
	for i := range u {
		uv += u[i] * v[i]
		vv += v[i] * v[i]
	}
	fmt.Printf("%.9f\n", math.Sqrt(uv/vv))
}
