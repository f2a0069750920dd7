// What takes no memory in the heap.
package main

import (
	"fmt"
	"reflect"
	"sync"
	"testing"
)

type pair struct {
	A, B *int
}

func count(name string, most float64, f func()) {
	if n := testing.AllocsPerRun(20, f); n > most {
		fmt.Println(name, "allocates", n, "times")
	}
}

func main() {
	one, two := 1, 2
	count("DeepEqual", 0, func() { reflect.DeepEqual(99, 99) })
	list, again := any([]int{99}), any([]int{99})
	count("DeepEqual of slices", 0, func() { reflect.DeepEqual(list, again) })
	number := reflect.ValueOf(&one).Elem()
	count("TypeAssert", 0, func() { reflect.TypeAssert[int](number) })
	count("TypeAssert to an interface that is not implemented", 0, func() { reflect.TypeAssert[fmt.Stringer](number) })
	numbers := reflect.TypeFor[[32]int]()
	count("Zero", 0, func() { reflect.Zero(numbers) })
	m := reflect.ValueOf(map[int]pair{})
	k, v := reflect.ValueOf(7), reflect.ValueOf(pair{&one, &two})
	count("SetMapIndex", 0, func() { m.SetMapIndex(k, v) })
	c := reflect.ValueOf(make(chan *int, 1))
	p := reflect.ValueOf(&one)
	count("Send and Recv", 1, func() { c.Send(p); c.Recv() })
	count("OnceFunc", 2, func() { sync.OnceFunc(func() {})() })
	count("OnceValue", 2, func() { sync.OnceValue(func() any { return nil })() })
	count("OnceValues", 2, func() { sync.OnceValues(func() (any, error) { return nil, nil })() })

	got := m.Interface().(map[int]pair)[7]
	fmt.Println(*got.A, *got.B)
	c.Send(reflect.ValueOf(&two))
	two++
	x, ok := c.Recv()
	fmt.Println(x.Elem(), ok, reflect.Zero(reflect.TypeFor[pair]()).IsZero())
	set := reflect.New(reflect.TypeFor[[4]int]()).Elem()
	set.Set(reflect.Zero(set.Type()))
	set.Index(1).SetInt(5)
	fmt.Println(set, reflect.Zero(set.Type()), reflect.Zero(set.Type()).Interface().([4]int))
	type loop struct{ next *loop }
	a, b := &loop{}, &loop{}
	a.next, b.next = a, b
	fmt.Println(reflect.DeepEqual(a, b), reflect.DeepEqual([]*int{&one}, []*int{&two}))
	// more pairs than are kept without a map
	x1, x2 := make([]*loop, 20), make([]*loop, 20)
	for i := range x1 {
		x1[i], x2[i] = &loop{}, &loop{}
		x1[i].next, x2[i].next = x1[i], x2[i]
	}
	fmt.Println(reflect.DeepEqual(x1, x2))
	x2[19].next = nil
	fmt.Println(reflect.DeepEqual(x1, x2))
}
