package main

import "fmt"

type Shape interface{ Area() float64 }
type Sq struct{ s float64 }
type Ci struct{ r float64 }

func (s Sq) Area() float64  { return s.s * s.s }
func (c *Ci) Area() float64 { return 3 * c.r * c.r }

type Node struct {
	l, r *Node
	v    int
}

func (n *Node) ins(v int) *Node {
	if n == nil {
		return &Node{v: v}
	}
	if v < n.v {
		n.l = n.l.ins(v)
	} else {
		n.r = n.r.ins(v)
	}
	return n
}
func (n *Node) walk(f func(int)) {
	if n != nil {
		n.l.walk(f)
		f(n.v)
		n.r.walk(f)
	}
}
func div(a, b int) (q, r int, err string) {
	defer func() {
		if e := recover(); e != nil {
			err = "caught"
		}
	}()
	return a / b, a % b, ""
}

func Map[T, U any](s []T, f func(T) U) []U {
	var out []U
	for _, x := range s {
		out = append(out, f(x))
	}
	return out
}

func main() {
	shapes := []Shape{Sq{2}, &Ci{1}, Sq{3}}
	t := 0.0
	for i, s := range shapes {
		t += s.Area()
		fmt.Println(i, s.Area())
	}
	fmt.Println(t)
	var root *Node
	for i := 0; i < 10; i++ {
		root = root.ins(i * 7 % 10)
	}
	sum := 0
	root.walk(func(v int) { sum = sum*3 + v; fmt.Print(v, " ") })
	fmt.Println(sum)
	fmt.Println(div(7, 2))
	fmt.Println(div(7, 0))
	m := map[string]int{"a": 1, "b": 2}
	m["c"] += 5
	delete(m, "a")
	fmt.Println(len(m), m["b"], m["c"], m["zz"])
	for k, v := range m {
		_ = k
		sum += v
	}
	mi := map[int]string{}
	for i := range 1000 {
		mi[i] = "x"
	}
	fmt.Println(len(mi), mi[77])
	for _, x := range Map([]int{1, 2, 3}, func(i int) string { return string(rune('a' + i)) }) {
		fmt.Print(x)
	}
	fmt.Println()
	c := make(chan int)
	done := make(chan bool)
	go func() {
		s := 0
		for v := range c {
			s += v
		}
		fmt.Println("sum", s)
		done <- true
	}()
	for i := 0; i < 100; i++ {
		c <- i
	}
	close(c)
	<-done
	select {
	case v, ok := <-c:
		fmt.Println(v, ok)
	default:
		fmt.Println("default")
	}
	for i, r := range "héy世" {
		fmt.Print(i, ":", r, " ")
	}
	fmt.Println()
	var e any = 5
	switch x := e.(type) {
	case string:
		fmt.Println("s", x)
	case int:
		fmt.Println("int", x)
	}
	func() {
		defer fmt.Println("deferred")
		defer func() { fmt.Println("rec", recover().(string)) }()
		panic("boom")
	}()
	var a [5]int
	idx := 7
	a[idx%5] = 3
	fmt.Println(a[2], len(a))
}
