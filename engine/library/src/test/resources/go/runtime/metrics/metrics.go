package main

import (
	"fmt"
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sort"
)

var keep [][]byte

func read(name string) metrics.Value {
	s := []metrics.Sample{{Name: name}}
	metrics.Read(s)
	return s[0].Value
}

func main() {
	all := metrics.All()
	fmt.Println(sort.SliceIsSorted(all, func(i, j int) bool { return all[i].Name < all[j].Name }), len(all) >= 30)
	samples := make([]metrics.Sample, len(all))
	for i, d := range all {
		samples[i].Name = d.Name
	}
	metrics.Read(samples)
	for i, d := range all {
		if samples[i].Value.Kind() != d.Kind || d.Description == "" {
			fmt.Println("kind of", d.Name)
		}
	}
	fmt.Println(read("/no/such:name").Kind() == metrics.KindBad)

	debug.SetGCPercent(150)
	debug.SetMemoryLimit(1 << 40)
	fmt.Println(read("/gc/gogc:percent").Uint64(), read("/gc/gomemlimit:bytes").Uint64())
	debug.SetGCPercent(-1)
	fmt.Println(read("/gc/gogc:percent").Uint64() == math.MaxUint64)

	cycles, bytes := read("/gc/cycles/forced:gc-cycles").Uint64(), read("/gc/heap/allocs:bytes").Uint64()
	objects := read("/gc/heap/allocs-by-size:bytes").Float64Histogram()
	for range 1000 {
		keep = append(keep, make([]byte, 1000))
	}
	runtime.GC()
	runtime.GC()
	fmt.Println(read("/gc/cycles/forced:gc-cycles").Uint64() - cycles)
	grown := read("/gc/heap/allocs:bytes").Uint64() - bytes
	fmt.Println(grown >= 1024*1000, grown < 1200*1000)
	after := read("/gc/heap/allocs-by-size:bytes").Float64Histogram()
	for i, upTo := range after.Buckets[1:] {
		if upTo == 1025 {
			fmt.Println(after.Counts[i]-objects.Counts[i] >= 1000)
		}
	}
	fmt.Println(len(after.Buckets) == len(after.Counts)+1, after.Buckets[0], math.IsInf(after.Buckets[len(after.Buckets)-1], 1))

	wait := make(chan bool)
	before := read("/sched/goroutines:goroutines").Uint64()
	for range 5 {
		go func() { <-wait }()
	}
	fmt.Println(read("/sched/goroutines:goroutines").Uint64() - before)
	close(wait)
	runtime.GOMAXPROCS(3)
	fmt.Println(read("/sched/gomaxprocs:threads").Uint64())
	var sum uint64
	for _, s := range samples {
		if len(s.Name) > 16 && s.Name[:16] == "/memory/classes/" && s.Name != "/memory/classes/total:bytes" {
			sum += s.Value.Uint64()
		}
	}
	total := samples[sort.Search(len(samples), func(i int) bool { return samples[i].Name >= "/memory/classes/total:bytes" })].Value.Uint64()
	fmt.Println(sum == total)
	defer func() { fmt.Println(recover()) }()
	read("/gc/gogc:percent").Float64()
}
