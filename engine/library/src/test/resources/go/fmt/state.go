package main

import (
	"errors"
	"fmt"
)

type F struct{}

func (F) Format(s fmt.State, v rune) {
	fmt.Fprintf(s, "[%q %v %v %v %v %v]", fmt.FormatString(s, v), s.Flag('-'), s.Flag('+'), s.Flag('#'), s.Flag(' '), s.Flag('0'))
}
func main() {
	fmt.Printf("%T %T %T %T %T\n", fmt.Errorf("x"), fmt.Errorf("%w", errors.New("a")), fmt.Errorf("%w%w", errors.New("a"), errors.New("b")), errors.Join(errors.New("a")), errors.ErrUnsupported)
}
