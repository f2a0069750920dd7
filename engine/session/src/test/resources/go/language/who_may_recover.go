package main

import (
	"fmt"
	"reflect"
)

type T struct{ n int }

func (t T) Value()    { fmt.Println("Value", t.n, recover()) }
func (t *T) Pointer() { fmt.Println("Pointer", t.n, recover()) }

type V interface{ Value() }

func helper() any { return recover() }

func main() {
	run := func(name string, f func()) {
		defer func() { fmt.Println(name, "left with", recover()) }()
		f()
	}
	run("direct", func() { defer func() { fmt.Println(recover()) }(); panic(1) })
	run("helper", func() { defer func() { fmt.Println(helper()) }(); panic(2) })
	run("recover itself", func() { defer recover(); panic(3) })
	run("recover deferred twice", func() { defer func() { defer recover() }(); panic(4) })
	run("recover behind a panic", func() {
		defer func() {
			defer recover()
			panic("second")
		}()
		panic("first")
	})
	run("value method", func() { defer T{5}.Value(); panic(5) })
	run("pointer method", func() { defer (&T{6}).Pointer(); panic(6) })
	run("interface", func() { var v V = T{7}; defer v.Value(); panic(7) })
	run("interface of a pointer", func() { var v V = &T{8}; defer v.Value(); panic(8) })
	run("method value", func() { f := T{9}.Value; defer f(); panic(9) })
	run("interface method value", func() { var v V = T{10}; f := v.Value; defer f(); panic(10) })
	run("method expression", func() { f := T.Value; defer f(T{11}); panic(11) })
	run("reflected method", func() {
		f := reflect.ValueOf(&T{12}).MethodByName("Pointer").Interface().(func())
		defer f()
		panic(12)
	})
	run("made function", func() {
		f := reflect.MakeFunc(reflect.TypeOf(func() {}), func([]reflect.Value) []reflect.Value {
			fmt.Println("made", recover())
			return nil
		}).Interface().(func())
		defer f()
		panic(13)
	})
	run("call of reflect", func() { defer reflect.ValueOf(func() { fmt.Println("called", recover()) }).Call(nil); panic(14) })
	run("replaced", func() {
		defer func() { fmt.Println(recover()) }()
		defer func() { panic("new") }()
		panic("old")
	})
	run("recovered in between", func() {
		defer func() { panic("later") }()
		defer func() { fmt.Println(recover()) }()
		panic("sooner")
	})
}
