// What run-time errors are beside their words: their types, their fields, what other verbs of fmt show of them.
package main

import (
	"errors"
	"fmt"
	"reflect"
	"runtime"
)

type wide struct{ values [4]int }

type moving interface{ Move() }

type stopping interface {
	moving
	Stop()
}

type car struct{}

func (car) Move() {}

//go:noinline
func opaque[T any](v T) T { return v }

func caught(f func()) (r any) {
	defer func() { r = recover() }()
	f()
	return nil
}

func show(what string, f func()) {
	r := caught(f)
	t := reflect.TypeOf(r)
	fmt.Printf("%s: %T %v, %d bytes, comparable %t", what, r, t.Kind(), t.Size(), t.Comparable())
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	} else {
		fmt.Printf(", %#v %d", r, r)
	}
	if t.Kind() == reflect.Struct {
		for i := range t.NumField() {
			f := t.Field(i)
			fmt.Printf(" %s/%v@%d", f.Name, f.Type.Kind(), f.Offset)
		}
	}
	var of runtime.Error
	var wrong *runtime.TypeAssertionError
	var none *runtime.PanicNilError
	err := fmt.Errorf("wrapped: %w", r.(error))
	fmt.Println("", errors.As(err, &of), errors.As(err, &wrong), errors.As(err, &none), errors.Is(err, r.(error)), of)
}

func bounds(what string, f func()) {
	r := caught(f)
	fmt.Printf("%s: %d %#[2]v %[2]v\n", what, r)
	fmt.Println(r == caught(f), reflect.ValueOf(r).Field(0).Int(), reflect.ValueOf(r).Field(3).Uint())
}

func assertion(what string, f func()) {
	r := caught(f).(*runtime.TypeAssertionError)
	v := reflect.ValueOf(r).Elem()
	fmt.Print(what, ": ", r)
	for i := range 3 {
		fmt.Print(" ", v.Field(i).IsNil())
	}
	fmt.Printf(" %q\n", v.Field(3).String())
}

func indices() {
	s := opaque([]int{1, 2, 3})
	text := opaque("abc")
	array := opaque(new([4]int))
	five, minus := opaque(5), opaque(-1)
	bounds("index", func() { _ = s[five] })
	bounds("negative index", func() { _ = s[minus] })
	bounds("byte", func() { _ = s[opaque(byte(200))] })
	bounds("int8", func() { _ = s[opaque(int8(-7))] })
	bounds("uint64", func() { _ = s[opaque(uint64(1<<63))] })
	bounds("uint", func() { _ = text[opaque(uint(7))] })
	bounds("constant", func() { _ = s[31] })
	bounds("large constant", func() { _ = s[32] })
	bounds("constant without a sign", func() { _ = s[uint(50)] })
	bounds("array", func() { _ = array[five] })
	bounds("string", func() { _ = text[five] })
}

func slices() {
	s := opaque([]int{1, 2, 3})
	text := opaque("abc")
	array := opaque(new([4]int))
	five, minus := opaque(5), opaque(-1)
	bounds("high over capacity", func() { _ = s[:five] })
	bounds("negative high", func() { _ = s[:minus] })
	bounds("high over length", func() { _ = text[:five] })
	bounds("low over length", func() { _ = s[five:] })
	bounds("low over high", func() { _ = s[five:2] })
	bounds("constant low", func() { _ = s[40:] })
	bounds("small constant low", func() { _ = s[4:] })
	bounds("large low", func() { _ = s[opaque(uint64(1<<63)):] })
	bounds("max over capacity", func() { _ = s[0:1:five] })
	bounds("max over length", func() { _ = array[1:2:five] })
	bounds("high over max", func() { _ = s[:five:3] })
	bounds("low over high, full", func() { _ = s[3 : five-3 : 3] })
	bounds("to an array", func() { _ = [4]int(s) })
	bounds("to a pointer to a larger one", func() { _ = (*[40]int)(s) })
}

func main() {
	indices()
	slices()

	zero, minus := opaque(0), opaque(-1)
	unhashable := any([]int{})
	show("index", func() { _ = opaque([]int{})[opaque(5)] })
	show("nil", func() { _ = opaque((*wide)(nil)).values[1] })
	show("nil map", func() { opaque(map[string]int(nil))["a"] = 1 })
	show("divide", func() { _ = 7 / zero })
	show("shift", func() { _ = 7 << minus })
	show("hash", func() { opaque(map[any]int{})[unhashable] = 1 })
	show("compare", func() { _ = unhashable == opaque(unhashable) })
	show("close", func() { close(opaque(chan int(nil))) })
	show("make", func() { _ = make([]int, minus) })
	show("make a channel", func() { _ = make(chan int, minus) })
	show("assertion", func() { _ = unhashable.(string) })
	show("no value", func() { panic(nil) })
	fmt.Printf("%+v %#[1]v %d\n", caught(func() { panic(nil) }), any(*caught(func() { panic(nil) }).(*runtime.PanicNilError)))

	var empty any
	var still moving
	assertion("other type", func() { _ = unhashable.(string) })
	assertion("nil", func() { _ = empty.(string) })
	assertion("no method", func() { _ = unhashable.(moving) })
	assertion("nil to an interface", func() { _ = empty.(moving) })
	assertion("one method of two", func() { _ = moving(car{}).(stopping) })
	assertion("other type of an interface with methods", func() { _ = moving(car{}).(*car) })
	assertion("nil of one", func() { _ = still.(car) })
	fmt.Println(caught(func() { _ = new(runtime.TypeAssertionError).Error() }))
}
