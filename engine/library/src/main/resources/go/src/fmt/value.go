package fmt

import (
	"internal/mapkeys"
	"reflect"
	"strconv"
	_ "unsafe" // for go:linkname
)

//go:linkname looked reflect.looked
func looked(v reflect.Value) any

// argument prints an argument, or what a field or element holds.
func (p *printer) argument(arg any, verb rune) {
	p.arg = arg
	p.value = reflect.Value{}
	if arg == nil {
		if verb == 'T' || verb == 'v' {
			p.padText("<nil>")
		} else {
			p.badVerb(verb)
		}
		return
	}
	if verb == 'T' || verb == 'p' {
		p.besideValue(arg, verb)
		return
	}
	switch v := arg.(type) {
	case string:
		p.string(v, verb)
	case int:
		p.number(uint64(v), true, verb)
	case bool:
		p.bool(v, verb)
	case float64:
		p.real(v, 64, verb)
	case []byte:
		p.bytes(v, verb, "[]byte")
	case int64:
		p.number(uint64(v), true, verb)
	case uint64:
		p.number(v, false, verb)
	case int32:
		p.number(uint64(v), true, verb)
	case uint8:
		p.number(uint64(v), false, verb)
	case uint:
		p.number(uint64(v), false, verb)
	case uint32:
		p.number(uint64(v), false, verb)
	case float32:
		p.real(float64(v), 32, verb)
	case int8:
		p.number(uint64(v), true, verb)
	case int16:
		p.number(uint64(v), true, verb)
	case uint16:
		p.number(uint64(v), false, verb)
	case uintptr:
		p.number(uint64(v), false, verb)
	case complex64:
		p.complex(complex128(v), 64, verb)
	case complex128:
		p.complex(v, 128, verb)
	case reflect.Value:
		p.valueOf(v, verb)
	default:
		if !p.byMethod(verb) {
			p.lookInto(arg, verb)
		}
	}
}

// besideValue prints the type of arg, or where it points to.
//
//gorrery:verbs Tp
func (p *printer) besideValue(arg any, verb rune) {
	if verb == 'p' {
		p.pointer(reflect.ValueOf(arg), verb)
		return
	}
	p.padText(p.cut(reflect.TypeOf(arg).String()))
}

// valueOf prints what v stands for.
//
//gorrery:kinds value
func (p *printer) valueOf(v reflect.Value, verb rune) {
	if v.IsValid() && v.CanInterface() {
		p.arg = looked(v)
		if p.byMethod(verb) {
			return
		}
	}
	p.reflected(v, verb, 0)
}

//gorrery:kinds inside odd
func (p *printer) lookInto(arg any, verb rune) { p.reflected(reflect.ValueOf(arg), verb, 0) }

// badVerb complains that the verb does not fit what is being printed.
//
//gorrery:kinds odd
func (p *printer) badVerb(verb rune) {
	p.inError = true
	p.complain(verb, "(")
	switch {
	case p.arg != nil:
		p.text(reflect.TypeOf(p.arg).String())
		p.char('=')
		p.argument(p.arg, 'v')
	case p.value.IsValid():
		p.badPart()
	default:
		p.text("<nil>")
	}
	p.char(')')
	p.inError = false
}

//gorrery:kinds inside
func (p *printer) badPart() {
	p.text(p.value.Type().String())
	p.char('=')
	p.reflected(p.value, 'v', 0)
}

func (p *printer) bool(v bool, verb rune) {
	if verb != 't' && verb != 'v' {
		p.badVerb(verb)
		return
	}
	if v {
		p.padText("true")
	} else {
		p.padText("false")
	}
}

//gorrery:kinds integer bytes
//gorrery:verbs bodxX
func (p *printer) number(u uint64, signed bool, verb rune) {
	switch {
	case p.formed || verb != 'd' && verb != 'v':
		p.formedNumber(u, signed, verb)
	case signed:
		p.out = strconv.AppendInt(p.out, int64(u), 10)
	default:
		p.out = strconv.AppendUint(p.out, u, 10)
	}
}

//gorrery:kinds formed odd
//gorrery:verbs bcoOqUxX#
func (p *printer) formedNumber(u uint64, signed bool, verb rune) {
	switch verb {
	case 'v':
		if p.sharpV && !signed {
			p.hexWord(u, true)
			return
		}
		p.integer(u, 10, signed, verb, lowerDigits)
	case 'd':
		p.integer(u, 10, signed, verb, lowerDigits)
	case 'b':
		p.integer(u, 2, signed, verb, lowerDigits)
	case 'o', 'O':
		p.integer(u, 8, signed, verb, lowerDigits)
	case 'x':
		p.integer(u, 16, signed, verb, lowerDigits)
	case 'X':
		p.integer(u, 16, signed, verb, upperDigits)
	case 'c':
		p.character(u)
	case 'q':
		p.quotedCharacter(u)
	case 'U':
		p.unicode(u)
	default:
		p.badVerb(verb)
	}
}

