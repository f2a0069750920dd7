// Where messages point, and which of several about one line are shown.
package main

import "fmt"

type T struct{ a, b int }

func (T) self() T { return T{} }

func takes(list []int) int { return len(list) }

func use(any) {}

func results() (e error) {
	e = fmt.Errorf("%v", x, e)
	y = append(y, 1)
	z = z + 1
	return w(w)
}

func main() {
	var flags []bool
	var array [4]string
	takes(flags[:1])
	takes((flags)[1:])
	takes(array[:])
	takes(flags[1:][:1])
	takes(func() {})
	use(takes(flags[2:]) + takes(flags[:2]))
	_ = []int{u, u, v, u}
	_ = 1.5.value
	_ = nil.value
	_ = 'c'.value
	_ = len.value
	_ = len[0]
	_ = *len
	_ = int.value
	var p int.value
	_ = T{}._
	_ = "\ufffd\xff" + 1
	_ = error("text")
	_ = error(1 << 70)
	_ = int["a"]
	_ = map[string]int.value
	_ = 1 << (flags == nil)
	_ = 1 << "text"
	_ = 1 << 2000
	var e error
	e, ok := <-make(chan int)
	m := map[string]int{}
	e, ok = m["x"]
	for i := range 1.0 {
		use(i)
	}
	for i := range 1e3 {
		use(i)
	}
	fmt.(Nothing)
	use(fmt)
	func() {}
	func(int) {} == nil
	use(func(int) string)
	flags[:1] = nil
	T{}.a = 1
	m["x"].y = 1
	nil := 3
	for range func(func() Bool) {} {
	}
	_ = results()._
	number, text, only := 1, "text", 2
	_ = number[:len(text):only]
	_ = text[1:2:undefined]
	_ = text[1:2:3]
	type Bytes = []byte
	var slice Bytes
	_ = slice[1:] + 1
	_ = []int{nil: 1, text: 2, number: 3}
	_ = generic.name
	_ = generic[int].name
}

type Bool bool

func generic[T any](T) {}

func lengths(open [...]int) (list []int, other [...]string) {
	list = append(list...)
	list = append(list, 2, list...)
	return list, other
}

func three() (int, int, int) { return 1, 2, 3 }

var p1 = three()
var p2 int = three()

func counts(x any, b byte) (n int) {
	var l1 = three()
	var l2 int = three()
	var l3, l4 = three()
	l5 := three()
	n = three()
	_, _, _, _, _ = l1, l2, l3, l4, l5
	switch b {
	case byte(1), 'a' + 1, (2):
	case byte(1), 'b', 1 + 1:
	}
	switch x.(type) {
	case func(int), []int, fmt.Stringer:
	case func(int), []int, fmt.Stringer:
	}
	return
}
