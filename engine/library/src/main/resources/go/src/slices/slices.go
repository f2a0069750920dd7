// Package slices has functions on slices of any type: comparing, searching, editing.
// Sorting is in sort.go and its neighbours, sequences in iter.go.
package slices

import (
	"cmp"
	"math/bits"
	"unsafe"
)

// Equal reports whether s1 and s2 have the same length and elements that are == each other.
func Equal[S ~[]E, E comparable](s1, s2 S) bool {
	if len(s1) != len(s2) {
		return false
	}
	for i, v := range s1 {
		if v != s2[i] {
			return false
		}
	}
	return true
}

// EqualFunc is Equal with eq to compare elements.
func EqualFunc[S1 ~[]E1, S2 ~[]E2, E1, E2 any](s1 S1, s2 S2, eq func(E1, E2) bool) bool {
	if len(s1) != len(s2) {
		return false
	}
	for i, v := range s1 {
		if !eq(v, s2[i]) {
			return false
		}
	}
	return true
}

// Compare compares element by element as cmp.Compare does; of two where one begins the other the shorter is less.
func Compare[S ~[]E, E cmp.Ordered](s1, s2 S) int {
	for i := 0; i < len(s1) && i < len(s2); i++ {
		if c := cmp.Compare(s1[i], s2[i]); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(s1), len(s2))
}

// CompareFunc is Compare with order to compare elements.
func CompareFunc[S1 ~[]E1, S2 ~[]E2, E1, E2 any](s1 S1, s2 S2, order func(E1, E2) int) int {
	for i := 0; i < len(s1) && i < len(s2); i++ {
		if c := order(s1[i], s2[i]); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(s1), len(s2))
}

// Index gives the place of the first v in s, or -1.
func Index[S ~[]E, E comparable](s S, v E) int {
	for i := range s {
		if s[i] == v {
			return i
		}
	}
	return -1
}

// IndexFunc gives the place of the first element that f accepts, or -1.
func IndexFunc[S ~[]E, E any](s S, f func(E) bool) int {
	for i := range s {
		if f(s[i]) {
			return i
		}
	}
	return -1
}

// Contains reports whether v is in s.
func Contains[S ~[]E, E comparable](s S, v E) bool { return Index(s, v) >= 0 }

// ContainsFunc reports whether f accepts an element of s.
func ContainsFunc[S ~[]E, E any](s S, f func(E) bool) bool { return IndexFunc(s, f) >= 0 }

// Insert puts the values v in front of s[i], which may be the end. It panics for an i outside s.
func Insert[S ~[]E, E any](s S, i int, v ...E) S {
	_ = s[i:]
	return splice(s, i, i, v)
}

// Replace exchanges s[i:j] for v. It panics where s[i:j] is no slice of s.
func Replace[S ~[]E, E any](s S, i, j int, v ...E) S {
	_ = s[i:j]
	return splice(s, i, j, v)
}

// splice does Replace for valid bounds; v may be a part of s.
func splice[S ~[]E, E any](s S, i, j int, v []E) S {
	growth := len(v) - (j - i)
	if growth == 0 {
		copy(s[i:], v)
		return s
	}
	tail := s[j:]
	total := len(s) + growth
	if total > cap(s) {
		out := append(s[:i:i], make(S, total-i)...)
		copy(out[i:], v)
		copy(out[i+len(v):], tail)
		return out
	}
	if len(v) > 0 && shareMemory(v, s[:cap(s)]) {
		v = append([]E(nil), v...)
	}
	old := len(s)
	out := s[:total]
	copy(out[i+len(v):], tail)
	copy(out[i:], v)
	if growth < 0 {
		clear(s[total:old])
	}
	return out
}

