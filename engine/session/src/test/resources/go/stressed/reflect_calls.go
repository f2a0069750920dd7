// What calls through reflect hand over, as receivers, arguments and results, lives as long as somebody needs it.
package main

import (
	"fmt"
	"reflect"
	"strings"
)

type counter struct{ name *string }

func newCounter(name string) *counter {
	s := strings.Repeat(name, 2)
	return &counter{&s}
}

type report struct {
	Title string
	Lines []string
	Next  *report
	Any   any
}

func (c *counter) Join(parts []string, last any) (report, error) {
	text := strings.Join(parts, "+")
	return report{*c.name, []string{text, fmt.Sprint(last)}, &report{Title: text}, last}, fmt.Errorf("end of %s", text)
}

func (c *counter) Name() string { return *c.name }

type big [5]*string

func (c *counter) Five(b big) (big, *string) {
	for i, p := range b {
		s := *p + *c.name
		b[i] = &s
	}
	return b, b[4]
}

func main() {
	for round := range 20 {
		join := reflect.ValueOf(newCounter("ab")).MethodByName("Join")
		parts := []string{strings.Repeat("x", round), strings.Repeat("y", 3)}
		f := join.Interface().(func([]string, any) (report, error))
		r, err := f(parts, strings.Repeat("z", 2))
		if r.Title != "abab" || r.Lines[0] != strings.Repeat("x", round)+"+yyy" || r.Next.Title != r.Lines[0] || r.Any != "zz" {
			fmt.Println("wrong:", round, r)
		}
		if err.Error() != "end of "+r.Lines[0] {
			fmt.Println("wrong error:", err)
		}
		out := reflect.ValueOf(newCounter("q")).MethodByName("Name").Call(nil)
		if out[0].String() != "qq" {
			fmt.Println("wrong name:", out[0])
		}
		var b big
		for i := range b {
			s := strings.Repeat("-", i)
			b[i] = &s
		}
		five := reflect.ValueOf(newCounter("5")).MethodByName("Five").Call([]reflect.Value{reflect.ValueOf(b)})
		for i, p := range five[0].Interface().(big) {
			if *p != strings.Repeat("-", i)+"55" {
				fmt.Println("wrong element:", i, *p)
			}
		}
		if *five[1].Interface().(*string) != "----55" {
			fmt.Println("wrong last:", five[1])
		}
		swap := reflect.MakeFunc(reflect.TypeOf(func(string, []int) ([]int, string) { return nil, "" }), func(in []reflect.Value) []reflect.Value {
			return []reflect.Value{in[1], in[0]}
		}).Interface().(func(string, []int) ([]int, string))
		n, s := swap(strings.Repeat("s", 3), append([]int(nil), 1, 2, round))
		if len(n) != 3 || n[2] != round || s != "sss" {
			fmt.Println("wrong swap:", n, s)
		}
	}
	fmt.Println("done")
}
