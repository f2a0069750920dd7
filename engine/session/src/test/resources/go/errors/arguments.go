package main
import "fmt"
func f(a int, b string) (int, error) { return 0, nil }
func g() {}
func v(a int, s ...string) {}
func one(a int) int { return a }
type M struct{}
func (M) m(x int) {}
func main() {
	f()
	f(1)
	f(1, "a", 3)
	f("a", 1)
	one(f(1, "a"))
	f(one(1))
	v()
	v(1, 2)
	v(1, "a", 2)
	v(1, []string{"a"})
	v(1, "x", []string{"a"}...)
	v("x", []int{1}...)
	one([]int{1}...)
	g(1)
	M{}.m()
	M{}.m(1, 2)
	M.m(1)
	M.m(M{}, "s")
	x := f(1, "a")
	a, b, c := f(1, "a")
	var d, e int = f(1, "a")
	var h int = f(1, "a")
	y := g()
	a, b = g()
	var z int = g()
	_ = g()
	fmt.Println(g())
	fmt.Println(f(1, "a"), 1)
	len(1)
	len("a", "b")
	_ = len()
	_ = cap("abc")
	_ = append()
	_ = append(1, 2)
	append([]int{}, 1)
	_ = append([]int{}, "a")
	_ = append([]int{}, []int{}) 
	_ = copy([]int{}, []string{})
	_ = make(int)
	_ = make([]int)
	_ = make([]int, -1)
	_ = make([]int, 5, 3)
	_ = make([]int, "a")
	_ = make([]int, 1, 2, 3)
	_ = make(map[string]int, 1, 2)
	_ = new()
	_ = new(int, 2)
	delete(map[string]int{}, 1)
	delete([]int{}, 1)
	delete(map[string]int{})
	close(1)
	close(make(<-chan int))
	panic()
	panic(1, 2)
	_ = min()
	_ = min(1, "a")
	_ = max(1, []int{})
	clear(1)
	5()
	"a"()
	one(1)(2)
	one
	one(1) + 1
	1 + 2
	"abc"
	func() {}
}
