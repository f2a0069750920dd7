package main

import (
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"sort"
	"strings"
)

type big struct {
	a, b, c, d, e int
	s             string
}

type small struct {
	a int8
	b float32
}

type T struct{ n int }

func (t T) Add(x int) int                     { return t.n + x }
func (t *T) Set(x int)                        { t.n = x }
func (t T) Many(p string, rest ...int) string { return fmt.Sprint(p, t.n, rest) }
func (t T) Big(b big) (big, error)            { b.a += t.n; return b, errors.New("e") }

type Adder interface{ Add(int) int }

func main() {
	var swap func(int, int) (int, int)
	fv := reflect.MakeFunc(reflect.TypeOf(swap), func(in []reflect.Value) []reflect.Value {
		return []reflect.Value{in[1], in[0]}
	})
	swap = fv.Interface().(func(int, int) (int, int))
	fmt.Println(swap(1, 2))
	fmt.Println(fv.Call([]reflect.Value{reflect.ValueOf(3), reflect.ValueOf(4)})[0])

	set := func(f any, body func([]reflect.Value) []reflect.Value) {
		v := reflect.ValueOf(f).Elem()
		v.Set(reflect.MakeFunc(v.Type(), body))
	}
	echo := func(in []reflect.Value) []reflect.Value { return in }
	var mixed func(bool, int8, uint16, float32, float64, complex64, complex128, string, []int, any, error, map[string]int, *int, chan int, func() int, small, big, [3]int, [1]string, struct{}) (bool, int8, uint16, float32, float64, complex64, complex128, string, []int, any, error, map[string]int, *int, chan int, func() int, small, big, [3]int, [1]string, struct{})
	set(&mixed, echo)
	x := 7
	a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t := mixed(true, -3, 65535, 1.5, 2.5, 1+2i, 3+4i, "text", []int{1, 2}, "any", errors.New("err"), map[string]int{"k": 1}, &x, nil, func() int { return 9 }, small{1, 2}, big{1, 2, 3, 4, 5, "s"}, [3]int{1, 2, 3}, [1]string{"one"}, struct{}{})
	fmt.Println(a, b, c, d, e, f, g, h, i, j, k, l, *m, n, o(), p, q, r, s, t)
	var deep func(int) int
	set(&deep, func(in []reflect.Value) []reflect.Value {
		runtime.GC()
		n := in[0].Int()
		if n == 0 {
			return []reflect.Value{reflect.ValueOf(0)}
		}
		return []reflect.Value{reflect.ValueOf(1 + deep(int(n)-1))}
	})
	fmt.Println(deep(50))
	var v func(string, ...int) string
	set(&v, func(in []reflect.Value) []reflect.Value {
		return []reflect.Value{reflect.ValueOf(fmt.Sprint(in[0], in[1].Len(), in[1]))}
	})
	fmt.Println(v("a", 1, 2, 3), v("b"))
	tt := T{5}
	add := reflect.ValueOf(tt).Method(0).Interface().(func(int) int)
	fmt.Println(add(2))
	bigf := reflect.ValueOf(tt).MethodByName("Big").Interface().(func(big) (big, error))
	fmt.Println(bigf(big{a: 1, s: "x"}))
	many := reflect.ValueOf(tt).MethodByName("Many").Interface().(func(string, ...int) string)
	fmt.Println(many("p", 1, 2), many("q"))
	reflect.ValueOf(&tt).MethodByName("Set").Interface().(func(int))(42)
	fmt.Println(tt)
	var ad Adder = tt
	fmt.Println(reflect.ValueOf(&ad).Elem().Method(0).Interface().(func(int) int)(1))
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		var bad func() int
		set(&bad, func([]reflect.Value) []reflect.Value { return nil })
		bad()
	}()
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		reflect.MakeFunc(reflect.TypeOf(1), nil)
	}()
	var up func(string) string
	set(&up, func(in []reflect.Value) []reflect.Value {
		return []reflect.Value{reflect.ValueOf(strings.ToUpper(in[0].String()))}
	})
	fmt.Println(strings.Map(func(r rune) rune { return rune(up(string(r))[0]) }, "hello"))
	var less func(i, j int) bool
	list := []int{3, 1, 2}
	set(&less, func(in []reflect.Value) []reflect.Value {
		return []reflect.Value{reflect.ValueOf(list[in[0].Int()] < list[in[1].Int()])}
	})
	sort.Slice(list, less)
	fmt.Println(list)
	done := make(chan int)
	var gof func(chan int)
	set(&gof, func(in []reflect.Value) []reflect.Value { in[0].Send(reflect.ValueOf(1)); return nil })
	go gof(done)
	fmt.Println(<-done)
	defer func() { fmt.Println("deferred") }()
	var df func()
	set(&df, func([]reflect.Value) []reflect.Value { fmt.Println("made deferred"); return nil })
	defer df()
	ft := reflect.FuncOf([]reflect.Type{reflect.TypeOf(0), reflect.TypeOf("")}, []reflect.Type{reflect.TypeOf("")}, false)
	ff := reflect.MakeFunc(ft, func(in []reflect.Value) []reflect.Value {
		return []reflect.Value{reflect.ValueOf(strings.Repeat(in[1].String(), int(in[0].Int())))}
	})
	fmt.Println(ff.Type(), ff.Call([]reflect.Value{reflect.ValueOf(3), reflect.ValueOf("ab")})[0], ff.Interface().(func(int, string) string)(2, "z"))
	for _, fields := range [][]reflect.StructField{
		{{Name: "A", Type: reflect.TypeOf(0)}, {Name: "T", Type: reflect.TypeOf(T{}), Anonymous: true}},
		{{Name: "A", Type: reflect.TypeOf(0)}, {Name: "A", Type: reflect.TypeOf(0)}},
		{{Name: "", Type: reflect.TypeOf(0)}},
		{{Name: "a-b", Type: reflect.TypeOf(0)}},
		{{Name: "A"}},
		{{Name: "a", Type: reflect.TypeOf(0)}},
		{{Name: "T", Type: reflect.TypeOf(T{}), Anonymous: true}, {Name: "B", Type: reflect.TypeOf(0)}},
	} {
		func() {
			defer func() { fmt.Println("recovered:", recover()) }()
			fmt.Println(reflect.StructOf(fields))
		}()
	}
	emb := reflect.StructOf([]reflect.StructField{{Name: "T", Type: reflect.TypeOf(T{}), Anonymous: true}})
	fmt.Println(emb.NumMethod())
	st := reflect.StructOf([]reflect.StructField{{Name: "A", Type: reflect.TypeOf(0), Tag: `json:"a"`}, {Name: "S", Type: reflect.TypeOf(small{})}})
	sv := reflect.New(st).Elem()
	sv.Field(0).SetInt(3)
	fmt.Println(st, sv.NumField(), sv.Interface())
	fmt.Println(reflect.ChanOf(reflect.RecvDir, reflect.TypeOf(0)), reflect.MapOf(reflect.TypeOf(""), st.Field(0).Type), reflect.ArrayOf(3, reflect.TypeOf("")), reflect.PointerTo(st))
	for v := range reflect.ValueOf(func(yield func(int) bool) { _ = yield(1) && yield(2) && yield(3) }).Seq() {
		fmt.Print(v, " ")
	}
	for k, v := range reflect.ValueOf(map[string]int{"a": 1}).Seq2() {
		fmt.Println(k, v)
	}
	mi := reflect.ValueOf(map[string]int{"a": 1}).MapRange()
	mi.Next()
	ks, vs := reflect.New(reflect.TypeOf("")).Elem(), reflect.New(reflect.TypeOf(0)).Elem()
	ks.SetIterKey(mi)
	vs.SetIterValue(mi)
	fmt.Println(ks, vs)
	for _, f := range reflect.VisibleFields(reflect.TypeOf(struct {
		T
		b int
	}{})) {
		fmt.Print(f.Name, f.Index, " ")
	}
	fmt.Println(reflect.TypeOf(pairOf[int, string]{}), reflect.TypeOf(pairOf[[]int, map[string]pairOf[int, int]]{}).Name())
	fmt.Println(reflect.DeepEqual(map[string][]int{"a": {1}}, map[string][]int{"a": {1}}), reflect.DeepEqual([]int(nil), []int{}))
}

type pairOf[A, B any] struct {
	a A
	b B
}

type emb2 interface{ Add(int) int }

func init() {
	st := reflect.StructOf([]reflect.StructField{{Name: "T", Type: reflect.TypeOf(T{}), Anonymous: true}, {Name: "B", Type: reflect.TypeOf("")}})
	v := reflect.New(st).Elem()
	v.Field(0).Field(0)
	fmt.Println(v.NumMethod(), v.Method(0).Call([]reflect.Value{reflect.ValueOf(4)})[0], st.Method(0).Name)
	for a, b := range reflect.ValueOf(func(yield func(int, string) bool) { _ = yield(1, "a") && yield(2, "b") }).Seq2() {
		fmt.Println(a, b)
	}
}
