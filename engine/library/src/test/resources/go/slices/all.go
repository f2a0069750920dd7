package main

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"sort"
	"strings"
)

type pair struct {
	key, place int
}

var state uint64 = 7

func next(n int) int {
	state = state*6364136223846793005 + 1442695040888963407
	return int(state>>33) % n
}

type byLength []string

func (b byLength) Len() int           { return len(b) }
func (b byLength) Less(i, j int) bool { return len(b[i]) < len(b[j]) }
func (b byLength) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func caught(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func main() {
	// Sorting: many sizes and shapes, each result checked for order, and for contents by sums.
	for _, n := range []int{0, 1, 2, 3, 12, 13, 50, 100, 1000, 5000} {
		for shape := range 7 {
			data := make([]int, n)
			for i := range data {
				switch shape {
				case 0:
					data[i] = next(1000000)
				case 1:
					data[i] = i
				case 2:
					data[i] = n - i
				case 3:
					data[i] = next(4)
				case 4:
					data[i] = 5
				case 5:
					data[i] = i % 17
				case 6:
					data[i] = i ^ 1
				}
			}
			sum := func(s []int) (t int) {
				for _, v := range s {
					t += v * v
				}
				return t
			}
			a, b, c := slices.Clone(data), slices.Clone(data), slices.Clone(data)
			slices.Sort(a)
			slices.SortFunc(b, func(x, y int) int { return y - x })
			sort.Sort(sort.IntSlice(c))
			slices.Reverse(b)
			pairs := make([]pair, n)
			for i := range pairs {
				pairs[i] = pair{data[i] % 10, i}
			}
			other := slices.Clone(pairs)
			slices.SortStableFunc(pairs, func(x, y pair) int { return cmp.Compare(x.key, y.key) })
			sort.SliceStable(other, func(i, j int) bool { return other[i].key < other[j].key })
			d := slices.Clone(data)
			sort.Slice(d, func(i, j int) bool { return d[i] < d[j] })
			fmt.Println(n, shape, slices.IsSorted(a), slices.Equal(a, b), slices.Equal(a, c), slices.Equal(a, d), sum(a) == sum(data), slices.Equal(pairs, other),
				slices.IsSortedFunc(pairs, func(x, y pair) int { return cmp.Or(cmp.Compare(x.key, y.key), cmp.Compare(x.place, y.place)) }))
			if n > 0 {
				at, found := slices.BinarySearch(a, a[n/2])
				at2, found2 := slices.BinarySearchFunc(a, a[n/2]+1, func(e, t int) int { return e - t })
				fmt.Println(a[at] == a[n/2], found, at2 >= at, found2, slices.Min(data) == a[0], slices.Max(data) == a[n-1], sort.SearchInts(a, a[n/2]) == at)
			}
		}
	}
	floats := []float64{3, math.NaN(), -1, math.Inf(1), 0, math.NaN(), math.Inf(-1)}
	slices.Sort(floats)
	fmt.Println(floats, slices.IsSorted(floats), slices.Min([]float64{1, math.NaN()}), slices.Max([]float64{1, math.NaN()}))
	sort.Float64s(floats)
	fmt.Println(floats, sort.Float64sAreSorted(floats), sort.SearchFloat64s(floats, 0))
	words := []string{"pear", "fig", "apple", "kiwi", "date"}
	sort.Stable(byLength(words))
	fmt.Println(words)
	sort.Sort(sort.Reverse(sort.StringSlice(words)))
	fmt.Println(words, sort.IsSorted(sort.StringSlice(words)), sort.StringsAreSorted(words))
	sort.Strings(words)
	fmt.Println(words, sort.SearchStrings(words, "fig"), sort.StringSlice(words).Search("zoo"), sort.IntSlice{1, 3, 5}.Search(4), sort.Float64Slice{1, 2}.Search(1.5))
	is := sort.IntSlice{3, 1, 2}
	is.Sort()
	fs := sort.Float64Slice{2, 1}
	fs.Sort()
	ss := sort.StringSlice{"b", "a"}
	ss.Sort()
	ints := []int{2, 1}
	sort.Ints(ints)
	fmt.Println(is, fs, ss, ints, sort.IntsAreSorted(ints), sort.SliceIsSorted(ints, func(i, j int) bool { return ints[i] < ints[j] }))
	at, found := sort.Find(5, func(i int) int { return 3 - i })
	fmt.Println(at, found, sort.Search(100, func(i int) bool { return i*i >= 50 }))

	// Editing.
	s := []int{1, 2, 3, 4, 5}
	fmt.Println(slices.Insert(slices.Clone(s), 2, 9, 8), slices.Insert(s[:3:3], 3, 7), slices.Insert(make([]int, 2, 10), 1, s[1:3]...))
	fmt.Println(slices.Delete(slices.Clone(s), 1, 3), slices.Delete(slices.Clone(s), 0, 5), slices.DeleteFunc(slices.Clone(s), func(v int) bool { return v%2 == 0 }))
	fmt.Println(slices.Replace(slices.Clone(s), 1, 4, 9), slices.Replace(slices.Clone(s), 1, 2, 7, 7, 7), slices.Replace(slices.Clone(s), 0, 0))
	full := slices.Clone(s)
	fmt.Println(slices.Delete(full, 3, 4), full)
	self := append(make([]int, 0, 20), 1, 2, 3, 4, 5, 6)
	fmt.Println(slices.Insert(self, 1, self[2:5]...))
	fmt.Println(slices.Compact([]int{1, 1, 2, 2, 2, 3, 1}), slices.CompactFunc([]string{"a", "A", "b"}, strings.EqualFold), slices.Compact([]int(nil)) == nil)
	fmt.Println(slices.Index(s, 3), slices.Index(s, 9), slices.IndexFunc(s, func(v int) bool { return v > 3 }), slices.Contains(s, 5), slices.ContainsFunc(s, func(v int) bool { return v < 0 }))
	fmt.Println(slices.Compare(s, []int{1, 2, 4}), slices.Compare(s, s[:2]), slices.CompareFunc(s, []string{"a"}, func(int, string) int { return 0 }), slices.EqualFunc(s, s, func(a, b int) bool { return a == b }), slices.Equal([]float64{math.NaN()}, []float64{math.NaN()}))
	fmt.Println(slices.Clone([]int(nil)) == nil, slices.Clone([]int{}) == nil, cap(slices.Clip(make([]int, 2, 9))), cap(slices.Grow([]int{1}, 10)) >= 11)
	fmt.Println(slices.Concat(s, nil, []int{6}), slices.Repeat([]int{1, 2}, 3), slices.MinFunc(s, func(a, b int) int { return b - a }), slices.MaxFunc(s, func(a, b int) int { return a%3 - b%3 }))
	caught("Insert", func() { slices.Insert(s, 9, 1) })
	caught("Delete", func() { slices.Delete(s, 3, 2) })
	caught("Grow", func() { slices.Grow(s, -1) })
	caught("Repeat", func() { slices.Repeat(s, -1) })
	caught("Min", func() { slices.Min([]int{}) })
	caught("Max", func() { slices.Max([]int{}) })
	caught("MinFunc", func() { slices.MinFunc([]int{}, cmp.Compare) })
	caught("MaxFunc", func() { slices.MaxFunc([]int{}, cmp.Compare) })
	caught("Chunk", func() { slices.Chunk(s, 0) })

	// Sequences.
	for i, v := range slices.All(s) {
		fmt.Print(i, ":", v, " ")
	}
	for i, v := range slices.Backward(s) {
		if v == 2 {
			break
		}
		fmt.Print(i, ":", v, " ")
	}
	fmt.Println(slices.Collect(slices.Values(s)), slices.AppendSeq([]int{0}, slices.Values(s)), slices.Collect(slices.Chunk(s, 2)))
	m := map[string]int{"a": 3, "b": 1, "c": 2}
	fmt.Println(slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(m)), slices.SortedFunc(maps.Keys(m), func(a, b string) int { return m[a] - m[b] }), slices.SortedStableFunc(maps.Values(m), func(a, b int) int { return b - a }))
	n := maps.Clone(m)
	maps.Copy(n, map[string]int{"d": 4})
	maps.DeleteFunc(n, func(k string, v int) bool { return v == 1 })
	fmt.Println(n, maps.Equal(m, n), maps.EqualFunc(m, m, func(a, b int) bool { return a == b }), maps.Collect(maps.All(m)), maps.Clone(map[int]int(nil)) == nil)
	maps.Insert(n, maps.All(map[string]int{"e": 5}))
	fmt.Println(n, cmp.Less(1, 2), cmp.Less(math.NaN(), 1), cmp.Compare("b", "a"), cmp.Compare(math.NaN(), math.NaN()), cmp.Compare(1, math.NaN()), cmp.Or(0, 0, 3, 4), cmp.Or("", "x"))
}
