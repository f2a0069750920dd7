package main
import "fmt"
import "fmt"
import fmt2 "os"
import fmt2 "io"
type T struct { a int; a string; b, b int }
func (T) m() {}
func (T) m() {}
func (T) a() {}
func (*T) m() {}
type T int
func f() {}
func f() {}
var f = 1
const T = 1
type E struct { T; T }
type E2 struct { T; *T }
func g(a int, a string) {}
func h(a int) (a string) { return }
func (r T) k(r int) {}
func main() {
	x := 1
	var x int
	var fmt = 1
	switch x { case 1: case 2, 1: }
	switch "a" { case "b", "b": }
	switch { case true: case true: }
	switch any(x).(type) { case int: case string, int: }
	_ = map[string]int{"a": 1, "a": 2}
	_ = map[int]int{1: 1, 1: 2}
	_ = []int{0: 1, 0: 2}
	_ = T{a: 1, a: 2}
	_ = struct{ a int }{1, 2}
	_ = struct{ a, b int }{1}
	_ = struct{ a, b int }{a: 1, 2}
	_ = struct{ a, b int }{"x", 2}
	_ = struct{ a int }{c: 1}
L:
	for { break L }
L:
	for { continue L }
	var ch chan<- int
	<-ch
	var rc <-chan int
	rc <- 1
	x <- 1
	<-x
	for range ch { }
	if x { }
	for x { }
	if x == "a" { }
	if nil == nil { }
	if f == nil { }
	if f == f { }
	if ([]int{} == []int{}) { }
	_ = x && true
	_ = x || x
	_ = x + 1.5
	_ = x + "a"
	var y int64
	_ = x + y
	_ = x == y
	_ = x < "a"
	_ = struct{}{} < struct{}{}
	_ = map[string]int{} == nil
	_ = map[[]int]string{}
	_ = &1
	_ = &f()
	_ = *x
	_ = x.foo
	_ = x()
	_ = x[0]
	_ = x[1:2]
}
func init() int {}
func init(a int) {}
