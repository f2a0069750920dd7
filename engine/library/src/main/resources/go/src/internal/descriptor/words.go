package descriptor

import "unsafe"

// Forms of words.
const (
	unsigned8 uint8 = iota
	signed8
	unsigned16
	signed16
	word32
	word64
	pointerWord
	intWord // a length: 64 bits in a word whatever it has in memory
)

// Word is a word of a value.
type Word struct {
	Offset uintptr
	Form   uint8
}

// mostWords is how many words a struct or array may have to be passed in words; larger ones are passed by address.
const mostWords = 4

// Words returns the words of a value of type t; ok is false where it is passed by address.
func Words(t *Type) (words []Word, ok bool) {
	words, ok = flatten(nil, t, 0)
	if ok && (t.Kind == Struct || t.Kind == Array) && len(words) > mostWords {
		return nil, false
	}
	return words, ok
}

func flatten(to []Word, t *Type, at uintptr) ([]Word, bool) {
	const w = unsafe.Sizeof(uintptr(0))
	switch t.Kind {
	case Struct:
		fields := t.Fields()
		for i := range fields {
			var ok bool
			if to, ok = flatten(to, fields[i].Type(), at+uintptr(fields[i].Offset)); !ok || len(to) > mostWords {
				return nil, false
			}
		}
		return to, true
	case Array:
		if t.Length == 0 || t.Elem().Size == 0 {
			return to, true
		}
		if t.Length > 1 {
			return nil, false
		}
		return flatten(to, t.Elem(), at)
	case Bool, Uint8:
		return append(to, Word{at, unsigned8}), true
	case Int8:
		return append(to, Word{at, signed8}), true
	case Int16:
		return append(to, Word{at, signed16}), true
	case Uint16:
		return append(to, Word{at, unsigned16}), true
	case Complex64:
		return append(to, Word{at, word32}, Word{at + 4, word32}), true
	case Complex128:
		return append(to, Word{at, word64}, Word{at + 8, word64}), true
	case String:
		return append(to, Word{at, pointerWord}, Word{at + w, intWord}), true
	case Slice:
		return append(to, Word{at, pointerWord}, Word{at + w, intWord}, Word{at + 2*w, intWord}), true
	case Interface:
		return append(to, Word{at, pointerWord}, Word{at + w, pointerWord}), true
	case Chan, Func, Map, Pointer, UnsafePointer:
		return append(to, Word{at, pointerWord}), true
	}
	if t.Size == 4 {
		return append(to, Word{at, word32}), true
	}
	return append(to, Word{at, word64}), true
}
