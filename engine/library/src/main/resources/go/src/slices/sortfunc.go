package slices

import "math/bits"

// Sorting by a function makes the choices of Go's own pattern-defeating quicksort (pivots, limits, exchanges), for
// programs can see in which order it leaves equal elements. The paper is arXiv 2106.05123.

const (
	ninthsFrom  = 50 // from this length on the pivot is a median of medians, and misplaced elements may be moved
	allTurned   = 12 // the turned pairs in four medians of three where all are in descending order
	repairs     = 5  // misplaced elements at which nearlyBy gives up
	unevenShare = 8  // a partition is uneven where a side has less than this share of the elements
)

// sortBy sorts s[lo:hi], of which no element is below s[lo-1]; credit is how many uneven partitions may still follow.
func sortBy[E any](s []E, lo, hi, credit int, order func(a, b E) int) {
	even, inPlace := true, true // what the last partition found
	for hi-lo > shortRun {
		part := s[lo:hi]
		if credit == 0 {
			heapBy(part, order)
			return
		}
		if !even {
			credit--
			scatter(part)
		}
		at, turned := pivotBy(part, order)
		if turned == allTurned {
			Reverse(part)
			at, turned = len(part)-1-at, 0
		}
		if turned == 0 && even && inPlace && nearlyBy(part, order) {
			return
		}
		if lo > 0 && order(s[lo-1], part[at]) >= 0 {
			// The pivot is among the least of part, as is what stands before: its equals need no more sorting.
			lo += gatherBy(part, at, order)
			continue
		}
		at, inPlace = partitionBy(part, at, order)
		below, above := at, len(part)-at // the pivot counts among those above
		even = min(below, above) >= len(part)/unevenShare
		if border := lo + at; below < above {
			sortBy(s, lo, border, credit, order)
			lo = border + 1
		} else {
			sortBy(s, border+1, hi, credit, order)
			hi = border
		}
	}
	insertBy(s[lo:hi], order)
}

// scatter exchanges the three elements in the middle of s with ones drawn by a fixed xorshift sequence, to break
// the pattern that made a pivot bad.
func scatter[E any](s []E) {
	draw, mask := uint64(len(s)), uint64(1)<<bits.Len(uint(len(s)))-1
	middle := len(s) / 4 * 2
	for at := middle - 1; at < middle+2; at++ {
		draw ^= draw << 13
		draw ^= draw >> 7
		draw ^= draw << 17
		other := int(draw & mask)
		if other >= len(s) {
			other -= len(s)
		}
		s[at], s[other] = s[other], s[at]
	}
}

func insertBy[E any](s []E, order func(a, b E) int) {
	for i := 1; i < len(s); i++ {
		v := s[i]
		at := i
		for at > 0 && order(v, s[at-1]) < 0 {
			s[at] = s[at-1]
			at--
		}
		s[at] = v
	}
}

// nearlyBy sorts s where it is in order but for a few elements; short ones are not repaired, only looked through.
func nearlyBy[E any](s []E, order func(a, b E) int) bool {
	i := 1
	for range repairs {
		for i < len(s) && order(s[i], s[i-1]) >= 0 {
			i++
		}
		if i == len(s) {
			return true
		}
		if len(s) < ninthsFrom {
			return false
		}
		small, great := s[i], s[i-1]
		at := i - 1
		for at > 0 && order(small, s[at-1]) < 0 {
			s[at] = s[at-1]
			at--
		}
		s[at] = small
		for at = i; at+1 < len(s) && order(s[at+1], great) < 0; at++ {
			s[at] = s[at+1]
		}
		s[at] = great
	}
	return false
}

// pivotBy gives the index of the median of three elements, or of three medians of neighbours where s is long, and how
// many of the compared pairs were not in order.
func pivotBy[E any](s []E, order func(a, b E) int) (at, turned int) {
	middle := func(i, j, k int) int {
		if order(s[j], s[i]) < 0 {
			i, j = j, i
			turned++
		}
		if order(s[k], s[j]) < 0 {
			j = k
			turned++
		}
		if order(s[j], s[i]) < 0 {
			j = i
			turned++
		}
		return j
	}
	quarter := len(s) / 4
	i, j, k := quarter, 2*quarter, 3*quarter
	if len(s) >= ninthsFrom {
		i = middle(i-1, i, i+1)
		j = middle(j-1, j, j+1)
		k = middle(k-1, k, k+1)
	}
	at = middle(i, j, k)
	return at, turned
}

// partitionBy brings the pivot s[at] to the index border with what is less before it and all else after it, and
// reports whether no other element had to change its side.
func partitionBy[E any](s []E, at int, order func(a, b E) int) (border int, inPlace bool) {
	pivot := s[at]
	s[at] = s[0]
	i, j := 1, len(s)-1
	for inPlace = true; ; inPlace = false {
		for i <= j && order(s[i], pivot) < 0 {
			i++
		}
		for i <= j && order(s[j], pivot) >= 0 {
			j--
		}
		if i > j {
			s[0], s[j] = s[j], pivot
			return j, inPlace
		}
		s[i], s[j] = s[j], s[i]
		i++
		j--
	}
}

// gatherBy brings the equals of s[at], which is one of the least, to the front and gives their number.
func gatherBy[E any](s []E, at int, order func(a, b E) int) int {
	s[0], s[at] = s[at], s[0]
	pivot := s[0]
	i, j := 1, len(s)-1
	for {
		for i <= j && order(pivot, s[i]) >= 0 {
			i++
		}
		for i <= j && order(pivot, s[j]) < 0 {
			j--
		}
		if i > j {
			return i
		}
		s[i], s[j] = s[j], s[i]
		i++
		j--
	}
}

func heapBy[E any](s []E, order func(a, b E) int) {
	for i := len(s)/2 - 1; i >= 0; i-- {
		siftBy(s, i, order)
	}
	for end := len(s) - 1; end > 0; end-- {
		s[0], s[end] = s[end], s[0]
		siftBy(s[:end], 0, order)
	}
}

func siftBy[E any](s []E, at int, order func(a, b E) int) {
	v := s[at]
	for child := 2*at + 1; child < len(s); child = 2*at + 1 {
		if child+1 < len(s) && order(s[child], s[child+1]) < 0 {
			child++
		}
		if !(order(v, s[child]) < 0) {
			break
		}
		s[at] = s[child]
		at = child
	}
	s[at] = v
}
