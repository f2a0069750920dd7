// Methods that are called through interfaces, and are functions for reflection as well: each type has them in both forms, whichever is
// asked for first.
package main

import (
	"fmt"
	"reflect"
)

type comparer interface{ Equal(other any) bool }

type marker interface{ mark() string }

type words struct{ first, second string }

func (w words) Equal(other any) bool { return w == other }
func (w words) mark() string         { return w.first + w.second }

type number float64

func (n number) Equal(other any) bool { return n == other }

type row [3]int16

func (r row) Equal(other any) bool { return r == other }

type empty struct{}

func (empty) Equal(other any) bool { return other == empty{} }

type pointed struct{ at *int }

func (p pointed) Equal(other any) bool { return p == other }

type around struct {
	*words
	more string
}

type within struct {
	number
	comparer
	left, right int
}

func (w within) Equal(other any) bool { return w.comparer.Equal(other) && w.number.Equal(w.number) }

type dictionary map[string]int

func (d dictionary) Equal(other any) bool { return len(d) == len(other.(dictionary)) }

type behind struct{ n int }

func (b *behind) Equal(other any) bool { return b.n == other.(*behind).n }

type looker interface{ at(x any) }

type looking struct{}

var look looker = looking{}

var called comparer = words{"p", "q"}

func all() []any {
	n := 1
	return []any{
		words{"a", "b"}, &words{"c", "d"}, number(1.5), row{1, 2, 3}, empty{}, pointed{&n}, around{&words{"e", "f"}, "g"},
		within{2, words{"h", "i"}, 3, 4}, dictionary{"j": 1}, &behind{5},
	}
}

func main() {
	var m marker = words{"x", "y"}
	fmt.Println(called.Equal(words{"p", "q"}), called.Equal(1), m.mark())
	for _, x := range all() {
		fmt.Print(x.(comparer).Equal(argument(x)), " ")
		look.at(x)
	}
}

// argument is what x says it equals.
func argument(x any) any {
	switch x := x.(type) {
	case *words:
		return *x
	case around:
		return *x.words
	case within:
		return x.comparer
	}
	return x
}

// at is called through an interface, so that what it needs is found after what it is given has been called so.
func (looking) at(x any) {
	t := reflect.TypeOf(x)
	m, ok := t.MethodByName("Equal")
	fmt.Print(ok, " ", m.Type, " ")
	in := []reflect.Value{reflect.ValueOf(x), reflect.ValueOf(argument(x))}
	fmt.Print(m.Func.Call(in)[0], " ", reflect.ValueOf(x).Method(m.Index).Call(in[1:])[0])
	in[1] = reflect.ValueOf(argument)
	if t.Kind() != reflect.Map && t.Kind() != reflect.Pointer {
		fmt.Print(" ", m.Func.Call(in)[0])
	}
	fmt.Println()
}
