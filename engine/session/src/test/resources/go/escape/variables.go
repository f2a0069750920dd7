// Variables whose address is taken.
package main

import "unsafe"

type node struct {
	value int
	next  *node
}

var global *node
var anything any

func keep(n *node) {
	global = n
}

func look(n *node) int {
	return n.value
}

func same(n *node) *node {
	return n
}

func tail(n *node) *node {
	return n.next
}

func keepTail(n *node) {
	global = n.next
}

func fill(to **node, n *node) {
	*to = n
}

func byLook() int {
	var x node
	return look(&x)
}

func byKeep() {
	var x node
	keep(&x)
}

func bySame() int {
	var x node
	return same(&x).value
}

func returned() *node {
	var x node
	return same(&x)
}

func chained() int {
	var x, y node
	x.next = &y
	return look(tail(&x))
}

func chainKept() {
	var x, y node
	x.next = &y
	keepTail(&x)
}

func throughPointer() *node {
	var x node
	var p *node
	fill(&p, &x)
	return p
}

func toGlobalArray() {
	var x int
	anything = &x
}

func toChannel(c chan *int) {
	var x int
	c <- &x
}

func toMap(m map[string]*int) {
	var x int
	m["x"] = &x
}

func toSlice(s []*int) {
	var x int
	s[0] = &x
}

func appended(s []*int) []*int {
	var x int
	return append(s, &x)
}

func asInteger() uintptr {
	var x int
	p := uintptr(unsafe.Pointer(&x))
	return p &^ p
}

func panics() {
	var x int
	panic(&x)
}

func conditional(b bool) int {
	var x, y int
	p := &x
	if b {
		p = &y
	}
	*p = 3
	return x + y
}

func parameter(n node) *node {
	return &n
}

func parameterLooked(n node) int {
	return look(&n)
}

func result() (n node) {
	keep(&n)
	return
}

func recursive(n *node, depth int) int {
	if depth == 0 {
		return n.value
	}
	var x node
	x.next = n
	return recursive(&x, depth-1)
}

func even(n *node, depth int) *node {
	if depth == 0 {
		return n
	}
	return odd(n.next, depth-1)
}

func odd(n *node, depth int) *node {
	if depth == 0 {
		return nil
	}
	return even(n, depth-1)
}

func mutual() bool {
	var x node
	return even(&x, 3) == nil
}

func array() int {
	var a [4]int
	s := a[:]
	return s[2]
}

func arrayReturned() []int {
	var a [4]int
	return a[:]
}

func main() {
	byLook()
	byKeep()
	bySame()
	returned()
	chained()
	chainKept()
	throughPointer()
	toGlobalArray()
	toChannel(make(chan *int, 1))
	toMap(map[string]*int{})
	toSlice(make([]*int, 1))
	appended(nil)
	asInteger()
	conditional(true)
	parameter(node{})
	parameterLooked(node{})
	result()
	recursive(nil, 3)
	mutual()
	array()
	arrayReturned()
	defer func() { recover() }()
	panics()
}
