package main

import (
	"fmt"
	"io"
)

var _ = fmt.Sprint
var _ = io.EOF

type E struct{}

func (E) Error() string { return "custom error" }

type S struct{ n int }

func (s S) String() string { return fmt.Sprint("stringer ", s.n) }

type PanickyError struct{}

func (PanickyError) Error() string { panic("in Error") }

type MyInt int
type MyStr string
type MyFloat float32

func main() {
	println("start")
	panic(MyStr("multi\nline\ttab"))
}
