package reflect

import (
	"internal/descriptor"
	"strconv"
	"sync"
	"unicode"
	"unsafe"
)

// reserve returns zeroed memory that descriptors may refer to, for as long as the program lives.
func reserve(n int64) unsafe.Pointer

// compiled returns the descriptors of all types that the program was compiled with, as their offsets.
func compiled() []int32

// registry knows the types that the program has and those made here, by their text: identical types must be one.
var registry struct {
	sync.Mutex
	byText map[string][]*descriptor.Type
}

// unique returns the type with a text that fits, or makes it.
func unique(text string, fits func(*descriptor.Type) bool, fill func(*descriptor.Type)) *descriptor.Type {
	registry.Lock()
	defer registry.Unlock()
	if registry.byText == nil {
		registry.byText = map[string][]*descriptor.Type{}
		for _, offset := range compiled() {
			t := (*descriptor.Type)(descriptor.At(offset))
			registry.byText[t.Text.String()] = append(registry.byText[t.Text.String()], t)
		}
	}
	for _, t := range registry.byText[text] {
		if !t.Is(descriptor.Named) && fits(t) {
			return t
		}
	}
	t := (*descriptor.Type)(reserve(int64(unsafe.Sizeof(descriptor.Type{}))))
	t.Text = textOf(text)
	t.Hash = hashOf(text)
	fill(t)
	registry.byText[text] = append(registry.byText[text], t)
	return t
}

// textOf puts a text where descriptors can refer to it.
func textOf(s string) descriptor.Text {
	if s == "" {
		return descriptor.Text{}
	}
	at := reserve(int64(len(s)))
	copy(unsafe.Slice((*byte)(at), len(s)), s)
	return descriptor.TextAt(at, len(s))
}

// hashOf is the 32-bit FNV-1a hash.
func hashOf(s string) uint32 {
	h := uint32(0x811c9dc5)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 0x01000193
	}
	return h
}

const wordBytes = int(unsafe.Sizeof(uintptr(0)))

// setWords gives a type the layout of n words of which the first is a pointer.
func setWords(t *descriptor.Type, kind Kind, n int) {
	t.Kind = descriptor.Kind(kind)
	t.Size = uint64(n * wordBytes)
	t.PointerBytes = uint64(wordBytes)
	t.Align, t.FieldAlign = uint8(wordBytes), uint8(wordBytes)
	t.Mask = maskOf([]bool{true})
	if n == 1 {
		t.Flags |= descriptor.Direct
	}
}

// maskOf puts a pointer bitmap where descriptors can refer to it.
func maskOf(words []bool) int32 {
	at := reserve(int64(len(words)/8 + 8))
	bits := unsafe.Slice((*byte)(at), len(words)/8+1)
	for i, isPointer := range words {
		if isPointer {
			bits[i/8] |= 1 << (i % 8)
		}
	}
	return descriptor.OffsetOf(at)
}

// pointers appends the places of pointers in a value of type t, one for each word.
func pointers(words []bool, t *descriptor.Type) []bool {
	n := int(t.Size) / wordBytes
	begin := len(words)
	for range n {
		words = append(words, false)
	}
	if t.PointerBytes == 0 {
		return words
	}
	if t.Mask == 0 { // a long array
		elem := t.Elem()
		step := int(elem.Size) / wordBytes
		for i := range int(t.Length) {
			copy(words[begin+i*step:], pointers(nil, elem))
		}
		return words
	}
	bits := unsafe.Slice((*byte)(descriptor.At(t.Mask)), int(t.PointerBytes)/wordBytes/8+1)
	for i := range int(t.PointerBytes) / wordBytes {
		words[begin+i] = bits[i/8]>>(i%8)&1 != 0
	}
	return words
}

// PointerTo returns the type *t.
func PointerTo(t Type) Type { return wrap(pointerTo(t.descriptor())) }

// PtrTo is the older name of PointerTo.
func PtrTo(t Type) Type { return PointerTo(t) }

