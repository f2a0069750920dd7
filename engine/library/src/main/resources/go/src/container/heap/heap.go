// Package heap keeps the least element of a collection at its beginning: the element at i is not greater than those at
// 2*i+1 and 2*i+2.
package heap

import "sort"

// Interface is a collection that can be a heap. Push and Pop add and remove at its end; they are for this package.
type Interface interface {
	sort.Interface
	Push(x any)
	Pop() any
}

// Init makes a heap of h, whatever its order.
func Init(h Interface) {
	n := h.Len()
	for i := n/2 - 1; i >= 0; i-- {
		sink(h, i, n)
	}
}

// Push adds x.
func Push(h Interface, x any) {
	h.Push(x)
	rise(h, h.Len()-1)
}

// Pop removes the least element and gives it.
func Pop(h Interface) any { return Remove(h, 0) }

// Remove removes the element at i and gives it.
func Remove(h Interface, i int) any {
	last := h.Len() - 1
	if i != last {
		h.Swap(i, last)
		if !sink(h, i, last) {
			rise(h, i)
		}
	}
	return h.Pop()
}

// Fix moves the element at i, whose value has changed, to where it belongs.
func Fix(h Interface, i int) {
	if !sink(h, i, h.Len()) {
		rise(h, i)
	}
}

// rise exchanges the element at i with its parents until none is greater.
func rise(h Interface, i int) {
	for i > 0 {
		parent := (i - 1) / 2
		if !h.Less(i, parent) {
			return
		}
		h.Swap(parent, i)
		i = parent
	}
}

// sink exchanges the element at i with the lesser of its children below n until none is less; it tells whether it moved.
func sink(h Interface, i, n int) (moved bool) {
	for {
		child := 2*i + 1
		if child >= n || child < 0 {
			return moved
		}
		if other := child + 1; other < n && h.Less(other, child) {
			child = other
		}
		if !h.Less(child, i) {
			return moved
		}
		h.Swap(i, child)
		i, moved = child, true
	}
}
