package reflect

import (
	"internal/descriptor"
	"iter"
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// Type is a type. Types are equal where the types they stand for are identical.
type Type interface {
	Align() int
	FieldAlign() int
	Method(int) Method
	MethodByName(string) (Method, bool)
	NumMethod() int
	Name() string
	PkgPath() string
	Size() uintptr
	String() string
	Kind() Kind
	Implements(u Type) bool
	AssignableTo(u Type) bool
	ConvertibleTo(u Type) bool
	Comparable() bool
	Bits() int
	ChanDir() ChanDir
	IsVariadic() bool
	Elem() Type
	Field(i int) StructField
	FieldByIndex(index []int) StructField
	FieldByName(name string) (StructField, bool)
	FieldByNameFunc(match func(string) bool) (StructField, bool)
	In(i int) Type
	Key() Type
	Len() int
	NumField() int
	NumIn() int
	NumOut() int
	Out(i int) Type
	OverflowComplex(x complex128) bool
	OverflowFloat(x float64) bool
	OverflowInt(x int64) bool
	OverflowUint(x uint64) bool
	CanSeq() bool
	CanSeq2() bool
	Fields() iter.Seq[StructField]
	Methods() iter.Seq[Method]
	Ins() iter.Seq[Type]
	Outs() iter.Seq[Type]
	descriptor() *descriptor.Type
}

type rtype struct{ d descriptor.Type }

func wrap(t *descriptor.Type) *rtype { return (*rtype)(unsafe.Pointer(t)) }

func toType(t *descriptor.Type) Type {
	if t == nil {
		return nil
	}
	return wrap(t)
}

// TypeOf returns the dynamic type of i, nil for nil.
func TypeOf(i any) Type { return toType(descriptor.Of(i)) }

// TypeFor returns the type T.
func TypeFor[T any]() Type {
	var zero T
	if t := TypeOf(zero); t != nil {
		return t
	}
	return TypeOf((*T)(nil)).Elem()
}

func (t *rtype) descriptor() *descriptor.Type { return &t.d }

func (t *rtype) Align() int      { return int(t.d.Align) }
func (t *rtype) FieldAlign() int { return int(t.d.FieldAlign) }
func (t *rtype) Size() uintptr   { return uintptr(t.d.Size) }
func (t *rtype) String() string  { return t.d.Text.String() }
func (t *rtype) Kind() Kind      { return Kind(t.d.Kind) }

func (t *rtype) Name() string { return t.d.Name.String() }

func (t *rtype) PkgPath() string {
	if !t.d.Is(descriptor.Named) {
		return ""
	}
	return t.d.Path.String()
}

func (t *rtype) Comparable() bool { return t.d.Is(descriptor.Comparable) }

func (t *rtype) Implements(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.Implements")
	}
	if u.Kind() != Interface {
		panic("reflect: non-interface type passed to Type.Implements")
	}
	return descriptor.Implements(u.descriptor(), &t.d)
}

func (t *rtype) AssignableTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.AssignableTo")
	}
	return descriptor.AssignableTo(&t.d, u.descriptor())
}

func (t *rtype) ConvertibleTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.ConvertibleTo")
	}
	return conversion(u.descriptor(), &t.d) != nil
}

func (t *rtype) Bits() int {
	k := t.Kind()
	if k < Int || k > Complex128 {
		panic("reflect: Bits of non-arithmetic Type " + t.String())
	}
	return int(t.d.Size) * 8
}

func (t *rtype) ChanDir() ChanDir {
	t.must(Chan, "ChanDir")
	return ChanDir(t.d.Aux)
}

// must panics where t is not of that kind.
func (t *rtype) must(k Kind, method string) {
	if t.Kind() == k {
		return
	}
	what := "non-" + k.String()
	panic("reflect: " + method + " of " + what + " type " + t.String())
}

