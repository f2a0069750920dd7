// Package reflectlite is the little of package reflect that packages below it need.
package reflectlite

import (
	"internal/descriptor"
	"unsafe"
)

// Kind is as in package reflect.
type Kind uint

const (
	Ptr       = Kind(descriptor.Pointer)
	Interface = Kind(descriptor.Interface)
	Slice     = Kind(descriptor.Slice)
	String    = Kind(descriptor.String)
	Struct    = Kind(descriptor.Struct)
)

// Type is a type.
type Type interface {
	Name() string
	PkgPath() string
	Size() uintptr
	Kind() Kind
	Implements(u Type) bool
	AssignableTo(u Type) bool
	Comparable() bool
	String() string
	Elem() Type
}

type rtype struct{ d descriptor.Type }

func wrap(t *descriptor.Type) Type {
	if t == nil {
		return nil
	}
	return (*rtype)(unsafe.Pointer(t))
}

// TypeOf returns the dynamic type of i, nil for nil.
func TypeOf(i any) Type { return wrap(descriptor.Of(i)) }

func (t *rtype) Name() string {
	return t.d.Name.String()
}

func (t *rtype) PkgPath() string {
	if !t.d.Is(descriptor.Named) {
		return ""
	}
	return t.d.Path.String()
}

func (t *rtype) Size() uintptr { return uintptr(t.d.Size) }

func (t *rtype) Kind() Kind { return Kind(t.d.Kind) }

func (t *rtype) String() string { return t.d.Text.String() }

func (t *rtype) Comparable() bool { return t.d.Is(descriptor.Comparable) }

func (t *rtype) Elem() Type {
	e := t.d.Elem()
	if e == nil {
		panic("reflect: Elem of invalid type " + t.String())
	}
	return wrap(e)
}

func (t *rtype) Implements(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.Implements")
	}
	if u.Kind() != Interface {
		panic("reflect: non-interface type passed to Type.Implements")
	}
	return descriptor.Implements(&u.(*rtype).d, &t.d)
}

func (t *rtype) AssignableTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.AssignableTo")
	}
	return descriptor.AssignableTo(&t.d, &u.(*rtype).d)
}

// Value is a value of any type: at lies the value itself, or for a direct one that is no variable, at is it.
type Value struct {
	typ      *descriptor.Type
	at       unsafe.Pointer
	variable bool
}

// ValueOf returns what is in i.
func ValueOf(i any) Value {
	e := (*descriptor.Eface)(unsafe.Pointer(&i))
	return Value{e.Type, e.Data, false}
}

// IsValid reports whether v holds a value.
func (v Value) IsValid() bool { return v.typ != nil }

// Kind returns the kind of v's type, 0 where it holds none.
func (v Value) Kind() Kind {
	if v.typ == nil {
		return 0
	}
	return Kind(v.typ.Kind)
}

// Type returns v's type.
func (v Value) Type() Type {
	if v.typ == nil {
		panic("reflect: call of reflectlite.Value.Type on zero Value")
	}
	return wrap(v.typ)
}

func (v Value) pointer() unsafe.Pointer {
	if v.variable || !v.typ.Is(descriptor.Direct) {
		return *(*unsafe.Pointer)(v.at)
	}
	return v.at
}

// IsNil reports whether v is nil.
func (v Value) IsNil() bool {
	switch v.typ.Kind {
	case descriptor.Chan, descriptor.Func, descriptor.Map, descriptor.Pointer, descriptor.UnsafePointer,
		descriptor.Interface, descriptor.Slice:
		return v.pointer() == nil
	}
	panic("reflect: call of reflectlite.Value.IsNil on " + v.typ.Text.String() + " Value")
}

// Elem returns what the pointer v points to.
func (v Value) Elem() Value {
	if v.typ == nil || v.typ.Kind != descriptor.Pointer {
		panic("reflect: call of reflectlite.Value.Elem on a value that is no pointer")
	}
	p := v.pointer()
	if p == nil {
		return Value{}
	}
	return Value{v.typ.Elem(), p, true}
}

// CanSet reports whether Set may be called.
func (v Value) CanSet() bool { return v.variable }

// Set assigns x to v.
func (v Value) Set(x Value) {
	if !v.variable {
		panic("reflect: reflectlite.Value.Set using unaddressable value")
	}
	if !descriptor.AssignableTo(x.typ, v.typ) {
		panic("reflect.Set: value of type " + x.typ.Text.String() + " is not assignable to type " + v.typ.Text.String())
	}
	if v.typ.Kind == descriptor.Interface {
		to := (*descriptor.Iface)(v.at)
		if x.typ.Kind == descriptor.Interface {
			x = x.dynamic()
			if x.typ == nil {
				*to = descriptor.Iface{}
				return
			}
		}
		data := x.word()
		*to = descriptor.Iface{Table: descriptor.Table(v.typ, x.typ), Data: data}
		return
	}
	if x.variable || !x.typ.Is(descriptor.Direct) {
		descriptor.Copy(v.typ, v.at, x.at)
	} else {
		*(*unsafe.Pointer)(v.at) = x.at
	}
}

// dynamic returns what is in an interface.
func (v Value) dynamic() Value {
	i := (*descriptor.Iface)(v.at)
	if v.typ.Aux == 0 {
		return Value{(*descriptor.Type)(i.Table), i.Data, false}
	}
	return Value{i.Type(), i.Data, false}
}

// word returns v as the data word of an interface.
func (v Value) word() unsafe.Pointer {
	if v.typ.Is(descriptor.Direct) {
		return v.pointer()
	}
	if !v.variable {
		return v.at
	}
	to := descriptor.New(v.typ)
	descriptor.Copy(v.typ, to, v.at)
	return to
}

// Len returns the length of a slice or string.
func (v Value) Len() int {
	switch v.Kind() {
	case Slice, String:
		return *(*int)(unsafe.Add(v.at, unsafe.Sizeof(uintptr(0))))
	}
	panic("reflect: call of reflectlite.Value.Len on a value that is neither slice nor string")
}

// Swapper returns a function that swaps two elements of a slice.
func Swapper(slice any) func(i, j int) {
	v := ValueOf(slice)
	if v.Kind() != Slice {
		panic("reflect: call of Swapper on a value that is no slice")
	}
	elem := v.typ.Elem()
	size := uintptr(elem.Size)
	at, n := *(*unsafe.Pointer)(v.at), v.Len()
	place := func(i int) unsafe.Pointer {
		if uint(i) >= uint(n) {
			panic("reflect: slice index out of range")
		}
		return unsafe.Add(at, uintptr(i)*size)
	}
	switch {
	case elem.Kind == descriptor.String:
		s := unsafe.Slice((*string)(at), n)
		return func(i, j int) { s[i], s[j] = s[j], s[i] }
	case elem.PointerBytes == 0 && size == 8:
		s := unsafe.Slice((*uint64)(at), n)
		return func(i, j int) { s[i], s[j] = s[j], s[i] }
	case elem.PointerBytes == 0 && size == 4:
		s := unsafe.Slice((*uint32)(at), n)
		return func(i, j int) { s[i], s[j] = s[j], s[i] }
	}
	spare := descriptor.New(elem)
	return func(i, j int) {
		a, b := place(i), place(j)
		descriptor.Copy(elem, spare, a)
		descriptor.Copy(elem, a, b)
		descriptor.Copy(elem, b, spare)
	}
}
