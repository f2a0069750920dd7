package reflect

import (
	"internal/descriptor"
	"sync/atomic"
	"unsafe"
)

// pointerOf returns a word that is an address as a pointer: the reverse of address.
func pointerOf(word uint64) unsafe.Pointer

// mostMadeWords is how many words arguments and results of a function made here may have together.
const mostMadeWords = 255

// maker returns a func value, made of a literal that dispatchers know by name: they call it with the addresses of its arguments' and
// results' words. The other parameters are there so that no other function has its shape.
func maker(t *descriptor.Type, fn func([]Value) []Value) unsafe.Pointer {
	f := func(args, results unsafe.Pointer, _ int8, _ float32, _ complex64, _ float64, _ uint16) {
		run(t, fn, args, results)
	}
	closure := *(*unsafe.Pointer)(unsafe.Pointer(&f))
	atomic.StorePointer(&madeCode, *(*unsafe.Pointer)(closure))
	return closure
}

// madeCode is where the code of all made functions begins, nil before the first.
var madeCode unsafe.Pointer

// isMade reports whether a func value was made here.
func isMade(closure unsafe.Pointer) bool {
	return *(*unsafe.Pointer)(closure) == atomic.LoadPointer(&madeCode)
}

// MakeFunc returns a function of type typ that calls fn with its arguments and returns its results.
func MakeFunc(typ Type, fn func(args []Value) (results []Value)) Value {
	if typ.Kind() != Func {
		panic("reflect: call of MakeFunc with non-Func type")
	}
	t := typ.descriptor()
	if words(t) > mostMadeWords {
		panic("reflect: MakeFunc of a type with more than 255 words of arguments and results: " + typ.String())
	}
	return Value{t, maker(t, fn), 0}
}

// words counts the words of arguments and results.
func words(t *descriptor.Type) int {
	n := 0
	for i := range t.Ins() + t.Outs() {
		if list, ok := descriptor.Words(t.In(i)); ok {
			n += len(list)
		} else {
			n++
		}
	}
	return n
}

// run calls fn for a call of a function of type t. What the words point to stays alive as long as the call lasts.
func run(t *descriptor.Type, fn func([]Value) []Value, args, results unsafe.Pointer) {
	next := func() unsafe.Pointer {
		at := args
		args = unsafe.Add(args, 8)
		return at
	}
	ins, outs := t.Ins(), t.Outs()
	places := make([]unsafe.Pointer, outs) // of results that have no words
	for i := range outs {
		if _, ok := descriptor.Words(t.In(ins + i)); !ok {
			places[i] = pointerOf(*(*uint64)(next()))
		}
	}
	in := make([]Value, ins)
	for i := range in {
		p := t.In(i)
		at := descriptor.New(p)
		if list, ok := descriptor.Words(p); ok {
			for _, w := range list {
				storeWord(unsafe.Add(at, int(w.Offset)), w.Form, *(*uint64)(next()))
			}
		} else {
			descriptor.Copy(p, at, pointerOf(*(*uint64)(next())))
		}
		in[i] = received(p, at)
	}
	out := fn(in)
	if len(out) != outs {
		panic("reflect: wrong return count from function created by MakeFunc")
	}
	for i := range out {
		out[i] = result(t.In(ins+i), out[i])
	}
	for i := range out {
		p := t.In(ins + i)
		if places[i] != nil {
			descriptor.Copy(p, places[i], out[i].place())
			continue
		}
		list, _ := descriptor.Words(p)
		from := out[i].place()
		for _, w := range list {
			*(*uint64)(results) = loadWord(unsafe.Add(from, int(w.Offset)), w.Form)
			results = unsafe.Add(results, 8)
		}
	}
}

// result checks a result and converts it to the type that the function has.
func result(t *descriptor.Type, v Value) Value {
	if v.typ == nil {
		panic("reflect: function created by MakeFunc using closure returned zero Value")
	}
	if v.flag&readOnly != 0 {
		panic("reflect: function created by MakeFunc using closure returned value obtained from unexported field")
	}
	return v.assignable("reflect.MakeFunc", t)
}

// asFunc makes a func value of a bound method. Only what binds methods sets it: a program that does not is spared calls through
// reflection, which cost more to compile than all else that package fmt asks of this package.
var asFunc func(v Value) Value

// methodValue returns a bound method as a func value of its own.
func (v Value) methodValue() Value { return asFunc(v) }

func (v Value) methodFunc() Value {
	t := v.methodType()
	bound := v
	bound.flag &^= readOnly
	f := MakeFunc(wrap(t), func(args []Value) []Value {
		if t.Variadic() {
			return bound.CallSlice(args)
		}
		return bound.Call(args)
	})
	f.flag |= v.flag & readOnly
	return f
}
