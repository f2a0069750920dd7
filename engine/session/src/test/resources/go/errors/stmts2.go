package main

import "fmt"

func main() {
	for i := range 5.5 {
	}
	for i, j := range 5 {
		_, _ = i, j
	}
	for i := range "a" {
		i = "b"
	}
	for i, j := range make(chan int) {
	}
	for range make(chan<- int) {
	}
	for range nil {
	}
	for range 1 << 100 {
	}
	for i := range int8(200) {
	}
	for range func() {} {
	}
	for range func(func()) {} {
	}
	for x := range func(func() bool) {} {
	}
	for x, y := range func(func(int) bool) {} {
	}
	for range func(func(int, int, int) bool) {} {
	}
	var s []int
	for s[0], s = range s {
	}
	var ss string
	for ss = range s {
	}
	for range &s {
	}
	for range &[3]int{} {
	}
	break
	continue
	fallthrough
	switch {
	case true:
		fallthrough
	case 5:
	case "a" == "b":
		fallthrough
	}
	switch any(1).(type) {
	case int:
		fallthrough
	case string:
	}
	select {
	case <-make(chan int):
	case x := <-make(chan int):
	case make(chan int) <- 1:
	case x, ok := <-make(chan int):
		_ = x
	default:
	}
	switch 1 {
	default:
	default:
	}
	goto inside
	{
	inside:
	}
	goto over
	v := 1
	_ = v
over:
	for {
		goto over
	}
dup:
dup:
	for {
		break dup
	}
	if true {
		break
	}
	var a [3]int
	_ = a[3]
	_ = a[-1]
	_ = a["x"]
	_ = a[1:5]
	_ = a[2:1]
	_ = "abc"[5]
	_ = s[1:2:1]
	_ = 5[0]
	_ = map[string]int{}[1]
	_ = map[string]int{}["a":"b"]
	_ = (&a)[1:2]
	_ = [3]int{}[:]
	_ = *a
	_ = -"a"
	_ = !5
	_ = ^1.5
	_ = +true
	_ = &nil
	_ = 1 + "a"
	_ = 1 + 1.5 + 'a' + 2i
	_ = "a" + 'b'
	_ = a + a
	_ = s == s
	_ = s == nil
	_ = nil == nil
	_ = main == nil
	_ = main == main
	_ = 1 == "a"
	_ = 1 == 1.5
	_ = any(1) == s
	_ = struct{ f []int }{} == struct{ f []int }{}
	_ = true && 1
	_ = 1 && 2
	_ = 1 < true
	_ = true < false
	_ = 1i < 2i
	_ = any(1) < any(2)
	_ = &a == &s
	_ = 1 << 1.5
	_ = 1.5 << 1
	_ = "a" << 1
	_ = 1 << "a"
	_ = 1 << -1
	_ = uint8(1) << 8
	_ = int8(-128) / -1
	_ = 1 / 0
	_ = 1.0 / 0.0
	_ = 1 % 0
	x := 1
	_ = x / 0
	_ = 1.5 / 0
	x /= 0
	_ = int8(1) + int16(1)
	_ = 1000 + int8(1)
	_ = uint(1) - 2
	_ = uint(x) - 2 + -1
	_ = -uint(1)
	fmt.Printf("%d\n", "x")
}
