//go:debug randseednop=0

package main

import (
	"fmt"
	"math"
	"math/rand"
	v2 "math/rand/v2"
	"sort"
)

// steps is a source that counts.
type steps struct{ at, by uint64 }

func (s *steps) Seed(seed int64) { s.at = uint64(seed) }
func (s *steps) Uint64() uint64  { s.at += s.by; return s.at }
func (s *steps) Int63() int64    { return int64(s.Uint64() >> 1) }

func drawn(s rand.Source) []int64 {
	s.Seed(7)
	return []int64{s.Int63(), s.Int63(), s.Int63()}
}

func drawn64(s rand.Source64) []uint64 {
	s.Seed(7)
	first := s.Int63()
	return []uint64{uint64(first), s.Uint64(), s.Uint64()}
}

func drawn2(s v2.Source) []uint64 { return []uint64{s.Uint64(), s.Uint64()} }

func tops(r *rand.Rand) []int {
	s := []int{1, 2, 3, 4, 5, 6, 7}
	r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	return append(s, r.Perm(4)...)
}

func tops2(r *v2.Rand) []int {
	s := []int{1, 2, 3, 4, 5, 6, 7}
	r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	return append(s, r.Perm(4)...)
}

func ranks(z *rand.Zipf) (out [5]uint64) {
	for i := range out {
		out[i] = z.Uint64()
	}
	return
}

func ranks2(z *v2.Zipf) (out [5]uint64) {
	for i := range out {
		out[i] = z.Uint64()
	}
	return
}

// seeded uses the functions of the package after a seed, which makes them what a Rand of that seed gives.
func seeded() {
	rand.Seed(42)
	r := rand.New(rand.NewSource(42))
	var a, b [9]byte
	fmt.Println(rand.Int() == r.Int(), rand.Int63() == r.Int63(), rand.Int31() == r.Int31(), rand.Uint32() == r.Uint32(), rand.Uint64() == r.Uint64())
	fmt.Println(rand.Int31n(10) == r.Int31n(10), rand.Int63n(1000) == r.Int63n(1000), rand.Intn(99) == r.Intn(99))
	fmt.Println(rand.Float64() == r.Float64(), rand.Float32() == r.Float32(), rand.NormFloat64() == r.NormFloat64(), rand.ExpFloat64() == r.ExpFloat64())
	n, err := rand.Read(a[:])
	m, _ := r.Read(b[:])
	fmt.Println(n, m, err, a == b, fmt.Sprint(rand.Perm(6)) == fmt.Sprint(r.Perm(6)))
	s, t := []int{1, 2, 3, 4, 5}, []int{1, 2, 3, 4, 5}
	rand.Shuffle(5, func(i, j int) { s[i], s[j] = s[j], s[i] })
	r.Shuffle(5, func(i, j int) { t[i], t[j] = t[j], t[i] })
	fmt.Println(fmt.Sprint(s) == fmt.Sprint(t))
	rand.Seed(1)
	fmt.Println(rand.Int(), rand.Int63(), rand.Int31(), rand.Uint32(), rand.Uint64(), rand.Float64(), rand.Float32())
	fmt.Println(rand.NormFloat64(), rand.ExpFloat64(), rand.Perm(5))
	n, _ = rand.Read(a[:])
	fmt.Println(n, a)
}

// mean of many numbers, and whether all lay within bounds.
func mean(lo, hi float64, next func() float64) string {
	const n = 20000
	sum, inside := 0.0, true
	for range n {
		x := next()
		sum += x
		inside = inside && lo <= x && x < hi
	}
	middle := (lo + hi) / 2
	return fmt.Sprint(inside, " ", math.Abs(sum/n-middle) < (hi-lo)/50)
}

