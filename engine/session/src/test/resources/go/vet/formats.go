package main

import (
	"errors"
	"fmt"
	"log"
	"os"
	"strings"
)

type point struct{ x, y int }

type named string

func (n named) String() string { return string(n) }

type formatter struct{}

func (formatter) Format(f fmt.State, verb rune) {}

func logf(format string, args ...any) { fmt.Printf("x: "+format, args...) }

func logln(args ...any) { fmt.Println(args...) }

func logf2(level int, format string, args ...any) {
	logf(format, args...)
}

type logger struct{}

func (l *logger) Errorf(format string, v ...any) error { return fmt.Errorf(format, v...) }

func main() {
	var i int
	var s string
	var f float64
	var p *int
	var e error
	var a any
	var pt point
	fn := func() {}
	fmt.Printf("%d\n", s)
	fmt.Printf("%s\n", i)
	fmt.Printf("%d %d\n", i)
	fmt.Printf("%d\n", i, i)
	fmt.Printf("hello\n", i)
	fmt.Printf("%z\n", i)
	fmt.Printf("%d", f)
	fmt.Printf("%f", i)
	fmt.Printf("%s", p)
	fmt.Printf("%p", i)
	fmt.Printf("%t", i)
	fmt.Printf("%c %q %U %x", i, i, i, i)
	fmt.Printf("%s %v %q", e, e, e)
	fmt.Printf("%s %d", a, a)
	fmt.Printf("%d %s %v", pt, pt, pt)
	fmt.Printf("%d", named("x"))
	fmt.Printf("%s", named("x"))
	fmt.Printf("%d", formatter{})
	fmt.Printf("%v", fn)
	fmt.Printf("%s", fn)
	fmt.Printf("%*d", 5, i)
	fmt.Printf("%*d", s, i)
	fmt.Printf("%[2]d %[1]d", i, i)
	fmt.Printf("%[3]d", i, i)
	fmt.Printf("%[x]d", i)
	fmt.Printf("%-+d", i)
	fmt.Printf("%#s", s)
	fmt.Printf("%.2f %6.2f", f, f)
	fmt.Printf("%")
	fmt.Printf("100%")
	fmt.Printf("%w", e)
	_ = fmt.Errorf("%w %w", e, e)
	_ = fmt.Errorf("%w", s)
	fmt.Println("%d", i)
	fmt.Println("x\n")
	fmt.Println(fn)
	fmt.Print("a\n")
	fmt.Sprint("%s", s)
	fmt.Fprintf(os.Stderr, "%d\n", s)
	fmt.Fprintln(os.Stderr, "%v")
	fmt.Fprintln(os.Stderr, os.Stderr)
	log.Printf("%d", s)
	log.Println("%d")
	log.Fatalf("%s", i)
	logf("%d", s)
	logf2(1, "%d", s)
	logln("%d\n")
	var l logger
	l.Errorf("%d", s)
	fmt.Printf(s)
	fmt.Printf(s, i)
	fmt.Printf(s + "x")
	const k = "%d"
	fmt.Printf(k, s)
	var bs []byte
	fmt.Printf("%s %x %d", bs, bs, bs)
	var is []int
	fmt.Printf("%d %s", is, is)
	var m map[string]int
	fmt.Printf("%d %s", m, m)
	var ps *point
	fmt.Printf("%d %s %p", ps, ps, ps)
	fmt.Printf("%d", &pt)
	fmt.Printf("%d%%\n", i)
	fmt.Printf("%s", errors.New("x"))
	fmt.Printf("%s", strings.Builder{})
	fmt.Printf("%d", 'x')
	fmt.Printf("%s", 'x')
	fmt.Printf("%s", 1.5)
	fmt.Printf("%d", "x")
	fmt.Printf("%v %T", i)
	var ch chan int
	fmt.Printf("%d %p %s", ch, ch, ch)
	var x8 [4]byte
	fmt.Printf("%s %d", x8, x8)
	var c complex128
	fmt.Printf("%f %d", c, c)
	fmt.Printf("%!", i)
	fmt.Printf("% d %+d %05d %x", i, i, i, s)
	fmt.Printf("%05s %t", s, true)
}
