// Command record writes small profiles, dumps, traces and metrics of itself: seeds for the fuzz tests of the readers.
//
//	go run record.go FOLDER                                     profiles, metrics
//	go run record.go FOLDER go1.26.trace                        a trace
//	GODEBUG=traceallocfree=1 go run record.go FOLDER allocfree.trace
package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"runtime/pprof"
	"runtime/trace"
	"sync"
	"time"
)

type leaf struct {
	next *leaf
	name string
}

var (
	kept    *leaf
	block   []byte
	garbage = 1
)

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func burn(d time.Duration) (n int) {
	for end := time.Now().Add(d); time.Now().Before(end); n++ {
		kept = &leaf{kept, "x"}
		if n%1000 == 0 {
			kept = nil
		}
	}
	return n
}

func write(folder, name string, b []byte) {
	if z, err := gzip.NewReader(bytes.NewReader(b)); err == nil {
		b, err = io.ReadAll(z)
		check(err)
	}
	check(os.WriteFile(filepath.Join(folder, name), b, 0o644))
}

func profiles(folder string) {
	var cpu bytes.Buffer
	check(pprof.StartCPUProfile(&cpu))
	pprof.Do(context.Background(), pprof.Labels("job", "burn"), func(context.Context) { burn(300 * time.Millisecond) })
	pprof.StopCPUProfile()
	write(folder, "cpu.pb", cpu.Bytes())
	for _, name := range []string{"heap", "goroutine", "block", "mutex", "threadcreate"} {
		for debug, suffix := range []string{".pb", ".debug1.txt", ".debug2.txt"} {
			if debug == 2 && name != "goroutine" {
				continue
			}
			var b bytes.Buffer
			check(pprof.Lookup(name).WriteTo(&b, debug))
			write(folder, name+suffix, b.Bytes())
		}
	}
}

func traced(folder, name string) {
	var b bytes.Buffer
	check(trace.Start(&b))
	ctx, task := trace.NewTask(context.Background(), "errand")
	var wg sync.WaitGroup
	c := make(chan int)
	for i := range 3 {
		wg.Go(func() {
			defer trace.StartRegion(ctx, "walk").End()
			trace.Log(ctx, "step", "out")
			c <- i
			time.Sleep(time.Microsecond)
		})
	}
	for range 3 {
		<-c
	}
	wg.Wait()
	for range 4 * garbage { // makes a collection begin; runtime.GC would fill the trace with its waiting
		block = make([]byte, 3<<20)
	}
	time.Sleep(2 * time.Millisecond)
	f, err := os.Open(os.Args[0])
	check(err)
	f.Close()
	task.End()
	trace.Stop()
	write(folder, name, b.Bytes())
}

func values(folder string) {
	var samples []metrics.Sample
	for i, d := range metrics.All() {
		if i%9 == 0 || d.Kind == metrics.KindFloat64Histogram {
			samples = append(samples, metrics.Sample{Name: d.Name})
		}
	}
	metrics.Read(samples)
	all := []map[string]any{}
	for _, s := range samples {
		m := map[string]any{"name": s.Name, "description": "text", "cumulative": true}
		switch s.Value.Kind() {
		case metrics.KindUint64:
			m["kind"], m["value"] = "uint64", s.Value.Uint64()
		case metrics.KindFloat64:
			m["kind"], m["value"] = "float64", s.Value.Float64()
		default:
			h := s.Value.Float64Histogram()
			edges, counts, total := []any{}, [][2]uint64{}, uint64(0)
			for _, e := range h.Buckets[:8] {
				if math.IsInf(e, -1) {
					edges = append(edges, "-Inf")
				} else {
					edges = append(edges, e)
				}
			}
			for i, n := range h.Counts[:7] {
				total += n
				if n > 0 {
					counts = append(counts, [2]uint64{uint64(i), n})
				}
			}
			m["kind"] = "float64histogram"
			m["value"] = map[string]any{"buckets": edges, "len": 7, "counts": counts, "total": total}
		}
		all = append(all, m)
	}
	b, err := json.MarshalIndent(all, "", " ")
	check(err)
	write(folder, "metrics.json", b)
}

func main() {
	folder := os.Args[1]
	runtime.MemProfileRate = 4096
	runtime.SetBlockProfileRate(1)
	runtime.SetMutexProfileFraction(1)
	var mu sync.Mutex
	mu.Lock()
	go mu.Lock()
	go func() { select {} }()
	go func() { <-make(chan int) }()
	time.Sleep(5 * time.Millisecond)
	if len(os.Args) > 2 {
		if os.Getenv("GODEBUG") != "" {
			garbage = 0 // each freed object is an event
		}
		traced(folder, os.Args[2])
		return
	}
	mu.Unlock()
	profiles(folder)
	values(folder)
}
