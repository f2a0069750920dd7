package main

import "fmt"

type A interface{ B }
type B interface{ C }
type C interface{ A }
type D struct{ E }
type E struct{ *D }
type F struct{ G }
type G struct{ F }
type H [2]H
type I []I
type J map[J]int
type K chan K
type L func(L) L
type M *M
type N N
type O = O
type P = *P
type Q struct{ q [len(Q{}.q)]int }

var a = b
var b = c
var c = a
var d = func() int { return d() }
var e = f()

func f() int { return g() }
func g() int { return e }

var h, i = i, h
var x = x

const j = k
const k = j
const l = l + 1

type R interface{ m() R }
type S interface{ S }
type U interface {
	m()
	m()
}
type V interface {
	U
	fmt.Stringer
	String() int
}
type W struct {
	m int
}

func (W) m() {}
func (W) n() {}
func (*W) n() {}

func main() {
	var v V = nil
	v.String()
	W.m(W{})
}
func main() {}
var main = 1
type fmt int
func init() {}
func init() {}
var init = 1
func use() { init(); main() }
