package main

import (
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"testing"
)

type method interface{ M() }

type one struct{ p *int }

// What is a single pointer in all lies in an interface itself, whatever arrays and structs are around it.
func main() {
	fmt.Println([1]*int{}, [1]any{nil}, [1]method{}, [1]map[int]int{}, struct{ p *int }{}, struct{ x [1]*int }{})
	fmt.Println(any(one{}) == any(one{}), reflect.ValueOf([1]*int{}).Index(0).IsNil())
	padded := struct {
		b byte
		z [0]*byte
	}{b: 7}
	fmt.Println(any(padded) == any(padded), reflect.TypeOf(padded).Size())

	var timeout interface{ Timeout() bool }
	fmt.Println(errors.As(&fs.PathError{Op: "op", Err: errors.New("x")}, &timeout), timeout)

	b, c := []byte("a text"), []byte("a text")
	m := map[string]int{"a text": 1}
	same := 0
	fmt.Println(testing.AllocsPerRun(100, func() {
		if string(b) == string(c) {
			same += m[string(b)]
		}
		for _, x := range []byte(string("xy")) {
			same += int(x)
		}
	}))
}
