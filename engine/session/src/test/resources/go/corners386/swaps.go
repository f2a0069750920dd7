package main

import "fmt"

type N struct {
	next *N
	v    int
}

func pair() (a, b int) { return 1, 2 }

func main() {
	a := []int{0, 1, 2, 3}
	i := 0
	i, a[i], a[i+1] = 2, a[2], a[3]
	fmt.Println(i, a)
	x, y, z := 1, 2, 3
	x, y, z = z, x, y
	fmt.Println(x, y, z)
	n := &N{&N{nil, 2}, 1}
	n, n.next = n.next, n
	fmt.Println(n.v, n.next == nil)
	var p *N = &N{v: 9}
	p, p.v = nil, 4
	fmt.Println(p)
	m := map[int]int{0: 1}
	k := 0
	k, m[k] = pair()
	fmt.Println(k, m)
	m[1], m[2] = m[0], m[1]
	fmt.Println(m)
	arr := [3]int{1, 2, 3}
	arr[0], arr = 100, [3]int{7, 8, 9}
	fmt.Println(arr)
	arr, arr[1] = [3]int{4, 5, 6}, 50
	fmt.Println(arr)
	var e any
	e, ok := any(5).(int)
	fmt.Println(e, ok)
	var f float64
	f, _ = 3, 4
	fmt.Println(f)
	var i8 int8 = 127
	i8 += 1
	fmt.Println(i8)
	i8 -= 1
	i8 *= 2
	i8 <<= 1
	i8 |= 5
	i8 &^= 4
	i8 ^= -1
	i8 %= 3
	fmt.Println(i8)
	s := "a"
	s, t := s+"b", s
	fmt.Println(s, t)
	func() {
		defer func() { fmt.Println(recover(), a) }()
		j := 10
		a[0], a[j] = 77, 88
	}()
	func() {
		defer func() { fmt.Println(recover(), a) }()
		var mm map[string]int
		a[1], mm["x"] = 55, 66
	}()
	func() {
		defer func() { fmt.Println(recover(), a) }()
		var q *N
		a[2], q.v = 33, 44
	}()
	b := a[:2]
	b, a[0] = a[2:], b[1]
	fmt.Println(a, b)
	c := [2][2]int{{1, 2}, {3, 4}}
	c[0], c[1] = c[1], c[0]
	c[0][0], c[1] = 9, c[0]
	fmt.Println(c)
	u, v := 1, 2
	u, v = v, u+v
	u, v = v, u+v
	fmt.Println(u, v)
	fn := func() (int, []int) { a = append(a, 5); return len(a), a }
	g, h := fn()
	fmt.Println(g, h)
	var st struct{ a, b int }
	st.a, st.b = 1, st.a+1
	st, st.a = struct{ a, b int }{5, 6}, 7
	fmt.Println(st)
}
