package main
import "os"
func (x int) foo() {}
func (os.File) bar() {}
func (*os.File) bar2() {}
func (p **T) baz() {}
type T struct{}
type P *T
func (P) m() {}
type I interface{}
func (I) m() {}
func (Undefined) m() {}
func (t []T) sl() {}
func main(a int) {}
func init() int { return 1 }
func noBody()
type A = T
func (A) viaAlias() {}
func (t T) viaAlias() {}
var init = 1
func _() {}
func main2() { main2 := 1; init() }
