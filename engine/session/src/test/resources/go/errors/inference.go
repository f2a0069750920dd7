package main

import "io"

// What may be inferred, and what may not.

type list []int

type named func(list)

type source struct{}

func (*source) next(string) {}

func apply[S []E, E any](s S, f func(E)) {}

func applyAny[S ~[]E, E any](s S, f func(E)) S { return s }

func nexts[A interface {
	~*B
	next(C)
}, B, C any]() {
}

func same[P any](a, b P) {}

func fetch[T interface {
	source
	get() R
}, R any](t T) {
}

func keys[M ~map[K]V, K comparable, V any](m M) []K { return nil }

func through[T any](c chan T, f func(T)) {}

func pair[K comparable, V any](k K, v V) (K, V) { return k, v }

type box[T any] struct{ v T }

func unbox[T any](b box[T]) T { return b.v }

func boxed[T any](b ...box[T]) {}

type doer interface{ do() }

type undone interface {
	do()
	undo()
}

type worker struct{}

func (worker) do() {}

func self[P *Q, Q any](p P, q Q) {
	func() {
		_ = self[P]
		self(p, q)
		self[P](p, q)
		self[P, Q](p, q)
	}()
}

func main() {
	var l list
	var r io.Reader
	var rw io.ReadWriter
	var d doer
	var u undone
	var w worker
	apply([]list{l}, func(list) {})
	apply([]named{}, func(named) {})
	apply([]named{}, func(func(list)) {})
	_ = applyAny(l, func(int) {})
	_ = applyAny([]list{}, func(list) {})
	_ = applyAny(l, func(string) {})
	_ = nexts[*source]
	nexts[*source]()
	nexts[*worker]()
	same(l, []int{})
	same([]int{}, l)
	same(r, rw)
	same(rw, r)
	same(d, u)
	same(d, w)
	same(w, d)
	same(d, struct{ doer }{})
	same[any](1, "x")
	same(1, 2.5)
	same(1, "x")
	same(nil, 1)
	same(nil, nil)
	fetch(source{})
	_ = keys(map[string]int{})
	_ = keys(l)
	through(make(chan int), func(int) {})
	through(make(<-chan int), func(int) {})
	var f func(string, int) (string, int) = pair
	var g func(string, int) (int, string) = pair
	var h func([]int, int) ([]int, int) = pair
	_, _, _ = f, g, h
	_ = unbox(box[int]{})
	_ = unbox[string](box[int]{})
	_ = unbox(struct{ v int }{})
	boxed(box[chan int]{}, box[<-chan int]{})
	boxed(box[int]{}, box[string]{})
	self[*int](nil, 1)
	self(new(int), "x")
	var a1, a2 func(int, int) = same, same
	_, _ = a1, a2
}
