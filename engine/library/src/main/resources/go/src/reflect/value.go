package reflect

import (
	"errors"
	"internal/descriptor"
	"unsafe"
)

// Value is a value of any type, or none: the zero Value.
type Value struct {
	typ *descriptor.Type
	// Where the value lies (flag indirect), or the value, which is one pointer.
	at unsafe.Pointer
	flag
}

// flag tells how a Value holds its value and what may be done with it; from methodShift on, the index of the method that a func
// value binds to what at holds, plus 1. The bits lie where Go's do: printers and testing packages that are out for what unexported
// fields hold find this field by its name, and refuse to start where hidden, hiddenInside and addressable are other bits.
type flag uintptr

const (
	hidden       flag = 1 << (iota + 5) // got through an unexported field
	hiddenInside                        // got through an unexported embedded field
	indirect
	addressable // a variable, at is its address
	methodShift = 10
	readOnly    = hidden | hiddenInside
)

// ValueOf returns what is in i, the zero Value for nil.
func ValueOf(i any) Value {
	if i == nil {
		return Value{}
	}
	e := (*descriptor.Eface)(unsafe.Pointer(&i))
	return fromWord(e.Type, e.Data, 0)
}

// fromWord makes a Value of an interface's two words.
func fromWord(t *descriptor.Type, data unsafe.Pointer, f flag) Value {
	if !t.Is(descriptor.Direct) {
		f |= indirect
	}
	return Value{t, data, f}
}

// isMethod reports whether f is of a method that is bound to its receiver.
func (f flag) isMethod() bool { return f>>methodShift != 0 }

// inherited gives what a part of a value has of its flags.
func (f flag) inherited() flag {
	if f&readOnly != 0 {
		return hidden
	}
	return 0
}

func (v Value) kind() Kind {
	switch {
	case v.typ == nil:
		return Invalid
	case v.isMethod():
		return Func
	}
	return Kind(v.typ.Kind)
}

func (v Value) wrong(method string) *ValueError {
	return &ValueError{"reflect.Value." + method, v.kind()}
}

func (v Value) must(k Kind, method string) {
	if v.kind() != k {
		panic(v.wrong(method))
	}
}

// mustBeExported panics where v came through an unexported field.
func (v Value) mustBeExported(method string) {
	if v.typ == nil {
		panic(&ValueError{"reflect." + method, Invalid})
	}
	if v.flag&readOnly != 0 {
		panic("reflect: reflect." + method + " using value obtained using unexported field")
	}
}

// mustBeExportedFor is mustBeExported for a method of Value.
func (v Value) mustBeExportedFor(method string) {
	if v.typ == nil || v.flag&readOnly != 0 {
		v.mustBeExported("Value." + method)
	}
}

// mustBeAssignable panics where v is no variable or came through an unexported field.
func (v Value) mustBeAssignable(method string) {
	v.mustBeExportedFor(method)
	if v.flag&addressable == 0 {
		panic("reflect: reflect.Value." + method + " using unaddressable value")
	}
}

// pointer returns a value that is one pointer.
func (v Value) pointer() unsafe.Pointer {
	if v.flag&indirect != 0 {
		return *(*unsafe.Pointer)(v.at)
	}
	return v.at
}

var (
	isLeaking bool // never
	leaked    unsafe.Pointer
)

// leaks tells the compiler that what p points to goes to where it does not see it.
func leaks(p unsafe.Pointer) {
	if isLeaking {
		leaked = p
	}
}

// place returns where the value lies, after having put it into memory where need be.
func (v *Value) place() unsafe.Pointer {
	if v.flag&indirect != 0 {
		return v.at
	}
	return unsafe.Pointer(&v.at)
}

// IsValid reports whether v holds a value.
func (v Value) IsValid() bool { return v.typ != nil }

// Kind returns the kind of v's type, Invalid for the zero Value.
func (v Value) Kind() Kind { return v.kind() }

