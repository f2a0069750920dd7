package template

import (
	"fmt"
	"reflect"
	"text/template/parse"
)

var (
	errorType   = reflect.TypeFor[error]()
	anyType     = reflect.TypeFor[any]()
	reflectType = reflect.TypeFor[reflect.Value]()
)

// nothing is what stands for no value from a pipeline, as opposed to an invalid one.
type nothing struct{}

var absent = reflect.ValueOf(nothing{})

func isAbsent(v reflect.Value) bool {
	return v.IsValid() && v.Type() == reflect.TypeFor[nothing]()
}

// unwrapped takes a reflect.Value out of a value that holds one.
func unwrapped(v reflect.Value) reflect.Value {
	if v.IsValid() && v.Type() == reflectType {
		return v.Interface().(reflect.Value)
	}
	return v
}

func (e *execution) function(dot reflect.Value, n *parse.IdentifierNode, at parse.Node, args []parse.Node, last reflect.Value) reflect.Value {
	e.at(n)
	e.template.mu.RLock()
	f := e.template.callable[n.Ident]
	e.template.mu.RUnlock()
	builtin := ""
	if !f.IsValid() {
		builtin = n.Ident
		b, ok := builtins[n.Ident]
		if !ok {
			e.fail("%q is not a defined function", n.Ident)
		}
		f = reflect.ValueOf(b)
	}
	return e.invoke(dot, f, builtin, at, n.Ident, args, last)
}

// invoke calls a function or a bound method. args has the function itself in front, or is nil.
func (e *execution) invoke(dot, f reflect.Value, builtin string, at parse.Node, name string, args []parse.Node, last reflect.Value) reflect.Value {
	if len(args) > 0 {
		args = args[1:]
	}
	t := f.Type()
	given := len(args)
	if !isAbsent(last) {
		given++
	}
	fixed := t.NumIn()
	if t.IsVariadic() {
		if fixed--; given < fixed {
			e.fail("wrong number of args for %s: want at least %d got %d", name, fixed, len(args))
		}
	} else if given != fixed {
		e.fail("wrong number of args for %s: want %d got %d", name, fixed, given)
	}
	if err := checkResults(name, t); err != nil {
		e.fail("%v", err)
	}
	if builtin == "and" || builtin == "or" {
		return e.logic(dot, builtin == "or", args, last)
	}
	parameter := func(i int) reflect.Type {
		if i < fixed {
			return t.In(i)
		}
		return t.In(fixed).Elem()
	}
	values := make([]reflect.Value, 0, given+1)
	if builtin == "call" {
		values = append(values, reflect.ValueOf(calleeName(args, last)))
		f = reflect.ValueOf(callValue)
	}
	for i, a := range args {
		values = append(values, e.argument(dot, parameter(i), a))
	}
	if !isAbsent(last) {
		values = append(values, e.fitted(last, parameter(given-1)))
	}
	value, err := protected(f, values)
	if err != nil {
		e.at(at)
		e.fail("error calling %s: %w", name, err)
	}
	return unwrapped(value)
}

func calleeName(args []parse.Node, last reflect.Value) string {
	if len(args) == 0 {
		return last.String()
	}
	return args[0].String()
}

// logic evaluates the arguments of and or or up to the one that decides.
func (e *execution) logic(dot reflect.Value, until bool, args []parse.Node, last reflect.Value) (value reflect.Value) {
	for _, a := range args {
		value = e.argument(dot, reflectType, a).Interface().(reflect.Value)
		if truthOfAny(value) == until {
			return value
		}
	}
	if !isAbsent(last) {
		value = unwrapped(e.fitted(last, reflectType))
	}
	return value
}

// protected calls a function; a panic becomes an error.
func protected(f reflect.Value, args []reflect.Value) (value reflect.Value, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case error:
			err = r
		default:
			err = fmt.Errorf("%v", r)
		}
	}()
	results := f.Call(args)
	if len(results) == 2 && !results[1].IsNil() {
		err = results[1].Interface().(error)
	}
	return results[0], err
}