// shareMemory reports whether memory of the non-empty a is also b's. It looks at the ends only: whoever inserts near the end of a long
// slice pays for what moves, not for the slice.
func shareMemory[E any](a, b []E) bool {
	if unsafe.Sizeof(a[0]) == 0 {
		return false
	}
	lowA, highA := uintptr(unsafe.Pointer(&a[0])), uintptr(unsafe.Pointer(&a[len(a)-1]))
	lowB, highB := uintptr(unsafe.Pointer(&b[0])), uintptr(unsafe.Pointer(&b[len(b)-1]))
	return lowA <= highB && lowB <= highA
}

// Delete removes s[i:j] and zeroes what is left over at the end. It panics where s[i:j] is no slice of s.
func Delete[S ~[]E, E any](s S, i, j int) S {
	_ = s[i:j:len(s)]
	if i == j {
		return s
	}
	kept := append(s[:i], s[j:]...)
	clear(s[len(kept):])
	return kept
}

// DeleteFunc removes the elements that del accepts and zeroes what is left over at the end.
func DeleteFunc[S ~[]E, E any](s S, del func(E) bool) S {
	n := IndexFunc(s, del)
	if n < 0 {
		return s
	}
	for i := n + 1; i < len(s); i++ {
		if v := s[i]; !del(v) {
			s[n] = v
			n++
		}
	}
	clear(s[n:])
	return s[:n]
}

// Clone gives a copy of s with its own memory; nil for nil.
func Clone[S ~[]E, E any](s S) S {
	if s == nil {
		return nil
	}
	return append(S([]E{}), s...)
}

// Compact keeps the first of each run of equal elements and zeroes what is left over at the end.
func Compact[S ~[]E, E comparable](s S) S {
	n := min(1, len(s))
	for i := 1; i < len(s); i++ {
		if s[i] != s[i-1] {
			if n != i {
				s[n] = s[i]
			}
			n++
		} else if n == i {
			return compactRest(s, n, func(a, b E) bool { return a == b })
		}
	}
	return s[:n]
}

// CompactFunc is Compact with eq to compare neighbours.
func CompactFunc[S ~[]E, E any](s S, eq func(E, E) bool) S {
	if len(s) < 2 {
		return s
	}
	return compactRest(s, 1, eq)
}

// compactRest goes on with a compaction whose first n elements, at least one, are final and unmoved.
func compactRest[S ~[]E, E any](s S, n int, eq func(E, E) bool) S {
	for i := n; i < len(s); i++ {
		if !eq(s[n-1], s[i]) {
			if n != i {
				s[n] = s[i]
			}
			n++
		}
	}
	clear(s[n:])
	return s[:n]
}

// Grow makes room for n more elements. It panics for a negative n or where memory cannot hold as many.
func Grow[S ~[]E, E any](s S, n int) S {
	if n < 0 {
		panic("cannot be negative")
	}
	if free := cap(s) - len(s); n > free {
		s = append(s[:cap(s)], make([]E, n-free)...)[:len(s)]
	}
	return s
}

// Clip cuts s's capacity down to its length.
func Clip[S ~[]E, E any](s S) S { return s[:len(s):len(s)] }

// Reverse turns s around.
func Reverse[S ~[]E, E any](s S) {
	for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
		s[i], s[j] = s[j], s[i]
	}
}

// Concat gives a new slice with the elements of all of slices.
func Concat[S ~[]E, E any](slices ...S) S {
	total := 0
	for _, s := range slices {
		total += len(s)
		if total < 0 {
			panic("len out of range")
		}
	}
	out := Grow[S](nil, total)
	for _, s := range slices {
		out = append(out, s...)
	}
	return out
}

// Repeat gives a new slice with the elements of x count times. It panics for a negative or too large count.
func Repeat[S ~[]E, E any](x S, count int) S {
	if count < 0 {
		panic("cannot be negative")
	}
	hi, lo := bits.Mul(uint(len(x)), uint(count))
	if hi != 0 || lo > 1<<(bits.UintSize-1)-1 {
		panic("the result of (len(x) * count) overflows")
	}
	out := make(S, lo)
	for n := copy(out, x); n > 0 && n < len(out); n *= 2 {
		copy(out[n:], out[:n])
	}
	return out
}
