package jsonform

import (
	"encoding"
	"encoding/base64"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
)

// Marshaler is what package encoding/json calls so.
type Marshaler interface {
	MarshalJSON() ([]byte, error)
}

var (
	marshalerType     = reflect.TypeFor[Marshaler]()
	textMarshalerType = reflect.TypeFor[encoding.TextMarshaler]()
)

// Append appends a value.
func Append(to []byte, v any) ([]byte, error) {
	w := writer{out: to, inside: map[any]bool{}}
	err := w.value(reflect.ValueOf(v), false)
	return w.out, err
}

// deepPointers is how many pointers are followed before loops are looked for.
const deepPointers = 1000

type writer struct {
	out    []byte
	depth  int
	inside map[any]bool // pointers, maps and slices being written, once deep
}

func (w *writer) text(s string) { w.out = append(w.out, s...) }

// value writes v; asText puts numbers and truth values in quotes.
func (w *writer) value(v reflect.Value, asText bool) error {
	if !v.IsValid() {
		w.text("null")
		return nil
	}
	if done, err := w.own(v); done {
		return err
	}
	quote := func(s string) {
		if asText {
			s = `"` + s + `"`
		}
		w.text(s)
	}
	switch k := v.Kind(); {
	case k == reflect.Bool:
		quote(strconv.FormatBool(v.Bool()))
	case v.CanInt():
		quote(strconv.FormatInt(v.Int(), 10))
	case v.CanUint():
		quote(strconv.FormatUint(v.Uint(), 10))
	case v.CanFloat():
		s, err := float(v)
		if err != nil {
			return err
		}
		quote(s)
	case k == reflect.String:
		if v.Type().String() == "json.Number" {
			quote(v.String())
			return nil
		}
		if asText {
			w.out = appendQuoted(w.out, string(appendQuoted(nil, v.String())))
		} else {
			w.out = appendQuoted(w.out, v.String())
		}
	case k == reflect.Interface:
		return w.value(v.Elem(), false)
	case k == reflect.Pointer:
		return w.follow(v, asText)
	case k == reflect.Struct:
		return w.structure(v)
	case k == reflect.Map:
		return w.mapping(v)
	case k == reflect.Array, k == reflect.Slice:
		return w.sequence(v)
	default:
		return errors.New("json: unsupported type: " + v.Type().String())
	}
	return nil
}

// own lets a value write itself, where it can.
func (w *writer) own(v reflect.Value) (done bool, err error) {
	t := v.Type()
	if t.Kind() != reflect.Pointer && v.CanAddr() {
		if p := reflect.PointerTo(t); p.Implements(marshalerType) || p.Implements(textMarshalerType) {
			v, t = v.Addr(), p
		}
	}
	isJSON, isText := t.Implements(marshalerType), t.Implements(textMarshalerType)
	if !isJSON && !isText {
		return false, nil
	}
	if k := v.Kind(); (k == reflect.Pointer || k == reflect.Interface) && v.IsNil() {
		w.text("null")
		return true, nil
	}
	if isJSON {
		b, err := v.Interface().(Marshaler).MarshalJSON()
		if err == nil {
			w.out, err = compact(w.out, b)
		}
		if err != nil {
			err = fmt.Errorf("json: error calling MarshalJSON for type %s: %w", t, err)
		}
		return true, err
	}
	b, err := v.Interface().(encoding.TextMarshaler).MarshalText()
	if err != nil {
		return true, fmt.Errorf("json: error calling MarshalText for type %s: %w", t, err)
	}
	w.out = appendQuoted(w.out, string(b))
	return true, nil
}

