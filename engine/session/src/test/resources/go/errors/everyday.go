package main
import ("fmt"; "os")
func f(x int) int { return x }
func g() (int, error) { return 0, nil }
func main() {
	fmt.Println("a" + 1)
	fmt.Println("a" + 'b')
	var s string = "a" + f(1)
	var n int = "1" + "2"
	if f(1) == nil { }
	if err := g(); err != nil { }
	if g() { }
	v, ok := f(1)
	v, ok := map[string]int{}[1]
	v2, ok2 := []int{1}[0]
	v3, ok3 := 5
	var ptr *int = &5
	var e error = nil
	e.Foo()
	e.error()
	fmt.Println(e.Error)
	fmt.Println(e.Error() + 1)
	os.Args[0] = 1
	os.Args.foo()
	for i := 0; i < 10; i++ { fmt.Println(i) }
	fmt.Println(i)
	func() { return 1 }()
	x := func(a int) string { return a }
	x("a")
	y := x(1) + 1
	var a [3]int = []int{1, 2, 3}
	var b []int = [3]int{1, 2, 3}[:]
	const c = f(1)
	var m map[string]int = nil
	m.foo = 1
	m[1] = 2
	m["a"] = "b"
	delete(m, 1)
	type L struct { L }
	var fn func(int) = f
	fn = func(s string) {}
	fn = f(1)
	fn(1, 2)
	z := fn(1)
	fmt
	fmt.Println
	_ = fmt
	int
	_ = int
	_ = []int
}