// Type returns v's type.
func (v Value) Type() Type {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Type", Invalid})
	}
	if v.isMethod() {
		return wrap(v.methodType())
	}
	return wrap(v.typ)
}

// CanAddr reports whether v is a variable.
func (v Value) CanAddr() bool { return v.flag&addressable != 0 }

// CanSet reports whether v may be changed.
func (v Value) CanSet() bool { return v.flag&(addressable|readOnly) == addressable }

// CanInterface reports whether Interface may be called.
func (v Value) CanInterface() bool {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.CanInterface", Invalid})
	}
	return v.flag&readOnly == 0
}

// CanInt reports whether Int may be called.
func (v Value) CanInt() bool { return v.kind() >= Int && v.kind() <= Int64 }

// CanUint reports whether Uint may be called.
func (v Value) CanUint() bool { return v.kind() >= Uint && v.kind() <= Uintptr }

// CanFloat reports whether Float may be called.
func (v Value) CanFloat() bool { return v.kind() == Float32 || v.kind() == Float64 }

// CanComplex reports whether Complex may be called.
func (v Value) CanComplex() bool { return v.kind() == Complex64 || v.kind() == Complex128 }

// Addr returns a pointer to v.
func (v Value) Addr() Value {
	if v.flag&addressable == 0 {
		panic("reflect.Value.Addr of unaddressable value")
	}
	return Value{pointerTo(v.typ), v.at, v.flag & readOnly}
}

// UnsafeAddr returns the address of v.
func (v Value) UnsafeAddr() uintptr {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.UnsafeAddr", Invalid})
	}
	if v.flag&addressable == 0 {
		panic("reflect.Value.UnsafeAddr of unaddressable value")
	}
	return uintptr(v.at)
}

// Interface returns v in an interface.
func (v Value) Interface() any {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Interface", Invalid})
	}
	if v.flag&readOnly != 0 {
		panic("reflect.Value.Interface: cannot return value obtained from unexported field or method")
	}
	return v.boxed()
}

// boxed is Interface without its check.
//
//gorrery:makes part
func (v Value) boxed() any { return looked(v) }

// looked is boxed for package fmt, which asks what it gets for its own methods and gives it to nobody.
func looked(v Value) any {
	var out any
	e := (*descriptor.Eface)(unsafe.Pointer(&out))
	if v.kind() == Interface {
		data := v.dynamic()
		if data.typ == nil {
			return nil
		}
		v = data
	}
	if v.isMethod() {
		v = v.methodValue()
	}
	data := v.word()
	e.Data = data
	e.Type = v.typ
	return out
}

// word returns v as an interface's data word; a variable's value is copied.
func (v Value) word() unsafe.Pointer {
	if v.typ.Is(descriptor.Direct) {
		return v.pointer()
	}
	if v.flag&addressable == 0 {
		return v.at
	}
	to := descriptor.New(v.typ)
	descriptor.Copy(v.typ, to, v.at)
	return to
}

// dynamic returns what is in the interface v, the zero Value for nil.
func (v Value) dynamic() Value {
	i := (*descriptor.Iface)(v.at)
	t := (*descriptor.Type)(i.Table)
	if v.typ.Aux != 0 {
		t = i.Type()
	}
	if t == nil {
		return Value{}
	}
	return fromWord(t, i.Data, v.flag.inherited())
}

// InterfaceData returns two words of the interface v that mean nothing to others.
func (v Value) InterfaceData() [2]uintptr {
	v.must(Interface, "InterfaceData")
	return *(*[2]uintptr)(v.at)
}

