package reflect

import (
	"internal/descriptor"
	"unsafe"
)

func mapMake(t *descriptor.Type, n int64) unsafe.Pointer

// mapAccess returns the address of an element, nil where there is none.
//
//go:noescape
func mapAccess(t *descriptor.Type, m, key unsafe.Pointer) unsafe.Pointer

// mapAssign returns the address of an element, made where there is none. What the key refers to leaks.
//
//go:noescape
func mapAssign(t *descriptor.Type, m, key unsafe.Pointer) unsafe.Pointer

//go:noescape
func mapDelete(t *descriptor.Type, m, key unsafe.Pointer)

//go:noescape
func mapClear(t *descriptor.Type, m unsafe.Pointer)

//go:noescape
func mapFirst(t *descriptor.Type, m unsafe.Pointer, state *mapState)

//go:noescape
func mapNext(state *mapState)

// mapState is what the runtime keeps of a loop over a map: sixteen words of the host, the first the address of the key, nil at the end,
// the second that of the element.
type mapState [16 * wordsPerHostWord]unsafe.Pointer

const wordsPerHostWord = 64 / (32 << (^uint(0) >> 63))

// MakeMap makes a map.
func MakeMap(typ Type) Value { return MakeMapWithSize(typ, 0) }

// MakeMapWithSize makes a map with room for n entries.
func MakeMapWithSize(typ Type, n int) Value {
	if typ.Kind() != Map {
		panic("reflect.MakeMapWithSize of non-map type")
	}
	t := typ.descriptor()
	return Value{t, mapMake(t, int64(n)), 0}
}

// copied returns a copy of what lies at an address.
func copied(t *descriptor.Type, at unsafe.Pointer, f flag) Value {
	if t.Is(descriptor.Direct) {
		return Value{t, *(*unsafe.Pointer)(at), f}
	}
	to := descriptor.New(t)
	descriptor.Copy(t, to, at)
	return Value{t, to, f | indirect}
}

// MapIndex returns the element of a key, the zero Value where there is none.
func (v Value) MapIndex(key Value) Value {
	v.must(Map, "MapIndex")
	k := key.assignable("reflect.Value.MapIndex", v.typ.Key())
	at := mapAccess(v.typ, v.pointer(), k.place())
	if at == nil {
		return Value{}
	}
	return copied(v.typ.Elem(), at, (v.flag | key.flag).inherited())
}

// SetMapIndex sets the element of a key, or deletes it where elem is the zero Value.
func (v Value) SetMapIndex(key, elem Value) {
	v.must(Map, "SetMapIndex")
	v.mustBeExported("Value.SetMapIndex")
	key.mustBeExported("Value.SetMapIndex")
	k := key.assignable("reflect.Value.SetMapIndex", v.typ.Key())
	if elem.typ == nil {
		mapDelete(v.typ, v.pointer(), k.place())
		return
	}
	elem.mustBeExported("Value.SetMapIndex")
	e := elem.assignable("reflect.Value.SetMapIndex", v.typ.Elem())
	leaks(k.at)
	at := mapAssign(v.typ, v.pointer(), k.place())
	store(Value{v.typ.Elem(), at, indirect | addressable}, e)
}

// Clear empties a map or zeroes the elements of a slice.
func (v Value) Clear() {
	switch v.kind() {
	case Slice:
		h := v.header()
		descriptor.Zero(h.at, int64(h.len)*int64(v.typ.Elem().Size))
	case Map:
		mapClear(v.typ, v.pointer())
	default:
		panic(v.wrong("Clear"))
	}
}

// MapKeys returns the keys, in no order.
func (v Value) MapKeys() []Value {
	v.must(Map, "MapKeys")
	keys := make([]Value, 0, v.Len())
	f := v.flag.inherited()
	var state mapState
	for mapFirst(v.typ, v.pointer(), &state); state[0] != nil; mapNext(&state) {
		keys = append(keys, copied(v.typ.Key(), state[0], f))
	}
	return keys
}

// MapIter goes over a map's entries.
type MapIter struct {
	m       Value
	state   mapState
	started bool
}

// MapRange returns an iterator that stands before the first entry.
func (v Value) MapRange() *MapIter {
	if v.kind() != Map {
		panic(v.wrong("MapRange"))
	}
	return &MapIter{m: v}
}

// Next moves on and reports whether there is an entry.
func (it *MapIter) Next() bool {
	if it.m.typ == nil {
		panic("MapIter.Next called on an iterator that does not have an associated map Value")
	}
	switch {
	case !it.started:
		it.started = true
		mapFirst(it.m.typ, it.m.pointer(), &it.state)
	case it.state[0] == nil:
		panic("MapIter.Next called on exhausted iterator")
	default:
		mapNext(&it.state)
	}
	return it.state[0] != nil
}

func (it *MapIter) check(method string) {
	if !it.started {
		panic(method + " called before Next")
	}
	if it.state[0] == nil {
		panic(method + " called on exhausted iterator")
	}
}

// Key returns the entry's key.
func (it *MapIter) Key() Value {
	it.check("MapIter.Key")
	return copied(it.m.typ.Key(), it.state[0], it.m.flag.inherited())
}

// Value returns the entry's element.
func (it *MapIter) Value() Value {
	it.check("MapIter.Value")
	return copied(it.m.typ.Elem(), it.state[wordsPerHostWord], it.m.flag.inherited())
}

// Reset begins again, with another map or, for the zero Value, none.
func (it *MapIter) Reset(v Value) {
	if v.typ != nil {
		v.must(Map, "MapRange")
	}
	*it = MapIter{m: v}
}

// SetIterKey assigns the key of the iterator's entry to v.
func (v Value) SetIterKey(it *MapIter) {
	v.fromIter("SetIterKey", it, it.m.typ.Key(), 0)
}

// SetIterValue assigns the element of the iterator's entry to v.
func (v Value) SetIterValue(it *MapIter) {
	v.fromIter("SetIterValue", it, it.m.typ.Elem(), wordsPerHostWord)
}

func (v Value) fromIter(method string, it *MapIter, t *descriptor.Type, word int) {
	it.check("reflect: Value." + method)
	v.mustBeAssignable(method)
	it.m.mustBeExportedFor(method)
	x := Value{t, it.state[word], indirect}
	store(v, x.assignable("reflect.MapIter."+method, v.typ))
}
