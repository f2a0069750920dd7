package main

import "fmt"

type Base struct {
	ID   int
	Name string
}

func (b Base) Hello() string     { return b.Name }
func (b *Base) SetName(n string) { b.Name = n }

type Other struct {
	ID int
	Base2
}
type Base2 struct{ X int }

func (Base2) Hello() string { return "" }

type Derived struct {
	Base
	Other
	name string
}
type Dup struct {
	Base
	*Base
}
type PS struct {
	*fmt.Stringer
}
type Namer interface{ SetName(string) }
type Greeter interface {
	Hello() string
	Namer
}

func (d Derived) Hello(x int) {}
func (d Derived) name()       {}
func (Derived) Foo()
func (d *Derived) Hello() string { return "" }
func (d **Derived) Bar()         {}
func (d []int) Bar()             {}
func (d int) Bar()               {}
func (d fmt.Stringer) Bar()      {}
func (d Greeter) Bar()           {}
func (nosuch) Quux()             {}
func init(x int)                 {}
func main() int                  { return 1 }

func use() {
	d := Derived{Base{1, "a"}, Other{}}
	d = Derived{Base: Base{1}, Other: Other{}, name: 1}
	d = Derived{ID: 1}
	d = Derived{Name: "x"}
	d = Derived{Base: Base{Id: 1}}
	d = Derived{1, 2, 3, 4}
	d = Derived{Base: Base{}, "x"}
	d = Derived{Base: Base{}, Base: Base{}}
	d.ID = 1
	d.X = "x"
	d.Hello(1)
	d.Missing()
	d.Base.Missing = 1
	d.setName("x")
	var n Namer = d
	var g Greeter = Base{}
	g = &Base2{}
	n.Hello()
	Base{}.SetName("x")
	Base.SetName(Base{}, "x")
	(*Base).Hello(&Base{})
	Derived.Nothing(d)
	var f func(Base) = Base.Hello
	m := map[string]Base{}
	m["a"].Name = "x"
	m["a"].SetName("y")
	getBase().Name = "z"
	getBase().SetName("z")
	_ = &getBase()
	_ = &m["a"]
	_ = *d
	_ = d[0]
	_ = d()
	_ = d.(Base)
	_ = n.(int)
	_ = n.(Base)
	_ = n.(*Base).Foo
	switch n.(type) {
	case Base:
	case *Base, *Base:
	case nil, nil:
	case string:
	}
	switch x := n.(type) {
	}
	switch d.(type) {
	}
}
func getBase() Base { return Base{} }
