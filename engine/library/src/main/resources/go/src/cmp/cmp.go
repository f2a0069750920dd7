// Package cmp orders values of the types that have an order.
package cmp

// Ordered holds the types whose values < compares.
type Ordered interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 |
		~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr |
		~float32 | ~float64 |
		~string
}

// Less reports whether x comes before y; a NaN comes before every other value.
func Less[T Ordered](x, y T) bool {
	if x < y {
		return true
	}
	return x != x && y == y
}

// Compare gives -1, 0 or +1 for x before, equal to, after y; a NaN equals a NaN and comes before the rest.
func Compare[T Ordered](x, y T) int {
	switch {
	case x < y:
		return -1
	case x > y:
		return +1
	case x == y:
		return 0
	}
	// At least one is a NaN.
	switch {
	case y == y:
		return -1
	case x == x:
		return +1
	}
	return 0
}

// Or gives the first of vals that is not the zero value, else the zero value.
func Or[T comparable](vals ...T) T {
	var zero T
	for i := range vals {
		if vals[i] != zero {
			return vals[i]
		}
	}
	return zero
}
