// What reflection tells of types and values, and what it refuses.
package main

import (
	"fmt"
	"reflect"
	"strings"
	"unsafe"
)

type inner struct {
	A int `json:"a,omitempty" other:""`
	b string
}

type outer struct {
	inner
	*Deep
	C, c []int
	F    func(int, ...string) (bool, error)
}

type Deep struct{ D int }

func (inner) Value() string  { return "value" }
func (*outer) Pointer(n int) {}

type number int

func (n number) Double() number { return n * 2 }
func (n number) String() string { return "number" }

type mixed interface {
	Open(int) error
	hidden()
}

func attempt(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			if e, ok := r.(*reflect.ValueError); ok {
				r = fmt.Sprint(e.Error(), " | ", e.Method, " ", e.Kind)
			}
			fmt.Println(what+":", r)
		}
	}()
	f()
	fmt.Println(what + ": nothing refused")
}

func ofTypes() {
	types := []reflect.Type{
		reflect.TypeFor[int](), reflect.TypeFor[number](), reflect.TypeFor[string](), reflect.TypeFor[[3]int8](), reflect.TypeFor[[]outer](), reflect.TypeFor[map[string]*outer](),
		reflect.TypeFor[chan int](), reflect.TypeFor[<-chan int](), reflect.TypeFor[chan<- int](), reflect.TypeFor[func(a int, b ...string) (c, d error)](), reflect.TypeFor[outer](),
		reflect.TypeFor[*outer](), reflect.TypeFor[any](), reflect.TypeFor[mixed](), reflect.TypeFor[error](), reflect.TypeFor[unsafe.Pointer](), reflect.TypeFor[complex64](), reflect.TypeFor[float32](),
		reflect.TypeFor[struct{}](), reflect.TypeFor[func(func(int) bool)](), reflect.TypeFor[uint8](), reflect.TypeFor[*[4]int](), reflect.TypeFor[struct {
			x int `k:"v"`
			number
		}](),
	}
	for _, t := range types {
		fmt.Println(t.String(), t.Name(), t.PkgPath(), t.Kind().String(), t.Size(), t.Align(), t.FieldAlign(), t.NumMethod(), t.Comparable(), t.CanSeq(), t.CanSeq2())
		for _, u := range types {
			fmt.Print(b(t.AssignableTo(u)), b(t.ConvertibleTo(u)))
			if u.Kind() == reflect.Interface {
				fmt.Print(b(t.Implements(u)))
			}
		}
		fmt.Println()
		for i, f := range []func(){
			func() { fmt.Print(" bits ", t.Bits()) }, func() { fmt.Print(" dir ", t.ChanDir().String()) }, func() { fmt.Print(" elem ", t.Elem()) }, func() { fmt.Print(" key ", t.Key()) },
			func() { fmt.Print(" len ", t.Len()) }, func() { fmt.Print(" in ", t.NumIn(), t.NumOut(), t.IsVariadic(), t.In(0)) }, func() { fmt.Print(t.Out(0)) },
			func() { fmt.Print(" fields ", t.NumField(), t.Field(0).Name) },
			func() { fmt.Print(" overflow ", t.OverflowInt(1<<40), t.OverflowInt(-129)) }, func() { fmt.Print(t.OverflowUint(1 << 40)) }, func() { fmt.Print(t.OverflowFloat(1e300)) },
			func() { fmt.Print(t.OverflowComplex(1e300)) },
		} {
			func() {
				defer func() {
					if r := recover(); r != nil && i < 8 {
						fmt.Print(" [", r, "]")
					}
				}()
				f()
			}()
		}
		fmt.Println()
		switch t.Kind() {
		case reflect.Struct:
			for f := range t.Fields() {
				fmt.Print(f.Name, " ", f.Type, " ", f.Tag, " ", f.Offset, f.Index, f.Anonymous, f.IsExported(), f.PkgPath, "; ")
			}
		case reflect.Func:
			for in := range t.Ins() {
				fmt.Print(in, ", ")
			}
			for out := range t.Outs() {
				fmt.Print(out, "; ")
			}
		}
		for m := range t.Methods() {
			fmt.Print(m.Name, " ", m.Type, m.Index, m.IsExported(), m.PkgPath, m.Func.IsValid(), "; ")
		}
		fmt.Println()
	}
	o := reflect.TypeFor[outer]()
	fmt.Println(o.FieldByIndex([]int{0, 0}).Name, o.FieldByIndex([]int{1, 0}).Name)
	f, ok := o.FieldByNameFunc(func(s string) bool { return strings.EqualFold(s, "d") })
	_, ok2 := o.FieldByNameFunc(func(s string) bool { return strings.EqualFold(s, "c") })
	fmt.Println(f.Name, f.Index, ok, ok2)
	tag := o.Field(0).Type.Field(0).Tag
	a, ok := tag.Lookup("json")
	n, ok2 := tag.Lookup("other")
	_, ok3 := tag.Lookup("none")
	fmt.Println(a, ok, n, ok2, ok3, tag.Get("json"), reflect.StructTag(`bad`).Get("bad"), reflect.StructTag(`a:"\x" b:"2"`).Get("b"))
	fmt.Println(reflect.PtrTo(o), reflect.ChanDir(0), reflect.Kind(99), reflect.Invalid)
	attempt("FieldByIndex of int", func() { types[0].FieldByIndex([]int{0}) })
	attempt("Field out of range", func() { o.Field(9) })
	attempt("Method out of range", func() { o.Method(9) })
}

