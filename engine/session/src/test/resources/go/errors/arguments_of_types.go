// Types with too few or too many arguments, and shifts that no type fits: one word about each, and what follows from it.
package main

type Pair[K comparable, V any] struct {
	key   K
	value V
}

type Getter[K comparable, V any] interface{ get(K) V }

func (p *Pair[K, V]) get(K) V { return p.value }

func lone[K comparable](k K) Getter[K] {
	return &Pair[K]{key: k}
}

func three(p Pair[int, string, bool]) Pair[int] {
	var q Pair[int] = p
	_ = q.key
	return q
}

type wrapper struct {
	inner Pair[string]
	make  func(Pair[int, int, int]) Getter[int]
}

func main() {
	n := uint(3)
	_ = string(1 << n)
	_ = float32(2<<n + 1)
	_ = complex64(1 << n)
	_ = []string(1 << n)
	var f float64 = 1 << n
	_ = lone(1)
	_ = wrapper{}.inner.key
	_ = three
	_ = f
}
