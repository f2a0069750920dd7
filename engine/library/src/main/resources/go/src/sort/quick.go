package sort

import "math/bits"

// The choices (pivots, limits, exchanges) are those of Go's own pattern-defeating quicksort, for programs can see in
// which order it leaves equal elements. The paper is arXiv 2106.05123. Package slices has the same for functions.

const (
	shortRun    = 12 // up to this length insertion is fastest
	ninthsFrom  = 50 // from this length on the pivot is a median of medians, and misplaced elements may be moved
	allTurned   = 12 // the turned pairs in four medians of three where all are in descending order
	repairs     = 5  // misplaced elements at which nearly gives up
	unevenShare = 8  // a partition is uneven where a side has less than this share of the elements
)

// quick sorts [lo, hi), of which no element is below the one at lo-1; credit is how many uneven partitions may follow
// until it turns to heap sort.
func quick(data Interface, lo, hi, credit int) {
	even, inPlace := true, true // what the last partition found
	for hi-lo > shortRun {
		n := hi - lo
		if credit == 0 {
			heap(data, lo, hi)
			return
		}
		if !even {
			credit--
			scatter(data, lo, n)
		}
		at, turned := pivot(data, lo, n)
		if turned == allTurned {
			for i, j := lo, hi-1; i < j; i, j = i+1, j-1 {
				data.Swap(i, j)
			}
			at, turned = lo+hi-1-at, 0
		}
		if turned == 0 && even && inPlace && nearly(data, lo, hi) {
			return
		}
		if lo > 0 && !data.Less(lo-1, at) {
			// The pivot is among the least of them, as is what stands before: its equals need no more sorting.
			lo = gather(data, lo, hi, at)
			continue
		}
		at, inPlace = partition(data, lo, hi, at)
		below, above := at-lo, hi-at // the pivot counts among those above
		even = min(below, above) >= n/unevenShare
		if below < above {
			quick(data, lo, at, credit)
			lo = at + 1
		} else {
			quick(data, at+1, hi, credit)
			hi = at
		}
	}
	insertion(data, lo, hi)
}

// scatter exchanges the three elements in the middle of the n from lo with ones drawn by a fixed xorshift sequence, to
// break the pattern that made a pivot bad.
func scatter(data Interface, lo, n int) {
	draw, mask := uint64(n), uint64(1)<<bits.Len(uint(n))-1
	middle := lo + n/4*2
	for at := middle - 1; at < middle+2; at++ {
		draw ^= draw << 13
		draw ^= draw >> 7
		draw ^= draw << 17
		other := int(draw & mask)
		if other >= n {
			other -= n
		}
		data.Swap(at, lo+other)
	}
}

func insertion(data Interface, lo, hi int) {
	for i := lo + 1; i < hi; i++ {
		for at := i; at > lo && data.Less(at, at-1); at-- {
			data.Swap(at, at-1)
		}
	}
}

// nearly sorts [lo, hi) where it is in order but for a few elements; short ones are not repaired, only looked through.
func nearly(data Interface, lo, hi int) bool {
	i := lo + 1
	for range repairs {
		for i < hi && !data.Less(i, i-1) {
			i++
		}
		if i == hi {
			return true
		}
		if hi-lo < ninthsFrom {
			return false
		}
		data.Swap(i, i-1)
		// Going left stops at lo without asking for it, for none is below the one before lo.
		for at := i - 1; at > 0 && i > lo+1 && data.Less(at, at-1); at-- {
			data.Swap(at, at-1)
		}
		for at := i + 1; at < hi && data.Less(at, at-1); at++ {
			data.Swap(at, at-1)
		}
	}
	return false
}

// pivot gives the index of the median of three of the n elements from lo, or of three medians of neighbours where there
// are many, and how many of the compared pairs were not in order.
func pivot(data Interface, lo, n int) (at, turned int) {
	middle := func(i, j, k int) int {
		if data.Less(j, i) {
			i, j = j, i
			turned++
		}
		if data.Less(k, j) {
			j = k
			turned++
		}
		if data.Less(j, i) {
			j = i
			turned++
		}
		return j
	}
	quarter := n / 4
	i, j, k := lo+quarter, lo+2*quarter, lo+3*quarter
	if n >= ninthsFrom {
		i = middle(i-1, i, i+1)
		j = middle(j-1, j, j+1)
		k = middle(k-1, k, k+1)
	}
	at = middle(i, j, k)
	return at, turned
}

// partition brings the pivot from at to border with what is less before it and all else after it, and reports whether
// no other element had to change its side.
func partition(data Interface, lo, hi, at int) (border int, inPlace bool) {
	// The pivot waits at lo.
	data.Swap(lo, at)
	i, j := lo+1, hi-1
	for inPlace = true; ; inPlace = false {
		for i <= j && data.Less(i, lo) {
			i++
		}
		for i <= j && !data.Less(j, lo) {
			j--
		}
		if i > j {
			data.Swap(j, lo)
			return j, inPlace
		}
		data.Swap(i, j)
		i++
		j--
	}
}

// gather brings the equals of the element at, which is one of the least of [lo, hi), to the front and gives their end.
func gather(data Interface, lo, hi, at int) int {
	data.Swap(lo, at)
	i, j := lo+1, hi-1
	for {
		for i <= j && !data.Less(lo, i) {
			i++
		}
		for i <= j && data.Less(lo, j) {
			j--
		}
		if i > j {
			return i
		}
		data.Swap(i, j)
		i++
		j--
	}
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