// TypeAssert is Interface followed by an assertion to T.
func TypeAssert[T any](v Value) (T, bool) {
	if v.typ == nil {
		panic(&ValueError{"reflect.TypeAssert", Invalid})
	}
	if v.flag&readOnly != 0 {
		panic("reflect.TypeAssert: cannot return value obtained from unexported field or method")
	}
	if v.typ.Kind != descriptor.Interface && !v.isMethod() { // without putting the value into an interface
		wanted := typeOf[T]()
		switch {
		case v.typ != wanted && (wanted.Kind != descriptor.Interface || !descriptor.Implements(wanted, v.typ)):
			var none T
			return none, false
		case v.typ == wanted && v.flag&indirect != 0:
			return *(*T)(v.at), true
		case v.typ == wanted:
			return *(*T)(unsafe.Pointer(&v.at)), true
		}
	}
	t, ok := v.boxed().(T)
	return t, ok
}

// typeOf returns the descriptor of T without a value of it.
func typeOf[T any]() *descriptor.Type {
	p := any((*T)(nil))
	return (*descriptor.Eface)(unsafe.Pointer(&p)).Type.Elem()
}

// Elem returns what is in the interface v or where the pointer v points to, the zero Value for nil.
func (v Value) Elem() Value {
	switch v.kind() {
	case Interface:
		return v.dynamic()
	case Pointer:
		p := v.pointer()
		if p == nil {
			return Value{}
		}
		return Value{v.typ.Elem(), p, v.flag&readOnly | indirect | addressable}
	}
	panic(v.wrong("Elem"))
}

// Indirect returns what v points to, or v itself where it is no pointer.
func Indirect(v Value) Value {
	if v.kind() != Pointer {
		return v
	}
	return v.Elem()
}

// IsNil reports whether v is nil.
func (v Value) IsNil() bool {
	switch v.kind() {
	case Chan, Func, Map, Pointer, UnsafePointer:
		return !v.isMethod() && v.pointer() == nil
	case Interface, Slice:
		return *(*unsafe.Pointer)(v.at) == nil
	}
	panic(v.wrong("IsNil"))
}

// IsZero reports whether v is the zero value of its type.
func (v Value) IsZero() bool {
	switch k := v.kind(); k {
	case Invalid:
		panic(&ValueError{"reflect.Value.IsZero", Invalid})
	case Float32, Float64:
		return v.Float() == 0
	case Complex64, Complex128:
		return v.Complex() == 0
	case Bool, Int, Int8, Int16, Int32, Int64, Uint, Uint8, Uint16, Uint32, Uint64, Uintptr:
		return allZero(v.at, v.typ.Size)
	case Array:
		if v.typ.Is(descriptor.RegularMemory) {
			return allZero(v.place(), v.typ.Size)
		}
		for i := range v.Len() {
			if !v.Index(i).IsZero() {
				return false
			}
		}
		return true
	case Struct:
		if v.typ.Is(descriptor.RegularMemory) {
			return allZero(v.place(), v.typ.Size)
		}
		for i := range int(v.typ.Aux) {
			if f := v.Field(i); !f.IsZero() && v.typ.Fields()[i].Name.String() != "_" {
				return false
			}
		}
		return true
	case String:
		return v.Len() == 0
	default:
		return v.IsNil()
	}
}

func allZero(at unsafe.Pointer, n uint64) bool {
	for _, b := range unsafe.Slice((*byte)(at), int(n)) {
		if b != 0 {
			return false
		}
	}
	return true
}

// Bool returns v's value.
func (v Value) Bool() bool {
	v.must(Bool, "Bool")
	return *(*bool)(v.at)
}

// Int returns v's value.
func (v Value) Int() int64 {
	switch v.kind() {
	case Int:
		return int64(*(*int)(v.at))
	case Int8:
		return int64(*(*int8)(v.at))
	case Int16:
		return int64(*(*int16)(v.at))
	case Int32:
		return int64(*(*int32)(v.at))
	case Int64:
		return *(*int64)(v.at)
	}
	panic(v.wrong("Int"))
}

