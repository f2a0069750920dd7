package reflect

import (
	"internal/descriptor"
	"strconv"
	"unsafe"
)

// CanConvert reports whether Convert would not panic.
func (v Value) CanConvert(t Type) bool {
	if !v.Type().ConvertibleTo(t) {
		return false
	}
	switch {
	case v.kind() == Slice && t.Kind() == Array:
		return t.Len() <= v.Len()
	case v.kind() == Slice && t.Kind() == Pointer && t.Elem().Kind() == Array:
		return t.Elem().Len() <= v.Len()
	}
	return true
}

// Convert converts v to a type, as the language does.
func (v Value) Convert(t Type) Value {
	if v.isMethod() {
		v = v.methodValue()
	}
	to := t.descriptor()
	convert := conversion(to, v.typ)
	if convert == nil {
		panic("reflect.Value.Convert: value of type " + v.typ.Text.String() + " cannot be converted to type " + t.String())
	}
	return convert(v, to)
}

// converter converts a value to a type; the result is no variable.
type converter func(v Value, to *descriptor.Type) Value

func isInt(k Kind) bool     { return k >= Int && k <= Int64 }
func isUint(k Kind) bool    { return k >= Uint && k <= Uintptr }
func isFloat(k Kind) bool   { return k == Float32 || k == Float64 }
func isComplex(k Kind) bool { return k == Complex64 || k == Complex128 }

// conversion finds how to convert, nil where the language does not allow it.
func conversion(to, from *descriptor.Type) converter {
	target, source := kindOf(to), kindOf(from)
	switch {
	case isInt(source):
		switch {
		case isInt(target) || isUint(target):
			return func(v Value, to *descriptor.Type) Value { return newInt(to, uint64(v.Int()), v.flag) }
		case isFloat(target):
			return func(v Value, to *descriptor.Type) Value { return newFloat(to, float64(v.Int()), v.flag) }
		case target == String:
			return func(v Value, to *descriptor.Type) Value {
				text := "\uFFFD"
				if x := v.Int(); int64(rune(x)) == x {
					text = string(rune(x))
				}
				return newString(to, text, v.flag)
			}
		}
	case isUint(source):
		switch {
		case isInt(target) || isUint(target):
			return func(v Value, to *descriptor.Type) Value { return newInt(to, v.Uint(), v.flag) }
		case isFloat(target):
			return func(v Value, to *descriptor.Type) Value { return newFloat(to, float64(v.Uint()), v.flag) }
		case target == String:
			return func(v Value, to *descriptor.Type) Value {
				text := "\uFFFD"
				if x := v.Uint(); uint64(rune(x)) == x {
					text = string(rune(x))
				}
				return newString(to, text, v.flag)
			}
		}
	case isFloat(source):
		switch {
		case isInt(target):
			return func(v Value, to *descriptor.Type) Value { return newInt(to, uint64(int64(v.Float())), v.flag) }
		case isUint(target):
			return func(v Value, to *descriptor.Type) Value { return newInt(to, uint64(v.Float()), v.flag) }
		case source == Float32 && target == Float32: // bit by bit, since a wider form changes NaNs
			return func(v Value, to *descriptor.Type) Value {
				at := descriptor.New(to)
				*(*uint32)(at) = *(*uint32)(v.place())
				return Value{to, at, v.flag&readOnly | indirect}
			}
		case isFloat(target):
			return func(v Value, to *descriptor.Type) Value { return newFloat(to, v.Float(), v.flag) }
		}
	case isComplex(source) && isComplex(target):
		return func(v Value, to *descriptor.Type) Value {
			c := v.Complex()
			at := descriptor.New(to)
			if to.Size == 8 {
				*(*complex64)(at) = complex64(c)
			} else {
				*(*complex128)(at) = c
			}
			return Value{to, at, v.flag&readOnly | indirect}
		}
	case source == String && target == Slice && to.Elem().Path.String() == "":
		switch to.Elem().Kind {
		case descriptor.Uint8:
			return func(v Value, to *descriptor.Type) Value { return newSlice(to, []byte(v.String()), v.flag) }
		case descriptor.Int32:
			return func(v Value, to *descriptor.Type) Value { return newSlice(to, []rune(v.String()), v.flag) }
		}
	case source == Slice:
		if convert := fromSlice(to, from); convert != nil {
			return convert
		}
	case source == Chan && target == Chan:
		if from.Aux == int32(BothDir) && from.Elem() == to.Elem() && !(from.Is(descriptor.Named) && to.Is(descriptor.Named)) {
			return retyped
		}
	}
	switch {
	case descriptor.SameUnderlying(to, from, false):
		return retyped
	case target == Pointer && source == Pointer && !to.Is(descriptor.Named) && !from.Is(descriptor.Named) &&
		descriptor.SameUnderlying(to.Elem(), from.Elem(), false):
		return retyped
	case target == Interface && descriptor.Implements(to, from):
		return intoInterface
	}
	return nil
}