func b(x bool) string {
	if x {
		return "+"
	}
	return "-"
}

func ofValues() {
	x := outer{inner: inner{1, "b"}, C: []int{1, 2, 3}}
	v := reflect.ValueOf(&x).Elem()
	fmt.Println(v.Addr().Interface() == &x, v.CanAddr(), v.UnsafeAddr() == uintptr(unsafe.Pointer(&x)), v.Field(0).Field(0).CanInterface(), v.Field(0).CanSet())
	for f, w := range v.Fields() {
		fmt.Print(f.Name, " ", w.Kind(), " ")
	}
	for m, w := range reflect.ValueOf(number(3)).Methods() {
		fmt.Print(m.Name, " ", w.Call(nil)[0], " ")
	}
	fmt.Println()
	_, err := v.FieldByIndexErr([]int{1, 0})
	fmt.Println(err, v.FieldByNameFunc(func(s string) bool { return s == "A" }))
	attempt("through nil", func() { v.FieldByIndex([]int{1, 0}) })
	c := v.Field(2)
	c.SetLen(2)
	c.SetCap(2)
	fmt.Println(c.Len(), c.Cap(), c.Slice3(0, 1, 2).Cap(), c.Slice(1, 2), c.Pointer() == uintptr(unsafe.Pointer(&x.C[0])))
	c.Grow(10)
	fmt.Println(c.Len(), c.Cap() >= 12)
	c.Clear()
	fmt.Println(x.C)
	c.Set(reflect.AppendSlice(c, reflect.ValueOf([]int{7, 8})))
	c.Set(reflect.Append(c, reflect.ValueOf(9)))
	fmt.Println(x.C)
	c.SetZero()
	fmt.Println(x.C == nil)
	var bo bool
	var f32 float32
	var u8 uint8
	var p unsafe.Pointer
	var cx complex64
	reflect.ValueOf(&bo).Elem().SetBool(true)
	reflect.ValueOf(&f32).Elem().SetFloat(1.1)
	reflect.ValueOf(&u8).Elem().SetUint(0x1ff)
	reflect.ValueOf(&p).Elem().SetPointer(unsafe.Pointer(&u8))
	reflect.ValueOf(&cx).Elem().SetComplex(1 + 2i)
	fmt.Println(bo, f32, u8, p == unsafe.Pointer(&u8), cx, reflect.ValueOf(bo).Bool(), reflect.ValueOf(u8).Uint(), reflect.ValueOf(cx).Complex(), string(reflect.ValueOf([]byte("by")).Bytes()))
	fmt.Println(reflect.ValueOf(&u8).Elem().OverflowUint(256), reflect.ValueOf(cx).OverflowComplex(1e39), reflect.ValueOf(int8(0)).OverflowInt(128), reflect.ValueOf(f32).OverflowFloat(1e39))
	for _, w := range []any{1, uint(1), 1.5, 1i, "s", []byte{1}, [2]int{}, number(2)} {
		r := reflect.ValueOf(w)
		fmt.Print(r.CanInt(), r.CanUint(), r.CanFloat(), r.CanComplex(), r.CanConvert(reflect.TypeFor[string]()), r.CanConvert(reflect.TypeFor[[1]byte]()), r.CanConvert(reflect.TypeFor[[2]byte]()), " ")
	}
	fmt.Println()
	ch := reflect.MakeChan(reflect.TypeFor[chan int](), 1)
	_, ok := ch.TryRecv()
	fmt.Println(ok, ch.TrySend(reflect.ValueOf(5)), ch.TrySend(reflect.ValueOf(6)), ch.Len())
	got, ok := ch.TryRecv()
	fmt.Println(got, ok)
	m := reflect.MakeMapWithSize(reflect.TypeFor[map[string]int](), 10)
	m.SetMapIndex(reflect.ValueOf("k"), reflect.ValueOf(1))
	it := m.MapRange()
	for it.Next() {
		fmt.Println(it.Key(), it.Value())
	}
	it.Reset(reflect.ValueOf(map[string]int{"r": 2}))
	fmt.Println(it.Next(), it.Key())
	arr := [4]int{1, 2, 3, 4}
	at := reflect.NewAt(reflect.TypeFor[[2]int](), unsafe.Pointer(&arr[1]))
	fmt.Println(at.Elem(), reflect.SliceAt(reflect.TypeFor[int](), unsafe.Pointer(&arr[0]), 3))
	var e error
	ev := reflect.ValueOf(&e).Elem()
	fmt.Println(ev.InterfaceData(), ev.IsNil(), reflect.ValueOf(nil).IsValid(), reflect.Value{}.String(), reflect.ValueOf(3).String())
	refused(v, ch, m)
}