func pointerTo(elem *descriptor.Type) *descriptor.Type {
	if t := elem.PointerTo(); t != nil {
		return t
	}
	return unique("*"+elem.Text.String(),
		func(t *descriptor.Type) bool { return t.Kind == descriptor.Pointer && t.Elem() == elem },
		func(t *descriptor.Type) {
			setWords(t, Pointer, 1)
			t.Flags |= descriptor.Comparable | descriptor.RegularMemory | descriptor.IntegerLike
			t.SetElem(elem)
		})
}

// SliceOf returns the type []t.
func SliceOf(t Type) Type { return wrap(sliceOf(t.descriptor())) }

func sliceOf(elem *descriptor.Type) *descriptor.Type {
	if t := elem.SliceOf(); t != nil {
		return t
	}
	return unique("[]"+elem.Text.String(),
		func(t *descriptor.Type) bool { return t.Kind == descriptor.Slice && t.Elem() == elem },
		func(t *descriptor.Type) {
			setWords(t, Slice, 3)
			t.SetElem(elem)
		})
}

func inRoom(ok bool) {
	if !ok {
		panic("reflect.StructOf: struct size would exceed virtual address space")
	}
}

// ArrayOf returns the type [n]t.
func ArrayOf(n int, t Type) Type {
	if n < 0 {
		panic("reflect: negative length passed to ArrayOf")
	}
	elem := t.descriptor()
	if elem.Size > 0 && uint64(n) > uint64(^uintptr(0))/elem.Size {
		panic("reflect.ArrayOf: array size would exceed virtual address space")
	}
	return wrap(unique("["+strconv.Itoa(n)+"]"+elem.Text.String(),
		func(t *descriptor.Type) bool {
			return t.Kind == descriptor.Array && t.Elem() == elem && t.Length == uint64(n)
		},
		func(t *descriptor.Type) { fillArray(t, elem, n) }))
}

func fillArray(t, elem *descriptor.Type, n int) {
	t.Kind = descriptor.Array
	t.SetElem(elem)
	t.Length = uint64(n)
	t.Size = elem.Size * uint64(n)
	t.Align, t.FieldAlign = elem.Align, elem.FieldAlign
	t.Flags = elem.Flags & (descriptor.Comparable | descriptor.RegularMemory)
	if n == 1 {
		t.Flags |= elem.Flags & descriptor.Direct
	}
	if n > 0 && elem.PointerBytes > 0 {
		t.PointerBytes = elem.Size*uint64(n-1) + elem.PointerBytes
		if int(t.Size)/wordBytes <= 1024 {
			var words []bool
			for range n {
				words = pointers(words, elem)
			}
			t.Mask = maskOf(words)
		}
	}
}

// MapOf returns the type map[key]elem.
//
//gorrery:makes map
func MapOf(key, elem Type) Type {
	k, e := key.descriptor(), elem.descriptor()
	if !k.Is(descriptor.Comparable) {
		panic("reflect.MapOf: invalid key type " + key.String())
	}
	return wrap(unique("map["+key.String()+"]"+elem.String(),
		func(t *descriptor.Type) bool { return t.Kind == descriptor.Map && t.Key() == k && t.Elem() == e },
		func(t *descriptor.Type) {
			setWords(t, Map, 1)
			t.SetKey(k)
			t.SetElem(e)
		}))
}

// ChanOf returns the type of channels of t.
func ChanOf(dir ChanDir, t Type) Type {
	elem := t.descriptor()
	if elem.Size >= 1<<16 {
		panic("reflect.ChanOf: element size too large")
	}
	text := elem.Text.String()
	switch dir {
	case SendDir:
		text = "chan<- " + text
	case RecvDir:
		text = "<-chan " + text
	case BothDir:
		if text[0] == '<' {
			text = "chan (" + text + ")"
		} else {
			text = "chan " + text
		}
	default:
		panic("reflect.ChanOf: invalid dir")
	}
	return wrap(unique(text,
		func(t *descriptor.Type) bool {
			return t.Kind == descriptor.Chan && t.Elem() == elem && t.Aux == int32(dir)
		},
		func(t *descriptor.Type) {
			setWords(t, Chan, 1)
			t.Flags |= descriptor.Comparable | descriptor.RegularMemory | descriptor.IntegerLike
			t.SetElem(elem)
			t.Aux = int32(dir)
		}))
}