func (t *rtype) Elem() Type {
	switch t.Kind() {
	case Array, Chan, Map, Pointer, Slice:
		return wrap(t.d.Elem())
	}
	panic("reflect: Elem of invalid type " + t.String())
}

func (t *rtype) Key() Type {
	t.must(Map, "Key")
	return wrap(t.d.Key())
}

func (t *rtype) Len() int {
	t.must(Array, "Len")
	return int(t.d.Length)
}

func (t *rtype) IsVariadic() bool {
	t.must(Func, "IsVariadic")
	return t.d.Variadic()
}

func (t *rtype) NumIn() int {
	t.must(Func, "NumIn")
	return t.d.Ins()
}

func (t *rtype) NumOut() int {
	t.must(Func, "NumOut")
	return t.d.Outs()
}

func (t *rtype) In(i int) Type {
	t.must(Func, "In")
	_ = make([]byte, t.d.Ins())[i] // refused as an index is
	return wrap(t.d.In(i))
}

func (t *rtype) Out(i int) Type {
	t.must(Func, "Out")
	_ = make([]byte, t.d.Outs())[i]
	return wrap(t.d.In(t.d.Ins() + i))
}

func (t *rtype) OverflowComplex(x complex128) bool {
	switch t.Kind() {
	case Complex64:
		return overflows32(real(x)) || overflows32(imag(x))
	case Complex128:
		return false
	}
	panic("reflect: OverflowComplex of non-complex type " + t.String())
}

func (t *rtype) OverflowFloat(x float64) bool {
	switch t.Kind() {
	case Float32:
		return overflows32(x)
	case Float64:
		return false
	}
	panic("reflect: OverflowFloat of non-float type " + t.String())
}

func (t *rtype) OverflowInt(x int64) bool {
	if k := t.Kind(); k < Int || k > Int64 {
		panic("reflect: OverflowInt of non-int type " + t.String())
	}
	unused := 64 - t.d.Size*8
	return x<<unused>>unused != x
}

func (t *rtype) OverflowUint(x uint64) bool {
	if k := t.Kind(); k < Uint || k > Uintptr {
		panic("reflect: OverflowUint of non-uint type " + t.String())
	}
	unused := 64 - t.d.Size*8
	return x<<unused>>unused != x
}

func overflows32(x float64) bool {
	const largest = 0x1p127 * (1 + (1 - 0x1p-23))
	const infinite = 0x1p1023 * (1 + (1 - 0x1p-52))
	if x < 0 {
		x = -x
	}
	return x > largest && x <= infinite
}

// Fields of structs.

func (t *rtype) NumField() int {
	t.must(Struct, "NumField")
	return int(t.d.Aux)
}

func (t *rtype) Field(i int) StructField {
	t.must(Struct, "Field")
	fields := t.d.Fields()
	if uint(i) >= uint(len(fields)) {
		panic("reflect: Field index out of bounds")
	}
	f := &fields[i]
	out := StructField{
		Name:      f.Name.String(),
		Type:      wrap(f.Type()),
		Tag:       StructTag(f.Tag.String()),
		Offset:    uintptr(f.Offset),
		Index:     []int{i},
		Anonymous: f.Embedded(),
	}
	if !f.Exported() {
		out.PkgPath = f.Path.String()
	}
	return out
}

func (t *rtype) FieldByIndex(index []int) StructField {
	t.must(Struct, "FieldByIndex")
	var f StructField
	var at Type = t
	for depth, i := range index {
		if depth > 0 {
			at = f.Type
			if at.Kind() == Pointer && at.Elem().Kind() == Struct {
				at = at.Elem()
			}
		}
		f = at.Field(i)
	}
	return f
}

func (t *rtype) FieldByName(name string) (StructField, bool) {
	t.must(Struct, "FieldByName")
	for i, f := range t.d.Fields() {
		if f.Name.String() == name {
			return t.Field(i), true
		}
	}
	return t.promoted(func(s string) bool { return s == name })
}

