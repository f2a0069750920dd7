package main

import (
	"context"
	"fmt"
	. "math"
	str "strings"
	"sync"
	"io"
	m "maps"
)

type Handler func(ctx context.Context, args ...string) error

type Opts struct {
	A, B int
	C    string `json:"c"`
	d    bool
	F    func(int) error
	M    map[string][]int
	P    *Opts
}

type Err struct{}

func (e *Err) Error() string { return "" }

func do() error {
	var e Err
	return e
}
func do2() (x int, err error) {
	if x := 1; x > 0 {
		err := do()
		return
	}
	return x, err, nil
}
func do3() (int, error) { return do2(), nil }
func do4() error        { return do2() }
func do5(int, string)   {}
func do6(a int, b ...int) {}
func do7() (a, b int)   { return 1 }
func do8() (a int, b string) { return 1, "" }

func main() {
	var h Handler = func(ctx context.Context, args []string) error { return nil }
	h = func(ctx context.Context) error { return nil }
	h(nil, 1)
	h("a")
	h()
	go h
	defer do
	go func() {}
	defer recover()
	defer panic("x")
	go int(3)
	defer len("a")
	do5(do2())
	do5(1, 2, 3)
	do5(1)
	do6()
	do6(1, []int{2})
	do6(1, []int{2}...)
	do6(1, 2, []int{2}...)
	do6([]int{1}...)
	a, b := do5(1, "a")
	a, b, c := do7()
	a = do7()
	var d, e int = do7(), 1
	var f = do5
	f = do6
	_ = do5(1, "a")
	x := Opts{1, 2}
	x = Opts{A: 1, 2}
	x = Opts{A: 1, Z: 3}
	x = Opts{a: 1}
	x = &Opts{}
	x.F = func(s string) error { return nil }
	x.F(1)
	x.F(1, 2)
	x.M["a"] = 1
	x.M["a"][0] = "s"
	x.M[1] = nil
	x.P.P.q = 1
	x.P = x
	x.P = nil
	x = nil
	if x == nil {
	}
	if x == (Opts{}) {
	}
	if x.P {
	}
	if x.A = 1; x.A {
	}
	for x.A = 0; x.A; x.A++ {
	}
	switch x.A {
	case "a":
	case 1, 1:
	case 2.5:
	case x.C:
	case nil:
	}
	switch {
	case 1:
	case x.A == 1:
	case "a" == 1:
	}
	switch y := x.A; y {
	}
	var i interface{ Foo() } = x
	i.Bar()
	i.Foo(1)
	var er error = Err{}
	er = &x
	if er, ok := er.(*Opts); ok {
	}
	if er, ok := er.(Err); ok {
	}
	_, ok := er.(fmt.Stringer).(error)
	var r io.Reader = str.NewReader("a").Len()
	var w io.Writer = str.NewReader("a")
	var mu sync.Mutex
	mu.Lock(1)
	Sqrt("a")
	Sqrt(1, 2)
	y := Pi + "a"
	_ = m.Keys([]int{})
	ch := make(chan<- int)
	v := <-ch
	v, ok := <-ch
	var ro <-chan int = ch
	ro <- 1
	ch <- "a"
	select {
	case v := <-ch:
	case ro <- 1:
	case <-ro:
	}
	for {
		break L
		continue M
		goto N
	}
L:
	for {
	}
	"a"
	1 + 2
	-x.A
	x
	x.A
	do
	func() {}
	len("a")
	append([]int{}, 1)
	make([]int, 1)
	new(int)
	[]int{1}
	x.P.F
	*x.P
	<-ro
	x.A == 1
}
