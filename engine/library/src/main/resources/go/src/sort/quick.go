package sort

const (
	shortRun     = 12  // up to this length insertion is fastest
	longRun      = 100 // from this length on a better pivot pays
	swapsAllowed = 8   // exchanges that a nearly sorted run may need in all
)

// quick sorts [lo, hi) by quicksort, which turns to heap sort after depth nested partitions.
func quick(data Interface, lo, hi, depth int) {
	for hi-lo > shortRun {
		if depth == 0 {
			heap(data, lo, hi)
			return
		}
		depth--
		if descending(data, lo, hi) {
			for i, j := lo, hi-1; i < j; i, j = i+1, j-1 {
				data.Swap(i, j)
			}
			return
		}
		if nearly(data, lo, hi) {
			return
		}
		left, right := partition(data, lo, hi)
		if left-lo < hi-right {
			quick(data, lo, left, depth)
			lo = right
		} else {
			quick(data, right, hi, depth)
			hi = left
		}
	}
	insertion(data, lo, hi)
}

func insertion(data Interface, lo, hi int) {
	for i := lo + 1; i < hi; i++ {
		for at := i; at > lo && data.Less(at, at-1); at-- {
			data.Swap(at, at-1)
		}
	}
}

// descending reports whether each element of [lo, hi) is less than the one before it.
func descending(data Interface, lo, hi int) bool {
	for i := lo + 1; i < hi; i++ {
		if !data.Less(i, i-1) {
			return false
		}
	}
	return true
}

// nearly sorts [lo, hi) where a few exchanges are enough.
func nearly(data Interface, lo, hi int) bool {
	swaps := 0
	for i := lo + 1; i < hi; i++ {
		for at := i; at > lo && data.Less(at, at-1); at-- {
			if swaps == swapsAllowed {
				return false
			}
			data.Swap(at, at-1)
			swaps++
		}
	}
	return true
}

// median gives the one of i, j, k whose element is between the others'.
func median(data Interface, i, j, k int) int {
	if data.Less(j, i) {
		i, j = j, i
	}
	if !data.Less(k, j) {
		return j
	}
	if data.Less(k, i) {
		return i
	}
	return k
}

// partition chooses a pivot and brings what is less to [lo, left) and what is greater to [right, hi).
func partition(data Interface, lo, hi int) (left, right int) {
	n := hi - lo
	i, j, k := lo+n/4, lo+n/2, lo+n/4*3
	if n >= longRun {
		i = median(data, i-1, i, i+1)
		j = median(data, j-1, j, j+1)
		k = median(data, k-1, k, k+1)
	}
	data.Swap(lo, median(data, i, j, k))
	// The pivot waits at lo.
	a, b := lo+1, hi-1
	for {
		for a <= b && data.Less(a, lo) {
			a++
		}
		for a <= b && data.Less(lo, b) {
			b--
		}
		if a >= b {
			break
		}
		data.Swap(a, b)
		a++
		b--
	}
	if a == b {
		a++
	}
	left, right = a-1, a
	data.Swap(lo, left)
	// A small side hints at many equals of the pivot, now at left: gather them, they are in place.
	if pivot := left; pivot-lo < n/8 || hi-right < n/8 {
		for at := right; at < hi; at++ {
			if !data.Less(pivot, at) {
				data.Swap(at, right)
				right++
			}
		}
		// From here on the pivot must stay at its index, so equals go directly below it.
		for at := pivot - 1; at >= lo; at-- {
			if !data.Less(at, pivot) {
				left--
				data.Swap(at, left)
			}
		}
	}
	return left, right
}

func heap(data Interface, lo, hi int) {
	n := hi - lo
	for i := n/2 - 1; i >= 0; i-- {
		sift(data, lo, i, n)
	}
	for end := n - 1; end > 0; end-- {
		data.Swap(lo, lo+end)
		sift(data, lo, 0, end)
	}
}

func sift(data Interface, base, at, n int) {
	for child := 2*at + 1; child < n; child = 2*at + 1 {
		if child+1 < n && data.Less(base+child, base+child+1) {
			child++
		}
		if !data.Less(base+at, base+child) {
			return
		}
		data.Swap(base+at, base+child)
		at = child
	}
}

// merge joins the sorted [lo, mid) and [mid, hi) in place and stably: it finds, for the middle of the longer part,
// the place in the other part, rotates what lies between and does the same on both sides of it.
func merge(data Interface, lo, mid, hi int) {
	for lo < mid && mid < hi {
		if !data.Less(mid, mid-1) {
			return
		}
		var cutLeft, cutRight int
		if mid-lo >= hi-mid {
			cutLeft = lo + (mid-lo)/2
			cutRight = mid + Search(hi-mid, func(i int) bool { return !data.Less(mid+i, cutLeft) })
		} else {
			cutRight = mid + (hi-mid-1)/2
			cutLeft = lo + Search(mid-lo, func(i int) bool { return data.Less(cutRight, lo+i) })
			cutRight++
		}
		rotate(data, cutLeft, mid, cutRight)
		border := cutLeft + cutRight - mid
		if border-lo < hi-border {
			merge(data, lo, cutLeft, border)
			lo, mid = border, cutRight
		} else {
			merge(data, border, cutRight, hi)
			mid, hi = cutLeft, border
		}
	}
}

// rotate exchanges the neighbours [lo, mid) and [mid, hi) by swapping blocks of the shorter one's size.
func rotate(data Interface, lo, mid, hi int) {
	for lo < mid && mid < hi {
		n := min(mid-lo, hi-mid)
		for i := 0; i < n; i++ {
			data.Swap(lo+i, mid+i)
		}
		lo += n
		if lo == mid {
			mid += n
		}
	}
}
