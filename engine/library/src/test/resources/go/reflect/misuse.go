// What reflection is not for: the words of its panics.
package main

import (
	"fmt"
	"reflect"
)

type u struct {
	a int
	s []int
	m map[int]int
	c chan int
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}
func main() {
	x := 1
	var z reflect.Value
	un := reflect.ValueOf(u{1, []int{1}, map[int]int{}, make(chan int, 1)})
	v := reflect.ValueOf(&x).Elem()
	try(func() { v.Set(z) })
	try(func() { v.Set(un.Field(0)) })
	try(func() { un.Field(0).Set(v) })
	try(func() { z.Set(v) })
	try(func() { un.Field(2).SetMapIndex(v, v) })
	try(func() { reflect.ValueOf(map[int]int{}).SetMapIndex(un.Field(0), v) })
	try(func() { reflect.ValueOf(map[int]int{}).SetMapIndex(v, un.Field(0)) })
	try(func() { reflect.ValueOf(map[int]int{}).SetMapIndex(z, v) })
	try(func() { un.Field(3).Send(v) })
	try(func() { un.Field(3).Close() })
	try(func() { un.Field(3).Recv() })
	try(func() { reflect.ValueOf(make(chan int, 1)).Send(z) })
	try(func() { reflect.ValueOf(func(int) {}).Call([]reflect.Value{un.Field(0)}) })
	try(func() { reflect.ValueOf(func(int) {}).Call([]reflect.Value{z}) })
	try(func() { z.Call(nil) })
	try(func() { v.SetLen(1) })
	try(func() { un.Field(1).SetLen(1) })
	try(func() { v.SetFloat(1) })
	try(func() { z.Elem() })
	try(func() { z.Type() })
	try(func() { z.Interface() })
	try(func() { un.Field(0).Interface() })
	try(func() { z.Convert(v.Type()) })
	try(func() { un.Field(0).Convert(v.Type()) })
	try(func() { z.Len() })
	try(func() { v.Len() })
	try(func() { v.Index(0) })
	try(func() { v.Field(0) })
	try(func() { v.MapIndex(v) })
	try(func() { v.Addr().Elem().Addr().IsNil(); v.IsNil() })
	try(func() { un.Field(0).Addr() })
	try(func() { z.IsZero() })
	try(func() { z.Grow(1) })
	try(func() { v.Method(0) })
	try(func() { z.Method(0) })
	try(func() { z.NumMethod() })
	try(func() { v.UnsafePointer() })
	try(func() { v.Pointer() })
	try(func() { v.Slice(0, 1) })
	try(func() { z.Comparable() })
	try(func() { z.Equal(z) })
	try(func() { un.Field(2).MapRange().Next() })
	try(func() { v.SetIterKey(reflect.ValueOf(map[int]int{1: 1}).MapRange()) })
}
