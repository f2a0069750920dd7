package template

import (
	"errors"
	"fmt"
	"reflect"
	"unicode"
)

// builtins are the functions that all templates have. What and, or and call do is up to the execution.
var builtins = FuncMap{
	"and": undecided, "or": undecided, "not": not, "call": uncalled,
	"eq": eq, "ge": ge, "gt": gt, "le": le, "lt": lt, "ne": ne,
	"html": HTMLEscaper, "js": JSEscaper, "urlquery": URLQueryEscaper,
	"index": index, "len": length, "slice": slice,
	"print": fmt.Sprint, "printf": fmt.Sprintf, "println": fmt.Sprintln,
}

func undecided(first reflect.Value, rest ...reflect.Value) reflect.Value {
	panic("template: and and or are evaluated in place")
}

func uncalled(f reflect.Value, args ...reflect.Value) reflect.Value {
	panic("template: call is evaluated in place")
}

// callable checks that templates can call f.
func callable(name string, f any) reflect.Value {
	if !isIdentifier(name) {
		panic(fmt.Errorf("function name %q is not a valid identifier", name))
	}
	v := reflect.ValueOf(f)
	if v.Kind() != reflect.Func {
		panic("value for " + name + " not a function")
	}
	if err := checkResults(name, v.Type()); err != nil {
		panic(err)
	}
	return v
}

func isIdentifier(name string) bool {
	for i, r := range name {
		if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
			return false
		}
	}
	return name != ""
}

func checkResults(name string, t reflect.Type) error {
	n := t.NumOut()
	if n != 1 && n != 2 {
		return fmt.Errorf("function %s has %d return values; should be 1 or 2", name, n)
	}
	if n == 2 && t.Out(1) != errorType {
		return fmt.Errorf("invalid function signature for %s: second return value should be error; is %s", name, t.Out(1))
	}
	return nil
}

// follow goes to the end of pointers and interfaces, or to the first that is nil.
func follow(v reflect.Value) (end reflect.Value, isNil bool) {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		if v.IsNil() {
			return v, true
		}
		v = v.Elem()
	}
	return v, false
}

// insideInterface returns what an interface holds, the zero Value for nil.
func insideInterface(v reflect.Value) reflect.Value {
	if v.Kind() == reflect.Interface {
		return v.Elem()
	}
	return v
}

// IsTrue reports whether a value counts as true, and whether that has a meaning.
func IsTrue(val any) (truth, ok bool) { return truthOf(reflect.ValueOf(val)) }

func truthOf(v reflect.Value) (truth, ok bool) {
	switch k := v.Kind(); {
	case k == reflect.Invalid:
		return false, true
	case k == reflect.Struct:
		return true, true
	case k == reflect.Array, k == reflect.Map, k == reflect.Slice, k == reflect.String:
		return v.Len() > 0, true
	case v.CanFloat():
		return v.Float() != 0, true
	case v.CanComplex():
		return v.Complex() != 0, true
	}
	return !v.IsZero(), true
}

func truthOfAny(v reflect.Value) bool {
	t, _ := truthOf(insideInterface(v))
	return t
}

func not(arg reflect.Value) bool { return !truthOfAny(arg) }

func isInteger(k reflect.Kind) bool { return k >= reflect.Int && k <= reflect.Uintptr }

// suited converts a value for a parameter of type t, as call and index do.
func suited(v reflect.Value, t reflect.Type) (reflect.Value, error) {
	if !v.IsValid() {
		if !hasNil(t) {
			return v, fmt.Errorf("value is nil; should be of type %s", t)
		}
		return reflect.Zero(t), nil
	}
	switch {
	case v.Type().AssignableTo(t):
		return v, nil
	case isInteger(v.Kind()) && isInteger(t.Kind()):
		return v.Convert(t), nil
	}
	return reflect.Value{}, fmt.Errorf("value has type %s; should be %s", v.Type(), t)
}

// position reads an index, which may be up to limit.
func position(v reflect.Value, limit int) (int, error) {
	var x int64
	switch {
	case !v.IsValid():
		return 0, errors.New("cannot index slice/array with nil")
	case v.CanInt():
		x = v.Int()
	case v.CanUint():
		x = int64(v.Uint())
	default:
		return 0, fmt.Errorf("cannot index slice/array with type %s", v.Type())
	}
	if x < 0 || x > int64(limit) {
		return 0, fmt.Errorf("index out of range: %d", x)
	}
	return int(x), nil
}

