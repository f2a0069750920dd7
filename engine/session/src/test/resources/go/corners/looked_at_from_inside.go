// What programs see that look behind interfaces and reflect.Value: printers of any value whatever do, through unsafe.
package main

import (
	"fmt"
	"reflect"
	"unsafe"
)

// first is a package variable without anything in front of it, so that what reads past a shared zero value finds it.
var first = ^uintptr(0)

type pair struct{ low, high any }

type inner int

func (i inner) String() string { return fmt.Sprintf("<%d>", int(i)) }

type outer struct {
	Shown inner
	inner
	kept  inner
	list  []inner
	about *inner
}

//go:noinline
func nothing() (a []int, b []string, c []pair, d []struct{}, s string, m map[int]int) { return }

//go:noinline
func capacity(v any) int { return cap(v.([]int)) }

// header gives the words of a slice that an interface holds.
//
//go:noinline
func header(v any) [3]uintptr {
	return *(*[3]uintptr)((*[2]unsafe.Pointer)(unsafe.Pointer(&v))[1])
}

// opened returns a value that may be used as if it had come through exported fields from a variable.
func opened(v reflect.Value) reflect.Value {
	f, ok := reflect.TypeOf(v).FieldByName("flag")
	if !ok {
		panic("no flags")
	}
	bits := (*uintptr)(unsafe.Add(unsafe.Pointer(&v), f.Offset))
	*bits &^= flagOf("kept") ^ flagOf("Shown")
	*bits &^= flagOf("inner") ^ flagOf("Shown")
	return v
}

func flagOf(field string) uintptr { return bitsOf(reflect.ValueOf(outer{}).FieldByName(field)) }

func bitsOf(v reflect.Value) uintptr {
	f, _ := reflect.TypeOf(v).FieldByName("flag")
	return *(*uintptr)(unsafe.Add(unsafe.Pointer(&v), f.Offset))
}

func main() {
	a, b, c, d, s, m := nothing()
	fmt.Println(header(a), header(b), header(c), header(d), capacity(a), first == ^uintptr(0))
	for _, x := range []any{a, b, c, d, s, m, []byte(nil), [][]int(nil)} {
		v := reflect.ValueOf(x)
		fmt.Print(v.Type(), " ", v.Len())
		if v.Kind() == reflect.Slice {
			fmt.Print(" ", v.Cap(), " ", v.IsNil(), " ", v.Slice(0, v.Cap()).Len())
		}
		fmt.Println()
	}
	var held any = a
	held = append(held.([]int), 1)
	fmt.Println(held, first == ^uintptr(0))

	fmt.Printf("%#x %#x\n", flagOf("kept")^flagOf("Shown"), flagOf("inner")^flagOf("Shown"))
	o := outer{1, 2, 3, []inner{4, 5}, new(inner)}
	variable := reflect.ValueOf(&o).Elem().Field(0)
	fmt.Printf("%#x\n", bitsOf(variable)^bitsOf(reflect.ValueOf(o).Field(0)))
	for _, v := range []reflect.Value{reflect.ValueOf(o), reflect.ValueOf(&o).Elem()} {
		for i := range v.NumField() {
			f := v.Field(i)
			x := opened(f)
			fmt.Print(v.Type().Field(i).Name, " ", f.CanInterface(), f.CanSet(), " ", x.CanInterface(), x.CanSet())
			if text, ok := x.Interface().(fmt.Stringer); ok && x.Kind() != reflect.Pointer {
				fmt.Print(" ", text)
			}
			if x.Kind() == reflect.Slice {
				fmt.Print(" ", x.Index(1).Interface())
			}
			if x.Kind() == reflect.Int && x.CanSet() {
				x.SetInt(x.Int() * 10)
			}
			fmt.Println()
		}
	}
	fmt.Println(o.Shown, o.inner, o.kept)
}
