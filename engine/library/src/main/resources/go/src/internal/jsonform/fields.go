package jsonform

import (
	"reflect"
	"slices"
	"strings"
	"unicode"
)

// field is a member of an object: a field of a struct or of one embedded in it.
type field struct {
	name   string
	index  []int
	tagged bool
	noZero bool
	empty  bool // omitempty
	asText bool
}

// isName reports whether a tag may rename a field so.
func isName(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", r) {
			return false
		}
	}
	return s != ""
}

// collect lists the members level by level. seen holds the types on the way down.
func collect(t reflect.Type, index []int, seen []reflect.Type, to []field) []field {
	if slices.Contains(seen, t) {
		return to
	}
	seen = append(slices.Clip(seen), t)
	for i := range t.NumField() {
		f := t.Field(i)
		inner := f.Type
		if inner.Kind() == reflect.Pointer && inner.Name() == "" {
			inner = inner.Elem()
		}
		tag := f.Tag.Get("json")
		if tag == "-" || !f.IsExported() && !(f.Anonymous && inner.Kind() == reflect.Struct) {
			continue
		}
		name, options, _ := strings.Cut(tag, ",")
		if !isName(name) {
			name = ""
		}
		at := append(slices.Clone(index), i)
		if f.Anonymous && name == "" && inner.Kind() == reflect.Struct {
			to = collect(inner, at, seen, to)
			continue
		}
		m := field{name: name, index: at, tagged: name != ""}
		if name == "" {
			m.name = f.Name
		}
		for o := range strings.SplitSeq(options, ",") {
			switch o {
			case "omitempty":
				m.empty = true
			case "omitzero":
				m.noZero = true
			case "string":
				k := inner.Kind()
				m.asText = k == reflect.String || k >= reflect.Bool && k <= reflect.Float64
			}
		}
		to = append(to, m)
	}
	return to
}

// members returns the fields that an object of type t has: of those with one name the least deep, and of these one with a tag.
func members(t reflect.Type) []field {
	all := collect(t, nil, nil, nil)
	var out []field
	for _, f := range all {
		best, same := true, 0
		for _, g := range all {
			if g.name != f.name {
				continue
			}
			switch {
			case len(g.index) < len(f.index), len(g.index) == len(f.index) && g.tagged && !f.tagged:
				best = false
			case len(g.index) == len(f.index) && g.tagged == f.tagged:
				same++
			}
		}
		if best && same == 1 {
			out = append(out, f)
		}
	}
	slices.SortFunc(out, func(a, b field) int { return slices.Compare(a.index, b.index) })
	return out
}

func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() == 0
	case reflect.Struct:
		return false
	}
	return v.IsZero()
}

func isZero(v reflect.Value) bool {
	if z, ok := v.Interface().(interface{ IsZero() bool }); ok && !(v.Kind() == reflect.Pointer && v.IsNil()) {
		return z.IsZero()
	}
	return v.IsZero()
}

func (w *writer) structure(v reflect.Value) error {
	w.text("{")
	first := true
next:
	for _, m := range members(v.Type()) {
		f := v
		for _, i := range m.index {
			if f.Kind() == reflect.Pointer {
				if f.IsNil() {
					continue next
				}
				f = f.Elem()
			}
			f = f.Field(i)
		}
		if m.empty && isEmpty(f) || m.noZero && isZero(f) {
			continue
		}
		if !first {
			w.text(",")
		}
		first = false
		w.out = append(appendQuoted(w.out, m.name), ':')
		if err := w.value(f, m.asText); err != nil {
			return err
		}
	}
	w.text("}")
	return nil
}
