// What reflection says of conversions between a struct and a type declared as it, here or in another package, with unexported fields.
package main

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"time"
)

type t1 time.Time
type b1 bytes.Buffer
type m1 sync.Mutex
type r1 strings.Reader
type own struct {
	a int `x:"y"`
	B string
}
type mine own
type untagged struct {
	a int
	B string
}

func main() {
	for _, p := range [][2]any{{t1{}, time.Time{}}, {time.Time{}, t1{}}, {b1{}, bytes.Buffer{}}, {m1{}, sync.Mutex{}}, {r1{}, strings.Reader{}}, {mine{}, own{}}, {own{}, untagged{}}, {struct{ a int; B string }{}, own{}}, {&t1{}, &time.Time{}}, {&mine{}, &own{}}} {
		a, b := reflect.TypeOf(p[0]), reflect.TypeOf(p[1])
		fmt.Println(a, b, a.ConvertibleTo(b), a.AssignableTo(b))
	}
}
