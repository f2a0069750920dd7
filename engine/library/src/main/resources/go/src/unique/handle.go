// Package unique keeps one copy of equal values, so that comparing them is comparing pointers.
package unique

import (
	"runtime"
	"strings"
	"sync"
	"weak"
)

// Handle stands for a value: handles are equal where the values are.
type Handle[T comparable] struct{ value *T }

// Value returns the value.
func (h Handle[T]) Value() T { return *h.value }

// table has a weak pointer for each value that has a handle.
var table struct {
	sync.Mutex
	pointers map[any]any
}

// Make returns the handle of a value.
func Make[T comparable](value T) Handle[T] {
	table.Lock()
	defer table.Unlock()
	var key any = entry[T]{value}
	if known, ok := table.pointers[key]; ok {
		if p := known.(weak.Pointer[T]).Value(); p != nil {
			return Handle[T]{p}
		}
	}
	if s, ok := any(value).(string); ok {
		value = any(strings.Clone(s)).(T) // not to keep alive what it is a part of
		key = entry[T]{value}
	}
	p := new(T)
	*p = value
	if table.pointers == nil {
		table.pointers = map[any]any{}
	}
	table.pointers[key] = weak.Make(p)
	runtime.AddCleanup(p, forget[T], key)
	return Handle[T]{p}
}

// entry is a value as a key, apart from equal values of interface types.
type entry[T comparable] struct{ value T }

// forget drops a value whose handles are gone.
func forget[T comparable](key any) {
	table.Lock()
	defer table.Unlock()
	if known, ok := table.pointers[key]; ok && known.(weak.Pointer[T]).Value() == nil {
		delete(table.pointers, key)
	}
}
