package reflect

import (
	"internal/descriptor"
	"iter"
)

// Seq goes over v as a range statement with one variable does.
func (v Value) Seq() iter.Seq[Value] {
	if v.isMethod() {
		v = v.methodValue()
	}
	k := v.kind()
	switch {
	case isInt(k):
		return counting(func(i int64) Value { return newInt(v.typ, uint64(i), 0) }, v.Int())
	case isUint(k):
		return func(yield func(Value) bool) {
			for i, n := uint64(0), v.Uint(); i < n && yield(newInt(v.typ, i, 0)); i++ {
			}
		}
	}
	switch k {
	case Func:
		if yields(v.typ, 1) {
			return func(yield func(Value) bool) {
				v.Call([]Value{v.yielding(func(in []Value) bool { return yield(in[0]) })})
			}
		}
	case Pointer:
		if v.typ.Elem().Kind != descriptor.Array {
			break
		}
		return indices(int(v.typ.Elem().Length))
	case Array, Slice:
		return indices(v.Len())
	case String:
		return func(yield func(Value) bool) {
			for i := range v.String() {
				if !yield(ValueOf(i)) {
					return
				}
			}
		}
	case Map:
		return func(yield func(Value) bool) {
			for it := v.MapRange(); it.Next() && yield(it.Key()); {
			}
		}
	case Chan:
		return func(yield func(Value) bool) {
			for x, ok := v.Recv(); ok && yield(x); x, ok = v.Recv() {
			}
		}
	}
	panic("reflect: " + v.Type().String() + " cannot produce iter.Seq[Value]")
}

// yielding returns a function that the iterator v can be called with.
func (v Value) yielding(yield func([]Value) bool) Value {
	t := wrap(v.typ.In(0))
	return MakeFunc(t, func(in []Value) []Value {
		return []Value{ValueOf(yield(in)).Convert(t.Out(0))}
	})
}

func counting(at func(int64) Value, n int64) iter.Seq[Value] {
	return func(yield func(Value) bool) {
		for i := int64(0); i < n && yield(at(i)); i++ {
		}
	}
}

func indices(n int) iter.Seq[Value] {
	return func(yield func(Value) bool) {
		for i := 0; i < n && yield(ValueOf(i)); i++ {
		}
	}
}

// Seq2 goes over v as a range statement with two variables does.
func (v Value) Seq2() iter.Seq2[Value, Value] {
	if v.isMethod() {
		v = v.methodValue()
	}
	switch v.kind() {
	case Func:
		if yields(v.typ, 2) {
			return func(yield func(Value, Value) bool) {
				v.Call([]Value{v.yielding(func(in []Value) bool { return yield(in[0], in[1]) })})
			}
		}
	case Pointer:
		if v.typ.Elem().Kind != descriptor.Array {
			break
		}
		return elements(v.Elem())
	case Array, Slice:
		return elements(v)
	case String:
		return func(yield func(Value, Value) bool) {
			for i, r := range v.String() {
				if !yield(ValueOf(i), ValueOf(r)) {
					return
				}
			}
		}
	case Map:
		return func(yield func(Value, Value) bool) {
			for it := v.MapRange(); it.Next() && yield(it.Key(), it.Value()); {
			}
		}
	}
	panic("reflect: " + v.Type().String() + " cannot produce iter.Seq2[Value, Value]")
}

func elements(v Value) iter.Seq2[Value, Value] {
	return func(yield func(Value, Value) bool) {
		for i := 0; i < v.Len() && yield(ValueOf(i), v.Index(i)); i++ {
		}
	}
}

// Fields goes over the fields of a struct and their values.
func (v Value) Fields() iter.Seq2[StructField, Value] {
	t := v.Type()
	if t.Kind() != Struct {
		panic("reflect: Fields of non-struct type " + t.String())
	}
	return func(yield func(StructField, Value) bool) {
		for i := 0; i < v.NumField() && yield(t.Field(i), v.Field(i)); i++ {
		}
	}
}

// Methods goes over the methods and their values.
func (v Value) Methods() iter.Seq2[Method, Value] {
	return func(yield func(Method, Value) bool) {
		t := v.Type()
		for i := 0; i < v.NumMethod() && yield(t.Method(i), v.Method(i)); i++ {
		}
	}
}
