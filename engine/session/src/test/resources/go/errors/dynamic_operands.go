package main

import "fmt"

type small interface{ ~int | ~string }

func convert() {
	var any any = 1
	_ = int(any)
	_ = map[string]int(any)
	var e error
	_ = fmt.Stringer(e)
	_ = (*int)(e)
	r := recover()
	_ = r & 1
	_ = 1 % r
	_ = r % 1
	_ = "a" + r
	_ = r + "a"
	_ = r == 1
	_ = 1.5 * any
	_ = any - 'a'
	_ = r < nil
	_ = recover() + recover()
	_ = r + nil
	_ = nil - r
	_ = true && r
	_ = r || false
	_ = r & (1 == 2)
	var pp *int
	_ = pp + 1
	_ = 1 - pp
	_ = nil + pp
	var ch chan int
	_ = ch + "a"
	_ = 1.5 + ch
	switch r.(type) {
	case int:
		_ = r + 1
	}
	x := []byte(r)
	_ = x
	_ = func() {}(r)
}

func main() {
	defer recover()
	var f func(interface{}) = fmt.Println
	f(recover())
	fmt.Printf("%d", recover().x)
	if e := recover(); e / nil {
	}
	recover() = 1
}
