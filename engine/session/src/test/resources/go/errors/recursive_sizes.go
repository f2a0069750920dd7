package main

import "unsafe"

type T0 [unsafe.Sizeof(T0{})]int

type T1 [unsafe.Sizeof(T1(42))]int

func f2() T2

type T2 [unsafe.Sizeof(f2())]int

var i3 interface{}

type T3 [unsafe.Sizeof(i3.(T3))]int

func f4() <-chan T4

type T4 [unsafe.Sizeof(<-f4())]int

func f5() *T5

type T5 [unsafe.Sizeof(*f5())]int

type T6 struct {
	f T7
}
type T7 [unsafe.Sizeof(T6{}.f)]int

type A [unsafe.Sizeof(S{})]byte

type S struct {
	a A
}

type B struct {
	f [unsafe.Sizeof(i3.(B))]int
}

type C [unsafe.Sizeof(D{})]int
type D C

type E [unsafe.Sizeof(g[F]())]int

func g[P any]() P {
	panic(0)
}

type F struct {
	f E
}

type G struct {
	p *G
	n [unsafe.Sizeof(&G{})]int
}

type H struct {
	n [len(H{}.n)]int
}

type I struct {
	n [unsafe.Offsetof(I{}.m)]int
	m int
}

type J [len(J{})]int
type K struct {
	n [unsafe.Sizeof(k)]int
}

var k K

func main() {}
