package main

import "fmt"

func counter() (inc func() int, get func() int) {
	n := 0
	return func() int { n++; return n }, func() int { return n }
}
func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}
func fib() func() int {
	a, b := 0, 1
	return func() (r int) { defer func() { a, b = b, a+b }(); return a }
}
func deep(n int) func() func() int {
	m := n
	return func() func() int { m++; k := m; return func() int { k += n; m += k; return m } }
}

type node struct{ eval func() int }

func params(a int, b *int, c []int, d [2]int) func() string {
	return func() string { a++; *b++; c[0]++; d[0]++; return fmt.Sprint(a, *b, c, d) }
}
func named() (x int, f func()) {
	f = func() { x++ }
	x = 5
	f()
	return x, f
}
func recv(t struct{ n int }) func() int { return func() int { t.n++; return t.n } }

func main() {
	inc, get := counter()
	inc()
	inc()
	fmt.Println(get())
	fmt.Println(compose(func(x int) int { return x + 1 }, func(x int) int { return x * 10 })(4))
	f := fib()
	for range 5 {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	d := deep(3)
	e, g := d(), d()
	fmt.Println(e(), g(), e())
	b := 1
	p := params(1, &b, []int{1}, [2]int{1, 2})
	p()
	fmt.Println(p(), b)
	x, ff := named()
	ff()
	fmt.Println(x)
	r := recv(struct{ n int }{1})
	r()
	fmt.Println(r())
	var fs [3]func()
	for i := range fs {
		for j := i; j < 2; j++ {
			fs[i] = func() { i += j; fmt.Print(i, j, " ") }
		}
	}
	for _, f := range fs {
		if f != nil {
			f()
			f()
		}
	}
	fmt.Println()
	var self func(int) int
	self = func(n int) int {
		if n == 0 {
			return 0
		}
		return n + self(n-1)
	}
	old := self
	self = func(int) int { return 1000 }
	fmt.Println(old(3))
	func() {
		for i := 0; i < 3; i++ {
			defer func() { fmt.Print(i, " ") }()
			i := i * 10
			defer func() { fmt.Print(i, " ") }()
		}
	}()
	fmt.Println()
	var nodes []node
	for i := 0; i < 3; i++ {
		nodes = append(nodes, node{func() int { i++; return i }})
		i += 0
	}
	for _, n := range nodes {
		fmt.Print(n.eval(), n.eval(), " ")
	}
	fmt.Println()
	arr := [2]int{1, 2}
	h := func() int { return arr[0] }
	arr[0] = 50
	cp := arr
	arr = [2]int{7, 8}
	fmt.Println(h(), cp)
	if v := 3; v > 2 {
		h = func() int { v++; return v }
	}
	h()
	fmt.Println(h())
	switch y := 5; {
	case y > 1:
		h = func() int { y *= 2; return y }
	}
	h()
	fmt.Println(h())
	ch := make(chan func() int, 1)
	go func(n int) { ch <- func() int { n--; return n } }(10)
	q := <-ch
	q()
	fmt.Println(q())
	m := map[string]func(...int) int{"sum": func(xs ...int) (s int) {
		for _, x := range xs {
			s += x
		}
		return
	}}
	fmt.Println(m["sum"](1, 2, 3), m["sum"]([]int{4, 5}...), m["sum"]())
}
