package main

import (
	"fmt"
	"fmt"
	"os"
	. "strings"
	_ "math"
	x "bytes"
)

type A struct {
	B
	*B
	a int
	a string
	*C
	*I
	int
	E.F
}
type B struct{}
type C = *B
type I interface {
	M()
	M()
	N(int)
	N(string)
	B
	int
}
type R struct{ r R }
type R1 struct{ r R2 }
type R2 struct{ r [2]R1 }
type R3 []R3
type R4 [len(R4{})]int
type R5 interface{ R6 }
type R6 interface{ R5 }
type R7 = R8
type R8 = R7
type R9 func(R9) map[string]R9
type M1 map[[]int]int

type M3 map[M4]int
type M4 struct{ f []int }
type T1 [n]int
type T2 [-1]int
type T3 ["a"]int
type T4 [1.5]int
type T5 [1 << 62]int

var n = 5
var a, b = b, a
var c = d()

func d() int { return e }

var e = f

const f = g
const g = f + 1

func (A) m()     {}
func (*A) m()    {}
func (A) a()     {}
func (B) x()     {}
func (int) y()   {}
func (*I) z()    {}
func (I) z2()    {}
func (**B) q()   {}
func ([]int) r() {}
func (C) s()     {}
func (fmt.Stringer) t() {}
func (u Undef) u() {}
func dup(a int, a string) {}
func dup2(a int) (a int) { return }
func (b B) dup3(b int) {}
func init() int { return 1 }
func init(x int) {}
func main(x int) {}
func dup() {}
func nobody()
func _() {}
func _() { undefinedHere }

var _ = init
var v1 int = 1
var v1 string = 2
const (
	k1 = iota
	k2
	k3, k4
	k5, k6 = 1
	k7 int
	k8 = "a" + 1
	k9 = 1 / 0
	k10 = 1.0 / 0
	k11 = len([]int{1})
	k12 = len([2]int{})
	k13 = 1 << 1000
	k14 = k13 << 10000
	k15 uint = -1
	k16 = "a"[0]
	k17 = nil
)

func unused() {
	a := 1
	var b int
	c, d := 1, 2
	_ = c
	e := func() {}
	for i := 0; ; {
	}
	for k, v := range []int{} {
	}
	switch t := any(1).(type) {
	case int:
	}
	f := 1
	f = 2
	g := 1
	g++
	var h struct{ x int }
	h.x = 1
	func() { i := 1 }()
l:
	for {
	}
	const unusedConst = 1
	type unusedType int
	if j := 1; true {
	}
	a, a := 1, 2
	_ := 1
	a := 2
	m, a := 1, 2
}
