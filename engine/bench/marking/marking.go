// How fast the collector marks: heaps of several shapes, each collected some times while nothing else happens.
// Arguments: MiB of each heap (256), collections of each (8), one shape only (all). Prints the best time of a collection's pause and of the
// whole of runtime.GC, sweeping included; with real Go, whose pauses say nothing about marking, the latter counts.
package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"time"
)

type node struct {
	left, right *node
	key, value  int
}

// The children are made before their parent.
func tree(levels int) *node {
	if levels == 0 {
		return nil
	}
	return &node{tree(levels - 1), tree(levels - 1), levels, 0}
}

func trees(bytes int) any {
	forest := make([]*node, max(1, bytes>>21))
	for i := range forest {
		forest[i] = tree(16)
	}
	return forest
}

// Each node leads to two of any others.
func graph(bytes int) any {
	nodes := make([]*node, bytes/32)
	for i := range nodes {
		nodes[i] = &node{key: i}
	}
	x := uint64(1)
	for _, n := range nodes {
		x = x*6364136223846793005 + 1442695040888963407
		n.left = nodes[x>>33%uint64(len(nodes))]
		x = x*6364136223846793005 + 1442695040888963407
		n.right = nodes[x>>33%uint64(len(nodes))]
	}
	return nodes
}

func list(bytes int) any {
	var head *node
	for range bytes / 32 {
		head = &node{left: head}
	}
	return head
}

func texts(bytes int) any {
	words := make(map[string][]string)
	for i := 0; i < bytes/200; i++ {
		k := strconv.Itoa(i % (bytes / 2000))
		words[k] = append(words[k], "number "+strconv.Itoa(i))
	}
	return words
}

func wide(bytes int) any {
	type record struct {
		name  string
		at    *[8]int
		next  *record
		count [10]int
		more  []byte
	}
	var all []*record
	for range bytes / 300 {
		r := &record{at: new([8]int), more: make([]byte, 64)}
		if len(all) > 10 {
			r.next = all[len(all)/2]
		}
		all = append(all, r)
	}
	return all
}

func main() {
	mib, n := 256, 8
	if len(os.Args) > 1 {
		mib, _ = strconv.Atoi(os.Args[1])
	}
	if len(os.Args) > 2 {
		n, _ = strconv.Atoi(os.Args[2])
	}
	shapes := []struct {
		name string
		make func(int) any
	}{{"trees", trees}, {"graph", graph}, {"list", list}, {"texts", texts}, {"wide", wide}}
	for _, s := range shapes {
		if len(os.Args) > 3 && os.Args[3] != s.name {
			continue
		}
		heap := s.make(mib << 20)
		best, whole := time.Hour, time.Hour
		var m runtime.MemStats
		for range n {
			var st debug.GCStats
			t := time.Now()
			runtime.GC()
			whole = min(whole, time.Since(t))
			debug.ReadGCStats(&st)
			best = min(best, st.Pause[0])
		}
		runtime.ReadMemStats(&m)
		runtime.KeepAlive(heap)
		fmt.Printf("%-6s %5d MB %9d objects: pause %8.1f ms, whole %8.1f ms, %5.0f MB/s, %5.1f ns an object\n", s.name, m.HeapAlloc>>20, m.Mallocs-m.Frees,
			best.Seconds()*1e3, whole.Seconds()*1e3, float64(m.HeapAlloc)/1e6/best.Seconds(), best.Seconds()*1e9/float64(m.Mallocs-m.Frees))
	}
}
