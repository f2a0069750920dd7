// A method has one function, whether the program names it or reflection finds it.
package main

import (
	"fmt"
	"reflect"
)

type inner struct{ x int }

func (in *inner) Name() string { return fmt.Sprint("inner ", in.x) }
func (in inner) Value() int    { return in.x }

type promoted struct {
	y int
	inner
}

type hiding struct {
	y int
	inner
}

func (h *hiding) Name() string { return fmt.Sprint("hiding ", h.y) }

type box[T any] struct{ v T }

func (b box[T]) Get() T   { return b.v }
func (b *box[T]) Set(v T) { b.v = v }

type named interface{ Name() string }

type held struct{ named }

func same(t reflect.Type, method string, f any) bool {
	m, ok := t.MethodByName(method)
	return ok && m.Func.UnsafePointer() == reflect.ValueOf(f).UnsafePointer()
}

func through[T any](v, w T) (T, T) {
	b := box[T]{v}
	get, set := box[T].Get, (*box[T]).Set
	before := get(b)
	set(&b, w)
	return before, (*box[T]).Get(&b)
}

func assertAs[T comparable, V any](v V, want T) bool {
	got, ok := reflect.TypeAssert[T](reflect.ValueOf(&v).Elem())
	return ok && got == want
}

func attempt(f func()) {
	defer func() { fmt.Println("recovered:", recover()) }()
	f()
}

func main() {
	p, h := reflect.TypeFor[*promoted](), reflect.TypeFor[*hiding]()
	fmt.Println(same(p, "Name", (*promoted).Name), same(h, "Name", (*hiding).Name), same(h, "Name", (*promoted).Name))
	fmt.Println(same(p, "Value", (*promoted).Value), same(reflect.TypeFor[promoted](), "Value", promoted.Value))
	fmt.Println((*promoted).Name(&promoted{1, inner{2}}), (*hiding).Name(&hiding{3, inner{4}}), promoted.Value(promoted{5, inner{6}}))
	fmt.Println(held.Name(held{&inner{7}}), (*held).Name(&held{&hiding{y: 8}}), named.Name(&inner{9}))
	fmt.Println(through(1, 2))
	fmt.Println(through("a", "b"))
	attempt(func() { (*inner).Value(nil) })

	// a parameter whose type argument is written takes what can be assigned to it
	v := box[int]{1}
	fmt.Println(assertAs[any](v, v), assertAs[any](7, 7), assertAs[fmt.Stringer](1, nil), assertAs[named](&inner{1}, nil))
	fmt.Println(assertAs(fmt.Stringer(reflect.Int), reflect.Int), assertAs(any(v), v), assertAs(any(v), any(v)))

	empty := reflect.TypeOf([0]struct{ _ box[string] }{})
	fmt.Println(empty.Comparable(), reflect.Zero(empty).Equal(reflect.Zero(empty)))
	for _, t := range []reflect.Type{reflect.TypeFor[*any](), reflect.TypeFor[**int]()} {
		attempt(func() { reflect.StructOf([]reflect.StructField{{Name: "X", Anonymous: true, Type: t}}) })
	}
}
