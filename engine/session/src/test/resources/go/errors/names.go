package main
import ("fmt"; "strings"; "os"; str "strconv")
type T struct{ Name string; age int }
func (t T) Hello() {}
func (t *T) Ptr() {}
type I interface { Hello(); Ptr() }
func main() {
	foo()
	x := bar + 1
	fmt.println("x")
	fmt.Printn("x")
	fmt.PrintLn("x")
	strings.tolower("X")
	var t T
	t.name = "a"
	t.Age = 3
	t.hello()
	t.HELLO()
	t.nope()
	t.Nope = 1
	var p *T
	p.name = ""
	p.hello()
	var pp **T
	pp.Name = ""
	pp.Hello()
	var i I
	i.hello()
	i.Nope()
	var pi *I
	pi.Hello()
	os.exit(1)
	nosuch.Do()
	var q Undefined
	T.Foo()
	T{}.name()
	_ = T{name: "a", Age: 3, Foo: 4}
	_ = &T{nAme: "b"}
	_ = math.Pi
	var z fmt.Stringerr
	var w fmt.nope
	return nil
}
