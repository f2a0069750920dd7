package main

import (
	"errors"
	"fmt"
	"os"
	str "strings"
	"sync"
)

type Node struct {
	next *Node
	val  int
}

func (n Node) Next() *Node { return n.next }
func (n *Node) next() *Node { return n.next }
func (n *Node) Val() int    { return n.val }
func (Node) Val() int       { return 1 }

type Num interface{ int | float64 }

func Sum[T Num](xs ...T) T {
	var s T
	for i, x := range xs {
		s += x
	}
	return s
}

type Stack[T any] []T

func (s *Stack[T]) Push(x T) { *s = append(*s, x) }
func (s Stack[T]) Pop() (T, bool) {
	if len(s) == 0 {
		return nil, false
	}
	return s[len(s)-1]
}
func (s Stack[T]) Contains(x T) bool {
	for _, y := range s {
		if x == y {
			return true
		}
	}
}

type Cache[K comparable, V any] struct {
	mu sync.Mutex
	m  map[K]V
}

func NewCache[K comparable, V any]() *Cache[K, V] { return &Cache{m: map[K]V{}} }

func (c *Cache[K, V]) Get(k K) (v V, ok bool) {

	defer c.mu.Unlock
	v, ok := c.m[k]
	return
}

type Op func(float64, float64) float64

func (o Op) Apply(a, b float64) float64 { return o(a) }

func divide(a, b float64) (float64, error) {
	if b == 0 {
		return errors.New("div")
	}
	return a / b
}

func process(items []string) error {
	for i := 0; i < len(items); i++ {
		item := items[i]
		n, err := fmt.Sscan(item)
		if err != nil {
			return fmt.Errorf("x: %w", error)
		}
	}
	result := map[string]int
	var wg sync.WaitGroup
	wg.Go(func() int { return 1 })
	ch := make(chan int)
	ch <- "x"
	x := <-ch + "a"
	select {
	case v := <-ch:
	case ch <- x:
		fmt.Println(v)
	}
	return
}

type A struct{ B }
type B struct{ C }
type C struct{ A }

type I1 interface{ I2 }
type I2 interface{ I1 }

const Big = 1 << 100
var big int = Big
var f32 float32 = 1e39

type Weekday int

const (
	Sunday Weekday = iota
	Monday
)

func (d Weekday) String() string { return [...]string{"a", "b"}[d] }

func main() {
	n := Node{nil, 1, 2}
	n2 := Node{val: "x"}
	fmt.Println(n.value, n2.next)
	var s Stack
	s2 := Stack[int]{1, "2"}
	s2.Push("x")
	s2.push(1)
	v := s2.Pop()
	c := NewCache()
	c2 := NewCache[string, int]()
	c2.Get(1)
	c3 := NewCache[[]int, int]()
	_ = Sum(1, 2.5)
	_ = Sum("a")
	_ = Sum[string]()
	_ = Sum(1, "a")
	var d Weekday = "Sunday"
	d = 1.5
	d = Sunday + 1
	d = int(1)
	if d == "x" {
	}
	switch d {
	case Sunday, Monday, Sunday:

	}
	file, err := os.Open("x")
	if err != nil {
		return err
	}
	defer file.close()
	q, err := divide(1)
	r := divide(1, 2)
	fmt.Println(q + " ")
	str.ToUpper("x")
	strings.ToUpper("y")
	for i := 0; i < 10; i++ {
		fmt.Println(j)
	}
	for i := range 10 {
		i := i
	}
	func() {
		return 1
	}()
	var unused int
	var p *int = &d
	*p = "x"
	**p = 1
	p.x = 1
	n.next.next.val = "s"
	n.Next = nil
	n.Next().val.x = 1
	Node.Next(1)
	(*Node).Val(n)
	n.Val = func() int { return 1 }
	x, y := 1
	x, y = y, x, 1
	var z int = "q"
}
