// Package mapkeys puts the entries of maps into the order in which packages fmt and text/template show them.
package mapkeys

import (
	"cmp"
	"reflect"
	"slices"
)

// Entry is a key of a map and its value.
type Entry struct{ Key, Value reflect.Value }

// Sorted gives the entries of the map m in the order of their keys: numbers and strings by value (NaN first), false before
// true, pointers and channels by address, structs and arrays by their parts, interfaces by type and then by value, nil first.
func Sorted(m reflect.Value) []Entry {
	if m.Type().Kind() != reflect.Map {
		return nil
	}
	entries := make([]Entry, 0, m.Len())
	for it := m.MapRange(); it.Next(); {
		entries = append(entries, Entry{it.Key(), it.Value()})
	}
	slices.SortStableFunc(entries, func(a, b Entry) int { return order(a.Key, b.Key) })
	return entries
}

func order(a, b reflect.Value) int {
	if a.Type() != b.Type() {
		return -1 // cannot be, but for interfaces' contents, which are compared by type first
	}
	switch a.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return cmp.Compare(a.Int(), b.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return cmp.Compare(a.Uint(), b.Uint())
	case reflect.String:
		return cmp.Compare(a.String(), b.String())
	case reflect.Float32, reflect.Float64:
		return cmp.Compare(a.Float(), b.Float())
	case reflect.Complex64, reflect.Complex128:
		x, y := a.Complex(), b.Complex()
		return cmp.Or(cmp.Compare(real(x), real(y)), cmp.Compare(imag(x), imag(y)))
	case reflect.Bool:
		return truth(a.Bool()) - truth(b.Bool())
	case reflect.Pointer, reflect.UnsafePointer, reflect.Chan:
		return cmp.Compare(a.Pointer(), b.Pointer())
	case reflect.Struct:
		for i := range a.NumField() {
			if c := order(a.Field(i), b.Field(i)); c != 0 {
				return c
			}
		}
		return 0
	case reflect.Array:
		for i := range a.Len() {
			if c := order(a.Index(i), b.Index(i)); c != 0 {
				return c
			}
		}
		return 0
	case reflect.Interface:
		return interfaceOrder(a, b)
	}
	panic("bad type in compare: " + a.Type().String())
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

func interfaceOrder(a, b reflect.Value) int {
	if a.IsNil() || b.IsNil() {
		return truth(b.IsNil()) - truth(a.IsNil())
	}
	x, y := a.Elem(), b.Elem()
	if x.Type() != y.Type() {
		return cmp.Compare(reflect.ValueOf(x.Type()).Pointer(), reflect.ValueOf(y.Type()).Pointer())
	}
	return order(x, y)
}