// FuncOf returns the type of functions with the given parameters and results.
func FuncOf(in, out []Type, variadic bool) Type {
	if variadic && (len(in) == 0 || in[len(in)-1].Kind() != Slice) {
		panic("reflect.FuncOf: last arg of variadic func must be slice")
	}
	aux := int32(len(in) | len(out)<<16)
	if variadic {
		aux |= -1 << 31
	}
	all := append(append(make([]Type, 0, len(in)+len(out)), in...), out...)
	return wrap(unique(funcText(in, out, variadic),
		func(t *descriptor.Type) bool {
			if t.Kind != descriptor.Func || t.Aux != aux {
				return false
			}
			for i, a := range all {
				if t.In(i) != a.descriptor() {
					return false
				}
			}
			return true
		},
		func(t *descriptor.Type) {
			setWords(t, Func, 1)
			t.Aux = aux
			list := reserve(int64(4*len(all) + 4))
			for i, a := range all {
				*(*int32)(unsafe.Add(list, 4*i)) = descriptor.OffsetOf(unsafe.Pointer(a.descriptor()))
			}
			t.List = descriptor.OffsetOf(list)
		}))
}

func funcText(in, out []Type, variadic bool) string {
	text := "func("
	for i, t := range in {
		if i > 0 {
			text += ", "
		}
		if variadic && i == len(in)-1 {
			text += "..." + t.Elem().String()
		} else {
			text += t.String()
		}
	}
	text += ")"
	switch len(out) {
	case 0:
		return text
	case 1:
		return text + " " + out[0].String()
	}
	text += " ("
	for i, t := range out {
		if i > 0 {
			text += ", "
		}
		text += t.String()
	}
	return text + ")"
}

// StructOf returns the struct type with the given fields, whose Offset and Index are ignored. Methods of embedded fields are not
// promoted.
func StructOf(fields []StructField) Type {
	text := "struct {"
	path := ""
	seen := map[string]bool{}
	for i, f := range fields {
		checkField(i, f)
		if f.Anonymous {
			checkPromotion(i, len(fields), f.Type.descriptor())
		}
		if seen[f.Name] && f.Name != "_" {
			panic("reflect.StructOf: duplicate field " + f.Name)
		}
		seen[f.Name] = true
		if f.PkgPath != "" {
			if path != "" && path != f.PkgPath {
				panic("reflect.Struct: fields with different PkgPath " + path + " and " + f.PkgPath)
			}
			path = f.PkgPath
		}
		if i > 0 {
			text += ";"
		}
		text += " "
		if !f.Anonymous {
			text += f.Name + " "
		}
		text += f.Type.String()
		if f.Tag != "" {
			text += " " + strconv.Quote(string(f.Tag))
		}
	}
	if len(fields) > 0 {
		text += " "
	}
	text += "}"
	return wrap(unique(text,
		func(t *descriptor.Type) bool { return hasFields(t, fields) },
		func(t *descriptor.Type) { fillStruct(t, fields, path) }))
}

func checkField(i int, f StructField) {
	switch {
	case f.Name == "":
		panic("reflect.StructOf: field " + strconv.Itoa(i) + " has no name")
	case !isIdentifier(f.Name):
		panic("reflect.StructOf: field " + strconv.Itoa(i) + " has invalid name")
	case f.Type == nil:
		panic("reflect.StructOf: field " + strconv.Itoa(i) + " has no type")
	case f.Anonymous && f.PkgPath != "":
		panic("reflect.StructOf: field \"" + f.Name + "\" is anonymous but has PkgPath set")
	case (f.Name[0] >= 'a' && f.Name[0] <= 'z' || f.Name[0] == '_') && f.PkgPath == "":
		panic("reflect.StructOf: field \"" + f.Name + "\" is unexported but missing PkgPath")
	}
}

func isIdentifier(name string) bool {
	for i, r := range name {
		if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
			return false
		}
	}
	return true
}

