package main

import "fmt"

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday = "t"
	Wednesday
	Thursday Weekday
	_ = iota +
	Friday
)

const A, B = 1
const C, D = iota, iota, 2
const E
const F int
const G = len([]int{1})
const H = fmt.Sprint("x")
const I uint8 = iota - 1
const J = J + 1
const K, L = L, K
const M = 1 << 3.5
const N = "a" + 1
const O = 'a' + "b"
const P = nil
const Q = []int{1}
const R = &A
const S float32 = 1e50
const T = 10 / 0.0
const U = 5 % 2.5
const V = ^1.5
const W = !1
const X = -"a"
const Y = +true

var d Weekday = Monday + 1.5
var e Weekday = 1.0
var f int = Monday
var g = Monday + f
var h string = Weekday(1)
var i = string(Monday)
var j int = "a"
var k = j.foo
var l, m = 1
var n, o int = 1, "b", 3
var p = q
var q = p
var r [N]int
var s [-1]int
var t [f]int
var u [...]int
var v [1.5]int
var w [1 << 62]int
var x map[[]int]int
var y map[func()]string
var z struct {
	a int
	a string
}

func main() {
	Monday = 3
	Monday++
	const local = 5
	local = 6
	&local
	_ = &Monday
}
