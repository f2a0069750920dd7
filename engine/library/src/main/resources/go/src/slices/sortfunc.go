package slices

// The algorithm of quick.go for elements compared by a function.

func sortBy[E any](s []E, depth int, order func(a, b E) int) {
	for len(s) > shortRun {
		if depth == 0 {
			heapBy(s, order)
			return
		}
		depth--
		if nearlyBy(s, order) {
			return
		}
		lo, hi := partitionBy(s, pivotBy(s, order), order)
		if lo < len(s)-hi {
			sortBy(s[:lo], depth, order)
			s = s[hi:]
		} else {
			sortBy(s[hi:], depth, order)
			s = s[:lo]
		}
	}
	insertBy(s, order)
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

// nearlyBy sorts s where a few moves are enough, or where it is in descending order.
func nearlyBy[E any](s []E, order func(a, b E) int) bool {
	i := 1
	for i < len(s) && order(s[i], s[i-1]) < 0 {
		i++
	}
	if i == len(s) {
		Reverse(s)
		return true
	}
	moves := 0
	for i = 1; i < len(s); i++ {
		if !(order(s[i], s[i-1]) < 0) {
			continue
		}
		v := s[i]
		at := i
		for at > 0 && order(v, s[at-1]) < 0 {
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

// pivotBy gives the median of three, or of three medians of three where s is long.
func pivotBy[E any](s []E, order func(a, b E) int) E {
	middle := func(i, j, k int) int {
		if order(s[j], s[i]) < 0 {
			i, j = j, i
		}
		if order(s[k], s[j]) < 0 {
			j = k
			if order(s[j], s[i]) < 0 {
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

// partitionBy brings what is below pivot to s[:lo] and what is above to s[hi:], leaving its equals between.
func partitionBy[E any](s []E, pivot E, order func(a, b E) int) (lo, hi int) {
	i, j := 0, len(s)-1
	for {
		for i <= j && order(s[i], pivot) < 0 {
			i++
		}
		for i <= j && order(pivot, s[j]) < 0 {
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
	// Now all before i are at most pivot and all from i on at least. Where one side is small the
	// pivot may have many equals: they are gathered next to the border, so that they need no more sorting.
	lo, hi = i, i
	if i < len(s)/8 || len(s)-i < len(s)/8 {
		for k := i - 1; k >= 0; k-- {
			if !(order(s[k], pivot) < 0) {
				lo--
				s[k], s[lo] = s[lo], s[k]
			}
		}
		for k := i; k < len(s); k++ {
			if !(order(pivot, s[k]) < 0) {
				s[k], s[hi] = s[hi], s[k]
				hi++
			}
		}
	}
	return lo, hi
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