// checkPromotion refuses embedded types whose methods the struct cannot get: it has those of its first field, as they are.
func checkPromotion(i, n int, t *descriptor.Type) {
	if t.Kind == descriptor.Pointer && (t.Elem().Kind == descriptor.Pointer || t.Elem().Kind == descriptor.Interface) {
		panic("reflect.StructOf: illegal embedded field type " + t.Text.String())
	}
	methods := t.Methods()
	if t.Kind == descriptor.Interface || len(methods) == 0 && !t.Is(descriptor.Named) {
		return
	}
	switch {
	case i > 0 && len(methods) > 0:
		panic("reflect: embedded type with methods not implemented if type is not first field")
	case n > 1 && t.Kind == descriptor.Pointer:
		panic("reflect: embedded type with methods not implemented if there is more than one field")
	case n > 1 && t.Is(descriptor.Direct): // also one that has methods of its pointer alone
		panic("reflect: embedded type with methods not implemented for non-pointer type")
	}
	for k := range methods {
		if !startsExported(methods[k].Name.String()) {
			panic("reflect: embedded interface with unexported method(s) not implemented")
		}
	}
}

func hasFields(t *descriptor.Type, fields []StructField) bool {
	own := t.Fields()
	if t.Kind != descriptor.Struct || len(own) != len(fields) {
		return false
	}
	for i, f := range fields {
		o := &own[i]
		if o.Name.String() != f.Name || o.Type() != f.Type.descriptor() || o.Tag.String() != string(f.Tag) ||
			o.Embedded() != f.Anonymous || !o.Exported() && o.Path.String() != f.PkgPath {
			return false
		}
	}
	return true
}

func fillStruct(t *descriptor.Type, fields []StructField, path string) {
	n := len(fields)
	t.Kind = descriptor.Struct
	t.Aux = int32(n)
	t.Path = textOf(path)
	t.Align = 1
	t.Flags = descriptor.Comparable | descriptor.RegularMemory
	list := reserve(int64(n) * int64(unsafe.Sizeof(descriptor.Field{})))
	t.List = descriptor.OffsetOf(list)
	own := unsafe.Slice((*descriptor.Field)(list), n)
	var size, last uint64
	var words []bool
	for i, f := range fields {
		ft := f.Type.descriptor()
		align := uint64(ft.FieldAlign)
		offset := (size + align - 1) / align * align
		inRoom(offset >= size && offset+ft.Size >= offset && offset+ft.Size <= uint64(^uintptr(0)))
		if offset != size || f.Name == "_" {
			t.Flags &^= descriptor.RegularMemory
		}
		t.Flags &= ft.Flags | ^uint8(descriptor.Comparable|descriptor.RegularMemory)
		o := &own[i]
		o.Name, o.Tag = textOf(f.Name), textOf(string(f.Tag))
		o.SetType(ft)
		o.SetFlags(f.Anonymous, f.PkgPath == "")
		o.Path = textOf(f.PkgPath)
		o.Offset = offset
		if ft.PointerBytes > 0 {
			for len(words)*wordBytes < int(offset)/wordBytes*wordBytes {
				words = append(words, false)
			}
			words = pointers(words, ft)
			t.PointerBytes = offset + ft.PointerBytes
		}
		size, last = offset+ft.Size, ft.Size
		t.Align = max(t.Align, ft.FieldAlign)
	}
	if n > 0 && last == 0 && size > 0 {
		inRoom(size < uint64(^uintptr(0)))
		size++ // a pointer to the last field must not point behind the struct
	}
	align := uint64(t.Align)
	t.Size = (size + align - 1) / align * align
	inRoom(t.Size >= size)
	if t.Size != size {
		t.Flags &^= descriptor.RegularMemory
	}
	t.FieldAlign = t.Align
	if t.PointerBytes > 0 {
		t.Mask = maskOf(words)
	}
	if n == 1 {
		t.Flags |= fields[0].Type.descriptor().Flags & descriptor.Direct
	}
	if n > 0 && fields[0].Anonymous && fields[0].Type.Kind() != Interface {
		t.Promote(fields[0].Type.descriptor())
	}
}
