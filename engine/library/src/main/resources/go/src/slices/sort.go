package slices

import (
	"cmp"
	"math/bits"
)

// Sort puts s in order, NaNs first. Equal elements may change places.
func Sort[S ~[]E, E cmp.Ordered](s S) {
	sortOrdered(s, depthLimit(len(s)))
}

// SortFunc puts s in the order of cmp, a strict weak order. Equal elements may change places.
func SortFunc[S ~[]E, E any](s S, cmp func(a, b E) int) {
	sortBy(s, 0, len(s), bits.Len(uint(len(s))), cmp)
}

// SortStableFunc is SortFunc that leaves equal elements in their order.
func SortStableFunc[S ~[]E, E any](s S, cmp func(a, b E) int) {
	if len(s) <= shortRun {
		insertBy(s, cmp)
		return
	}
	mergeSort(s, make([]E, (len(s)+1)/2), cmp)
}

// IsSorted reports whether s is in order.
func IsSorted[S ~[]E, E cmp.Ordered](s S) bool {
	for i := 1; i < len(s); i++ {
		if cmp.Less(s[i], s[i-1]) {
			return false
		}
	}
	return true
}

// IsSortedFunc reports whether s is in the order of cmp.
func IsSortedFunc[S ~[]E, E any](s S, cmp func(a, b E) int) bool {
	for i := 1; i < len(s); i++ {
		if cmp(s[i], s[i-1]) < 0 {
			return false
		}
	}
	return true
}

// Min gives the least element; a NaN where there is one. It panics for an empty s.
func Min[S ~[]E, E cmp.Ordered](s S) E {
	if len(s) == 0 {
		panic("slices.Min: empty list")
	}
	least := s[0]
	for _, v := range s[1:] {
		least = min(least, v)
	}
	return least
}

// MinFunc gives the first of the least elements by cmp. It panics for an empty s.
func MinFunc[S ~[]E, E any](s S, cmp func(a, b E) int) E {
	if len(s) == 0 {
		panic("slices.MinFunc: empty list")
	}
	least := s[0]
	for _, v := range s[1:] {
		if cmp(v, least) < 0 {
			least = v
		}
	}
	return least
}

// Max gives the greatest element; a NaN where there is one. It panics for an empty s.
func Max[S ~[]E, E cmp.Ordered](s S) E {
	if len(s) == 0 {
		panic("slices.Max: empty list")
	}
	greatest := s[0]
	for _, v := range s[1:] {
		greatest = max(greatest, v)
	}
	return greatest
}

// MaxFunc gives the first of the greatest elements by cmp. It panics for an empty s.
func MaxFunc[S ~[]E, E any](s S, cmp func(a, b E) int) E {
	if len(s) == 0 {
		panic("slices.MaxFunc: empty list")
	}
	greatest := s[0]
	for _, v := range s[1:] {
		if cmp(v, greatest) > 0 {
			greatest = v
		}
	}
	return greatest
}

// BinarySearch gives the place of target in the sorted s, or where it would go, and whether it is there.
func BinarySearch[S ~[]E, E cmp.Ordered](s S, target E) (int, bool) {
	lo, hi := 0, len(s)
	for lo < hi {
		mid := int(uint(lo+hi) / 2)
		if cmp.Less(s[mid], target) {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, lo < len(s) && cmp.Compare(s[lo], target) == 0
}

// BinarySearchFunc is BinarySearch in a slice sorted by cmp.
func BinarySearchFunc[S ~[]E, E, T any](s S, target T, cmp func(E, T) int) (int, bool) {
	lo, hi := 0, len(s)
	for lo < hi {
		mid := int(uint(lo+hi) / 2)
		if cmp(s[mid], target) < 0 {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, lo < len(s) && cmp(s[lo], target) == 0
}
