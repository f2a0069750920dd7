package reflect

import (
	"internal/descriptor"
	"unsafe"
)

// header is a slice of any type.
type header struct {
	at       unsafe.Pointer
	len, cap int
}

// SliceHeader is a slice as it lies in memory; package unsafe does without it.
type SliceHeader struct {
	Data uintptr
	Len  int
	Cap  int
}

// StringHeader is a string as it lies in memory; package unsafe does without it.
type StringHeader struct {
	Data uintptr
	Len  int
}

func (v Value) header() *header { return (*header)(v.at) }

func sliceValue(t *descriptor.Type, at unsafe.Pointer, n, c int, f flag) Value {
	return Value{t, unsafe.Pointer(&header{at, n, c}), f | indirect}
}

// Len returns the length of v.
func (v Value) Len() int {
	switch v.kind() {
	case Slice, String:
		return *(*int)(unsafe.Add(v.at, unsafe.Sizeof(uintptr(0))))
	case Array:
		return int(v.typ.Length)
	case Map:
		return int(mapLen(v.pointer()))
	case Chan:
		return int(chanLen(v.pointer()))
	case Pointer:
		if v.typ.Elem().Kind == descriptor.Array {
			return int(v.typ.Elem().Length)
		}
		panic("reflect: call of reflect.Value.Len on ptr to non-array Value")
	}
	panic(v.wrong("Len"))
}

// Cap returns the capacity of v.
func (v Value) Cap() int {
	switch v.kind() {
	case Slice:
		return v.header().cap
	case Array:
		return int(v.typ.Length)
	case Chan:
		return int(chanCap(v.pointer()))
	case Pointer:
		if v.typ.Elem().Kind == descriptor.Array {
			return int(v.typ.Elem().Length)
		}
		panic("reflect: call of reflect.Value.Cap on ptr to non-array Value")
	}
	panic(v.wrong("Cap"))
}

// Index returns an element.
func (v Value) Index(i int) Value {
	switch v.kind() {
	case Slice:
		h := v.header()
		if uint(i) >= uint(h.len) {
			panic("reflect: slice index out of range")
		}
		elem := v.typ.Elem()
		return Value{elem, unsafe.Add(h.at, i*int(elem.Size)), indirect | addressable | v.flag.inherited()}
	case String:
		s := *(*string)(v.at)
		if uint(i) >= uint(len(s)) {
			panic("reflect: string index out of range")
		}
		at := unsafe.Add(unsafe.Pointer(unsafe.StringData(s)), i)
		return Value{descriptor.Of(byte(0)), at, indirect | v.flag.inherited()}
	case Array:
		if uint(i) >= uint(v.typ.Length) {
			panic("reflect: array index out of range")
		}
		elem := v.typ.Elem()
		flags := v.flag&(indirect|addressable) | v.flag.inherited()
		if flags&indirect == 0 {
			return Value{elem, v.at, flags} // its only element
		}
		return Value{elem, unsafe.Add(v.at, i*int(elem.Size)), flags}
	}
	panic(v.wrong("Index"))
}

// Slice returns v[i:j].
func (v Value) Slice(i, j int) Value {
	at, c, t := v.sliced("Slice", "reflect.Value.Slice: slice of unaddressable array")
	if t == nil {
		s := *(*string)(v.at)
		if i < 0 || j < i || j > len(s) {
			panic("reflect.Value.Slice: string slice index out of bounds")
		}
		part := s[i:j]
		return Value{v.typ, unsafe.Pointer(&part), v.flag&readOnly | indirect}
	}
	if i < 0 || j < i || j > c {
		panic("reflect.Value.Slice: slice index out of bounds")
	}
	return sliceValue(t, advance(at, i, c, t), j-i, c-i, v.flag&readOnly)
}

