// Objects that live in frames: what they point to stays alive, each turn has its own, and what outlives its function does not live there.
package main

import (
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"sort"
	"strings"
	"sync"
	"unsafe"
)

type node struct {
	name string
	next *node
	more []string
}

func text(n int) string { return strings.Repeat("x", n%7+1) + fmt.Sprint(n) }

func length(n *node) int {
	total := 0
	for ; n != nil; n = n.next {
		total += len(n.name) + len(n.more)
	}
	return total
}

// churn makes garbage of the sizes that the tests use, so that what was freed too early is overwritten.
func churn() {
	for range 3 {
		var keep []*node
		for i := range 200 {
			keep = append(keep, &node{name: "????" + text(i), more: make([]string, i%5)})
		}
		runtime.GC()
		runtime.KeepAlive(keep)
	}
}

// onlyFromFrame reaches objects of the heap from an object of its frame alone.
func onlyFromFrame() string {
	a := node{name: text(1), more: []string{text(2), text(3)}}
	b := node{name: text(4), next: &a}
	churn()
	return fmt.Sprint(length(&b), b.name, b.next.name, a.more)
}

func swap(p, q *string) { *p, *q = *q, *p }

// changedByPointer stores through pointers to variables of the frame.
func changedByPointer() string {
	x, y := text(10), text(20)
	swap(&x, &y)
	churn()
	return x + y
}

// turns takes the address of a variable of the loop's body: each turn finds it zero.
func turns() (out []string) {
	for i := range 3 {
		var n node
		if length(&n) != 0 || n.next != nil {
			out = append(out, "not new")
		}
		n.name = text(i)
		n.next = &node{name: "heap"}
		out = append(out, fmt.Sprint(length(&n)))
	}
	return
}

// previous keeps the address of the last turn's variable.
func previous() (out []string) {
	var last *node
	for i := range 3 {
		n := node{name: text(i), next: last}
		last = &n
	}
	for ; last != nil; last = last.next {
		out = append(out, last.name)
	}
	return
}

// deep recurses with an object in each frame, over several segments of the stack.
func deep(above *node, depth int) int {
	n := node{name: text(depth), next: above}
	if depth == 0 {
		runtime.GC()
		return length(&n)
	}
	r := deep(&n, depth-1)
	if n.name != text(depth) {
		return -1
	}
	return r
}

func apply(s []int, f func(int) int) {
	for i := range s {
		s[i] = f(s[i])
	}
}

// closures captures by reference in a closure that stays.
func closures() string {
	total, names := 0, []string{}
	s := []int{3, 1, 2}
	apply(s, func(v int) int {
		total += v
		names = append(names, text(v))
		runtime.GC()
		return total
	})
	sort.Slice(s, func(i, j int) bool { return s[i] > s[j] })
	return fmt.Sprint(total, names, s)
}

// recovered panics while objects of several frames are in use by deferred calls.
func recovered() (out string) {
	n := node{name: text(5)}
	defer func() {
		churn()
		out = fmt.Sprint(recover(), " ", n.name, " ", length(&n))
	}()
	func() {
		inner := node{name: text(6), next: &n}
		defer func() {
			churn()
			n.more = append(n.more, inner.name, inner.next.name)
		}()
		panic(errors.New(text(7)))
	}()
	return "not reached"
}

// goroutines gives variables to goroutines.
func goroutines() int {
	var wg sync.WaitGroup
	var mu sync.Mutex
	total := 0
	for i := range 10 {
		wg.Add(1)
		n := node{name: text(i)}
		go func() {
			defer wg.Done()
			runtime.Gosched()
			mu.Lock()
			defer mu.Unlock()
			total += length(&n)
		}()
	}
	wg.Wait()
	return total
}

type large struct {
	numbers [20]int
	name    string
}

func (l large) report(done chan string, ready chan bool) {
	<-ready
	done <- fmt.Sprint(l.numbers[0], l.name)
}

func start(done chan string, ready chan bool) {
	var l large
	l.numbers[0] = 42
	l.name = text(8)
	go l.report(done, ready)
}

func overwrite(n int) int {
	var a [200]int
	for i := range a {
		a[i] = n
	}
	return a[n]
}

// receivers are held by value when a goroutine starts.
func receivers() string {
	done, ready := make(chan string), make(chan bool)
	start(done, ready)
	overwrite(9)
	churn()
	ready <- true
	return <-done
}

func pairs(yield func(string, *node) bool) {
	for i := range 3 {
		n := node{name: text(i)}
		if !yield(n.name, &n) {
			return
		}
	}
}

// iterators hand the address of a variable of theirs to the body of the loop.
func iterators() (out string) {
	for name, n := range pairs {
		runtime.GC()
		local := node{name: "<" + name, next: n}
		out += fmt.Sprint(length(&local), local.name, n.name, " ")
	}
	return
}

func pointer[T any](v T) *T { return &v }

func viaPointer[T any](v T) T {
	p := &v
	runtime.GC()
	return *p
}

type shape interface{ area() int }
type box struct{ w, h *int }

func (b box) area() int { return *b.w * *b.h }

func sum(shapes ...shape) (total int) {
	runtime.GC()
	for _, s := range shapes {
		total += s.area()
	}
	return
}

// boxes puts values into interfaces that stay.
func boxes() string {
	w, h := pointer(3), pointer(4)
	var a any = text(9)
	var b any = []string{text(10)}
	churn()
	return fmt.Sprint(sum(box{w, h}, box{h, h}), len(a.(string)), b.([]string)[0])
}

// hidden passes addresses by unsafe and reflect.
func hidden() string {
	n := struct{ Name string }{text(11)}
	p := unsafe.Pointer(&n)
	v := reflect.ValueOf(&n).Elem()
	churn()
	v.Field(0).SetString(v.Field(0).String() + "!")
	return *(*string)(p)
}

// finalizers are for objects of the heap, so such an object goes there.
func finalizers() bool {
	done := make(chan bool, 1)
	func() {
		n := &node{name: text(12)}
		runtime.SetFinalizer(n, func(n *node) { done <- len(n.name) > 0 })
	}()
	overwrite(3)
	for range 5 {
		runtime.GC()
		select {
		case ok := <-done:
			return ok
		default:
			runtime.Gosched()
		}
	}
	return <-done
}

// arrays slices an array of the frame and appends past its end.
func arrays() string {
	var a [4]string
	s := a[:0]
	for i := range 6 {
		s = append(s, text(i))
		runtime.GC()
	}
	return fmt.Sprint(a, s)
}

func (n *node) size() int { return len(n.name) }

// methods binds a method to a variable of the frame.
func methods() int {
	n := node{name: text(13)}
	f := n.size
	n.name = text(14) + "+"
	runtime.GC()
	return f()
}

// selects gives variables to channel operations.
func selects() string {
	c := make(chan node, 1)
	n := node{name: text(15)}
	select {
	case c <- n:
	default:
	}
	churn()
	var got node
	select {
	case got = <-c:
	}
	p := &got
	return p.name
}

func main() {
	fmt.Println(onlyFromFrame())
	fmt.Println(changedByPointer())
	fmt.Println(turns())
	fmt.Println(previous())
	fmt.Println(deep(nil, 400))
	fmt.Println(closures())
	fmt.Println(recovered())
	fmt.Println(goroutines())
	fmt.Println(receivers())
	fmt.Println(iterators())
	fmt.Println(*pointer(text(16)), viaPointer(text(17)))
	fmt.Println(boxes())
	fmt.Println(hidden())
	fmt.Println(finalizers())
	fmt.Println(arrays())
	fmt.Println(methods())
	fmt.Println(selects())
}
