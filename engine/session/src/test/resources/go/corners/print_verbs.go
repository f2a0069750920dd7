package main

import (
	"errors"
	"fmt"
)

type P struct {
	X, y int
	S    string
	n    *P
}
type St int

func (s St) String() string { return fmt.Sprintf("St<%d>", int(s)) }

type Er struct{ code int }

func (e *Er) Error() string { return fmt.Sprint("Er", e.code) }

type Fm struct{}

func (Fm) Format(f fmt.State, c rune) {
	w, wok := f.Width()
	p, pok := f.Precision()
	fmt.Fprintf(f, "[%c %d%v %d%v %v%v]", c, w, wok, p, pok, f.Flag('+'), f.Flag('#'))
}

type Gs struct{}

func (Gs) GoString() string { return "Gs!" }

type Pn struct{}

func (Pn) String() string { panic("oops") }

type Nl struct{}

func (*Nl) String() string { return "nl" }

func main() {
	p := P{1, 2, "s", nil}
	fmt.Printf("%v %+v %#v %T\n", p, p, p, p)
	fmt.Printf("%v %+v\n", &p, []P{p})
	fmt.Printf("%v %d %s %x %q %#v\n", St(3), St(3), St(3), St(255), St(65), St(3))
	fmt.Printf("%v %s %+v\n", &Er{4}, error(&Er{5}), []error{&Er{6}, nil})
	fmt.Printf("%v %+8.3v %#x\n", Fm{}, Fm{}, Fm{})
	fmt.Printf("%#v %v\n", Gs{}, Gs{})
	fmt.Printf("%v|%s|%d\n", Pn{}, Pn{}, Pn{})
	var nl *Nl
	var er *Er
	fmt.Printf("%v %s\n", nl, nl)
	fmt.Printf("%v\n", er == nil)
	fmt.Printf("%d %s %!\n", "x", 5)
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("%d\n", 1, 2)
	fmt.Printf("%[2]d %[1]d %[3]*.[2]*[1]f|\n", 1, 2, 3)
	fmt.Printf("%[5]d %[x]d %z %-\n", 1)
	fmt.Printf("%6.2f|%-8s|%08d|%+d|% d|%x|%X|%o|%#o|%b|%c|%U|%#U\n", 3.14159, "ab", -42, 5, 7, 255, 255, 8, 8, 5, 'x', 0x1F600, 'é')
	fmt.Printf("%e %E %g %G %.3g %10.2e|%t|%5t|%p\n", 12345.678, 0.00012, 1e21, 1e-7, 123456.0, 1.5, true, false, nil)
	fmt.Printf("%s %x % x %#x %q %#q %+q\n", []byte("hi"), []byte("hi"), []byte("hi"), "hi", "a\"b\n", "a`b", "é")
	fmt.Printf("%v %v %v %v\n", []string{"a", "b"}, map[string]int{"z": 1, "a": 2}, [2]bool{true}, struct{}{})
	fmt.Printf("%v %+v %#v\n", []any{1, "a", nil, 2.5, []int{1}}, map[St]*int{1: nil}, map[string]any{"k": []int{1}})
	fmt.Printf("%v %.2f %8.1f %+v\n", 1+2i, 1.234+5.678i, 1i, complex64(1-1i))
	fmt.Printf("%5d|%-5d|%05d|%x|%v\n", []int{1, 22}, []int{1, 22}, []int{1, 22}, []string{"a", "bc"}, [3]byte{1, 2, 3})
	fmt.Printf("%s %v %d\n", []byte(nil), []byte(nil), []byte{1})
	fmt.Printf("%*d|%-*d|%.*f\n", 5, 1, 5, 2, 2, 3.14159)
	fmt.Printf("%v %s\n", errors.Join(errors.New("a"), errors.New("b")), fmt.Errorf("w: %w, %w", errors.New("x"), &Er{1}))
	fmt.Printf("%t %v %s\n", 1, struct {
		a any
		b error
	}{}, nil)
	fmt.Printf("%6v|%-6v|%06v|%v\n", 1.5, "a", 7, 'x')
	fmt.Printf("%x %X %x\n", "hello", []string{"a"}, 3.5)
	fmt.Printf("%08b %o %q %v\n", 5, -8, 'x', int8(-5))
	fmt.Printf("%3c|%-3c|%q|%#q\n", 'a', 'b', 0x1F600, 'x')
	fmt.Println(fmt.Sprint("a", 1, 2, "b", "c", 3.0, nil, 'x'), fmt.Sprintln("a", 1))
	fmt.Printf("%v %v\n", struct{ e error }{nil}, struct{ s fmt.Stringer }{St(1)})
	fmt.Printf("%s|%v|%+v\n", p, &[]int{1}, &map[string]int{"a": 1})
	fmt.Printf("%v %v %.3v %q\n", 1e6, 1e20, 3.14159, []string{"a b"})
	fmt.Printf("%+.2e %+d %+v %+q\n", 1234.5, 5, -3, "ü")
}
