package p

type T[P any] struct{ x P }

type A[P any] = []P

type M[P any] = map[string]P

func g[P any](x P) P { return x }

var literals = []int{0b11, 0o17, 0x1_0, 1_000}

var hex = 0x1p-2

func shifts(i int) int { return 1 << i }

func ranges(f func(func(int) bool), s []int) {
	for range 3 {
	}
	for i := range f {
		_ = i
	}
	for range s {
	}
}

func builtins(m map[int]int) int {
	clear(m)
	return min(1, 2) + max(3, len(m))
}

func arrays(s []int) [2]int { return [2]int(s) }

func pointers(s []int) *[2]int { return (*[2]int)(s) }

type I interface {
	int | string
}

type overlapping interface {
	interface{ m() }
	interface{ m() }
}

type alias = int

var _ = g(1)
