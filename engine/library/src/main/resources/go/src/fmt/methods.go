package fmt

import (
	"errors"
	"internal/descriptor"
	"slices"
	"unsafe"
)

// byMethod prints p.arg by its own methods, if it has any that fit the verb.
func (p *printer) byMethod(verb rune) (handled bool) {
	if p.inError {
		return false
	}
	if verb == 'w' {
		if _, ok := p.arg.(error); !ok || !p.wraps {
			p.badVerb(verb)
			return true
		}
		verb = 'v'
	}
	if f, ok := p.arg.(Formatter); ok {
		p.formatted(f, verb)
		return true
	}
	if p.sharpV {
		return p.byGoString(verb)
	}
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
		return p.byText(verb)
	}
	return false
}

// byText prints the text that p.arg gives of itself, if it has a method for that. Where the method panics, what caught writes is
// all there is.
//
//gorrery:kinds text
func (p *printer) byText(verb rune) (handled bool) {
	handled = true
	switch v := p.arg.(type) {
	case error:
		defer p.caught(p.arg, verb, "Error")
		p.string(v.Error(), verb)
		return true
	case Stringer:
		defer p.caught(p.arg, verb, "String")
		p.string(v.String(), verb)
		return true
	}
	return false
}

// formatted has f print itself.
//
//gorrery:kinds formatter
func (p *printer) formatted(f Formatter, verb rune) {
	defer p.caught(p.arg, verb, "Format")
	f.Format(p, verb)
}

// byGoString prints what p.arg says to be in Go's syntax, if it has a method for that.
//
//gorrery:verbs #
func (p *printer) byGoString(verb rune) (handled bool) {
	g, ok := p.arg.(GoStringer)
	if !ok {
		return false
	}
	handled = true
	defer p.caught(p.arg, verb, "GoString")
	p.padText(p.cut(g.GoString()))
	return true
}

// caught is deferred around the methods of arg: a panic becomes text.
func (p *printer) caught(arg any, verb rune, method string) {
	cause := recover()
	if cause == nil {
		return
	}
	if e := (*descriptor.Eface)(unsafe.Pointer(&arg)); e.Data == nil && e.Type.Kind == descriptor.Pointer {
		p.text("<nil>")
		return
	}
	if p.inPanic {
		panic(cause)
	}
	saved := p.directive
	p.directive = directive{}
	p.complain(verb, "(PANIC=")
	p.text(method)
	p.text(" method: ")
	p.inPanic = true
	p.argument(cause, 'v')
	p.inPanic = false
	p.char(')')
	p.directive = saved
}

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }

func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string { return e.msg }

func (e *wrapErrors) Unwrap() []error { return e.errs }

// Errorf gives an error with the text that the format makes of a. It wraps the operands of the verbs %w.
//
//gorrery:format wrap
func Errorf(format string, a ...any) error {
	p := newPrinter()
	p.wraps = true
	p.printf(format, a)
	text := string(p.out)
	wrapped := p.wrapped
	reordered := p.reordered
	p.free()
	switch len(wrapped) {
	case 0:
		return errors.New(text)
	case 1:
		e := &wrapError{msg: text}
		e.err, _ = a[wrapped[0]].(error)
		return e
	}
	if reordered {
		slices.Sort(wrapped)
		wrapped = slices.Compact(wrapped)
	}
	e := &wrapErrors{msg: text}
	for _, at := range wrapped {
		if err, ok := a[at].(error); ok {
			e.errs = append(e.errs, err)
		}
	}
	return e
}