// Slice3 returns v[i:j:k].
func (v Value) Slice3(i, j, k int) Value {
	if v.kind() == String {
		panic(v.wrong("Slice3"))
	}
	at, c, t := v.sliced("Slice3", "reflect.Value.Slice3: slice of unaddressable array")
	if i < 0 || j < i || k < j || k > c {
		panic("reflect.Value.Slice3: slice index out of bounds")
	}
	return sliceValue(t, advance(at, i, k, t), j-i, k-i, v.flag&readOnly)
}

// advance moves to element i, but never behind the last one, where another object may begin.
func advance(at unsafe.Pointer, i, c int, t *descriptor.Type) unsafe.Pointer {
	if i == c {
		return at
	}
	return unsafe.Add(at, i*int(t.Elem().Size))
}

// sliced returns what there is to be sliced, with no type for a string.
func (v Value) sliced(method, noVariable string) (at unsafe.Pointer, c int, t *descriptor.Type) {
	switch v.kind() {
	case Slice:
		h := v.header()
		return h.at, h.cap, v.typ
	case Array:
		if v.flag&addressable == 0 {
			panic(noVariable)
		}
		return v.at, int(v.typ.Length), sliceOf(v.typ.Elem())
	case String:
		return nil, 0, nil
	}
	panic(v.wrong(method))
}

// SetLen sets the length of a slice.
func (v Value) SetLen(n int) {
	v.mustBeAssignable("SetLen")
	v.must(Slice, "SetLen")
	h := v.header()
	if uint(n) > uint(h.cap) {
		panic("reflect: slice length out of range in SetLen")
	}
	h.len = n
}

// SetCap lowers the capacity of a slice.
func (v Value) SetCap(n int) {
	v.mustBeAssignable("SetCap")
	v.must(Slice, "SetCap")
	h := v.header()
	if n < h.len || n > h.cap {
		panic("reflect: slice capacity out of range in SetCap")
	}
	h.cap = n
}

// Grow makes room for n more elements.
func (v Value) Grow(n int) {
	v.mustBeAssignable("Grow")
	v.must(Slice, "Grow")
	if n < 0 {
		panic("reflect.Value.Grow: negative len")
	}
	h := v.header()
	if h.len+n < 0 {
		panic("reflect.Value.Grow: slice overflow")
	}
	if h.len+n > h.cap {
		*h = grown(v.typ.Elem(), *h, n)
	}
}

// grown returns a slice with the same elements and room for n more.
func grown(elem *descriptor.Type, h header, n int) header {
	at, c := growSlice(elem, h.at, int64(h.len), int64(h.cap), int64(h.len+n), int64(n))
	return header{at, h.len, int(c)}
}

// MakeSlice makes a slice.
func MakeSlice(typ Type, n, c int) Value {
	if typ.Kind() != Slice {
		panic("reflect.MakeSlice of non-slice type")
	}
	if n < 0 {
		panic("reflect.MakeSlice: negative len")
	}
	if c < 0 {
		panic("reflect.MakeSlice: negative cap")
	}
	if n > c {
		panic("reflect.MakeSlice: len > cap")
	}
	t := typ.descriptor()
	return sliceValue(t, descriptor.NewArray(t.Elem(), c), n, c, 0)
}

// SliceAt returns the n elements at p as a slice.
func SliceAt(typ Type, p unsafe.Pointer, n int) Value {
	if n < 0 {
		panic("unsafe.Slice: len out of range")
	}
	if p == nil && n > 0 {
		panic("unsafe.Slice: ptr is nil and len is not zero")
	}
	if size := uintptr(typ.Size()); size > 0 && uintptr(n) > -uintptr(p)/size && p != nil {
		panic("unsafe.Slice: len out of range")
	}
	return sliceValue(sliceOf(typ.descriptor()), p, n, n, 0)
}

// Append appends values to a slice.
func Append(s Value, x ...Value) Value {
	if s.kind() != Slice {
		panic(&ValueError{"unknown method", s.kind()}) // it is a function
	}
	s.mustBeExported("Append")
	h := *s.header()
	elem := s.typ.Elem()
	n := h.len
	if n+len(x) > h.cap {
		h = grown(elem, h, len(x))
	}
	h.len = n + len(x)
	out := sliceValue(s.typ, h.at, h.len, h.cap, s.flag&readOnly)
	for i, v := range x {
		v.mustBeExported("Append")
		to := Value{elem, unsafe.Add(h.at, (n+i)*int(elem.Size)), indirect | addressable}
		store(to, v.assignable("reflect.Set", elem))
	}
	return out
}

