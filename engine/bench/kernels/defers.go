package main

import "sync"

func init() {
	kernels["unlock"] = func() func() int {
		var c counter
		return func() int {
			for range 3000000 {
				c.add(3)
			}
			return c.n & 0xffff
		}
	}
	kernels["deferloop"] = func() func() int {
		return func() int {
			total := 0
			for i := range 100000 {
				deferred(&total, i&7)
			}
			return total
		}
	}
	kernels["recover"] = func() func() int {
		return func() int {
			total := 0
			for i := range 2000000 {
				n, failed := guarded(i)
				total += n
				if failed {
					total--
				}
			}
			return total
		}
	}
}

type counter struct {
	mu sync.Mutex
	n  int
}

func (c *counter) add(n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n += n
}

func deferred(total *int, n int) {
	for i := range n {
		defer func() { *total += i }()
	}
}

func guarded(i int) (n int, failed bool) {
	defer func() {
		if recover() != nil {
			failed = true
		}
	}()
	return checked(i), false
}

func checked(i int) int {
	if i&255 == 0 {
		panic("a multiple of 256")
	}
	return i & 3
}