func (t *rtype) FieldByNameFunc(match func(string) bool) (StructField, bool) {
	t.must(Struct, "FieldByNameFunc")
	return t.promoted(match)
}

// holder is a struct at some depth of embedding, and the way to it.
type holder struct {
	t    *rtype
	path []int
}

// promoted searches level by level. On the first level with a match it must be the only one; a struct that comes up more than
// once on a level hides its own fields.
func (t *rtype) promoted(match func(string) bool) (found StructField, ok bool) {
	level := []holder{{t, nil}}
	seen := map[*rtype]bool{}
	for len(level) > 0 {
		times := map[*rtype]int{}
		for _, h := range level {
			times[h.t]++
		}
		var next []holder
		hits := 0
		for _, h := range level {
			if seen[h.t] {
				continue
			}
			seen[h.t] = true
			for i, f := range h.t.d.Fields() {
				if match(f.Name.String()) {
					if hits += times[h.t]; hits > 1 {
						return StructField{}, false
					}
					found = h.t.Field(i)
					found.Index = extend(h.path, i)
				} else if inner := embeddedStruct(&f); inner != nil {
					for range times[h.t] {
						next = append(next, holder{inner, extend(h.path, i)})
					}
				}
			}
		}
		if hits == 1 {
			return found, true
		}
		level = next
	}
	return StructField{}, false
}

func embeddedStruct(f *descriptor.Field) *rtype {
	if !f.Embedded() {
		return nil
	}
	t := f.Type()
	if t.Kind == descriptor.Pointer {
		t = t.Elem()
	}
	if t.Kind != descriptor.Struct {
		return nil
	}
	return wrap(t)
}

func extend(path []int, i int) []int {
	longer := make([]int, len(path)+1)
	copy(longer, path)
	longer[len(path)] = i
	return longer
}

// VisibleFields returns the fields of a struct and those promoted to it, each after the embedded one it comes from. All
// of them are there whose name means just them.
func VisibleFields(t Type) []StructField {
	if t == nil {
		panic("reflect: VisibleFields(nil)")
	}
	if t.Kind() != Struct {
		panic("reflect.VisibleFields of non-struct type")
	}
	var all []StructField
	gather(&all, t, nil, map[Type]bool{})
	visible := make([]StructField, 0, len(all))
	for _, f := range all {
		if best, ok := dominant(all, f.Name); ok && samePath(best, f.Index) {
			visible = append(visible, f)
		}
	}
	return visible
}

func gather(all *[]StructField, t Type, path []int, inside map[Type]bool) {
	if inside[t] {
		return
	}
	inside[t] = true
	for i := range t.NumField() {
		f := t.Field(i)
		f.Index = extend(path, i)
		*all = append(*all, f)
		if f.Anonymous {
			inner := f.Type
			if inner.Kind() == Pointer {
				inner = inner.Elem()
			}
			if inner.Kind() == Struct {
				gather(all, inner, f.Index, inside)
			}
		}
	}
	delete(inside, t)
}

// dominant finds the only field of least depth with a name.
func dominant(all []StructField, name string) (path []int, ok bool) {
	for _, f := range all {
		if f.Name != name {
			continue
		}
		switch {
		case path == nil || len(f.Index) < len(path):
			path, ok = f.Index, true
		case len(f.Index) == len(path):
			ok = false
		}
	}
	return path, ok
}

