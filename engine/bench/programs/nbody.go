// The sun and four planets, 500,000 steps.
package main

import (
	"fmt"
	"math"
)

const steps = 500000

type body struct{ x, y, z, vx, vy, vz, mass float64 }

func system() []body {
	const solar = 4 * math.Pi * math.Pi
	bodies := []body{{mass: solar}}
	for k := 1; k <= 4; k++ {
		r := 4.5 * float64(k)
		bodies = append(bodies, body{x: r, z: 0.03 * r, vy: math.Sqrt(solar / r), mass: solar * 1e-3 / float64(k*k)})
	}
	var px, py, pz float64
	for _, b := range bodies {
		px += b.vx * b.mass
		py += b.vy * b.mass
		pz += b.vz * b.mass
	}
	bodies[0].vx, bodies[0].vy, bodies[0].vz = -px/solar, -py/solar, -pz/solar
	return bodies
}

func energy(bodies []body) float64 {
	e := 0.0
	for i := range bodies {
		b := &bodies[i]
		e += 0.5 * b.mass * (b.vx*b.vx + b.vy*b.vy + b.vz*b.vz)
		for j := i + 1; j < len(bodies); j++ {
			c := &bodies[j]
			dx, dy, dz := b.x-c.x, b.y-c.y, b.z-c.z
			e -= b.mass * c.mass / math.Sqrt(dx*dx+dy*dy+dz*dz)
		}
	}
	return e
}

func advance(bodies []body, dt float64) {
	for i := range bodies {
		b := &bodies[i]
		for j := i + 1; j < len(bodies); j++ {
			c := &bodies[j]
			dx, dy, dz := b.x-c.x, b.y-c.y, b.z-c.z
			d2 := dx*dx + dy*dy + dz*dz
			f := dt / (d2 * math.Sqrt(d2))
			b.vx -= dx * c.mass * f
			b.vy -= dy * c.mass * f
			b.vz -= dz * c.mass * f
			c.vx += dx * b.mass * f
			c.vy += dy * b.mass * f
			c.vz += dz * b.mass * f
		}
	}
	for i := range bodies {
		b := &bodies[i]
		b.x += dt * b.vx
		b.y += dt * b.vy
		b.z += dt * b.vz
	}
}

func run() {
	bodies := system()
	before := energy(bodies)
	for i := 0; i < steps; i++ {
		advance(bodies, 0.001)
	}
	fmt.Printf("%.9f %.9f\n", before, energy(bodies))
}
