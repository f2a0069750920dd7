package reflect

import (
	"internal/descriptor"
	"unsafe"
)

// assignable returns v as a value of type t, to which it is assigned in the function named.
func (v Value) assignable(context string, t *descriptor.Type) Value {
	if v.isMethod() {
		v = v.methodValue()
	}
	switch {
	case v.typ == t:
		return v
	case t.Kind == descriptor.Interface && descriptor.Implements(t, v.typ):
		if v.kind() == Interface {
			if v.IsNil() {
				return Value{t, descriptor.New(t), indirect}
			}
			v = v.Elem()
		}
		return boxedAs(t, v)
	case descriptor.AssignableTo(v.typ, t):
		return Value{t, v.at, v.flag & (indirect | addressable | readOnly)}
	}
	panic(context + ": value of type " + v.typ.Text.String() + " is not assignable to type " + t.Text.String())
}

// boxedAs puts v, which implements it, into an interface of type t.
//
//gorrery:makes part
func boxedAs(t *descriptor.Type, v Value) Value {
	to := (*descriptor.Iface)(descriptor.New(t))
	data := v.word()
	to.Table = descriptor.Table(t, v.typ)
	to.Data = data
	return Value{t, unsafe.Pointer(to), indirect}
}

// Set assigns x to v.
func (v Value) Set(x Value) {
	v.mustBeAssignable("Set")
	x.mustBeExportedFor("Set")
	x = x.assignable("reflect.Set", v.typ)
	store(v, x)
}

func store(v, x Value) {
	if x.flag&indirect != 0 {
		descriptor.Copy(v.typ, v.at, x.at)
	} else {
		*(*unsafe.Pointer)(v.at) = x.at
	}
}

// SetZero sets v to the zero value of its type.
func (v Value) SetZero() {
	v.mustBeAssignable("SetZero")
	descriptor.Clear(v.typ, v.at)
}

// SetBool sets v.
func (v Value) SetBool(x bool) {
	v.mustBeAssignable("SetBool")
	v.must(Bool, "SetBool")
	*(*bool)(v.at) = x
}

// SetInt sets v to the low bits of x.
func (v Value) SetInt(x int64) {
	v.mustBeAssignable("SetInt")
	switch v.kind() {
	case Int:
		*(*int)(v.at) = int(x)
	case Int8:
		*(*int8)(v.at) = int8(x)
	case Int16:
		*(*int16)(v.at) = int16(x)
	case Int32:
		*(*int32)(v.at) = int32(x)
	case Int64:
		*(*int64)(v.at) = x
	default:
		panic(v.wrong("SetInt"))
	}
}

// SetUint sets v to the low bits of x.
func (v Value) SetUint(x uint64) {
	v.mustBeAssignable("SetUint")
	switch v.kind() {
	case Uint:
		*(*uint)(v.at) = uint(x)
	case Uint8:
		*(*uint8)(v.at) = uint8(x)
	case Uint16:
		*(*uint16)(v.at) = uint16(x)
	case Uint32:
		*(*uint32)(v.at) = uint32(x)
	case Uint64:
		*(*uint64)(v.at) = x
	case Uintptr:
		*(*uintptr)(v.at) = uintptr(x)
	default:
		panic(v.wrong("SetUint"))
	}
}

// SetFloat sets v, rounded to its type.
func (v Value) SetFloat(x float64) {
	v.mustBeAssignable("SetFloat")
	switch v.kind() {
	case Float32:
		*(*float32)(v.at) = float32(x)
	case Float64:
		*(*float64)(v.at) = x
	default:
		panic(v.wrong("SetFloat"))
	}
}

// SetComplex sets v, rounded to its type.
func (v Value) SetComplex(x complex128) {
	v.mustBeAssignable("SetComplex")
	switch v.kind() {
	case Complex64:
		*(*complex64)(v.at) = complex64(x)
	case Complex128:
		*(*complex128)(v.at) = x
	default:
		panic(v.wrong("SetComplex"))
	}
}

// SetString sets v.
func (v Value) SetString(x string) {
	v.mustBeAssignable("SetString")
	v.must(String, "SetString")
	*(*string)(v.at) = x
}

// SetBytes sets v to the slice x.
func (v Value) SetBytes(x []byte) {
	v.mustBeAssignable("SetBytes")
	v.must(Slice, "SetBytes")
	if v.typ.Elem().Kind != descriptor.Uint8 {
		panic("reflect.Value.SetBytes of non-byte slice")
	}
	*(*[]byte)(v.at) = x
}

// SetPointer sets v.
func (v Value) SetPointer(x unsafe.Pointer) {
	v.mustBeAssignable("SetPointer")
	v.must(UnsafePointer, "SetPointer")
	*(*unsafe.Pointer)(v.at) = x
}

// Zero returns the zero value of a type.
func Zero(typ Type) Value {
	if typ == nil {
		panic("reflect: Zero(nil)")
	}
	t := typ.descriptor()
	if t.Is(descriptor.Direct) {
		return Value{t, nil, 0}
	}
	if t.Size <= uint64(unsafe.Sizeof(zeros)) {
		return Value{t, unsafe.Pointer(&zeros), indirect}
	}
	return Value{t, descriptor.New(t), indirect}
}

// zeros is where small zero values lie, which nobody can change.
var zeros [1024 / unsafe.Sizeof(uint64(0))]uint64

// New returns a pointer to a new zero value of a type.
func New(typ Type) Value {
	if typ == nil {
		panic("reflect: New(nil)")
	}
	t := typ.descriptor()
	return Value{pointerTo(t), descriptor.New(t), 0}
}

// NewAt returns p as a pointer to a value of a type.
func NewAt(typ Type, p unsafe.Pointer) Value { return Value{pointerTo(typ.descriptor()), p, 0} }
