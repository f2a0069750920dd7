package main

import (
	"fmt"
	"math/rand"
	v2 "math/rand/v2"
)

func main() {
	for _, seed := range []int64{0, 1, -7, 1 << 40} {
		r := rand.New(rand.NewSource(seed))
		for range 300 {
			fmt.Println(r.Int63(), r.Uint32(), r.Uint64(), r.Int31(), r.Int(), r.Int63n(1<<40+1), r.Int31n(1000), r.Intn(7), r.Intn(64), r.Float64(), r.Float32(), r.NormFloat64(), r.ExpFloat64())
		}
		b := make([]byte, 20)
		r.Read(b)
		fmt.Println(b, r.Perm(10))
		s := []int{1, 2, 3, 4, 5, 6, 7}
		r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
		z := rand.NewZipf(r, 1.2, 3, 500)
		fmt.Println(s, z.Uint64(), z.Uint64(), z.Uint64())
		r.Seed(seed + 1)
		fmt.Println(r.Int63())
		var key [32]byte
		key[0] = byte(seed)
		for _, src := range []v2.Source{v2.NewPCG(uint64(seed), 2), v2.NewChaCha8(key)} {
			q := v2.New(src)
			for range 100 {
				fmt.Println(q.Int64(), q.Uint32(), q.Uint64(), q.Int32(), q.Int(), q.Uint(), q.Int64N(1000), q.Uint64N(1<<63+1), q.Int32N(7), q.Uint32N(9), q.IntN(64), q.UintN(10), q.Float64(), q.Float32(), q.NormFloat64(), q.ExpFloat64())
			}
			t := []int{1, 2, 3, 4, 5}
			q.Shuffle(len(t), func(i, j int) { t[i], t[j] = t[j], t[i] })
			fmt.Println(q.Perm(8), t, v2.NewZipf(q, 2, 1, 50).Uint64())
		}
		c := v2.NewChaCha8(key)
		c.Read(b[:5])
		state, _ := c.MarshalBinary()
		var again v2.ChaCha8
		fmt.Println(again.UnmarshalBinary(state), again.Uint64() == c.Uint64(), again.UnmarshalBinary(nil), len(state))
		p := v2.NewPCG(1, 2)
		p.Uint64()
		state, _ = p.MarshalBinary()
		var p2 v2.PCG
		fmt.Println(p2.UnmarshalBinary(state), p2.Uint64() == p.Uint64(), p2.UnmarshalBinary([]byte("x")))
	}
	// Numbers without a seed differ from run to run, but stay in their bounds.
	for range 1000 {
		if n := rand.Intn(10); n < 0 || n > 9 {
			fmt.Println("Intn", n)
		}
		if f := v2.Float64(); f < 0 || f >= 1 {
			fmt.Println("Float64", f)
		}
		if n := v2.N(int8(5)); n < 0 || n > 4 {
			fmt.Println("N", n)
		}
	}
	for _, f := range []func(){func() { rand.Intn(0) }, func() { rand.Int63n(-1) }, func() { rand.Int31n(0) }, func() { v2.IntN(0) }, func() { v2.N(-1) }, func() { v2.Shuffle(-1, nil) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
