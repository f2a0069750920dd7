package main

import "fmt"

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

type pair struct{ a, b int }

func two() ([]byte, []byte)           { return make([]byte, 3), []byte("abc") }
func mapAndKey() (map[string]int, string) { return map[string]int{"x": 1}, "x" }
func parts() (float64, float64)       { return 1.5, 2.5 }
func three() (int, int, int)          { return 7, 3, 9 }

var sink any

func main() {
	m := map[int]int{}
	var p *int
	s := []int{1, 2}
	var q *pair
	// The value is put, and faults come, one after the other from the left.
	try("pointer", func() { m[1], *p = 1, 2 })
	try("index", func() { m[2], s[5] = 1, 2 })
	try("field", func() { m[3], q.b = 1, 2 })
	try("both", func() { *p, m[4] = 1, 2 })
	fmt.Println(m)
	// Operands on the left are evaluated before anything is put.
	i := 0
	i, s[i] = 1, 9
	fmt.Println(i, s)
	t := &pair{1, 2}
	t, t.a = &pair{3, 4}, 5
	fmt.Println(*t)
	a := [3]int{0, 1, 2}
	a[0], a[1], a[2] = a[2], a[0], a[1]
	fmt.Println(a)
	// The right side faults before the left one.
	k := 7
	try("right first", func() { s[k] = a[k+1-1+i] })
	try("left", func() { s[k] = len(a) })

	fmt.Println(copy(two()))
	delete(mapAndKey())
	fmt.Println(complex(parts()))
	fmt.Println(min(three()), max(three()))
	fmt.Println(append([]byte("x"), "yz"...))

	// A switch without tag compares interfaces with true.
	var x any = true
	switch {
	case x:
		fmt.Println("interface case")
	}
	switch y := any(3); true {
	case y == 3:
		fmt.Println("three")
	}

	// A value for a blank field is dropped.
	b := struct{ a, _, c int }{1, 2, 3}
	sink = b
	fmt.Printf("%v\n", sink)
	fmt.Println(b == struct{ a, _, c int }{1, 5, 3})
}