// global numbers cannot be foretold: each kind must lie within its bounds, around the middle.
func global() {
	fmt.Println("Int", mean(0, math.MaxInt64, func() float64 { return float64(v2.Int()) }))
	fmt.Println("Int32", mean(0, math.MaxInt32, func() float64 { return float64(v2.Int32()) }))
	fmt.Println("Int64", mean(0, math.MaxInt64, func() float64 { return float64(v2.Int64()) }))
	fmt.Println("Uint", mean(0, math.MaxUint64, func() float64 { return float64(v2.Uint()) }))
	fmt.Println("Uint32", mean(0, math.MaxUint32+1, func() float64 { return float64(v2.Uint32()) }))
	fmt.Println("Uint64", mean(0, math.MaxUint64, func() float64 { return float64(v2.Uint64()) }))
	fmt.Println("Int32N", mean(0, 1000, func() float64 { return float64(v2.Int32N(1000)) }))
	fmt.Println("Int64N", mean(0, 1e12, func() float64 { return float64(v2.Int64N(1e12)) }))
	fmt.Println("UintN", mean(0, 1e4, func() float64 { return float64(v2.UintN(1e4)) }))
	fmt.Println("Uint32N", mean(0, 3e9, func() float64 { return float64(v2.Uint32N(3e9)) }))
	fmt.Println("Uint64N", mean(0, 1e19, func() float64 { return float64(v2.Uint64N(1e19)) }))
	fmt.Println("Float32", mean(0, 1, func() float64 { return float64(v2.Float32()) }))
	fmt.Println("Norm", mean(-9, 9, v2.NormFloat64))
	fmt.Println("Exp", mean(0, 2, func() float64 { return min(1.999, 2-2*math.Exp(-v2.ExpFloat64())) }))
	p := v2.Perm(50)
	sort.Ints(p)
	fmt.Println(p[0], p[49], len(p), len(v2.Perm(0)))
	for _, bad := range []func(){func() { v2.Int32N(0) }, func() { v2.Int64N(-1) }, func() { v2.UintN(0) }, func() { v2.Uint32N(0) }, func() { v2.Uint64N(0) }, func() { v2.Perm(-1) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			bad()
		}()
	}
}

func restarted() {
	var pcg v2.PCG
	pcg.Seed(1, 2)
	fmt.Println(drawn2(&pcg), drawn2(v2.NewPCG(1, 2)))
	state, err := pcg.AppendBinary([]byte("at:"))
	fmt.Printf("%q %v\n", state, err)
	var again v2.PCG
	fmt.Println(again.UnmarshalBinary(state[3:]), drawn2(&again), drawn2(&pcg))

	key := [32]byte([]byte("thirty-two bytes make a good key"))
	var chacha v2.ChaCha8
	chacha.Seed(key)
	fmt.Println(drawn2(&chacha), drawn2(v2.NewChaCha8(key)))
	chacha.Read(make([]byte, 5))
	state, err = chacha.AppendBinary([]byte("at:"))
	fmt.Printf("%q %v\n", state, err)
	var other v2.ChaCha8
	fmt.Println(other.UnmarshalBinary(state[3:]), drawn2(&other), drawn2(&chacha))
	chacha.Seed(key)
	fmt.Println(drawn2(&chacha))
	fmt.Println(other.UnmarshalBinary([]byte("chacha8:short")), again.UnmarshalBinary(nil))
}

func main() {
	fmt.Println(drawn(rand.NewSource(1)), drawn64(rand.NewSource(1).(rand.Source64)), drawn(&steps{by: 1 << 40}), drawn64(&steps{by: 3}))
	fmt.Println(tops(rand.New(&steps{by: 0x9E3779B97F4A7C15})), tops2(v2.New(&steps{by: 0x9E3779B97F4A7C15})))
	fmt.Println(tops(rand.New(rand.NewSource(3))), tops2(v2.New(v2.NewPCG(3, 4))))
	fmt.Println(ranks(rand.NewZipf(rand.New(rand.NewSource(5)), 1.5, 2, 1000)), ranks2(v2.NewZipf(v2.New(v2.NewPCG(5, 5)), 1.5, 2, 1000)))
	fmt.Println(rand.NewZipf(rand.New(rand.NewSource(5)), 1, 2, 10) == nil, v2.NewZipf(v2.New(v2.NewPCG(5, 5)), 2, 0.5, 10) == nil)
	seeded()
	global()
	restarted()
}
