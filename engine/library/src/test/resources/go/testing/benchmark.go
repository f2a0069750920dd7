package main

import (
	"fmt"
	"testing"
)

var sink []byte

func main() {
	testing.Init()
	r := testing.Benchmark(func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; i < b.N; i++ {
			sink = make([]byte, 100)
		}
	})
	fmt.Println(r.N > 100, r.AllocsPerOp(), r.AllocedBytesPerOp(), r.NsPerOp() < 100000)
	r = testing.Benchmark(func(b *testing.B) {
		for b.Loop() {
			sink = nil
		}
	})
	fmt.Println(r.N > 100)
	fmt.Println(testing.AllocsPerRun(100, func() { sink = make([]byte, 10000) }))
	fmt.Println(testing.BenchmarkResult{N: 100, T: 12345, Bytes: 8, MemAllocs: 300, MemBytes: 5000})
}
