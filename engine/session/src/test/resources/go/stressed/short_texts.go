// Short texts that do not outlive their function lie in its frame; those that do must not.
package main

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

var kept []string
var keptBytes [][]byte
var number int
var flag bool

//go:noinline
func returned(b []byte) string { return string(b) }

//go:noinline
func joined(a, b string) string { return a + b }

//go:noinline
func differ(b []byte) (string, bool) {
	before := string(b)
	b[0]++
	after := string(b)
	b[0]--
	return strings.ToUpper(before) + after, before == after
}

//go:noinline
func loop(b []byte) string {
	var last, out string
	for i := range 4 {
		b[0] = byte('a' + i)
		s := string(b)
		if last != "" {
			out += last[:1] + s[:1]
		}
		last = s
	}
	return out
}

//go:noinline
func shared(b []byte) func() string {
	s := string(b)
	t := s + "!"
	return func() string { return t + s }
}

//go:noinline
func deferred(b []byte) (out string) {
	s := string(b) + "-" + string(b)
	defer func() { out += s }()
	b[0] = 'z'
	return string(rune(0x65e5)) + string(b)
}

//go:noinline
func changed(s string) string {
	b := []byte(s)
	b[0] = 'X'
	b = append(b, s...)
	b = append(b, s...)
	return string(b) + s
}

type holder struct{ name string }

//go:noinline
func held(b []byte) *holder {
	h := holder{string(b)}
	p := &h
	p.name += "/" + string(b)
	return &holder{p.name}
}

//go:noinline
func panics(b []byte) (v any) {
	defer func() { v = recover() }()
	panic(string(b) + "?")
}

//go:noinline
func recursive(n int, b []byte) string {
	if n == 0 {
		return ""
	}
	s := string(b[:n])
	t := recursive(n-1, b)
	return s + "." + t
}

func count(name string, f func()) { fmt.Println(name, testing.AllocsPerRun(10, f)) }

func main() {
	b := []byte("abcdef")
	kept = append(kept, returned(b), joined(string(b), "g"))
	fmt.Println(differ(b))
	fmt.Println(loop(b))
	f := shared(b)
	b[0] = 'q'
	fmt.Println(f(), deferred(b), changed("text"), held(b).name, panics(b), recursive(4, b))
	for i := range 3 {
		s := fmt.Sprint(i) + "th"
		kept = append(kept, s+"1", s[1:])
		keptBytes = append(keptBytes, []byte(s))
	}
	m := map[string]int{}
	for _, w := range []string{"x", "y", "x"} {
		m[w+"_"]++
	}
	ch := make(chan string, 2)
	ch <- string(b[:2])
	b[0] = 'r'
	ch <- string(b[:2])
	fmt.Println(kept, keptBytes[0], m, <-ch, <-ch)
	long := []byte(strings.Repeat("long ", 20))
	fmt.Println(len(string(long)+"x"), changed(string(long[:31]))[60:], changed(string(long[:33]))[64:])
	counts(b, long)
}

func counts(b, long []byte) {
	count("string", func() { s := string(b); number = strings.Index(s, "e") })
	count("long string", func() { s := string(long); number = strings.Index(s, "z") })
	count("bytes", func() { c := []byte("abc"); c[1] = b[0]; number = len(c) + int(c[1]) })
	count("rune", func() { number = strings.Index("日本語", string(rune(b[0])+0x8a00)) })
	count("concatenation", func() { flag = "<"+string(b)+">" == "<a>" })
	count("five parts", func() { s := "(" + string(b) + "," + string(b) + ")"; number = utf8.RuneCountInString(s) })
	count("switch", func() {
		switch string(long) {
		case "long", "short":
			number++
		}
	})
	count("kept", func() { kept[0] = string(b) })
}