func samePath(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// Methods.

// exported returns the exported methods.
func (t *rtype) exported() []*descriptor.Method {
	list := t.d.Methods()
	out := make([]*descriptor.Method, 0, len(list))
	for i := range list {
		if list[i].Exported() {
			out = append(out, &list[i])
		}
	}
	return out
}

func (t *rtype) NumMethod() int {
	if t.Kind() == Interface {
		return int(t.d.Aux)
	}
	n := 0
	list := t.d.Methods()
	for i := range list {
		if list[i].Exported() {
			n++
		}
	}
	return n
}

func (t *rtype) Method(i int) Method {
	if t.Kind() == Interface {
		list := t.d.InterfaceMethods()
		if uint(i) >= uint(len(list)) {
			panic("reflect: Method index out of range")
		}
		m := &list[i]
		return Method{Name: m.Name.String(), PkgPath: m.Path.String(), Type: wrap(m.Func()), Index: i}
	}
	list := t.exported()
	if uint(i) >= uint(len(list)) {
		panic("reflect: Method index out of range")
	}
	m := list[i]
	own := m.Func()
	in := make([]Type, 0, own.Ins()+1)
	in = append(in, t)
	for k := range own.Ins() {
		in = append(in, wrap(own.In(k)))
	}
	out := make([]Type, own.Outs())
	for k := range out {
		out[k] = wrap(own.In(own.Ins() + k))
	}
	signature := FuncOf(in, out, own.Variadic())
	code := codeValue(m.ViaReceiver)
	return Method{Name: m.Name.String(), Type: signature, Func: Value{signature.descriptor(), code, 0}, Index: i}
}

func (t *rtype) MethodByName(name string) (Method, bool) {
	if t.Kind() == Interface {
		for i, m := range t.d.InterfaceMethods() {
			if m.Name.String() == name {
				return t.Method(i), true
			}
		}
		return Method{}, false
	}
	if i := t.methodIndex(name); i >= 0 {
		return t.Method(i), true
	}
	return Method{}, false
}

// methodIndex finds an exported method among the exported ones, -1 where there is none.
func (t *rtype) methodIndex(name string) int {
	at := 0
	list := t.d.Methods()
	for i := range list {
		if !list[i].Exported() {
			continue
		}
		if list[i].Name.String() == name {
			return at
		}
		at++
	}
	return -1
}

func startsExported(name string) bool {
	r, _ := utf8.DecodeRuneInString(name)
	return unicode.IsUpper(r)
}

// What a range statement accepts.

func (t *rtype) CanSeq() bool {
	switch k := t.Kind(); k {
	case Array, Slice, Chan, String, Map:
		return true
	case Func:
		return yields(&t.d, 1)
	case Pointer:
		return t.d.Elem().Kind == descriptor.Array
	default:
		return k >= Int && k <= Uintptr
	}
}

func (t *rtype) CanSeq2() bool {
	switch t.Kind() {
	case Array, Slice, String, Map:
		return true
	case Func:
		return yields(&t.d, 2)
	case Pointer:
		return t.d.Elem().Kind == descriptor.Array
	}
	return false
}

// yields reports whether t is an iterator over n values at a time.
func yields(t *descriptor.Type, n int) bool {
	if t.Ins() != 1 || t.Outs() != 0 || t.Variadic() {
		return false
	}
	yield := t.In(0)
	return yield.Kind == descriptor.Func && yield.Ins() == n && yield.Outs() == 1 && yield.In(n).Kind == descriptor.Bool && !yield.Variadic()
}

func (t *rtype) Fields() iter.Seq[StructField] {
	t.must(Struct, "Fields")
	return func(yield func(StructField) bool) {
		for i := 0; i < t.NumField() && yield(t.Field(i)); i++ {
		}
	}
}

func (t *rtype) Methods() iter.Seq[Method] {
	return func(yield func(Method) bool) {
		for i := 0; i < t.NumMethod() && yield(t.Method(i)); i++ {
		}
	}
}

func (t *rtype) Ins() iter.Seq[Type] {
	t.must(Func, "Ins")
	return func(yield func(Type) bool) {
		for i := 0; i < t.NumIn() && yield(t.In(i)); i++ {
		}
	}
}

func (t *rtype) Outs() iter.Seq[Type] {
	t.must(Func, "Outs")
	return func(yield func(Type) bool) {
		for i := 0; i < t.NumOut() && yield(t.Out(i)); i++ {
		}
	}
}