//gorrery:kinds float complex
func (p *printer) real(v float64, bits int, verb rune) {
	switch verb {
	case 'v':
		p.float(v, bits, 'g', -1)
	case 'g', 'G', 'b', 'x', 'X':
		p.float(v, bits, verb, -1)
	case 'e', 'E', 'f':
		p.float(v, bits, verb, 6)
	case 'F':
		p.float(v, bits, 'f', 6)
	default:
		p.badVerb(verb)
	}
}

//gorrery:kinds complex
func (p *printer) complex(v complex128, bits int, verb rune) {
	switch verb {
	case 'v', 'b', 'g', 'G', 'x', 'X', 'f', 'F', 'e', 'E':
		plus := p.plus
		p.char('(')
		p.real(real(v), bits/2, verb)
		p.plus = true
		p.real(imag(v), bits/2, verb)
		p.text("i)")
		p.plus = plus
	default:
		p.badVerb(verb)
	}
}

func (p *printer) string(s string, verb rune) {
	if p.formed || verb != 's' && verb != 'v' {
		p.formedString(s, verb)
		return
	}
	p.text(s)
}

//gorrery:kinds formed odd
//gorrery:verbs qxX#
func (p *printer) formedString(s string, verb rune) {
	switch verb {
	case 'v':
		if p.sharpV {
			p.quoted(s)
		} else {
			p.padText(p.cut(s))
		}
	case 's':
		p.padText(p.cut(s))
	case 'q':
		p.quoted(s)
	case 'x':
		p.hexText(s, nil, lowerDigits)
	case 'X':
		p.hexText(s, nil, upperDigits)
	default:
		p.badVerb(verb)
	}
}

//gorrery:kinds bytes
func (p *printer) bytes(b []byte, verb rune, typeName string) {
	switch verb {
	case 's':
		p.padText(p.cut(string(b)))
	case 'q':
		p.quoted(string(b))
	case 'x':
		p.hexText("", b, lowerDigits)
	case 'X':
		p.hexText("", b, upperDigits)
	case 'v', 'd':
		if !p.sharpV {
			p.char('[')
			for i, c := range b {
				if i > 0 {
					p.char(' ')
				}
				p.number(uint64(c), false, 'd')
			}
			p.char(']')
			return
		}
		p.goBytes(b, typeName)
	default:
		p.lookInto(b, verb)
	}
}

// goBytes writes bytes as Go source does.
//
//gorrery:verbs #
func (p *printer) goBytes(b []byte, typeName string) {
	p.text(typeName)
	if b == nil {
		p.text("(nil)")
		return
	}
	p.char('{')
	for i, c := range b {
		if i > 0 {
			p.text(", ")
		}
		p.hexWord(uint64(c), true)
	}
	p.char('}')
}

// pointer prints the address of what has one.
//
//gorrery:kinds reference
//gorrery:verbs p
func (p *printer) pointer(v reflect.Value, verb rune) {
	var u uint64
	switch v.Kind() {
	case reflect.Chan, reflect.Func, reflect.Map, reflect.Pointer, reflect.Slice, reflect.UnsafePointer:
		u = uint64(v.Pointer())
	default:
		p.badVerb(verb)
		return
	}
	switch verb {
	case 'v':
		switch {
		case p.sharpV:
			p.char('(')
			p.text(v.Type().String())
			p.text(")(")
			if u == 0 {
				p.text("nil")
			} else {
				p.hexWord(u, true)
			}
			p.char(')')
		case u == 0:
			p.padText("<nil>")
		default:
			p.hexWord(u, !p.sharp)
		}
	case 'p':
		p.hexWord(u, !p.sharp)
	case 'b', 'o', 'd', 'x', 'X':
		p.number(u, false, verb)
	default:
		p.badVerb(verb)
	}
}

