// Package sort sorts and searches anything that can compare and exchange its elements by index.
package sort

import (
	"internal/reflectlite"
	"math/bits"
	"slices"
)

// Interface is a collection that can be sorted: elements have the indices 0 to Len()-1, Less is a strict weak order.
type Interface interface {
	Len() int
	Less(i, j int) bool
	Swap(i, j int)
}

// Sort puts data in order. Equal elements may change places.
func Sort(data Interface) {
	n := data.Len()
	quick(data, 0, n, bits.Len(uint(n)))
}

// Stable puts data in order and leaves equal elements in theirs.
func Stable(data Interface) {
	n := data.Len()
	const block = 16
	for lo := 0; lo < n; lo += block {
		insertion(data, lo, min(lo+block, n))
	}
	for width := block; width < n; width *= 2 {
		for lo := 0; lo+width < n; lo += 2 * width {
			merge(data, lo, lo+width, min(lo+2*width, n))
		}
	}
}

// IsSorted reports whether data is in order.
func IsSorted(data Interface) bool {
	for i := data.Len() - 1; i > 0; i-- {
		if data.Less(i, i-1) {
			return false
		}
	}
	return true
}

type reversed struct{ Interface }

func (r reversed) Less(i, j int) bool { return r.Interface.Less(j, i) }

// Reverse gives data with the opposite order.
func Reverse(data Interface) Interface { return &reversed{data} }

// indexed makes an Interface of a slice's parts.
type indexed struct {
	n    int
	less func(i, j int) bool
	swap func(i, j int)
}

func (x *indexed) Len() int           { return x.n }
func (x *indexed) Less(i, j int) bool { return x.less(i, j) }
func (x *indexed) Swap(i, j int)      { x.swap(i, j) }

// Slice sorts the slice x by less on its indices. It panics where x is no slice.
func Slice(x any, less func(i, j int) bool) {
	Sort(&indexed{reflectlite.ValueOf(x).Len(), less, reflectlite.Swapper(x)})
}

// SliceStable is Slice that leaves equal elements in their order.
func SliceStable(x any, less func(i, j int) bool) {
	Stable(&indexed{reflectlite.ValueOf(x).Len(), less, reflectlite.Swapper(x)})
}

// SliceIsSorted reports whether the slice x is in the order of less.
func SliceIsSorted(x any, less func(i, j int) bool) bool {
	for i := reflectlite.ValueOf(x).Len() - 1; i > 0; i-- {
		if less(i, i-1) {
			return false
		}
	}
	return true
}

// IntSlice is an Interface for []int.
type IntSlice []int

func (x IntSlice) Len() int           { return len(x) }
func (x IntSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x IntSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// Sort puts x in order.
func (x IntSlice) Sort() { Sort(x) }

// Search gives the place of v in the sorted p, or where it would go.
func (p IntSlice) Search(v int) int { return SearchInts(p, v) }

// Float64Slice is an Interface for []float64, NaNs first.
type Float64Slice []float64

func (x Float64Slice) Len() int           { return len(x) }
func (x Float64Slice) Less(i, j int) bool { return x[i] < x[j] || x[i] != x[i] && x[j] == x[j] }
func (x Float64Slice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// Sort puts x in order.
func (x Float64Slice) Sort() { Sort(x) }

// Search gives the place of v in the sorted p, or where it would go.
func (p Float64Slice) Search(v float64) int { return SearchFloat64s(p, v) }

// StringSlice is an Interface for []string.
type StringSlice []string

func (x StringSlice) Len() int           { return len(x) }
func (x StringSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x StringSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// Sort puts x in order.
func (x StringSlice) Sort() { Sort(x) }

// Search gives the place of v in the sorted p, or where it would go.
func (p StringSlice) Search(v string) int { return SearchStrings(p, v) }

// Ints sorts x.
func Ints(x []int) { slices.Sort(x) }

// Float64s sorts x, NaNs first.
func Float64s(x []float64) { slices.Sort(x) }

// Strings sorts x.
func Strings(x []string) { slices.Sort(x) }

// IntsAreSorted reports whether x is in order.
func IntsAreSorted(x []int) bool { return slices.IsSorted(x) }

// Float64sAreSorted reports whether x is in order, NaNs first.
func Float64sAreSorted(x []float64) bool { return slices.IsSorted(x) }

// StringsAreSorted reports whether x is in order.
func StringsAreSorted(x []string) bool { return slices.IsSorted(x) }

// Search gives the least i in [0, n) for which f is true, or n; f must be true for all greater ones too.
func Search(n int, f func(int) bool) int {
	lo, hi := 0, n
	for lo < hi {
		mid := int(uint(lo+hi) / 2)
		if f(mid) {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// Find gives the least i in [0, n) for which cmp is not positive, or n, and whether cmp is zero there;
// cmp must be positive, then zero, then negative as i grows.
func Find(n int, cmp func(int) int) (i int, found bool) {
	i = Search(n, func(at int) bool { return cmp(at) <= 0 })
	return i, i < n && cmp(i) == 0
}

// SearchInts gives the place of x in the sorted a, or where it would go.
func SearchInts(a []int, x int) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

// SearchFloat64s gives the place of x in the sorted a, or where it would go.
func SearchFloat64s(a []float64, x float64) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

// SearchStrings gives the place of x in the sorted a, or where it would go.
func SearchStrings(a []string, x string) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}
