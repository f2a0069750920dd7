// Kernels: small computations that each show one thing the compiler or the runtime does. An argument names one, a second says how
// often it is run; the time of each run goes to standard error, what it computed to standard output.
package main

import (
	"fmt"
	"os"
	"sort"
	"strconv"
	"time"
)

// kernels has a function per kernel, which prepares it and returns what is to be timed.
var kernels = map[string]func() func() int{}

func main() {
	if len(os.Args) != 3 || kernels[os.Args[1]] == nil {
		names := make([]string, 0, len(kernels))
		for name := range kernels {
			names = append(names, name)
		}
		sort.Strings(names)
		for _, name := range names {
			fmt.Println(name)
		}
		os.Exit(2)
	}
	times, err := strconv.Atoi(os.Args[2])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	kernel := kernels[os.Args[1]]()
	result := 0
	for i := range times {
		start := time.Now()
		result = kernel()
		fmt.Fprintf(os.Stderr, "run %d %.6f\n", i, time.Since(start).Seconds())
	}
	fmt.Println(result)
}

// random is a linear congruential generator.
type random uint32

func (r *random) next() uint32 {
	*r = *r*1664525 + 1013904223
	return uint32(*r >> 8)
}
