package slices

import (
	"cmp"
	"unsafe"
)

// The algorithm of quick.go for elements compared by their natural order.

func sortOrdered[E cmp.Ordered](s []E, depth int) {
	for len(s) > shortRun {
		if depth == 0 {
			heapOrdered(s)
			return
		}
		depth--
		if nearlyOrdered(s) {
			return
		}
		lo, hi := partitionOrdered(s, pivotOrdered(s))
		if lo < len(s)-hi {
			sortOrdered(s[:lo], depth)
			s = s[hi:]
		} else {
			sortOrdered(s[hi:], depth)
			s = s[:lo]
		}
	}
	insertOrdered(s)
}

func insertOrdered[E cmp.Ordered](s []E) {
	for i := 1; i < len(s); i++ {
		v := s[i]
		at := i
		for at > 0 && cmp.Less(v, s[at-1]) {
			s[at] = s[at-1]
			at--
		}
		s[at] = v
	}
}

// nearlyOrdered sorts s where a few moves are enough, or where it is in descending order.
func nearlyOrdered[E cmp.Ordered](s []E) bool {
	i := 1
	for i < len(s) && cmp.Less(s[i], s[i-1]) {
		i++
	}
	if i == len(s) {
		Reverse(s)
		return true
	}
	moves := 0
	for i = 1; i < len(s); i++ {
		if !(cmp.Less(s[i], s[i-1])) {
			continue
		}
		v := s[i]
		at := i
		for at > 0 && cmp.Less(v, s[at-1]) {
			s[at] = s[at-1]
			at--
			moves++
			if moves > movesAllowed {
				s[at] = v
				return false
			}
		}
		s[at] = v
	}
	return true
}

// pivotOrdered gives the median of three, or of three medians of three where s is long.
func pivotOrdered[E cmp.Ordered](s []E) E {
	middle := func(i, j, k int) int {
		if cmp.Less(s[j], s[i]) {
			i, j = j, i
		}
		if cmp.Less(s[k], s[j]) {
			j = k
			if cmp.Less(s[j], s[i]) {
				j = i
			}
		}
		return j
	}
	n := len(s)
	i, j, k := n/4, n/2, n/4*3
	if n >= longRun {
		i = middle(i-1, i, i+1)
		j = middle(j-1, j, j+1)
		k = middle(k-1, k, k+1)
	}
	return s[middle(i, j, k)]
}

// partitionOrdered brings what is below pivot to s[:lo] and what is above to s[hi:], leaving its equals between.
func partitionOrdered[E cmp.Ordered](s []E, pivot E) (lo, hi int) {
	var i int
	if unsafe.Sizeof(pivot) <= 8 {
		i = moveBelow(s, pivot)
	} else {
		i = exchangeAround(s, pivot)
	}
	// Now all before i are at most pivot and all from i on at least. Where one side is small the
	// pivot may have many equals: they are gathered next to the border, so that they need no more sorting.
	lo, hi = i, i
	if i < len(s)/8 || len(s)-i < len(s)/8 {
		for k := i - 1; k >= 0; k-- {
			if !(cmp.Less(s[k], pivot)) {
				lo--
				s[k], s[lo] = s[lo], s[k]
			}
		}
		for k := i; k < len(s); k++ {
			if !(cmp.Less(pivot, s[k])) {
				s[k], s[hi] = s[hi], s[k]
				hi++
			}
		}
	}
	return lo, hi
}

// moveBelow brings what is below pivot to the front and gives its number. What takes its time in a partition of numbers is
// the processor's wrong guesses of how a comparison ends: here nothing hangs on it but a sum.
func moveBelow[E cmp.Ordered](s []E, pivot E) int {
	n := 0
	for i, v := range s {
		s[i] = s[n]
		s[n] = v
		n += one(cmp.Less(v, pivot))
	}
	return n
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// exchangeAround brings what is at most pivot to the front and what is at least pivot behind it, moving as few as it can, and
// gives the number of the former.
func exchangeAround[E cmp.Ordered](s []E, pivot E) int {
	i, j := 0, len(s)-1
	for {
		for i <= j && cmp.Less(s[i], pivot) {
			i++
		}
		for i <= j && cmp.Less(pivot, s[j]) {
			j--
		}
		if i >= j {
			break
		}
		s[i], s[j] = s[j], s[i]
		i++
		j--
	}
	if i == j {
		i++
	}
	return i
}

func heapOrdered[E cmp.Ordered](s []E) {
	for i := len(s)/2 - 1; i >= 0; i-- {
		siftOrdered(s, i)
	}
	for end := len(s) - 1; end > 0; end-- {
		s[0], s[end] = s[end], s[0]
		siftOrdered(s[:end], 0)
	}
}

func siftOrdered[E cmp.Ordered](s []E, at int) {
	v := s[at]
	for child := 2*at + 1; child < len(s); child = 2*at + 1 {
		if child+1 < len(s) && cmp.Less(s[child], s[child+1]) {
			child++
		}
		if !(cmp.Less(v, s[child])) {
			break
		}
		s[at] = s[child]
		at = child
	}
	s[at] = v
}