func index(item reflect.Value, indexes ...reflect.Value) (reflect.Value, error) {
	item = insideInterface(item)
	if !item.IsValid() {
		return item, errors.New("index of untyped nil")
	}
	for _, i := range indexes {
		i = insideInterface(i)
		var isNil bool
		if item, isNil = follow(item); isNil {
			return reflect.Value{}, errors.New("index of nil pointer")
		}
		switch item.Kind() {
		case reflect.Array, reflect.Slice, reflect.String:
			at, err := position(i, item.Len())
			if err != nil {
				return reflect.Value{}, err
			}
			item = item.Index(at)
		case reflect.Map:
			key, err := suited(i, item.Type().Key())
			if err != nil {
				return reflect.Value{}, err
			}
			element := item.MapIndex(key)
			if !element.IsValid() {
				element = reflect.Zero(item.Type().Elem())
			}
			item = element
		default:
			return reflect.Value{}, fmt.Errorf("can't index item of type %s", item.Type())
		}
	}
	return item, nil
}

func slice(item reflect.Value, indexes ...reflect.Value) (reflect.Value, error) {
	none := reflect.Value{}
	item = insideInterface(item)
	if !item.IsValid() {
		return none, errors.New("slice of untyped nil")
	}
	item, isNil := follow(item)
	isText := item.Kind() == reflect.String
	switch {
	case isNil:
		return none, errors.New("slice of nil pointer")
	case len(indexes) > 3:
		return none, fmt.Errorf("too many slice indexes: %d", len(indexes))
	case isText && len(indexes) == 3:
		return none, errors.New("cannot 3-index slice a string")
	case !isText && item.Kind() != reflect.Array && item.Kind() != reflect.Slice:
		return none, fmt.Errorf("can't slice item of type %s", item.Type())
	}
	limit := item.Len()
	if !isText {
		limit = item.Cap()
	}
	bounds := [3]int{0, item.Len(), limit}
	for i, x := range indexes {
		at, err := position(insideInterface(x), limit)
		if err != nil {
			return none, err
		}
		bounds[i] = at
	}
	for i := range 2 {
		if bounds[i] > bounds[i+1] {
			return none, fmt.Errorf("invalid slice index: %d > %d", bounds[i], bounds[i+1])
		}
	}
	if len(indexes) == 3 {
		return item.Slice3(bounds[0], bounds[1], bounds[2]), nil
	}
	return item.Slice(bounds[0], bounds[1]), nil
}

func length(arg reflect.Value) (int, error) {
	v, isNil := follow(arg)
	if isNil {
		return 0, errors.New("len of nil pointer")
	}
	switch v.Kind() {
	case reflect.Array, reflect.Chan, reflect.Map, reflect.Slice, reflect.String:
		return v.Len(), nil
	}
	return 0, fmt.Errorf("len of type %s", v.Type())
}

// callValue calls a func value that a template has.
func callValue(name string, f reflect.Value, args ...reflect.Value) (reflect.Value, error) {
	none := reflect.Value{}
	f = insideInterface(f)
	if !f.IsValid() {
		return none, errors.New("call of nil")
	}
	t := f.Type()
	if t.Kind() != reflect.Func {
		return none, fmt.Errorf("non-function %s of type %s", name, t)
	}
	if err := checkResults(name, t); err != nil {
		return none, err
	}
	fixed := t.NumIn()
	if t.IsVariadic() {
		if fixed--; len(args) < fixed {
			return none, fmt.Errorf("wrong number of args for %s: got %d want at least %d", name, len(args), fixed)
		}
	} else if len(args) != fixed {
		return none, fmt.Errorf("wrong number of args for %s: got %d want %d", name, len(args), fixed)
	}
	values := make([]reflect.Value, len(args))
	for i, a := range args {
		want := t.In(min(i, t.NumIn()-1))
		if i >= fixed {
			want = want.Elem()
		}
		var err error
		if values[i], err = suited(insideInterface(a), want); err != nil {
			return none, fmt.Errorf("arg %d: %w", i, err)
		}
	}
	return protected(f, values)
}
