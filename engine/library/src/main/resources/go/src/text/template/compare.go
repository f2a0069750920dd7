package template

import (
	"cmp"
	"errors"
	"fmt"
	"reflect"
)

var (
	errNotOrdered = errors.New("invalid type for comparison")
	errOnlyOne    = errors.New("missing argument for comparison")
)

// comparing is a group of kinds whose values can be compared.
type comparing uint8

const (
	other comparing = iota
	booleans
	complexes
	signed
	unsigned
	floats
	texts
)

func sortOf(v reflect.Value) comparing {
	switch {
	case v.Kind() == reflect.Bool:
		return booleans
	case v.CanInt():
		return signed
	case v.CanUint():
		return unsigned
	case v.CanFloat():
		return floats
	case v.CanComplex():
		return complexes
	case v.Kind() == reflect.String:
		return texts
	}
	return other
}

func mismatch(x, y reflect.Value) error {
	return fmt.Errorf("incompatible types for comparison: %v and %v", x.Type(), y.Type())
}

// order compares values that have an order; sorts may differ only in sign.
func order(x, y reflect.Value) int {
	a, b := sortOf(x), sortOf(y)
	switch {
	case a == signed && b == signed:
		return cmp.Compare(x.Int(), y.Int())
	case a == signed:
		if x.Int() < 0 {
			return -1
		}
		return cmp.Compare(uint64(x.Int()), y.Uint())
	case b == signed:
		return -order(y, x)
	case a == unsigned:
		return cmp.Compare(x.Uint(), y.Uint())
	}
	return cmp.Compare(x.String(), y.String())
}

func bothIntegers(a, b comparing) bool {
	return (a == signed || a == unsigned) && (b == signed || b == unsigned)
}

func eq(first reflect.Value, rest ...reflect.Value) (bool, error) {
	first = insideInterface(first)
	if len(rest) == 0 {
		return false, errOnlyOne
	}
	for _, v := range rest {
		if same, err := equal(first, insideInterface(v)); same || err != nil {
			return same, err
		}
	}
	return false, nil
}

func equal(x, y reflect.Value) (bool, error) {
	a, b := sortOf(x), sortOf(y)
	switch {
	case bothIntegers(a, b):
		return order(x, y) == 0, nil
	case a != b:
		if x.IsValid() && y.IsValid() {
			return false, mismatch(x, y)
		}
		return false, nil
	}
	switch a {
	case booleans:
		return x.Bool() == y.Bool(), nil
	case complexes:
		return x.Complex() == y.Complex(), nil
	case floats:
		return x.Float() == y.Float(), nil
	case texts:
		return x.String() == y.String(), nil
	}
	return equalOthers(x, y)
}

func isNil(v reflect.Value) bool {
	if !v.IsValid() {
		return true
	}
	switch v.Kind() {
	case reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice:
		return v.IsNil()
	}
	return false
}

func equalOthers(x, y reflect.Value) (bool, error) {
	switch {
	case x.IsValid() && y.IsValid() && x.Kind() != y.Kind():
		return false, fmt.Errorf("non-comparable types %s: %v, %s: %v", x, x.Type(), y.Type(), y)
	case isNil(x) || isNil(y):
		return isNil(x) == isNil(y), nil
	case !y.Type().Comparable():
		return false, fmt.Errorf("non-comparable type %s: %v", y, y.Type())
	}
	return x.Interface() == y.Interface(), nil
}

func ne(x, y reflect.Value) (bool, error) {
	same, err := eq(x, y)
	return !same, err
}

func lt(x, y reflect.Value) (bool, error) {
	x, y = insideInterface(x), insideInterface(y)
	a, b := sortOf(x), sortOf(y)
	switch {
	case a == other || b == other:
		return false, errNotOrdered
	case bothIntegers(a, b):
		return order(x, y) < 0, nil
	case a != b:
		return false, mismatch(x, y)
	case a == floats:
		return x.Float() < y.Float(), nil
	case a == texts:
		return order(x, y) < 0, nil
	}
	return false, errNotOrdered
}

func le(x, y reflect.Value) (bool, error) {
	if less, err := lt(x, y); less || err != nil {
		return less, err
	}
	return eq(x, y)
}

func gt(x, y reflect.Value) (bool, error) {
	not, err := le(x, y)
	return err == nil && !not, err
}

func ge(x, y reflect.Value) (bool, error) {
	less, err := lt(x, y)
	return err == nil && !less, err
}
