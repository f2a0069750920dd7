package main

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"
)

type V struct{ n int }

func (V) Val() string  { return where() }
func (*V) Ptr() string { return where() }

type E struct{ V }
type EP struct{ *V }
type I interface{ Val() string }
type List[T any] struct{ x T }

func (l *List[T]) Push(v T) {}
func (l List[T]) Get() T    { return l.x }

type EL struct{ List[int] }

//go:noinline
func where() string {
	pc, _, _, _ := runtime.Caller(1)
	return runtime.FuncForPC(pc).Name()
}

func name(f any) string { return runtime.FuncForPC(reflect.ValueOf(f).Pointer()).Name() }

//go:noinline
func each(y func(int) bool) { y(1) }

//go:noinline
func call(f func()) { f() }

func nest() {
	f := func() { fmt.Println(where()) }
	call(f)
	for range each {
		fmt.Println(where())
		g := func() { fmt.Println(where()) }
		call(g)
		for range each {
			fmt.Println(where())
			h := func() {
				fmt.Println(where())
				for range each {
					fmt.Println(where())
					k := func() { fmt.Println(where()) }
					call(k)
				}
			}
			call(h)
		}
		for range each {
			fmt.Println(where())
		}
	}
	j := func() { fmt.Println(where()) }
	call(j)
	for range each {
		fmt.Println(where())
		defer func() { fmt.Println(where()) }()
	}
}

var pkgFunc = func() string {
	for range each {
		return where()
	}
	return ""
}

func main() {
	v := &V{}
	e, ep := E{}, EP{v}
	var i I = v
	l := &List[int]{}
	var el EL
	var sb strings.Builder
	fmt.Println(name(v.Val), name(v.Ptr), name((*v).Val), name(e.Val), name(e.Ptr), name(ep.Val), name(ep.Ptr), name(i.Val))
	fmt.Println(name(V.Val), name((*V).Ptr), name((*V).Val), name(E.Val), name((*E).Ptr), name(EP.Val), name(EP.Ptr), name((*EP).Val), name(I.Val))
	fmt.Println(name(l.Push), name(l.Get), name(List[int].Get), name((*List[int]).Push), name((*List[string]).Get), name(el.Get), name(EL.Get), name((*EL).Push))
	fmt.Println(name(sb.Len), name((*strings.Builder).Len), name(fmt.Stringer.String), name(strings.ToUpper), name(main))
	nest()
	fmt.Println(pkgFunc())
	fmt.Println(v.Val(), v.Ptr(), e.Val(), e.Ptr(), ep.Val(), ep.Ptr(), i.Val(), I.Val(e), E.Val(e))
}
