// Command tracebench times the trace reader of the Go distribution: CPU time of reading all events of a file into nothing,
// best of five rounds, on one processor. Internal packages are only for the distribution itself, so it is built as if it
// lay in it, by an overlay; see README.md.
package main

import (
	"bytes"
	"fmt"
	"internal/trace"
	"io"
	"os"
	"runtime"
	"syscall"
)

func cpu() int64 {
	var r syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &r)
	return r.Utime.Nano() + r.Stime.Nano()
}

func main() {
	runtime.GOMAXPROCS(1)
	b, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	best, n := int64(1<<62), 0
	for range 5 {
		start := cpu()
		r, err := trace.NewReader(bytes.NewReader(b))
		if err != nil {
			panic(err)
		}
		n = 0
		for {
			_, err := r.ReadEvent()
			if err == io.EOF {
				break
			}
			if err != nil {
				panic(err)
			}
			n++
		}
		best = min(best, cpu()-start)
	}
	fmt.Printf("%d events, %.2f s CPU, %.2f million/s\n", n, float64(best)/1e9, float64(n)*1e3/float64(best))
}