func fromSlice(to, from *descriptor.Type) converter {
	switch k := kindOf(to); {
	case k == String && from.Elem().Path.String() == "" && from.Elem().Kind == descriptor.Uint8:
		return func(v Value, to *descriptor.Type) Value { return newString(to, string(*(*[]byte)(v.at)), v.flag) }
	case k == String && from.Elem().Path.String() == "" && from.Elem().Kind == descriptor.Int32:
		return func(v Value, to *descriptor.Type) Value { return newString(to, string(*(*[]rune)(v.at)), v.flag) }
	case k == Pointer && to.Elem().Kind == descriptor.Array && from.Elem() == to.Elem().Elem():
		return func(v Value, to *descriptor.Type) Value {
			return Value{to, v.longEnough(to.Elem(), "pointer to array"), v.flag & readOnly}
		}
	case k == Array && from.Elem() == to.Elem():
		return func(v Value, to *descriptor.Type) Value {
			return copied(to, v.longEnough(to, "array"), v.flag&readOnly)
		}
	}
	return nil
}

// longEnough returns where the elements of v lie, which must be as many as those of an array.
func (v Value) longEnough(array *descriptor.Type, what string) unsafe.Pointer {
	h := v.header()
	if want := int(array.Length); want > h.len {
		panic("reflect: cannot convert slice with length " + strconv.Itoa(h.len) + " to " + what + " with length " + strconv.Itoa(want))
	}
	return h.at
}

func newInt(t *descriptor.Type, bits uint64, f flag) Value {
	at := descriptor.New(t)
	switch t.Size {
	case 1:
		*(*uint8)(at) = uint8(bits)
	case 2:
		*(*uint16)(at) = uint16(bits)
	case 4:
		*(*uint32)(at) = uint32(bits)
	case 8:
		*(*uint64)(at) = bits
	}
	return Value{t, at, f&readOnly | indirect}
}

func newFloat(t *descriptor.Type, x float64, f flag) Value {
	at := descriptor.New(t)
	if t.Size == 4 {
		*(*float32)(at) = float32(x)
	} else {
		*(*float64)(at) = x
	}
	return Value{t, at, f&readOnly | indirect}
}

func newString(t *descriptor.Type, s string, f flag) Value {
	at := descriptor.New(t)
	*(*string)(at) = s
	return Value{t, at, f&readOnly | indirect}
}

func newSlice[E byte | rune](t *descriptor.Type, s []E, f flag) Value {
	at := descriptor.New(t)
	*(*[]E)(at) = s
	return Value{t, at, f&readOnly | indirect}
}

// retyped only changes the type; a variable is copied.
func retyped(v Value, to *descriptor.Type) Value {
	if v.flag&indirect == 0 {
		return Value{to, v.at, v.flag & readOnly}
	}
	return copied(to, v.at, v.flag&readOnly)
}

func intoInterface(v Value, to *descriptor.Type) Value {
	f := v.flag & readOnly
	if v.kind() == Interface {
		if v.IsNil() {
			out := Zero(wrap(to))
			out.flag |= f
			return out
		}
		v = v.Elem()
	}
	out := boxedAs(to, v)
	out.flag |= f
	return out
}
