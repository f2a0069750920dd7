package main

import (
	"fmt"
	"reflect"
)

type G[T any] struct{ X T }
type M[K comparable, V any] map[K]V
type A = G[int]
type E struct {
	A
	*M[string, int]
	f func(a int, b ...string) (c error)
}
type I interface {
	G(int) A
	private()
}
type Alias[T any] = map[string]T

func gen[T any]() {
	type L struct{ t T }
	type N[U any] struct{}
	fmt.Printf("%T %T %v\n", L{}, []L{}, reflect.TypeFor[L]().Name())
}

func main() {
	type Local struct{}
	for _, v := range []any{
		G[int]{}, &G[*Local]{}, G[G[string]]{}, M[string, []Local]{}, A{}, E{}, Alias[int]{},
		func(int, ...string) (a, b int) { return 0, 0 }, make(chan<- <-chan int), make(chan (<-chan int)), make(<-chan func()),
		[3]*int{}, map[[2]bool]struct {
			a int `tag:"x"`
			B, c string
		}{}, struct{ G[int] }{}, (*I)(nil), (*interface{ Error() string; fmt.Stringer })(nil), (*any)(nil), (*error)(nil), new(interface{}), 'a', byte(1), 1i, uintptr(1), [0]rune{}, G[any]{}, G[interface{ m() }]{}, G[struct{ a int }]{}, G[func(int) string]{}, G[map[string]A]{}, complex64(1), G[[3]G[int8]]{},
	} {
		fmt.Printf("%T\n", v)
	}
	gen[int]()
	gen[Local]()
	gen[G[Local]]()
	t := reflect.TypeFor[E]()
	for i := range t.NumField() {
		f := t.Field(i)
		fmt.Println(f.Name, f.Type, f.Anonymous, f.PkgPath, f.Offset)
	}
	fmt.Println(reflect.TypeFor[I]().Method(0).Type, reflect.TypeFor[G[Local]]().Name(), reflect.TypeFor[G[int]]().PkgPath(), reflect.TypeFor[G[int]]().String())
	fmt.Printf("%v %+v %#v\n", G[A]{A{1}}, G[A]{A{1}}, G[A]{A{1}})
	fmt.Printf("%#v %#v %#v\n", M[string, int]{"a": 1}, []any{1, "x", nil, 2.0}, struct {
		a *int
		b any
		c []string
	}{})
}