// Uint returns v's value.
func (v Value) Uint() uint64 {
	switch v.kind() {
	case Uint:
		return uint64(*(*uint)(v.at))
	case Uint8:
		return uint64(*(*uint8)(v.at))
	case Uint16:
		return uint64(*(*uint16)(v.at))
	case Uint32:
		return uint64(*(*uint32)(v.at))
	case Uint64:
		return *(*uint64)(v.at)
	case Uintptr:
		return uint64(*(*uintptr)(v.at))
	}
	panic(v.wrong("Uint"))
}

// Float returns v's value.
func (v Value) Float() float64 {
	switch v.kind() {
	case Float32:
		return float64(*(*float32)(v.at))
	case Float64:
		return *(*float64)(v.at)
	}
	panic(v.wrong("Float"))
}

// Complex returns v's value.
func (v Value) Complex() complex128 {
	switch v.kind() {
	case Complex64:
		return complex128(*(*complex64)(v.at))
	case Complex128:
		return *(*complex128)(v.at)
	}
	panic(v.wrong("Complex"))
}

// String returns v's value where it is a string, else its type in brackets.
func (v Value) String() string {
	switch v.kind() {
	case String:
		return *(*string)(v.at)
	case Invalid:
		return "<invalid Value>"
	}
	return "<" + v.Type().String() + " Value>"
}

// Bytes returns the bytes of a slice or of an array that is a variable.
func (v Value) Bytes() []byte {
	switch v.kind() {
	case Slice:
		if v.typ.Elem().Kind != descriptor.Uint8 {
			panic("reflect.Value.Bytes of non-byte slice")
		}
		return *(*[]byte)(v.at)
	case Array:
		if v.typ.Elem().Kind != descriptor.Uint8 {
			panic("reflect.Value.Bytes of non-byte array")
		}
		if !v.CanAddr() {
			panic("reflect.Value.Bytes of unaddressable byte array")
		}
		return unsafe.Slice((*byte)(v.at), int(v.typ.Length))
	}
	panic(v.wrong("Bytes"))
}

// Pointer returns the address that v is, or of a slice's or string's first element.
func (v Value) Pointer() uintptr {
	switch v.kind() {
	case Chan, Func, Map, Pointer, UnsafePointer, Slice, String:
		return uintptr(v.UnsafePointer())
	}
	panic(v.wrong("Pointer"))
}

// UnsafePointer is Pointer with another result; of a func it is where its code begins.
func (v Value) UnsafePointer() unsafe.Pointer {
	switch v.kind() {
	case Chan, Map, Pointer, UnsafePointer:
		return v.pointer()
	case Func:
		if v.isMethod() {
			return methodCode()
		}
		p := v.pointer()
		if p != nil {
			p = *(*unsafe.Pointer)(p)
		}
		return p
	case Slice, String:
		return *(*unsafe.Pointer)(v.at)
	}
	panic(v.wrong("UnsafePointer"))
}

// Comparable reports whether v can be compared without a panic.
func (v Value) Comparable() bool {
	switch v.kind() {
	case Invalid:
		return false
	case Interface:
		return v.IsNil() || v.Elem().Comparable()
	case Array:
		for i := range v.Len() {
			if !v.Index(i).Comparable() {
				return false
			}
		}
		return v.typ.Is(descriptor.Comparable)
	case Struct:
		for i := range v.NumField() {
			if !v.Field(i).Comparable() {
				return false
			}
		}
		return v.typ.Is(descriptor.Comparable)
	}
	return v.typ.Is(descriptor.Comparable) && !v.isMethod()
}

