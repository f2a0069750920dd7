package main

import "fmt"

type Shape interface {
	Area() float64
	Perimeter() float64
}
type Sq struct{ s float64 }

func (q Sq) Area() float64       { return q.s }
func (q *Sq) Perimeter() float64 { return q.s }

type E struct{ error }
type F struct {
	E
	fmt.Stringer
	x, y int `json:"x"`
}
type RO <-chan int
type Fn func(int, ...string) (int, error)

func take(s Shape)       {}
func multi() (int, int, string) { return 1, 2, "" }
func variadic(xs ...int) {}
func named() (a, b int)  { return 1 }
func named2() (a, b int) { return 1, 2, 3 }
func named3() (a int, b string) {
	return "x", 1
}
func noresult() { return 5 }
func gen[T any, U comparable](t T, u U) (T, U) { return t, u }

func main() {
	take(Sq{})
	take(&Sq{})
	take(nil)
	take(5)
	take(struct{}{})
	var s Shape = &Sq{1}
	var q Sq = s
	q = s.(Sq)
	p := s.(*Sq)
	_ = s.(fmt.Stringer)
	_ = s.(interface{ Area() int })
	_, _ = p, q
	a, b := multi()
	a, b, c := multi()
	a, b, c, d := multi()
	variadic(multi())
	variadic(1, 2, "3")
	variadic([]int{1}...)
	variadic([]string{"a"}...)
	variadic(1, []int{2}...)
	x := noresult()
	fmt.Println(noresult())
	_ = named
	var r RO
	r <- 1
	close(r)
	for v := range r {
		v = "s"
	}
	var fn Fn = func(int, string) (int, error) { return 0, nil }
	fn(1, 2)
	fn()
	var m map[string]int
	m[1] = 2
	m["a"] = "b"
	m.x = 5
	delete(m, 5)
	for k, v := range m {
		k = 1
	}
	if m["a"] {
	}
	if v, ok := m["a"]; ok == 1 {
	}
	v, ok := m["a"], 1
	w, ok, z := m["a"]
	var i interface{} = 1
	i++
	i + 1
	_ = i.foo
	_ = i.(type)
	i.(int) = 5
	ii, ok := i.(int)
	ptr := &5
	ptr2 := &m["a"]
	ptr3 := &multi
	var arr [3]int = [4]int{}
	arr = []int{1, 2, 3}
	arr[5] = 1
	sl := arr[1:10]
	sl = arr
	sl == sl
	_ = sl == arr[:]
	_ = [...]int{1, 2} == [2]int{1, 2}
	_ = [3]int{} == [2]int{}
	var f1 float64 = 1
	var i1 int = f1
	i1 = int(f1) + f1
	i1 = i1 + 1.5
	i1 = i1 / 0.5
	f1 = f1 % 2
	f1 <<= 1
	var u8 uint8 = 256
	u8 = -1
	u8 = u8 + 256
	u8 = u8 << 8
	u8 = 1 << 8
	u8 = uint8(i1) + i1
	str := "a" + 1
	str = "a" * 2
	str = 'a'
	str = string(1.5)
	str[0] = 'x'
	_ = &str[0]
	_ = str == nil
	_ = len(str, str)
	_ = str.len
	const cc = len(str)
	const cd = len("abc")
	const ce int = 1.5
	const cf = fmt.Sprint("x")
	var t = gen
	gen[int]()
	gen(1)
	gen[int, string](1, 2)
	gen(1, []int{})
	gen[int, []int](1, nil)
	go fmt.Println
	defer variadic
	go (func() {})()
	defer (fmt.Println("x"))
	switch s := s.(type) {
	case *Sq, nil:
		s.foo()
	case Sq:
	case int:
	case fmt.Stringer:
		s.Area()
	}
	func() int {
		if true {
			return 1
		}
	}()
	func(a int, a int) {}(1, 2)
	_ = func() (int, int) { return 1 }
	var e E = fmt.Errorf("x")
	_ = F{E{}, nil, 1, 2, 3}
	_ = F{E: E{}, x: 1, z: 2}
	_ = F{}.z
	_ = F{}.Error().x
	_ = []int{1, "2", 3.5, 'a', nil}
	_ = map[string][]int{"a": {1, "b"}, 5: nil}
	_ = [][]int{{1}, 2, {"a"}}
	_ = []*Sq{{1}, &Sq{2}, {"x"}}
	_ = struct{ a, b int }{1}
	_ = struct{ a int }{b: 1}
	_ = &[]Shape{Sq{}}
}