func float(v reflect.Value) (string, error) {
	f, bits := v.Float(), v.Type().Bits()
	if math.IsInf(f, 0) || math.IsNaN(f) {
		return "", errors.New("json: unsupported value: " + strconv.FormatFloat(f, 'g', -1, bits))
	}
	form := byte('f')
	if a := math.Abs(f); a != 0 && (a < 1e-6 || a >= 1e21) ||
		bits == 32 && a != 0 && (float32(a) < 1e-6 || float32(a) >= 1e21) {
		form = 'e'
	}
	s := strconv.FormatFloat(f, form, -1, bits)
	if n := len(s); form == 'e' && n > 3 && s[n-4:n-1] == "e-0" {
		s = s[:n-2] + s[n-1:]
	}
	return s, nil
}

// enter guards against values that hold themselves.
func (w *writer) enter(v reflect.Value, key any) (leave func(), err error) {
	w.depth++
	leave = func() { w.depth-- }
	if w.depth <= deepPointers {
		return leave, nil
	}
	if w.inside[key] {
		return leave, errors.New("json: unsupported value: encountered a cycle via " + v.Type().String())
	}
	w.inside[key] = true
	return func() {
		w.depth--
		delete(w.inside, key)
	}, nil
}

func (w *writer) follow(v reflect.Value, asText bool) error {
	if v.IsNil() {
		w.text("null")
		return nil
	}
	leave, err := w.enter(v, v.Pointer())
	if err == nil {
		err = w.value(v.Elem(), asText)
	}
	leave()
	return err
}

func (w *writer) sequence(v reflect.Value) error {
	if v.Kind() == reflect.Slice {
		if v.IsNil() {
			w.text("null")
			return nil
		}
		e := v.Type().Elem()
		p := reflect.PointerTo(e)
		if e.Kind() == reflect.Uint8 && !p.Implements(marshalerType) && !p.Implements(textMarshalerType) {
			w.text(`"` + base64.StdEncoding.EncodeToString(v.Bytes()) + `"`)
			return nil
		}
		leave, err := w.enter(v, [2]any{v.Pointer(), v.Len()})
		defer leave()
		if err != nil {
			return err
		}
	}
	w.text("[")
	for i := range v.Len() {
		if i > 0 {
			w.text(",")
		}
		if err := w.value(v.Index(i), false); err != nil {
			return err
		}
	}
	w.text("]")
	return nil
}

func (w *writer) mapping(v reflect.Value) error {
	if !keyed(v.Type().Key()) {
		return errors.New("json: unsupported type: " + v.Type().String())
	}
	if v.IsNil() {
		w.text("null")
		return nil
	}
	leave, err := w.enter(v, v.Pointer())
	defer leave()
	if err != nil {
		return err
	}
	type entry struct {
		key   string
		value reflect.Value
	}
	var entries []entry
	for it := v.MapRange(); it.Next(); {
		key, err := keyText(it.Key())
		if err != nil {
			return err
		}
		entries = append(entries, entry{key, it.Value()})
	}
	slices.SortFunc(entries, func(a, b entry) int {
		switch {
		case a.key < b.key:
			return -1
		case a.key > b.key:
			return 1
		}
		return 0
	})
	w.text("{")
	for i, e := range entries {
		if i > 0 {
			w.text(",")
		}
		w.out = append(appendQuoted(w.out, e.key), ':')
		if err := w.value(e.value, false); err != nil {
			return err
		}
	}
	w.text("}")
	return nil
}

func keyed(t reflect.Type) bool {
	k := t.Kind()
	return k == reflect.String || k >= reflect.Int && k <= reflect.Uintptr || t.Implements(textMarshalerType)
}

func keyText(k reflect.Value) (string, error) {
	if k.Kind() == reflect.String {
		return k.String(), nil
	}
	if m, ok := k.Interface().(encoding.TextMarshaler); ok {
		if k.Kind() == reflect.Pointer && k.IsNil() {
			return "", nil
		}
		b, err := m.MarshalText()
		if err != nil {
			err = fmt.Errorf("json: encoding error for type %q: %q", k.Type(), err.Error())
		}
		return string(b), err
	}
	if k.CanInt() {
		return strconv.FormatInt(k.Int(), 10), nil
	}
	return strconv.FormatUint(k.Uint(), 10), nil
}
