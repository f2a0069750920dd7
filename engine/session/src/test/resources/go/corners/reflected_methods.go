// Methods that reflection finds, called as functions: receivers and results too large for registers of a call.
package main

import (
	"fmt"
	"reflect"
)

type array struct{ x [3]int }

func (a array) Set(i, v int) array     { a.x[i] = v; return a }
func (a *array) Put(i, v int) [3]int   { a.x[i] = v; return a.x }
func (a array) Two() (array, int)      { return a.Set(0, 1), a.x[0] }
func (a array) Sum(b array) (array, string) { return array{[3]int{a.x[0] + b.x[0], 0, 1}}, "s" }

func main() {
	a := array{[3]int{1, 2, 3}}
	t := reflect.TypeOf(a)
	fmt.Println(t.Method(0).Name, t.Method(0).Func.Call([]reflect.Value{reflect.ValueOf(a), reflect.ValueOf(1), reflect.ValueOf(5)})[0])
	for i := range t.NumMethod() {
		fmt.Println(t.Method(i).Name, t.Method(i).Type)
	}
	m, _ := t.MethodByName("Sum")
	f := m.Func.Interface().(func(array, array) (array, string))
	fmt.Println(f(a, a))
	p := reflect.TypeOf(&a)
	for i := range p.NumMethod() {
		fmt.Println(p.Method(i).Name, p.Method(i).Type)
	}
	fmt.Println(p.Method(0).Func.Call([]reflect.Value{reflect.ValueOf(&a), reflect.ValueOf(1), reflect.ValueOf(5)})[0])
	m, _ = p.MethodByName("Set")
	fmt.Println(m.Func.Call([]reflect.Value{reflect.ValueOf(&a), reflect.ValueOf(1), reflect.ValueOf(7)})[0])
	m, _ = p.MethodByName("Two")
	r := m.Func.Call([]reflect.Value{reflect.ValueOf(&a)})
	fmt.Println(r[0], r[1])
	fmt.Println(reflect.ValueOf(a).Method(0).Call([]reflect.Value{reflect.ValueOf(1), reflect.ValueOf(5)})[0])
	g := array.Set
	h := t.Method(0).Func
	fmt.Println(h.Pointer() != 0, g(a, 0, 9))
}
