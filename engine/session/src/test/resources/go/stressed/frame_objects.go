// Variables in frames that closures connect: what they point to lives as long as any way leads to it.
package main

import (
	"fmt"
	"strings"
)

type box struct {
	text *string
	next *box
}

func text(s string, n int) *string {
	t := strings.Repeat(s, n)
	return &t
}

// churn takes the place of whatever is dead.
//
//go:noinline
func churn() {
	var list []*string
	for range 20 {
		list = append(list, text("X", 2), text("X", 3))
	}
	if len(list) != 40 {
		panic(list)
	}
}

//go:noinline
func do(f func()) { f() }

//go:noinline
func set(n int) string {
	var q box
	var p *box
	do(func() { p = &q })
	q.text = text("q", n)
	churn()
	r := p
	churn()
	return *r.text
}

//go:noinline
func chain(n int) string {
	var a, b, c box
	link := func(k int) {
		switch k {
		case 0:
			a.next = &b
		case 1:
			b.next = &c
		case 2:
			c.text = text("c", n)
		}
	}
	for k := range 3 {
		do(func() { link(k) })
		churn()
	}
	p := a.next
	churn()
	p = p.next
	churn()
	return *p.text
}

//go:noinline
func pick(x, y *box, left bool) *box {
	if left {
		return x
	}
	return y
}

//go:noinline
func picked(n int) (out string) {
	for i := range 2 {
		var a, b box
		a.text, b.text = text("a", n), text("b", n)
		p := pick(&a, &b, i == 0)
		churn()
		out += *p.text
		a.next = p
		churn()
		out += *a.next.text
	}
	return out
}

//go:noinline
func each(yield func(*box) bool) {
	var b box
	for i := range 3 {
		b.text = text("e", i)
		if !yield(&b) {
			return
		}
		churn()
	}
}

//go:noinline
func ranged() (out string) {
	var last box
	for b := range each {
		last = *b
		churn()
		out += *last.text + ";"
	}
	return out + *last.text
}

//go:noinline
func deferred(n int) (out string) {
	var b box
	p := &b
	defer func() {
		churn()
		out += *p.text
		recover()
	}()
	b.text = text("d", n)
	churn()
	var none *box
	return *none.text
}

func main() {
	fmt.Println(set(3), chain(3), picked(2), ranged(), deferred(2))
}
