package main
import ("fmt"; "io"; "sort"; "errors")
type A interface { M(int) string; N() }
type T1 struct{}
type T2 struct{}
func (T2) M(string) string { return "" }
func (T2) N() {}
type T3 struct{}
func (*T3) M(int) string { return "" }
func (*T3) N() {}
type T4 struct{}
func (T4) m(int) string { return "" }
func (T4) N() {}
type T5 struct { A int }
type T6 struct { N int }
func (T6) M(int) string { return "" }
func use(A) {}
func ret() A { return T1{} }
func main() {
	var a A = T1{}
	a = T2{}
	a = T3{}
	a = T4{}
	a = T6{}
	use(T1{})
	use(&T1{})
	use(1)
	var w io.Writer = T1{}
	w = "x"
	sort.Sort([]int{1})
	fmt.Fprintln("x")
	fmt.Fprintln(T1{}, "x")
	_ = a.(T1)
	_ = a.(T2)
	_ = a.(T3)
	_ = a.(string)
	x := 1
	_ = x.(int)
	switch a.(type) { case T1: case *T3, T3: case int: case fmt.Stringer: case nil, nil: }
	switch x.(type) { }
	var e error = T1{}
	var e2 *T1
	errors.As(e, e2)
	var s fmt.Stringer = a
	var pa *A = &T3{}
	pa.N()
	var b interface{ M(int) string } = a
	a = b
	a = any(1)
	chans := []A{T1{}, T2{}, &T3{}}
	mm := map[string]A{"a": T1{}}
	ff := struct{ a A }{T1{}}
	ch := make(chan A); ch <- T1{}
	A(T1{})
	_ = A(T1{})
	_ = T1(a)
	_ = a == (T1{})
	_ = a == 1
	_ = &T3{} == a
}