// AppendSlice appends the elements of t to s.
func AppendSlice(s, t Value) Value {
	s.must(Slice, "AppendSlice")
	t.must(Slice, "AppendSlice")
	s.mustBeExported("AppendSlice")
	t.mustBeExported("AppendSlice")
	if s.typ != t.typ && s.typ.Elem() != t.typ.Elem() {
		panic("reflect.AppendSlice: " + s.Type().Elem().String() + " != " + t.Type().Elem().String())
	}
	h, from := *s.header(), *t.header()
	elem := s.typ.Elem()
	if h.len+from.len > h.cap {
		h = grown(elem, h, from.len)
	}
	size := int(elem.Size)
	descriptor.Move(unsafe.Add(h.at, h.len*size), from.at, int64(from.len*size))
	return sliceValue(s.typ, h.at, h.len+from.len, h.cap, s.flag&readOnly)
}

// Copy copies elements until one of both is at its end, and returns how many.
func Copy(dst, src Value) int {
	if dst.kind() == Array {
		dst.mustBeAssignable("Copy")
	} else if dst.kind() != Slice {
		panic(&ValueError{"reflect.Copy", dst.kind()})
	}
	dst.mustBeExported("Copy")
	src.mustBeExported("Copy")
	elem := dst.typ.Elem()
	var from unsafe.Pointer
	switch src.kind() {
	case Slice, Array:
		if src.typ.Elem() != elem {
			panic("reflect.Copy: " + elem.Text.String() + " != " + src.typ.Elem().Text.String())
		}
		from = src.first()
	case String:
		if elem.Kind != descriptor.Uint8 {
			panic(&ValueError{"reflect.Copy", String})
		}
		from = *(*unsafe.Pointer)(src.at)
	default:
		panic(&ValueError{"reflect.Copy", src.kind()})
	}
	n := min(dst.Len(), src.Len())
	descriptor.Move(dst.first(), from, int64(n)*int64(elem.Size))
	return n
}

// first returns where the elements of a slice or array lie.
func (v *Value) first() unsafe.Pointer {
	if v.kind() == Slice {
		return v.header().at
	}
	return v.place()
}

// Swapper returns a function that swaps elements of a slice.
func Swapper(slice any) func(i, j int) {
	v := ValueOf(slice)
	if v.kind() != Slice {
		panic(&ValueError{Method: "Swapper", Kind: v.kind()})
	}
	elem := v.typ.Elem()
	h := *v.header()
	size := int(elem.Size)
	if elem.PointerBytes == 0 && size == 8 {
		s := unsafe.Slice((*uint64)(h.at), h.len)
		return func(i, j int) { s[i], s[j] = s[j], s[i] }
	}
	if elem.Kind == descriptor.String {
		s := unsafe.Slice((*string)(h.at), h.len)
		return func(i, j int) { s[i], s[j] = s[j], s[i] }
	}
	spare := descriptor.New(elem)
	return func(i, j int) {
		if uint(i) >= uint(h.len) || uint(j) >= uint(h.len) {
			panic("reflect: slice index out of range")
		}
		a, b := unsafe.Add(h.at, i*size), unsafe.Add(h.at, j*size)
		descriptor.Copy(elem, spare, a)
		descriptor.Copy(elem, a, b)
		descriptor.Copy(elem, b, spare)
	}
}

func growSlice(elem *descriptor.Type, at unsafe.Pointer, n, c, wanted, added int64) (unsafe.Pointer, int64)

//go:noescape
func mapLen(m unsafe.Pointer) int64

//go:noescape
func chanLen(c unsafe.Pointer) int64

//go:noescape
func chanCap(c unsafe.Pointer) int64
