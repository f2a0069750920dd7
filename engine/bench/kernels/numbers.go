package main

import "math"

func init() {
	kernels["matmul"] = func() func() int {
		a, b, c := square(300, 1), square(300, 2), square(300, 3)
		return func() int { dots(a, b, c); return int(c[17][23] + c[299][299]) }
	}
	kernels["matikj"] = func() func() int {
		a, b, c := square(300, 1), square(300, 2), square(300, 3)
		return func() int { rows(a, b, c); return int(c[17][23] + c[299][299]) }
	}
	kernels["spectral"] = func() func() int {
		const n = 1000
		u, v, between := make([]float64, n), make([]float64, n), make([]float64, n)
		return func() int { return int(norm(u, v, between) * 1e9) }
	}
	kernels["nbody"] = func() func() int {
		bodies := planets()
		return func() int {
			for range 400000 {
				move(bodies, 0.001)
			}
			return int(bodies[1].x * 1e3)
		}
	}
	kernels["fannkuch"] = func() func() int {
		var pancakes, work, turns [9]int
		return func() int { return flipAll(pancakes[:], work[:], turns[:]) }
	}
	kernels["sieve"] = func() func() int {
		composite := make([]bool, 4000000)
		return func() int { return primes(composite) }
	}
	kernels["quicksort"] = func() func() int {
		values := make([]int, 500000)
		return func() int {
			r := random(12345)
			for i := range values {
				values[i] = int(r.next())
			}
			quick(values, 0, len(values)-1)
			return values[len(values)/2]
		}
	}
	kernels["fib"] = func() func() int { return func() int { return fib(35) } }
	kernels["table"] = func() func() int {
		cells := make([]cell, 1<<17)
		return func() int { return tally(cells) }
	}
	kernels["egcd"] = func() func() int {
		return func() int {
			sum := 0
			for i := 1; i <= 200000; i++ {
				d, x, y := egcd(i*7919, 1000003)
				sum += d + x ^ y
			}
			return sum
		}
	}
	kernels["vectors"] = func() func() int {
		return func() int {
			at, way := vector{1, 2, 3}, vector{0.5, 0.25, 0.125}
			for range 5000000 {
				at = at.plus(way.times(0.001)).minus(at.times(1e-6))
				way = way.plus(at.cross(way).times(1e-4))
				if at.dot(at) > 1000 {
					at = at.times(0.5)
				}
			}
			return int(at.dot(way) * 1e3)
		}
	}
}

func square(n int, seed float64) [][]float64 {
	m := make([][]float64, n)
	for i := range m {
		m[i] = make([]float64, n)
		for j := range m[i] {
			m[i][j] = seed + float64((i*5+j*3)%13)/4
		}
	}
	return m
}

// dots multiplies by rows and columns.
func dots(a, b, c [][]float64) {
	n := len(a)
	for i := 0; i < n; i++ {
		for j := 0; j < n; j++ {
			sum := 0.0
			for k := 0; k < n; k++ {
				sum += a[i][k] * b[k][j]
			}
			c[i][j] = sum
		}
	}
}

// rows multiplies by adding multiples of rows.
func rows(a, b, c [][]float64) {
	for i, row := range c {
		clear(row)
		for k, factor := range a[i] {
			other := b[k]
			for j := range row {
				row[j] += factor * other[j]
			}
		}
	}
}

func element(i, j int) float64 { return 1 / float64((i+j)*(i+j+1)/2+i+1) }

func product(v, out []float64) {
	for i := range out {
		sum := 0.0
		for j, x := range v {
			sum += element(i, j) * x
		}
		out[i] = sum
	}
}

func productOfTransposed(v, out []float64) {
	for i := range out {
		sum := 0.0
		for j, x := range v {
			sum += element(j, i) * x
		}
		out[i] = sum
	}
}

func norm(u, v, between []float64) float64 {
	for i := range u {
		u[i] = 1
	}
	for range 4 {
		product(u, between)
		productOfTransposed(between, v)
		product(v, between)
		productOfTransposed(between, u)
	}
	uv, vv := 0.0, 0.0
	for i, x := range v {
		uv += u[i] * x
		vv += x * x
	}
	return math.Sqrt(uv / vv)
}

type planet struct {
	x, y, z, vx, vy, vz, mass float64
}

