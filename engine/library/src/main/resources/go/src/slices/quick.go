package slices

import "math/bits"

// Sorting is quicksort that gives up for heap sort where its pivots are bad, takes runs in descending
// order and nearly sorted ones in linear time, and leaves short ones to insertion.

const (
	shortRun     = 12  // up to this length insertion is fastest
	longRun      = 100 // from this length on a better pivot pays
	movesAllowed = 8   // elements that a nearly sorted run may have to be moved by, in all
)

// depthLimit gives the number of partitions that may be nested before pivots count as bad.
func depthLimit(n int) int { return 2 * bits.Len(uint(n)) }

// mergeSort sorts s stably with half as much memory in spare.
func mergeSort[E any](s, spare []E, order func(a, b E) int) {
	if len(s) <= shortRun {
		insertBy(s, order)
		return
	}
	mid := len(s) / 2
	mergeSort(s[:mid], spare, order)
	mergeSort(s[mid:], spare, order)
	if order(s[mid], s[mid-1]) >= 0 {
		return
	}
	left := spare[:copy(spare, s[:mid])]
	i, j, out := 0, mid, 0
	for i < len(left) && j < len(s) {
		if order(s[j], left[i]) < 0 {
			s[out] = s[j]
			j++
		} else {
			s[out] = left[i]
			i++
		}
		out++
	}
	copy(s[out:], left[i:])
}
