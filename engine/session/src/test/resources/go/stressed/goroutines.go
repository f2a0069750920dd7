// Goroutines that wait, send, select, defer and recover, while the heap is collected all the time.
package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
	"sync"
	"time"
)

type node struct {
	key         string
	left, right *node
}

func (n *node) insert(key string) *node {
	if n == nil {
		return &node{key: key}
	}
	if key < n.key {
		n.left = n.left.insert(key)
	} else {
		n.right = n.right.insert(key)
	}
	return n
}

func (n *node) walk(yield func(string) bool) bool {
	return n == nil || n.left.walk(yield) && yield(n.key) && n.right.walk(yield)
}

func sieve(n int) []int {
	ch := make(chan *int)
	go func(to chan *int) {
		for i := 2; ; i++ {
			v := i
			to <- &v
		}
	}(ch)
	var primes []int
	for range n {
		p := *<-ch
		primes = append(primes, p)
		next := make(chan *int)
		go func(from chan *int) {
			for {
				if v := <-from; *v%p != 0 {
					next <- v
				}
			}
		}(ch)
		ch = next
	}
	return primes
}

func guarded(k int) (err error) {
	text := strings.Repeat("g", k)
	defer func() {
		if r := recover(); r != nil {
			err = errors.Join(r.(error), errors.New(text))
		}
	}()
	for i := range k {
		defer func() { text += fmt.Sprint(i) }()
	}
	panic(fmt.Errorf("panic %d", k))
}

func selects() int {
	a, b, done := make(chan []string), make(chan map[string]int), make(chan struct{})
	go func() {
		for i := range 10 {
			a <- []string{strings.Repeat("a", i)}
		}
		close(done)
	}()
	go func() {
		for i := 0; ; i++ {
			select {
			case b <- map[string]int{fmt.Sprint(i): i}:
			case <-done:
				return
			}
		}
	}()
	sum := 0
	for {
		select {
		case s := <-a:
			sum += len(s[0])
		case m := <-b:
			for k, v := range m {
				if k != fmt.Sprint(v) {
					fmt.Println("wrong entry", k, v)
				}
			}
		case <-done:
			return sum
		case <-time.After(time.Hour):
			return -1
		}
	}
}

func main() {
	fmt.Println(sieve(6))
	fmt.Println(strings.ReplaceAll(guarded(3).Error(), "\n", "; "))
	fmt.Println(selects())
	var root *node
	for i := range 40 {
		root = root.insert(fmt.Sprint(i * 7 % 41))
	}
	count := 0
	for k := range func(y func(string) bool) { root.walk(y) } {
		count += len(k)
	}
	fmt.Println(count)
	var mu sync.Mutex
	var wg sync.WaitGroup
	m := map[[2]string]*[]int{}
	for w := range 4 {
		wg.Go(func() {
			for i := range 12 {
				key := [2]string{fmt.Sprint(w), fmt.Sprint(i % 5)}
				mu.Lock()
				if m[key] == nil {
					m[key] = new([]int)
				}
				*m[key] = append(*m[key], i)
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	var lines []string
	for k, v := range m {
		lines = append(lines, fmt.Sprint(k, *v))
	}
	sort.Strings(lines)
	fmt.Println(len(lines), lines[0], lines[19])
	tick := time.NewTimer(time.Microsecond)
	<-tick.C
	out := make(chan string)
	time.AfterFunc(time.Microsecond, func() { out <- strings.Repeat("t", 2) })
	fmt.Println(<-out)
}