func planets() []planet {
	all := []planet{{mass: 40}}
	for k := 1; k < 5; k++ {
		r := float64(3 * k * k)
		all = append(all, planet{x: r, z: 0.1 * r, vy: math.Sqrt(40 / r), mass: 0.01 / float64(k)})
	}
	return all
}

func move(all []planet, dt float64) {
	for i := range all {
		p := &all[i]
		for j := i + 1; j < len(all); j++ {
			q := &all[j]
			x, y, z := p.x-q.x, p.y-q.y, p.z-q.z
			square := x*x + y*y + z*z
			pull := dt / (square * math.Sqrt(square))
			p.vx -= x * q.mass * pull
			p.vy -= y * q.mass * pull
			p.vz -= z * q.mass * pull
			q.vx += x * p.mass * pull
			q.vy += y * p.mass * pull
			q.vz += z * p.mass * pull
		}
	}
	for i := range all {
		p := &all[i]
		p.x += dt * p.vx
		p.y += dt * p.vy
		p.z += dt * p.vz
	}
}

func flipsOf(pancakes, work []int) int {
	copy(work, pancakes)
	n := 0
	for work[0] != 0 {
		for low, high := 0, work[0]; low < high; low, high = low+1, high-1 {
			work[low], work[high] = work[high], work[low]
		}
		n++
	}
	return n
}

func flipAll(pancakes, work, turns []int) int {
	for i := range pancakes {
		pancakes[i], turns[i] = i, 0
	}
	most, sum, sign := 0, 0, 1
	for {
		n := flipsOf(pancakes, work)
		most = max(most, n)
		sum += sign * n
		sign = -sign
		i := 1
		for i < len(turns) && turns[i] == i {
			turns[i] = 0
			i++
		}
		if i == len(turns) {
			return sum*1000 + most
		}
		partner := 0
		if i&1 == 1 {
			partner = turns[i]
		}
		pancakes[partner], pancakes[i] = pancakes[i], pancakes[partner]
		turns[i]++
	}
}

func primes(composite []bool) int {
	for i := range composite {
		composite[i] = false
	}
	count := 0
	for p := 2; p < len(composite); p++ {
		if composite[p] {
			continue
		}
		count++
		for m := 2 * p; m < len(composite); m += p {
			composite[m] = true
		}
	}
	return count
}

func quick(values []int, low, high int) {
	if low >= high {
		return
	}
	pivot := values[(low+high)/2]
	i, j := low, high
	for i <= j {
		for values[i] < pivot {
			i++
		}
		for values[j] > pivot {
			j--
		}
		if i <= j {
			values[i], values[j] = values[j], values[i]
			i++
			j--
		}
	}
	quick(values, low, j)
	quick(values, i, high)
}

func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

type cell struct {
	key   uint64
	count int
}

// tally counts random keys by open addressing.
func tally(cells []cell) int {
	clear(cells)
	mask := uint64(len(cells) - 1)
	x, sum := uint64(0x9e3779b97f4a7c15), 0
	for range 4000000 {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
		key := x&0xffff | 1
		at := key * 0x9e3779b97f4a7c15 >> 40 & mask
		for cells[at].key != 0 && cells[at].key != key {
			at = (at + 1) & mask
		}
		cells[at].key = key
		cells[at].count++
		sum += cells[at].count
	}
	return sum
}

// egcd gives the greatest common divisor d of a and b, and x and y with ax + by = d.
func egcd(a, b int) (d, x, y int) {
	if b == 0 {
		return a, 1, 0
	}
	d, y, x = egcd(b, a%b)
	return d, x, y - a/b*x
}

type vector struct{ x, y, z float64 }

func (v vector) plus(w vector) vector   { return vector{v.x + w.x, v.y + w.y, v.z + w.z} }
func (v vector) minus(w vector) vector  { return vector{v.x - w.x, v.y - w.y, v.z - w.z} }
func (v vector) times(f float64) vector { return vector{v.x * f, v.y * f, v.z * f} }
func (v vector) dot(w vector) float64   { return v.x*w.x + v.y*w.y + v.z*w.z }
func (v vector) cross(w vector) vector {
	return vector{v.y*w.z - v.z*w.y, v.z*w.x - v.x*w.z, v.x*w.y - v.y*w.x}
}
