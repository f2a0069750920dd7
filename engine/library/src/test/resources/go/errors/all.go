package main

import (
	"errors"
	"fmt"
	"io"
)

type coded struct{ code int }

func (c coded) Error() string { return fmt.Sprint("code ", c.code) }

type pointed struct{ text string }

func (p *pointed) Error() string { return p.text }

type judging struct{ target error }

func (j judging) Error() string        { return "judging" }
func (j judging) Is(target error) bool { return target == j.target }

type converting struct{}

func (converting) Error() string { return "converting" }
func (converting) As(target any) bool {
	if c, ok := target.(*coded); ok {
		*c = coded{99}
		return true
	}
	return false
}

type incomparable []string

func (incomparable) Error() string { return "incomparable" }

func main() {
	a, b := errors.New("a"), errors.New("a")
	fmt.Println(a == b, errors.Is(a, b), errors.Is(a, a), a)
	wrapped := fmt.Errorf("w: %w", a)
	twice := fmt.Errorf("%w and %w", wrapped, io.EOF)
	joined := errors.Join(nil, coded{5}, twice, nil)
	fmt.Println(errors.Unwrap(wrapped) == a, errors.Unwrap(a), errors.Unwrap(twice), errors.Unwrap(nil))
	fmt.Println(errors.Is(twice, a), errors.Is(twice, io.EOF), errors.Is(joined, io.EOF), errors.Is(joined, b), errors.Is(nil, a), errors.Is(nil, nil), errors.Is(joined, coded{5}), errors.Is(joined, coded{6}))
	fmt.Printf("%q %q %v\n", twice, joined, errors.Join(nil, nil))
	fmt.Println(errors.Is(judging{io.EOF}, io.EOF), errors.Is(judging{a}, io.EOF), errors.Is(incomparable{"x"}, incomparable{"x"}))
	var c coded
	var p *pointed
	fmt.Println(errors.As(joined, &c), c, errors.As(joined, &p), errors.As(fmt.Errorf("%w", &pointed{"p"}), &p), p, errors.As(converting{}, &c), c, errors.As(nil, &c))
	var e interface{ Is(error) bool }
	fmt.Println(errors.As(fmt.Errorf("%w", judging{a}), &e), e)
	t, ok := errors.AsType[coded](joined)
	fmt.Println(t, ok)
	q, ok := errors.AsType[*pointed](joined)
	fmt.Println(q, ok)
	fmt.Println(errors.ErrUnsupported, errors.Is(fmt.Errorf("x: %w", errors.ErrUnsupported), errors.ErrUnsupported))
	for _, target := range []any{nil, 5, (*coded)(nil), new(int)} {
		func() {
			defer func() { fmt.Println(recover()) }()
			errors.As(a, target)
		}()
	}
}
