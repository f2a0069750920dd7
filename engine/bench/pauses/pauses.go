// Pauses of the collector: a heap of search trees is kept and partly replaced, while one goroutine looks at the clock all the time.
// Arguments: MiB that live (1024), seconds to run (20). Prints the pauses that the runtime counts and the longest time for which the
// watching goroutine did not get to look.
package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"sort"
	"strconv"
	"sync/atomic"
	"time"
)

type node struct {
	left, right *node
	key, value  int
}

const levels = 16 // 65,535 nodes of 32 bytes: 2 MiB

func tree(levels, from int) *node {
	if levels == 0 {
		return nil
	}
	half := 1 << (levels - 1)
	return &node{tree(levels-1, from), tree(levels-1, from+half), from + half - 1, from}
}

func (n *node) find(key int) int {
	for n != nil {
		switch {
		case key < n.key:
			n = n.left
		case key > n.key:
			n = n.right
		default:
			return n.value
		}
	}
	return -1
}

func number(at, otherwise int) int {
	if len(os.Args) <= at {
		return otherwise
	}
	n, err := strconv.Atoi(os.Args[at])
	if err != nil || n < 1 {
		fmt.Fprintln(os.Stderr, "usage: pauses [MiB that live [seconds]]")
		os.Exit(2)
	}
	return n
}

func watch(stop *atomic.Bool, longest *atomic.Int64) {
	last := time.Now()
	for !stop.Load() {
		now := time.Now()
		longest.Store(max(longest.Load(), int64(now.Sub(last))))
		last = now
	}
}

func main() {
	mib, seconds := number(1, 1024), number(2, 20)
	forest := make([]*node, max(1, mib/2))
	for i := range forest {
		forest[i] = tree(levels, i)
	}
	runtime.GC()
	var before debug.GCStats
	debug.ReadGCStats(&before)
	var stop atomic.Bool
	var longest atomic.Int64
	if runtime.GOMAXPROCS(0) > 1 {
		go watch(&stop, &longest)
	}
	start := time.Now()
	made, sum := 0, 0
	for time.Since(start) < time.Duration(seconds)*time.Second {
		i := made * 7919 % len(forest)
		forest[i] = tree(levels, made)
		sum += forest[(i+1)%len(forest)].find(made + i)
		made++
	}
	stop.Store(true)
	var after debug.GCStats
	debug.ReadGCStats(&after)
	report(&before, &after, made, time.Since(start), time.Duration(longest.Load()))
	runtime.KeepAlive(forest)
	_ = sum
}

func report(before, after *debug.GCStats, made int, took, longest time.Duration) {
	n := int(after.NumGC - before.NumGC)
	pauses := append([]time.Duration(nil), after.Pause[:min(n, len(after.Pause))]...)
	sort.Slice(pauses, func(i, j int) bool { return pauses[i] < pauses[j] })
	fmt.Printf("GOMAXPROCS=%d: %d trees in %.1f s, %d collections\n", runtime.GOMAXPROCS(0), made, took.Seconds(), n)
	if len(pauses) > 0 {
		fmt.Printf("pause: median %v, longest %v, all %v (%.1f %% of the time)\n", pauses[len(pauses)/2].Round(time.Microsecond),
			pauses[len(pauses)-1].Round(time.Microsecond), (after.PauseTotal - before.PauseTotal).Round(time.Millisecond),
			100*float64(after.PauseTotal-before.PauseTotal)/float64(took))
	}
	if longest > 0 {
		fmt.Printf("longest time without a look at the clock: %v\n", longest.Round(time.Microsecond))
	}
}
