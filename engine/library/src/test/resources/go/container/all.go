package main

import (
	"container/heap"
	"container/list"
	"container/ring"
	"fmt"
)

type numbers []int

func (n numbers) Len() int           { return len(n) }
func (n numbers) Less(i, j int) bool { return n[i] < n[j] }
func (n numbers) Swap(i, j int)      { n[i], n[j] = n[j], n[i] }
func (n *numbers) Push(x any)        { *n = append(*n, x.(int)) }
func (n *numbers) Pop() any {
	old := *n
	x := old[len(old)-1]
	*n = old[:len(old)-1]
	return x
}

func show(l *list.List) {
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	fmt.Print("| ")
	for e := l.Back(); e != nil; e = e.Prev() {
		fmt.Print(e.Value, " ")
	}
	fmt.Println(l.Len())
}

func main() {
	h := &numbers{5, 2, 8, 1, 9, 3}
	heap.Init(h)
	heap.Push(h, 4)
	(*h)[3] = 0
	heap.Fix(h, 3)
	fmt.Println(heap.Remove(h, 2))
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	fmt.Println()

	var l list.List
	a := l.PushBack("a")
	b := l.PushBack("b")
	c := l.PushFront("c")
	l.InsertBefore("x", b)
	l.InsertAfter("y", a)
	show(&l)
	l.MoveToFront(b)
	l.MoveToBack(c)
	l.MoveBefore(c, a)
	l.MoveAfter(a, b)
	show(&l)
	fmt.Println(l.Remove(a), l.Remove(a), l.InsertAfter(1, a), a.Next())
	other := list.New()
	other.PushBack(1)
	other.PushBack(2)
	l.PushBackList(other)
	l.PushFrontList(other)
	other.PushBackList(other)
	show(&l)
	show(other)
	show(l.Init())

	r := ring.New(5)
	for i := range r.Len() {
		r.Value = i
		r = r.Next()
	}
	r.Do(func(v any) { fmt.Print(v, " ") })
	cut := r.Unlink(2)
	cut.Do(func(v any) { fmt.Print("cut ", v, " ") })
	fmt.Println(r.Len(), cut.Len(), r.Move(2).Value, r.Move(-1).Value, r.Prev().Value)
	r.Link(cut)
	r.Do(func(v any) { fmt.Print(v, " ") })
	var zero ring.Ring
	fmt.Println(zero.Len(), zero.Next() == &zero, ring.New(0) == nil, (*ring.Ring)(nil).Len())
}
