package main

const limit = 10

type pair[T any] struct{ a, b T }

func max2[T int | float64](p pair[T]) T {
	if p.a > p.b {
		return p.a
	}
	return p.b
}

func add(a, b int) int { return a + b }

func main() {
	for i := range limit {
		println(add(max2(pair[int]{i, 3}), 1))
	}
}