// reflected prints any value, nested depth deep in an argument.
//
//gorrery:kinds inside value
func (p *printer) reflected(v reflect.Value, verb rune, depth int) {
	if depth > 0 && v.IsValid() && v.CanInterface() {
		p.arg = looked(v)
		if p.byMethod(verb) {
			return
		}
	} else if depth > 0 || !v.IsValid() || !v.CanInterface() {
		p.arg = nil
	}
	p.value = v
	switch v.Kind() {
	case reflect.Invalid:
		switch {
		case depth == 0:
			p.text("<invalid reflect.Value>")
		case verb == 'v':
			p.text("<nil>")
		default:
			p.badVerb(verb)
		}
	case reflect.Bool:
		p.bool(v.Bool(), verb)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		p.number(uint64(v.Int()), true, verb)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		p.number(v.Uint(), false, verb)
	case reflect.Float32:
		p.real(v.Float(), 32, verb)
	case reflect.Float64:
		p.real(v.Float(), 64, verb)
	case reflect.Complex64:
		p.complex(v.Complex(), 64, verb)
	case reflect.Complex128:
		p.complex(v.Complex(), 128, verb)
	case reflect.String:
		p.string(v.String(), verb)
	case reflect.Map:
		p.mapValue(v, verb, depth)
	case reflect.Struct:
		p.structValue(v, verb, depth)
	case reflect.Interface:
		if e := v.Elem(); e.IsValid() {
			p.reflected(e, verb, depth+1)
		} else if p.sharpV {
			p.text(v.Type().String())
			p.text("(nil)")
		} else {
			p.text("<nil>")
		}
	case reflect.Array, reflect.Slice:
		p.list(v, verb, depth)
	case reflect.Pointer:
		if depth == 0 && !v.IsNil() {
			switch e := v.Elem(); e.Kind() {
			case reflect.Array, reflect.Slice, reflect.Struct, reflect.Map:
				p.char('&')
				p.reflected(e, verb, depth+1)
				return
			}
		}
		p.pointer(v, verb)
	case reflect.Chan, reflect.Func, reflect.UnsafePointer:
		p.pointer(v, verb)
	}
}

//gorrery:kinds map
func (p *printer) mapValue(v reflect.Value, verb rune, depth int) {
	between, end := " ", byte(']')
	if p.sharpV {
		p.text(v.Type().String())
		if v.IsNil() {
			p.text("(nil)")
			return
		}
		p.char('{')
		between, end = ", ", '}'
	} else {
		p.text("map[")
	}
	for i, entry := range mapkeys.Sorted(v) {
		if i > 0 {
			p.text(between)
		}
		p.reflected(entry.Key, verb, depth+1)
		p.char(':')
		p.reflected(entry.Value, verb, depth+1)
	}
	p.char(end)
}

//gorrery:kinds struct
func (p *printer) structValue(v reflect.Value, verb rune, depth int) {
	between := " "
	if p.sharpV {
		p.text(v.Type().String())
		between = ", "
	}
	p.char('{')
	named := p.plusV || p.sharpV
	for i, n := 0, v.NumField(); i < n; i++ {
		if i > 0 {
			p.text(between)
		}
		if named {
			p.fieldName(v, i)
		}
		field := v.Field(i)
		if field.Kind() == reflect.Interface && !field.IsNil() {
			field = field.Elem()
		}
		p.reflected(field, verb, depth+1)
	}
	p.char('}')
}

//gorrery:verbs +#
func (p *printer) fieldName(v reflect.Value, i int) {
	if name := v.Type().Field(i).Name; name != "" {
		p.text(name)
		p.char(':')
	}
}

// list prints an array or a slice.
//
//gorrery:kinds list
func (p *printer) list(v reflect.Value, verb rune, depth int) {
	t := v.Type()
	switch verb {
	case 's', 'q', 'x', 'X':
		if t.Elem().Kind() == reflect.Uint8 {
			p.bytes(bytesOf(v), verb, t.String())
			return
		}
	}
	open, between, end := byte('['), " ", byte(']')
	if p.sharpV {
		p.text(t.String())
		if v.Kind() == reflect.Slice && v.IsNil() {
			p.text("(nil)")
			return
		}
		open, between, end = '{', ", ", '}'
	}
	p.char(open)
	for i, n := 0, v.Len(); i < n; i++ {
		if i > 0 {
			p.text(between)
		}
		p.reflected(v.Index(i), verb, depth+1)
	}
	p.char(end)
}

// bytesOf gives the bytes of an array or slice of some type whose kind is uint8.
//
//gorrery:verbs sqxX
func bytesOf(v reflect.Value) []byte {
	if v.Kind() == reflect.Slice || v.CanAddr() {
		return v.Bytes()
	}
	b := make([]byte, v.Len())
	for i := range b {
		b[i] = byte(v.Index(i).Uint())
	}
	return b
}
