package main

import (
	"container/heap"
	"fmt"
	"hash/fnv"
	"slices"
	"sort"
)

// item has a key with many equals and the place it came from, so that the order of equals is seen.
type item struct{ key, from int }

type byKey []item

func (b byKey) Len() int           { return len(b) }
func (b byKey) Less(i, j int) bool { return b[i].key < b[j].key }
func (b byKey) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

type pile struct{ byKey }

func (p *pile) Push(x any) { p.byKey = append(p.byKey, x.(item)) }
func (p *pile) Pop() any {
	last := p.byKey[len(p.byKey)-1]
	p.byKey = p.byKey[:len(p.byKey)-1]
	return last
}

// counted counts what a sort asks for.
type counted struct {
	byKey
	less, swap int
}

func (c *counted) Less(i, j int) bool { c.less++; return c.byKey.Less(i, j) }
func (c *counted) Swap(i, j int)      { c.swap++; c.byKey.Swap(i, j) }

var patterns = []struct {
	name string
	key  func(i, n int) int
}{
	{"few keys", func(i, n int) int { return i * 7919 % 5 }},
	{"one key", func(i, n int) int { return 1 }},
	{"up", func(i, n int) int { return i / 3 }},
	{"down", func(i, n int) int { return (n - i) / 3 }},
	{"strictly down", func(i, n int) int { return -i }},
	{"saw", func(i, n int) int { return i % 17 }},
	{"organ", func(i, n int) int { return min(i, n-i) }},
	{"mixed", func(i, n int) int { return int(uint32(i*2654435761) >> 16 % uint32(n)) }},
	{"up but few", func(i, n int) int {
		if i%40 == 39 {
			return i / 2
		}
		return i
	}},
	{"two halves", func(i, n int) int { return i % (n/2 + 1) }},
	{"mostly zero", func(i, n int) int {
		if i%11 == 0 {
			return i % 7
		}
		return 0
	}},
}

func make1(n int, key func(i, n int) int) []item {
	s := make([]item, n)
	for i := range s {
		s[i] = item{key(i, n), i}
	}
	return s
}

func sum(s []item) uint32 {
	h := fnv.New32a()
	for _, v := range s {
		fmt.Fprint(h, v.key, v.from, ";")
	}
	return h.Sum32()
}

// adversary answers comparisons so that a quicksort's pivots are bad (McIlroy's), which drives it to its fallback.
type adversary struct {
	val                   []int
	gas, candidate, solid int
	less                  int
}

func (a *adversary) cmp(x, y int) int {
	a.less++
	if a.val[x] == a.gas && a.val[y] == a.gas {
		if x == a.candidate {
			a.val[x] = a.solid
		} else {
			a.val[y] = a.solid
		}
		a.solid++
	}
	if a.val[x] == a.gas {
		a.candidate = x
	} else if a.val[y] == a.gas {
		a.candidate = y
	}
	return a.val[x] - a.val[y]
}

func main() {
	for _, p := range patterns {
		for _, n := range []int{12, 13, 30, 49, 50, 51, 120, 1000} {
			a := make1(n, p.key)
			sort.Slice(a, func(i, j int) bool { return a[i].key < a[j].key })
			b := make1(n, p.key)
			slices.SortFunc(b, func(x, y item) int { return x.key - y.key })
			c := &counted{byKey: make1(n, p.key)}
			sort.Sort(c)
			d := make1(n, p.key)
			sort.Sort(sort.Reverse(byKey(d)))
			fmt.Println(p.name, n, sum(a), sum(b), sum(c.byKey), c.less, c.swap, sum(d))
		}
	}
	for _, n := range []int{100, 2000} {
		a := &adversary{val: make([]int, n), gas: n - 1}
		at := make([]int, n)
		for i := range at {
			at[i], a.val[i] = i, a.gas
		}
		sort.Slice(at, func(i, j int) bool { return a.cmp(at[i], at[j]) < 0 })
		fmt.Println("adversary", n, a.solid, a.less, at[:5], at[n-5:])
		again := make([]item, n)
		for i := range again {
			again[i] = item{a.val[i] / 2, i}
		}
		slices.SortFunc(again, func(x, y item) int { return x.key - y.key })
		fmt.Println(sum(again))
	}
	p := &pile{}
	for i := range 40 {
		heap.Push(p, item{i * 3 % 4, i})
	}
	p.byKey[7].key = 9
	heap.Fix(p, 7)
	fmt.Println(heap.Remove(p, 5))
	for p.Len() > 0 {
		fmt.Print(heap.Pop(p), " ")
	}
	fmt.Println()
	q := pile{make1(30, patterns[0].key)}
	heap.Init(&q)
	fmt.Println(q)
	words := map[string]int{"a": 3, "b": 1, "c": 3, "d": 2}
	keys := make([]string, 0)
	for k := range words {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	sort.SliceStable(keys, func(i, j int) bool { return words[keys[i]] > words[keys[j]] })
	fmt.Println(keys)
}
