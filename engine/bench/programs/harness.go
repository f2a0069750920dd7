// What all programs share: main runs the program as often as the argument says and tells the time of each run on standard error.
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

func main() {
	times := 1
	if len(os.Args) > 1 {
		n, err := strconv.Atoi(os.Args[1])
		if err != nil || n < 1 {
			fmt.Fprintln(os.Stderr, "usage: program [number of runs]")
			os.Exit(2)
		}
		times = n
	}
	for i := 0; i < times; i++ {
		start := time.Now()
		run()
		fmt.Fprintf(os.Stderr, "run %d %.6f\n", i, time.Since(start).Seconds())
	}
}
