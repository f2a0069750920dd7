package main

import (
	"fmt"
	"strings"
)

func main() {
	var a, b int
	var s string
	var f float64
	var bo bool
	var bs []byte
	var r rune
	var u uint8
	var c complex128
	p := func(n int, err error) {
		fmt.Printf("%d %v | %v %v %q %v %v %q %v %v %v\n", n, err, a, b, s, f, bo, bs, r, u, c)
		a, b, s, f, bo, bs, r, u, c = 0, 0, "", 0, false, nil, 0, 0, 0
	}
	p(fmt.Sscan("", &a))
	p(fmt.Sscan("1", &a, &b))
	p(fmt.Sscan("1 \n 2", &a, &b))
	p(fmt.Sscan("x", &a))
	p(fmt.Sscan("12x", &a, &s))
	p(fmt.Sscan("0x1F 0b11", &a, &b))
	p(fmt.Sscan("1_000", &a))
	p(fmt.Sscan("300", &u))
	p(fmt.Sscan("-5", &u))
	p(fmt.Sscan("99999999999999999999", &a))
	p(fmt.Sscan("3.5e2", &f))
	p(fmt.Sscan("tRuE", &bo))
	p(fmt.Sscan("true", &bo))
	p(fmt.Sscan("(1+2i)", &c))
	p(fmt.Sscan("hello world", &bs, &s))
	p(fmt.Sscan("5", a))
	p(fmt.Sscan("5", &struct{}{}))
	p(fmt.Sscan("1", &[]int{}))
	p(fmt.Sscanln("1 2\n", &a, &b))
	p(fmt.Sscanln("1\n2", &a, &b))
	p(fmt.Sscanln("1 2 3", &a, &b))
	p(fmt.Sscanln("1", &a, &b))
	p(fmt.Sscanln("", &a))
	p(fmt.Sscanln("\n", &a))
	p(fmt.Sscanf("1,2", "%d,%d", &a, &b))
	p(fmt.Sscanf("1, 2", "%d,%d", &a, &b))
	p(fmt.Sscanf("1 ,2", "%d,%d", &a, &b))
	p(fmt.Sscanf("12345", "%2d%3d", &a, &b))
	p(fmt.Sscanf("abc", "%c", &r))
	p(fmt.Sscanf("ff", "%x", &a))
	p(fmt.Sscanf("\"q x\" `r`", "%q %q", &s, &bs))
	p(fmt.Sscanf("68656c", "%x", &s))
	p(fmt.Sscanf("5%", "%d%%", &a))
	p(fmt.Sscanf("5", "%d %d", &a, &b))
	p(fmt.Sscanf("5 6 7", "%d %d", &a, &b))
	p(fmt.Sscanf("5", "%d"))
	p(fmt.Sscanf("5", "%d", &a, &b))
	p(fmt.Sscanf("5", "%z", &a))
	p(fmt.Sscanf("x5", "%d", &a))
	p(fmt.Sscanf("a 5", "a%d", &a))
	p(fmt.Sscanf("1\n2", "%d %d", &a, &b))
	p(fmt.Sscanf("1\n2", "%d\n%d", &a, &b))
	p(fmt.Sscanf("1  2", "%d %d", &a, &b))
	p(fmt.Sscanf("", "%d", &a))
	p(fmt.Sscanf("abcdef", "%3s%s", &s, &bs))
	p(fmt.Sscanf("1.5 2", "%f %d", &f, &a))
	p(fmt.Sscanf("077", "%o", &a))
	p(fmt.Sscanf("101", "%b", &a))
	p(fmt.Sscanf("U+0041", "%U", &r))
	p(fmt.Sscanf("x", "%!", &a))
	p(fmt.Sscanf("0x10", "%v", &a))
	p(fmt.Sscanf("true", "%t", &bo))
	p(fmt.Sscanf("0x1p-2", "%g", &f))
	p(fmt.Sscanf("5", "%5%d", &a))
	p(fmt.Sscanf("%5", "%%%d", &a))
	p(fmt.Sscanf("nan inf", "%g %g", &f, &f))
	rd := strings.NewReader("10 20 x 30\nfoo")
	for i := 0; i < 7; i++ {
		p(fmt.Fscan(rd, &a))
	}
	rd = strings.NewReader("10 20\n30 40 50\n\n60")
	for i := 0; i < 6; i++ {
		p(fmt.Fscanln(rd, &a, &b))
	}
}
