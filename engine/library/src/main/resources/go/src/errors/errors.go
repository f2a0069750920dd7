// Package errors makes errors and walks the trees that wrapping them builds.
package errors

import "internal/reflectlite"

// errorString is an error of which only the text and the identity matter.
type errorString struct{ s string }

func (e *errorString) Error() string { return e.s }

// New gives an error with the given text, different from every other one even where the texts are equal.
//
//gorrery:pure
func New(text string) error { return &errorString{text} }

// ErrUnsupported tells that an operation cannot be done here, whatever its arguments.
var ErrUnsupported = New("unsupported operation")

// Unwrap gives what err's method Unwrap() error returns, or nil where it has none.
func Unwrap(err error) error {
	if one, ok := err.(interface{ Unwrap() error }); ok {
		return one.Unwrap()
	}
	return nil
}

// joinError is an error made of several.
type joinError struct{ errs []error }

// Join wraps those of errs that are not nil; nil where none is left.
func Join(errs ...error) error {
	var kept []error
	for _, err := range errs {
		if err != nil {
			kept = append(kept, err)
		}
	}
	if kept == nil {
		return nil
	}
	return &joinError{kept}
}

func (g *joinError) Error() string {
	text := g.errs[0].Error()
	for _, err := range g.errs[1:] {
		text += "\n" + err.Error()
	}
	return text
}

func (g *joinError) Unwrap() []error { return g.errs }

// visit calls accept on err and everything it wraps, depth first, until accept says true.
func visit(err error, accept func(error) bool) bool {
	for err != nil {
		if accept(err) {
			return true
		}
		switch w := err.(type) {
		case interface{ Unwrap() error }:
			err = w.Unwrap()
		case interface{ Unwrap() []error }:
			for _, branch := range w.Unwrap() {
				if branch != nil && visit(branch, accept) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
	return false
}

// Is reports whether err or anything that it wraps equals target or says so by its method Is(error) bool.
func Is(err, target error) bool {
	if err == nil || target == nil {
		return err == target
	}
	canEqual := reflectlite.TypeOf(target).Comparable()
	return visit(err, func(e error) bool {
		if canEqual && e == target {
			return true
		}
		judge, ok := e.(interface{ Is(error) bool })
		return ok && judge.Is(target)
	})
}

// As finds the first error in err's tree that can be assigned to what target points to, and assigns it.
// It panics where target is not a pointer to an interface or to a type that is an error.
func As(err error, target any) bool {
	if err == nil {
		return false
	}
	if target == nil {
		panic("errors: target cannot be nil")
	}
	place := reflectlite.ValueOf(target)
	if place.Kind() != reflectlite.Ptr || place.IsNil() {
		panic("errors: target must be a non-nil pointer")
	}
	wanted := place.Type().Elem()
	if wanted.Kind() != reflectlite.Interface && !wanted.Implements(reflectlite.TypeOf((*error)(nil)).Elem()) {
		panic("errors: *target must be interface or implement error")
	}
	return visit(err, func(e error) bool {
		if reflectlite.TypeOf(e).AssignableTo(wanted) {
			place.Elem().Set(reflectlite.ValueOf(e))
			return true
		}
		setter, ok := e.(interface{ As(any) bool })
		return ok && setter.As(target)
	})
}

// AsType finds the first error in err's tree that is an E, with As's rules.
func AsType[E error](err error) (E, bool) {
	var found E
	ok := visit(err, func(e error) bool {
		if match, is := e.(E); is {
			found = match
			return true
		}
		setter, can := e.(interface{ As(any) bool })
		return can && setter.As(&found)
	})
	return found, ok
}
