package main

import "unsafe"

type box[T any] struct{ v T }
type pair[A, B any] struct {
	a A
	b B
}
type list[T any] struct {
	head T
	rest list[T]
}
type tree[T any] struct{ kids [2]tree[*T] }
type node struct{ next box[node] }
type left struct{ p pair[int, right] }
type right struct{ b box[left] }
type deep box[box[deep]]
type arr[T any] [3]arr[T]
type viaPointer struct{ b box[*viaPointer] }
type viaSlice struct{ b []box[viaSlice] }
type named [2]pair[named, string]
type m[T any] n[T]
type n[T any] m[T]
type self[T any] self[T]
type i1[T any] interface{ i1[T] }
type (
	a1 b1
	b1 = c1
	c1 a1
)
type (
	x1 = y1
	y1 = x1
)
type inner struct {
	box[inner]
	name string
}
type q struct{ f func(q) q }

func sized([unsafe.Sizeof(sized)]int) {}

func main() {
	type l struct{ b box[l] }
	type t [2]t
	type u = u
	var v box[box[int]]
	_ = v
	var w node
	_ = w.next.v
	_ = w.missing
	var z left
	_ = z.missing
}

func generic[T any]() {
	type k struct{ b box[k] }
	var x k
	_ = x
}
