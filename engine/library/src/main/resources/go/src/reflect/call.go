package reflect

import (
	"internal/descriptor"
	"runtime"
	"unsafe"
)

// call calls a func value: one word of 64 bits for each word of arguments and results, as the engine holds them.
func call(closure unsafe.Pointer, args, results []uint64)

// thunkAt returns the entry of code number i, as it stands in a func value.
func thunkAt(i int32) unsafe.Pointer

// loadWord reads an argument's word of a size, extended as the engine holds it: addresses are those of the host.
func loadWord(at unsafe.Pointer, form uint8) uint64

// storeWord is its reverse.
func storeWord(at unsafe.Pointer, form uint8, word uint64)

// address returns a pointer as such a word.
func address(p unsafe.Pointer) uint64

// Call calls the function v. A variadic one gets its last arguments one by one.
func (v Value) Call(in []Value) []Value {
	v.must(Func, "Call")
	v.mustBeExported("Value.Call")
	return v.call("Call", in, false)
}

// CallSlice calls the variadic function v with a slice as its last argument.
func (v Value) CallSlice(in []Value) []Value {
	v.must(Func, "CallSlice")
	v.mustBeExported("Value.CallSlice")
	return v.call("CallSlice", in, true)
}

func (v Value) call(op string, in []Value, spread bool) []Value {
	t := v.typ
	var receiver Value
	var closure unsafe.Pointer
	if v.isMethod() {
		t, closure, receiver = v.bound("reflect.Value." + op)
	} else {
		closure = v.pointer()
	}
	if closure == nil {
		panic("reflect.Value.Call: call of nil function")
	}
	return invoke(t, closure, receiver, arguments(op, t, in, spread))
}

// arguments checks the arguments and converts them to the types of the parameters.
func arguments(op string, t *descriptor.Type, in []Value, spread bool) []Value {
	n := t.Ins()
	variadic := t.Variadic()
	switch {
	case spread && !variadic:
		panic("reflect: CallSlice of non-variadic function")
	case spread && len(in) < n, !spread && (len(in) < n && !variadic || len(in) < n-1):
		panic("reflect: " + op + " with too few input arguments")
	case (spread || !variadic) && len(in) > n:
		panic("reflect: " + op + " with too many input arguments")
	}
	for _, x := range in {
		if x.typ == nil {
			panic("reflect: " + op + " using zero Value argument")
		}
	}
	out := make([]Value, n)
	fixed := n
	if variadic && !spread {
		fixed = n - 1
		list := t.In(fixed)
		rest := MakeSlice(wrap(list), len(in)-fixed, len(in)-fixed)
		for i, x := range in[fixed:] {
			if !descriptor.AssignableTo(x.Type().descriptor(), list.Elem()) {
				panic("reflect: cannot use " + x.Type().String() + " as type " + list.Elem().Text.String() + " in " + op)
			}
			rest.Index(i).Set(x)
		}
		out[fixed] = rest
	}
	for i := range fixed {
		x := in[i]
		x.mustBeExportedFor(op)
		if !descriptor.AssignableTo(x.Type().descriptor(), t.In(i)) {
			panic("reflect: " + op + " using " + x.Type().String() + " as type " + t.In(i).Text.String())
		}
		out[i] = x.assignable("reflect.Value.Call", t.In(i))
	}
	return out
}

// callMade calls a function of MakeFunc, which no dispatcher for words knows: its shape is not that of its literal.
func callMade(closure unsafe.Pointer, args, results []uint64) {
	f := *(*func(args, results unsafe.Pointer, _ int8, _ float32, _ complex64, _ float64, _ uint16))(unsafe.Pointer(&closure))
	f(unsafe.Pointer(unsafe.SliceData(args)), unsafe.Pointer(unsafe.SliceData(results)), 0, 0, 0, 0, 0)
}

// wordSpace returns room for n words, which the collector takes for pointers where they look like some: between the memory of a
// value and a call they are held nowhere else.
func wordSpace(n int) []uint64

// collectInCalls has a collection before and after every call, for tests.
var collectInCalls bool

