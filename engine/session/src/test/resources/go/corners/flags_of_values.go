package main

import (
	"fmt"
	"reflect"
	"unsafe"
)

type small int

type guarded struct {
	Open  small
	small // through an embedded field
	shut  small
	words []string
	deep  struct{ p *int }
}

// bits finds the field of a reflect.Value that tells what may be done with it, as packages do that print what unexported fields hold.
func bits(v *reflect.Value) *uintptr {
	f, ok := reflect.TypeOf(*v).FieldByName("flag")
	if !ok || f.Type.Kind() != reflect.Uintptr || f.Type.Name() != "flag" || !f.Anonymous {
		panic("no such field")
	}
	return (*uintptr)(unsafe.Add(unsafe.Pointer(v), f.Offset))
}

func main() {
	n := 7
	g := guarded{1, 2, 3, []string{"a", "b"}, struct{ p *int }{&n}}
	still, moving := reflect.ValueOf(g), reflect.ValueOf(&g).Elem()
	open, inside, shut := still.FieldByName("Open"), still.FieldByName("small"), still.FieldByName("shut")
	free := *bits(&open)
	fmt.Printf("%#x %#x\n", *bits(&shut)^free, *bits(&inside)^free)
	there := moving.FieldByName("Open")
	fmt.Printf("%#x\n", *bits(&there)^free)
	for _, name := range []string{"small", "shut", "words", "deep"} {
		v := moving.FieldByName(name)
		fmt.Print(name, " ", v.CanSet(), v.CanInterface(), v.CanAddr())
		*bits(&v) &^= 0x60
		fmt.Println(" ", v.CanSet(), v.CanInterface(), v.CanAddr(), v.Type())
		switch {
		case v.Kind() == reflect.Int:
			v.SetInt(v.Int() * 10)
		case v.Kind() == reflect.Slice:
			v.Set(reflect.Append(v, reflect.ValueOf("c")))
		default:
			p := v.Field(0)
			*bits(&p) &^= 0x60
			*p.Interface().(*int) += 1
		}
	}
	fmt.Println(g.Open, g.small, g.shut, g.words, n)
	// A method of a value got that way.
	t := reflect.ValueOf(struct{ at fmt.Stringer }{reflect.TypeOf(0)}).Field(0)
	*bits(&t) &^= 0x60
	m := t.MethodByName("String")
	fmt.Println(m.Call(nil)[0], m.Type(), t.NumMethod())
	m = reflect.ValueOf(&g).MethodByName("Missing")
	fmt.Println(m.IsValid(), *bits(&m))
}
