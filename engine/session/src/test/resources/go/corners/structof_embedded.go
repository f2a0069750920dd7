// Which embedded fields StructOf takes, and in what words it refuses the others.
package main

import (
	"fmt"
	"reflect"
)

type value int

func (v value) Get() int { return int(v) }

type pointer struct{ n int }

func (p *pointer) Get() int  { return p.n }
func (p *pointer) Set(n int) { p.n = n }

type direct struct{ p *int }

func (d *direct) Get() int { return *d.p }

type directValue struct{ p *int }

func (d directValue) Get() int { return *d.p }

type plain struct{ p *int }

type chanType chan int

type Get interface{ Get() int }

type unnamed = struct{ p *int }

func try(fields ...reflect.Type) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("  panic:", r)
		}
	}()
	var list []reflect.StructField
	for i, t := range fields {
		list = append(list, reflect.StructField{Name: string(rune('A' + i)), Type: t, Anonymous: t != reflect.TypeFor[int32]()})
	}
	t := reflect.StructOf(list)
	fmt.Println(" ", t.NumField())
}

func main() {
	other := reflect.TypeFor[int32]()
	for _, t := range []reflect.Type{
		reflect.TypeFor[value](), reflect.TypeFor[*value](), reflect.TypeFor[pointer](), reflect.TypeFor[*pointer](),
		reflect.TypeFor[direct](), reflect.TypeFor[*direct](), reflect.TypeFor[directValue](),
		reflect.TypeFor[plain](), reflect.TypeFor[*plain](), reflect.TypeFor[chanType](), reflect.TypeFor[unnamed](), reflect.TypeFor[int](), reflect.TypeFor[*int](),
		reflect.TypeFor[**int](), reflect.TypeFor[*Get](), reflect.TypeFor[map[string]int](),
	} {
		fmt.Println(t)
		try(t)
		try(t, other)
		try(other, t)
		try(t, reflect.StructOf(nil))
	}
}