func refused(v, ch, m reflect.Value) {
	one := reflect.ValueOf(1)
	text := reflect.ValueOf("text")
	var zero reflect.Value
	fn := reflect.ValueOf(strings.Repeat)

	list := []struct {
		name string
		f    func()
	}{
		{"Int of string", func() { text.Int() }}, {"Uint of int", func() { one.Uint() }}, {"Float of int", func() { one.Float() }}, {"Bool of int", func() { one.Bool() }}, {"Complex of int", func() { one.Complex() }},
		{"Len of int", func() { one.Len() }}, {"Cap of string", func() { text.Cap() }}, {"Elem of int", func() { one.Elem() }}, {"IsNil of int", func() { one.IsNil() }}, {"Index of int", func() { one.Index(0) }},
		{"Index out of range", func() { text.Index(9) }}, {"Slice out of range", func() { text.Slice(3, 1) }}, {"SetInt of a copy", func() { one.SetInt(1) }}, {"Set of a copy", func() { one.Set(one) }},
		{"Set of another type", func() { reflect.ValueOf(new(int)).Elem().Set(text) }}, {"unexported", func() { v.Field(0).Field(1).SetString("x") }}, {"unexported Interface", func() { v.Field(0).Field(1).Interface() }},
		{"Addr of a copy", func() { one.Addr() }}, {"UnsafeAddr of a copy", func() { one.UnsafeAddr() }}, {"zero Type", func() { zero.Type() }}, {"zero Interface", func() { zero.Interface() }}, {"zero IsZero", func() { zero.IsZero() }},
		{"Call of int", func() { one.Call(nil) }}, {"too few", func() { fn.Call(nil) }}, {"too many", func() { fn.Call([]reflect.Value{text, one, one}) }}, {"wrong type", func() { fn.Call([]reflect.Value{one, one}) }},
		{"zero argument", func() { fn.Call([]reflect.Value{text, zero}) }}, {"CallSlice", func() { fn.CallSlice([]reflect.Value{text, one}) }}, {"nil func", func() { reflect.ValueOf((func())(nil)).Call(nil) }},
		{"Send of another type", func() { ch.Send(text) }}, {"Recv of int", func() { one.Recv() }}, {"Close of a receiver", func() { reflect.ValueOf((<-chan int)(nil)).Close() }}, {"Send on a receiver", func() { reflect.ValueOf((<-chan int)(nil)).Send(one) }},
		{"map of another key", func() { m.MapIndex(one) }}, {"nil map", func() { reflect.ValueOf(map[int]int(nil)).SetMapIndex(one, one) }}, {"map value of another type", func() { m.SetMapIndex(text, text) }},
		{"Convert", func() { text.Convert(reflect.TypeFor[int]()) }}, {"Convert to array", func() { reflect.ValueOf([]int{1}).Convert(reflect.TypeFor[[2]int]()) }}, {"Field of int", func() { one.Field(0) }}, {"Field out of range", func() { v.Field(99) }},
		{"Method out of range", func() { one.Method(0) }}, {"SetLen", func() { reflect.ValueOf(new([]int)).Elem().SetLen(1) }}, {"SetCap", func() { reflect.ValueOf(new([]int)).Elem().SetCap(1) }}, {"Bytes", func() { one.Bytes() }},
		{"Grow", func() { reflect.ValueOf(new([]int)).Elem().Grow(-1) }}, {"Slice of array", func() { reflect.ValueOf([1]int{}).Slice(0, 1) }}, {"Slice3 of string", func() { text.Slice3(0, 1, 2) }}, {"NumField", func() { one.NumField() }},
		{"MapRange", func() { one.MapRange() }}, {"MapKeys", func() { one.MapKeys() }}, {"key before Next", func() { m.MapRange().Key() }}, {"Append", func() { reflect.Append(one, one) }}, {"Append another type", func() { reflect.Append(reflect.ValueOf([]int{}), text) }},
		{"Copy", func() { reflect.Copy(one, text) }}, {"MakeSlice", func() { reflect.MakeSlice(reflect.TypeFor[int](), 0, 0) }}, {"MakeSlice negative", func() { reflect.MakeSlice(reflect.TypeFor[[]int](), -1, 0) }}, {"len over cap", func() { reflect.MakeSlice(reflect.TypeFor[[]int](), 2, 1) }},
		{"MakeChan", func() { reflect.MakeChan(reflect.TypeFor[int](), 0) }}, {"MakeChan negative", func() { reflect.MakeChan(reflect.TypeFor[chan int](), -1) }}, {"MakeMap", func() { reflect.MakeMap(reflect.TypeFor[int]()) }}, {"MakeFunc", func() { reflect.MakeFunc(reflect.TypeFor[int](), nil) }},
		{"New of nil", func() { reflect.New(nil) }}, {"Zero of nil", func() { reflect.Zero(nil) }}, {"Equal", func() { reflect.ValueOf([]int{}).Equal(reflect.ValueOf([]int{})) }}, {"Comparable key", func() { reflect.MapOf(reflect.TypeFor[[]int](), reflect.TypeFor[int]()) }},
		{"Seq", func() { reflect.ValueOf(1.5).Seq() }}, {"Seq2", func() { reflect.ValueOf(1).Seq2() }}, {"Clear", func() { one.Clear() }}, {"OverflowInt", func() { text.OverflowInt(1) }}, {"FieldByName", func() { one.FieldByName("x") }}, {"Pointer", func() { one.Pointer() }},
		{"Swapper", func() { reflect.Swapper(1) }}, {"Swapper out of range", func() { reflect.Swapper([]int{1, 2})(0, 5) }}, {"ArrayOf", func() { reflect.ArrayOf(-1, reflect.TypeFor[int]()) }}, {"FuncOf", func() { reflect.FuncOf([]reflect.Type{reflect.TypeFor[int]()}, nil, true) }},
		{"StructOf", func() { reflect.StructOf([]reflect.StructField{{Name: "x", Type: reflect.TypeFor[int]()}}) }}, {"StructOf twice", func() {
			reflect.StructOf([]reflect.StructField{{Name: "X", Type: reflect.TypeFor[int]()}, {Name: "X", Type: reflect.TypeFor[int]()}})
		}}, {"SetIterKey", func() { reflect.ValueOf(new(int)).Elem().SetIterKey(m.MapRange()) }}, {"Select", func() { reflect.Select([]reflect.SelectCase{{Dir: 9}}) }},
	}
	for _, x := range list {
		attempt(x.name, x.f)
	}
}

func main() {
	ofTypes()
	ofValues()
}