// hasNil reports whether nil may be assigned to a type.
func hasNil(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice:
		return true
	}
	return t == reflectType
}

// fitted makes a value assignable to a type, through one pointer if need be. No type means any.
func (e *execution) fitted(v reflect.Value, t reflect.Type) reflect.Value {
	switch {
	case !v.IsValid() && t == nil:
		return v
	case !v.IsValid() && hasNil(t):
		return reflect.Zero(t)
	case !v.IsValid():
		e.fail("invalid value; expected %s", t)
	case t == reflectType && v.Type() != t:
		return reflect.ValueOf(v)
	case t == nil || v.Type().AssignableTo(t):
		return v
	}
	if v.Kind() == reflect.Interface && !v.IsNil() {
		if v = v.Elem(); v.Type().AssignableTo(t) {
			return v
		}
	}
	switch {
	case v.Kind() == reflect.Pointer && v.Type().Elem().AssignableTo(t):
		if v = v.Elem(); !v.IsValid() {
			e.fail("dereference of nil pointer of type %s", t)
		}
		return v
	case v.CanAddr() && reflect.PointerTo(v.Type()).AssignableTo(t):
		return v.Addr()
	}
	e.fail("wrong type for value; expected %s; got %s", t, v.Type())
	return v
}

// argument evaluates an operand for a parameter of a type.
func (e *execution) argument(dot reflect.Value, t reflect.Type, n parse.Node) reflect.Value {
	e.at(n)
	switch n := n.(type) {
	case *parse.DotNode:
		return e.fitted(dot, t)
	case *parse.NilNode:
		if !hasNil(t) {
			e.fail("cannot assign nil to %s", t)
		}
		return reflect.Zero(t)
	case *parse.FieldNode, *parse.VariableNode, *parse.ChainNode:
		return e.fitted(e.chosen(dot, n, []parse.Node{n}, absent), t)
	case *parse.PipeNode:
		return e.fitted(e.pipeline(dot, n), t)
	case *parse.IdentifierNode:
		return e.fitted(e.function(dot, n, n, nil, absent), t)
	}
	return e.literal(t, n)
}

// literal gives a constant the type of a parameter.
func (e *execution) literal(t reflect.Type, n parse.Node) reflect.Value {
	if t == nil {
		t = anyType
	}
	number, isNumber := n.(*parse.NumberNode)
	value := reflect.New(t).Elem()
	wanted := ""
	switch k := t.Kind(); {
	case k == reflect.Interface && t.NumMethod() == 0, t == reflectType:
		c, ok := e.constant(reflect.Value{}, n)
		if !ok {
			e.fail("can't handle assignment of %s to empty interface argument", n)
		}
		if t == reflectType {
			return reflect.ValueOf(c)
		}
		return c
	case k == reflect.Bool:
		wanted = "bool"
		if b, ok := n.(*parse.BoolNode); ok {
			value.SetBool(b.True)
			return value
		}
	case k == reflect.String:
		wanted = "string"
		if s, ok := n.(*parse.StringNode); ok {
			value.SetString(s.Text)
			return value
		}
	case value.CanInt():
		wanted = "integer"
		if isNumber && number.IsInt {
			value.SetInt(number.Int64)
			return value
		}
	case value.CanUint():
		wanted = "unsigned integer"
		if isNumber && number.IsUint {
			value.SetUint(number.Uint64)
			return value
		}
	case value.CanFloat():
		wanted = "float"
		if isNumber && number.IsFloat {
			value.SetFloat(number.Float64)
			return value
		}
	case value.CanComplex():
		wanted = "complex"
		if isNumber && number.IsComplex {
			value.SetComplex(number.Complex128)
			return value
		}
	default:
		e.fail("can't handle %s for arg of type %s", n, t)
	}
	e.fail("expected %s; found %s", wanted, n)
	return value
}