// invoke calls with the data word of a receiver in front, unless that is the zero Value, and then the arguments.
func invoke(t *descriptor.Type, closure unsafe.Pointer, receiver Value, in []Value) []Value {
	ins, outs := t.Ins(), t.Outs()
	results := make([]unsafe.Pointer, outs)
	forms := make([][]descriptor.Word, outs)
	words, total := 0, 0
	for i := range outs {
		rt := t.In(ins + i)
		results[i] = descriptor.New(rt)
		var ok bool
		if forms[i], ok = descriptor.Words(rt); !ok {
			total++
		}
		words += len(forms[i])
	}
	shapes := make([][]descriptor.Word, len(in))
	inWords := make([]bool, len(in))
	for i := range in {
		shapes[i], inWords[i] = descriptor.Words(in[i].typ)
		total += len(shapes[i])
		if !inWords[i] {
			total++
		}
	}
	all := wordSpace(total + 1)[:0]
	back := wordSpace(words)
	if receiver.typ != nil {
		all = append(all, address(receiver.at))
	}
	for i := range outs {
		if forms[i] == nil && t.In(ins+i).Size > 0 {
			all = append(all, address(results[i]))
		}
	}
	for i := range in {
		at := in[i].place()
		if !inWords[i] {
			copied := descriptor.New(in[i].typ)
			descriptor.Copy(in[i].typ, copied, at)
			all = append(all, address(copied))
		}
		for _, s := range shapes[i] {
			all = append(all, loadWord(unsafe.Add(at, int(s.Offset)), s.Form))
		}
	}
	if collectInCalls {
		runtime.GC()
	}
	if isMade(closure) {
		callMade(closure, all, back)
	} else {
		call(closure, all, back)
	}
	if collectInCalls {
		runtime.GC()
	}
	at := 0
	for i := range outs {
		for _, s := range forms[i] {
			storeWord(unsafe.Add(results[i], int(s.Offset)), s.Form, back[at])
			at++
		}
	}
	out := make([]Value, outs)
	for i := range out {
		out[i] = received(t.In(ins+i), results[i])
	}
	return out
}

// Methods.

// NumMethod returns the number of exported methods.
func (v Value) NumMethod() int {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.NumMethod", Invalid})
	}
	if v.isMethod() {
		return 0
	}
	return wrap(v.typ).NumMethod()
}

// Method returns method number i, bound to v.
func (v Value) Method(i int) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Method", Invalid})
	}
	if v.isMethod() || uint(i) >= uint(wrap(v.typ).NumMethod()) {
		panic("reflect: Method index out of range")
	}
	if v.typ.Kind == descriptor.Interface && v.IsNil() {
		panic("reflect: Method on nil interface value")
	}
	asFunc = Value.methodFunc
	v.flag = v.flag&(readOnly|indirect) | flag(i+1)<<methodShift
	return v
}

// MethodByName returns the method of that name, bound to v, or the zero Value.
func (v Value) MethodByName(name string) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.MethodByName", Invalid})
	}
	if v.isMethod() {
		return Value{}
	}
	if v.typ.Kind == descriptor.Interface {
		m, ok := wrap(v.typ).MethodByName(name)
		if !ok {
			return Value{}
		}
		return v.Method(m.Index)
	}
	i := wrap(v.typ).methodIndex(name)
	if i < 0 {
		return Value{}
	}
	return v.Method(i)
}

// methodType returns the type of a bound method.
func (v Value) methodType() *descriptor.Type {
	i := int(v.flag>>methodShift) - 1
	if v.typ.Kind == descriptor.Interface {
		return v.typ.InterfaceMethods()[i].Func()
	}
	return wrap(v.typ).exported()[i].Func()
}

// bound returns the type of a bound method, a func value that takes the receiver's data word in front, and that word.
func (v Value) bound(op string) (*descriptor.Type, unsafe.Pointer, Value) {
	i := int(v.flag>>methodShift) - 1
	receiver := v
	receiver.flag &= readOnly | indirect
	var m *descriptor.Method
	if v.typ.Kind == descriptor.Interface {
		method := &v.typ.InterfaceMethods()[i]
		name := method.Name.String()
		if method.Path.String() != "" {
			panic("reflect: " + op + " of unexported method")
		}
		receiver = receiver.dynamic()
		if receiver.typ == nil {
			panic("reflect: " + op + " of method on nil interface value")
		}
		list := receiver.typ.Methods()
		for k := range list {
			if list[k].Name.String() == name {
				m = &list[k]
				break
			}
		}
	} else {
		m = wrap(v.typ).exported()[i]
	}
	receiver.at = receiver.word()
	return m.Func(), codeValue(m.ViaData), receiver
}

// codeValue makes a func value of code without captured variables.
func codeValue(thunk int32) unsafe.Pointer {
	if thunk < 0 {
		panic("reflect: method is not part of the program")
	}
	cell := new(unsafe.Pointer)
	*cell = thunkAt(thunk)
	return unsafe.Pointer(cell)
}

// methodCode is what Pointer says of every bound method.
func methodCode() unsafe.Pointer { return thunkAt(0) }
