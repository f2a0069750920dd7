// Package descriptor reads the descriptors of types that the compiler leaves in read-only memory, and interface values as they lie in
// memory. What lies where is laid down by the engine's class TypeLayout.
package descriptor

import "unsafe"

// Kind is what a type is made by, numbered as in package reflect.
type Kind = uint8

const (
	Invalid Kind = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

// Bits of Type.Flags.
const (
	Named = 1 << iota
	Comparable
	Direct // an interface holds the value itself: it is one pointer
	RegularMemory
	IntegerLike
)

// Text is a string in read-only memory.
type Text struct{ offset, length uint32 }

// Type is a descriptor. References are offsets from one base, 0 for none.
type Type struct {
	Size               uint64
	PointerBytes       uint64
	Hash               uint32
	Kind               Kind
	Align, FieldAlign  uint8
	Flags              uint8
	Text, Name, Path   Text
	pointerTo, methods int32
	Mask, elem, key    int32
	Aux                int32
	Length             uint64
	List               int32
	sliceOf            int32
}

// Method is a method of a type that is no interface, without its receiver in Func. ViaData and ViaReceiver are indices of its code for
// a receiver that is an interface's data word or a value of the type, -1 where there is none.
type Method struct {
	Name, Path  Text
	signature   int32
	ViaData     int32
	ViaReceiver int32
	flags       uint32
}

// InterfaceMethod is a method of an interface.
type InterfaceMethod struct {
	Name, Path Text
	signature  int32
	_          int32
}

// Field is a field of a struct.
type Field struct {
	Name, Path Text
	typ        int32
	flags      uint32
	Tag        Text
	Offset     uint64
}

// base returns where references count from.
func base() unsafe.Pointer

var start = base()

// At returns what is at an offset from the base.
func At(offset int32) unsafe.Pointer { return unsafe.Add(start, int(offset)) }

// OffsetOf is the reverse of At.
func OffsetOf(p unsafe.Pointer) int32 { return int32(uintptr(p) - uintptr(start)) }

// ref returns the type that a reference names.
func ref(offset int32) *Type {
	if offset == 0 {
		return nil
	}
	return (*Type)(At(offset))
}

// String returns the text, which is not copied.
func (t Text) String() string {
	if t.length == 0 {
		return ""
	}
	return unsafe.String((*byte)(At(int32(t.offset))), int(t.length))
}

// TextAt describes n bytes in read-only memory.
func TextAt(p unsafe.Pointer, n int) Text { return Text{uint32(OffsetOf(p)), uint32(n)} }

// Elem returns the element type of an array, channel, map, pointer or slice.
func (t *Type) Elem() *Type { return ref(t.elem) }

// SetElem is for types under construction.
func (t *Type) SetElem(e *Type) { t.elem = OffsetOf(unsafe.Pointer(e)) }

// Key returns the key type of a map.
func (t *Type) Key() *Type { return ref(t.key) }

// SetKey is for types under construction.
func (t *Type) SetKey(k *Type) { t.key = OffsetOf(unsafe.Pointer(k)) }

// PointerTo returns the type of pointers to t, nil where the program has no need of it.
func (t *Type) PointerTo() *Type { return ref(t.pointerTo) }

// SliceOf returns the type of slices of t, nil where the program has no need of it.
func (t *Type) SliceOf() *Type { return ref(t.sliceOf) }

// SetMethods is for types under construction: at is what Methods reads.
func (t *Type) SetMethods(at unsafe.Pointer) { t.methods = OffsetOf(at) }

// Is reports whether a flag is set.
func (t *Type) Is(flag uint8) bool { return t.Flags&flag != 0 }

// Methods returns the methods, by name.
func (t *Type) Methods() []Method {
	if t.methods == 0 {
		return nil
	}
	list := At(t.methods)
	return unsafe.Slice((*Method)(unsafe.Add(list, 8)), int(*(*uint32)(list)))
}

// Promote gives t the methods of the type of its first field, which lies where t does.
func (t *Type) Promote(first *Type) { t.methods = first.methods }

// InterfaceMethods returns the methods of an interface, by name.
func (t *Type) InterfaceMethods() []InterfaceMethod {
	if t.Aux == 0 {
		return nil
	}
	return unsafe.Slice((*InterfaceMethod)(At(t.List)), int(t.Aux))
}

// Fields returns the fields of a struct.
func (t *Type) Fields() []Field {
	if t.Aux == 0 {
		return nil
	}
	return unsafe.Slice((*Field)(At(t.List)), int(t.Aux))
}

// Ins and Outs are the numbers of parameters and results of a func.
func (t *Type) Ins() int { return int(t.Aux & 0xffff) }

// Outs is the number of results of a func.
func (t *Type) Outs() int { return int(t.Aux >> 16 & 0x7fff) }

// Variadic reports whether the last parameter of a func is written with three dots.
func (t *Type) Variadic() bool { return t.Aux < 0 }

// In returns the type of a parameter of a func; results follow parameters.
func (t *Type) In(i int) *Type { return ref(*(*int32)(unsafe.Add(At(t.List), 4*i))) }

// Type returns the field's type.
func (f *Field) Type() *Type { return ref(f.typ) }

// SetType is for types under construction.
func (f *Field) SetType(t *Type) { f.typ = OffsetOf(unsafe.Pointer(t)) }

// Embedded reports whether the field has only a type in its declaration.
func (f *Field) Embedded() bool { return f.flags&1 != 0 }

// Exported reports whether the field's name begins with a capital letter.
func (f *Field) Exported() bool { return f.flags&2 != 0 }

// SetFlags is for types under construction.
func (f *Field) SetFlags(embedded, exported bool) {
	if embedded {
		f.flags |= 1
	}
	if exported {
		f.flags |= 2
	}
}

// Exported reports whether the method's name begins with a capital letter.
func (m *Method) Exported() bool { return m.flags&1 != 0 }

// Func returns the type of the method without receiver.
func (m *Method) Func() *Type { return ref(m.signature) }

// Func returns the type of the method.
func (m *InterfaceMethod) Func() *Type { return ref(m.signature) }

// Exported reports whether the method's name begins with a capital letter.
func (m *InterfaceMethod) Exported() bool { return m.Path.length == 0 }

// Eface is an interface value without methods.
type Eface struct {
	Type *Type
	Data unsafe.Pointer
}

// Iface is an interface value with methods.
type Iface struct {
	Table unsafe.Pointer
	Data  unsafe.Pointer
}

// Type returns the dynamic type.
func (i *Iface) Type() *Type {
	if i.Table == nil {
		return nil
	}
	return ref(*(*int32)(unsafe.Add(i.Table, 4)))
}

// Of returns the dynamic type of a value, nil for nil.
func Of(v any) *Type { return (*Eface)(unsafe.Pointer(&v)).Type }

// Implements reports whether t has the methods of the interface i.
func Implements(i, t *Type) bool {
	wanted := i.InterfaceMethods()
	if len(wanted) == 0 {
		return true
	}
	at := 0
	if t.Kind == Interface {
		for _, m := range t.InterfaceMethods() {
			w := &wanted[at]
			if same(w, m.Name, m.Path, m.signature) {
				if at++; at == len(wanted) {
					return true
				}
			}
		}
		return false
	}
	for _, m := range t.Methods() {
		w := &wanted[at]
		if same(w, m.Name, m.Path, m.signature) {
			if at++; at == len(wanted) {
				return true
			}
		}
	}
	return false
}

func same(w *InterfaceMethod, name, path Text, signature int32) bool {
	return w.signature == signature && w.Name.String() == name.String() && w.Path.String() == path.String()
}

// AssignableTo reports whether a value of type from may be assigned to a variable of type to, as the language rules.
func AssignableTo(from, to *Type) bool {
	if from == to {
		return true
	}
	if to.Kind == Interface {
		return Implements(to, from)
	}
	if from.Is(Named) && to.Is(Named) || from.Kind != to.Kind {
		return false
	}
	if from.Kind == Chan && from.Aux == 3 && from.Elem() == to.Elem() {
		return true
	}
	return SameUnderlying(from, to, true)
}

// SameUnderlying reports whether the types have identical underlying types, where tags may be left out of account.
func SameUnderlying(a, b *Type, tags bool) bool {
	if a == b {
		return true
	}
	if a.Kind != b.Kind {
		return false
	}
	if a.Kind >= Bool && a.Kind <= Complex128 || a.Kind == String || a.Kind == UnsafePointer {
		return true
	}
	switch a.Kind {
	case Array:
		return a.Length == b.Length && Identical(a.Elem(), b.Elem(), tags)
	case Chan:
		return a.Aux == b.Aux && Identical(a.Elem(), b.Elem(), tags)
	case Func:
		return sameFunc(a, b, tags)
	case Interface:
		return sameInterface(a, b)
	case Map:
		return Identical(a.Key(), b.Key(), tags) && Identical(a.Elem(), b.Elem(), tags)
	case Pointer, Slice:
		return Identical(a.Elem(), b.Elem(), tags)
	case Struct:
		return sameStruct(a, b, tags)
	}
	return false
}

// Identical reports whether the types are identical, where tags may be left out of account.
func Identical(a, b *Type, tags bool) bool {
	if a == b {
		return true
	}
	if tags || a.Is(Named) || b.Is(Named) {
		return false // identical types share one descriptor
	}
	return SameUnderlying(a, b, tags)
}

func sameFunc(a, b *Type, tags bool) bool {
	if a.Aux != b.Aux {
		return false
	}
	for i := range a.Ins() + a.Outs() {
		if !Identical(a.In(i), b.In(i), tags) {
			return false
		}
	}
	return true
}

func sameInterface(a, b *Type) bool {
	x, y := a.InterfaceMethods(), b.InterfaceMethods()
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if !same(&x[i], y[i].Name, y[i].Path, y[i].signature) {
			return false
		}
	}
	return true
}

func sameStruct(a, b *Type, tags bool) bool {
	x, y := a.Fields(), b.Fields()
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		f, g := &x[i], &y[i]
		if f.Name.String() != g.Name.String() || f.flags != g.flags || f.Offset != g.Offset {
			return false
		}
		if f.Path.String() != g.Path.String() {
			return false // unexported names of different packages differ
		}
		if tags && f.Tag.String() != g.Tag.String() || !Identical(f.Type(), g.Type(), tags) {
			return false
		}
	}
	return true
}
