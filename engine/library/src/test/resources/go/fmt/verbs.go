package main

import (
	"errors"
	"fmt"
	"os"
)

type S struct {
	a int
	b string
	c *int
	d any
	e error
	f []byte
	g map[string]int
	h func()
	i chan int
	j [2]bool
}
type P struct{ x, y int }
type E struct{}

func (E) Error() string { return "E!" }

type St string

func (s St) String() string { return "St:" + string(s) }

type G int

func (g G) GoString() string { return "G!" }

type PP struct{}

func (*PP) String() string { panic("boo") }

type F struct{}

func (F) Format(s fmt.State, v rune) {
	w, wo := s.Width()
	p, po := s.Precision()
	fmt.Fprintf(s, "[%c %d %v %d %v %q %s]", v, w, wo, p, po, fmt.FormatString(s, v), "x")
}

type bs []byte
type B byte
type U uintptr

func main() {
	p := P{1, 2}
	for _, f := range []string{"%v", "%+v", "%#v", "%T", "%d", "%s", "%q", "%x", "%X", "%o", "%b", "%e", "%g", "%p", "%c", "%U", "%t", "%5v", "%-5v|", "%05v", "%+d", "% d", "%#x", "% x", "%# x", "%#q", "%+q", "%08.3f", "%+.2e", "%6.2f|", "%-8.2f|", "%x", "%#U", "%O", "%10.3v", "%!", "%z", "%.3s", "%5t", "%.0f", "%#g", "%#.3g", "%w"} {
		for _, v := range []any{1, -5, uint8(200), 3.5, -0.0, 1e21, 2 + 3i, "hé\x80llo", []byte("ab\xffc"), true, nil, p, &p, []int{1, 2}, []string{"a", "b"}, map[string]int{"z": 1, "a": 2}, [3]byte{1, 2, 3}, E{}, St("x"), G(4), []any{1, "a", nil}, struct {
			A any
			B *int
		}{1, nil}, 'x', errors.New("err"), (*int)(nil), []byte(nil), map[int]bool(nil), bs("hi"), []B{1, 2}, U(5), (func())(nil), [0]int{}, &[]int{1}, &map[string]int{"k": 1}, complex64(1), (*PP)(nil), F{}, []E{{}}, int64(1) << 62, float32(0.1), []error{nil}, &[2]P{}, struct{}{}, S{}, [2][]byte{{1}, nil}, []St{"q"}} {
			if s := fmt.Sprintf("%T", v); (f == "%p") && len(s) > 0 && (s[0] == '*' || s[0] == '[' || s[0] == 'm') {
				continue
			}
			fmt.Printf(f, v)
			fmt.Print(" ; ")
		}
		fmt.Println("<<", f)
	}
	fmt.Printf("%d %s\n", 1)
	fmt.Printf("%d\n", 1, 2, "x")
	fmt.Printf("%[2]d %[1]d %d\n", 1, 2)
	fmt.Printf("%[3]d %[x]d %[1]*d %[2]*[1]d|%-*d|%.*f\n", 1, 2, 3, 4, 5, 6)
	fmt.Printf("%*d %.*d\n", "a", 1, -3, 5)
	fmt.Printf("%", 1)
	fmt.Println()
	fmt.Printf("%-", 1)
	fmt.Println()
	fmt.Printf("%[1", 1)
	fmt.Println()
	fmt.Printf("%[1]", 1)
	fmt.Println()
	fmt.Printf("%.[1]d", 1)
	fmt.Println()
	fmt.Printf("%99999999999d\n", 1)
	fmt.Printf("%s %v\n", &PP{}, &PP{})
	fmt.Println(fmt.Errorf("a %w b %w %d", errors.New("1"), errors.New("2"), 5), fmt.Errorf("%w", 5), fmt.Errorf("%w", nil))
	fmt.Print("a", 1, 2, "b", "c", 3.0, nil, nil, "\n")
	fmt.Println("a", 1, nil, []any{nil}, os.ErrExist)
	fmt.Printf("%v %d %s\n", []any{1, "a"}, []any{1, "a"}, []any{1, "a"})
	fmt.Printf("%!d|%%|%5%|%-5%|%c|%é\n", 5, 6, 7)
	fmt.Printf("%6d|%-6d|%06d|%+06d|% 06d|%x|%X|%#o|%O|%#b|%08b|%-08d|%.5d|%8.5d|%-8.5d|%08.5d|%+.3d|%.0d|%.0d\n", 42, 42, 42, 42, 42, -42, 42, 42, 42, 5, 5, 42, 42, 42, 42, 42, 42, 0, 1)
	fmt.Printf("%t %v %08v %x %X %s\n", "x", true, true, "hello", []byte("hello"), 5)
	fmt.Printf("%08v %08v %+v %08.2f %+08.2f % .3f %08f %-08f|%010v\n", -3.5, "x", 3.5, -3.14159, 3.14159, 3.14159, fmtInf(), fmtInf(), -1i)
	fmt.Printf("%x %X %x %a\n", 3.5, -3.5, 1+2i, 1)
	fmt.Printf("%#v %#v %#v %#v %#v %#v %#v %#v %#v\n", 1.0, 1e6, 1e21, 1e-7, float32(1), uint(5), uintptr(5), 'x', "a`b\n")
	fmt.Printf("%#v %#v %#v %#v %#v\n", []byte{1}, [2]byte{}, []any{1, nil, "x"}, map[string]any{"a": nil}, struct {
		A *int
		B func()
		C chan int
		D any
		E error
	}{})
	fmt.Printf("%v %+v\n", map[[2]int]string{{2, 1}: "a", {1, 5}: "b"}, map[any]int{"b": 1, 3: 2, true: 4, nil: 6, "a": 5})
	fmt.Printf("%6q|%-6q|%+q|%#q|%x|% X|%#x|%# X|%.2x|%.2q|%c|%U|%#U|%q\n", "é", "é", "é世", "a`b", "é", "abc", "abc", "abc", "abcdef", "日本語", 0x65e5, 0x65e5, 0x65e5, 0x65e5)
	fmt.Printf("%v %s %d\n", struct {
		E error
		s fmt.Stringer
	}{E{}, St("y")}, struct{ e error }{E{}}, struct {
		a []byte
		b [2]byte
	}{[]byte("x"), [2]byte{1, 2}})
	fmt.Printf("%s|%10s|%-10s|%.1s|%v|%d\n", []byte("abc"), []byte("abc"), []byte("abc"), "日本", []byte("abc"), []byte("abc"))
	fmt.Printf("%s\n", []string{"a", "b"})
	fmt.Printf("%q\n", []string{"a", "b"})
	fmt.Printf("%5d|%-5d|%x\n", []int{1, 2}, []int{1, 2}, []string{"ab", "cd"})
	var np *P
	var ne error
	var ns fmt.Stringer = (*PP)(nil)
	_ = ns
	fmt.Printf("%v %+v %#v %s %d %v %s\n", np, np, np, np, np, ne, ne)
	fmt.Println(fmt.Sprint(), fmt.Sprint("a", "b"), fmt.Sprint(1, 2), fmt.Sprintln(1, "a"), fmt.Append([]byte("z"), 1), string(fmt.Appendf(nil, "%d", 3)), string(fmt.Appendln(nil, 3)))
}
func fmtInf() float64 { var z float64; return 1 / z }
