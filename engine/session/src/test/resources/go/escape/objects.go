// Literals, new, make, boxes and variadic arguments.
package main

type pair struct {
	a, b int
}

type shape interface {
	area() int
}

type square struct {
	side int
}

func (s square) area() int { return s.side * s.side }

type circle struct {
	radius int
}

func (c *circle) area() int { return 3 * c.radius * c.radius }

var kept any
var keptShape shape
var keptSlice []int

func count(xs ...any) int {
	return len(xs)
}

func keepAll(xs ...any) {
	kept = xs
}

func keepEach(xs ...any) {
	kept = xs[0]
}

func literal() int {
	p := &pair{1, 2}
	return p.a
}

func literalReturned() *pair {
	return &pair{1, 2}
}

func newObject() int {
	p := new(pair)
	return p.b
}

func makeSmall() int {
	s := make([]int, 4, 8)
	return len(s)
}

func makeVariable(n int) {
	keptSlice = make([]int, n)
}

func makeLarge() int {
	s := make([]byte, 1<<17)
	return len(s)
}

func makeKept() {
	keptSlice = make([]int, 4)
}

func sliceLiteral(n int) int {
	s := []int{n, 2, 3}
	return s[1]
}

func box(n int) bool {
	var x any = n
	return x == nil
}

func boxKept(n int) {
	kept = n
}

func pointerBoxKept(p *pair) {
	kept = p
}

func variadic(n int) int {
	return count(n, "text", pair{1, n})
}

func variadicKept(n int) {
	keepAll(n)
}

func variadicEachKept(n int) {
	keepEach(n)
}

func shapeKept(n int) {
	keptShape = square{n}
}

func typeSwitch(n int) int {
	var x any = pair{n, 2}
	switch v := x.(type) {
	case pair:
		return v.a
	default:
		return 0
	}
}

func bytes(s string) int {
	b := []byte(s)
	return len(b)
}

func generic[T any](x T) *T {
	return &x
}

func genericLook[T any](x T) int {
	p := &x
	_ = *p
	return 1
}

func main() {
	literal()
	literalReturned()
	newObject()
	makeSmall()
	makeVariable(3)
	makeLarge()
	makeKept()
	sliceLiteral(3)
	box(1000)
	boxKept(1000)
	pointerBoxKept(nil)
	variadic(1000)
	variadicKept(1000)
	variadicEachKept(1000)
	shapeKept(3)
	keptShape = &circle{}
	println(keptShape.area())
	typeSwitch(3)
	bytes("x")
	generic(3)
	genericLook("x")
}
