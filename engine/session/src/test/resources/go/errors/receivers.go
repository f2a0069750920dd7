package main

import "unsafe"

// Receivers through aliases, sets of types that nothing is in, generic types that lack their arguments.

type base struct{}

type byPointer = *base

type alsoByPointer = (((byPointer)))

func (byPointer) one()     {}
func (alsoByPointer) two() {}

type doer interface{ one() }

var (
	_ doer = base{}
	_ doer = &base{}
)

type pair[pair any] struct{ x pair }

func (p pair[pair]) get() pair { return p.x }

type numbers = pair[int]

func (numbers) sum() int   { return 0 }
func (*numbers) clear()    {}
func (pair[int]) other()   {}

type none interface {
	comparable
	[2]any | []int
}

type some interface {
	comparable
	[2]any | string
}

func both[T interface {
	int
	string
}](x T) bool {
	return x == x
}

func key[T some](x T) bool { return x == x }

func noKey[T none](x T) bool { return x == x }

type union interface{ ~int | ~string }

func of[T any](x ...T) int { return len(x) }

type holds struct {
	holds2
}

type holds2 struct {
	a [2]holds
}

type action[T any] = func(T)

const fits float32 = 3

const fraction float32 = 2.5

func main() {
	base{}.one()
	base{}.two()
	(&base{}).two()
	_ = key[[2]any]
	_ = key[string]
	_ = of[union]
	var _ pair[union]
	_ = action(nil)
	_ = (pair).get
	_ = (*pair).get
	_ = 1 << fits
	_ = 1 << fraction
	println(unsafe.Sizeof(holds{}))
}
