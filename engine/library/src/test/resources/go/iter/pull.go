package main

import (
	"fmt"
	"io/ioutil"
	"iter"
	"maps"
	"runtime"
	"slices"
	"strings"
	"unique"
	"weak"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("cleaned")
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func main() {
	next, stop := iter.Pull(count(3))
	for {
		v, ok := next()
		fmt.Println(v, ok)
		if !ok {
			break
		}
	}
	stop()
	next, stop = iter.Pull(count(30))
	fmt.Println(next())
	stop()
	fmt.Println(next())
	n2, s2 := iter.Pull2(maps.All(map[string]int{"a": 1}))
	fmt.Println(n2())
	fmt.Println(n2())
	s2()
	next, stop = iter.Pull(func(yield func(int) bool) { yield(1); panic("boom") })
	fmt.Println(next())
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		next()
	}()
	fmt.Println(next())
	sum := 0
	nx, st := iter.Pull(slices.Values(make([]int, 1000)))
	for v, ok := nx(); ok; v, ok = nx() {
		sum += v + 1
	}
	st()
	fmt.Println(sum)
	a := unique.Make("hello")
	b := unique.Make(strings.Repeat("hel", 1) + "lo")
	fmt.Println(a == b, a.Value(), a == unique.Make("x"))
	type P struct{ x, y int }
	fmt.Println(unique.Make(P{1, 2}) == unique.Make(P{1, 2}))
	p := &[100]int{7}
	w := weak.Make(p)
	w2 := weak.Make(p)
	fmt.Println(w == w2, w.Value()[0])
	runtime.GC()
	fmt.Println(w.Value() != nil)
	runtime.KeepAlive(p)
	p = nil
	runtime.GC()
	runtime.GC()
	fmt.Println(w.Value() == nil, w == w2)
	data, err := ioutil.ReadAll(strings.NewReader("abc"))
	fmt.Println(string(data), err)
}