// Equal compares v and u as == does; interfaces by what is in them.
func (v Value) Equal(u Value) bool {
	if v.kind() == Interface {
		v = v.Elem()
	}
	if u.kind() == Interface {
		u = u.Elem()
	}
	if v.typ == nil || u.typ == nil {
		return v.typ == u.typ
	}
	if v.kind() != u.kind() || v.Type() != u.Type() {
		return false
	}
	if v.Comparable() && u.Comparable() {
		return descriptor.Equal(v.typ, v.place(), u.place())
	}
	switch v.kind() {
	case Array:
		for i := range v.Len() {
			if !v.Index(i).Equal(u.Index(i)) {
				return false
			}
		}
	case Struct:
		for i := range v.NumField() {
			if !v.Field(i).Equal(u.Field(i)) {
				return false
			}
		}
	}
	panic("reflect.Value.Equal: values of type " + v.Type().String() + " are not comparable")
}

// Structs.

// NumField returns the number of fields.
func (v Value) NumField() int {
	v.must(Struct, "NumField")
	return int(v.typ.Aux)
}

// Field returns the field of that number.
func (v Value) Field(i int) Value {
	v.must(Struct, "Field")
	fields := v.typ.Fields()
	if uint(i) >= uint(len(fields)) {
		panic("reflect: Field index out of range")
	}
	f := &fields[i]
	flags := v.flag & (indirect | addressable | hidden)
	if !f.Exported() {
		if f.Embedded() {
			flags |= hiddenInside
		} else {
			flags |= hidden
		}
	}
	if flags&indirect == 0 {
		return Value{f.Type(), v.at, flags} // its only field
	}
	return Value{f.Type(), unsafe.Add(v.at, int(f.Offset)), flags}
}

// FieldByIndex returns a field of a field of …; it panics where an embedded pointer on the way is nil.
func (v Value) FieldByIndex(index []int) Value {
	out, err := v.byIndex(index)
	if err != "" {
		panic("reflect: indirection through nil pointer to embedded struct")
	}
	return out
}

// FieldByIndexErr is FieldByIndex with an error where an embedded pointer on the way is nil.
func (v Value) FieldByIndexErr(index []int) (Value, error) {
	out, err := v.byIndex(index)
	if err != "" {
		return Value{}, errors.New(err)
	}
	return out, nil
}

func (v Value) byIndex(index []int) (Value, string) {
	if len(index) == 1 {
		return v.Field(index[0]), ""
	}
	v.must(Struct, "FieldByIndex")
	for depth, i := range index {
		if depth > 0 && v.kind() == Pointer && v.typ.Elem().Kind == descriptor.Struct {
			if v.IsNil() {
				return Value{}, "reflect: indirection through nil pointer to embedded struct field " + v.typ.Elem().Name.String()
			}
			v = v.Elem()
		}
		v = v.Field(i)
	}
	return v, ""
}

// FieldByName returns the field of that name, the zero Value where there is none.
func (v Value) FieldByName(name string) Value {
	v.must(Struct, "FieldByName")
	if f, ok := wrap(v.typ).FieldByName(name); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// FieldByNameFunc returns the field whose name matches.
func (v Value) FieldByNameFunc(match func(string) bool) Value {
	if f, ok := wrap(v.typ).FieldByNameFunc(match); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// Overflow.

// OverflowInt reports whether x does not fit v's type.
func (v Value) OverflowInt(x int64) bool {
	if !v.CanInt() {
		panic(v.wrong("OverflowInt"))
	}
	return wrap(v.typ).OverflowInt(x)
}

// OverflowUint reports whether x does not fit v's type.
func (v Value) OverflowUint(x uint64) bool {
	if !v.CanUint() {
		panic(v.wrong("OverflowUint"))
	}
	return wrap(v.typ).OverflowUint(x)
}

// OverflowFloat reports whether x does not fit v's type.
func (v Value) OverflowFloat(x float64) bool {
	if !v.CanFloat() {
		panic(v.wrong("OverflowFloat"))
	}
	return wrap(v.typ).OverflowFloat(x)
}

// OverflowComplex reports whether x does not fit v's type.
func (v Value) OverflowComplex(x complex128) bool {
	if !v.CanComplex() {
		panic(v.wrong("OverflowComplex"))
	}
	return wrap(v.typ).OverflowComplex(x)
}
