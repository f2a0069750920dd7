package reflect

import (
	"internal/descriptor"
	"unsafe"
)

// pair is two places under comparison that a cycle may lead back to.
type pair struct {
	a, b unsafe.Pointer
	t    *descriptor.Type
}

// fewPairs are searched one by one.
const fewPairs = 8

// pairs are those being compared: few of them need no map.
type pairs struct {
	few  [fewPairs]pair
	n    int
	more map[pair]bool
}

// DeepEqual reports whether x and y are of one type and equal in depth: pointers by what they point to, slices and maps by their contents
// (but nil differs from empty), funcs only where both are nil.
func DeepEqual(x, y any) bool {
	if x == nil || y == nil {
		return x == y
	}
	v, w := ValueOf(x), ValueOf(y)
	return v.typ == w.typ && deepEqual(v, w, &pairs{})
}

func deepEqual(v, w Value, open *pairs) bool {
	if v.typ == nil || w.typ == nil {
		return v.typ == w.typ
	}
	if v.typ != w.typ {
		return false
	}
	switch v.kind() {
	case Pointer:
		a, b := v.pointer(), w.pointer()
		return a == b || entered(a, b, v.typ, open) || deepEqual(v.Elem(), w.Elem(), open)
	case Interface:
		if v.IsNil() || w.IsNil() {
			return v.IsNil() == w.IsNil()
		}
		return deepEqual(v.Elem(), w.Elem(), open)
	case Slice:
		return slicesEqual(v, w, open)
	case Array:
		return elementsEqual(v, w, open)
	case Map:
		return mapsEqual(v, w, open)
	case Struct:
		for i := range v.NumField() {
			if !deepEqual(v.Field(i), w.Field(i), open) {
				return false
			}
		}
		return true
	case Func:
		return v.IsNil() && w.IsNil()
	}
	return descriptor.Equal(v.typ, v.place(), w.place())
}

// entered reports whether two places are under comparison already, and notes that they are now.
func entered(a, b unsafe.Pointer, t *descriptor.Type, open *pairs) bool {
	if a == nil || b == nil {
		return false
	}
	if uintptr(a) > uintptr(b) {
		a, b = b, a
	}
	return open.note(pair{a, b, t})
}

// note reports whether p was noted before.
func (open *pairs) note(p pair) bool {
	for i := range open.n {
		if open.few[i] == p {
			return true
		}
	}
	if open.n < fewPairs {
		open.few[open.n] = p
		open.n++
		return false
	}
	if open.more[p] {
		return true
	}
	if open.more == nil {
		open.more = map[pair]bool{}
	}
	open.more[p] = true
	return false
}

func slicesEqual(v, w Value, open *pairs) bool {
	x, y := v.header(), w.header()
	if (x.at == nil) != (y.at == nil) || x.len != y.len {
		return false
	}
	if x.at == y.at {
		return true
	}
	if v.typ.Elem().Kind == descriptor.Uint8 {
		return string(unsafe.Slice((*byte)(x.at), x.len)) == string(unsafe.Slice((*byte)(y.at), y.len))
	}
	return entered(x.at, y.at, v.typ, open) || elementsEqual(v, w, open)
}

func elementsEqual(v, w Value, open *pairs) bool {
	for i := range v.Len() {
		if !deepEqual(v.Index(i), w.Index(i), open) {
			return false
		}
	}
	return true
}

func mapsEqual(v, w Value, open *pairs) bool {
	if v.IsNil() != w.IsNil() || v.Len() != w.Len() {
		return false
	}
	a, b := v.pointer(), w.pointer()
	if a == b || entered(a, b, v.typ, open) {
		return true
	}
	for it := v.MapRange(); it.Next(); {
		other := w.MapIndex(it.Key())
		if !other.IsValid() || !deepEqual(it.Value(), other, open) {
			return false
		}
	}
	return true
}
