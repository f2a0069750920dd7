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
}
